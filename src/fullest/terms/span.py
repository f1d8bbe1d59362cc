"""Spans of time, half-open, and days that are known only in part."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from fullest.errors import UnreadableValue

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class Span:
    """The days from `start` up to, not including, `end`.

    Attributes:
        start: the first day.
        end: the first day after, or `None` for a span that is open.
    """

    start: date
    end: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the day lies in the span."""
        return self.start <= day and (self.end is None or day < self.end)


@dataclass(frozen=True, slots=True)
class PartialDay:
    """A day given as `1994`, `1994-03` or `1994-03-17`: it lies from `earliest` to `latest`, both included."""

    earliest: date
    latest: date

    @classmethod
    def read(cls, text: str, *, at: str = "") -> PartialDay:
        """Read an ISO day, month or year.

        Raises:
            UnreadableValue: the text is not one of the three forms, or not a day of the calendar.
        """
        match = _PARTIAL.fullmatch(text.strip())
        if match:
            year, month, day = (int(part) if part else None for part in match.groups())
            try:
                return cls._of(year or 0, month, day)
            except ValueError:
                pass
        raise UnreadableValue(f'cannot read "{text}" as a date', at=at, hint='a day as in "2026-11-23"')

    @classmethod
    def _of(cls, year: int, month: int | None, day: int | None) -> PartialDay:
        if month is None:
            return cls(date(year, 1, 1), date(year, 12, 31))
        if day is None:
            following = date(year + month // 12, month % 12 + 1, 1)
            return cls(date(year, month, 1), following - timedelta(days=1))
        return cls(date(year, month, day), date(year, month, day))

    def reached(self, day: date) -> bool | None:
        """Whether the partial day has come by `day`: `None` where that cannot be told."""
        if day >= self.latest:
            return True
        return None if day >= self.earliest else False
