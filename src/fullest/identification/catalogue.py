"""The chemicals that can be found by name, listed ones and others, for completion while somebody types."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from fullest.corpus.lists import Lists
from fullest.corpus.substances import Substances, plain


class Suggestion(NamedTuple):
    """A chemical as it is suggested.

    Attributes:
        name: the name that was begun.
        cas: its CAS Registry Number, or an empty string.
        entry: the list entry that names it, or an empty string.
    """

    name: str
    cas: str
    entry: str = ""


class Catalogue:
    """Finds chemicals by the beginning of a name or number."""

    def __init__(self, lists: Lists, substances: Substances) -> None:
        found = {(plain(one.name), one) for one in (*_listed(lists), *_others(substances))}
        found |= {(one.cas, one) for _, one in found if one.cas}
        self._keys = sorted(found)

    def starting_with(self, text: str, limit: int) -> tuple[Suggestion, ...]:
        """Chemicals whose name or number begins so, one suggestion for each CAS number, shortest names first."""
        begun = text.strip() if text.strip()[:1].isdigit() and "-" in text else plain(text)
        first = bisect_left(self._keys, (begun,))
        fitting: list[Suggestion] = []
        for key, suggestion in self._keys[first:]:
            if not begun or not key.startswith(begun):
                break
            fitting.append(suggestion)
        unique = {one.cas or one.name: one for one in sorted(fitting, key=lambda one: -len(one.name))}
        return tuple(sorted(unique.values(), key=lambda one: (len(one.name), one.name))[:limit])


def _listed(lists: Lists) -> Iterator[Suggestion]:
    for entry in lists.entries():
        for chemical in (*entry.chemicals, *entry.examples):
            for name in chemical.names:
                yield Suggestion(name, next(iter(chemical.cas), ""), entry.id)


def _others(substances: Substances) -> Iterator[Suggestion]:
    for substance in substances:
        for name in (*substance.names, *substance.french):
            yield Suggestion(name, substance.cas)
