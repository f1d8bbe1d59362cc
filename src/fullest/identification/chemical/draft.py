"""A graph that can still be changed: how drawings of one compound are brought to one form."""

from __future__ import annotations

from dataclasses import dataclass, replace

from fullest.identification.chemical.graph import Atom, Bond, Graph


@dataclass(slots=True)
class Draft:
    """Atoms and bonds under change. Places keep their numbers.

    Attributes:
        atoms: the atoms.
        bonds: for each atom, its neighbours and the bond's order and aromaticity.
        protons: protons that were put on (negative: taken off) while charges were neutralised, by atom.
    """

    atoms: list[Atom]
    bonds: list[dict[int, tuple[int, bool]]]
    protons: dict[int, int]

    @classmethod
    def of(cls, graph: Graph) -> Draft:
        """A draft of a graph."""
        draft = cls(list(graph.atoms), [{} for _ in graph.atoms], {})
        for bond in graph.bonds:
            draft.bind(bond.first, bond.second, bond.order, aromatic=bond.aromatic)
        return draft

    def graph(self) -> Graph:
        """What has been drawn, frozen."""
        bonds = (
            Bond(first, second, order, aromatic)
            for first, side in enumerate(self.bonds)
            for second, (order, aromatic) in side.items()
            if first < second
        )
        return Graph(tuple(self.atoms), tuple(bonds))

    def bind(self, first: int, second: int, order: int, *, aromatic: bool = False) -> None:
        """Draw a bond, or change the one that is there."""
        self.bonds[first][second] = self.bonds[second][first] = (order, aromatic)

    def cut(self, first: int, second: int) -> None:
        """Take a bond away."""
        del self.bonds[first][second], self.bonds[second][first]

    def alter(self, place: int, *, charge: int = 0, hydrogens: int = 0) -> None:
        """Add to an atom's charge and hydrogens."""
        atom = self.atoms[place]
        self.atoms[place] = replace(atom, charge=atom.charge + charge, hydrogens=atom.hydrogens + hydrogens)

    def order(self, first: int, second: int) -> int:
        """The order of a bond that is there."""
        return self.bonds[first][second][0]

    def valence(self, place: int) -> int:
        """Bond orders and hydrogens together."""
        return sum(order for order, _ in self.bonds[place].values()) + self.atoms[place].hydrogens
