"""Predicates against counted oracles, and exhaustively on benign anchors: benzoic esters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations_with_replacement

import pytest

from fullest.corpus.lists import Check, Entry, Family
from fullest.identification.chemical.draft import Draft
from fullest.identification.chemical.families import Rule
from fullest.identification.chemical.graph import Atom, Bond, Graph
from fullest.identification.chemical.predicates import (
    Branch,
    Size,
    is_alkyl,
    is_bearing,
    is_cycloalkyl,
    is_halogen,
    is_halogenated_alkyl,
    is_named_alkyl,
    is_polycyclic,
)
from fullest.identification.chemical.structure import key_of, read_structure
from fullest.terms.citation import Citation
from fullest.terms.text import same

ALKYLS = (1, 1, 2, 4, 8, 17, 39, 89, 211, 507)
"""Alkyl groups by number of carbons (OEIS A000598)."""
MONOCYCLIC = (1, 4, 14, 44, 135, 403, 1190)
"""Groups with one ring, of three to nine carbons."""
ANY = Size(1, 99)
SMALL = frozenset({"me", "et", "npr", "ipr"})


@cache
def trees(count: int) -> tuple[str, ...]:
    """Every alkyl group of so many carbons, as SMILES written from its root."""
    return tuple(f"C{children}" for children in _children(count - 1, 3))


@cache
def _children(count: int, most: int) -> tuple[str, ...]:
    """Every way to hang so many carbons on one, as at most three groups; the order does not count."""
    if count == 0:
        return ("",)
    found: set[str] = set()
    for number in range(1, most + 1):
        for sizes in _partitions(count, number):
            found.update("".join(f"({group})" for group in groups) for groups in _choices(sizes))
    return tuple(sorted(found))


def _partitions(total: int, parts: int, least: int = 1) -> Iterator[tuple[int, ...]]:
    if parts == 1:
        if total >= least:
            yield (total,)
        return
    for first in range(least, total // parts + 1):
        for rest in _partitions(total - first, parts - 1, first):
            yield (first, *rest)


def _choices(sizes: tuple[int, ...]) -> Iterator[tuple[str, ...]]:
    counts: dict[int, int] = defaultdict(int)
    for size in sizes:
        counts[size] += 1
    chosen: list[tuple[str, ...]] = [()]
    for size, number in counts.items():
        options = list(combinations_with_replacement(trees(size), number))
        chosen = [held + option for held in chosen for option in options]
    return iter(chosen)


@cache
def rings(count: int) -> tuple[Graph, ...]:
    """Every saturated group of so many carbons with one ring, its open place borne by atom 0 as an iodine."""
    found: dict[str, Graph] = {}
    for tree in trees(count):
        graph = read_structure(f"I{tree}").graph
        for closed in _closed(graph):
            found.setdefault(key_of(closed), closed)
    return tuple(found.values())


def _closed(graph: Graph) -> Iterator[Graph]:
    for first in range(1, len(graph.atoms)):
        for second in range(first + 1, len(graph.atoms)):
            bonded = second in dict(graph.neighbours[first])
            if not bonded and graph.atoms[first].hydrogens and graph.atoms[second].hydrogens:
                draft = Draft.of(graph)
                draft.bind(first, second, 1)
                draft.alter(first, hydrogens=-1)
                draft.alter(second, hydrogens=-1)
                yield draft.graph()


def branch(smiles: str) -> Branch:
    """What hangs on the first atom of a structure."""
    return hanging(read_structure(smiles).graph)


def hanging(graph: Graph) -> Branch:
    ((root, order),) = graph.neighbours[0]
    return Branch(graph, graph.reached(root, 0), root, order)


@pytest.mark.parametrize("count", range(1, 11))
def test_alkyl_groups_are_as_many_as_they_should_be(count: int) -> None:
    """The oracle itself, and that each is an alkyl group of its size and of no other."""
    groups = [branch(f"I{tree}") for tree in trees(count)]
    assert len({key_of(group.graph) for group in groups}) == ALKYLS[count - 1]
    assert all(is_alkyl(group, Size(count, count)) for group in groups)
    assert not any(is_alkyl(group, Size(1, count - 1)) or is_alkyl(group, Size(count + 1, 99)) for group in groups)
    assert not any(is_cycloalkyl(group, ANY) or is_polycyclic(group, ANY) for group in groups)


@pytest.mark.parametrize("count", range(3, 10))
def test_groups_with_one_ring_are_as_many_as_they_should_be(count: int) -> None:
    """The oracle itself, and that each is a cycloalkyl group of its size and of no other."""
    groups = [hanging(graph) for graph in rings(count)]
    assert len(groups) == MONOCYCLIC[count - 3]
    assert all(is_cycloalkyl(group, Size(count, count)) for group in groups)
    assert not any(is_cycloalkyl(group, Size(1, count - 1)) or is_alkyl(group, ANY) for group in groups)


def test_groups_with_two_rings_are_told_apart() -> None:
    """A second ring makes a group polycyclic, wherever it is."""
    groups = [hanging(graph) for one in rings(6) for graph in _closed(one)]
    assert len(groups) > 100
    assert all(is_polycyclic(group, Size(6, 6)) and not is_cycloalkyl(group, ANY) for group in groups)


def test_the_four_small_groups_are_told_apart() -> None:
    """Methyl, ethyl, n-propyl and isopropyl, each by its name and by no other, and no further group of up to five."""
    names = {"IC": "me", "ICC": "et", "ICCC": "npr", "IC(C)C": "ipr"}
    for smiles, name in names.items():
        assert is_named_alkyl(branch(smiles), frozenset({name}))
        assert not is_named_alkyl(branch(smiles), SMALL - {name})
    others = [f"I{tree}" for count in (4, 5) for tree in trees(count)]
    assert not any(is_named_alkyl(branch(one), SMALL) for one in (*others, "IC1CC1", "IC=C", "IC#C", "ICO", "IN"))


@pytest.mark.parametrize("smiles", ["NCCl", "NC(F)(F)F", "NC(Cl)C", "NCCBr", "NCCCF", "NC(CF)C", "NC(F)(F)C(F)(F)F"])
def test_a_small_group_with_halogen_is_one(smiles: str) -> None:
    """Halogen in the place of some hydrogen, or of all."""
    assert is_halogenated_alkyl(branch(smiles), SMALL)


@pytest.mark.parametrize("smiles", ["NC", "NCl", "NCCCCF", "NCO", "NC(F)O", "NC=CF", "NC1CC1F", "NC(=O)F", "NCOCl"])
def test_other_groups_are_no_small_group_with_halogen(smiles: str) -> None:
    """No halogen, too many carbons, another element, an unsaturated bond, a ring."""
    assert not is_halogenated_alkyl(branch(smiles), SMALL)


def test_a_halogen_is_one_atom() -> None:
    """Of those named, or any where none is."""
    assert is_halogen(branch("CCl"), frozenset({"Cl"}))
    assert is_halogen(branch("CI"), frozenset())
    assert not is_halogen(branch("CBr"), frozenset({"Cl"}))
    assert not is_halogen(branch("CO"), frozenset())


@pytest.mark.parametrize(("smiles", "name"), [("NCCO", "hydroxyl"), ("NCCC#N", "cyano"), ("NCCOC(C)=O", "acetoxy")])
def test_an_alkyl_group_bears_one_substituent(smiles: str, name: str) -> None:
    """Its carbons are counted without those of the substituent, and how far along it stands."""
    group, names = branch(smiles), frozenset({name})
    assert is_bearing(group, Size(2, 2), names)
    assert is_bearing(group, Size(2, 2), names, straight_to=2)
    assert not is_bearing(group, Size(2, 2), names, straight_to=1)
    assert not is_bearing(group, Size(1, 1), names) or name == "cyano"
    assert not is_bearing(group, Size(2, 2), frozenset({"hydroxyl", "cyano", "acetoxy"}) - names)


def benzoate_rule() -> Rule:
    """A stand-in of the shape of the families: esters of benzoic acid with alkyl up to ten carbons."""
    branches = (
        "=O",
        '-<group "[c]1ccccc1">',
        "-O-<alkyl to 10 | cycloalkyl to 10 | polycyclic to 10 ?polycyclic-alkyl>",
    )
    family = Family("C", branches, "forbidden", (), (), "included", (), "", Check((), {}))
    entry = Entry("xa/1", same("esters"), Citation("xa", "1"), (), verified=True, evidence="", families=(family,))
    return Rule(family, entry)


def test_every_alkyl_benzoate_is_in_and_every_near_one_is_out() -> None:
    """Exhaustive over the slot: all 879 groups without a ring, all 1,791 with one of up to nine carbons."""
    rule = benzoate_rule()
    acyclic = [f"O=C(c1ccccc1)O{tree}" for count in range(1, 11) for tree in trees(count)]
    assert len(acyclic) == sum(ALKYLS)
    assert all(_is_in(rule, read_structure(one).graph) for one in acyclic)
    cyclic = [_benzoate(graph) for count in range(3, 10) for graph in rings(count)]
    assert len(cyclic) == sum(MONOCYCLIC)
    assert all(_is_in(rule, graph) for graph in cyclic)


def test_no_near_miss_of_a_benzoate_is_in() -> None:
    """Eleven carbons, an element, an unsaturated bond or a substituent too many, another core."""
    rule = benzoate_rule()
    for tree in trees(7):
        for template in (
            "O=C(c1ccccc1)OCCCC{}",
            "S=C(c1ccccc1)O{}",
            "O=C(c1ccccc1)S{}",
            "O=C(c1ccccc1C)O{}",
            "O=C(Cc1ccccc1)O{}",
        ):
            assert rule.match(read_structure(template.format(tree)).graph, {}) is None
    for group in ("C=C", "CC#C", "CCF", "COC", "CCN", "c1ccccc1", "[H]", "CC(=O)C", "C" * 11, "C1CCCCCCCCCC1"):
        assert rule.match(read_structure(f"O=C(c1ccccc1)O{group}").graph, {}) is None


def test_an_open_group_waits_for_its_reading() -> None:
    """A group with two rings is open, in or out, as the reading says."""
    rule, graph = benzoate_rule(), read_structure("O=C(c1ccccc1)OC1CC2CCC1C2").graph
    found = rule.match(graph, {})
    assert found is not None
    assert found.readings == {"polycyclic-alkyl"}
    listed = rule.match(graph, {"polycyclic-alkyl": "listed"})
    assert listed is not None
    assert listed.certain
    assert rule.match(graph, {"polycyclic-alkyl": "not-listed"}) is None


def _is_in(rule: Rule, graph: Graph) -> bool:
    found = rule.match(graph, {})
    return found is not None and found.certain


def _benzoate(group: Graph) -> Graph:
    """The benzoate of a group whose open place is an iodine."""
    acid = read_structure("O=C(c1ccccc1)[O]").graph
    shift = len(acid.atoms)
    oxygen = next(
        place for place, atom in enumerate(acid.atoms) if atom == Atom("O") and acid.neighbours[place][0][1] == 1
    )
    moved = [Bond(one.first + shift - 1, one.second + shift - 1, one.order) for one in group.bonds if one.first]
    root = group.neighbours[0][0][0]
    return Graph(acid.atoms + group.atoms[1:], (*acid.bonds, *moved, Bond(oxygen, root + shift - 1, 1)))
