"""The HTTP API: the same questions and answers as on the pages, as JSON."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI, Query
from ninja.decorators import decorate_view
from pydantic import BaseModel

from fullest.errors import UnreadableValue
from fullest.office.api.answers import CorpusOut, DeterminationOut, IdentificationOut, StatesOut, TroubleOut
from fullest.office.api.door import StrictParser, json_body
from fullest.office.api.models import AssessIn, IdentifyIn
from fullest.office.api.trouble import refuse_in_one_shape
from fullest.office.apps import the_engine
from fullest.office.pages.frame import language_of_page
from fullest.office.today import today
from fullest.terms.span import PartialDay
from fullest.terms.text import Language

api = NinjaAPI(
    title="Fullest",
    version="1",
    description=(
        "What is forbidden, required, free and to be facilitated when an item moves between two States on a day, with "
        "the paragraph that says so. A competent authority decides. Answers come in the language of `lang`, or of "
        "Accept-Language; errors are in English."
    ),
    urls_namespace="api",
    parser=StrictParser(),
    openapi_url="/openapi.json",
    docs_url="/docs",
)
refuse_in_one_shape(api)

Lang = Annotated[Literal["en", "fr"] | None, Query(description="The language of the answer.")]
_ASKED: Any = {400: TroubleOut, 405: TroubleOut, 413: TroubleOut, 415: TroubleOut, 422: TroubleOut}
_LOOKED_UP: Any = {405: TroubleOut, 422: TroubleOut}


@api.post("/assess", response={200: DeterminationOut, **_ASKED}, summary="Assess a transfer", by_alias=True)
@decorate_view(json_body)
def assess(request: HttpRequest, transfer: AssessIn, lang: Lang = None) -> HttpResponse:
    """What is forbidden, required, free and to be facilitated, layer by layer, with the reasons."""
    engine = the_engine()
    found = engine.assess(engine.read(_said(transfer)))
    return JsonResponse(found.to_dict(_language(lang)))


@api.post("/identify", response={200: IdentificationOut, **_ASKED}, summary="Identify an item", by_alias=True)
@decorate_view(json_body)
def identify(request: HttpRequest, question: IdentifyIn, lang: Lang = None) -> HttpResponse:
    """The list entries that an item meets on a day, and why."""
    engine = the_engine()
    day = today() if question.date is None else _day(question.date)
    found = engine.identify_item(_said(question)["item"], day)
    return JsonResponse(found.to_dict(_language(lang)))


@api.get("/states", response={200: StatesOut, **_LOOKED_UP}, summary="Find States by name", by_alias=True)
def states(
    request: HttpRequest,
    q: Annotated[str, Query(description="The beginning of a name or of a word in it, or a code.", max_length=200)] = "",
    limit: Annotated[int, Query(ge=1, le=300, description="How many at most.")] = 20,
    lang: Lang = None,
) -> HttpResponse:
    """States whose name, in any language the corpus holds, begins so."""
    language = _language(lang)
    held = the_engine().corpus.states
    found = held.starting_with(q, limit) if q.strip() else tuple(held)[:limit]
    return JsonResponse({"states": [{"iso3": one.iso3, "name": one.name(language)} for one in found]})


@api.get(
    "/corpus",
    response={200: CorpusOut, 405: TroubleOut, 422: TroubleOut},
    summary="The corpus that answers",
    by_alias=True,
)
def corpus(request: HttpRequest, lang: Lang = None) -> HttpResponse:
    """The digest that names the corpus, and the editions of the lists in it."""
    held, language = the_engine().corpus, _language(lang)
    editions = [
        {
            "list": one.list, "edition": one.date.isoformat(), "title": one.title[language],
            "since": one.span.start.isoformat(), "until": one.span.end.isoformat() if one.span.end else None,
        }
        for one in held.lists.editions
    ]  # fmt: skip
    instruments = [one.id for one in held.instruments]
    return JsonResponse({"digest": held.digest, "editions": editions, "instruments": instruments})


def _said(asked: BaseModel) -> dict[str, Any]:
    """What was said, as it came; a value of another type than documented is for the engine to refuse."""
    return asked.model_dump(exclude_unset=True, warnings=False)


def _day(given: str) -> date:
    day = PartialDay.read(given, at="date")
    if day.earliest != day.latest:
        raise UnreadableValue(f'"{given}" is not one day', at="date", hint='a day as in "2026-11-23"')
    return day.earliest


def _language(said: Language | None) -> Language:
    return said or language_of_page()
