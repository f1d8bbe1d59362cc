"""Options that several verbs share."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from fullest.terms.span import PartialDay
from fullest.terms.text import LANGUAGES, Language

F = TypeVar("F", bound=Callable[..., Any])


def _preferred_language() -> Language:
    """The language of the terminal, where it is one that we speak."""
    words = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "fr" if words.startswith("fr") else "en"


class Day(click.ParamType[date]):
    """A day of the calendar."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read an ISO day."""
        if isinstance(value, date):
            return value
        day = PartialDay.read(str(value), at=param.opts[0] if param else "")
        if day.earliest != day.latest:
            self.fail(f'"{value}" is not one day; write it as in 2026-11-23', param, ctx)
        return day.earliest


language = click.option(
    "--lang", "language", type=click.Choice(LANGUAGES), default=_preferred_language, show_default="the terminal's",
    help="The language of the answer.",
)  # fmt: skip
output = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How the answer is shown.",
)
overlay = click.option(
    "--overlay", "overlays", multiple=True, type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder in the corpus's own form that adds to it; may be repeated.",
)  # fmt: skip


def day_option(name: str, help_text: str) -> Callable[[F], F]:
    """A day that is today unless it is given."""
    return click.option(name, "day", type=Day(), default=date.today, show_default="today", help=help_text)
