"""The shortest useful list of questions for an answer that is open, computed from the rules that are still open.

Every unknown fact that an open rule asks is tried at each of its critical values, all combinations together. A fact is
asked when it narrows the answer, the most telling first; one that never matters is never asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from fullest.corpus.vocabulary import Vocabulary
from fullest.determination.case import TransferCase
from fullest.determination.finding import Finding, RuleBook, outcomes
from fullest.language.critical import assignments, critical_values
from fullest.language.kleene import Truth
from fullest.language.tree import Listed, Tree, atoms, facts
from fullest.terms.outcome import Outcome, Rung, strictest
from fullest.terms.transfer import FactValue

ITEM = "item"
"""The question what the item is; it stands beside the facts of the vocabulary."""

MOST_COMBINATIONS = 3000

Profile: TypeAlias = frozenset[str]
Result: TypeAlias = tuple[Outcome, frozenset[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Trial:
    """One combination of values, and the answer it gives."""

    values: Mapping[str, FactValue | Profile]
    result: Result


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What trying all combinations showed.

    Attributes:
        ask: the facts to ask, the most telling first; `item` stands for the item itself.
        exact: the exact outcome, at least as narrow as Kleene's; `None` where there were too many combinations.
    """

    ask: tuple[str, ...]
    exact: Outcome | None


class Inquirer:
    """Finds what to ask about one case."""

    def __init__(self, vocabulary: Vocabulary, book: RuleBook, profiles: Sequence[Profile]) -> None:
        """Args:
        profiles: the ways in which an item can be listed that day, each the set of lists, parts and entries it meets.
        """
        self._vocabulary, self._book, self._profiles = vocabulary, book, profiles
        self._now: Result | None = None

    def inquire(self, case: TransferCase, findings: Iterable[Finding]) -> Inquiry:
        """What to ask about an open case.

        Args:
            findings: what the rules say of the case now.
        """
        trees = [tree for finding in findings if finding.value is None for tree in self._book.trees(finding.rule)]
        values = self._values(case, trees)
        combinations = assignments(values, most=MOST_COMBINATIONS)
        if combinations is None:
            return Inquiry(tuple(values), None)
        trials = [Trial(chosen, self._result(case, chosen)) for chosen in combinations]
        outcome = Outcome(
            min(trial.result[0].at_least for trial in trials), max(trial.result[0].at_most for trial in trials)
        )
        if ITEM in values:
            return Inquiry((ITEM, *self._whatever_it_is(case)), outcome)
        return Inquiry(_telling(trials, values), outcome)

    def _whatever_it_is(self, case: TransferCase) -> tuple[str, ...]:
        """What must be asked even of an item that is in no entry; all else waits until the item is known."""
        unlisted = case.with_listing(_listing_of(frozenset(), case.is_listed))
        found = self._book.findings(unlisted, kinds=frozenset({"restraint"}))
        return self.inquire(unlisted, found).ask

    def matters(self, case: TransferCase, fact: str) -> bool:
        """Whether another value of a fact that was taken for granted would change the answer."""
        tried = self._book.tried(fact, self._vocabulary.fact(fact).narrow)
        now = self._book.values(case, fact)
        changed = [value for value in tried if self._book.values(case.with_facts({fact: value}), fact) != now]
        return bool(changed) and any(self._result(case, {fact: value}) != self.now(case) for value in changed)

    def now(self, case: TransferCase) -> Result:
        """The answer as the case stands; it is worked out once."""
        if self._now is None:
            self._now = self._result(case, {})
        return self._now

    def _values(self, case: TransferCase, trees: list[Tree]) -> dict[str, tuple[FactValue, ...]]:
        asked = sorted({name for tree in trees for name in facts(tree) if self._open(case, name)})
        values = {name: critical_values(name, trees, self._possible(case, name)) for name in asked}
        listings = self._listings(case, trees)
        return {ITEM: listings, **values} if listings else values

    def _open(self, case: TransferCase, name: str) -> bool:
        if not case.applies(name) or self._vocabulary.fact(name).derived:
            return False
        value = case.fact(name)
        return value is None or (self._vocabulary.fact(name).sort == "choice" and len(value) > 1)  # type: ignore[arg-type]

    def _possible(self, case: TransferCase, name: str) -> frozenset[str]:
        value = case.fact(name)
        return value if isinstance(value, frozenset) else self._vocabulary.fact(name).narrow

    def _listings(self, case: TransferCase, trees: list[Tree]) -> tuple[FactValue, ...]:
        """The ways the item may be listed, as far as the open rules can tell them apart."""
        asked = frozenset(atom.group for tree in trees for atom in atoms(tree) if isinstance(atom, Listed))
        known = {group: case.listed(group) for group in asked}
        if all(value is not None for value in known.values()):
            return ()
        fitting = {profile & asked for profile in (frozenset[str](), *self._profiles) if _fits(profile, known)}
        return tuple(sorted(fitting, key=sorted))

    def _result(self, case: TransferCase, chosen: Mapping[str, FactValue]) -> Result:
        values = dict(chosen)
        profile = values.pop(ITEM, None)
        if isinstance(profile, frozenset):
            case = case.with_listing(_listing_of(profile, case.is_listed))
        found = self._book.findings(case.with_facts(values), kinds=frozenset({"restraint"}))
        outcome = strictest(outcomes(found).values())
        if outcome.at_least is Rung.forbidden:
            return outcome, frozenset()
        return outcome, frozenset((one.rule.id, one.bearer) for one in found if one.value is not False)


def _listing_of(profile: Profile, before: Callable[[str], Truth]) -> Callable[[str], Truth]:
    def listed(group: str) -> Truth:
        value = before(group)
        return group in profile if value is None else value

    return listed


def _fits(profile: Profile, known: Mapping[str, Truth]) -> bool:
    return all(value is None or (group in profile) is value for group, value in known.items())


def _telling(trials: list[Trial], values: Mapping[str, tuple[FactValue, ...]]) -> tuple[str, ...]:
    """Facts in order of how much knowing them, after those before, is expected to leave open."""
    chosen: list[str] = []
    left = [name for name in values if len(values[name]) > 1]
    doubt = _doubt(trials, chosen)
    while left and doubt > 0:
        scored = sorted((_doubt(trials, [*chosen, name]), place, name) for place, name in enumerate(left))
        doubt, _, best = scored[0]
        chosen.append(best)
        left.remove(best)
    return _without_idle(trials, chosen)


def _without_idle(trials: list[Trial], chosen: list[str]) -> tuple[str, ...]:
    """Without the questions that those after them made idle."""
    kept = list(chosen)
    for name in chosen:
        fewer = [other for other in kept if other != name]
        if _doubt(trials, fewer) == _doubt(trials, kept):
            kept = fewer
    return tuple(kept)


def _doubt(trials: list[Trial], known: Sequence[str]) -> float:
    """How many different answers are left on average, beyond one, once these facts are known."""
    groups: dict[tuple[object, ...], set[Result]] = {}
    for trial in trials:
        groups.setdefault(tuple(trial.values[name] for name in known), set()).add(trial.result)
    return sum(len(results) - 1 for results in groups.values()) / len(groups)
