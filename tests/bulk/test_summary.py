"""How many of what."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from fullest.bulk.run import Answered
from fullest.bulk.summary import Summary, span_of
from fullest.bulk.verdict import Verdict
from fullest.errors import MissingField, UnreadableValue
from fullest.terms.outcome import Outcome, Rung

NOTIFY = Outcome(Rung.notify, Rung.notify)
VERDICT = Verdict("CHE", "NLD", date(2018, 6, 30), NOTIFY, NOTIFY, ("a", "b"), (("r", "c"), ("s", "c")), (), ())


def test_answers_are_counted_as_they_pass() -> None:
    """A part with two entries counts under each; the most frequent come first, equals by name."""
    summary = Summary()
    other = replace(VERDICT, destination="DEU", outcome=Outcome(Rung.free, Rung.assure), entries=("a",), deciding=())
    answers = [
        Answered(1, 2, 1, "answered", VERDICT),
        Answered(2, 3, 1, "answered", other),
        Answered(3, 4, 1, "left-out", left_out="another matter"),
        Answered(4, 5, 1, "unreadable", problem=UnreadableValue("bad", at="date")),
        Answered(5, 6, 1, "unreadable", problem=MissingField("bad")),
    ]
    assert list(summary.counting(answers)) == answers
    assert summary.to_dict() == {
        "status": {"answered": 2, "unreadable": 2, "left-out": 1},
        "outcome": {"free..assure": 1, "notify": 1},
        "rule": {"r": 1, "s": 1},
        "entry": {"a": 2, "b": 1},
        "destination": {"DEU": 1, "NLD": 1},
        "left_out": {"another matter": 1},
        "unreadable": {"MissingField": 1, "date": 1},
    }


def test_an_interval_names_both_ends() -> None:
    """One word where it is decided."""
    assert span_of(VERDICT) == "notify"
    assert span_of(replace(VERDICT, outcome=Outcome(Rung.free, Rung.forbidden))) == "free..forbidden"
