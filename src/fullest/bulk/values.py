"""Where the value of one field comes from: a constant, a column, several columns, the file's name, or nowhere.

A value of `""` is silence: the field is left out of the request. `None` says that it is unknown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, Protocol, TypeAlias

from fullest.errors import UnreadableValue

Cells: TypeAlias = Mapping[str, str]
"""What stands in a row, by the mapping's own words for its columns; a column that the file lacks is not among them."""
StateForm: TypeAlias = Literal["names", "alpha-2", "alpha-3", "numeric"]
STATE_FORMS: dict[StateForm, tuple[str, str]] = {
    "names": (r".*\D.*", "a name"),
    "alpha-2": (r"[A-Za-z]{2}", "two letters"),
    "alpha-3": (r"[A-Za-z]{3}", "three letters"),
    "numeric": (r"\d{1,3}", "up to three digits"),
}


UNKNOWN, SILENT = "unknown", "left out"
"""How a value that no row gives is called in a summary."""


class Value(Protocol):
    """Where the value of a field comes from."""

    def read(self, cells: Cells, named: Mapping[str, str]) -> object:
        """The value.

        Args:
            cells: the row.
            named: what the file's name says.

        Raises:
            InputError: what stands there cannot be read; `at` names the column.
        """
        ...


@dataclass(frozen=True, slots=True)
class Constant:
    """The same in every row."""

    value: object

    def read(self, cells: Cells, named: Mapping[str, str]) -> object:
        """The constant."""
        return self.value


@dataclass(frozen=True, slots=True)
class Unknown:
    """Said to be unknown in every row."""

    def read(self, cells: Cells, named: Mapping[str, str]) -> object:
        """`None`, which is unknown."""
        return None


@dataclass(frozen=True, slots=True)
class Silent:
    """Left out of every request, so that silence means what the vocabulary says it means."""

    def read(self, cells: Cells, named: Mapping[str, str]) -> object:
        """Silence."""
        return ""


@dataclass(frozen=True, slots=True)
class FromName:
    """A named group of the pattern on the file's name; with formats, a day."""

    group: str
    formats: tuple[str, ...] = ()

    def read(self, cells: Cells, named: Mapping[str, str]) -> object:
        """What the file's name says."""
        found = named[self.group]
        return day(found, self.formats, "the file's name") if self.formats else found


@dataclass(frozen=True, slots=True)
class FromTemplate:
    """Several columns in one text, as `{quantity} {unit}`; silence where all of them are empty."""

    template: str
    columns: tuple[str, ...]

    def read(self, cells: Cells, named: Mapping[str, str]) -> object:
        """The text."""
        found = {column: cells.get(column, "") for column in self.columns}
        return self.template.format_map(found) if any(found.values()) else ""


@dataclass(frozen=True, slots=True)
class FromColumn:
    """One column.

    Attributes:
        column: the mapping's word for it.
        words: this file's words and what they are in a request.
        pattern, template: what the cell must look like as a whole, and what to make of its named groups.
        expects: what the pattern expects, for people.
        formats: how days are written.
        states: how States are written.
        otherwise: where the value comes from when the cell is empty or the file has no such column.
    """

    column: str
    words: Mapping[str, str]
    pattern: re.Pattern[str] | None = None
    template: str = ""
    expects: str = ""
    formats: tuple[str, ...] = ()
    states: StateForm | None = None
    otherwise: Value | None = None

    def read(self, cells: Cells, named: Mapping[str, str]) -> object:
        """What stands in the column."""
        cell = cells.get(self.column, "")
        if not cell:
            return self.otherwise.read(cells, named) if self.otherwise else ""
        if cell in self.words:
            return self.words[cell]
        at = f'column "{self.column}"'
        if self.pattern:
            return self._matched(cell, self.pattern, at)
        if self.formats:
            return day(cell, self.formats, at)
        return _state(cell, self.states, at) if self.states else cell

    def _matched(self, cell: str, pattern: re.Pattern[str], at: str) -> str:
        match = pattern.fullmatch(cell)
        if not match:
            raise UnreadableValue(f'cannot read "{shortened(cell)}"', at=at, hint=self.expects)
        return self.template.format_map(match.groupdict("")) if self.template else match[0]


def day(text: str, formats: tuple[str, ...], at: str) -> date:
    """The one day that a text means in these formats.

    Raises:
        UnreadableValue: no format fits, or two of them fit and give different days.
    """
    days = {found for form in formats if (found := _day(text, form))}
    if len(days) == 1:
        return days.pop()
    what = "can be read as more than one day" if days else "is no day in the formats of the mapping"
    raise UnreadableValue(f'"{shortened(text)}" {what}', at=at, hint=" or ".join(formats))


def granted(value: Value) -> str:
    """What a value takes for granted in every row, in words; empty where it reads the file."""
    match value:
        case Constant(value=list() as listed):
            return ", ".join(listed)
        case Constant(value=found):
            return str(found)
        case Unknown():
            return UNKNOWN
        case Silent():
            return SILENT
    return ""


def shortened(text: str) -> str:
    """A cell for a message: one line of at most sixty characters."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:59]}…"


def _day(text: str, form: str) -> date | None:
    try:
        return datetime.strptime(text, form).date()
    except ValueError:
        return None


def _state(cell: str, form: StateForm, at: str) -> str:
    pattern, spoken = STATE_FORMS[form]
    if not re.fullmatch(pattern, cell, re.DOTALL):
        raise UnreadableValue(f'"{shortened(cell)}" is not {spoken}', at=at, hint=f'the mapping says states = "{form}"')
    return cell
