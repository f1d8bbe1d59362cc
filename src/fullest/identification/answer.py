"""What an identification answers: the entries that an item meets, what is open, and what should be known beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from fullest.corpus.lists import Entry
from fullest.terms.item import Item
from fullest.terms.text import Language, Text

Status = Literal["listed", "not-listed", "undetermined"]
By = Literal["structure", "cas", "name", "entry", "inchikey"]
BLOCKING = frozenset({
    "unresolved-name", "unreadable", "generic-structure", "key-only", "cas-unknown", "no-description", "kind",
})  # fmt: skip
"""Open points that leave every entry open, not just one."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A part of an entry's description and the atoms that meet it, counted from 0 as they were given."""

    says: Text
    atoms: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """An entry that the item meets, or may meet.

    Attributes:
        entry: the entry.
        certain: whether it meets it under every reading.
        by: what decided.
        because: why, in words.
        slots: which atoms meet which part of the description; empty where no structure decided.
    """

    entry: Entry
    certain: bool
    by: By
    because: Text
    slots: tuple[Slot, ...] = ()

    def to_dict(self, language: Language) -> dict[str, Any]:
        """The listing as the doors show it."""
        return {
            "entry": self.entry.id,
            "title": self.entry.title[language],
            "cites": str(self.entry.cites),
            "certain": self.certain,
            "by": self.by,
            "because": self.because[language],
            "slots": [{"slot": slot.says[language], "atoms": list(slot.atoms)} for slot in self.slots],
        }


@dataclass(frozen=True, slots=True)
class Open:
    """Something that is open, and the question that would settle it.

    Attributes:
        code: `unresolved-name`, `unreadable`, `generic-structure`, `key-only`, `conflict`, `cas-unknown`, `wording`,
            `no-description` or `kind`.
    """

    code: str
    says: Text
    ask: Text

    def to_dict(self, language: Language) -> dict[str, str]:
        """The open point as the doors show it."""
        return {"code": self.code, "says": self.says[language], "ask": self.ask[language]}


@dataclass(frozen=True, slots=True)
class Identification:
    """What an item is, on a day.

    Attributes:
        item: as it was asked about.
        on: the day, which governs the editions of the lists.
        status: `listed` where some entry is certain; `undetermined` where one is possible or all are open.
        says: the result in a sentence.
        listings: entries that it meets or may meet, certain ones first.
        open: what is open.
        notices: what should be known beside the result.
        name, cas, smiles, formula, inchikey: what the item was taken to be; empty where it is not known.
        resolved_by: the field that decided, as `smiles`; empty where none did.
        verified: whether everything the result rests on was compared with its source.
        editions: the editions of the lists that were asked, by list.
    """

    item: Item
    on: date
    status: Status
    says: Text
    listings: tuple[Listing, ...] = ()
    open: tuple[Open, ...] = ()
    notices: tuple[Text, ...] = ()
    name: str = ""
    cas: str = ""
    smiles: str = ""
    formula: str = ""
    inchikey: str = ""
    resolved_by: str = ""
    verified: bool = False
    editions: Mapping[str, date] = field(default_factory=dict)

    def listed(self, group_or_entry: str) -> bool | None:
        """Whether the item is in a list, a group of it or an entry; `None` where that is undetermined."""
        found = [one for one in self.listings if one.entry.within(group_or_entry)]
        if any(one.certain for one in found):
            return True
        return None if found or any(one.code in BLOCKING for one in self.open) else False

    def to_dict(self, language: Language = "en") -> dict[str, Any]:
        """The identification as the doors show it."""
        return {
            "status": self.status,
            "says": self.says[language],
            "listings": [one.to_dict(language) for one in self.listings],
            "open": [one.to_dict(language) for one in self.open],
            "notices": [notice[language] for notice in self.notices],
            "name": self.name,
            "cas": self.cas,
            "smiles": self.smiles,
            "formula": self.formula,
            "inchikey": self.inchikey,
            "resolved_by": self.resolved_by,
            "corpus_verified": self.verified,
            "edition": {name: day.isoformat() for name, day in self.editions.items()},
        }
