"""Which rules apply to a case, and what that makes of each layer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from fullest.corpus.rules import Bearer, Layer, Rule
from fullest.determination.case import TransferCase
from fullest.language.critical import critical_values
from fullest.language.decide import Decision, compiled
from fullest.language.kleene import Truth, both, negate
from fullest.language.tree import Tree, facts
from fullest.terms.outcome import Outcome, Rung, strictest
from fullest.terms.transfer import FactValue


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says of a case, for one bearer.

    Attributes:
        value: whether it applies; `None` where that is open.
        bound: whether the bearer is bound by the rule's instrument on the day.
        when: whether the rule's own condition holds, its exceptions apart.
    """

    rule: Rule
    bearer: Bearer
    value: Truth
    bound: Truth
    when: Truth


class RuleBook:
    """The rules in force on one day, compiled."""

    def __init__(self, rules: Iterable[Rule], day: date) -> None:
        in_force = [rule for rule in rules if rule.span.holds(day)]
        self._exceptions = {rule.id: rule for rule in in_force}
        self._decisions: dict[str, Decision] = {rule.id: compiled(rule.when) for rule in in_force}
        self.rules = tuple(rule for rule in in_force if rule.kind != "exemption")
        self._asking: dict[str, tuple[Rule, ...]] = {}
        self._tried: dict[str, tuple[FactValue, ...]] = {}

    def exceptions(self, rule: Rule) -> tuple[Rule, ...]:
        """The exceptions of a rule that are in force on the day."""
        return tuple(self._exceptions[name] for name in rule.unless if name in self._exceptions)

    def trees(self, rule: Rule) -> tuple[Tree, ...]:
        """Every condition that bears on a rule, its exceptions included."""
        return (rule.when, *(tree for exception in self.exceptions(rule) for tree in self.trees(exception)))

    def tried(self, fact: str, possible: frozenset[str]) -> tuple[FactValue, ...]:
        """The critical values of a fact for the restraints and their exceptions."""
        if fact not in self._tried:
            trees = [tree for rule in self._rules_asking(fact) for tree in self.trees(rule) if fact in facts(tree)]
            self._tried[fact] = critical_values(fact, trees, possible)
        return self._tried[fact]

    def values(self, case: TransferCase, fact: str) -> list[Truth]:
        """What the restraints that ask a fact say of a case, bearer by bearer."""
        seen = _seen(case)
        return [
            self._finding(rule, bearer, seen[bearer]).value
            for rule in self._rules_asking(fact) for bearer in rule.bearer
        ]  # fmt: skip

    def _rules_asking(self, fact: str) -> tuple[Rule, ...]:
        if fact not in self._asking:
            self._asking[fact] = tuple(
                rule for rule in self.rules
                if rule.kind == "restraint" and any(fact in facts(tree) for tree in self.trees(rule))
            )  # fmt: skip
        return self._asking[fact]

    def findings(self, case: TransferCase, *, kinds: frozenset[str] = frozenset()) -> list[Finding]:
        """What every rule (or every rule of some kinds) says of a case, for each of its bearers."""
        seen = _seen(case)
        return [
            self._finding(rule, bearer, seen[bearer])
            for rule in self.rules if not kinds or rule.kind in kinds
            for bearer in rule.bearer
        ]  # fmt: skip

    def holds(self, rule: Rule, case: TransferCase) -> Truth:
        """Whether a rule's condition holds and none of its exceptions does."""
        value = self._decisions[rule.id](case)
        if value is False or not rule.unless:
            return value
        return both((value, *(negate(self.holds(exception, case)) for exception in self.exceptions(rule))))

    def when(self, rule: Rule, case: TransferCase) -> Truth:
        """Whether a rule's own condition holds."""
        return self._decisions[rule.id](case)

    def _finding(self, rule: Rule, bearer: Bearer, case: TransferCase) -> Finding:
        bound: Truth = case.bound("holder", rule.bound_by) if rule.bound_by else True
        if bound is False:
            return Finding(rule, bearer, False, False, None)
        value = both((bound, self.holds(rule, case)))
        return Finding(rule, bearer, value if rule.decides or value is False else None, bound, self.when(rule, case))


def _seen(case: TransferCase) -> dict[Bearer, TransferCase]:
    return {"origin": case.seen_by("origin"), "destination": case.seen_by("destination")}


def outcomes(findings: Iterable[Finding]) -> Mapping[Layer, Outcome]:
    """The outcome of each layer that has rules: what applies gives the lower bound, what may apply the upper.

    A national measure or an arrangement that binds neither State is no look at its layer: it does not make it free.
    """
    found: dict[Layer, list[Outcome]] = {}
    for finding in findings:
        effect = finding.rule.effect
        if effect is not None and (finding.bound is not False or finding.rule.layer == "binding"):
            sure = effect if finding.value is True else Rung.free
            found.setdefault(finding.rule.layer, []).append(
                Outcome(sure, Rung.free if finding.value is False else effect)
            )
    return {layer: strictest(listed) for layer, listed in found.items()}
