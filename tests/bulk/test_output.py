"""Answers as files: whole or not at all, the same in each kind, with the input's columns passed through."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import polars
import pytest

from fullest.bulk.output import COLUMNS, columns_of, record_of, write_answers, write_stream
from fullest.bulk.run import Answered
from fullest.bulk.verdict import Verdict
from fullest.errors import UnknownName, UnreadableValue
from fullest.terms.outcome import Outcome, Rung

OUTCOME = Outcome(Rung.notify, Rung.forbidden)
VERDICT = Verdict(
    "CHE", "NLD", date(2018, 6, 30), OUTCOME, OUTCOME, ("cwc/1.A.1",),
    (("cwc-va-6-5", "cwc:va/vi/5"), ("cwc-va-6-3?", "cwc:va/vi/3")), ("cwc-xi-2-b",), ("purpose", "amount"),
)  # fmt: skip
INPUT = ("Land", "Wert")
ANSWERS = (
    Answered(1, 2, 1, "answered", VERDICT, passed={"Land": "Niederlande", "Wert": "1'000\nCHF"}),
    Answered(1, 2, 2, "left-out", left_out="another matter", passed={"Land": "Niederlande", "Wert": None}),
    Answered(2, None, 1, "unreadable", problem=UnreadableValue("bad", at="date", hint="a day"), passed={"Land": "x"}),
)
RECORD = {
    "row": 1, "line": 2, "part": 1, "status": "answered", "origin": "CHE", "destination": "NLD", "date": "2018-06-30",
    "outcome_at_least": "notify", "outcome_at_most": "forbidden", "binding_at_least": "notify",
    "binding_at_most": "forbidden", "entries": "cwc/1.A.1", "deciding_rule": "cwc-va-6-5 cwc-va-6-3?",
    "deciding_cites": "cwc:va/vi/5 cwc:va/vi/3", "facilitates": "cwc-xi-2-b", "questions": "purpose amount",
    "error": None, "at": None, "remedy": None, "in:Land": "Niederlande", "in:Wert": "1'000\nCHF",
}  # fmt: skip


def test_a_record_says_all_of_an_answer() -> None:
    """In the order of the columns."""
    assert record_of(ANSWERS[0], INPUT) == RECORD
    assert tuple(record_of(ANSWERS[0], INPUT)) == columns_of(INPUT)


def test_every_status_has_the_same_columns() -> None:
    """What was not answered says why under `error`."""
    records = [record_of(one, INPUT) for one in ANSWERS]
    assert {tuple(record) for record in records} == {(*COLUMNS, "in:Land", "in:Wert")}
    assert [(one["error"], one["at"], one["remedy"]) for one in records[1:]] == [
        ("another matter", None, None),
        ("bad", "date", "a day"),
    ]


def test_csv_can_be_read_back(tmp_path: Path) -> None:
    """Line breaks in cells survive; nothing is an empty cell."""
    path = tmp_path / "answers.csv"
    write_answers(path, ANSWERS, INPUT)
    with path.open(encoding="utf-8", newline="") as file:
        first, *others = csv.DictReader(file)
    assert first == {name: "" if value is None else str(value) for name, value in RECORD.items()}
    assert [row["status"] for row in others] == ["left-out", "unreadable"]


def test_json_lines_keep_types(tmp_path: Path) -> None:
    """Numbers are numbers, and nothing is null."""
    path = tmp_path / "answers.jsonl.gz"
    write_answers(path, ANSWERS, INPUT)
    lines = gzip.decompress(path.read_bytes()).decode().splitlines()
    assert json.loads(lines[0]) == RECORD
    assert len(lines) == 3


def test_parquet_has_whole_numbers_and_texts(tmp_path: Path) -> None:
    """Whatever the first rows happen to hold."""
    path = tmp_path / "answers.parquet"
    write_answers(path, ANSWERS, INPUT)
    frame = polars.read_parquet(path)
    assert frame.row(0, named=True) == RECORD
    assert frame.schema["line"] == polars.Int64()
    assert frame["line"].to_list() == [2, 2, None]


def test_a_whole_request_is_passed_through_as_one_column() -> None:
    """JSON lines have no columns."""
    stream = io.StringIO()
    write_stream(stream, "csv", [Answered(1, 1, 1, "left-out", left_out="x", passed={"item": {"cas": "1"}})], None)
    row = next(csv.DictReader(io.StringIO(stream.getvalue())))
    assert json.loads(row["in:request"]) == {"item": {"cas": "1"}}


def test_no_answers_are_a_file_too(tmp_path: Path) -> None:
    """With the columns alone, where the kind has columns."""
    for name in ("answers.csv", "answers.jsonl", "answers.parquet"):
        write_answers(tmp_path / name, [], INPUT)
    assert (tmp_path / "answers.csv").read_text().split("\n")[1:] == [""]
    assert (tmp_path / "answers.jsonl").read_text() == ""
    assert tuple(polars.read_parquet(tmp_path / "answers.parquet").columns) == columns_of(INPUT)


@pytest.mark.parametrize("name", ["answers.csv", "answers.jsonl", "answers.parquet", "answers.csv.gz"])
def test_a_run_that_breaks_off_leaves_the_old_file_and_nothing_else(tmp_path: Path, name: str) -> None:
    """Nobody takes half a file for a whole one."""
    path = tmp_path / name
    path.write_bytes(b"the answers of yesterday")

    def breaking() -> Iterator[Answered]:
        yield from ANSWERS
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_answers(path, breaking(), INPUT)
    assert path.read_bytes() == b"the answers of yesterday"
    assert list(tmp_path.iterdir()) == [path]


def test_a_run_after_a_broken_one_writes_the_same(tmp_path: Path) -> None:
    """Nothing of the first is left in the second."""
    broken, fresh = tmp_path / "broken.csv", tmp_path / "fresh.csv"
    with pytest.raises(ZeroDivisionError):
        write_answers(broken, (one for one in ANSWERS if one.row / (one.row - 1)), INPUT)
    for path in (broken, fresh):
        write_answers(path, ANSWERS, INPUT)
    assert broken.read_bytes() == fresh.read_bytes()


def test_the_file_is_not_there_before_the_last_answer(tmp_path: Path) -> None:
    """It takes its place all at once."""
    path = tmp_path / "answers.csv"
    seen: list[bool] = []

    def watching() -> Iterator[Answered]:
        for one in ANSWERS:
            seen.append(path.exists())
            yield one

    write_answers(path, watching(), INPUT)
    assert (seen, path.exists()) == ([False] * 3, True)


def test_a_file_of_no_known_kind_or_place_is_refused(tmp_path: Path) -> None:
    """Before anything is assessed."""
    answers = iter(ANSWERS)
    with pytest.raises(UnknownName):
        write_answers(tmp_path / "answers.xlsx", answers, INPUT)
    with pytest.raises(UnreadableValue, match="cannot write into"):
        write_answers(tmp_path / "none" / "answers.csv", answers, INPUT)
    assert len(list(answers)) == 3
