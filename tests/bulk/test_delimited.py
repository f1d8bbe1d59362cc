"""CSV and TSV: odd input, each row with its line, and problems that stay where they are."""

from __future__ import annotations

import csv
import io
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullest.bulk.delimited import LONGEST_CELL, read_delimited
from fullest.bulk.table import Row, Table
from fullest.errors import UnreadableValue


def table_of(data: bytes, encoding: str = "", delimiter: str = "") -> Table:
    """The table of some bytes."""
    return read_delimited(io.BytesIO(data), "transfers.csv", encoding=encoding, delimiter=delimiter)


def rows_of(data: bytes, encoding: str = "") -> list[Row]:
    """Its rows."""
    return list(table_of(data, encoding).rows)


def cells_of(data: bytes) -> list[dict[str, object]]:
    """What stands in its rows."""
    return [dict(row.cells) for row in rows_of(data)]


def test_a_byte_order_mark_is_no_part_of_the_first_column() -> None:
    """A file that a spreadsheet saved begins with a mark, which is passed over."""
    assert table_of("\ufeffitem,date\n".encode()).columns == ("item", "date")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_they_like(end: str) -> None:
    """All three line endings give the same rows and lines."""
    rows = rows_of(f"item,date{end}a,1{end}b,2{end}".encode())
    assert [(row.line, row.cells["item"]) for row in rows] == [(2, "a"), (3, "b")]


def test_a_line_break_in_quotes_belongs_to_the_cell() -> None:
    """A cell may hold lines; the row keeps the line on which it begins."""
    rows = rows_of(b'item,date\n"a\nb",1\nc,2\n')
    assert [(row.number, row.line, row.cells["item"]) for row in rows] == [(1, 2, "a\nb"), (2, 4, "c")]


def test_a_header_may_hold_line_breaks() -> None:
    """Lines are counted from the top of the file, whatever the header holds."""
    rows = rows_of(b'"item\nname",date\na,1\n')
    assert [(row.line, row.problem) for row in rows] == [(3, None)]


def test_empty_lines_are_no_rows() -> None:
    """They are passed over, and still count as lines."""
    rows = rows_of(b"\nitem,date\n\na,1\n\n\nb,2\n\n")
    assert [(row.number, row.line) for row in rows] == [(1, 4), (2, 7)]


@pytest.mark.parametrize("row", [b"a\n", b"a,1,more\n"])
def test_a_short_or_long_row_says_how_many_cells_it_has(row: bytes) -> None:
    """Such a row is unreadable and the next one is not."""
    first, second = rows_of(b"item,date\n" + row + b"b,2\n")
    assert first.problem
    assert "the header 2" in first.problem.message
    assert second.problem is None


def test_empty_cells_beyond_the_header_do_no_harm() -> None:
    """Spreadsheets leave trailing delimiters behind."""
    assert cells_of(b"item,date\na,1,,\n") == [{"item": "a", "date": "1"}]


def test_columns_without_a_name_are_numbered() -> None:
    """Two empty headers do not collide."""
    assert table_of(b"item,,\n").columns == ("item", "column 2", "column 3")


def test_two_columns_of_one_name_are_refused() -> None:
    """Nobody could tell which one is meant."""
    with pytest.raises(UnreadableValue, match='two columns are called "date"') as caught:
        table_of(b"item,date,date\n")
    assert caught.value.at == "transfers.csv, line 1"


@pytest.mark.parametrize("data", [b"", b"\n\n", b" , \n1,2\n"])
def test_an_empty_file_has_no_header(data: bytes) -> None:
    """Nothing, empty lines and an empty header are told alike."""
    with pytest.raises(UnreadableValue, match="no header"):
        table_of(data)


def test_a_header_alone_is_a_table_without_rows() -> None:
    """That is no error."""
    assert rows_of(b"item,date\n") == []


@pytest.mark.parametrize(("header", "delimiter"), [("a;b,c;d", ";"), ("a\tb", "\t"), ('"a;b;c",d', ","), ("a", ",")])
def test_the_header_shows_the_delimiter(header: str, delimiter: str) -> None:
    """The most frequent of comma, semicolon and tab outside quotes."""
    columns = table_of(header.encode()).columns
    assert columns == tuple(next(csv.reader([header], delimiter=delimiter)))


def test_a_cell_in_another_encoding_spoils_its_row_only() -> None:
    """The problem names the column, and the cell is passed on with marks in place of what could not be read."""
    first, second = rows_of(b"item,date\nZ\xfcrich,1\nBern,2\n")
    assert first.problem
    assert (first.problem.at, first.problem.message) == ('column "item"', "the cell is not UTF-8 text")
    assert first.cells["item"] == "Z\ufffdrich"
    assert second.problem is None


def test_a_named_encoding_is_used() -> None:
    """The same bytes are fine once their encoding is named."""
    assert [row.cells["item"] for row in rows_of(b"item,date\nZ\xfcrich,1\n", "cp1252")] == ["Zürich"]


def test_a_header_in_another_encoding_is_refused() -> None:
    """Before any row is read, with what to do."""
    with pytest.raises(UnreadableValue, match="the header is not UTF-8 text") as caught:
        table_of("item,date\n".encode("utf-16"))
    assert "encoding" in caught.value.hint


def test_an_encoding_that_there_is_not_is_told() -> None:
    """A slip in the name of an encoding."""
    with pytest.raises(UnreadableValue, match='no encoding "utf8-sick"'):
        table_of(b"item\n", "utf8-sick")


def test_a_null_character_comes_through_as_it_is() -> None:
    """Whether it is allowed is for the field to say."""
    assert cells_of(b"item,date\na\0b,1\n") == [{"item": "a\0b", "date": "1"}]


def test_a_cell_of_a_megabyte_is_read() -> None:
    """Molfiles and descriptions are long; the reader's own small limit is lifted."""
    assert cells_of(b'item,date\n"' + b"x" * 2**20 + b'",1\n')[0]["item"] == "x" * 2**20


def test_a_cell_without_end_is_given_up() -> None:
    """The memory that a row may take is bounded."""
    row = rows_of(b"item,date\n" + b"x" * (LONGEST_CELL + 1) + b",1\n")[0]
    assert row.problem
    assert "not well-formed" in row.problem.message


def test_a_quote_that_is_never_closed_names_the_lines_it_swallowed() -> None:
    """The rest of the file is not taken for one long cell in silence."""
    rows = rows_of(b'item,date\na,1\n"b,2\nc,3\nd,4\n')
    assert [row.line for row in rows] == [2, 3]
    assert rows[1].problem
    assert "lines 3 to 5" in rows[1].problem.message


def test_a_stray_quote_spoils_its_row_only() -> None:
    """A quote inside a quoted cell has to be doubled."""
    first, second = rows_of(b'item,date\n"5" pipe",1\nb,2\n')
    assert first.problem
    assert second.cells == {"item": "b", "date": "2"}


@given(st.lists(st.lists(st.text(st.characters(codec="utf-8")), min_size=2, max_size=2)), st.sampled_from(",;\t"))
def test_what_is_written_as_csv_is_read_back(written: list[list[str]], delimiter: str) -> None:
    """Whatever the cells hold, each row comes back once, in order, and on a later line than the one before."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerows([["item", "date"], *written])
    rows = rows_of(text.getvalue().encode())
    assert [list(row.cells.values()) for row in rows] == written
    assert all((one.line or 0) < (other.line or 0) for one, other in pairwise(rows))


@given(st.binary())
def test_no_bytes_after_the_header_raise(data: bytes) -> None:
    """Whatever stands in the file, rows come out of it, numbered without a gap."""
    rows = rows_of(b"item,date\n" + data)
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))
