"""Where rows come from: suffixes, gzip, streams and the progress bar."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import polars
import pytest

from fullest.bulk.source import kind_of, open_table, read_stream, size_of
from fullest.errors import FullestError, MissingField, UnknownName, UnreadableValue

CSV = b"item,date\n" + b"".join(b"a%d,2026-11-23\n" % number for number in range(1000))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.csv", "csv"), ("a.CSV", "csv"), ("a.b.tsv", "tsv"), ("a.jsonl.gz", "jsonl"), ("a.ndjson", "jsonl"),
        ("a.parquet", "parquet"),
    ],
)  # fmt: skip
def test_the_suffix_tells_the_kind(name: str, kind: str) -> None:
    """Whatever its case, and with gzip around it."""
    assert kind_of(Path(name)) == kind


@pytest.mark.parametrize("name", ["a", "a.xlsx", "a.gz", "a.parquet.gz", ".csv"])
def test_a_suffix_that_tells_nothing_is_refused(name: str) -> None:
    """The remedy lists the suffixes."""
    with pytest.raises(UnknownName) as caught:
        kind_of(Path(name))
    assert ".jsonl" in caught.value.hint


@pytest.mark.parametrize("packed", [False, True])
def test_progress_ends_at_the_size(tmp_path: Path, packed: bool) -> None:
    """What the bar is told never falls and ends at what it counts up to, packed or not."""
    path = tmp_path / ("transfers.csv.gz" if packed else "transfers.csv")
    path.write_bytes(gzip.compress(CSV) if packed else CSV)
    told: list[int] = []
    with open_table(path, progress=told.append) as table:
        assert len(list(table.rows)) == 1000
    assert told == sorted(told)
    assert told[-1] == size_of(path)


def test_progress_of_parquet_counts_rows(tmp_path: Path) -> None:
    """Since its bytes are not read in order."""
    path = tmp_path / "transfers.parquet"
    polars.DataFrame({"item": ["a"] * 450}).write_parquet(path)
    told: list[int] = []
    with open_table(path, progress=told.append) as table:
        assert len(list(table.rows)) == 450
    assert told == [200, 400, 450]
    assert size_of(path) == 450


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """A folder is no file either."""
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(MissingField, match="there is no file"), open_table(path):
            pass


@pytest.mark.parametrize("keep", [5, 500, -20])
def test_a_damaged_gzip_file_is_an_error_of_the_file(tmp_path: Path, keep: int) -> None:
    """Wherever it breaks off, nobody takes what was read for the whole."""
    path = tmp_path / "transfers.csv.gz"
    path.write_bytes(gzip.compress(CSV)[:keep])
    with pytest.raises(UnreadableValue, match="breaks off or is damaged") as caught, open_table(path) as table:
        list(table.rows)
    assert caught.value.at == "transfers.csv.gz"


def test_standard_input_is_read_as_what_it_is_said_to_be() -> None:
    """A stream has no suffix."""
    assert read_stream(io.BytesIO(b"item\tdate\na\t1\n"), "tsv", "standard input").columns == ("item", "date")
    assert read_stream(io.BytesIO(b"{}\n"), "jsonl", "standard input").columns is None


def test_parquet_cannot_be_streamed() -> None:
    """Its index stands at the end."""
    with pytest.raises(FullestError, match="cannot be read from a stream"):
        read_stream(io.BytesIO(), "parquet", "standard input")
