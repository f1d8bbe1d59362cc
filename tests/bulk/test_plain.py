"""The plain form: columns that speak the words of a request."""

from __future__ import annotations

from datetime import date

import pytest

from fullest.bulk.plain import PlainForm, RequestForm, form_of, plain_form
from fullest.bulk.table import Row, Table
from fullest.errors import MissingField, UnknownField, UnreadableValue

FACTS = ("packed-for-retail", "under-safeguards")
NEEDED = ("item", "origin", "destination", "date")


def request_of(form: PlainForm, **cells: object) -> object:
    """The request of one row."""
    row = Row(1, 2, dict.fromkeys((column for column, _ in (*form.read, *form.facts)), "") | cells)
    return next(form.parts(row)).request


def test_a_row_becomes_a_request() -> None:
    """Empty cells are silence and stand nowhere; `unknown` goes through to the engine."""
    form = plain_form("a.csv", (*NEEDED, "amount", "concentration", "via"), FACTS)
    cells = {"item": "cas:75-44-5", "origin": "DEU", "destination": "EGY", "date": "2026-11-23"}
    assert request_of(form, **cells, amount=" ", concentration="unknown") == cells | {"concentration": "unknown"}


def test_columns_that_describe_the_item_go_under_it() -> None:
    """Name and number are two descriptions of one item."""
    form = plain_form("a.csv", ("Name", "CAS", "origin", "destination", "date"), FACTS)
    assert request_of(form, Name="phosgene", CAS="75-44-5") == {"item": {"name": "phosgene", "cas": "75-44-5"}}


def test_facts_have_columns_of_their_own() -> None:
    """They go under `facts`, with the type that the file gives them."""
    form = plain_form("a.parquet", (*NEEDED, "fact:packed-for-retail", "fact:under-safeguards"), FACTS)
    assert request_of(form, **{"fact:packed-for-retail": False}) == {"facts": {"packed-for-retail": False}}


def test_a_day_of_a_typed_file_stays_a_day() -> None:
    """Parquet has days."""
    assert request_of(plain_form("a.parquet", NEEDED, FACTS), date=date(2026, 11, 23)) == {"date": date(2026, 11, 23)}


def test_semicolons_separate_states_whose_names_hold_commas() -> None:
    """As in `Korea, Republic of; Japan`."""
    form = plain_form("a.csv", (*NEEDED, "via"), FACTS)
    assert request_of(form, via="Korea, Republic of; Japan") == {"via": ["Korea, Republic of", "Japan"]}


def test_case_and_spaces_of_a_header_do_not_matter() -> None:
    """`End use` is `end_use`."""
    form = plain_form("a.csv", ("Item", "Origin", "Destination", "Date", "End use"), FACTS)
    assert request_of(form, **{"End use": "ink"}) == {"end_use": "ink"}


def test_an_unknown_column_is_not_read_and_not_refused() -> None:
    """One that looks like a slip is pointed at."""
    form = plain_form("a.csv", (*NEEDED, "invoice", "concentraton"), FACTS)
    assert form.unread == ("invoice", "concentraton")
    assert form.near_misses() == {"concentraton": "concentration"}


def test_missing_columns_are_told_at_once_with_the_nearest() -> None:
    """All of them in one error, and the columns that there are."""
    with pytest.raises(MissingField) as caught:
        plain_form("a.csv", ("substance", "orign", "destination"), FACTS)
    assert caught.value.message == "the file has no column for item, origin, date; it has substance, orign, destination"
    assert '"orign" for origin' in caught.value.hint


def test_a_column_for_a_fact_that_there_is_not_is_refused() -> None:
    """Before any row is read, with the nearest fact."""
    with pytest.raises(UnknownField, match="names no fact") as caught:
        plain_form("a.csv", (*NEEDED, "fact:packed-for-retial"), FACTS)
    assert caught.value.hint == "packed-for-retail"


def test_two_columns_that_say_the_same_are_refused() -> None:
    """`date` and `Date` would quarrel."""
    with pytest.raises(UnreadableValue, match="two columns say the same"):
        plain_form("a.csv", (*NEEDED, "Date"), FACTS)


def test_an_item_described_in_two_ways_is_refused() -> None:
    """Both as one text and in columns."""
    form = plain_form("a.csv", (*NEEDED, "cas"), FACTS)
    with pytest.raises(UnreadableValue, match="describes the item twice"):
        request_of(form, item="phosgene", cas="75-44-5")


def test_the_usual_kind_may_stand_beside_an_item_in_one_text() -> None:
    """Another kind may not, since one text has no place for it."""
    form = plain_form("a.csv", (*NEEDED, "kind"), FACTS)
    assert request_of(form, item="phosgene", kind="chemical") == {"item": "phosgene"}
    with pytest.raises(UnreadableValue, match="a column of its own"):
        request_of(form, item="pump", kind="equipment")


def test_lines_of_json_are_requests_already() -> None:
    """They need no columns."""
    form = form_of(Table("a.jsonl", None, iter(())), FACTS)
    assert isinstance(form, RequestForm)
    assert next(form.parts(Row(1, 1, {"item": "a"}))).request == {"item": "a"}
