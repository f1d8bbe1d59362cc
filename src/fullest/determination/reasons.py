"""Why each duty is there, and what a reader must be told beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from fullest.corpus.corpus import Corpus
from fullest.corpus.rules import Bearer, Rule
from fullest.determination.case import TransferCase
from fullest.determination.duty import Duty, due_day
from fullest.determination.finding import Finding, RuleBook
from fullest.determination.names import CaseNames, day_name, state_name
from fullest.language.explain import Explainer, Reason
from fullest.language.kleene import Truth, negate
from fullest.language.tell import Teller
from fullest.language.tree import And, Role
from fullest.terms.text import Text
from fullest.terms.transfer import Transfer

_WORD: Mapping[Truth, str] = {True: "true", False: "false", None: "open"}


class Reasoner:
    """Gives reasons in words; it decides nothing."""

    def __init__(self, corpus: Corpus, teller: Teller) -> None:
        self._corpus, self._words = corpus, corpus.vocabulary.sentences
        self._teller, self._explainer = teller, Explainer(teller)

    def duty(self, transfer: Transfer, case: TransferCase, book: RuleBook, finding: Finding) -> Duty:
        """The duty that a finding makes for its bearer."""
        rule, bearer = finding.rule, finding.bearer
        return Duty(
            rule=rule, holder=case.states[bearer], certain=finding.value is True,
            due=due_day(rule.due, transfer.date), says=self._corpus.instruments.provision(rule.cites).says,
            because=self._reason(transfer, case.seen_by(bearer), book, finding),
        )  # fmt: skip

    def state_names(self, transfer: Transfer) -> dict[str, Text]:
        """The States of a transfer in words."""
        states = (transfer.origin, transfer.destination, *transfer.via, *transfer.received_from)
        return {iso3: state_name(self._corpus, iso3) for iso3 in states}

    def due_words(self, duties: Iterable[Duty]) -> dict[str, Text]:
        """When the duties fall due, in words, by rule."""
        return {
            duty.rule.id: self._words[f"due.{duty.rule.due.rule}"].filled(days=str(duty.rule.due.days))
            for duty in duties if duty.rule.due
        }  # fmt: skip

    def notices(self, transfer: Transfer, findings: Iterable[Finding], duties: Iterable[Duty]) -> list[Text]:
        """What a reader must be told: standings nobody knows, unverified rules, and who decides."""
        unverified = sorted({duty.rule.id for duty in duties if not duty.rule.verified})
        told = [*self._unknown_standings(transfer, findings)]
        if unverified:
            told.append(self._words["notice.unverified"].filled(rules=", ".join(unverified)))
        return [*told, self._words["notice.authority"]]

    def _reason(self, transfer: Transfer, case: TransferCase, book: RuleBook, finding: Finding) -> Reason:
        rule = finding.rule
        names = CaseNames(self._corpus, self._teller.words, _roles(case, finding.bearer), transfer.date)
        when = self._explainer.explain(rule.when, case, names)
        parts = [self._standing(transfer, case, rule), *(when.parts if isinstance(rule.when, And) else (when,))]
        for exception in book.exceptions(rule):
            inner = self._explainer.explain(exception.when, case, names)
            kept = negate(book.holds(exception, case))
            says = self._words[f"unless.{_WORD[kept]}"].filled(title=exception.title)
            parts.append(Reason(says, kept, inner.parts or (inner,), str(exception.cites)))
        return Reason(rule.title, finding.value, tuple(parts), str(rule.cites))

    def _standing(self, transfer: Transfer, case: TransferCase, rule: Rule) -> Reason:
        iso3 = case.states["holder"]
        if not rule.bound_by:
            return Reason(self._words["every-state"], True, about="standing")
        standing = self._corpus.memberships.standing(iso3, rule.bound_by, transfer.date)
        body = self._corpus.memberships.bodies[rule.bound_by]
        says = self._words["bound"].filled(state=state_name(self._corpus, iso3), body=body.short, why=standing.why)
        return Reason(says, standing.value, about="standing")

    def _unknown_standings(self, transfer: Transfer, findings: Iterable[Finding]) -> list[Text]:
        ends: dict[Bearer, str] = {"origin": transfer.origin, "destination": transfer.destination}
        unknown = {(ends[one.bearer], one.rule.bound_by) for one in findings if one.bound is None and one.value is None}
        return [self._unknown_standing(transfer, iso3, body) for iso3, body in sorted(unknown)]

    def _unknown_standing(self, transfer: Transfer, iso3: str, body: str) -> Text:
        standing = self._corpus.memberships.standing(iso3, body, transfer.date)
        return self._words["standing.unknown"].filled(
            state=state_name(self._corpus, iso3), body=self._corpus.memberships.bodies[body].short,
            day=day_name(transfer.date), why=standing.why,
        )  # fmt: skip


def _roles(case: TransferCase, bearer: Bearer) -> dict[Role, tuple[Role, str]]:
    other: Bearer = "destination" if bearer == "origin" else "origin"
    plain: dict[Role, Role] = {"origin": "origin", "destination": "destination", "holder": bearer, "other": other}
    return {role: (stands_for, case.states[role]) for role, stands_for in plain.items()}
