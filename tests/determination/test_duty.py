"""When a duty falls due: days are counted, months never."""

from __future__ import annotations

from datetime import date

import pytest

from fullest.corpus.rules import Due
from fullest.determination.duty import due_day


@pytest.mark.parametrize(
    ("due", "transfer", "day"),
    [
        (Due("before-transfer", 30), date(2026, 11, 23), date(2026, 10, 24)),
        (Due("before-transfer", 30), date(2024, 3, 1), date(2024, 1, 31)),
        (Due("before-transfer", 30), date(2023, 3, 1), date(2023, 1, 30)),
        (Due("before-transfer", 30), date(2026, 1, 15), date(2025, 12, 16)),
        (Due("by-transfer"), date(2026, 11, 23), date(2026, 11, 23)),
        (Due("after-year-end", 90), date(2026, 1, 1), date(2027, 3, 31)),
        (Due("after-year-end", 90), date(2026, 12, 31), date(2027, 3, 31)),
        (Due("after-year-end", 90), date(2027, 6, 1), date(2028, 3, 30)),
    ],
)
def test_a_duty_falls_due_on_the_day(due: Due, transfer: date, day: date) -> None:
    """Before the transfer, with it, or so many days after its calendar year."""
    assert due_day(due, transfer) == day


def test_a_duty_without_a_term_has_no_day() -> None:
    """A prohibition does not fall due."""
    assert due_day(None, date(2026, 11, 23)) is None
