"""The page that answers. The address holds the whole question; nothing is kept."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fullest.errors import InputError
from fullest.office.apps import the_engine
from fullest.office.contexts.answer import AnswerPage, Machine, NamedReading
from fullest.office.pages.answer_item import taken
from fullest.office.pages.answer_layers import columns, scope
from fullest.office.pages.answer_open import assumptions, questions
from fullest.office.pages.answer_reasons import tasks
from fullest.office.pages.ask import form
from fullest.office.pages.cited import cited
from fullest.office.pages.frame import language_of_page, show
from fullest.office.pages.said import Said, table, tables, text, texts
from fullest.office.pages.summary import asked
from fullest.office.pages.words import step
from fullest.office.pretty import pretty
from fullest.office.question import Question
from fullest.office.recognition import Reading, recognise
from fullest.office.today import today


@require_safe
def answer(request: HttpRequest) -> HttpResponse:
    """The answer to the question in the address, or the form with what is wrong in it."""
    try:
        question = Question.of(request.GET)
    except InputError as error:
        return form(request, Question(), error)
    if not question.asks:
        return HttpResponseRedirect(f"/{language_of_page()}/")
    try:
        return _answered(request, question.on(today()))
    except InputError as error:
        return _refused(request, question, error)


def _answered(request: HttpRequest, question: Question) -> HttpResponse:
    engine = the_engine()
    reading, words = _read(question)
    asked_for = question.request(reading, words)
    said = engine.assess(engine.read(asked_for)).to_dict(language_of_page())
    page = _page(request, question, (reading, words), said)
    template = "answer_swap.html" if getattr(request, "htmx", False) else "answer.html"
    return show(request, template, page, title=_("Answer"), section="ask")


def _refused(request: HttpRequest, question: Question, error: InputError) -> HttpResponse:
    """The form again; a page that swaps its parts goes to it as a whole."""
    response = form(request, question, error)
    if getattr(request, "htmx", False):
        response.headers["HX-Redirect"] = request.get_full_path()
    return response


def _read(question: Question) -> tuple[Reading, str]:
    if not question["item"]:
        return "name", ""
    return recognise(question["item"], the_engine().identifier.holds_name, wanted=question.reading)


def _page(request: HttpRequest, question: Question, read: tuple[Reading, str], said: Said) -> AnswerPage:
    engine = the_engine()
    instruments = engine.corpus.instruments
    first, later = questions(said, question)
    outcome = table(said["outcome"])
    decided = outcome["at_least"] == outcome["at_most"]
    return AnswerPage(
        sentence=text(said["sentence"]),
        overall=step(text(outcome["at_least"])) if decided else None,
        scope=scope(said),
        asked=asked(said, question),
        change=f"/{language_of_page()}/?{question.query()}",
        taken=taken(table(said["item"]), text(said["date"]), question, read, instruments),
        columns=columns(said, instruments),
        duties=tasks(said["duties"], instruments),
        facilitates=tasks(said["facilitates"], instruments),
        question=first,
        later=later,
        assumed=assumptions(said, question, engine.corpus.vocabulary),
        readings=tuple(
            NamedReading(text(one["title"]), text(one["says"]), ", ".join(texts(one["held_by"])),
                         cited(one["cites"], instruments))
            for one in tables(said["readings"])
        ),
        notices=texts(said["notices"]),
        untranslatable=tuple(dict.fromkeys(text(one["says"]) for one in tables(said["untranslatable"]))),
        not_looked_at=tuple(text(one["says"]) for one in tables(said["not_looked_at"])),
        machine=_machine(request, question, said),
    )  # fmt: skip


def _machine(request: HttpRequest, question: Question, said: Said) -> Machine:
    link = request.build_absolute_uri(f"/{language_of_page()}/answer?{question.query()}")
    return Machine(link, pretty(said["transfer"]), pretty(said), text(said["corpus"]))
