"""The page that asks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fullest.errors import InputError
from fullest.office.apps import the_engine
from fullest.office.contexts.ask import AskPage, Example, Field, Trouble
from fullest.office.pages.examples import examples
from fullest.office.pages.frame import show
from fullest.office.pages.questions import purposes, said_facts
from fullest.office.pages.trouble import trouble_of
from fullest.office.pages.words import field_label, reading_words
from fullest.office.question import ITEM_FIELDS, Question
from fullest.office.recognition import recognise
from fullest.office.today import today

_BOXES = 2


@require_safe
def ask(request: HttpRequest) -> HttpResponse:
    """The form, empty or filled from the address."""
    return form(request, Question.of(request.GET))


def form(request: HttpRequest, question: Question, error: InputError | None = None) -> HttpResponse:
    """The form with what was said, and the error at its field."""
    trouble = trouble_of(error, question) if error else None
    title = _("Ask") if not trouble else _("Something to mend – Ask")
    return show(request, "ask.html", _page(question, trouble), title=title, section="ask", status=422 if error else 200)


def recognised_words(question: Question) -> str:
    """What the one box holds, in words, or an empty string."""
    if not question["item"]:
        return ""
    try:
        reading, _words = recognise(question["item"], the_engine().identifier.holds_name, wanted=question.reading)
    except InputError:
        return ""
    return _("Read as %(what)s.") % {"what": reading_words(reading)}


def _page(question: Question, trouble: Trouble | None) -> AskPage:
    wrong = trouble.field if trouble else ""
    fields = [_with(field, trouble) for field in _item_fields(question)]
    route = [_with(field, trouble) for name in ("via", "received_from") for field in _several(question, name)]
    return AskPage(
        item=_with(_item(question), trouble),
        item_fields=tuple(fields),
        item_open=any(field.value for field in fields if field.name != "kind") or wrong in (*ITEM_FIELDS, "kind"),
        main=tuple(_with(field, trouble) for field in _main(question, today())),
        route=tuple(route),
        route_open=bool(question.several) or wrong in ("via", "received_from"),
        facts=tuple(_with(field, trouble) for field in said_facts(the_engine().corpus.vocabulary, question)),
        recognised=recognised_words(question),
        troubles=(trouble,) if trouble else (),
        examples=tuple(Example(says, address) for says, address in examples()),
    )


def _item(question: Question) -> Field:
    help_ = _("A name, a CAS number, a structure (SMILES or InChI) or a list entry such as cwc/3.B.17.")
    return Field("item", field_label("item"), help_, value=question["item"], completes="chemicals")


def _item_fields(question: Question) -> list[Field]:
    helps = {"cas": "111-48-8", "smiles": "OCCSCCO", "entry": "cwc/2.B.13"}
    return [
        Field(
            name,
            field_label(name),
            _example(helps.get(name, "")),
            "long" if name == "molfile" else "text",
            question[name],
        )
        for name in ITEM_FIELDS
    ]


def _main(question: Question, day: date) -> list[Field]:
    vocabulary = the_engine().corpus.vocabulary
    return [
        Field("amount", field_label("amount"), _example("200 kg"), value=question["amount"]),
        Field("concentration", field_label("concentration"), _example("99 %"), value=question["concentration"]),
        _state("origin", question),
        _state("destination", question),
        Field(
            "date", field_label("date"), _("The law of that day answers."), "date", question["date"] or day.isoformat()
        ),
        Field("purpose", field_label("purpose"), kind="choice", choices=purposes(vocabulary, question)),
        Field("end_use", field_label("end_use"), _example(_("ink for ballpoint pens")), value=question["end_use"]),
    ]


def _state(name: str, question: Question) -> Field:
    return Field(name, field_label(name), value=question[name], completes="states")


def _several(question: Question, name: str) -> list[Field]:
    said = question.several.get(name, ())
    shown = [*said, *[""] * max(1, _BOXES - len(said))]
    return [
        Field(name, field_label(name) if not place else _("and"), value=value, completes="states", key=f"-{place}")
        for place, value in enumerate(shown)
    ]


def _with(field: Field, trouble: Trouble | None) -> Field:
    return replace(field, trouble=trouble) if trouble and trouble.field == field.name else field


def _example(words: str) -> str:
    return _("For example %(what)s") % {"what": words} if words else ""
