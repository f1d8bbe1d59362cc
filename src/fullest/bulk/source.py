"""Where rows come from: a file by its suffix, gzip or plain, or a stream such as standard input."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, Final, cast

from fullest.bulk.delimited import read_delimited
from fullest.bulk.json_lines import read_json_lines
from fullest.bulk.parquet import count_rows, read_parquet
from fullest.bulk.table import Progress, Row, Table
from fullest.errors import InputError, MissingField, UnknownName, UnreadableValue

KINDS: Final = {
    ".csv": "csv", ".tsv": "tsv", ".tab": "tsv", ".txt": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".parquet": "parquet", ".pq": "parquet",
}  # fmt: skip
EVERY: Final = 200
"""Rows between two words to the progress bar."""


def kind_of(path: Path) -> str:
    """The kind of file that a suffix tells: csv, tsv, jsonl or parquet.

    Raises:
        UnknownName: the suffix tells none, or a Parquet file is wrapped in gzip.
    """
    suffixes = [suffix.lower() for suffix in path.suffixes]
    packed = suffixes[-1:] == [".gz"]
    kind = KINDS.get((suffixes[:-1] if packed else suffixes)[-1:][0] if suffixes[packed:] else "", "")
    if not kind or (packed and kind == "parquet"):
        raise UnknownName(
            f'cannot tell what kind of file "{path.name}" is', at=path.name,
            hint="a suffix out of .csv, .tsv, .jsonl (each also with .gz) and .parquet",
        )  # fmt: skip
    return kind


def size_of(path: Path) -> int:
    """What a progress bar counts up to: rows of a Parquet file, bytes on the disk of any other.

    Raises:
        InputError: there is no such file, or it is not of its kind.
    """
    _must_be_there(path)
    return count_rows(path) if kind_of(path) == "parquet" else path.stat().st_size


@contextmanager
def open_table(
    path: Path, *, encoding: str = "", delimiter: str = "", progress: Progress | None = None
) -> Iterator[Table]:
    """Open a file of transfers.

    Args:
        path: the file; its suffix tells the kind.
        encoding, delimiter: for CSV and TSV, where they are not UTF-8 and not to be taken from the header.
        progress: told how much of `size_of(path)` has been read.

    Raises:
        InputError: there is no such file, it is of no known kind, or it has no usable header. Reading rows raises it
            where the file as a whole breaks off, as a damaged gzip file does.
    """
    _must_be_there(path)
    kind = kind_of(path)
    if kind == "parquet":
        table = read_parquet(path)
        yield replace(table, rows=_told(table.rows, progress, None))
        return
    with path.open("rb") as disk:
        packed = path.suffix.lower() == ".gz"
        stream = cast(BinaryIO, gzip.GzipFile(fileobj=disk)) if packed else disk
        table = read_stream(stream, kind, path.name, encoding=encoding, delimiter=delimiter)
        yield replace(table, rows=_told(table.rows, progress, disk))


def read_stream(stream: BinaryIO, kind: str, name: str, *, encoding: str = "", delimiter: str = "") -> Table:
    """Read a stream of bytes, such as standard input.

    Args:
        kind: csv, tsv or jsonl.
        name: what to call it in errors.

    Raises:
        InputError: the kind cannot be streamed, or there is no usable header.
    """
    try:
        if kind == "jsonl":
            table = read_json_lines(stream, name)
        elif kind in ("csv", "tsv"):
            wanted = delimiter or ("\t" if kind == "tsv" else "")
            table = read_delimited(stream, name, encoding=encoding, delimiter=wanted)
        else:
            raise UnknownName(f'"{kind}" cannot be read from a stream', at=name, hint="csv, tsv, jsonl")
    except _DAMAGE as problem:
        raise _damaged(name, problem) from problem
    return replace(table, rows=_guarded(table.rows, name))


_DAMAGE = (EOFError, zlib.error, gzip.BadGzipFile, UnicodeDecodeError)


def _guarded(rows: Iterator[Row], name: str) -> Iterator[Row]:
    """The rows, with damage to the file as a whole told as an error of the file."""
    try:
        yield from rows
    except _DAMAGE as problem:
        raise _damaged(name, problem) from problem


def _damaged(name: str, problem: Exception) -> InputError:
    return UnreadableValue(f"the file breaks off or is damaged: {problem}", at=name, hint="fetch or save it again")


def _told(rows: Iterator[Row], progress: Progress | None, disk: BinaryIO | None) -> Iterator[Row]:
    if progress is None:
        yield from rows
        return
    number = 0
    for row in rows:
        number = row.number
        yield row
        if number % EVERY == 0:
            progress(disk.tell() if disk else number)
    progress(disk.tell() if disk else number)


def _must_be_there(path: Path) -> None:
    if not path.is_file():
        raise MissingField(f'there is no file "{path}"', at=str(path), hint="check the path; folders are not read")
