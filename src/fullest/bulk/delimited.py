"""CSV and TSV: cells may hold line breaks, and every row keeps the number of the line on which it begins."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO

from fullest.bulk.table import Row, Table
from fullest.errors import InputError, UnreadableValue

if TYPE_CHECKING:
    from _csv import Reader

DELIMITERS = (",", ";", "\t")
LONGEST_CELL = 8 * 2**20
"""Characters. A quote that is never closed would otherwise swallow the rest of the file into memory."""
_UNDECODED = re.compile("[\udc80-\udcff]")


def read_delimited(stream: BinaryIO, name: str, *, encoding: str = "", delimiter: str = "") -> Table:
    """Read a CSV or TSV file.

    Args:
        stream: the file's bytes.
        name: what to call it in errors.
        encoding: UTF-8 with or without a byte order mark unless another is named.
        delimiter: taken from the header when empty.

    Raises:
        InputError: the file has no header, or one that names two columns alike.
    """
    encoding = encoding or "utf-8-sig"
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST_CELL))
    lines = _lines(_text(stream, encoding), stream)
    first = next(lines, "")
    reader = csv.reader(chain([first], lines), delimiter=delimiter or _delimiter(first), strict=True)
    columns = _columns(reader, name, encoding)
    return Table(name, columns, _rows(reader, columns, encoding))


def _text(stream: BinaryIO, encoding: str) -> io.TextIOWrapper:
    """Bytes that are not of the encoding come through as marks, so that one bad cell spoils one row only."""
    try:
        return io.TextIOWrapper(stream, encoding=encoding, errors="surrogateescape", newline="")
    except LookupError as problem:
        raise UnreadableValue(
            f'there is no encoding "{encoding}"', at="encoding", hint="utf-8, cp1252, utf-16"
        ) from problem


def _lines(text: io.TextIOWrapper, stream: BinaryIO) -> Iterator[str]:
    """The lines; afterwards the stream is given back, since a wrapper that is let go closes what it wraps."""
    try:
        yield from text
    finally:
        if not stream.closed:
            text.detach()


def _delimiter(header: str) -> str:
    bare = re.sub(r'"[^"]*"', "", header)
    return max(DELIMITERS, key=bare.count)


def _columns(reader: Reader, name: str, encoding: str) -> tuple[str, ...]:
    header = _header(reader, name)
    names = [cell.strip().removeprefix("\ufeff") or f"column {place}" for place, cell in enumerate(header, 1)]
    at = f"{name}, line {reader.line_num}"
    if not any(cell.strip() for cell in header):
        raise UnreadableValue("the file has no header", at=name, hint="the first line names the columns")
    if _UNDECODED.search("".join(names)) or "\0" in "".join(names):
        raise UnreadableValue(f"the header is not {_spoken(encoding)} text", at=at, hint=_ENCODING_HINT)
    twice = sorted({column for column in names if names.count(column) > 1})
    if twice:
        raise UnreadableValue(f'two columns are called "{twice[0]}"', at=at, hint="give each column its own name")
    return tuple(names)


def _header(reader: Reader, name: str) -> list[str]:
    try:
        return next((cells for cells in reader if cells), [])
    except (csv.Error, UnicodeDecodeError) as problem:
        raise UnreadableValue(
            f"cannot read the header: {problem}", at=f"{name}, line 1", hint=_ENCODING_HINT
        ) from problem


def _rows(reader: Reader, columns: tuple[str, ...], encoding: str) -> Iterator[Row]:
    number = 0
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as problem:
            number += 1
            yield Row(number, line, {}, _broken(problem, line, reader.line_num))
            continue
        if cells:
            number += 1
            yield _row(number, line, cells, columns, encoding)


def _row(number: int, line: int, cells: list[str], columns: tuple[str, ...], encoding: str) -> Row:
    problem = _problem(cells, columns, encoding)
    if problem:
        cells = [_UNDECODED.sub("\ufffd", cell) for cell in cells]
    return Row(number, line, dict(zip(columns, cells, strict=False)), problem)


def _problem(cells: list[str], columns: tuple[str, ...], encoding: str) -> InputError | None:
    if len(cells) < len(columns) or any(cell.strip() for cell in cells[len(columns) :]):
        return UnreadableValue(
            f"the row has {len(cells)} cells and the header {len(columns)}",
            hint="quote cells that hold a delimiter or a line break, and write empty cells too",
        )
    for column, cell in zip(columns, cells, strict=False):
        if not cell.isascii() and _UNDECODED.search(cell):
            return UnreadableValue(
                f"the cell is not {_spoken(encoding)} text", at=f'column "{column}"', hint=_ENCODING_HINT
            )
    return None


def _broken(problem: csv.Error, line: int, last: int) -> InputError:
    if "end of data" in str(problem):
        return UnreadableValue(
            f"a quote is opened here and never closed: lines {line} to {last} are one unfinished row",
            hint="close the quote, or double it where it belongs to the text",
        )
    return UnreadableValue(
        f"the row is not well-formed: {problem}",
        hint='put a cell that holds a quote into quotes and double the quote, as in "5"" pipe"',
    )


def _spoken(encoding: str) -> str:
    return encoding.upper().removesuffix("-SIG")


_ENCODING_HINT = "save the file as UTF-8, or name its encoding, as in cp1252"
