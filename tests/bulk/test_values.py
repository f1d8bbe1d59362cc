"""Where the value of a field comes from."""

from __future__ import annotations

import re
from datetime import date

import pytest

from fullest.bulk.values import (
    Constant,
    FromColumn,
    FromName,
    FromTemplate,
    Silent,
    StateForm,
    Unknown,
    Value,
    day,
    granted,
    shortened,
)
from fullest.errors import UnreadableValue

CODE = re.compile(r"(?P<schedule>[123])(?P<part>[AB])\.?0*(?P<number>[1-9]\d?)")


def read(value: Value, **cells: str) -> object:
    """What a value is in a row of these cells."""
    return value.read(cells, {"last": "2016-03-31"})


@pytest.mark.parametrize(("code", "entry"), [("3B.17", "cwc/3.B.17"), ("2B04", "cwc/2.B.4"), ("1A1", "cwc/1.A.1")])
def test_a_pattern_and_a_template_turn_a_code_into_an_entry(code: str, entry: str) -> None:
    """Named groups fill the template's places."""
    value = FromColumn("code", {}, CODE, "cwc/{schedule}.{part}.{number}", "a code such as 3B.17")
    assert read(value, code=code) == entry


@pytest.mark.parametrize("code", ["2E.1", "3B", "3B.0", "3B.17.1", "x3B17"])
def test_a_cell_that_the_pattern_does_not_cover_whole_is_unreadable(code: str) -> None:
    """The remedy is what the mapping expects."""
    with pytest.raises(UnreadableValue, match=re.escape(code)) as caught:
        read(FromColumn("code", {}, CODE, "{schedule}", "a code such as 3B.17"), code=code)
    assert (caught.value.at, caught.value.hint) == ('column "code"', "a code such as 3B.17")


def test_words_of_the_file_stand_for_words_of_a_request() -> None:
    """They are looked up before any pattern."""
    value = FromColumn("code", {"Senfgas": "cwc/1.A.4"}, CODE, "cwc/{schedule}", "a code")
    assert read(value, code="Senfgas") == "cwc/1.A.4"


@pytest.mark.parametrize("cells", [{}, {"issued": ""}])
def test_an_empty_or_missing_column_falls_back(cells: dict[str, str]) -> None:
    """Here to the period in the file's name."""
    value = FromColumn("issued", {}, formats=("%d.%m.%Y",), otherwise=FromName("last", ("%Y-%m-%d",)))
    assert read(value, **cells) == date(2016, 3, 31)
    assert read(FromColumn("issued", {}), **cells) == ""


@pytest.mark.parametrize("text", ["10/02/1997", "10-02-97", "02.10.1997"])
def test_days_are_read_in_the_formats_that_are_named(text: str) -> None:
    """Different separators cannot be confused."""
    assert day(text, ("%m/%d/%Y", "%m-%d-%y", "%d.%m.%Y"), "") == date(1997, 10, 2)


def test_a_day_that_two_formats_read_differently_is_unreadable() -> None:
    """One that both read alike is not."""
    formats = ("%m/%d/%Y", "%d/%m/%Y")
    with pytest.raises(UnreadableValue, match="more than one day"):
        day("10/02/1997", formats, "")
    assert day("10/10/1997", formats, "") == date(1997, 10, 10)
    assert day("31/12/1997", formats, "") == date(1997, 12, 31)


@pytest.mark.parametrize("text", ["30.02.1997", "1997", ""])
def test_a_text_that_is_no_day_is_unreadable(text: str) -> None:
    """February has no thirtieth."""
    with pytest.raises(UnreadableValue, match="is no day") as caught:
        day(text, ("%d.%m.%Y",), 'column "issued"')
    assert caught.value.hint == "%d.%m.%Y"


@pytest.mark.parametrize(
    ("form", "good", "bad"),
    [("alpha-2", "NE", "Niger"), ("alpha-3", "NER", "NE"), ("numeric", "562", "NE"), ("names", "Niger", "562")],
)
def test_states_are_held_to_the_way_they_are_written(form: StateForm, good: str, bad: str) -> None:
    """So that a code of one form is not taken for one of another."""
    value = FromColumn("country", {}, states=form)
    assert read(value, country=good) == good
    with pytest.raises(UnreadableValue, match=bad):
        read(value, country=bad)


def test_several_columns_make_one_text() -> None:
    """Silence where all are empty."""
    value = FromTemplate("{quantity} {unit}", ("quantity", "unit"))
    assert read(value, quantity="200", unit="kg") == "200 kg"
    assert read(value, quantity="", unit="") == ""


def test_constants_and_the_unknown_are_the_same_in_every_row() -> None:
    """Unknown is not silence."""
    assert read(Constant("CHE")) == "CHE"
    assert read(Unknown()) is None
    assert read(Silent()) == ""


def test_what_no_row_gives_is_called_by_a_name() -> None:
    """What a row gives is not."""
    values = (Constant(["CHE", "ITA"]), Constant(True), Unknown(), Silent(), FromName("last"))
    assert [granted(value) for value in values] == ["CHE, ITA", "True", "unknown", "left out", ""]


def test_a_long_cell_is_shortened_in_messages() -> None:
    """To one line of sixty characters."""
    assert shortened("a\nb") == "a b"
    assert len(shortened("x" * 100)) == 60
