"""Every part of every row gets exactly one answer, and equal requests are assessed once."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullest.bulk.delimited import read_delimited
from fullest.bulk.json_lines import read_json_lines
from fullest.bulk.plain import RequestForm, form_of
from fullest.bulk.run import Answered, assess_rows, canonical
from fullest.bulk.table import Part, Row
from fullest.determination.determination import Determination
from fullest.determination.engine import Engine
from fullest.errors import UnreadableValue
from fullest.terms.transfer import Transfer

REQUEST = {
    "item": {"entry": "cwc/3.B.17"},
    "origin": "CHE",
    "destination": "ISR",
    "date": "2005-06-30",
    "purpose": "not-prohibited",
}
HEADER = "entry,origin,destination,date,purpose,invoice\n"
GOOD = "cwc/3.B.17,Switzerland,ISR,2005-06-30,not-prohibited,17\n"


class Counting:
    """An engine that counts what it is asked and gives one answer to all that it can read."""

    def __init__(self, engine: Engine) -> None:
        self._transfer = engine.read(REQUEST)
        self._answer = engine.assess(self._transfer)
        self.asked: list[str] = []

    def read(self, request: Mapping[str, object]) -> Transfer:
        """Refuse whatever has a field `bad`."""
        self.asked.append(canonical(request))
        if "bad" in request:
            raise UnreadableValue("this is bad", at="bad", hint="leave it out")
        return self._transfer

    def assess(self, transfer: Transfer) -> Determination:
        """The one answer."""
        return self._answer


class Scripted:
    """A form whose parts are written in the row itself."""

    def parts(self, row: Row) -> Iterator[Part]:
        """The parts under `parts`; a row with `broken` breaks after its first part."""
        for number, word in enumerate(str(row.cells["parts"]), 1):
            yield {
                "a": Part(number, {"item": str(row.cells["item"])}),
                "b": Part(number, {"item": "x", "bad": True}),
                "l": Part(number, left_out="another matter"),
                "p": Part(number, problem=UnreadableValue("cannot read it")),
            }[word]
        if row.cells["broken"]:
            raise UnreadableValue("the row does not hold together")


@pytest.fixture(scope="module")
def counting(engine: Engine) -> Counting:
    """A counting engine."""
    return Counting(engine)


def answers(engine: Engine, text: str) -> list[Answered]:
    """The answers to a CSV file in the plain form."""
    table = read_delimited(io.BytesIO(text.encode()), "transfers.csv")
    return list(assess_rows(engine, table.rows, form_of(table, engine.corpus.vocabulary.facts)))


def test_a_row_is_answered(engine: Engine) -> None:
    """With the outcome, the rule that decides, and the row as it came."""
    (found,) = answers(engine, HEADER + GOOD)
    assert (found.row, found.line, found.part, found.status) == (1, 2, 1, "answered")
    assert found.verdict
    assert (found.verdict.outcome.to_dict(), found.verdict.deciding) == (
        {"at_least": "assure", "at_most": "assure"},
        (("cwc-va-8-26", "cwc:va/viii/26"),),
    )
    assert found.passed["invoice"] == "17"


@pytest.mark.parametrize(
    ("row", "at"),
    [
        ("cwc/3.B.17,CHE,Isreal,2005-06-30,,", "destination"),
        ("cwc/3.B.17,CHE,ISR,2005,,", "date"),
        ("cwc/3.B.99,CHE,ISR,2005-06-30,,", "item.entry"),
        ("cwc/3.B.17,CHE,Schweiz,2005-06-30,,", "destination"),
        ("cwc/3.B.17,,ISR,2005-06-30,,", "origin"),
        ("cwc/3.B.17,CHE,I\0SR,2005-06-30,,", "destination"),
        ("cwc/3.B.17,CHE", ""),
    ],
)
def test_a_bad_row_names_field_and_remedy_and_stops_nothing(engine: Engine, row: str, at: str) -> None:
    """The row after it is answered."""
    first, second = answers(engine, f"{HEADER}{row}\n{GOOD}")
    assert (first.status, second.status) == ("unreadable", "answered")
    assert first.problem
    assert (first.line, first.problem.at) == (2, at)
    assert first.problem.hint


def test_equal_requests_are_assessed_once(counting: Counting) -> None:
    """However their keys are ordered, and unreadable ones too."""
    rows = [
        Row(1, 1, {"a": "1", "b": "2"}),
        Row(2, 2, {"b": "2", "a": "1"}),
        Row(3, 3, {"bad": 1}),
        Row(4, 4, {"bad": 1}),
    ]
    counting.asked.clear()
    found = list(assess_rows(counting, rows, RequestForm()))
    assert [one.status for one in found] == ["answered", "answered", "unreadable", "unreadable"]
    assert counting.asked == ['{"a": "1", "b": "2"}', '{"bad": 1}']


def test_what_is_remembered_is_bounded(counting: Counting) -> None:
    """The longest unused is forgotten first."""
    rows = [Row(place, place, {"item": item}) for place, item in enumerate("abacb", 1)]
    counting.asked.clear()
    assert [one.status for one in assess_rows(counting, rows, RequestForm(), remember=2)] == ["answered"] * 5
    assert [json.loads(asked)["item"] for asked in counting.asked] == ["a", "b", "c", "b"]


def test_half_a_character_is_unreadable(engine: Engine) -> None:
    """JSON can escape what no text can hold."""
    line = json.dumps({**REQUEST, "end_use": "X"}).replace('"X"', '"\\ud800"')
    (found,) = assess_rows(engine, read_json_lines(io.BytesIO(line.encode()), "a.jsonl").rows, RequestForm())
    assert found.problem
    assert found.problem.message == "a text holds half a character"


def test_the_answer_is_that_of_asking_one_by_one(engine: Engine) -> None:
    """A file is another door to the same engine."""
    (found,) = answers(engine, HEADER + GOOD)
    alone = engine.assess(engine.read(REQUEST))
    assert found.verdict
    assert (found.verdict.outcome, found.verdict.binding) == (alone.outcome, alone.layers["binding"])


def test_rows_are_read_as_they_are_answered(counting: Counting) -> None:
    """Nothing is read ahead, so that memory does not grow with the file."""
    read: list[int] = []

    def rows() -> Iterator[Row]:
        for number in range(1, 1000):
            read.append(number)
            yield Row(number, number, {"item": "a"})

    found = assess_rows(counting, rows(), RequestForm())
    assert [next(found).row for _ in range(3)] == read == [1, 2, 3]


@given(
    rows=st.lists(
        st.fixed_dictionaries(
            {"item": st.sampled_from("xyz"), "parts": st.text("ablp", min_size=1, max_size=3), "broken": st.booleans()}
        )
    ),
    damaged=st.sets(st.integers(0, 20)),
    remember=st.integers(1, 3),
)
def test_every_part_of_every_row_is_answered_exactly_once(
    counting: Counting, rows: list[dict[str, object]], damaged: set[int], remember: int
) -> None:
    """In order, with exactly one of verdict, problem and reason; a row that breaks is one unreadable part."""
    given_rows = [
        Row(place, place + 1, cells, UnreadableValue("damaged") if place in damaged else None)
        for place, cells in enumerate(rows, 1)
    ]
    found = list(assess_rows(counting, given_rows, Scripted(), remember=remember))
    expected = [
        (row.number, part)
        for row in given_rows
        for part in range(1, 2 if row.problem or row.cells["broken"] else len(str(row.cells["parts"])) + 1)
    ]
    assert [(one.row, one.part) for one in found] == expected
    for one in found:
        said = {"answered": one.verdict, "unreadable": one.problem, "left-out": one.left_out}
        assert [status for status, value in said.items() if value] == [one.status]


def test_a_rule_that_applies_under_some_answers_only_is_marked(engine: Engine) -> None:
    """Here under some purposes; the rule that sets the lower end is not."""
    request = {**REQUEST, "destination": "DEU", "item": {"entry": "cwc/1.A.1"}, "amount": None}
    (found,) = assess_rows(engine, [Row(1, 1, request)], RequestForm())
    assert found.verdict
    assert found.verdict.entries == ("cwc/1.A.1",)
    assert ("cwc-va-6-3?", "cwc:va/vi/3") in found.verdict.deciding
    assert ("cwc-va-6-5", "cwc:va/vi/5") in found.verdict.deciding
