"""The one service of the room: from a transfer to its determination."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from fullest.corpus.corpus import Corpus
from fullest.corpus.rules import LAYERS, Layer, Reading
from fullest.corpus.vocabulary import Fact, Gap
from fullest.determination.answer import transfer_words
from fullest.determination.case import TransferCase
from fullest.determination.determination import Determination, Question
from fullest.determination.duty import Duty
from fullest.determination.finding import Finding, RuleBook, outcomes
from fullest.determination.questions import ITEM, Inquirer, Inquiry
from fullest.determination.reasons import Reasoner
from fullest.determination.request import RECEIPT, RequestReader
from fullest.determination.sentence import Sentences
from fullest.errors import UnreadableValue
from fullest.identification.answer import Identification
from fullest.identification.catalogue import Catalogue, Suggestion
from fullest.identification.chemical.structure import drawing, read_structure
from fullest.identification.identifier import Identifier
from fullest.language.explain import Reason
from fullest.language.kleene import Truth
from fullest.language.tell import Teller, Words
from fullest.language.tree import facts
from fullest.terms.item import Item
from fullest.terms.outcome import Outcome, Rung, strictest
from fullest.terms.text import Text
from fullest.terms.transfer import FactValue, Transfer


class Engine:
    """Assesses transfers against one corpus. Opening it is the costly part; keep it.

    Attributes:
        corpus: the corpus that is asked.
        identifier: what items are identified with.
    """

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.identifier = Identifier(corpus.lists, corpus.substances)
        self._reader = RequestReader(corpus, self.identifier.holds_name)
        self._reasoner = Reasoner(corpus, Teller(Words()))
        self._sentences = Sentences(corpus)
        self._catalogue: Catalogue | None = None
        self._books: dict[tuple[str, ...], RuleBook] = {}

    def read(self, request: Mapping[str, object]) -> Transfer:
        """Read a request in the words of docs/answer.md.

        Raises:
            InputError: a field cannot be read; `at` names it.
        """
        return self._reader.transfer(request)

    def identify_item(self, given: object, on: date) -> Identification:
        """Identify an item, given as an `Item`, an object or a text.

        Raises:
            InputError: the item cannot be read.
        """
        item = given if isinstance(given, Item) else self._reader.item(given)
        return self.identifier.identify(item, on)

    def item_of(self, text: str) -> Item:
        """The item that one text describes: a name, a number, a structure or a list entry.

        Raises:
            InputError: the text is empty, or its prefix is not known.
        """
        return self._reader.item(text)

    def chemical_names(self, text: str, limit: int = 8) -> tuple[Suggestion, ...]:
        """Chemicals whose name or CAS number begins so, for completion."""
        if self._catalogue is None:
            self._catalogue = Catalogue(self.corpus.lists, self.corpus.substances)
        return self._catalogue.starting_with(text, limit)

    def drawing(self, item: Identification, width: int = 320, height: int = 220) -> str:
        """The structure that an item was taken to have, as SVG; empty where it has none."""
        return drawing(read_structure(item.smiles), width, height) if item.smiles else ""

    def assess(self, transfer: Transfer) -> Determination:
        """What the encoded rules say of a transfer."""
        self._check(transfer)
        item = self.identifier.identify(transfer.item, transfer.date)
        book = self._book(transfer.date)
        case = self._case(transfer, item)
        findings = book.findings(case)
        inquirer = Inquirer(self.corpus.vocabulary, book, self.corpus.lists.profiles(transfer.date))
        inquiry = inquirer.inquire(case, [one for one in findings if one.rule.kind == "restraint"])
        return self._determination(transfer, item, case, findings, inquiry, inquirer)

    def _check(self, transfer: Transfer) -> None:
        # A notice or declaration may fall due in the year after the transfer, and the calendar ends with 9999.
        if transfer.date.year >= date.max.year:
            raise UnreadableValue("the day is too far away", at="date", hint='a day as in "2026-11-23"')
        for at, iso3 in (("origin", transfer.origin), ("destination", transfer.destination)):
            self.corpus.states.read(iso3, at=at)
        if self._whole(transfer.origin) == self._whole(transfer.destination):
            raise UnreadableValue(
                "origin and destination are one State, or parts of one State",
                at="destination",
                hint="name two States; what moves inside one is for its own law",
            )

    def _whole(self, iso3: str) -> str:
        """The State itself, or the one that an area is part of."""
        state = self.corpus.states.get(iso3)
        return state.part_of or iso3

    def _book(self, day: date) -> RuleBook:
        """The rules of a day; days on which the same rules are in force share one book."""
        key = tuple(rule.id for rule in self.corpus.rules if rule.span.holds(day))
        if key not in self._books:
            self._books[key] = RuleBook(self.corpus.rules, day)
        return self._books[key]

    def _case(self, transfer: Transfer, item: Identification) -> TransferCase:
        known: dict[tuple[str, str], Truth] = {}

        def bound(iso3: str, body: str) -> Truth:
            if (iso3, body) not in known:
                known[iso3, body] = self.corpus.memberships.standing(iso3, body, transfer.date).value
            return known[iso3, body]

        groups: dict[str, Truth] = {}

        def listed(group: str) -> Truth:
            if group not in groups:
                value = item.listed(group)
                concerns = value is not None or self.corpus.lists.concerns(group, transfer.item.kind)
                groups[group] = value if concerns else False
            return groups[group]

        facts = {**self._unsaid(transfer), **transfer.facts, **_derived(transfer)}
        return TransferCase(
            {"origin": transfer.origin, "destination": transfer.destination}, facts, transfer.item.kind,
            self.corpus.vocabulary, listed, bound,
        )  # fmt: skip

    def _unsaid(self, transfer: Transfer) -> dict[str, FactValue]:
        """What silence means, for the facts that nobody spoke of."""
        return {
            fact.id: self._reader.fact(fact, fact.unsaid, fact.id)
            for fact in self.corpus.vocabulary.facts.values()
            if fact.id not in transfer.facts and fact.silence(transfer.item.kind)
        }

    def _determination(
        self, transfer: Transfer, item: Identification, case: TransferCase, findings: list[Finding], inquiry: Inquiry,
        inquirer: Inquirer,
    ) -> Determination:  # fmt: skip
        layers = self._layers(findings, inquiry)
        looked_at = [found for found in layers.values() if found is not None]
        outcome = strictest(looked_at) if looked_at else Outcome(Rung.free, Rung.forbidden)
        duties = self._duties(transfer, case, _standing_with(findings, outcome), ("restraint", "continuing"))
        exchange = self._exchange(transfer, case, findings, outcome, inquiry)
        return Determination(
            transfer=transfer, identification=item, layers=layers, outcome=outcome, duties=duties, facilitates=exchange,
            questions=tuple(self._question(name, item, case) for name in self._asked(inquiry, outcome)),
            assumed=self._assumed(transfer, case, inquirer), not_looked_at=self._not_looked_at(transfer, layers),
            readings=self._readings(duties + exchange), notices=self._notices(transfer, item, findings, duties),
            sentence=self._sentences.sentence(transfer, item, outcome, duties, exchange, self._asked(inquiry, outcome)),
            names=self._reasoner.state_names(transfer), said=transfer_words(transfer, self.corpus),
            papers={name: (paper.title, paper.points) for name, paper in self.corpus.vocabulary.papers.items()},
            due_words=self._reasoner.due_words(duties), digest=self.corpus.digest,
        )  # fmt: skip

    def _layers(self, findings: Iterable[Finding], inquiry: Inquiry) -> dict[Layer, Outcome | None]:
        found = outcomes(findings)
        layers: dict[Layer, Outcome | None] = {layer: found.get(layer) for layer in LAYERS}
        if inquiry.exact is not None and list(found) == ["binding"]:
            layers["binding"] = inquiry.exact
        return layers

    def _duties(
        self, transfer: Transfer, case: TransferCase, findings: Iterable[Finding], kinds: tuple[str, ...]
    ) -> tuple[Duty, ...]:
        duties = [
            self._reasoner.duty(transfer, case, self._book(transfer.date), finding)
            for finding in findings if finding.rule.kind in kinds and finding.value is not False
        ]  # fmt: skip
        return tuple(sorted(duties, key=_weight))

    def _exchange(
        self, transfer: Transfer, case: TransferCase, findings: list[Finding], outcome: Outcome, inquiry: Inquiry
    ) -> tuple[Duty, ...]:
        """Duties to facilitate: the sure ones, and those that an open question decides; none where it is forbidden."""
        if outcome.at_least is Rung.forbidden:
            return ()
        asked = set(inquiry.ask)
        worth = [one for one in findings if one.value is True or asked & (facts(one.rule.when) | {ITEM})]
        return self._duties(transfer, case, worth, ("facilitation",))

    def _asked(self, inquiry: Inquiry, outcome: Outcome) -> tuple[str, ...]:
        return () if outcome.at_least is Rung.forbidden else inquiry.ask

    def _question(self, name: str, item: Identification, case: TransferCase) -> Question:
        if name == ITEM:
            ask = next((one.ask for one in item.open if one.ask.en), self.corpus.vocabulary.sentences["ask.item"])
            return Question(ITEM, ask, self.corpus.vocabulary.sentences["ask.item"], "text", example="cas:111-48-8")
        fact = self.corpus.vocabulary.fact(name)
        known = case.fact(name)
        possible = known if isinstance(known, frozenset) else fact.narrow
        options = tuple(
            (option.id, option.label) for option in fact.options if _narrows(option.covers, known, possible)
        )
        return Question(name, fact.ask, fact.help, fact.sort, options, fact.example)

    def _assumed(self, transfer: Transfer, case: TransferCase, inquirer: Inquirer) -> tuple[Fact, ...]:
        taken = (self.corpus.vocabulary.fact(name) for name in self._unsaid(transfer))
        return tuple(fact for fact in taken if inquirer.matters(case, fact.id))

    def _not_looked_at(self, transfer: Transfer, layers: Mapping[Layer, Outcome | None]) -> tuple[Gap, ...]:
        def matters(gap: Gap) -> bool:
            of_the_kind = not gap.kinds or transfer.item.kind in gap.kinds
            looked_at = gap.layer and layers[gap.layer] is not None
            return of_the_kind and not looked_at and (not gap.in_transit or bool(transfer.via))

        return tuple(gap for gap in self.corpus.vocabulary.gaps if matters(gap))

    def _readings(self, duties: Iterable[Duty]) -> tuple[Reading, ...]:
        used = {duty.rule.reading for duty in duties}
        return tuple(reading for reading in self.corpus.readings if reading.id in used)

    def _notices(
        self, transfer: Transfer, item: Identification, findings: Iterable[Finding], duties: Iterable[Duty]
    ) -> tuple[Text, ...]:
        return (*item.notices, *self._reasoner.notices(transfer, findings, duties))


def _narrows(option: frozenset[str], known: FactValue, possible: frozenset[str]) -> bool:
    """Whether an option says more than what is known already."""
    return option <= possible and option != known


def _derived(transfer: Transfer) -> dict[str, FactValue]:
    """The facts that the transfer itself answers."""
    ends = {transfer.origin, transfer.destination}
    found: dict[str, FactValue] = {"kind": frozenset({transfer.item.kind})}
    if transfer.received_from and RECEIPT not in transfer.facts:
        found[RECEIPT] = any(state not in ends for state in transfer.received_from)
    return found


def _standing_with(findings: list[Finding], outcome: Outcome) -> list[Finding]:
    """What still has a point: of a transfer that is surely forbidden nothing is to be notified, papered or asked."""
    if outcome.at_least is not Rung.forbidden:
        return findings
    return [one for one in findings if one.value is True and one.rule.effect in (None, Rung.forbidden)]


def _weight(duty: Duty) -> tuple[bool, int, int]:
    """Sure ones first, the strictest first, and among those the ones with the least left open."""
    effect = duty.rule.effect
    return (not duty.certain, -(effect if effect is not None else -1), _open_leaves(duty.because))


def _open_leaves(reason: Reason) -> int:
    if not reason.parts:
        return int(reason.value is None)
    return sum(_open_leaves(part) for part in reason.parts if part.value is None)
