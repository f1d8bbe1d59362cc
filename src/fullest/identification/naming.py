"""Names and numbers: what the corpus holds under a name, a CAS Registry Number or an InChIKey."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Protocol

from fullest.corpus.lists import Chemical, Entry, Lists
from fullest.corpus.substances import plain
from fullest.errors import UnreadableValue
from fullest.identification.chemical.structure import read_structure

_CAS = re.compile(r"(\d{2,7})-(\d{2})-(\d)", re.ASCII)
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_INCHIKEY = re.compile(r"[A-Z]{14}-[A-Z]{10}-[A-Z]")


class Substance(Protocol):
    """A substance of the corpus's table."""

    @property
    def cas(self) -> str: ...
    @property
    def smiles(self) -> str: ...
    @property
    def formula(self) -> str: ...
    @property
    def names(self) -> tuple[str, ...]: ...
    @property
    def verified(self) -> bool: ...


class Substances(Protocol):
    """The corpus's table of substances, as far as it is asked here."""

    def __iter__(self) -> Iterator[Substance]: ...
    def by_cas(self, cas: str) -> Substance | None: ...
    def by_name(self, text: str) -> Substance | None: ...
    def near(self, text: str) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True)
class Known:
    """What is held under a name or a number.

    Attributes:
        name, cas: as the corpus has them.
        smiles: its structure; empty for what is only named.
        entries: the entries that name it, where it is only named.
        verified: whether it was compared with its source.
    """

    name: str
    cas: str
    smiles: str
    entries: tuple[Entry, ...]
    verified: bool


class Register:
    """Every name and number that the lists and the table of substances hold; the lists come first."""

    def __init__(self, lists: Lists, substances: Substances) -> None:
        self._substances = substances
        self._by_name: dict[str, Known] = {}
        self._by_cas: dict[str, Known] = {}
        self._given: dict[str, str] = {}
        for entry, chemical in _chemicals(lists):
            self._hold(entry, chemical)
        self._keys: dict[str, Known] | None = None
        self._lists = lists

    def _hold(self, entry: Entry, chemical: Chemical) -> None:
        smiles = chemical.smiles[0] if chemical.smiles else ""
        known = Known(chemical.name, next(iter(chemical.cas), ""), smiles, () if smiles else (entry,), entry.verified)
        for name in chemical.names:
            self._given.setdefault(plain(name), name)
            self._by_name[plain(name)] = _joined(self._by_name.get(plain(name)), known)
        for cas in chemical.cas:
            self._by_cas[cas] = _joined(self._by_cas.get(cas), known)

    def by_name(self, name: str) -> Known | None:
        """What is held under a name."""
        return self._by_name.get(plain(name)) or _perhaps(self._substances.by_name(name))

    def by_cas(self, cas: str) -> Known | None:
        """What is held under a CAS Registry Number."""
        return self._by_cas.get(cas) or _perhaps(self._substances.by_cas(cas))

    def by_inchikey(self, key: str) -> Known | None:
        """The chemical of the lists with the same first block; stereochemistry and isotopes do not count."""
        if self._keys is None:
            self._keys = {}
            for known in of_chemicals(self._lists):
                self._keys.setdefault(read_structure(known.smiles).inchikey[:14], known)
        return self._keys.get(key[:14])

    def near(self, name: str) -> tuple[str, ...]:
        """Up to three names held here that look like one that is not."""
        close = [self._given[one] for one in get_close_matches(plain(name), self._given, n=3, cutoff=0.75)]
        return tuple(dict.fromkeys([*close, *self._substances.near(name)]))[:3]

    def near_cas(self, cas: str) -> tuple[str, ...]:
        """Up to three numbers held here that differ from a wrong one in one digit or in the order of two."""
        digits = cas.replace("-", "")
        close = (number for number in _neighbours(digits) if self.by_cas(number))
        return tuple(dict.fromkeys(close))[:3]


def read_cas(text: str, register: Register) -> str:
    """A CAS Registry Number with its dashes.

    Raises:
        UnreadableValue: it has another form, or its check digit is wrong.
    """
    tidy = _DASHES.sub("-", text.strip())
    if tidy.isascii() and tidy.isdigit() and len(tidy) > 4:
        tidy = _dashed(tidy)
    if not _CAS.fullmatch(tidy):
        raise UnreadableValue(
            f'"{text}" is not a CAS number', at="item.cas", hint='digits with two dashes, as in "111-48-8"'
        )
    if not is_cas(tidy):
        near = register.near_cas(tidy)
        hint = f"did you mean {' or '.join(near)}?" if near else "compare it with the label or the data sheet"
        raise UnreadableValue(f'the check digit of the CAS number "{tidy}" is wrong', at="item.cas", hint=hint)
    return tidy


def read_inchikey(text: str) -> str:
    """An InChIKey.

    Raises:
        UnreadableValue: it has another form.
    """
    tidy = text.strip().upper().removeprefix("INCHIKEY=")
    if not _INCHIKEY.fullmatch(tidy):
        hint = "fourteen letters, ten and one, with dashes between"
        raise UnreadableValue(f'"{text}" is not an InChIKey', at="item.inchikey", hint=hint)
    return tidy


def is_cas(number: str) -> bool:
    """Whether the check digit of a CAS number is right: the others, weighted from the right, modulo ten."""
    digits = number.replace("-", "")
    total = sum(weight * int(digit) for weight, digit in enumerate(reversed(digits[:-1]), 1))
    return total % 10 == int(digits[-1])


def _dashed(digits: str) -> str:
    return f"{digits[:-3]}-{digits[-3:-1]}-{digits[-1]}"


def _neighbours(digits: str) -> Iterator[str]:
    for place in range(len(digits)):
        for other in "0123456789":
            yield _dashed(digits[:place] + other + digits[place + 1 :])
    for place in range(len(digits) - 1):
        yield _dashed(digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :])


def _chemicals(lists: Lists) -> Iterator[tuple[Entry, Chemical]]:
    for entry in lists.entries():
        for chemical in (*entry.chemicals, *entry.examples, *entry.exempt):
            yield entry, chemical


def _joined(held: Known | None, known: Known) -> Known:
    """Two entries may name the same chemical; the first structure stands, and every entry that only names it."""
    if held is None:
        return known
    first, second = (held, known) if held.smiles or not known.smiles else (known, held)
    return Known(first.name, first.cas, first.smiles, held.entries + known.entries, first.verified and second.verified)


def of_chemicals(lists: Lists) -> Iterator[Known]:
    """What the lists name or give as an example or exempt, once for each structure."""
    for entry, chemical in _chemicals(lists):
        for smiles in chemical.smiles:
            yield Known(chemical.name, next(iter(chemical.cas), ""), smiles, (), entry.verified)


def _perhaps(substance: Substance | None) -> Known | None:
    return None if substance is None else of_substance(substance)


def of_substance(substance: Substance) -> Known:
    """What the table of substances holds."""
    return Known(substance.names[0], substance.cas, substance.smiles, (), substance.verified)
