"""One text that describes an item: what people have is a name, a number, a structure or a list entry."""

from __future__ import annotations

import re
from collections.abc import Callable

from fullest.errors import MissingField, UnknownField
from fullest.terms.item import Item

_PREFIXES = ("name", "cas", "smiles", "inchi", "inchikey", "molfile", "entry", "description")
_CAS = re.compile(r"\d{2,7}-\d{2}-\d")
_INCHIKEY = re.compile(r"[A-Z]{14}-[A-Z]{10}-[A-Z]")
_ENTRY = re.compile(r"[a-z][a-z0-9-]*/[A-Za-z0-9][A-Za-z0-9.-]*")
_SMILES = re.compile(r"(?:\[[^\]\s]+\]|Br|Cl|[BCNOPSFIbcnops]|[-=#$:/\\().~%@+0-9])+")
_PLAIN_CHAIN = re.compile(r"(?:Br|Cl|[BCNOPSFI]){5,}")


def read_item_text(text: str, holds_name: Callable[[str], bool]) -> Item:
    """Read `cas:75-44-5`, `entry:cwc/3.B.17`, `smiles:OCCSCCO`, or any of them without its prefix, or a name.

    A text that could be both a name and a structure is a name when the corpus holds it.

    Raises:
        MissingField: the text is empty.
        UnknownField: the prefix is not one of the fields of an item.
    """
    if "M  END" in text:
        return Item(molfile=text.removeprefix("molfile:"))
    text = text.strip()
    if not text:
        raise MissingField(
            "nothing describes the item", at="item", hint="a name, a CAS number, a structure or a list entry"
        )
    prefix, colon, rest = text.partition(":")
    if colon and prefix.lower() in _PREFIXES:
        return Item(**{prefix.lower(): rest.strip()})
    if (
        colon
        and prefix.isalpha()
        and prefix.islower()
        and not _SMILES.fullmatch(text)
        and " " not in prefix
        and not holds_name(text)
    ):
        raise UnknownField(f'there is no field "{prefix}"', at="item", hint=", ".join(_PREFIXES))
    return Item(**{_field_of(text, holds_name): text})


def _field_of(text: str, holds_name: Callable[[str], bool]) -> str:
    if _CAS.fullmatch(text):
        return "cas"
    if text.startswith("InChI="):
        return "inchi"
    if _INCHIKEY.fullmatch(text):
        return "inchikey"
    if _ENTRY.fullmatch(text):
        return "entry"
    return "smiles" if looks_like_smiles(text) and not holds_name(text) else "name"


def looks_like_smiles(text: str) -> bool:
    """Whether a text is made of SMILES tokens and has what words have not: bonds, brackets, ring digits, or length.

    A short chain of capitals, as in `PS` or `ClCN`, may be an abbreviation or a formula as well: it is read as a name,
    and `smiles:` says that it is a structure.
    """
    if not _SMILES.fullmatch(text):
        return False
    return bool(re.search(r"[=#()\[\]]|[a-zA-Z]\d", text)) or bool(_PLAIN_CHAIN.fullmatch(text))
