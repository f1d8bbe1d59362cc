"""Different drawings of one compound, brought to one form.

Brought together are: charge-separated and double bonds (`[P+]-[O-]`, `P=O`), metals drawn with covalent bonds and as
ions, protonated and deprotonated forms and the neutral one, the two ways to draw an amidinium, and the two tautomers of
a compound with P-OH or P-H. Nothing else: no tautomer canonicaliser and no choice of a parent fragment is used, because
both lose listed chemicals.
"""

from __future__ import annotations

from dataclasses import dataclass

from fullest.identification.chemical.draft import Draft
from fullest.identification.chemical.graph import HALOGENS, Graph

_DOUBLE_BONDED = frozenset({"P", "S", "As", "Se", "Te", "Sb", "Cl", "Br", "I"})
"""Elements whose charge-separated drawings are the same compound as the double-bonded ones."""
_NOT_METALS = HALOGENS | {
    "H", "B", "C", "N", "O", "Si", "P", "S", "Ge", "As", "Se", "Sb", "Te", "He", "Ne", "Ar", "Kr", "Xe", "Rn",
}  # fmt: skip
_LETS_METAL_GO = frozenset({"O", "S", "Se", "N"}) | HALOGENS


@dataclass(frozen=True, slots=True)
class Fragment:
    """One connected part of a substance, in its neutral form.

    Attributes:
        graph: the part, neutral where adding or taking protons makes it so.
        origin: for each atom, its place in the structure as it was given.
        protons: how many protons the given form has more than the neutral one.
    """

    graph: Graph
    origin: tuple[int, ...]
    protons: int


def fragments(graph: Graph) -> tuple[Fragment, ...]:
    """The connected parts of a structure, each in its neutral form and the one drawing."""
    draft = Draft.of(graph)
    for step in (_free_metals, _join_charges, _neutralise, _resonance, _neutralise, _to_oxide):
        step(draft)
    whole = draft.graph()
    return tuple(_fragment(whole, places, draft.protons) for places in _parts(whole))


def hydroxy_form(graph: Graph) -> Graph | None:
    """The tautomer with P-OH of a compound drawn with P-H and P=O, or `None` where there is none."""
    phosphorus = [place for place, atom in enumerate(graph.atoms) if atom.element == "P" and atom.hydrogens]
    if not phosphorus:
        return None
    draft = Draft.of(graph)
    for place in phosphorus:
        oxide = next((near for near in draft.bonds[place] if _is_oxide(draft, place, near)), None)
        if oxide is not None and not draft.atoms[place].charge:
            _shift(draft, place, oxide, order=1)
    return draft.graph()


def _fragment(whole: Graph, places: tuple[int, ...], protons: dict[int, int]) -> Fragment:
    return Fragment(whole.part(places), places, sum(protons.get(place, 0) for place in places))


def _parts(graph: Graph) -> list[tuple[int, ...]]:
    left, parts = set(range(len(graph.atoms))), []
    while left:
        part = graph.reached(min(left))
        parts.append(tuple(sorted(part)))
        left -= part
    return parts


def _free_metals(draft: Draft) -> None:
    """A metal bonded to oxygen, nitrogen, sulfur or halogen is drawn as an ion."""
    for place, atom in enumerate(draft.atoms):
        if atom.element in _NOT_METALS:
            continue
        for other, (order, _) in list(draft.bonds[place].items()):
            if draft.atoms[other].element in _LETS_METAL_GO:
                draft.cut(place, other)
                draft.alter(place, charge=order)
                draft.alter(other, charge=-order)


def _join_charges(draft: Draft) -> None:
    """A positive phosphorus (sulfur, …) beside a negative neighbour is drawn with a double bond."""
    for place, atom in enumerate(draft.atoms):
        if atom.element not in _DOUBLE_BONDED:
            continue
        for other, (order, _) in draft.bonds[place].items():
            if draft.atoms[place].charge > 0 > draft.atoms[other].charge:
                draft.bind(place, other, order + 1)
                draft.alter(place, charge=-1)
                draft.alter(other, charge=1)


def _neutralise(draft: Draft) -> None:
    for place, atom in enumerate(draft.atoms):
        if atom.charge > 0 and atom.hydrogens and atom.element in _NOT_METALS:
            _protonate(draft, place, -min(atom.charge, atom.hydrogens))
        elif atom.charge < 0 and not _beside_cation(draft, place):
            _protonate(draft, place, -atom.charge)


def _protonate(draft: Draft, place: int, protons: int) -> None:
    draft.alter(place, charge=protons, hydrogens=protons)
    draft.protons[place] = draft.protons.get(place, 0) - protons


def _beside_cation(draft: Draft, place: int) -> bool:
    return any(draft.atoms[n].charge > 0 and not draft.atoms[n].hydrogens for n in draft.bonds[place])


def _resonance(draft: Draft) -> None:
    """An amidinium's charge is put where a proton can leave: `HN-C=N+` becomes `+HN=C-N`, the same compound."""
    for place, atom in enumerate(draft.atoms):
        if atom.element != "N" or atom.charge != 1 or atom.hydrogens:
            continue
        for carbon, (order, aromatic) in draft.bonds[place].items():
            donor = _donor(draft, carbon, place)
            if order == 2 and not aromatic and draft.atoms[carbon].element == "C" and donor is not None:
                draft.bind(carbon, place, 1)
                draft.bind(carbon, donor, 2)
                draft.alter(place, charge=-1)
                draft.alter(donor, charge=1)
                break


def _donor(draft: Draft, carbon: int, apart_from: int) -> int | None:
    for place, (order, _) in draft.bonds[carbon].items():
        atom = draft.atoms[place]
        if place != apart_from and order == 1 and atom.element == "N" and atom.hydrogens and not atom.charge:
            return place
    return None


def _to_oxide(draft: Draft) -> None:
    """Phosphorus(III) with a hydroxyl is drawn as its tautomer with P-H and P=O, as the catalogues mostly do."""
    for place, atom in enumerate(draft.atoms):
        if atom.element != "P" or atom.charge or draft.valence(place) != 3:
            continue
        hydroxyl = next((n for n in draft.bonds[place] if _is_hydroxyl(draft, n)), None)
        if hydroxyl is not None:
            _shift(draft, place, hydroxyl, order=2)


def _shift(draft: Draft, phosphorus: int, oxygen: int, *, order: int) -> None:
    """Move a hydrogen between phosphorus and its oxygen."""
    toward_phosphorus = 1 if order == 2 else -1
    draft.bind(phosphorus, oxygen, order)
    draft.alter(phosphorus, hydrogens=toward_phosphorus)
    draft.alter(oxygen, hydrogens=-toward_phosphorus)


def _is_hydroxyl(draft: Draft, place: int) -> bool:
    atom = draft.atoms[place]
    return atom.element == "O" and atom.hydrogens == 1 and len(draft.bonds[place]) == 1


def _is_oxide(draft: Draft, phosphorus: int, place: int) -> bool:
    return draft.atoms[place].element == "O" and draft.order(phosphorus, place) == 2
