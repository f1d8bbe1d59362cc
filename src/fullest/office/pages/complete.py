"""Completions and readings that a box asks for while a person types."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fullest.errors import InputError
from fullest.office.apps import the_engine
from fullest.office.contexts.ask import Choice, CompletionPage, RecognisedPage
from fullest.office.pages.ask import recognised_words
from fullest.office.pages.frame import language_of_page, piece
from fullest.office.question import Question

_LIMIT = 8
# A box sends its words under its own name; other callers say `q`.
_NAMES = ("q", "item", "origin", "destination", "via", "received_from")


@require_safe
def states(request: HttpRequest) -> HttpResponse:
    """States whose name begins so, in the language of the page."""
    found = the_engine().corpus.states.starting_with(_typed(request), _LIMIT)
    options = tuple(Choice(state.name(language_of_page()), state.iso3) for state in found)
    return piece(request, "completion.html", CompletionPage(options))


@require_safe
def chemicals(request: HttpRequest) -> HttpResponse:
    """Chemicals that the corpus names and whose name begins so."""
    typed = _typed(request)
    found = the_engine().chemical_names(typed, _LIMIT) if typed else ()
    options = tuple(Choice(name, " · ".join(words for words in (cas, note) if words)) for name, cas, note in found)
    return piece(request, "completion.html", CompletionPage(options))


@require_safe
def recognised(request: HttpRequest) -> HttpResponse:
    """What the one box was read as."""
    try:
        says = recognised_words(Question.of(request.GET))
    except InputError:
        says = _("The words are longer than the form takes.")
    return piece(request, "recognised.html", RecognisedPage(says))


def _typed(request: HttpRequest) -> str:
    return next((request.GET[name].strip()[:200] for name in _NAMES if request.GET.get(name, "").strip()), "")
