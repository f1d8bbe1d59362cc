"""The words of the pages, collected for translators and compiled. Run it after changing a word:

    python -m fullest.office.catalogue

It needs nothing beyond Babel; it keeps the French that is there and leaves an empty place where there is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

_HERE = Path(__file__).resolve().parent
FRENCH = _HERE / "locale/fr/LC_MESSAGES/django.po"
COMPILED = FRENCH.with_suffix(".mo")
_KEYWORDS: dict[str, Any] = {
    "_": None, "gettext": None, "gettext_noop": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}  # fmt: skip


def collected() -> Catalog:
    """Every message of the pages, without a translation."""
    catalog = Catalog(project="Fullest", charset="utf-8")
    for source, text in _sources():
        for _line, message, comments, context in extract("python", BytesIO(text.encode()), _KEYWORDS):
            catalog.add(message, locations=[(source, 1)], auto_comments=comments, context=context)
    return catalog


def french() -> Catalog:
    """The French catalogue as it stands."""
    with FRENCH.open("rb") as file:
        return read_po(file, locale="fr", domain="django")


def compiled(catalog: Catalog) -> bytes:
    """A catalogue in the form that the site reads."""
    buffer = BytesIO()
    write_mo(buffer, catalog)
    return buffer.getvalue()


def update() -> None:
    """Bring the French catalogue up to date, and compile it."""
    catalog = french() if FRENCH.exists() else Catalog(locale="fr", project="Fullest", charset="utf-8")
    catalog.update(collected(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    catalog.header_comment, catalog.fuzzy = "# The French words of the pages.", False
    catalog.version, catalog.msgid_bugs_address = "1", ""
    catalog.last_translator, catalog.language_team = "", ""
    with FRENCH.open("wb") as file:
        write_po(file, catalog, width=110, omit_header=False, include_lineno=False, sort_output=True)
    COMPILED.write_bytes(compiled(catalog))


def _sources() -> Iterator[tuple[str, str]]:
    """Each file that speaks, as Python text that can be searched for messages."""
    for path in sorted(_HERE.rglob("*.py")):
        yield path.relative_to(_HERE).as_posix(), path.read_text(encoding="utf-8")
    for path in sorted((_HERE / "templates/office").glob("*.html")):
        yield path.relative_to(_HERE).as_posix(), templatize(path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    update()
