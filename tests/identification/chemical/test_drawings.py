"""Different drawings of one compound are brought to one form; different compounds are not."""

from __future__ import annotations

import pytest

from fullest.identification.chemical.drawings import fragments, hydroxy_form
from fullest.identification.chemical.structure import key_of, read_structure


def keys(smiles: str) -> list[str]:
    return sorted(key_of(part.graph) for part in fragments(read_structure(smiles).graph))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("COP(=O)(OC)OC", "CO[P+]([O-])(OC)OC"),
        ("COP(=O)(OC)OC", "COP(->O)(OC)OC"),
        ("CS(C)=O", "C[S+](C)[O-]"),
        ("CO[PH](=O)OC", "COP(O)OC"),
        ("CO[PH](=O)OC", "[H]P(=O)(OC)OC"),
        ("OP(O)O", "O[PH](=O)O"),
        ("CC(=O)O[Na]", "CC(=O)[O-].[Na+]"),
        ("C[NH+](C)C.[Cl-]", "CN(C)C.Cl"),
        ("[NH3+]CC([O-])=O", "NCC(O)=O"),
        ("CC(N)=[NH2+].[Cl-]", "CC(=[NH2+])N.[Cl-]"),
        ("C[N+](C)=C(C)N", "CN(C)C(C)=[NH2+]"),
        ("[2H]OC", "OC"),
        ("C[C@H](N)C(=O)O", "C[C@@H](N)C(=O)O"),
        ("C/C=C/C", "C/C=C\\C"),
        ("C1=CC=CC=C1", "c1ccccc1"),
        ("C[N+](=O)[O-]", "CN(=O)=O"),
    ],
)
def test_two_drawings_of_one_compound_become_one(one: str, other: str) -> None:
    """Charges, salts, metals, tautomers of phosphorus, hydrogens, isotopes, stereochemistry, rings."""
    assert [key for key in keys(one) if key != "[Na+]"] == [key for key in keys(other) if key != "[Na+]"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("CC(=O)C", "CC(O)=C"),
        ("CO[PH](=O)OC", "COP(=O)(OC)OC"),
        ("CS(C)=O", "CS(C)(=O)=O"),
        ("C[N+](C)(C)C", "CN(C)C"),
        ("CCO", "COC"),
        ("COP(O)OC", "COPOC"),
        ("C[N+](C)(C)[O-]", "CN(C)C.O"),
        ("OCCO", "OCC=O"),
    ],
)
def test_two_compounds_stay_two(one: str, other: str) -> None:
    """No tautomer canonicaliser is at work, and no part is dropped."""
    assert keys(one) != keys(other)


def test_every_part_of_a_substance_is_kept_with_its_places() -> None:
    """In the order and with the numbers of the structure as it was given."""
    parts = fragments(read_structure("OCC.[Na+].C[NH3+]").graph)
    assert [part.origin for part in parts] == [(0, 1, 2), (3,), (4, 5)]
    assert [part.protons for part in parts] == [0, 0, 1]


def test_a_compound_with_phosphorus_and_hydrogen_has_a_hydroxy_form() -> None:
    """And no other compound has."""
    graph = fragments(read_structure("COP(O)OC").graph)[0].graph
    other = hydroxy_form(graph)
    assert other is not None
    assert key_of(other) == key_of(read_structure("COP(O)OC").graph)
    assert hydroxy_form(read_structure("COP(=O)(OC)OC").graph) is None
