"""Control lists as they stand on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fullest.corpus.lists import Edition, Entry
from fullest.office.apps import the_engine
from fullest.office.contexts.frame import Cited
from fullest.office.contexts.law import EditionRow, EntryRow, GroupRow, ListsPage
from fullest.office.pages.cited import cited
from fullest.office.pages.days import day_of
from fullest.office.pages.frame import language_of_page, show, spoken
from fullest.office.pages.law import span_words
from fullest.office.pages.said import text
from fullest.office.question import Question


@require_safe
def lists(request: HttpRequest) -> HttpResponse:
    """The lists of a day."""
    day = day_of(request)
    held = the_engine().corpus.lists
    page = ListsPage(
        day=spoken(day),
        day_iso=day.isoformat(),
        editions=tuple(_edition(one, day) for one in held.on(day)),
        others=tuple(_other(one) for one in held.editions if not one.span.holds(day)),
    )
    return show(request, "lists.html", page, title=_("Lists"), section="lists")


def _edition(held: Edition, day: date) -> EditionRow:
    return EditionRow(
        held.list, text(held.title[language_of_page()]), span_words(held.span), _groups(held), held.span.holds(day)
    )


def _other(held: Edition) -> Cited:
    label = f"{text(held.title[language_of_page()])} – {span_words(held.span)}"
    return Cited(label, f"/{language_of_page()}/lists/?date={held.span.start.isoformat()}")


def _groups(held: Edition) -> tuple[GroupRow, ...]:
    """The smallest parts that hold entries, in the order of the list; entries outside any part last."""
    titles = {group.id: group.title[language_of_page()] for group in held.groups}
    parts: dict[str, list[Entry]] = {}
    for entry in held.entries:
        parts.setdefault(_part(entry, titles), []).append(entry)
    return tuple(GroupRow(titles.get(part, ""), _entries(entries)) for part, entries in parts.items())


def _part(entry: Entry, titles: Iterable[str]) -> str:
    inside = [group for group in titles if group in entry.groups]
    return max(inside, key=len, default="")


def _entries(entries: Iterable[Entry]) -> tuple[EntryRow, ...]:
    instruments, language = the_engine().corpus.instruments, language_of_page()
    return tuple(
        EntryRow(
            entry.id.replace("/", "-"), entry.id, text(entry.title[language]),
            tuple(cas for chemical in entry.chemicals for cas in chemical.cas[:1]), cited(entry.cites, instruments),
            f"/{language}/?{Question({'item': entry.id}).query()}",
        )
        for entry in entries
    )  # fmt: skip
