"""States, and how each stands towards treaties and groups on a day."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fullest.corpus.standing import Body, Standing
from fullest.corpus.states import State
from fullest.errors import NotFound
from fullest.office.apps import the_engine
from fullest.office.contexts.law import Mark, MembershipRow, StatePage, StateRow, StatesPage
from fullest.office.pages.days import day_of
from fullest.office.pages.frame import language_of_page, show, spoken
from fullest.office.pages.said import text

_MOST = 400


@require_safe
def states(request: HttpRequest) -> HttpResponse:
    """All States, or those whose name begins as sought."""
    day, sought = day_of(request), request.GET.get("q", "").strip()[:100]
    held = the_engine().corpus.states
    found = held.starting_with(sought, _MOST) if sought else _in_order()
    bodies = _instrument_bodies()
    page = StatesPage(
        day=spoken(day),
        day_iso=day.isoformat(),
        bodies=tuple(label for _body, label in bodies),
        states=tuple(_row(state, [body for body, _label in bodies], day) for state in found),
        sought=sought,
    )
    return show(request, "states.html", page, title=_("States"), section="states")


@require_safe
def state(request: HttpRequest, iso3: str) -> HttpResponse:
    """One State on a day."""
    try:
        held = the_engine().corpus.states.get(iso3.upper())
    except NotFound as error:
        raise Http404(iso3) from error
    day = day_of(request)
    page = StatePage(
        name=held.name(language_of_page()),
        iso3=held.iso3,
        day=spoken(day),
        day_iso=day.isoformat(),
        treaties=_memberships(held, "treaty", day),
        groups=_memberships(held, "group", day),
    )
    return show(request, "state.html", page, title=page.name, section="states")


def _in_order() -> list[State]:
    language = language_of_page()
    listed = [state for state in the_engine().corpus.states if state.kind != "former"]
    return sorted(listed, key=lambda state: _plain(state.name(language)))


def _plain(name: str) -> str:
    return name.casefold().translate(str.maketrans("éèêëîïôöùûüçàâåäãáíóúñ", "eeeeiioouuucaaaaaaioun"))


def _instrument_bodies() -> list[tuple[str, str]]:
    """The tables of members that an instrument of the corpus rests on, with the instrument's abbreviation."""
    instruments, language = the_engine().corpus.instruments, language_of_page()
    return [(one.body, one.abbreviation[language]) for one in instruments if one.kind == "treaty" and one.body]


def _row(held: State, bodies: list[str], day: date) -> StateRow:
    language, memberships = language_of_page(), the_engine().corpus.memberships
    marks = tuple(_mark(memberships.standing(held.iso3, body, day)) for body in bodies)
    address = f"/{language}/states/{held.iso3}?date={day.isoformat()}"
    return StateRow(held.name(language), held.iso3, address, marks)


def _memberships(held: State, kind: str, day: date) -> tuple[MembershipRow, ...]:
    bodies = [body for body in the_engine().corpus.memberships.bodies.values() if body.kind == kind]
    return tuple(_membership(held, body, day) for body in bodies)


def _membership(held: State, body: Body, day: date) -> MembershipRow:
    language = language_of_page()
    standing = the_engine().corpus.memberships.standing(held.iso3, body.id, day)
    why = text(standing.why[language])
    verified = standing.membership.verified if standing.membership else True
    return MembershipRow(text(body.title[language]), _mark(standing), why[:1].upper() + why[1:], verified)


def _mark(standing: Standing) -> Mark:
    if standing.value is None:
        return Mark("unknown", _("not known"))
    return Mark("yes", _("yes")) if standing.value else Mark("no", _("no"))
