"""JSON lines: odd input, each row with its line."""

from __future__ import annotations

import io

import pytest

from fullest.bulk.json_lines import LONGEST_LINE, read_json_lines
from fullest.bulk.table import Row


def rows_of(data: bytes) -> list[Row]:
    """The rows of some bytes."""
    return list(read_json_lines(io.BytesIO(data), "requests.jsonl").rows)


def test_each_line_is_an_object() -> None:
    """A byte order mark and either line ending are passed over."""
    rows = rows_of(b'\xef\xbb\xbf{"item": "a"}\r\n{"item": "b"}')
    assert [(row.number, row.line, row.cells) for row in rows] == [(1, 1, {"item": "a"}), (2, 2, {"item": "b"})]


def test_empty_lines_are_no_rows() -> None:
    """They still count as lines."""
    assert [(row.number, row.line) for row in rows_of(b'\n{"a": 1}\n \n\n{"a": 2}\n')] == [(1, 2), (2, 5)]


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\n\n"])
def test_an_empty_file_has_no_rows(data: bytes) -> None:
    """That is no error."""
    assert rows_of(data) == []


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b'{"item": ', "the line is not JSON"),
        (b"[1]", "the line is not an object"),
        (b'{"item": "Z\xfcrich"}', "the line is not UTF-8 text"),
        (b'{"date": 1, "date": 2}', '"date" is said twice'),
        (b'{"item": {"cas": "1", "cas": "2"}}', '"cas" is said twice'),
        (b'{"amount": NaN}', "NaN is not a JSON value"),
        (b'{"item": "\\ud800"}', "a text holds half a character"),
        (b'{"amount": ' + b"[" * 100_000 + b"}", "nested too deeply"),
        (b'{"amount": ' + b"1" * 10_000 + b"}", "a number too long"),
        (b'{"item": "' + b"x" * LONGEST_LINE + b'"}', "longer than"),
    ],
)
def test_a_bad_line_says_what_is_wrong_and_spoils_nothing_else(line: bytes, message: str) -> None:
    """The line after it is read."""
    first, second = rows_of(line + b'\n{"item": "b"}\n')
    assert first.problem
    assert message in first.problem.message
    assert first.problem.hint
    assert (second.line, second.problem) == (2, None)
