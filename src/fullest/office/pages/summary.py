"""What was asked, as the answer repeats it."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from fullest.office.apps import the_engine
from fullest.office.pages.frame import language_of_page, spoken
from fullest.office.pages.said import Said, table, text, texts
from fullest.office.question import UNKNOWN, Question


def asked(said: Said, question: Question) -> tuple[tuple[str, str], ...]:
    """The question in labelled words, in reading order; what was not said is left out."""
    transfer = table(said["transfer"])
    rows = [
        (_("Amount"), _known(question["amount"])),
        (_("Concentration"), _known(question["concentration"])),
        (_("From"), text(table(said["origin"]).get("name"))),
        (_("To"), text(table(said["destination"]).get("name"))),
        (_("Through"), _states(transfer.get("via"))),
        (_("Received from"), _states(transfer.get("received_from"))),
        (_("Day"), spoken(date.fromisoformat(text(said["date"])))),
        (_("Purpose"), _purpose(question["purpose"])),
        (_("End use"), question["end_use"]),
    ]
    return tuple((label, words) for label, words in rows if words)


def _known(words: str) -> str:
    return _("not known") if words == UNKNOWN else words


def _purpose(purpose: str) -> str:
    options = the_engine().corpus.vocabulary.fact("purpose").options
    labels = {option.id: option.label[language_of_page()] for option in options}
    return labels.get(purpose, _known(purpose))


def _states(codes: object) -> str:
    states = the_engine().corpus.states
    return ", ".join(states.get(code).name(language_of_page()) for code in texts(codes))
