"""Instruments and their provisions, as the corpus holds them."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fullest.corpus.instruments import Instrument, InstrumentSource, Provision
from fullest.errors import NotFound
from fullest.office.apps import the_engine
from fullest.office.contexts.frame import Cited
from fullest.office.contexts.law import (
    InstrumentPage,
    InstrumentRow,
    LawPage,
    ProvisionPage,
    ProvisionRow,
    SourceRow,
)
from fullest.office.pages.frame import language_of_page, law_address, show, spoken
from fullest.office.pages.said import text
from fullest.terms.citation import Citation
from fullest.terms.span import Span


@require_safe
def law(request: HttpRequest) -> HttpResponse:
    """All instruments."""
    corpus = the_engine().corpus
    page = LawPage(tuple(_row(one) for one in corpus.instruments), corpus.digest)
    return show(request, "law.html", page, title=_("Law"), section="law")


@require_safe
def instrument(request: HttpRequest, instrument: str) -> HttpResponse:
    """One instrument with its provisions."""
    held, language = _get(instrument), language_of_page()
    page = InstrumentPage(
        title=text(held.title[language]),
        short=held.abbreviation[language],
        kind=_kind(held.kind),
        in_force=spoken(held.in_force),
        provisions=tuple(_provision(one) for one in held.provisions),
        sources=_sources(held.sources),
    )
    return show(request, "instrument.html", page, title=page.short, section="law")


@require_safe
def provision(request: HttpRequest, instrument: str, path: str) -> HttpResponse:
    """One provision."""
    held = _get(instrument)
    places = [one.citation.path for one in held.provisions]
    if path.strip("/") not in places:
        raise Http404(path)
    place = places.index(path.strip("/"))
    found, language = held.provisions[place], language_of_page()
    page = ProvisionPage(
        instrument=Cited(text(held.title[language]), law_address(held.id)),
        provision=_provision(found),
        rules=_rules(found.citation),
        sources=_sources(one for one in held.sources if one.key in found.sources),
        before=_neighbour(held, place - 1),
        after=_neighbour(held, place + 1),
    )
    title = f"{held.abbreviation[language]}, {found.label[language]}"
    return show(request, "provision.html", page, title=title, section="law")


def span_words(span: Span) -> str:
    """The days of a span in words."""
    if span.end is None:
        return _("since %(day)s") % {"day": spoken(span.start)}
    return _("from %(start)s until %(end)s") % {"start": spoken(span.start), "end": spoken(span.end)}


def _get(id_: str) -> Instrument:
    try:
        return the_engine().corpus.instruments.get(id_)
    except NotFound as error:
        raise Http404(id_) from error


def _row(held: Instrument) -> InstrumentRow:
    language = language_of_page()
    executed = sum(one.status == "executed" for one in held.provisions)
    return InstrumentRow(
        text(held.title[language]), held.abbreviation[language], law_address(held.id), spoken(held.in_force),
        len(held.provisions), executed,
    )  # fmt: skip


def _provision(held: Provision) -> ProvisionRow:
    language = language_of_page()
    return ProvisionRow(
        label=held.label[language],
        address=law_address(held.citation.instrument, held.citation.path),
        anchor=held.citation.path.replace("/", "-"),
        says=text(held.says[language]),
        status=held.status,
        status_says=_status(held.status),
        reason=text(held.reason[language]) if held.reason else "",
        span=span_words(held.span),
        verified=held.verified,
    )


def _status(status: str) -> str:
    return {
        "executed": _("Carried out by rules or entries"),
        "informative": _("For information"),
        "not-executable": _("One transfer cannot show it"),
    }[status]


def _kind(kind: str) -> str:
    return {
        "treaty": _("Treaty"),
        "council-decision": _("Decision of the Security Council"),
        "decision": _("Decision"),
        "resolution": _("Resolution, which recommends and binds nobody"),
    }.get(kind, kind)


def _sources(held: Iterable[InstrumentSource]) -> tuple[SourceRow, ...]:
    return tuple(SourceRow(one.publisher, one.address, spoken(one.retrieved), one.note) for one in held)


def _rules(citation: Citation) -> tuple[str, ...]:
    rules = the_engine().corpus.rules
    return tuple(text(rule.title[language_of_page()]) for rule in rules if citation in (rule.cites, *rule.also))


def _neighbour(held: Instrument, place: int) -> Cited | None:
    if not 0 <= place < len(held.provisions):
        return None
    found = held.provisions[place]
    return Cited(found.label[language_of_page()], law_address(held.id, found.citation.path))
