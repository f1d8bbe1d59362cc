"""The identification of an item: every way in which it was described is resolved, and the strictest result counts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from fullest.corpus.lists import Answer, Edition, Entry, Lists
from fullest.identification.answer import BLOCKING, By, Identification, Listing, Status
from fullest.identification.chemical.checker import Checker
from fullest.identification.chemical.decide import EditionRules, Finding
from fullest.identification.held import Held
from fullest.identification.naming import Register, Substances
from fullest.identification.resolving import Case, Resolver
from fullest.identification.telling import Called, Telling
from fullest.terms.item import Item

_BY: Mapping[str, By] = {"cas": "cas", "name": "name", "inchikey": "inchikey"}
"""What led to a structure, where it was not drawn."""


class Identifier:
    """Identifies items against the lists of the corpus. Rules are compiled when they are first needed and kept here."""

    def __init__(self, lists: Lists, substances: Substances, readings: Mapping[str, Answer] | None = None) -> None:
        """Take the lists and the names.

        Args:
            lists: the control lists.
            substances: the table of substances, for names and numbers that the lists do not hold.
            readings: how words that a list leaves open are to be read, where not as the list says.
        """
        self._lists = lists
        self._telling = Telling(lists)
        self.register = Register(lists, substances)
        self._resolver = Resolver(lists, self.register, Held(lists, substances), self._telling)
        self._readings = readings or {}
        self._checker = Checker()
        self._rules: dict[tuple[str, date], EditionRules] = {}

    def identify(self, item: Item, on: date) -> Identification:
        """What an item is, on a day.

        Raises:
            UnreadableValue: a CAS number with a wrong check digit, or something that is not an InChIKey.
            UnknownName: an entry that no edition of any list has.
        """
        case = Case(item, on, self._lists.on(on))
        self._resolver.resolve(case)
        for edition in case.editions:
            self._decide(case, edition)
        if case.later is not None and not self._shows(case, case.later):
            self._earlier(case, case.later)
        if _is_at_odds(case):
            case.open.append(self._telling.conflict(("entry", *case.structures)))
        case.listings = _strictest(case.listings)
        certain = {listing.entry.id for listing in case.listings if listing.certain}
        case.open.extend(doubt for entry, doubt in case.doubts.items() if entry not in certain)
        if case.item.kind != "chemical" and not case.listings and not case.item.entry.strip() and not case.open:
            case.open.append(self._telling.open("kind"))
        self._notice(case)
        return self._answer(case)

    def holds_name(self, name: str) -> bool:
        """Whether a list or the table of substances holds the name."""
        return self.register.by_name(name) is not None

    def rules(self, edition: Edition) -> EditionRules:
        """The compiled rules of an edition.

        Raises:
            CorpusError: a rule cannot be read.
        """
        key = edition.list, edition.date
        if key not in self._rules:
            self._rules[key] = EditionRules(edition, self._readings, self._checker)
        return self._rules[key]

    def _decide(self, case: Case, edition: Edition) -> None:
        rules = self.rules(edition)
        for said, structure in case.structures.items():
            verdict = rules.decide(structure)
            for finding in verdict.findings:
                self._list(case, finding, _BY.get(said, "structure"))
            case.notices.extend(self._telling.exclusion(one) for one in verdict.exclusions)

    def _list(self, case: Case, finding: Finding, by: By) -> None:
        case.listings.append(self._telling.listing(finding, by))
        if not finding.certain:
            case.doubts.setdefault(finding.entry.id, self._telling.doubt(finding))

    def _shows(self, case: Case, later: Entry) -> bool:
        """Whether a structure meets an entry that was not yet in force, so that the structure decides."""
        edition = next(one for one in self._lists.editions if one.find(later.id))
        verdicts = (self.rules(edition).decide(structure) for structure in case.structures.values())
        return any(finding.entry.id == later.id for verdict in verdicts for finding in verdict.findings)

    def _earlier(self, case: Case, later: Entry) -> None:
        """The entries that chemicals of a later entry met before it was in force."""
        for entry in filter(None, map(case.find, later.earlier)):
            listing, doubt = self._telling.earlier(later, entry)
            case.listings.append(listing)
            if doubt is not None:
                case.doubts.setdefault(entry.id, doubt)

    def _notice(self, case: Case) -> None:
        in_force = {edition.list for edition in case.editions}
        for name in sorted({edition.list for edition in self._lists.editions} - in_force):
            case.notices.append(self._telling.not_in_force(name, case.on))
        if _status(case) == "not-listed":
            case.notices.append(self._telling.say("notice.purpose"))

    def _answer(self, case: Case) -> Identification:
        status = _status(case)
        structure = next(iter(case.structures.values()), None)
        known = next(iter(case.known.values()), None)
        name = known.name if known else case.item.name.strip()
        called = Called(name, structure.formula if structure else "")
        return Identification(
            item=case.item,
            on=case.on,
            status=status,
            says=self._telling.result(status, called, case.listings, case.open),
            listings=tuple(case.listings),
            open=tuple(case.open),
            notices=tuple(dict.fromkeys(case.notices)),
            name=name,
            cas=case.cas or (known.cas if known else ""),
            smiles=structure.smiles if structure else "",
            formula=structure.formula if structure else "",
            inchikey=structure.inchikey if structure else case.item.inchikey.strip(),
            resolved_by=_resolved_by(case),
            verified=_is_verified(case),
            editions={edition.list: edition.date for edition in case.editions},
        )


def _status(case: Case) -> Status:
    if any(listing.certain for listing in case.listings):
        return "listed"
    return "undetermined" if case.listings or any(one.code in BLOCKING for one in case.open) else "not-listed"


def _is_at_odds(case: Case) -> bool:
    """Whether an entry was given, and a structure that it could be seen by does not meet it."""
    stated = next((one.entry for one in case.listings if one.by == "entry"), None)
    if stated is None or not case.structures:
        return False
    shows = bool(stated.families or stated.elements or stated.isotopes or any(one.smiles for one in stated.chemicals))
    return shows and not any(one.entry == stated and one.by != "entry" for one in case.listings)


def _strictest(listings: list[Listing]) -> list[Listing]:
    """One listing an entry, the most certain and then the most telling; certain and verified entries first."""
    best: dict[str, Listing] = {}
    for listing in listings:
        held = best.get(listing.entry.id)
        if held is None or (listing.certain, bool(listing.slots)) > (held.certain, bool(held.slots)):
            best[listing.entry.id] = listing
    return sorted(best.values(), key=lambda one: (not one.certain, not one.entry.verified))


def _resolved_by(case: Case) -> str:
    """The first field that said what the item is."""
    found = [*case.structures, *case.known]
    if found:
        return found[0]
    by = [listing.by for listing in case.listings]
    return by[0] if by else ""


def _is_verified(case: Case) -> bool:
    """Whether the entries met, and the names and numbers that led there, were compared with their sources."""
    entries = [*(listing.entry for listing in case.listings), *([case.later] if case.later else [])]
    return all(entry.verified for entry in entries) and all(one.verified for one in case.known.values())
