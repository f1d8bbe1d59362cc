"""Fields of forms, made from what was asked and from the vocabulary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from fullest.corpus.vocabulary import Fact, Vocabulary
from fullest.office.contexts.answer import OpenQuestion
from fullest.office.contexts.ask import Choice, Field
from fullest.office.pages.frame import language_of_page
from fullest.office.pages.said import tables, text
from fullest.office.pages.words import truth_words
from fullest.office.question import FACT, SINGLE_FIELDS, UNKNOWN, Question

KINDS = {"truth": "truth", "choice": "choice", "choices": "choice", "date": "date"}


def open_question(said: Mapping[str, object], question: Question, key: str) -> OpenQuestion:
    """A question that the answer asks, ready to be answered in place.

    Args:
        said: the question as the answer has it.
        question: what was asked so far.
        key: what tells its fields from others on the page.
    """
    fact, sort = str(said["fact"]), str(said["type"])
    options = [(str(one["value"]), text(one["says"])) for one in tables(said["options"])]
    field = Field(
        name=_name(fact), label=text(said["ask"]), help=_help(said), kind=KINDS.get(sort, "text"),
        choices=_choices(sort, options, _said(question, fact)), key=key,
    )  # fmt: skip
    return _asking(field, question, fact, str(said["example"]))


def assumed_question(fact: Fact, question: Question, key: str) -> OpenQuestion:
    """The question that changes what silence was taken to mean."""
    return _asking(fact_field(fact, question, key), question, fact.id, fact.example)


def fact_field(fact: Fact, question: Question, key: str = "") -> Field:
    """The field of a fact of the vocabulary."""
    language = language_of_page()
    options = [(option.id, _capital(text(option.label[language]))) for option in fact.options]
    said = _said(question, fact.id)
    return Field(
        name=_name(fact.id), label=text(fact.ask[language]), help=text(fact.help[language]),
        kind=KINDS.get(fact.sort, "text"),
        value=said, choices=_choices(fact.sort, options, said), key=key,
    )  # fmt: skip


def said_facts(vocabulary: Vocabulary, question: Question) -> tuple[Field, ...]:
    """The fields of facts that were said already and that the form does not ask by itself."""
    return tuple(fact_field(vocabulary.facts[name], question) for name in question.facts if name in vocabulary.facts)


def purposes(vocabulary: Vocabulary, question: Question) -> tuple[Choice, ...]:
    """The purposes, with one for a person who does not know."""
    language, said = language_of_page(), question["purpose"]
    options = [(option.id, _capital(text(option.label[language]))) for option in vocabulary.fact("purpose").options]
    return (Choice("", _("Not said"), not said), *_choices("choice", options, said))


def _asking(field: Field, question: Question, fact: str, example: str) -> OpenQuestion:
    return OpenQuestion(
        field=field,
        carried=tuple(question.pairs(without=fact)),
        example=example,
        said_unknown=_said(question, fact) == UNKNOWN,
        submit=f"/{language_of_page()}/answer",
    )


def _help(said: Mapping[str, object]) -> str:
    """What helps, unless it only repeats the question."""
    return "" if said["help"] == said["ask"] else text(said["help"])


def _name(fact: str) -> str:
    return fact if fact in SINGLE_FIELDS else FACT + fact


def _said(question: Question, fact: str) -> str:
    return question[fact] or question.facts.get(fact, "")


def _choices(sort: str, options: Sequence[tuple[str, str]], said: str) -> tuple[Choice, ...]:
    if sort == "truth":
        return tuple(Choice(value, says, value == said) for value, says in truth_words().items())
    if sort not in ("choice", "choices"):
        return ()
    open_too = (*options, (UNKNOWN, _("I do not know")))
    return tuple(Choice(value, says, value == said) for value, says in open_too)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
