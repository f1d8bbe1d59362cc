"""Parquet, in and out. Polars is imported only when such a file is met, hence inside the functions."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from fullest.bulk.table import Row, Table
from fullest.errors import UnreadableValue

BATCH = 20_000
"""Rows that are held in memory at once."""


def read_parquet(path: Path) -> Table:
    """Read a Parquet file; its rows have numbers and no lines.

    Raises:
        InputError: the file is not Parquet.
    """
    columns = _columns(path)
    return Table(path.name, columns, _rows(path))


def count_rows(path: Path) -> int:
    """How many rows the file has.

    Raises:
        InputError: the file is not Parquet.
    """
    import polars  # noqa: PLC0415

    _columns(path)
    return int(polars.scan_parquet(path).select(polars.len()).collect().item())


def _columns(path: Path) -> tuple[str, ...]:
    import polars  # noqa: PLC0415

    try:
        return tuple(polars.read_parquet_schema(path))
    except (polars.exceptions.PolarsError, OSError) as problem:
        raise UnreadableValue(
            "this is not a Parquet file", at=path.name, hint="check that it was written to its end"
        ) from problem


def _rows(path: Path) -> Iterator[Row]:
    import polars  # noqa: PLC0415

    frame, number = polars.scan_parquet(path), 0
    while True:
        batch = frame.slice(number, BATCH).collect()
        for cells in batch.iter_rows(named=True):
            number += 1
            yield Row(number, None, cells)
        if batch.height < BATCH:
            return


def write_parquet(path: Path, records: Iterator[Mapping[str, object]], columns: Sequence[str]) -> None:
    """Write records as Parquet, a batch at a time through files beside it.

    Args:
        path: the file to write.
        records: each with a value for every column; whole numbers, texts or `None`.
        columns: the columns; `row`, `line` and `part` are whole numbers, all others texts.
    """
    import polars  # noqa: PLC0415

    numbers = {"row", "line", "part"}
    schema = {name: polars.Int64() if name in numbers else polars.String() for name in columns}
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".batches-") as folder:
        place = 0
        while (batch := list(islice(records, BATCH))) or not place:
            polars.DataFrame(batch, schema=schema, orient="row").write_parquet(Path(folder) / f"{place:08}.parquet")
            place += 1
        polars.scan_parquet(sorted(Path(folder).glob("*.parquet"))).sink_parquet(path)
