"""Resolving: from the ways in which an item was described to structures, and to what is only named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from fullest.corpus.lists import Edition, Entry, Lists
from fullest.errors import UnknownName
from fullest.identification.answer import Listing, Open
from fullest.identification.chemical.structure import Form, Structure, UnreadableStructure, read_structure
from fullest.identification.held import Held, is_same
from fullest.identification.naming import Known, Register, read_cas, read_inchikey
from fullest.identification.telling import Telling
from fullest.terms.item import Item
from fullest.terms.text import Text

_FORMS: tuple[Form, ...] = ("smiles", "inchi", "molfile")


@dataclass(slots=True)
class Case:
    """An item on its way to an answer.

    Attributes:
        item, on: as it was asked about.
        editions: the editions in force that day.
        structures: what was resolved to a structure, by the field that said it.
        known: what the names and numbers stand for, by the field that said it.
        cas: the CAS number with its dashes.
        later: the entry that was given, where it was not yet in force.
        listings: the entries it meets or may meet.
        doubts: an open point for an entry that it may meet, by the entry.
        open: other open points.
        notices: what should be known.
    """

    item: Item
    on: date
    editions: tuple[Edition, ...]
    structures: dict[str, Structure] = field(default_factory=dict)
    known: dict[str, Known] = field(default_factory=dict)
    cas: str = ""
    later: Entry | None = None
    listings: list[Listing] = field(default_factory=list)
    doubts: dict[str, Open] = field(default_factory=dict)
    open: list[Open] = field(default_factory=list)
    notices: list[Text] = field(default_factory=list)

    def holds(self, entry: Entry) -> bool:
        """Whether an entry is in force that day."""
        return self.find(entry.id) is not None

    def find(self, entry: str) -> Entry | None:
        """The entry as it was in force that day, or `None`."""
        return next((held for edition in self.editions if (held := edition.find(entry))), None)

    def drawn(self) -> list[Structure]:
        """The structures that were given as such, and not by a name, number or key."""
        return [self.structures[form] for form in _FORMS if form in self.structures]


class Resolver:
    """Resolves items; keeps the structures of the substances that the corpus holds."""

    def __init__(self, lists: Lists, register: Register, held: Held, telling: Telling) -> None:
        self._lists, self._register, self._telling = lists, register, telling
        self._others = held
        self._read: dict[str, Structure] = {}

    def resolve(self, case: Case) -> None:
        """Try every way in which the item was described.

        Raises:
            UnreadableValue: a CAS number with a wrong check digit, or something that is not an InChIKey.
            UnknownName: an entry that no edition of any list has.
        """
        item = case.item
        for form in _FORMS:
            if getattr(item, form).strip():
                self._structure(case, form)
        if item.cas.strip():
            case.cas = read_cas(item.cas, self._register)
            self._known(case, "cas", self._register.by_cas(case.cas))
        if item.name.strip():
            self._known(case, "name", self._register.by_name(item.name))
        if item.inchikey.strip():
            self._inchikey(case, read_inchikey(item.inchikey))
        if item.entry.strip():
            self._entry(case, item.entry.strip())
        self._leave_open(case)
        self._compare(case)

    def _structure(self, case: Case, form: Form) -> None:
        try:
            case.structures[form] = read_structure(getattr(case.item, form), form)
        except UnreadableStructure as error:
            case.open.append(self._telling.unreadable(error.code, error.reason, form))

    def _known(self, case: Case, by: Literal["cas", "name"], known: Known | None) -> None:
        if known is None:
            return
        case.known[by] = known
        if known.smiles:
            case.structures[by] = self._held(known.smiles)
        for entry in filter(case.holds, known.entries):
            case.listings.append(Listing(entry, True, by, self._telling.say("because.name", name=known.name)))

    def _held(self, smiles: str) -> Structure:
        """The structure of a substance that the corpus holds, read once."""
        if smiles not in self._read:
            self._read[smiles] = read_structure(smiles)
        return self._read[smiles]

    def _inchikey(self, case: Case, key: str) -> None:
        """A key finds what the lists name, if its last letter says that no proton was added or taken."""
        known = self._register.by_inchikey(key) if key.endswith("N") else None
        if known is not None:
            case.known["inchikey"] = known
            case.structures["inchikey"] = self._held(known.smiles)

    def _entry(self, case: Case, name: str) -> None:
        entry = self._lists.find_entry(name)
        if entry is None:
            raise UnknownName(f'no list has the entry "{name}"', at="item.entry", hint='an entry, as in "cwc/3.B.17"')
        if not case.holds(entry):
            first = min(edition.date for edition in self._lists.editions if edition.find(name))
            case.notices.append(self._telling.later(name, case.on, first))
            case.later = entry
            return
        case.listings.append(Listing(entry, True, "entry", self._telling.say("because.entry")))
        if not case.structures:
            case.notices.append(self._telling.say("notice.entry-only"))

    def _leave_open(self, case: Case) -> None:
        """What is open once everything was tried, and which words were taken as labels."""
        item = case.item
        if not (item.entry.strip() or case.structures or case.known):
            case.open.extend([self._telling.open("kind")] if item.kind != "chemical" else self._unresolved(case))
        if case.structures and item.name.strip() and "name" not in case.known:
            case.notices.append(self._telling.say("notice.label", name=item.name.strip()))
        if case.cas and "cas" not in case.known:
            self._unheld_number(case)

    def _unheld_number(self, case: Case) -> None:
        """A number that nobody here holds may be that of another chemical than what was given beside it."""
        drawn = case.drawn()
        other = next((held for one in drawn if (held := self._others.same(one))), None)
        beside = next(iter(case.known.values()), None)
        if other is not None:
            case.open.append(self._telling.number("other", cas=case.cas, name=other.name, held=other.cas))
        elif drawn:
            case.notices.append(self._telling.say("notice.cas-label", cas=case.cas))
        elif beside is not None:
            case.open.append(self._telling.number("beside", cas=case.cas, name=beside.name))
        elif case.later is not None:
            case.open.append(self._telling.open("cas-unknown", cas=case.cas))
        elif case.item.entry.strip():
            case.notices.append(self._telling.say("notice.cas-entry", cas=case.cas))

    def _unresolved(self, case: Case) -> Iterator[Open]:
        item = case.item
        if case.cas:
            yield self._telling.open("cas-unknown", cas=case.cas)
        if item.name.strip():
            yield self._telling.unresolved(item.name.strip(), self._register.near(item.name))
        if item.inchikey.strip():
            yield self._telling.open("key-only")
        if not (case.cas or item.name.strip() or item.inchikey.strip() or case.open):
            yield self._telling.open("no-description")

    def _compare(self, case: Case) -> None:
        """Whether all that was given stands for the same compound, stereochemistry and isotopes apart."""
        structures = list(case.structures.values())
        if any(not is_same(structures[0], other) for other in structures[1:]):
            case.open.append(self._telling.conflict(tuple(case.structures)))
