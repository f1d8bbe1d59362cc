"""The clock, met in one place."""

from __future__ import annotations

from datetime import date

from django.utils import timezone


def today() -> date:
    """The day in coordinated universal time."""
    return timezone.now().date()
