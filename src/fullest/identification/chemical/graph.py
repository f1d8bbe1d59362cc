"""A molecule as a small frozen graph of our own: what the rules of identification are matched against.

Hydrogens are counts on their atoms, bonds have whole orders (aromatic rings are drawn with alternating bonds and
marked), and isotopes and stereochemistry are not part of it, because they belong to their parent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

HALOGENS = frozenset({"F", "Cl", "Br", "I", "At"})


@dataclass(frozen=True, slots=True)
class Atom:
    """An atom: its element, formal charge and the hydrogens on it."""

    element: str
    charge: int = 0
    hydrogens: int = 0


@dataclass(frozen=True, slots=True)
class Bond:
    """A bond between two atoms of a graph, by their places, with its order and whether it is aromatic."""

    first: int
    second: int
    order: int
    aromatic: bool = False


@dataclass(frozen=True, slots=True)
class Graph:
    """Atoms and bonds. `neighbours[place]` holds the places bonded to it, with the order of each bond."""

    atoms: tuple[Atom, ...]
    bonds: tuple[Bond, ...]
    neighbours: tuple[tuple[tuple[int, int], ...], ...] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        sides: list[list[tuple[int, int]]] = [[] for _ in self.atoms]
        for bond in self.bonds:
            sides[bond.first].append((bond.second, bond.order))
            sides[bond.second].append((bond.first, bond.order))
        object.__setattr__(self, "neighbours", tuple(tuple(side) for side in sides))

    def elements(self) -> Counter[str]:
        """How many atoms of each element but hydrogen there are."""
        return Counter(atom.element for atom in self.atoms)

    def reached(self, start: int, without: int | None = None) -> frozenset[int]:
        """The atoms that can be reached from one, not passing through another."""
        seen, edge = {start}, [start]
        while edge:
            for place, _ in self.neighbours[edge.pop()]:
                if place not in seen and place != without:
                    seen.add(place)
                    edge.append(place)
        return frozenset(seen)

    def inner_bonds(self, places: frozenset[int]) -> list[Bond]:
        """The bonds between atoms of a set."""
        return [bond for bond in self.bonds if bond.first in places and bond.second in places]

    def part(self, places: Iterable[int]) -> Graph:
        """The graph of some of the atoms, in the order given."""
        at = {place: new for new, place in enumerate(places)}
        bonds = (
            Bond(at[bond.first], at[bond.second], bond.order, bond.aromatic)
            for bond in self.bonds
            if bond.first in at and bond.second in at
        )
        return Graph(tuple(self.atoms[place] for place in at), tuple(bonds))
