"""The values of the room: a row of a file, the table it stands in, and the parts a row falls into."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from fullest.errors import InputError

Progress: TypeAlias = Callable[[int], None]
"""Told how much of `size_of(path)` has been read so far."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a file.

    Attributes:
        number: its place among the rows, from 1; the header and empty lines are not counted.
        line: the line of the file on which it begins, from 1; `None` in a file that has no lines.
        cells: what stands under each column.
        problem: why the row cannot be read, if it cannot.
    """

    number: int
    line: int | None
    cells: Mapping[str, object]
    problem: InputError | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A file that is being read.

    Attributes:
        name: the file's name without its folder.
        columns: the columns in order; `None` where each row is a whole request (JSON lines).
        rows: the rows, each read when it is asked for.
    """

    name: str
    columns: tuple[str, ...] | None
    rows: Iterator[Row]


@dataclass(frozen=True, slots=True)
class Part:
    """One transfer of a row. Exactly one of the last three is set.

    Attributes:
        number: its place in the row, from 1.
        request: the request to the engine.
        left_out: why it is none of the transfers that are asked about.
        problem: why it cannot be read.
    """

    number: int
    request: Mapping[str, object] | None = None
    left_out: str = ""
    problem: InputError | None = None


class Form(Protocol):
    """How the rows of one file become requests."""

    def parts(self, row: Row) -> Iterator[Part]:
        """The parts of a row, at least one."""
        ...
