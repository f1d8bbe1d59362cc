"""The item of a transfer, as a person describes it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """What moves, described by whatever is known of it; empty strings stand for what nobody said.

    Attributes:
        kind: the kind of item in the vocabulary; `chemical` is the one that can be identified today.
        name: a name, in any language the corpus holds.
        cas: a CAS Registry Number.
        smiles: a structure as SMILES.
        inchi: a structure as InChI.
        inchikey: an InChIKey; it finds named chemicals only, no family can be decided from it.
        molfile: a structure as a molfile (V2000 or V3000).
        entry: a list entry that the item is known to meet, as in `cwc/3.B.17`.
        description: anything else, for the record; nothing is decided from it.
    """

    kind: str = "chemical"
    name: str = ""
    cas: str = ""
    smiles: str = ""
    inchi: str = ""
    inchikey: str = ""
    molfile: str = ""
    entry: str = ""
    description: str = ""
