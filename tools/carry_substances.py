"""Make the table of substances again from a catalogue of structures and the list that is chosen by hand.

    python tools/carry_substances.py --catalogue ../shared/data/molecules/catalogue_73k.tsv.gz \\
        --second ../shared/data/molecules/toxcast_9k.tsv.gz

`chosen.csv` says which chemicals there are, what they are called and what they are used for. Where it gives a
structure, that one stands and `structure_from` says whence; elsewhere the catalogue's stands, or the second source's
where `structure_from` says so. A row is verified where PubChem and the second source give the same skeleton (first
block of the InChIKey). A row that cannot be made right is named, and then nothing is written.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from rdkit import Chem, rdBase
from rdkit.Chem.rdinchi import MolToInchiKey
from rdkit.Chem.rdMolDescriptors import CalcMolFormula

Row: TypeAlias = dict[str, str]
DATA = Path(__file__).resolve().parents[1] / "src/fullest/corpus/data/substances"
COLUMNS = ["cas", "smiles", "formula", "inchikey", "names", "french", "use", "verified", "note", "source"]
FLAT = "UHFFFAOY"
_PART = re.compile(r"([A-Z][a-z]?)(\d*)")


@dataclass(frozen=True, slots=True)
class Drawing:
    """A structure from one source.

    Attributes:
        smiles: as the source writes it.
        key: the InChIKey, the source's own where it has one.
        source: the source's short name, as in source.toml.
        formula: the formula that the source states, or an empty string.
    """

    smiles: str
    key: str
    source: str
    formula: str = ""

    @property
    def skeleton(self) -> str:
        """The first block of the InChIKey."""
        return self.key[:14]


@dataclass(frozen=True, slots=True)
class Sources:
    """What each source holds, by CAS number."""

    catalogue: Mapping[str, Drawing]
    second: Mapping[str, Drawing]


class Wrong(Exception):
    """A row that cannot be made right, with the reason."""


def main() -> None:
    """Read the sources, make the rows, say what is wrong, and write the table."""
    sources = _sources()
    made: list[Row] = []
    wrong: list[str] = []
    for row in csv.DictReader((DATA / "chosen.csv").read_text(encoding="utf-8").splitlines()):
        try:
            made.append(_made(row, sources))
        except Wrong as problem:
            wrong.append(f"{row['cas']} {row['en']}: {problem}")
    if wrong:
        raise SystemExit("\n".join(wrong))
    _write(sorted(made, key=lambda row: [int(part) for part in row["cas"].split("-")]))
    print(f"{len(made)} substances, {sum(row['verified'] == 'true' for row in made)} of them verified")


def _sources() -> Sources:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--catalogue", type=Path, required=True)
    arguments.add_argument("--second", type=Path, required=True)
    given = arguments.parse_args()
    return Sources(_drawings(given.catalogue, "pubchem"), _drawings(given.second, "dsstox"))


def _drawings(path: Path, source: str) -> dict[str, Drawing]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {
            row["cas"]: Drawing(row["smiles"], row["inchikey"], source, row.get("formula", ""))
            for row in rows
            if len(row["inchikey"]) == 27 and row["smiles"] != "FAIL"
        }


def _made(row: Row, sources: Sources) -> Row:
    if not _check_digit(row["cas"]):
        raise Wrong("the check digit of the CAS number is wrong")
    first, second = _first(row, sources), sources.second.get(row["cas"])
    drawing = _fuller(first, second)
    agree = first is not second and second is not None and second.skeleton == first.skeleton
    notes = list(_notes(row, first, second, drawing))
    if second and first is not second and not agree and not row["note"]:
        raise Wrong(f"two sources disagree: {first.smiles} and {second.smiles}")
    molecule = _molecule(drawing)
    formula = hill(molecule)
    if first.formula and _counted(first.formula) != _counted(formula):
        raise Wrong(f"the formula is {formula}, the source says {first.formula}")
    # Some keys of DSSTox are not standard ones.
    key = drawing.key if drawing.source == "pubchem" else MolToInchiKey(molecule)
    if MolToInchiKey(molecule) != key:
        notes.append(f"RDKit gives another InChIKey, {MolToInchiKey(molecule)}")
    return {
        "cas": row["cas"], "smiles": drawing.smiles, "formula": formula, "inchikey": key,
        "names": _joined(row["en"], row["other_en"]), "french": _joined(row["fr"], row["other_fr"]), "use": row["use"],
        "verified": str(agree and first.source.startswith("pubchem")).lower(), "note": "; ".join(notes),
        "source": f"{first.source}+dsstox" if agree else first.source,
    }  # fmt: skip


def _first(row: Row, sources: Sources) -> Drawing:
    """The structure that stands: by hand, the catalogue's, or the second source's."""
    if row["smiles"]:
        molecule = Chem.MolFromSmiles(row["smiles"])
        return Drawing(row["smiles"], MolToInchiKey(molecule), row["structure_from"])
    among = sources.second if row["structure_from"] == "dsstox" else sources.catalogue
    if row["cas"] not in among:
        raise Wrong("no source has this CAS number")
    return among[row["cas"]]


def _fuller(first: Drawing, second: Drawing | None) -> Drawing:
    """The second source's drawing where only it shows the stereochemistry of the same compound."""
    if second is None or second.skeleton != first.skeleton or _turned(first) or not _turned(second):
        return first
    shown = FLAT not in MolToInchiKey(_molecule(second))
    same = hill(_molecule(first)) == hill(_molecule(second))
    return second if same and shown else first


def _notes(row: Row, first: Drawing, second: Drawing | None, drawing: Drawing) -> Iterator[str]:
    if row["note"]:
        yield row["note"]
    if drawing is not first:
        yield "stereochemistry from DSSTox alone"
    elif second and _both_turned(first, second) and first.key[:25] != second.key[:25]:
        yield "the two sources draw different stereochemistry"


def _both_turned(first: Drawing, second: Drawing) -> bool:
    return second.skeleton == first.skeleton and _turned(first) and _turned(second)


def _turned(drawing: Drawing) -> bool:
    """Whether it shows any stereochemistry, isotope or charge layer."""
    return drawing.key[15:23] != FLAT


def _molecule(drawing: Drawing) -> Chem.Mol:
    molecule = Chem.MolFromSmiles(drawing.smiles)
    if molecule is None:
        raise Wrong(f"cannot read {drawing.smiles}")
    return molecule


def hill(molecule: Chem.Mol) -> str:
    """The formula in Hill order: carbon, hydrogen, then the alphabet; without carbon, the alphabet. D is deuterium."""
    counts = dict(_PART.findall(CalcMolFormula(molecule, separateIsotopes=True, abbreviateHIsotopes=True)))
    leading = [symbol for symbol in ("C", "H") if "C" in counts and symbol in counts]
    return "".join(symbol + counts[symbol] for symbol in [*leading, *sorted(counts.keys() - set(leading))])


def _counted(formula: str) -> dict[str, str]:
    return dict(_PART.findall(formula))


def _check_digit(cas: str) -> bool:
    digits = [int(digit) for digit in cas.replace("-", "")]
    return sum(place * digit for place, digit in enumerate(reversed(digits[:-1]), 1)) % 10 == digits[-1]


def _joined(*cells: str) -> str:
    return "|".join(cell for cell in cells if cell)


def _write(rows: list[Row]) -> None:
    with (DATA / "substances.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    rdBase.DisableLog("rdApp.*")
    main()
