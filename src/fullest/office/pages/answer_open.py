"""What is still open, and what silence was taken to mean."""

from __future__ import annotations

from fullest.corpus.vocabulary import Vocabulary
from fullest.office.contexts.answer import Assumption, OpenQuestion
from fullest.office.pages.questions import assumed_question, open_question
from fullest.office.pages.said import Said, tables, text
from fullest.office.question import Question


def questions(said: Said, question: Question) -> tuple[OpenQuestion | None, tuple[OpenQuestion, ...]]:
    """The one question to answer now, and those for later: what the person said they do not know comes last."""
    asked = [open_question(one, question, f"-{place}") for place, one in enumerate(tables(said["questions"]))]
    ordered = sorted(asked, key=lambda one: one.said_unknown)
    fresh = bool(ordered) and not ordered[0].said_unknown
    return (ordered[0], tuple(ordered[1:])) if fresh else (None, tuple(ordered))


def assumptions(said: Said, question: Question, vocabulary: Vocabulary) -> tuple[Assumption, ...]:
    """What silence was taken to mean, each with the question that changes it."""
    return tuple(
        Assumption(text(one["says"]), assumed_question(vocabulary.fact(text(one["fact"])), question, f"-a{place}"))
        for place, one in enumerate(tables(said["assumed"])) if text(one["fact"]) in vocabulary.facts
    )  # fmt: skip
