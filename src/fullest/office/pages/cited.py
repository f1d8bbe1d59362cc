"""Paragraphs as one cites them, each with the address of its page."""

from __future__ import annotations

from fullest.corpus.instruments import Instruments
from fullest.errors import CorpusError
from fullest.office.contexts.frame import Cited
from fullest.office.pages.frame import language_of_page, law_address
from fullest.office.pages.said import text
from fullest.terms.citation import Citation


def cited(given: object, instruments: Instruments) -> Cited | None:
    """A citation such as `cwc:va/vii/31` with its label, or `None` where there is none."""
    try:
        citation = Citation.read(str(given or ""))
    except CorpusError:
        return None
    provision = instruments.find_provision(citation)
    if provision is None:
        return Cited(str(citation))
    language = language_of_page()
    short = instruments.get(citation.instrument).abbreviation[language]
    return Cited(f"{short}, {text(provision.label[language])}", law_address(citation.instrument, citation.path))
