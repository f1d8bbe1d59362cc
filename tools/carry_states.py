"""Make the tables of States and of their other names again from a folder with the reference data.

    python tools/carry_states.py --from ../shared/data

Names and codes come from the reference data. What is kept by hand in `states.csv` (kind, part_of, applies, from,
until, articles, note, verified) stays as it stands; a code that is new is filled in from the source and marked not
verified.
In `other-names.csv` the rows whose note is `common use` or `former name` are kept by hand; all others are made again.
A Swiss destination is known by its row in that file or by its German CLDR name; any other is printed, for a person.
`predecessors.csv` and `source.toml` are kept by hand altogether.
"""

from __future__ import annotations

import argparse
import csv
import io
import re
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TypeAlias

import openpyxl  # type: ignore[import-untyped]
from babel import Locale

from fullest.corpus.states import plain

Row: TypeAlias = dict[str, str]
DATA = Path(__file__).resolve().parents[1] / "src/fullest/corpus/data/states"
LANGUAGES = {"en": "English", "fr": "French", "es": "Spanish", "ar": "Arabic", "zh": "Chinese", "ru": "Russian"}
OFFICIAL = {"en": "en", "fr": "fr", "es": "es", "ar": "ar", "zh": "cn", "ru": "ru"}
COLUMNS = (
    "iso3", "iso2", "numeric", "kind", "part_of", "applies", "from", "until", *LANGUAGES,
    "en_article", "fr_article", "fr_from", "note", "verified",
)  # fmt: skip
BY_HAND = ("kind", "part_of", "applies", "from", "until", "en_article", "fr_article", "fr_from", "note", "verified")
KEPT_NOTES = ("common use", "former name")
SWISS = "Swiss licensing figures"
# Cells of the source that are cut, inverted, in an oblique case or not the usual name: CLDR is taken instead.
BROKEN = {
    ("ALA", "ru"), ("ATA", "ru"), ("ATF", "ru"), ("CCK", "ru"), ("CYM", "ru"), ("ATF", "ar"), ("IOT", "ar"),
    ("UMI", "ar"), ("CIV", "en"),
}  # fmt: skip
# The M49 standard's own English name, which the copy at hand shortens; the other five languages have it whole.
WHOLE = {("FLK", "en"): "Falkland Islands (Malvinas)"}
# Entities of the tables that ISO 3166-1 does not list; CLDR names them.
OUTSIDE_ISO = {"XKX": "XK", "EUU": "EU"}
ARTICLE = re.compile(r"\s*\((the|le|la|les|l'|el|los|las)\)\s*$", re.IGNORECASE)
# French names that keep their article after "de": la République …, l'État de …
COMMON_NOUN = re.compile(r"(?:République|Fédération|État|Union|Île|Territoire|Chine,)")
LEADING = re.compile(r"^(?:the |le |la |les |l')", re.IGNORECASE)
SWISS_HEADINGS = ("Bestimmungsland", "Endverbraucherland", "Bestimmungs-/Lieferland")


def main() -> None:
    """Read the folder named on the command line and write the two tables."""
    parser = argparse.ArgumentParser(description="make the tables of States again")
    parser.add_argument("--from", dest="folder", type=Path, required=True, help="the folder with the reference data")
    folder: Path = parser.parse_args().folder
    codes = list(_csv(folder / "reference/groups/country-codes_2026-05-15.csv"))
    m49 = {
        row["ISO-alpha3 Code"]: row["Country or Area"]
        for row in _csv(folder / "reference/groups/unsd_m49_2024-09-25.csv")
    }
    states = carry_states(codes, m49)
    write(DATA / "states.csv", COLUMNS, states)
    others = carry_other_names(states, codes, swiss_names(folder))
    write(DATA / "other-names.csv", ("iso3", "language", "name", "note"), others)
    print(f"{len(states)} States and areas, {len(others)} other names")


def carry_states(codes: Iterable[Row], m49: dict[str, str]) -> list[Row]:
    """One row for each code of the source, and for the entities outside ISO 3166-1, by English name."""
    by_hand = {row["iso3"]: row for row in _csv(DATA / "states.csv")} if (DATA / "states.csv").exists() else {}
    rows = [_state(code, m49) for code in codes] + [_outside(iso3, iso2) for iso3, iso2 in OUTSIDE_ISO.items()]
    for row in rows:
        if row["iso3"] in by_hand:
            row.update({column: by_hand[row["iso3"]][column] for column in BY_HAND})
        else:
            print(f"new: {row['iso3']} {row['en']}: look at its kind, part_of, applies, note")
    return sorted(rows, key=lambda row: plain(row["en"]))


def _state(code: Row, m49: dict[str, str]) -> Row:
    iso3, status = code["ISO3166-1-Alpha-3"], code["is_independent"]
    named = re.fullmatch(r"(?:Part|Territory|Territories|Commonwealth|Crown dependency) of (\w\w)", status)
    return {
        "iso3": iso3,
        "iso2": code["ISO3166-1-Alpha-2"],
        "numeric": code["ISO3166-1-numeric"].zfill(3),
        "kind": "area" if named else "member" if status == "Yes" else "other",
        "part_of": named[1] if named else "",
        "applies": "unknown" if named else "",
        "from": "",
        "until": "",
        **{language: _short_name(code, language, m49) for language in LANGUAGES},
        **_articles(code),
        "note": "",
        "verified": "false",
    }


def _articles(code: Row) -> Row:
    """The articles of the terminology database, and how the French name follows "de"."""
    found = {}
    for language in ("en", "fr"):
        match = ARTICLE.search(code[f"UNTERM {LANGUAGES[language]} Short"].replace("*", ""))
        found[f"{language}_article"] = match[1].lower() if match else ""
    return found | {"fr_from": _after_de(found["fr_article"], code["official_name_fr"])}


def _after_de(article: str, name: str) -> str:
    if article in ("le", "les"):
        return "du" if article == "le" else "des"
    if article and COMMON_NOUN.match(name):
        return f"de {article}"
    return "d'" if plain(name[:1]) in tuple("aeiou") else "de"


def _outside(iso3: str, iso2: str) -> Row:
    names = {language: _tidy(_cldr(language, iso2)) for language in LANGUAGES}
    return dict.fromkeys(COLUMNS, "") | {"iso3": iso3, "iso2": iso2, "kind": "other", **names, "verified": "false"}


def _short_name(code: Row, language: str, m49: dict[str, str]) -> str:
    cell = (code["ISO3166-1-Alpha-3"], language)
    if cell in WHOLE:
        return WHOLE[cell]
    if cell in BROKEN:
        return _tidy(_cldr(language, code["ISO3166-1-Alpha-2"]))
    unterm = ARTICLE.sub("", code[f"UNTERM {LANGUAGES[language]} Short"].replace("*", "").strip())
    official = code[f"official_name_{OFFICIAL[language]}"]
    if language == "en":
        return _tidy(unterm or m49.get(cell[0], "") or official)
    return _tidy(unterm or official)


def carry_other_names(states: list[Row], codes: Iterable[Row], swiss: dict[str, str]) -> list[Row]:
    """The names kept by hand, then long names, Swiss names and CLDR names that say something new."""
    held = list(_csv(DATA / "other-names.csv"))
    kept = [row for row in held if row["note"] in KEPT_NOTES]
    made = [*_long_names(codes), *_swiss(held, states, swiss), *_cldr_names(states)]
    seen = {(row["iso3"], plain(row[language])) for row in states for language in LANGUAGES}
    seen |= {(row["iso3"], plain(row["name"])) for row in kept}
    fresh = []
    for row in made:
        key = (row["iso3"], plain(row["name"]))
        # A Swiss name stays even where another says the same: the file keeps its spelling.
        if key not in seen or row["note"] == SWISS:
            fresh.append(row)
        seen.add(key)
    return sorted(kept + fresh, key=lambda row: (row["iso3"], row["language"], row["note"], row["name"]))


def _long_names(codes: Iterable[Row]) -> Iterator[Row]:
    for code in codes:
        for language in ("en", "fr"):
            name = _tidy(LEADING.sub("", code[f"UNTERM {LANGUAGES[language]} Formal"].replace("*", "").strip()))
            if name:
                yield _other(code["ISO3166-1-Alpha-3"], language, name[0].upper() + name[1:], "official long name")


def _swiss(held: list[Row], states: list[Row], swiss: dict[str, str]) -> Iterator[Row]:
    known = {plain(row["name"]): row["iso3"] for row in held if row["note"] == SWISS}
    iso3_of = {row["iso2"]: row["iso3"] for row in states}
    for iso2, name in Locale("de").territories.items():
        if iso2 in iso3_of:
            known.setdefault(plain(name), iso3_of[iso2])
    for name in sorted(swiss):
        if plain(name) in known:
            yield _other(known[plain(name)], "de", name, SWISS)
        else:
            print(f"no State: {name!r} (in {swiss[name]})")


def _cldr_names(states: list[Row]) -> Iterator[Row]:
    for state in states:
        for language in (*LANGUAGES, "de"):
            if name := Locale(language).territories.get(state["iso2"]):
                yield _other(state["iso3"], language, _tidy(name), "CLDR")


def swiss_names(folder: Path) -> dict[str, str]:
    """Each destination of the Swiss files as it is spelt there, with the first file that has it."""
    found: dict[str, str] = {}
    for path in sorted((folder / "licensing-statistics/ch-seco-individual-licences").iterdir()):
        for name in _destinations(path):
            found.setdefault(name, path.name)
    return found


def _destinations(path: Path) -> Iterator[str]:
    if path.suffix == ".xlsx":
        with closing(openpyxl.load_workbook(path, read_only=True)) as book:
            rows = [
                ["" if cell is None else str(cell) for cell in row] for row in book.active.iter_rows(values_only=True)
            ]
    else:
        text = path.read_text(encoding="utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";" if "semicolon" in path.name else ","))
    column = next(index for index, heading in enumerate(rows[0]) if heading.strip() in SWISS_HEADINGS)
    yield from (row[column] for row in rows[1:] if len(row) > column and row[column].strip())


def _other(iso3: str, language: str, name: str, note: str) -> Row:
    return {"iso3": iso3, "language": language, "name": name, "note": note}


def _cldr(language: str, iso2: str) -> str:
    return str(Locale(language).territories[iso2])


def _tidy(name: str) -> str:
    return " ".join(name.replace("’", "'").split())


def _csv(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def write(path: Path, columns: Iterable[str], rows: Iterable[Row]) -> None:
    """Write a table, UTF-8, line feeds."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(columns), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()
