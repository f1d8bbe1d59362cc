"""`fullest assess FILE`: every row of a file, with a progress bar and a summary."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from fullest.bulk.mapping import TableMapping
from fullest.bulk.mapping_file import load_mapping
from fullest.bulk.output import write_answers, write_stream
from fullest.bulk.plain import PlainForm, form_of
from fullest.bulk.run import assess_rows
from fullest.bulk.source import open_table, read_stream, size_of
from fullest.bulk.summary import Summary
from fullest.bulk.table import Form, Table
from fullest.cli.terminal import console
from fullest.determination.engine import Engine
from fullest.errors import MissingField, UnreadableValue

_SHOWN = 12
_TITLES = {
    "status": "Rows", "outcome": "By outcome", "rule": "By deciding rule", "entry": "By entry",
    "destination": "By destination", "left_out": "Left out, because", "unreadable": "Unreadable, at",
}  # fmt: skip


def assess_file(engine: Engine, path: Path, out: Path | None, mapping: TableMapping | None) -> None:
    """Answer every row; to `out`, or as CSV to standard output.

    Raises:
        InputError: the file as a whole, or the mapping, cannot be read.
    """
    if out is not None and out.exists() and path.exists() and out.samefile(path):
        raise UnreadableValue("the answers would overwrite the questions", at="--out", hint="another file")
    screen, summary = console(stderr=True), Summary()
    with _opened(path, mapping, screen) as table:
        form = _form(engine, table, mapping, screen)
        answers = summary.counting(assess_rows(engine, table.rows, form))
        if out is None:
            write_stream(sys.stdout, "csv", answers, table.columns)
        else:
            write_answers(out, answers, table.columns)
    _tell(screen, summary.to_dict(), mapping)


def mapping_named(name: str | None, left_open: tuple[str, ...]) -> TableMapping | None:
    """The mapping of a name or path, with the fields that are to be left open in it.

    Raises:
        InputError: there is no such mapping, it cannot be read, or fields are left open without one.
    """
    if name is None:
        if left_open:
            raise MissingField("only a mapping has fields to leave open", at="--leave-open", hint="add --mapping")
        return None
    mapping = load_mapping(name)
    for field in left_open:
        mapping = mapping.leaving_open(field)
    return mapping


def _form(engine: Engine, table: Table, mapping: TableMapping | None, screen: Console) -> Form:
    if mapping:
        return mapping.form_of(table)
    form = form_of(table, engine.corpus.vocabulary.facts)
    for column, near in form.near_misses().items() if isinstance(form, PlainForm) else ():
        screen.print(f'the column "{escape(column)}" is passed through unread; is it meant to be "{near}"?')
    return form


@contextmanager
def _opened(path: Path, mapping: TableMapping | None, screen: Console) -> Iterator[Table]:
    encoding, delimiter = (mapping.encoding, mapping.delimiter) if mapping else ("", "")
    if str(path) == "-":
        yield read_stream(sys.stdin.buffer, "csv", "standard input", encoding=encoding, delimiter=delimiter)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=screen, transient=True) as bar:
        task = bar.add_task(escape(path.name), total=size_of(path))
        with open_table(
            path, encoding=encoding, delimiter=delimiter, progress=lambda done: bar.update(task, completed=done)
        ) as table:
            yield table


def _tell(screen: Console, counts: Mapping[str, Mapping[str, int]], mapping: TableMapping | None) -> None:
    for key, title in _TITLES.items():
        listed = list(counts[key].items())
        if listed:
            screen.print(f"\n[bold]{title}[/bold]")
        for name, count in listed[:_SHOWN]:
            screen.print(f"  {count:>8}  {escape(name)}")
        if len(listed) > _SHOWN:
            screen.print(f"  {sum(count for _, count in listed[_SHOWN:]):>8}  … {len(listed) - _SHOWN} more")
    for assumption in mapping.assumptions() if mapping else ():
        screen.print(
            f"\n[bold]{escape(assumption.field)}[/bold] {escape(str(assumption.value))}: {escape(assumption.because)}"
        )
