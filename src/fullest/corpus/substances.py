"""Substances: everyday chemicals that people type by name or CAS number, each with its structure.

A substance here stands on none of the Schedules; those that do stand in the list files. What is found is a structure
and nothing more: whether a list names it is decided elsewhere, by rule. A name is found or it is not; nothing guesses.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from fullest.corpus.files import CorpusFiles
from fullest.errors import CorpusError

FILE = "substances/substances.csv"
_LETTERS = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta", "η": "eta", "θ": "theta",
    "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu", "π": "pi", "σ": "sigma", "τ": "tau", "φ": "phi", "χ": "chi",
    "ψ": "psi", "ω": "omega", "œ": "oe", "æ": "ae", "ß": "ss",
}  # fmt: skip
_MARKS = {
    **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
    **dict.fromkeys("′’‘ʹʼ´`＇", "'"),
    **dict.fromkeys("″“”", "''"),
    **dict.fromkeys("[{", "("),
    **dict.fromkeys("]}", ")"),
}
_SPELT = str.maketrans({**_LETTERS, **_MARKS})
_TURNED = re.compile(r"(?:\((?:[+-]|±|\+/-|rs|d|l|dl|\d*[rs](?:,\d*[rs])*)\)[\s-]*)+")
_ELIDED = re.compile(r"(?<![a-z0-9,])([dl])'(?=[a-z])|(?<=[a-z])'(?=s\b)")
_POINT = re.compile(r"(?<=\d)\.(?=\d)")
_APART = re.compile(r"(?<=\d)[\s-]+(?=\d)")
_GAPS = str.maketrans("", "", " -\t\n\r\u00a0")
_NUMERAL = re.compile(r"\(([ivx]+)\)")
_WORD = re.compile(r"(?<=[\s(-])(?=\w)")
_SAME = (("sulph", "sulf"), ("aluminum", "aluminium"), ("cesium", "caesium"))
_CUTOFF = 0.75


@dataclass(frozen=True, slots=True)
class Substance:
    """One chemical.

    Attributes:
        cas: its CAS Registry Number.
        smiles: its structure.
        names: English names, the one that people use first.
        french: French names, likewise.
        verified: whether two independent sources give the same skeleton for the CAS number.
        use: what it is mostly used for, in a word or two.
        note: what one should know before using the structure, or an empty string.
        formula: the molecular formula, Hill order.
        inchikey: the standard InChIKey.
    """

    cas: str
    smiles: str
    names: tuple[str, ...]
    french: tuple[str, ...]
    verified: bool
    use: str
    note: str
    formula: str = ""
    inchikey: str = ""

    def every_name(self) -> Iterator[str]:
        """English names, then French ones."""
        yield from self.names
        yield from self.french


class Substances:
    """The substances, and how to find one."""

    def __init__(self, listed: Iterable[Substance], places: Iterable[str] = ()) -> None:
        """Take the substances in their order.

        Args:
            listed: the substances.
            places: where each is written, for errors; empty where they come from no file.

        Raises:
            CorpusError: two substances share a CAS number or a name.
        """
        self._listed = tuple(listed)
        self._by_cas: dict[str, Substance] = {}
        self._by_name: dict[str, Substance] = {}
        self._written: dict[str, str] = {}
        at = tuple(places) or ("",) * len(self._listed)
        for substance, place in zip(self._listed, at, strict=True):
            self._enter(substance, place)

    def __iter__(self) -> Iterator[Substance]:
        return iter(self._listed)

    def __len__(self) -> int:
        return len(self._listed)

    def by_cas(self, cas: str) -> Substance | None:
        """The substance with that CAS number, whatever dashes it is written with."""
        return self._by_cas.get(_number(cas))

    def by_name(self, text: str) -> Substance | None:
        """The substance of that name, in English or in French."""
        return self._by_name.get(plain(text))

    def starting_with(self, text: str, limit: int = 8) -> tuple[Substance, ...]:
        """Substances to offer while somebody types.

        First the one of exactly that name, then names that begin so, then names in which a word begins so; short names
        first. Each substance comes once.
        """
        typed = plain(text)
        if not typed:
            return ()
        holding = [key for key in self._by_name if typed in key]
        found = sorted((rank, len(key), key) for key in holding if (rank := self._rank(key, typed)) is not None)
        return tuple(dict.fromkeys(self._by_name[key] for _, _, key in found))[:limit]

    def near(self, text: str, limit: int = 3) -> tuple[str, ...]:
        """Names that are spelt nearly like the text, as they are written in the table; one for each substance."""
        close = get_close_matches(plain(text), self._by_name, n=4 * limit, cutoff=_CUTOFF)
        nearest: dict[str, str] = {}
        for key in close:
            nearest.setdefault(self._by_name[key].cas, self._written[key])
        return tuple(nearest.values())[:limit]

    def _rank(self, key: str, typed: str) -> int | None:
        if key.startswith(typed):
            return 0 if key == typed else 1
        name = self._written[key]
        starts = any(plain(name[word.start() :]).startswith(typed) for word in _WORD.finditer(name))
        return 2 if starts else None

    def _enter(self, substance: Substance, at: str) -> None:
        if substance.cas in self._by_cas:
            raise CorpusError(f"{substance.cas} stands twice", at=at, hint="keep one of the two rows")
        self._by_cas[substance.cas] = substance
        for name in substance.every_name():
            key = plain(name)
            other = self._by_name.setdefault(key, substance)
            self._written.setdefault(key, name)
            if other is not substance:
                raise CorpusError(f'"{name}" is also a name of {other.cas}', at=at, hint="leave it to one of the two")


def plain(name: str) -> str:
    """The form in which names are compared.

    Case, accents, kinds of dash and of prime, Greek letters or their names, spaces, hyphens, square brackets, a stereo
    prefix in parentheses (as in `(R)-`, `(±)-`), and the spellings sulph/sulf, aluminum/aluminium, cesium/caesium do
    not matter. Locants, primes after a locant, round brackets, `(E)-`, `(Z)-` and a hyphen between digits do matter,
    since they tell chemicals apart.
    """
    text = name.strip().casefold()
    if not text.isascii():
        text = _ascii(text)
    if not text.isalnum():
        text = _closed(text)
    for spelling, ours in _SAME:
        text = text.replace(spelling, ours)
    return text


def load_substances(files: CorpusFiles | None = None) -> Substances:
    """Load the substances that come with the package.

    Raises:
        CorpusError: a row is incomplete, or two substances share a CAS number or a name.
    """
    rows = [(_substance(row, at), at) for row, at in (files or CorpusFiles()).rows(FILE)]
    return Substances((substance for substance, _ in rows), (at for _, at in rows))


def _substance(row: Mapping[str, str], at: str) -> Substance:
    for column in ("cas", "smiles", "names", "use"):
        if not row.get(column):
            raise CorpusError(f'a substance without "{column}"', at=at, hint="fill the column or drop the row")
    if row["verified"] not in ("true", "false"):
        raise CorpusError(f'cannot read "{row["verified"]}" as verified', at=at, hint="true or false")
    return Substance(
        row["cas"], row["smiles"], _split(row["names"]), _split(row["french"]), row["verified"] == "true",
        row["use"], row["note"], row["formula"], row["inchikey"],
    )  # fmt: skip


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _number(cas: str) -> str:
    return cas.translate(_SPELT).replace(" ", "").lstrip("0")


def _ascii(text: str) -> str:
    """Without accents, Greek letters spelt out, one kind of dash and prime, plain digits for raised and lowered."""
    apart = unicodedata.normalize("NFKD", text.translate(_SPELT))
    return "".join(letter for letter in apart.translate(_SPELT) if not unicodedata.combining(letter))


def _closed(text: str) -> str:
    """Without spaces, hyphens and stereo prefixes, where they tell nothing apart."""
    text = text.replace("[", "(").replace("]", ")")
    if text.startswith("("):
        text = _TURNED.sub("", text, count=1) if _TURNED.match(text) else text
    if "'" in text:
        text = _ELIDED.sub(r"\1", text)
    text = _APART.sub("\0", _POINT.sub(",", text)).translate(_GAPS).replace("\0", "-")
    return _NUMERAL.sub(r"\1", text) if "(" in text else text
