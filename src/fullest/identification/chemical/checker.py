"""The second opinion: every certain listing is looked at again, by another road.

It shares no code with the matching of families. A member of a family must contain the substructures that the list
states for it apart from its rule, and its elements must lie within the bounds stated there; a named chemical must have
the atoms of the named structure, joined as they are there, and no other. Where the two disagree, the answer is left to
a person, and says so.
"""

from __future__ import annotations

from collections import Counter

from fullest.corpus.lists import Check, Chemical, Entry
from fullest.errors import CorpusError
from fullest.identification.chemical.graph import Graph
from fullest.identification.chemical.structure import Pattern


class Checker:
    """Checks listings; keeps its compiled patterns."""

    def __init__(self) -> None:
        self._patterns: dict[str, Pattern] = {}

    def agrees(self, entry: Entry, check: Check, graph: Graph) -> bool:
        """Whether a compound can be a member of a family of an entry."""
        if not all(self._pattern(smarts, entry).within(graph) for smarts in check.smarts):
            return False
        counts = Counter(atom.element for atom in graph.atoms if atom.element != "H")
        bounds = check.elements
        return not bounds or (
            set(counts) <= set(bounds) and all(least <= counts[name] <= most for name, (least, most) in bounds.items())
        )

    def is_named(self, entry: Entry, chemical: Chemical, graph: Graph) -> bool:
        """Whether a compound has the atoms of a named chemical, joined as it has them, and no other."""
        return any(self._pattern(smiles, entry).is_skeleton_of(graph) for smiles in chemical.smiles)

    def _pattern(self, text: str, entry: Entry) -> Pattern:
        if text not in self._patterns:
            try:
                self._patterns[text] = Pattern(text)
            except ValueError as error:
                raise CorpusError(f'cannot read the pattern "{text}"', at=entry.at, hint="SMARTS") from error
        return self._patterns[text]
