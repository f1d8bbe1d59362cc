"""How a page is put into its frame and sent."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.translation import get_language

from fullest.office.contexts.frame import Frame
from fullest.terms.text import LANGUAGES, Language

_NAMES = {"en": "English", "fr": "Français"}


def show(
    request: HttpRequest, template: str, page: object, *, title: str, section: str = "", status: int = 200
) -> HttpResponse:
    """A page in its frame.

    Args:
        request: what was asked.
        template: the template's name in `office/`.
        page: the context that the template declares.
        title: the title of the window.
        section: which entry of the site's contents it belongs to.
        status: the HTTP status.
    """
    context = {"frame": _frame(request, title, section), "page": page}
    return render(request, f"office/{template}", context, status=status)


def piece(request: HttpRequest, template: str, page: object) -> HttpResponse:
    """A part of a page, to be put in place of another."""
    return render(request, f"office/{template}", {"page": page})


def language_of_page() -> Language:
    """The language in which the page is written."""
    return "fr" if (get_language() or "").startswith("fr") else "en"


def spoken(day: date) -> str:
    """A day in words: `23 November 2026`, `1er novembre 2026`."""
    words = date_format(day, "j F Y")
    return words.replace("1 ", "1er ", 1) if day.day == 1 and language_of_page() == "fr" else words


def law_address(instrument: str, path: str = "") -> str:
    """The address of an instrument or of one of its provisions."""
    return f"/{language_of_page()}/law/{instrument}/{path}"


def _frame(request: HttpRequest, title: str, section: str) -> Frame:
    language = language_of_page()
    other = next(one for one in LANGUAGES if one != language)
    return Frame(title, language, other, _NAMES[other], _in_language(request, other), section)


def _in_language(request: HttpRequest, other: Language) -> str:
    path = request.path
    rest = path.split("/", 2)[2] if path[:4] in {f"/{one}/" for one in LANGUAGES} else ""
    query = request.META.get("QUERY_STRING", "")
    return f"/{other}/{rest}" + (f"?{query}" if query else "")
