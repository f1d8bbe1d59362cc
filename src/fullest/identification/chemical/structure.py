"""Structures in and out: the one place where the chemistry toolkit is met.

What comes in as SMILES, InChI or a molfile leaves as a `Structure` with a graph of our own. Odd input never crashes or
hangs: too large a text or molecule, an atom that stands for several, and a drawing whose connectivity cannot be trusted
are each refused with an `UnreadableStructure` that says which.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from rdkit import Chem, RDLogger, rdBase
from rdkit.Chem import rdMolDescriptors
from rdkit.Chem.Draw import rdMolDraw2D

from fullest.identification.chemical.draft import Draft
from fullest.identification.chemical.graph import Atom, Graph
from fullest.identification.chemical.molfile import holds_several, with_title

RDLogger.DisableLog("rdApp.*")  # type: ignore[attr-defined]

MOST_CHARACTERS = 20_000
MOST_ATOMS = 1_000
MOST_RINGS = 150
Form = Literal["smiles", "inchi", "molfile"]
Molecule = Any
"""A molecule of the toolkit; it does not leave this module."""

_GENERIC = {
    "smiles": re.compile(r"\*|\[[RXMQA]\d*\]|\[#0\]|\s\|", re.ASCII),
    "inchi": re.compile(r"(?<!\d)\*|(?<![;,\d])(?<!/[a-z])\d+\*|Zz", re.ASCII),
    "molfile": re.compile(
        r"^M  (?:RGP|STY.*(?:SRU|MON|COP|CRO|MOD|GRA|MER|ANY)|V30 \d+ (?:SRU|MON|COP|MER) )|RGROUPS", re.M
    ),
}
"""Marks of a structure that stands for several: open places, R groups, extensions of SMILES, repeating units.

In an InChI a star after a number that opens a part of a layer repeats what follows, as in `2*1H`, and is no open place.
"""
_SPACED = re.compile(r"[ \t]*\.[ \t]*")
_SOFT = frozenset({"N", "P", "S", "As", "Se", "Te", "Sb", "Cl", "Br", "I", "Kr", "Xe"})
"""Elements whose unusual valences are a matter of drawing; the connectivity is trusted."""
_CLOSED = frozenset({"B", "C", "Si", "P", "As", "S", "Se", "F", "Cl", "Br", "I", "At"})
"""Elements that have no open valence in a substance, once joined to another atom; nitrogen and oxygen may."""


class UnreadableStructure(Exception):
    """A structure that cannot be decided from.

    Attributes:
        code: `unreadable`, or `generic-structure` where it stands for more than one compound.
        reason: the sentence that says why, by its name in the vocabulary.
    """

    def __init__(self, code: Literal["unreadable", "generic-structure"], reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Structure:
    """A structure as it was given.

    Attributes:
        smiles: canonical SMILES.
        formula: the molecular formula, empty where it cannot be told.
        inchikey: the InChIKey, empty where there is none.
        graph: its atoms and bonds; the places of the atoms are those of the drawing.
        isotopes: the isotopes that are written out, as `H2` or `C13`.
    """

    smiles: str
    formula: str
    inchikey: str
    graph: Graph
    isotopes: frozenset[str]


class Pattern:
    """A substructure query in SMARTS."""

    def __init__(self, smarts: str) -> None:
        self._query = Chem.MolFromSmarts(smarts)
        if self._query is None:
            raise ValueError(smarts)
        self._skeleton = _skeleton(self._query)

    def within(self, graph: Graph) -> bool:
        """Whether a graph contains the pattern."""
        return bool(_molecule(graph).HasSubstructMatch(self._query))

    def is_skeleton_of(self, graph: Graph) -> bool:
        """Whether a graph has the pattern's atoms, joined as they are by whatever bonds, and no other."""
        molecule = _molecule(graph)
        sizes = {(one.GetNumAtoms(), one.GetNumBonds()) for one in (molecule, self._skeleton)}
        return len(sizes) == 1 and bool(molecule.HasSubstructMatch(self._skeleton))


def read_structure(text: str, form: Form = "smiles") -> Structure:
    """Read a structure.

    Args:
        text: SMILES, InChI, or a molfile (V2000 or V3000).
        form: which of them it is.

    Raises:
        UnreadableStructure: nothing can be decided from it.
    """
    if len(text) > MOST_CHARACTERS:
        raise UnreadableStructure("unreadable", "too-long")
    text = text if form == "molfile" else text.strip()
    if not text.strip():
        raise UnreadableStructure("unreadable", "no-structure")
    if form == "smiles" and len(text.splitlines()) > 1:
        raise UnreadableStructure("unreadable", "several")
    if form == "molfile" and holds_several(text):
        raise UnreadableStructure("unreadable", "several-records")
    if _GENERIC[form].search(text):
        raise UnreadableStructure("generic-structure", "generic")
    molecule = _parsed(text, form)
    if any(_lacks_hydrogens(atom) for atom in molecule.GetAtoms()):
        raise UnreadableStructure("unreadable", "no-hydrogens")
    return _structure(molecule)


def read_group(smiles: str) -> Graph:
    """The graph of a group, whose first atom leaves a valence open for what bears it.

    Raises:
        UnreadableStructure: it is no SMILES.
    """
    return _graph(_parsed(smiles, "smiles"))


def key_of(graph: Graph) -> str:
    """Canonical SMILES without stereochemistry: the same text however the atoms are numbered."""
    return str(Chem.MolToSmiles(_molecule(graph), isomericSmiles=False))


def drawing(structure: Structure, width: int = 320, height: int = 220) -> str:
    """The structure as SVG, in the colour of the text around it, on nothing.

    Args:
        structure: what to draw.
        width: in pixels.
        height: in pixels.
    """
    molecule = Chem.MolFromSmiles(structure.smiles) or _molecule(structure.graph)
    artist = rdMolDraw2D.MolDraw2DSVG(width, height)
    options: Any = artist.drawOptions()
    options.useBWAtomPalette()
    options.clearBackground = False
    rdMolDraw2D.PrepareAndDrawMolecule(artist, molecule)
    artist.FinishDrawing()
    svg = str(artist.GetDrawingText())
    svg = re.sub(r"<!--.*?-->", "", svg[svg.index("<svg") :], flags=re.DOTALL)
    return svg.replace("#000000", "currentColor").replace("\n", " ")


def _parsed(text: str, form: Form) -> Molecule:
    with rdBase.BlockLogs():
        try:
            molecule = _READERS[form](text)
        except Exception as error:
            raise UnreadableStructure("unreadable", "no-structure") from error
        if molecule is None:
            raise UnreadableStructure("unreadable", "no-structure")
        if _is_too_large(molecule):
            raise UnreadableStructure("unreadable", "too-large")
        if _is_open(molecule):
            raise UnreadableStructure("generic-structure", "generic")
        return _sanitised(molecule)


def _lacks_hydrogens(atom: Any) -> bool:
    """Whether an atom has open valences though it is joined to another: somebody left its hydrogens out."""
    open_valences = atom.GetNumRadicalElectrons() and atom.GetSymbol() in _CLOSED
    return bool(open_valences) and any(one.GetAtomicNum() > 1 for one in atom.GetNeighbors())


def _is_open(molecule: Molecule) -> bool:
    """Whether an atom or a bond stands for several."""
    atoms = any(atom.GetAtomicNum() == 0 or atom.HasQuery() for atom in molecule.GetAtoms())
    return atoms or any(bond.HasQuery() or bond.GetBondType() in _ANY_BOND for bond in molecule.GetBonds())


def _is_too_large(molecule: Molecule) -> bool:
    """More atoms or rings than are read: nets of rings take the toolkit too long."""
    atoms, bonds = int(molecule.GetNumAtoms()), int(molecule.GetNumBonds())
    return atoms > MOST_ATOMS or bonds - atoms > MOST_RINGS or bonds > 2 * atoms + 10


def _from_smiles(text: str) -> Molecule:
    """What follows a space is a name, but for a part that was written apart from its dot."""
    settings: Any = Chem.SmilesParserParams()
    settings.sanitize = False
    settings.removeHs = False
    settings.allowCXSMILES = False
    return Chem.MolFromSmiles(_SPACED.sub(".", text).split(maxsplit=1)[0], settings)


def _from_inchi(text: str) -> Molecule:
    return Chem.MolFromInchi(text, sanitize=False, removeHs=False)  # type: ignore[no-untyped-call]


def _from_molfile(text: str) -> Molecule:
    return Chem.MolFromMolBlock(with_title(text), sanitize=False, removeHs=False, strictParsing=True)


_READERS: dict[Form, Callable[[str], Molecule]] = {
    "smiles": _from_smiles,
    "inchi": _from_inchi,
    "molfile": _from_molfile,
}


def _sanitised(molecule: Molecule) -> Molecule:
    """The molecule with its valences, rings and aromatic systems seen to, as far as they can be."""
    if not molecule.GetNumAtoms():
        raise UnreadableStructure("unreadable", "no-structure")
    if any(problem.GetType() != "AtomValenceException" or not _is_soft(molecule, problem)
           for problem in Chem.DetectChemistryProblems(molecule)):  # fmt: skip
        raise UnreadableStructure("unreadable", "no-valence")
    steps = Chem.SanitizeFlags.SANITIZE_ALL ^ Chem.SanitizeFlags.SANITIZE_PROPERTIES
    try:
        molecule.UpdatePropertyCache(strict=False)
        Chem.SanitizeMol(molecule, steps)
    except Exception as error:
        raise UnreadableStructure("unreadable", "no-valence") from error
    return molecule


def _is_soft(molecule: Molecule, problem: Any) -> bool:
    return str(molecule.GetAtomWithIdx(problem.GetAtomIdx()).GetSymbol()) in _SOFT


def _structure(molecule: Molecule) -> Structure:
    isotopes = frozenset(
        f"{atom.GetSymbol()}{atom.GetIsotope()}" for atom in molecule.GetAtoms() if atom.GetIsotope()
    )  # fmt: skip
    graph = _graph(molecule)
    bare = _without_hydrogens(molecule)
    return Structure(
        smiles=str(Chem.MolToSmiles(bare)),
        formula=str(rdMolDescriptors.CalcMolFormula(molecule)),
        inchikey=_inchikey(molecule),
        graph=graph,
        isotopes=isotopes,
    )


def _without_hydrogens(molecule: Molecule) -> Molecule:
    if all(atom.GetAtomicNum() != 1 for atom in molecule.GetAtoms()):
        return molecule
    try:
        return Chem.RemoveHs(molecule, sanitize=False)
    except Exception:
        return molecule


def _inchikey(molecule: Molecule) -> str:
    """The InChIKey; the toolkit has none for some compounds of metals, and the answer does not depend on it."""
    with rdBase.BlockLogs():
        try:
            return str(Chem.MolToInchiKey(molecule))  # type: ignore[no-untyped-call]
        except Exception:
            return ""


def _graph(molecule: Molecule) -> Graph:
    """The molecule as our graph: hydrogens counted on their atoms, aromatic rings with alternating bonds."""
    drawn = Chem.Mol(molecule)
    Chem.Kekulize(drawn, clearAromaticFlags=False)
    kept = [atom for atom in drawn.GetAtoms() if not _is_counted(atom)]
    at = {atom.GetIdx(): place for place, atom in enumerate(kept)}
    atoms = [Atom(atom.GetSymbol(), atom.GetFormalCharge(), _hydrogens(atom)) for atom in kept]
    draft = Draft(atoms, [{} for _ in atoms], {})
    for bond in drawn.GetBonds():
        first, second = at.get(bond.GetBeginAtomIdx()), at.get(bond.GetEndAtomIdx())
        if first is not None and second is not None and bond.GetBondType() not in _NO_BOND:
            draft.bind(first, second, _ORDERS.get(bond.GetBondType(), 1), aromatic=bond.GetIsAromatic())
            if bond.GetBondType() == Chem.BondType.DATIVE:
                _charge(draft, first, second, bond)
    return draft.graph()


def _charge(draft: Draft, donor: int, acceptor: int, bond: Any) -> None:
    """A bond drawn from donor to acceptor is a single bond between charges; it adds no hydrogen to the acceptor."""
    implied = min(1, bond.GetEndAtom().GetNumImplicitHs())
    draft.alter(donor, charge=1)
    draft.alter(acceptor, charge=-1, hydrogens=-implied)


_ORDERS = {
    Chem.BondType.DOUBLE: 2,
    Chem.BondType.TRIPLE: 3,
    Chem.BondType.QUADRUPLE: 4,
}
_ANY_BOND = frozenset({Chem.BondType.UNSPECIFIED, Chem.BondType.OTHER})
_NO_BOND = frozenset({Chem.BondType.ZERO, Chem.BondType.HYDROGEN, Chem.BondType.IONIC})
_FROM_ORDER = {1: Chem.BondType.SINGLE, 2: Chem.BondType.DOUBLE, 3: Chem.BondType.TRIPLE, 4: Chem.BondType.QUADRUPLE}


def _is_counted(atom: Any) -> bool:
    """Whether an atom is a hydrogen that its one neighbour counts."""
    if atom.GetAtomicNum() != 1 or atom.GetDegree() != 1 or atom.GetFormalCharge():
        return False
    neighbour = atom.GetNeighbors()[0]
    return bool(neighbour.GetAtomicNum() != 1 or neighbour.GetIdx() < atom.GetIdx())


def _hydrogens(atom: Any) -> int:
    return int(atom.GetTotalNumHs()) + sum(1 for one in atom.GetNeighbors() if _is_counted(one))


def _molecule(graph: Graph) -> Molecule:
    """A molecule of the toolkit from our graph, aromatic systems perceived anew."""
    molecule = Chem.RWMol()
    for atom in graph.atoms:
        molecule.AddAtom(_atom(atom))
    for bond in graph.bonds:
        molecule.AddBond(bond.first, bond.second, _FROM_ORDER[bond.order])
    molecule.UpdatePropertyCache(strict=False)
    steps = Chem.SanitizeFlags.SANITIZE_ALL ^ Chem.SanitizeFlags.SANITIZE_PROPERTIES
    Chem.SanitizeMol(molecule, steps, catchErrors=True)
    return molecule


def _skeleton(query: Molecule) -> Molecule:
    """A query for the same elements, joined in the same way by bonds of any order."""
    bare = Chem.RWMol()
    for atom in query.GetAtoms():
        bare.AddAtom(Chem.AtomFromSmarts(f"[#{atom.GetAtomicNum()}]"))
    for bond in query.GetBonds():
        bare.AddBond(bond.GetBeginAtomIdx(), bond.GetEndAtomIdx(), Chem.BondType.SINGLE)
        bare.ReplaceBond(bare.GetNumBonds() - 1, Chem.BondFromSmarts("~"))
    return bare.GetMol()


def _atom(atom: Atom) -> Any:
    made = Chem.Atom(atom.element)
    made.SetFormalCharge(atom.charge)
    made.SetNumExplicitHs(atom.hydrogens)
    made.SetNoImplicit(True)
    return made
