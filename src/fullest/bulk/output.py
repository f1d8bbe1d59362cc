"""Answers as a file: CSV, TSV, JSON lines or Parquet, whole or not at all."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import BinaryIO, Final, TextIO, cast

from fullest.bulk.parquet import write_parquet
from fullest.bulk.run import Answered
from fullest.bulk.source import kind_of
from fullest.bulk.verdict import Verdict
from fullest.errors import UnreadableValue

COLUMNS: Final = (
    "row", "line", "part", "status", "origin", "destination", "date", "outcome_at_least", "outcome_at_most",
    "binding_at_least", "binding_at_most", "entries", "deciding_rule", "deciding_cites", "facilitates", "questions",
    "error", "at", "remedy",
)  # fmt: skip
PASSED: Final = "in:"
WHOLE: Final = "request"
"""The one column under which a row of JSON lines is passed through."""


def write_answers(path: Path, answers: Iterable[Answered], columns: Sequence[str] | None) -> None:
    """Write answers to a file by its suffix; until the last one is written, the file is left as it was.

    Args:
        path: the file; .csv, .tsv, .jsonl (each also with .gz) or .parquet.
        answers: each becomes one record.
        columns: the columns of the input, `table.columns`; passed through as `in:…`.

    Raises:
        UnknownName: the suffix tells no kind.
        UnreadableValue: the folder is not there or cannot be written to.
    """
    kind = kind_of(path)
    names = columns_of(columns)
    with _beside(path) as part:
        if kind == "parquet":
            write_parquet(part, (_as_texts(record_of(each, columns)) for each in answers), names)
        else:
            with _text(part, packed=path.suffix.lower() == ".gz") as stream:
                write_stream(stream, kind, answers, columns)


def write_stream(stream: TextIO, kind: str, answers: Iterable[Answered], columns: Sequence[str] | None) -> None:
    """Write answers to a stream, such as standard output, as csv, tsv or jsonl."""
    records = (record_of(each, columns) for each in answers)
    if kind == "jsonl":
        for record in records:
            stream.write(json.dumps(record, ensure_ascii=False, default=_plain) + "\n")
        return
    writer = csv.writer(stream, delimiter="\t" if kind == "tsv" else ",", lineterminator="\n")
    writer.writerow(columns_of(columns))
    writer.writerows([_cell(value) for value in record.values()] for record in records)


def columns_of(columns: Sequence[str] | None) -> tuple[str, ...]:
    """The columns of the output for an input with these columns."""
    return (*COLUMNS, *(PASSED + column for column in _passed(columns)))


def record_of(answered: Answered, columns: Sequence[str] | None) -> dict[str, object]:
    """One answer as a flat record under `columns_of(columns)`, in that order; `None` where there is nothing."""
    cells: Mapping[str, object] = {WHOLE: answered.passed} if columns is None else answered.passed
    return {
        "row": answered.row, "line": answered.line, "part": answered.part, "status": answered.status,
        **(_answer(answered.verdict) if answered.verdict else _NO_ANSWER), **_problem(answered),
        **{PASSED + column: cells.get(column) for column in _passed(columns)},
    }  # fmt: skip


def _passed(columns: Sequence[str] | None) -> Sequence[str]:
    return (WHOLE,) if columns is None else columns


def _answer(verdict: Verdict) -> dict[str, object]:
    binding = verdict.binding
    return {
        "origin": verdict.origin, "destination": verdict.destination, "date": verdict.date.isoformat(),
        "outcome_at_least": verdict.outcome.at_least.name, "outcome_at_most": verdict.outcome.at_most.name,
        "binding_at_least": binding.at_least.name if binding else None,
        "binding_at_most": binding.at_most.name if binding else None,
        "entries": " ".join(verdict.entries), "deciding_rule": " ".join(rule for rule, _ in verdict.deciding),
        "deciding_cites": " ".join(dict.fromkeys(cites for _, cites in verdict.deciding)),
        "facilitates": " ".join(verdict.facilitates), "questions": " ".join(verdict.questions),
    }  # fmt: skip


_NO_ANSWER: Final = dict.fromkeys(COLUMNS[4:16])


def _problem(answered: Answered) -> dict[str, object]:
    problem = answered.problem
    if problem:
        return {"error": problem.message, "at": problem.at or None, "remedy": problem.hint or None}
    return {"error": answered.left_out or None, "at": None, "remedy": None}


def _cell(value: object) -> object:
    """A value as a CSV cell: texts as they are, lists and objects as JSON, nothing as an empty cell."""
    if value is None or (isinstance(value, str | int | float) and not isinstance(value, bool)):
        return value.replace("\0", "\ufffd") if isinstance(value, str) else value
    return _plain(value) if isinstance(value, date) else json.dumps(value, ensure_ascii=False, default=_plain)


def _as_texts(record: Mapping[str, object]) -> dict[str, object]:
    numbers = ("row", "line", "part")
    return {name: value if value is None or name in numbers else str(_cell(value)) for name, value in record.items()}


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """A temporary file beside the file, which takes its place when all went well and is removed when not."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    except OSError as problem:
        raise UnreadableValue(
            f"cannot write into {path.parent}", at=path.name, hint="a folder that is there and may be written to"
        ) from problem
    os.close(handle)
    part = Path(name)
    try:
        yield part
        part.chmod(path.stat().st_mode if path.exists() else 0o644)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def _text(path: Path, *, packed: bool) -> Iterator[TextIO]:
    with path.open("wb") as disk:
        binary = cast(BinaryIO, gzip.GzipFile("", "wb", fileobj=disk, mtime=0)) if packed else disk
        with io.TextIOWrapper(binary, encoding="utf-8", errors="replace", newline="") as stream:
            yield stream
