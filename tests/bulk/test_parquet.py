"""Parquet: rows with numbers and their own types, read and written a batch at a time."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars
import pytest

from fullest.bulk import parquet
from fullest.bulk.parquet import count_rows, read_parquet, write_parquet
from fullest.errors import UnreadableValue


def test_cells_keep_their_types_and_rows_have_no_line(tmp_path: Path) -> None:
    """A day stays a day, nothing stays nothing."""
    path = tmp_path / "transfers.parquet"
    polars.DataFrame({"item": ["a", None], "date": [date(2026, 11, 23), None]}).write_parquet(path)
    table = read_parquet(path)
    assert table.columns == ("item", "date")
    assert [(row.number, row.line, dict(row.cells)) for row in table.rows] == [
        (1, None, {"item": "a", "date": date(2026, 11, 23)}),
        (2, None, {"item": None, "date": None}),
    ]


@pytest.mark.parametrize("count", [0, 3, 4, 5, 8])
def test_batches_lose_and_repeat_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    """On either side of a full batch every row is written once and read once."""
    monkeypatch.setattr(parquet, "BATCH", 4)
    path = tmp_path / "answers.parquet"
    write_parquet(path, ({"row": number, "in:a": str(number)} for number in range(count)), ("row", "in:a"))
    assert [row.cells["row"] for row in read_parquet(path).rows] == list(range(count))
    assert count_rows(path) == count
    assert [found.name for found in tmp_path.iterdir()] == ["answers.parquet"]


def test_another_file_is_not_taken_for_parquet(tmp_path: Path) -> None:
    """The error names the file."""
    path = tmp_path / "transfers.parquet"
    path.write_text("item,date\n")
    with pytest.raises(UnreadableValue, match="not a Parquet file") as caught:
        read_parquet(path)
    assert caught.value.at == "transfers.parquet"
