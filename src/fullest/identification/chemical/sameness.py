"""Whether two graphs are the same compound: matched atom by atom, without the toolkit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from fullest.identification.chemical.graph import Atom, Bond, Graph

Look = Callable[[Atom], object]


def same(one: Graph, other: Graph) -> bool:
    """Whether both are one compound, hydrogens and charges included."""
    return _isomorphic(one, other, _whole, orders=True)


def same_skeleton(one: Graph, other: Graph) -> bool:
    """Whether both have the same atoms joined in the same way and as many hydrogens: a tautomer, or another drawing."""
    hydrogens = [sum(atom.hydrogens for atom in graph.atoms) for graph in (one, other)]
    return hydrogens[0] == hydrogens[1] and _isomorphic(one, other, _element, orders=False)


def _whole(atom: Atom) -> object:
    return atom


def _element(atom: Atom) -> object:
    return atom.element


def _isomorphic(one: Graph, other: Graph, look: Look, *, orders: bool) -> bool:
    if len(one.atoms) != len(other.atoms) or len(one.bonds) != len(other.bonds):
        return False
    mine, theirs = _colours(one, look), _colours(other, look)
    if Counter(mine) != Counter(theirs):
        return False
    return next(_embeddings(_Pair(one, other, mine, theirs, orders)), None) is not None


def _colours(graph: Graph, look: Look) -> list[int]:
    """A number for each atom that tells apart what its surroundings, a few bonds out, tell apart."""
    colours = [hash(look(atom)) for atom in graph.atoms]
    for _ in range(min(6, len(colours))):
        colours = [
            hash((colours[place], tuple(sorted(colours[other] for other, _ in graph.neighbours[place]))))
            for place in range(len(colours))
        ]
    return colours


class _Pair:
    """Two graphs with the colours of their atoms, and how bonds are compared."""

    def __init__(self, one: Graph, other: Graph, mine: list[int], theirs: list[int], orders: bool) -> None:
        self.one, self.other, self.mine, self.theirs = one, other, mine, theirs
        self.bonds = _kinds(one, orders=orders)
        self.other_bonds = _kinds(other, orders=orders)
        self.walk = _walk(one)

    def fits(self, place: int, candidate: int, taken: dict[int, int]) -> bool:
        if self.mine[place] != self.theirs[candidate] or candidate in taken.values():
            return False
        return all(
            self.bonds[place, near] == self.other_bonds.get((candidate, taken[near]))
            for near, _ in self.one.neighbours[place]
            if near in taken
        )


def _kinds(graph: Graph, *, orders: bool) -> dict[tuple[int, int], int]:
    kinds = {}
    for bond in graph.bonds:
        kind = _kind(bond) if orders else 1
        kinds[bond.first, bond.second] = kinds[bond.second, bond.first] = kind
    return kinds


def _kind(bond: Bond) -> int:
    """The order, and one number for every aromatic bond, since a ring may be drawn in two ways."""
    return 9 if bond.aromatic else bond.order


def _walk(graph: Graph) -> list[int]:
    """The atoms in an order in which each, where it can be, follows one it is bonded to."""
    order: list[int] = []
    for start in range(len(graph.atoms)):
        edge = [start]
        while edge:
            place = edge.pop()
            if place not in order:
                order.append(place)
                edge.extend(near for near, _ in graph.neighbours[place])
    return order


def _embeddings(pair: _Pair, taken: dict[int, int] | None = None) -> Iterator[dict[int, int]]:
    taken = taken or {}
    if len(taken) == len(pair.walk):
        yield taken
        return
    place = pair.walk[len(taken)]
    for candidate in _candidates(pair, place, taken):
        if pair.fits(place, candidate, taken):
            yield from _embeddings(pair, {**taken, place: candidate})


def _candidates(pair: _Pair, place: int, taken: dict[int, int]) -> list[int]:
    anchored = next((near for near, _ in pair.one.neighbours[place] if near in taken), None)
    if anchored is None:
        return list(range(len(pair.other.atoms)))
    return [near for near, _ in pair.other.neighbours[taken[anchored]]]
