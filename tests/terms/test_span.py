"""Spans are half-open, and a day known only in part is never taken for more than it is."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullest.errors import UnreadableValue
from fullest.terms.span import PartialDay, Span

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("day", "held"),
    [
        (date(1997, 4, 28), False),
        (date(1997, 4, 29), True),
        (date(2000, 4, 28), True),
        (date(2000, 4, 29), False),
        (date(2000, 4, 30), False),
    ],
)
def test_a_span_holds_its_first_day_and_not_its_end(day: date, held: bool) -> None:
    """The first day is in, the end is the first day out."""
    assert Span(date(1997, 4, 29), date(2000, 4, 29)).holds(day) is held


def test_an_open_span_has_no_last_day() -> None:
    """Without an end every day from the first on is held."""
    assert Span(date(1997, 4, 29)).holds(date(9999, 12, 31))
    assert not Span(date(1997, 4, 29)).holds(date(1997, 4, 28))


@given(DAYS, DAYS, DAYS)
def test_two_spans_that_meet_share_no_day_and_leave_none_out(start: date, middle: date, day: date) -> None:
    """Where one ends and the next begins, every day from the start on is held by exactly one."""
    first, second = Span(min(start, middle), max(start, middle)), Span(max(start, middle))
    assert first.holds(day) + second.holds(day) == (day >= first.start)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("1994", date(1994, 1, 1), date(1994, 12, 31)),
        ("1994-02", date(1994, 2, 1), date(1994, 2, 28)),
        ("1996-02", date(1996, 2, 1), date(1996, 2, 29)),
        ("1994-12", date(1994, 12, 1), date(1994, 12, 31)),
        ("1994-03-17", date(1994, 3, 17), date(1994, 3, 17)),
        (" 1994-03-17 ", date(1994, 3, 17), date(1994, 3, 17)),
    ],
)
def test_a_partial_day_spans_all_days_it_may_be(text: str, earliest: date, latest: date) -> None:
    """A year or a month stands for its first to its last day."""
    assert PartialDay.read(text) == PartialDay(earliest, latest)


@pytest.mark.parametrize(
    "text", ["", "94", "1994-3", "1994-13", "1994-00", "1994-02-29", "17-03-1994", "1994-03-17T00:00", "0000", "soon"]
)
def test_what_is_no_day_is_refused_with_a_remedy(text: str) -> None:
    """Nothing is guessed from a day that the calendar does not have."""
    with pytest.raises(UnreadableValue) as problem:
        PartialDay.read(text, at="date")
    assert problem.value.at == "date"
    assert "2026-11-23" in problem.value.hint


@pytest.mark.parametrize(
    ("day", "reached"),
    [
        (date(1994, 2, 28), False),
        (date(1994, 3, 1), None),
        (date(1994, 3, 30), None),
        (date(1994, 3, 31), True),
        (date(1994, 4, 1), True),
    ],
)
def test_whether_a_month_has_come_is_open_until_its_last_day(day: date, reached: bool | None) -> None:
    """Before the month it has not come, from its last day on it has, in between nobody can tell."""
    assert PartialDay.read("1994-03").reached(day) is reached


@given(DAYS, DAYS)
def test_a_whole_day_is_never_open(day: date, other: date) -> None:
    """A day that is known is reached on that day and not before."""
    assert PartialDay.read(day.isoformat()).reached(other) is (other >= day)


@given(DAYS)
def test_once_reached_a_day_stays_reached(day: date) -> None:
    """Time does not take a partial day back."""
    partial = PartialDay.read(f"{day:%Y-%m}")
    assert partial.reached(partial.latest + timedelta(days=1)) is True
    assert partial.reached(partial.earliest - timedelta(days=1)) is False
