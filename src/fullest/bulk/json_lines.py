"""JSON lines: each line is one object, a whole request or, with a mapping, a row of named cells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from fullest.bulk.table import Row, Table
from fullest.determination.json_text import read_json
from fullest.errors import InputError, UnreadableValue

LONGEST_LINE = 8 * 2**20
"""Bytes."""
_HINT = 'one object a line, as in {"item": "cas:111-48-8", "origin": "DEU", "destination": "EGY", "date": "2026-11-23"}'


def read_json_lines(stream: BinaryIO, name: str) -> Table:
    """Read JSON lines in UTF-8; empty lines are passed over."""
    return Table(name, None, _rows(stream))


def _rows(stream: BinaryIO) -> Iterator[Row]:
    number = 0
    for line, text in enumerate(_lines(stream), 1):
        if text is None or text.strip():
            number += 1
            yield _row(number, line, text)


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Each line; `None` for one that is too long to be a request."""
    first = stream.readline(LONGEST_LINE + 1).removeprefix(b"\xef\xbb\xbf")
    line = first or stream.readline(LONGEST_LINE + 1)
    while line:
        whole = len(line) <= LONGEST_LINE
        yield line if whole else None
        while len(line) > LONGEST_LINE and not line.endswith(b"\n"):
            line = stream.readline(LONGEST_LINE + 1)
        line = stream.readline(LONGEST_LINE + 1)


def _row(number: int, line: int, text: bytes | None) -> Row:
    try:
        return Row(number, line, _object(text))
    except InputError as problem:
        return Row(number, line, {}, problem)


def _object(text: bytes | None) -> dict[str, object]:
    if text is None:
        raise UnreadableValue(f"the line is longer than {LONGEST_LINE} bytes", hint="one request a line")
    found = read_json(text, at="", what="the line")
    if not isinstance(found, dict):
        raise UnreadableValue("the line is not an object", hint=_HINT)
    return found
