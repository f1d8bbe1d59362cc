"""A mapping turns the columns of somebody else's file into requests, and says what it took for granted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches

from fullest.bulk.table import Part, Row, Table
from fullest.bulk.values import Cells, FromColumn, FromName, Unknown, Value, granted
from fullest.errors import InputError, MissingField, UnreadableValue


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the file.

    Attributes:
        headers: what it may be called; a file must not have two of them.
        needed: whether a file without it is refused.
    """

    headers: tuple[str, ...]
    needed: bool = True


@dataclass(frozen=True, slots=True)
class Condition:
    """What a part must fulfil to belong to the mapping; a column that the file lacks is fulfilled.

    Attributes:
        says: why a part that does not is left out.
    """

    column: str
    holds: Callable[[str], bool]
    says: str


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the request.

    Attributes:
        name: as in `destination`, `item.entry` or `facts.packed-for-retail`.
        because: why a value that the file does not give was taken.
    """

    name: str
    value: Value
    because: str = ""


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something that the mapping took for granted in every row; its value in words, as `CHE` or `unknown`."""

    field: str
    value: str
    because: str


@dataclass(frozen=True, slots=True)
class Swap:
    """Rows in which origin and destination change places, as imports in a table of exports."""

    column: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableMapping:
    """How the files of one publisher become requests.

    Attributes:
        id: its name.
        encoding, delimiter: how the files are written; empty for UTF-8 and for what the header shows.
        file_name: a pattern on the file's name whose groups fields may use.
        explode: columns whose cells hold one line an item, together.
    """

    id: str
    title: str
    columns: Mapping[str, Column]
    fields: tuple[Field, ...]
    only: tuple[Condition, ...] = ()
    explode: tuple[str, ...] = ()
    swap: Swap | None = None
    encoding: str = ""
    delimiter: str = ""
    file_name: re.Pattern[str] | None = None

    def assumptions(self) -> tuple[Assumption, ...]:
        """What was taken for granted, with the reasons."""
        return tuple(
            Assumption(field.name, words, field.because) for field in self.fields if (words := granted(field.value))
        )

    def leaving_open(self, name: str) -> TableMapping:
        """The same mapping with one field said to be unknown."""
        others = tuple(field for field in self.fields if field.name != name)
        return replace(self, fields=(*others, Field(name, Unknown(), "It was left open on purpose.")))

    def form_of(self, table: Table) -> MappedForm:
        """The form of one file.

        Raises:
            MissingField: a needed column is missing; the hint names the nearest.
            InputError: two columns serve for one, or the file's name does not say what is needed of it.
        """
        headers = {word: self._header(word, column, table) for word, column in self.columns.items()}
        return MappedForm(self, {word: header for word, header in headers.items() if header}, self._named(table.name))

    def _header(self, word: str, column: Column, table: Table) -> str:
        if table.columns is None:
            return column.headers[0]
        found = [header for header in column.headers if header in table.columns]
        if len(found) > 1:
            both = " and ".join(f'"{header}"' for header in found)
            raise UnreadableValue(f"{both} both serve as {word}", at=table.name, hint="keep one in the mapping")
        if not found and column.needed:
            raise _missing(word, column.headers, table.name, table.columns)
        return found[0] if found else ""

    def _named(self, name: str) -> Mapping[str, str]:
        match = self.file_name.search(name) if self.file_name else None
        if self.file_name and not match and any(_reads_name(field.value) for field in self.fields):
            raise UnreadableValue(
                "the file's name does not say what the mapping reads from it", at=name,
                hint=f"name the file as its publisher does: {self.file_name.pattern}",
            )  # fmt: skip
        return match.groupdict("") if match else {}


@dataclass(frozen=True, slots=True)
class MappedForm:
    """A mapping on one file.

    Attributes:
        headers: the file's own header for each of the mapping's words; missing where the file has none.
        named: what the file's name says.
    """

    mapping: TableMapping
    headers: Mapping[str, str]
    named: Mapping[str, str]

    def parts(self, row: Row) -> Iterator[Part]:
        """The parts of a row: one, or one a line where cells hold several items."""
        cells = {word: _text(row.cells.get(header)) for word, header in self.headers.items()}
        for number, part in enumerate(self._exploded(cells), 1):
            yield self._part(number, part)

    def _exploded(self, cells: Cells) -> list[Cells]:
        lines = {word: cells[word].split("\n") for word in self.mapping.explode if word in cells}
        lengths = {len(found) for found in lines.values()}
        if len(lengths) > 1:
            counted = ", ".join(f"{word} has {len(found)}" for word, found in lines.items())
            raise UnreadableValue(
                f"the cells do not have as many lines as each other: {counted}",
                at=f'column "{self.headers[self.mapping.explode[0]]}"', hint="one line an item in each of them",
            )  # fmt: skip
        count = lengths.pop() if lengths else 1
        parts = ({**cells, **{word: found[place] for word, found in lines.items()}} for place in range(count))
        return [{word: cell.strip() for word, cell in part.items()} for part in parts]

    def _part(self, number: int, cells: Cells) -> Part:
        for condition in self.mapping.only:
            if condition.column in cells and not condition.holds(cells[condition.column]):
                return Part(number, left_out=condition.says)
        try:
            return Part(number, self._request(cells))
        except InputError as problem:
            return Part(number, problem=self._placed(problem))

    def _request(self, cells: Cells) -> dict[str, object]:
        request: dict[str, object] = {}
        for field in self.mapping.fields:
            value = field.value.read(cells, self.named)
            if value != "":
                _put(request, field.name, value.isoformat() if isinstance(value, date) else value)
        swap = self.mapping.swap
        if swap and cells.get(swap.column) in swap.words:
            request["origin"], request["destination"] = request.get("destination"), request.get("origin")
        return request

    def _placed(self, problem: InputError) -> InputError:
        """The problem with the file's own header in place of the mapping's word."""
        for word, header in self.headers.items():
            if problem.at == f'column "{word}"':
                return type(problem)(problem.message, at=f'column "{header}"', hint=problem.hint)
        return problem


def _put(request: dict[str, object], name: str, value: object) -> None:
    group, dot, key = name.partition(".")
    if not dot:
        request[name] = value
        return
    inner = request.setdefault(group, {})
    assert isinstance(inner, dict), "mapping_file.py refuses a field that is given whole and in parts"
    inner[key] = value


def _text(cell: object) -> str:
    """A cell as text; line breaks in it are one character whatever the file has."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell.replace("\r\n", "\n").replace("\r", "\n")
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _reads_name(value: Value) -> bool:
    if isinstance(value, FromColumn) and value.otherwise:
        return _reads_name(value.otherwise)
    return isinstance(value, FromName)


def _missing(word: str, headers: tuple[str, ...], name: str, columns: Sequence[str]) -> InputError:
    near = [found for header in headers for found in get_close_matches(header, columns, n=1)]
    return MissingField(
        f"the file has no column for {word} ({' or '.join(headers)}); it has {', '.join(columns)}", at=name,
        hint=f'the nearest is "{near[0]}": add it to columns.{word}.headers if it means the same' if near
        else "check that the mapping is for files of this kind",
    )  # fmt: skip
