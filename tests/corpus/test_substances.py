"""Everyday chemicals are found by name and number, and their structures agree with themselves and their sources."""

from __future__ import annotations

import csv
import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from rdkit import Chem
from rdkit.Chem.rdinchi import MolToInchiKey
from rdkit.Chem.rdMolDescriptors import CalcMolFormula

from fullest.corpus.files import CorpusFiles
from fullest.corpus.lists import load_lists
from fullest.corpus.substances import FILE, Substance, Substances, load_substances, plain
from fullest.errors import CorpusError

SHARED = Path(__file__).resolve().parents[2] / "../shared/data"
USES = {
    "medicine", "solvent", "acid", "base", "salt", "gas", "industrial", "reagent", "pesticide", "flame retardant",
    "plasticiser", "surfactant", "fertiliser", "food additive", "vitamin", "amino acid", "nucleotide",
    "water treatment", "nuclear material",
}  # fmt: skip


@pytest.fixture(scope="module")
def substances() -> Substances:
    """The table that comes with the package."""
    return load_substances()


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    """The table as it is written."""
    return [row for row, _ in CorpusFiles().rows(FILE)]


def found(substances: Substances, text: str) -> str:
    """The CAS number found under a name; empty where there is none."""
    substance = substances.by_name(text)
    return substance.cas if substance else ""


@pytest.mark.parametrize(
    ("text", "cas"),
    [
        ("aspirin", "50-78-2"), ("acide acétylsalicylique", "50-78-2"), ("paracétamol", "103-90-2"),
        ("acetaminophen", "103-90-2"), ("sodium hydroxide", "1310-73-2"), ("soude caustique", "1310-73-2"),
        ("ethanol", "64-17-5"), ("alcool éthylique", "64-17-5"), ("glyphosate", "1071-83-6"), ("eau", "7732-18-5"),
        ("eau lourde", "7789-20-0"), ("nitrate d'uranyle", "10102-06-4"), ("graphite", "7782-42-5"),
    ],
)  # fmt: skip
def test_a_name_is_found_in_either_language(substances: Substances, text: str, cas: str) -> None:
    """English and French names lead to the same substance."""
    assert found(substances, text) == cas


@pytest.mark.parametrize(
    ("text", "cas"),
    [
        ("  ASPIRIN ", "50-78-2"), ("PARACETAMOL", "103-90-2"), ("acide acetylsalicylique", "50-78-2"),
        ("peroxyde d’hydrogène", "7722-84-1"), ("sulphuric acid", "7664-93-9"), ("aluminum sulphate", "10043-01-3"),
        ("methyl ethyl ketone", "78-93-3"), ("methyl-ethyl-ketone", "78-93-3"), ("2‑propanol", "67-63-0"),
        ("α-Pinene", "80-56-8"), ("alpha-pinene", "80-56-8"), ("(±)-ketamine", "6740-88-1"), ("H₂O", "7732-18-5"),
        ("N,N′-dicyclohexylcarbodiimide", "538-75-0"), ("œstradiol", "50-28-2"), ("2.4-D", "94-75-7"),
        ("iron (III) chloride", "7705-08-0"), ("iron III chloride", "7705-08-0"), ("(R)-(+)-Limonene", "5989-27-5"),
    ],
)  # fmt: skip
def test_the_way_of_writing_does_not_matter(substances: Substances, text: str, cas: str) -> None:
    """Case, accents, dashes, primes, Greek letters, brackets, spaces and spelling lead to the same substance."""
    assert found(substances, text) == cas


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1,2-dichlorobenzene", "1,4-dichlorobenzene"), ("N,N-dimethylurea", "N,N'-dimethylurea"),
        ("N,N dimethylurea", "N,N' dimethylurea"), ("p,p-DDT", "p,p'-DDT"),
        ("di(chloromethyl) ether", "dichloromethyl ether"), ("(E)-but-2-enedioic acid", "(Z)-but-2-enedioic acid"),
        ("L-alanine", "D-alanine"), ("α-terpineol", "β-terpineol"), ("1-2 pentane", "12 pentane"),
        ("iron(II) chloride", "iron(III) chloride"), ("2-propanol", "1-propanol"), ("sulfate", "sulfite"),
    ],
)  # fmt: skip
def test_names_of_different_chemicals_stay_apart(one: str, other: str) -> None:
    """Locants, primes, round brackets, configuration and oxidation state tell names apart."""
    assert plain(one) != plain(other)


@pytest.mark.parametrize("text", ["", "   ", "-", "xyzzy", "bleach", "eau de Javel"])
def test_what_is_not_held_is_not_found(substances: Substances, text: str) -> None:
    """Empty text, nonsense and mixtures lead nowhere."""
    assert substances.by_name(text) is None


@pytest.mark.parametrize("cas", ["50-78-2", " 50-78-2 ", "50–78–2", "00050-78-2"])
def test_a_number_is_found_however_it_is_written(substances: Substances, cas: str) -> None:
    """Spaces, dashes of any kind and leading zeros do not matter in a CAS number."""
    substance = substances.by_cas(cas)
    assert substance is not None
    assert substance.names[0] == "aspirin"


def test_a_number_that_is_not_held_is_not_found(substances: Substances) -> None:
    """A CAS number outside the table leads nowhere."""
    assert substances.by_cas("50-78-3") is None


def test_completion_gives_the_exact_name_first(substances: Substances) -> None:
    """Typing a whole name offers that substance before longer names that begin so."""
    assert [one.names[0] for one in substances.starting_with("parathion", 2)] == ["parathion", "parathion-methyl"]


def test_completion_gives_beginnings_of_names_before_beginnings_of_words(substances: Substances) -> None:
    """A name that begins with the text comes before one that has it at the beginning of a later word."""
    offered = [one.names[0] for one in substances.starting_with("chloride", 500)]
    assert "sodium chloride" in offered
    beginnings = [any(plain(name).startswith("chlorure") for name in one.every_name())
                  for one in substances.starting_with("chlorure", 500)]  # fmt: skip
    assert beginnings == sorted(beginnings, reverse=True)


def test_completion_reads_both_languages_and_keeps_to_the_limit(substances: Substances) -> None:
    """French beginnings count, and no substance comes twice."""
    offered = substances.starting_with("acide ac", 3)
    assert len(offered) == len({one.cas for one in offered}) == 3
    assert "64-19-7" in {one.cas for one in substances.starting_with("acide acét")}


def test_completion_of_nothing_offers_nothing(substances: Substances) -> None:
    """No letters, no offers."""
    assert substances.starting_with(" - ") == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [("asprin", "aspirin"), ("glyfosate", "glyphosate"), ("acide sulfurik", "acide sulfurique"), ("étanol", "ethanol")],
)
def test_a_misspelt_name_has_neighbours(substances: Substances, text: str, name: str) -> None:
    """The nearest name comes first, as it is written in the table, and only one for each substance."""
    assert plain(substances.near(text)[0]) == plain(name)


def test_nonsense_has_no_neighbours(substances: Substances) -> None:
    """What looks like no name is answered with none."""
    assert substances.near("xyzzyxyzzy") == ()


def _one(cas: str, *names: str) -> Substance:
    return Substance(cas, "C", names, (), False, "reagent", "")


def test_a_name_that_two_substances_share_is_an_error_with_its_place() -> None:
    """The second of the two rows is named, with its file and line."""
    listed = [_one("1-1-1", "Sodium-Salt"), _one("2-2-2", "sodium salt")]
    with pytest.raises(CorpusError) as error:
        Substances(listed, ["a.csv, line 2", "a.csv, line 3"])
    assert error.value.at == "a.csv, line 3"
    assert "1-1-1" in error.value.message


def test_a_number_that_stands_twice_is_an_error() -> None:
    """Each CAS number has one row."""
    with pytest.raises(CorpusError, match="stands twice"):
        Substances([_one("1-1-1", "one"), _one("1-1-1", "other")])


class _File(CorpusFiles):
    """Corpus files with one row in place of the table."""

    def rows(self, name: str) -> Iterator[tuple[dict[str, str], str]]:
        """One row without a structure."""
        row = dict.fromkeys(["cas", "names", "french", "use", "note", "formula", "inchikey"], "x") | {"smiles": ""}
        yield row | {"verified": "false"}, f"{name}, line 2"


def test_an_incomplete_row_is_an_error_with_its_place() -> None:
    """A substance without a structure stops the corpus from opening."""
    with pytest.raises(CorpusError, match="smiles") as error:
        load_substances(_File())
    assert error.value.at == f"{FILE}, line 2"


def test_every_check_digit_is_right(substances: Substances) -> None:
    """The last digit of a CAS number is the sum of the others, weighted from the right, modulo ten."""
    assert [one.cas for one in substances if not _checks(one.cas)] == []
    assert not _checks("50-78-3")


def _checks(cas: str) -> bool:
    digits = [int(digit) for digit in cas.replace("-", "")]
    weighted = sum(weight * digit for weight, digit in enumerate(digits[-2::-1], 1))
    return re.fullmatch(r"[1-9]\d{1,6}-\d\d-\d", cas) is not None and weighted % 10 == digits[-1]


def test_every_structure_gives_its_formula_and_key(substances: Substances) -> None:
    """Recomputed, formula and InChIKey are those of the row; a note tells where the toolkit's key is another."""
    for one in substances:
        molecule = Chem.MolFromSmiles(one.smiles)
        counted = CalcMolFormula(molecule, separateIsotopes=True, abbreviateHIsotopes=True)
        assert sorted(_parts(counted)) == sorted(_parts(one.formula)), one.cas
        key = str(MolToInchiKey(molecule))
        assert key == one.inchikey or key in one.note, one.cas


def _parts(formula: str) -> list[str]:
    return re.findall(r"[A-Z][a-z]?\d*", formula)


def test_keys_that_the_toolkit_does_not_give_are_the_four_known_ones(substances: Substances) -> None:
    """Only the salts of chloric, chlorous and iodic acid have a published key that the toolkit draws otherwise."""
    others = {one.cas for one in substances if "RDKit" in one.note}
    assert others == {"3811-04-9", "7758-05-6", "7758-19-2", "7775-09-9"}


@pytest.mark.parametrize(
    ("cas", "formula"),
    [
        ("7732-18-5", "H2O"), ("7789-20-0", "D2O"), ("50-78-2", "C9H8O4"), ("58-08-2", "C8H10N4O2"),
        ("7664-93-9", "H2O4S"), ("1310-73-2", "HNaO"), ("56-65-5", "C10H16N5O13P3"), ("126-73-8", "C12H27O4P"),
        ("115-86-6", "C18H15O4P"), ("121-75-5", "C10H19O6PS2"), ("2921-88-2", "C9H11Cl3NO3PS"),
        ("23155-02-4", "C3H7O4P"), ("10102-06-4", "N2O8U"), ("15663-27-1", "Cl2H6N2Pt"), ("1314-80-3", "P4S10"),
        ("83905-01-5", "C38H72N2O12"),
    ],
)  # fmt: skip
def test_well_known_formulas(substances: Substances, cas: str, formula: str) -> None:
    """Formulas that one finds in any textbook."""
    substance = substances.by_cas(cas)
    assert substance is not None
    assert substance.formula == formula


def test_no_substance_stands_in_a_cwc_list(substances: Substances) -> None:
    """Scheduled chemicals, their examples and exempt ones are held by the list files alone, by number and by name."""
    listed = [
        chemical
        for entry in load_lists(CorpusFiles()).entries()
        if entry.id.startswith("cwc/")
        for chemical in (*entry.chemicals, *entry.examples, *entry.exempt)
    ]
    assert len(listed) > 50
    assert [cas for chemical in listed for cas in chemical.cas if substances.by_cas(cas)] == []
    assert [name for chemical in listed for name in chemical.names if substances.by_name(name)] == []


def test_every_row_has_names_in_both_languages_and_a_known_use(substances: Substances) -> None:
    """People type in English or in French; the uses are few."""
    assert [one.cas for one in substances if not (one.names and one.french)] == []
    assert {one.use for one in substances} == USES


def test_no_name_is_empty_or_has_stray_spaces(substances: Substances) -> None:
    """Names are written cleanly."""
    names = [name for one in substances for name in one.every_name()]
    assert [name for name in names if not plain(name) or " ".join(name.split()) != name] == []


def test_verified_means_two_sources(rows: list[dict[str, str]]) -> None:
    """A row is verified exactly where PubChem and DSSTox agree."""
    agreed = {"pubchem+dsstox", "pubchem-curated+dsstox"}
    assert [row["cas"] for row in rows if (row["verified"] == "true") != (row["source"] in agreed)] == []
    assert sum(row["verified"] == "true" for row in rows) > 500


def test_the_table_is_the_chosen_one(substances: Substances) -> None:
    """The hand-kept list and the table hold the same chemicals under the same names."""
    chosen = {row["cas"]: row for row, _ in CorpusFiles().rows("substances/chosen.csv")}
    assert {one.cas: (one.names[0], one.french[0]) for one in substances} == {
        cas: (row["en"], row["fr"]) for cas, row in chosen.items()
    }


@pytest.fixture(scope="module")
def catalogue() -> dict[str, str]:
    """First block of the InChIKey by CAS number, from the catalogue beside the checkout."""
    path = SHARED / "molecules/catalogue_73k.tsv.gz"
    if not path.exists():
        pytest.skip("the reference data is not beside the checkout")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return {
            row["cas"]: row["inchikey"][:14] for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        }


@pytest.mark.shared
def test_structures_are_those_of_the_catalogue(rows: list[dict[str, str]], catalogue: dict[str, str]) -> None:
    """Each row that names PubChem's catalogue as its source has that catalogue's skeleton."""
    taken = [row for row in rows if row["source"] in ("pubchem", "pubchem+dsstox")]
    assert len(taken) > 900
    assert [row["cas"] for row in taken if catalogue[row["cas"]] != row["inchikey"][:14]] == []


@pytest.mark.shared
def test_what_differs_from_the_catalogue_says_why(rows: list[dict[str, str]], catalogue: dict[str, str]) -> None:
    """Where another structure than the catalogue's stands, the row has a note."""
    others = [row for row in rows if catalogue.get(row["cas"], row["inchikey"][:14]) != row["inchikey"][:14]]
    assert others
    assert [row["cas"] for row in others if not row["note"]] == []


@pytest.mark.shared
def test_no_substance_stands_in_the_compiled_schedules(substances: Substances) -> None:
    """The compiled schedules beside the checkout share no CAS number with the table."""
    path = SHARED / "reference/cwc/cwc_schedules_compiled.csv"
    if not path.exists():
        pytest.skip("the reference data is not beside the checkout")
    listed = [row["cas"] for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines()) if row["cas"]]
    assert len(listed) > 50
    assert [cas for cas in listed if substances.by_cas(cas)] == []
