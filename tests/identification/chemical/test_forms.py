"""Salts: which forms of a chemical there are, and which belong with it under which words."""

from __future__ import annotations

import pytest

from fullest.identification.chemical.drawings import fragments
from fullest.identification.chemical.forms import acid_protons, decided, forms, is_amine
from fullest.identification.chemical.structure import key_of, read_structure


def names(smiles: str) -> list[str]:
    parts = fragments(read_structure(smiles).graph)
    return [form.name for form in forms(parts[0], parts[1:])]


@pytest.mark.parametrize(
    ("smiles", "expected"),
    [
        ("CN(C)C", "free"),
        ("C[NH+](C)C.[Cl-]", "protonated"),
        ("CN(C)C.Cl", "protonated"),
        ("CN(C)C.OC(=O)C", "protonated"),
        ("CN(C)C.OS(=O)(=O)O", "protonated"),
        ("CN(C)C.O[N+](=O)[O-]", "protonated"),
        ("CN(C)C.[H+].[Cl-]", "protonated"),
        ("CN(C)C.O", "free"),
        ("CN(C)C.CCO", "free"),
        ("CC([O-])=O.[Na+]", "deprotonated"),
        ("CC(=O)NC.Cl", "free"),
        ("CN(C)C.C[NH+](C)C.[Cl-]", "free"),
        ("CN(C)C.CN(C)C.Cl", "free"),
        ("CN(C)C.Nc1ccccc1S(=O)(=O)O", "protonated"),
        ("CC(=N)N.Cl", "protonated"),
        ("CC#N.Cl", "free"),
    ],
)
def test_a_part_is_present_in_one_form(smiles: str, expected: str) -> None:
    """An acid makes a salt of an amine beside it, one proton an amine."""
    assert names(smiles)[0] == expected


def test_a_quaternary_amine_is_an_alkylated_form_of_several_amines() -> None:
    """Each group may be the one that was added."""
    part = fragments(read_structure("CC[N+](C)(C)Cc1ccccc1").graph)[0]
    found = {(form.name, key_of(form.graph)) for form in forms(part, ())[1:]}
    expected = {
        ("alkylated", "CN(C)Cc1ccccc1"),
        ("alkylated", "CCN(C)Cc1ccccc1"),
        ("alkylated-otherwise", "CCN(C)C"),
    }
    assert found == expected


def test_an_alkylated_amidinium_loses_a_group_from_either_nitrogen() -> None:
    """The double bond moves where it has to."""
    part = fragments(read_structure("CCN(C)C(C)=[N+](C)C").graph)[0]
    found = {key_of(form.graph) for form in forms(part, ())[1:]}
    assert {key_of(read_structure(one).graph) for one in ("CCN=C(C)N(C)C", "CN=C(C)N(C)C", "CCN(C)C(C)=NC")} <= found


@pytest.mark.parametrize(
    ("salts", "protonated", "deprotonated", "alkylated", "otherwise"),
    [
        ("included", "listed", "listed", "not-listed", "not-listed"),
        ("protonated", "listed", "salts-of-acids", "not-listed", "not-listed"),
        ("alkylated-or-protonated", "listed", "salts-of-acids", "listed", "alkylating-group"),
        ("undetermined", "salts-undetermined", "salts-undetermined", "not-listed", "not-listed"),
        ("excluded", "salts-excluded", "salts-excluded", "not-listed", "not-listed"),
    ],
)
def test_the_words_on_salts_decide_each_form(
    salts: str, protonated: str, deprotonated: str, alkylated: str, otherwise: str
) -> None:
    """The chemical itself is in under all of them."""
    asked = ("free", "protonated", "deprotonated", "alkylated", "alkylated-otherwise")
    expected = ["listed", protonated, deprotonated, alkylated, otherwise]
    assert [decided(salts, form) for form in asked] == expected  # type: ignore[arg-type]


def test_acids_and_amines_are_known_by_their_atoms() -> None:
    """Phenol and alcohols are no acids here, amides and nitriles no amines."""
    assert [
        acid_protons(read_structure(one).graph) for one in ("Cl", "OC(=O)C(O)=O", "OP(O)(O)=O", "Oc1ccccc1", "O")
    ] == [1, 2, 3, 0, 0]
    assert [is_amine(read_structure(one).graph) for one in ("N", "CN", "CC(N)=O", "CC#N", "C1CCNC1")] == [
        True,
        True,
        False,
        False,
        True,
    ]
