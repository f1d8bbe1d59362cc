"""Structures in and out: what is read, what is refused, and what is drawn."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullest.identification.chemical.structure import UnreadableStructure, drawing, key_of, read_structure


def test_a_structure_has_its_formula_key_and_canonical_form() -> None:
    """However it was written."""
    one, other = read_structure("OCCSCCO"), read_structure("C(CO)SCCO")
    assert (one.smiles, one.formula, one.inchikey) == ("OCCSCCO", "C4H10O2S", "YODZTKMDCQEPHD-UHFFFAOYSA-N")
    assert other.smiles == one.smiles


def test_hydrogens_are_counted_on_their_atoms() -> None:
    """Written out or not."""
    assert key_of(read_structure("[H]OC([H])([H])C").graph) == key_of(read_structure("OCC").graph)


def test_isotopes_are_kept_apart_from_the_graph() -> None:
    """Heavy water is water, with its isotope named."""
    heavy = read_structure("[2H]O[2H]")
    assert heavy.isotopes == {"H2"}
    assert heavy.graph == read_structure("O").graph


@pytest.mark.parametrize("text", ["*CC", "C~C", "[R1]CC", "C[*]", "CC |$R$|", "[#0]C", "CC%10*.C%10"])
def test_a_structure_with_an_open_place_is_generic(text: str) -> None:
    """It stands for several compounds."""
    with pytest.raises(UnreadableStructure) as caught:
        read_structure(text)
    assert caught.value.code in ("generic-structure", "unreadable")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "no-structure"),
        ("   ", "no-structure"),
        ("thiodiglycol", "no-structure"),
        ("C(", "no-structure"),
        ("C1CC", "no-structure"),
        ("C" * 1_001, "too-large"),
        ("C" * 20_001, "too-long"),
        ("C(C)(C)(C)(C)C", "no-valence"),
        ("c1cccc1", "no-valence"),
        ("\x00", "no-structure"),
        ("Ω", "no-structure"),
        ("F[F]F.O=O=O", "no-valence"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(text: str, reason: str) -> None:
    """And never with another exception."""
    with pytest.raises(UnreadableStructure) as caught:
        read_structure(text)
    assert (caught.value.code, caught.value.reason) == ("unreadable", reason)


def test_parts_written_apart_are_not_lost() -> None:
    """A space beside the dot, and a name after the structure; but one line holds one structure."""
    assert read_structure("OCC . Cl hydrochloride").smiles == "CCO.Cl"
    with pytest.raises(UnreadableStructure) as caught:
        read_structure("OCC\nCl")
    assert caught.value.reason == "several"


def test_a_net_of_rings_is_refused() -> None:
    """The toolkit would take too long over it."""
    with pytest.raises(UnreadableStructure) as caught:
        read_structure("C1CC1" * 160)
    assert caught.value.reason == "too-large"


def test_an_unusual_valence_of_phosphorus_is_trusted() -> None:
    """The connectivity says enough."""
    assert read_structure("FP(F)(F)(F)(F)F").graph.elements() == {"F": 6, "P": 1}


def test_the_other_forms_give_the_same_structure(molfiles: dict[str, str]) -> None:
    """InChI, V2000 and V3000."""
    expected = read_structure("OCCSCCO")
    assert read_structure("InChI=1S/C4H10O2S/c5-1-3-7-4-2-6/h5-6H,1-4H2", "inchi").smiles == expected.smiles
    assert read_structure(molfiles["V2000"], "molfile").smiles == expected.smiles
    assert read_structure(molfiles["V3000"], "molfile").smiles == expected.smiles


@pytest.mark.parametrize("version", ["V2000", "V3000"])
def test_a_molfile_may_have_a_blank_title(version: str, molfiles: dict[str, str]) -> None:
    """There, or taken away by whoever trimmed the text; lines may end as they do on Windows."""
    untitled = "\n" + molfiles[version].partition("\n")[2]
    for text in (untitled, untitled.lstrip("\n"), untitled.strip(), untitled.replace("\n", "\r\n")):
        assert read_structure(text, "molfile").smiles == "OCCSCCO"


@pytest.mark.parametrize("version", ["V2000", "V3000"])
def test_a_molfile_holds_one_record(version: str, molfiles: dict[str, str]) -> None:
    """Data items and the end of the record may follow; another structure may not, wherever it hides."""
    one = molfiles[version].rstrip("\n") + "\n"
    data = ">  <NAME>\nsomething\n\n"
    for text in (one, one + "\n\n", one + "$$$$\n\n", one + data + "$$$$\n", one + data):
        assert read_structure(text, "molfile").smiles == "OCCSCCO"
    for text in (
        one + one,
        one + "$$$$\n" + one,
        one + data + one,
        one + "$$$$\nx",
        one + "x\n",
        one + data + "M  END",
    ):
        with pytest.raises(UnreadableStructure) as caught:
            read_structure(text.replace("\n", "\r\n") if "x" in text[-2:] else text, "molfile")
        assert (caught.value.code, caught.value.reason) == ("unreadable", "several-records")


@pytest.mark.parametrize(
    "smiles",
    [
        "[C][P](=O)(F)[O][C]([C])[C]",
        "OCCS[C]CO",
        "N#[C]",
        "[C]P(=O)(F)OC(C)C",
        "C[S]",
        "C[P]C",
        "F[Si](F)F",
        "CCO.C[As]C",
    ],
)
def test_atoms_that_lack_hydrogens_are_refused(smiles: str) -> None:
    """Brackets were written and the hydrogens left out; nothing can be decided from it."""
    with pytest.raises(UnreadableStructure) as caught:
        read_structure(smiles)
    assert (caught.value.code, caught.value.reason) == ("unreadable", "no-hydrogens")


@pytest.mark.parametrize(
    "smiles", ["[C]", "[S]", "[Si]", "[N]=O", "O=[N][O]", "[O][O]", "CC1(C)CCCC(C)(C)N1[O]", "[C-]#[O+]", "C[Hg]C"]
)
def test_single_atoms_and_radicals_on_nitrogen_or_oxygen_are_read(smiles: str) -> None:
    """Elements and stable radicals are substances."""
    assert read_structure(smiles).graph.atoms


def test_a_repeat_sign_of_inchi_is_no_open_place() -> None:
    """It stands after a number."""
    salt = "InChI=1S/C2H8N2.2ClH/c3-1-2-4;;/h1-4H2;2*1H"
    assert read_structure(salt, "inchi").formula == read_structure("NCCN.Cl.Cl").formula
    with pytest.raises(UnreadableStructure) as caught:
        read_structure("InChI=1S/C2H5*/c1-2/h2H2,1H3", "inchi")
    assert caught.value.code == "generic-structure"


@pytest.mark.parametrize("version", ["V2000", "V3000"])
def test_a_molfile_with_an_r_group_is_generic(version: str, molfiles: dict[str, str]) -> None:
    """In either version."""
    text = (
        re.sub(r" S (?= )", " R#", molfiles[version], count=1)
        if version == "V2000"
        else molfiles[version].replace(" S ", " R# ", 1)
    )
    with pytest.raises(UnreadableStructure) as caught:
        read_structure(text, "molfile")
    assert caught.value.code in ("generic-structure", "unreadable")


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Nothing else happens."""
    for form in ("smiles", "inchi", "molfile"):
        try:
            assert read_structure(text, form).graph.atoms
        except UnreadableStructure as refused:
            assert refused.code in ("unreadable", "generic-structure")


@given(
    st.lists(
        st.sampled_from(
            ["C", "c", "N", "[nH]", "O", "P", "[P+]", "[O-]", "=", "#", "(", ")", "1", "2", ".", "S", "F", "[2H]"]
        ),
        max_size=14,
    )
)
def test_anything_that_looks_like_smiles_is_read_or_refused(tokens: list[str]) -> None:
    """Nothing else happens."""
    try:
        assert read_structure("".join(tokens)).graph.atoms
    except UnreadableStructure as refused:
        assert refused.code == "unreadable"


def test_a_drawing_takes_the_colour_of_the_text_around_it() -> None:
    """It is SVG on nothing, in no colour of its own."""
    svg = drawing(read_structure("CC(=O)Oc1ccccc1C(=O)O"), 200, 120)
    root = ElementTree.fromstring(svg)
    assert root.tag.endswith("svg")
    assert (root.get("width"), root.get("height")) == ("200px", "120px")
    assert "currentColor" in svg
    assert not re.findall(r"#[0-9A-Fa-f]{6}", svg)
