"""Rows in, answers out: every part of every row gets exactly one answer, and equal requests are assessed once."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, Protocol, TypeAlias

from fullest.bulk.table import Form, Part, Row
from fullest.bulk.verdict import Verdict, verdict_of
from fullest.determination.determination import Determination
from fullest.errors import FullestError, InputError, UnreadableValue
from fullest.terms.transfer import Transfer

REMEMBERED: Final = 10_000
"""How many different requests are kept with their answers."""
Status: TypeAlias = Literal["answered", "unreadable", "left-out"]


class Assessor(Protocol):
    """What assesses: the engine."""

    def read(self, request: Mapping[str, object]) -> Transfer:
        """Read a request."""
        ...

    def assess(self, transfer: Transfer) -> Determination:
        """Assess a transfer."""
        ...


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of one part of one row.

    Attributes:
        row, line, part: where it stands: the row's number, its first line (`None` without lines), the part in the row.
        status: `answered`; `unreadable`, with the problem; or `left-out`, with the reason.
        verdict: the answer, if it was answered.
        problem: what cannot be read, if so.
        left_out: why it was left out, if so.
        passed: the row as it came.
    """

    row: int
    line: int | None
    part: int
    status: Status
    verdict: Verdict | None = None
    problem: FullestError | None = None
    left_out: str = ""
    passed: Mapping[str, object] = field(default_factory=dict)


def assess_rows(engine: Assessor, rows: Iterable[Row], form: Form, *, remember: int = REMEMBERED) -> Iterator[Answered]:
    """Answer every part of every row, in order.

    Args:
        engine: what reads and assesses a request.
        rows: the rows of a file.
        form: how they become requests: `form_of(table, facts)` or `mapping.form_of(table)`.
        remember: how many different requests are kept with their answers.

    Raises:
        Nothing for a row. What iterating over the rows raises of the file as a whole is passed on.
    """
    memory = Memory(engine, remember)
    for row in rows:
        for part in _parts(row, form):
            yield _answered(row, part, memory)


class Memory:
    """Answers to requests, each assessed once while it is remembered; the longest unused is forgotten first."""

    def __init__(self, engine: Assessor, limit: int) -> None:
        self._engine, self._limit = engine, limit
        self._known: OrderedDict[str, Verdict | FullestError] = OrderedDict()

    def verdict(self, request: Mapping[str, object]) -> Verdict | FullestError:
        """The answer to a request, or why there is none."""
        try:
            key = canonical(request)
        except InputError as problem:
            return problem
        if key in self._known:
            self._known.move_to_end(key)
            return self._known[key]
        found = self._known[key] = self._assessed(request)
        if len(self._known) > self._limit:
            self._known.popitem(last=False)
        return found

    def _assessed(self, request: Mapping[str, object]) -> Verdict | FullestError:
        try:
            return verdict_of(self._engine.assess(self._engine.read(request)))
        except FullestError as problem:
            return problem


def canonical(request: Mapping[str, object]) -> str:
    """The request as JSON that is the same for equal requests.

    Raises:
        UnreadableValue: a text holds half a character, which no text can.
    """
    text = json.dumps(request, sort_keys=True, ensure_ascii=False, default=str)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as problem:
        raise UnreadableValue("a text holds half a character", hint="write it out as UTF-8") from problem
    return text


def _parts(row: Row, form: Form) -> Iterator[Part]:
    if row.problem:
        yield Part(1, problem=row.problem)
        return
    try:
        parts = list(form.parts(row))
    except InputError as problem:
        parts = [Part(1, problem=problem)]
    yield from parts


def _answered(row: Row, part: Part, memory: Memory) -> Answered:
    if part.left_out:
        return Answered(row.number, row.line, part.number, "left-out", left_out=part.left_out, passed=row.cells)
    found = part.problem or memory.verdict(part.request or {})
    if isinstance(found, FullestError):
        return Answered(row.number, row.line, part.number, "unreadable", problem=found, passed=row.cells)
    return Answered(row.number, row.line, part.number, "answered", found, passed=row.cells)
