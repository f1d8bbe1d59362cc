"""What a slot of a family may hold: small pure questions about one branch of a molecule.

A branch is the set of atoms that hang on one bond. Each predicate answers yes or no; where the words of a list leave a
case open, the notation of the family says so, and the answer becomes that of the named reading.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from fullest.identification.chemical.graph import HALOGENS, Graph
from fullest.identification.chemical.sameness import same


@dataclass(frozen=True, slots=True)
class Branch:
    """One branch of a graph.

    Attributes:
        graph: the molecule.
        places: the atoms of the branch.
        root: the atom of the branch that is bonded to the rest.
        order: the order of that bond.
    """

    graph: Graph
    places: frozenset[int]
    root: int
    order: int = 1


@dataclass(frozen=True, slots=True)
class Size:
    """How many carbons: from `least` to `most`, both included."""

    least: int
    most: int

    def holds(self, count: int) -> bool:
        """Whether a count lies within."""
        return self.least <= count <= self.most


def is_alkyl(branch: Branch, size: Size) -> bool:
    """A saturated hydrocarbon group without a ring."""
    return _is_saturated(branch) and _rings(branch) == 0 and size.holds(len(branch.places))


def is_cycloalkyl(branch: Branch, size: Size) -> bool:
    """A saturated hydrocarbon group with one ring anywhere in it."""
    return _is_saturated(branch) and _rings(branch) == 1 and size.holds(len(branch.places))


def is_polycyclic(branch: Branch, size: Size) -> bool:
    """A saturated hydrocarbon group with two rings or more."""
    return _is_saturated(branch) and _rings(branch) > 1 and size.holds(len(branch.places))


def is_named_alkyl(branch: Branch, names: frozenset[str]) -> bool:
    """Methyl (`me`), ethyl (`et`), normal propyl (`npr`) or isopropyl (`ipr`), whichever are named."""
    return is_alkyl(branch, Size(1, 3)) and _small_name(branch) in names


def is_halogenated_alkyl(branch: Branch, names: frozenset[str]) -> bool:
    """One of the named groups with halogen in the place of some hydrogen, and nothing else."""
    graph = branch.graph
    halogens = {place for place in branch.places if graph.atoms[place].element in HALOGENS}
    if not halogens or branch.root in halogens or any(_degree(branch, place) != 1 for place in halogens):
        return False
    kept = branch.places - halogens
    if any(not _is_full_carbon(graph, place) for place in kept):
        return False
    inner = graph.inner_bonds(branch.places)
    tree = len(inner) == len(branch.places) - 1 and all(bond.order == 1 for bond in inner)
    return tree and len(kept) <= 3 and branch.order == 1 and _small_name(Branch(graph, kept, branch.root)) in names


def is_halogen(branch: Branch, names: frozenset[str]) -> bool:
    """A halogen atom; one of those named, where some are."""
    element = branch.graph.atoms[branch.root].element
    return len(branch.places) == 1 and branch.order == 1 and element in (names or HALOGENS)


def is_bearing(branch: Branch, size: Size, names: frozenset[str], straight_to: int = 0) -> bool:
    """An alkyl group without a ring, with one hydrogen replaced by a hydroxyl, a cyano or an acetoxy group.

    Args:
        branch: the branch.
        size: the carbons of the alkyl group, those of the substituent not counted.
        names: which substituents count: `hydroxyl`, `cyano`, `acetoxy`.
        straight_to: where it is not 0, the group must be unbranched and the substituent at most so far along it.
    """
    return any(
        size.holds(len(chain)) and (not straight_to or _locant(branch, chain, carbon) in range(1, straight_to + 1))
        for chain, carbon in _bearings(branch, names)
    )


def is_group(branch: Branch, group: Graph) -> bool:
    """Exactly one given group. `group` is drawn with a hydrogen-less carbon as the place of attachment at place 0."""
    places = [branch.root, *sorted(branch.places - {branch.root})]
    part = branch.graph.part(places)
    return branch.order == 1 and same(part, group)


def _is_saturated(branch: Branch) -> bool:
    graph = branch.graph
    inner = graph.inner_bonds(branch.places)
    return (
        branch.order == 1
        and all(_is_full_carbon(graph, place) for place in branch.places)
        and all(bond.order == 1 and not bond.aromatic for bond in inner)
    )


def _is_full_carbon(graph: Graph, place: int) -> bool:
    atom = graph.atoms[place]
    orders = sum(order for _, order in graph.neighbours[place])
    return atom.element == "C" and not atom.charge and atom.hydrogens + orders == 4


def _rings(branch: Branch) -> int:
    return len(branch.graph.inner_bonds(branch.places)) - len(branch.places) + 1


def _degree(branch: Branch, place: int) -> int:
    return len(branch.graph.neighbours[place])


def _small_name(branch: Branch) -> str:
    """The name of an acyclic group of up to three carbons."""
    inside = sum(1 for near, _ in branch.graph.neighbours[branch.root] if near in branch.places)
    return {(1, 0): "me", (2, 1): "et", (3, 1): "npr", (3, 2): "ipr"}.get((len(branch.places), inside), "")


def _bearings(branch: Branch, names: frozenset[str]) -> list[tuple[frozenset[int], int]]:
    """Each way to see the branch as an alkyl group with one substituent: its carbons, and the one that bears it."""
    found = []
    for bond in branch.graph.inner_bonds(branch.places):
        for carbon, root in ((bond.first, bond.second), (bond.second, bond.first)):
            chain = branch.graph.reached(carbon, root) & branch.places
            group = branch.places - chain
            if branch.root in chain and root in group and _is_chain(branch, chain):
                hanging = Branch(branch.graph, group, root, bond.order)
                if any(_SUBSTITUENTS[name](hanging) for name in names):
                    found.append((chain, carbon))
    return found


def _is_chain(branch: Branch, chain: frozenset[int]) -> bool:
    kept = Branch(branch.graph, chain, branch.root, branch.order)
    return _is_saturated(kept) and _rings(kept) == 0


def _locant(branch: Branch, chain: frozenset[int], carbon: int) -> int:
    """How far along an unbranched chain a carbon stands, from 1; 0 where the chain is branched."""
    place, before, step = branch.root, -1, 1
    found = 0
    while True:
        found = step if place == carbon else found
        onward = [near for near, _ in branch.graph.neighbours[place] if near in chain and near != before]
        if not onward:
            return found if step == len(chain) else 0
        if len(onward) > 1:
            return 0
        before, place, step = place, onward[0], step + 1


def _is_hydroxyl(branch: Branch) -> bool:
    atom = branch.graph.atoms[branch.root]
    return branch.order == 1 and len(branch.places) == 1 and (atom.element, atom.charge, atom.hydrogens) == ("O", 0, 1)


def _is_cyano(branch: Branch) -> bool:
    graph = branch.graph
    bonds = [
        (graph.atoms[near].element, order) for near, order in graph.neighbours[branch.root] if near in branch.places
    ]
    return (
        branch.order == 1
        and graph.atoms[branch.root].element == "C"
        and len(branch.places) == 2
        and bonds == [("N", 3)]
    )


def _is_acetoxy(branch: Branch) -> bool:
    graph = branch.graph
    elements = sorted(graph.atoms[place].element for place in branch.places)
    if branch.order != 1 or elements != ["C", "C", "O", "O"] or graph.atoms[branch.root].element != "O":
        return False
    carbonyl = next((near for near, _ in graph.neighbours[branch.root] if near in branch.places), None)
    if carbonyl is None or len(graph.neighbours[branch.root]) != 2:
        return False
    ends = {
        (graph.atoms[near].element, order, graph.atoms[near].hydrogens) for near, order in graph.neighbours[carbonyl]
    }
    return {("O", 2, 0), ("C", 1, 3)} <= ends


_SUBSTITUENTS: Mapping[str, Callable[[Branch], bool]] = {
    "hydroxyl": _is_hydroxyl,
    "cyano": _is_cyano,
    "acetoxy": _is_acetoxy,
}
SUBSTITUENTS = frozenset(_SUBSTITUENTS)
