"""What must not change a verdict: the order of atoms, the way of drawing, hydrogens, isotopes, the file format."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdkit import Chem

from fullest.corpus.lists import Edition, Lists
from fullest.identification.chemical.checker import Checker
from fullest.identification.chemical.decide import EditionRules
from fullest.identification.chemical.structure import Form, read_structure

PEACEFUL = {
    "glyphosate": "OC(=O)CNCP(O)(O)=O",
    "malathion": "CCOC(=O)CC(SP(=S)(OC)OC)C(=O)OCC",
    "chlorpyrifos": "CCOP(=S)(OCC)Oc1nc(Cl)c(Cl)cc1Cl",
    "TCEP": "O=P(OCCCl)(OCCCl)OCCCl",
    "TCPP": "CC(CCl)OP(=O)(OC(C)CCl)OC(C)CCl",
    "ATP": "Nc1ncnc2c1ncn2C1OC(COP(=O)(O)OP(=O)(O)OP(=O)(O)O)C(O)C1O",
    "phosphatidylcholine": "CCCCCCCCCCCCCCCC(=O)OCC(COP([O-])(=O)OCC[N+](C)(C)C)OC(=O)CCCCCCCCCCCCCCC",
    "cyclophosphamide": "ClCCN(CCCl)P1(=O)NCCCO1",
    "fosfomycin": "CC1OC1P(O)(O)=O",
    "tenofovir": "CC(Cn1cnc2c(N)ncnc12)OCP(O)(O)=O",
    "alendronate": "NCCCC(O)(P(O)(O)=O)P(O)(O)=O",
    "choline": "C[N+](C)(C)CCO.[Cl-]",
    "aspirin": "CC(=O)Oc1ccccc1C(=O)O",
    "pyridostigmine": "C[n+]1cccc(OC(=O)N(C)C)c1.[Br-]",
    "neostigmine": "CN(C)C(=O)Oc1cccc([N+](C)(C)C)c1",
    "ethanolamine": "NCCO",
    "ethephon": "OP(O)(=O)CCCl",
    "melphalan": "NC(Cc1ccc(N(CCCl)CCCl)cc1)C(=O)O",
    "table salt": "[Na+].[Cl-]",
    "acetylcholine": "CC(=O)OCC[N+](C)(C)C",
    "procaine": "CCN(CC)CCOC(=O)c1ccc(N)cc1",
    "DMSO": "CS(C)=O",
    "urea": "NC(N)=O",
}
MIXED = (
    "CP(=O)(O)O",
    "COP(O)OC",
    "OCCSCCO",
    "ClCCN(C)CC.Cl",
    "CP(C)(=O)O",
    "OCCN(CCO)CCO",
    "CCOP(=O)(CC)OCC",
    "O=C(O)C(O)(c1ccccc1)c1ccccc1",
    "C[N+](=O)[O-]",
    "ClCP(=O)(O)O",
    "O=P(Cl)(Cl)N(C)C",
    "N#CCl",
    "OC1CN2CCC1CC2",
)
SAMPLES = (*PEACEFUL.values(), *MIXED)


@pytest.fixture(scope="module")
def verdicts(rules: EditionRules) -> Callable[[str, Form], list[tuple[str, bool]]]:
    def asked(text: str, form: Form = "smiles") -> list[tuple[str, bool]]:
        return sorted((one.entry.id, one.certain) for one in rules.decide(read_structure(text, form)).findings)

    return asked


@pytest.mark.parametrize("name", [name for name in PEACEFUL if name != "ethephon"])
def test_peaceful_chemicals_are_in_no_entry(name: str, verdicts: Callable[..., list[tuple[str, bool]]]) -> None:
    """Pesticides, flame retardants, nucleotides, lipids, medicines."""
    assert verdicts(PEACEFUL[name]) == []


def test_a_halogenated_ethyl_on_phosphorus_is_open(verdicts: Callable[..., list[tuple[str, bool]]]) -> None:
    """Ethephon: the words do not say whether 2-chloroethyl is an ethyl group."""
    assert verdicts(PEACEFUL["ethephon"]) == [("cwc/2.B.4", False)]


def _inchi(molecule: Any) -> str:
    return str(Chem.MolToInchi(molecule))  # type: ignore[no-untyped-call]


def _molecule(smiles: str) -> Any:
    return Chem.MolFromSmiles(smiles)


@given(st.sampled_from(SAMPLES), st.randoms(use_true_random=False))
def test_the_order_of_atoms_does_not_matter(rules: EditionRules, smiles: str, random: Any) -> None:
    """Nor whether rings are drawn with alternating bonds, hydrogens are written, or parts come in another order."""
    molecule = _molecule(smiles)
    order = list(range(molecule.GetNumAtoms()))
    random.shuffle(order)
    shuffled = Chem.RenumberAtoms(molecule, order)
    written = Chem.AddHs(shuffled) if random.random() < 0.5 else shuffled
    if random.random() < 0.5:
        Chem.Kekulize(written, clearAromaticFlags=True)
    text = Chem.MolToSmiles(written, canonical=False, doRandom=True, kekuleSmiles=False)
    assert _found(rules, text) == _found(rules, smiles)


@given(st.sampled_from(SAMPLES), st.integers(0, 200))
def test_isotopes_do_not_matter(rules: EditionRules, smiles: str, place: int) -> None:
    """They belong to their parent."""
    molecule = _molecule(smiles)
    atom = molecule.GetAtomWithIdx(place % molecule.GetNumAtoms())
    atom.SetIsotope(round(atom.GetMass()) + 1)
    assert _found(rules, Chem.MolToSmiles(molecule)) == _found(rules, smiles)


@pytest.mark.parametrize("number", range(len(SAMPLES)))
def test_the_file_format_does_not_matter(number: int, rules: EditionRules) -> None:
    """InChI, V2000 and V3000; an InChI moves protons of salts, so that whole substances are compared."""
    molecule, expected = _molecule(SAMPLES[number]), _found(rules, SAMPLES[number])
    for block in (Chem.MolToMolBlock(molecule), Chem.MolToV3KMolBlock(molecule)):
        assert _found(rules, block, "molfile") == expected
    assert _found(rules, _inchi(molecule), "inchi") == expected


@given(st.sampled_from(MIXED), st.sampled_from(["O", "CCO", "c1ccccc1", "[Na+].[Cl-]", "CCCCCC"]))
def test_what_stands_beside_does_not_hide_a_part(rules: EditionRules, smiles: str, beside: str) -> None:
    """Every part of a mixture is looked at; solvents and table salt make no salt of it."""
    assert _found(rules, f"{beside}.{smiles}") == _found(rules, smiles)
    assert _found(rules, f"{smiles}.{beside}") == _found(rules, smiles)


@pytest.fixture(scope="module", name="rules")
def held_rules(lists: Lists) -> EditionRules:
    edition: Edition = next(one for one in lists.editions if one.list == "cwc" and one.span.end is None)
    return EditionRules(edition, {}, Checker())


def _found(rules: EditionRules, text: str, form: Form = "smiles") -> list[tuple[str, bool]]:
    return sorted((one.entry.id, one.certain) for one in rules.decide(read_structure(text, form)).findings)
