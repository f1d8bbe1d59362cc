"""The forms in which a chemical may be present: itself, protonated, without a proton, or alkylated on nitrogen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from fullest.corpus.lists import Salts
from fullest.identification.chemical.draft import Draft
from fullest.identification.chemical.drawings import Fragment
from fullest.identification.chemical.graph import HALOGENS, Atom, Graph
from fullest.identification.chemical.predicates import Branch, Size, is_alkyl

FormName = Literal["free", "protonated", "deprotonated", "alkylated", "alkylated-otherwise"]
_ANY = Size(1, 10**6)
_MOST_QUATERNARY = 4
"""Beyond so many a part is a polymer; what is listed with its alkylated salts has one nitrogen to alkylate."""

_READINGS: Mapping[str, str] = {"undetermined": "salts-undetermined", "excluded": "salts-excluded"}
_ALKYLATED: Mapping[str, str] = {"alkylated": "listed", "alkylated-otherwise": "alkylating-group"}


@dataclass(frozen=True, slots=True)
class Form:
    """A chemical that a fragment is a form of.

    Attributes:
        name: in which form it is present.
        graph: the chemical itself.
        origin: for each of its atoms, the place in the structure as it was given.
    """

    name: FormName
    graph: Graph
    origin: tuple[int, ...]


def forms(fragment: Fragment, others: tuple[Fragment, ...]) -> tuple[Form, ...]:
    """The chemicals that a fragment may be a form of, the fragment itself first.

    Args:
        fragment: one part of a substance.
        others: its other parts; an acid among them makes a salt of an amine.
    """
    own = Form(_protonation(fragment, others), fragment.graph, fragment.origin)
    return (own, *_dealkylated(fragment))


def decided(salts: Salts, form: FormName) -> str:
    """Whether a form belongs with a chemical: `listed`, `not-listed`, or the name of the reading that decides."""
    if form == "free":
        return "listed"
    if form in ("alkylated", "alkylated-otherwise"):
        return _ALKYLATED[form] if salts == "alkylated-or-protonated" else "not-listed"
    if salts == "included":
        return "listed"
    return _READINGS.get(salts, "listed" if form == "protonated" else "salts-of-acids")


def acid_protons(graph: Graph) -> int:
    """How many protons a part gives to amines beside it: hydrogen halides, oxoacids, carboxylic acids, `H+`."""
    return sum(1 for place in range(len(graph.atoms)) if _gives_proton(graph, place))


def is_amine(graph: Graph) -> bool:
    """Whether a part has a nitrogen that takes a proton: an amine, an aniline or an amidine, and no amide."""
    return any(
        _is_basic(graph, place) and (_is_single(graph, place) or _is_amidine(graph, place))
        for place in range(len(graph.atoms))
    )


def is_aliphatic_amine(graph: Graph) -> bool:
    """Whether a part has an amine all of whose neighbours are saturated: such amines share the acid among them."""
    return any(
        _is_basic(graph, place)
        and _is_single(graph, place)
        and all(_is_single(graph, near) for near, _ in graph.neighbours[place])
        for place in range(len(graph.atoms))
    )


def is_water(graph: Graph) -> bool:
    """Whether a part is water of hydration."""
    return len(graph.atoms) == 1 and graph.atoms[0].element == "O"


def _protonation(fragment: Fragment, others: tuple[Fragment, ...]) -> FormName:
    if fragment.protons > 0:
        return "protonated"
    if fragment.protons < 0:
        return "deprotonated"
    if not is_amine(fragment.graph):
        return "free"
    amines = 1 + sum(1 for other in others if not other.protons and is_aliphatic_amine(other.graph))
    given = sum(max(acid_protons(other.graph) + min(other.protons, 0), 0) for other in others)
    return "protonated" if given >= amines else "free"


def _gives_proton(graph: Graph, place: int) -> bool:
    atom, near = graph.atoms[place], graph.neighbours[place]
    if atom.element in HALOGENS or (atom.element == "H" and atom.charge == 1):
        return not near
    return atom.element == "O" and atom.hydrogens > 0 and len(near) == 1 and _is_acid_centre(graph, near[0][0])


def _is_acid_centre(graph: Graph, place: int) -> bool:
    oxides = any(order == 2 and graph.atoms[near].element in ("O", "S") for near, order in graph.neighbours[place])
    atom = graph.atoms[place]
    nitric = atom.element == "N" and atom.charge == 1
    return oxides and (nitric or atom.element in ("C", "S", "P", "Se", "Cl", "Br", "I"))


def _is_basic(graph: Graph, place: int) -> bool:
    """Whether a nitrogen without charge is bonded to carbon and hydrogen only, and to no acyl group."""
    atom, near = graph.atoms[place], graph.neighbours[place]
    carbons = all(graph.atoms[other].element == "C" and not _is_acyl(graph, other) for other, _ in near)
    return atom.element == "N" and not atom.charge and carbons


def _is_single(graph: Graph, place: int) -> bool:
    return all(order == 1 for _, order in graph.neighbours[place])


def _is_acyl(graph: Graph, place: int) -> bool:
    return any(order == 2 and graph.atoms[near].element in ("O", "S") for near, order in graph.neighbours[place])


def _is_amidine(graph: Graph, place: int) -> bool:
    """Whether the nitrogen is double bonded to a carbon that bears another."""
    carbons = [near for near, order in graph.neighbours[place] if order == 2]
    beyond = [other for near in carbons for other, _ in graph.neighbours[near] if other != place]
    return any(graph.atoms[other].element == "N" for other in beyond)


def _dealkylated(fragment: Fragment) -> Iterator[Form]:
    """What a quaternary ammonium or an alkylated amidinium would be without one of its groups."""
    graph = fragment.graph
    quaternary = [place for place, atom in enumerate(graph.atoms) if atom == Atom("N", 1, 0)]
    if len(quaternary) > _MOST_QUATERNARY:
        return
    for bearer, shifted in (one for place in quaternary for one in _bearers(graph, place)):
        for group, order in graph.neighbours[bearer]:
            if order == 1:
                yield from _without(fragment, (bearer, group), shifted)


def _bearers(graph: Graph, place: int) -> Iterator[tuple[int, tuple[int, int, int] | None]]:
    """The nitrogens that may lose a group, and how the double bond then moves: nitrogen, carbon, other nitrogen."""
    yield place, None
    for carbon, order in graph.neighbours[place]:
        if order == 2 and graph.atoms[carbon].element == "C":
            for other, single in graph.neighbours[carbon]:
                if other != place and single == 1 and graph.atoms[other].element == "N":
                    yield other, (place, carbon, other)


def _without(fragment: Fragment, bond: tuple[int, int], shifted: tuple[int, int, int] | None) -> Iterator[Form]:
    graph = fragment.graph
    bearer, group = bond
    left = graph.reached(group, bearer)
    if any(bearer in dict(graph.neighbours[place]) for place in left - {group}):
        return
    name: FormName = "alkylated" if is_alkyl(Branch(graph, left, group), _ANY) else "alkylated-otherwise"
    draft = Draft.of(graph)
    draft.cut(bearer, group)
    if shifted:
        nitrogen, carbon, other = shifted
        draft.bind(nitrogen, carbon, 1)
        draft.bind(carbon, other, 2)
        draft.alter(nitrogen, charge=-1)
    else:
        draft.alter(bearer, charge=-1)
    kept = [place for place in range(len(graph.atoms)) if place not in left]
    yield Form(name, draft.graph().part(kept), tuple(fragment.origin[place] for place in kept))
