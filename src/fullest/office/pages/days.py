"""The day that a page is about."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest

from fullest.office.today import today


def day_of(request: HttpRequest) -> date:
    """The day in the address; today where there is none, or where it is no day of the calendar."""
    try:
        return date.fromisoformat(request.GET.get("date", ""))
    except ValueError:
        return today()
