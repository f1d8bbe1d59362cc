"""Structures that the corpus holds, found by structure: under which name and number is this one known here?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from fullest.corpus.lists import Lists
from fullest.identification.chemical.drawings import fragments
from fullest.identification.chemical.structure import Structure, key_of, read_structure
from fullest.identification.naming import Known, Substances, of_chemicals, of_substance

Elements = frozenset[tuple[str, int]]
_ELEMENT = re.compile(r"([A-Z][a-z]?)(\d*)", re.ASCII)
_HYDROGEN = frozenset({"H", "D", "T"})


class Held:
    """Finds structures by their elements, then by their parts. What is compared once is kept."""

    def __init__(self, lists: Lists, substances: Substances) -> None:
        self._lists, self._substances = lists, substances
        self._by_elements: dict[Elements, list[Known]] = {}
        self._keys: dict[str, tuple[str, ...]] = {}

    def same(self, structure: Structure) -> Known | None:
        """What is held with the same structure under a CAS number, or `None`."""
        if not self._by_elements:
            self._sort()
        key = parts_key(structure)
        alike = self._by_elements.get(_elements(structure), ())
        return next((known for known in alike if known.cas and self._key(known.smiles) == key), None)

    def _sort(self) -> None:
        for elements, known in (*self._listed(), *self._others()):
            self._by_elements.setdefault(elements, []).append(known)

    def _listed(self) -> Iterator[tuple[Elements, Known]]:
        for known in of_chemicals(self._lists):
            yield _elements(read_structure(known.smiles)), known

    def _others(self) -> Iterator[tuple[Elements, Known]]:
        """The table of substances has a formula for each, so that few structures need to be read."""
        for substance in self._substances:
            counted = {(name, int(count or 1)) for name, count in _ELEMENT.findall(substance.formula)}
            yield frozenset(one for one in counted if one[0] not in _HYDROGEN), of_substance(substance)

    def _key(self, smiles: str) -> tuple[str, ...]:
        if smiles not in self._keys:
            self._keys[smiles] = parts_key(read_structure(smiles))
        return self._keys[smiles]


def is_same(one: Structure, other: Structure) -> bool:
    """Whether two structures are the same substance, part by part, each in its neutral form."""
    return parts_key(one) == parts_key(other)


def parts_key(structure: Structure) -> tuple[str, ...]:
    """The parts of a structure, each in its neutral form, in an order of their own."""
    return tuple(sorted(key_of(part.graph) for part in fragments(structure.graph)))


def _elements(structure: Structure) -> Elements:
    return frozenset(one for one in structure.graph.elements().items() if one[0] not in _HYDROGEN)
