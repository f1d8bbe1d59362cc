"""`fullest lists`: control lists, their editions and entries, and what changed between two days."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click
from rich.markup import escape
from rich.padding import Padding

from fullest.cli import options
from fullest.cli.terminal import console, write_json
from fullest.corpus.corpus import Corpus
from fullest.corpus.lists import Entry


@click.command()
@click.argument("reference", required=False)
@options.day_option("--on", "The day whose editions are shown.")
@click.option(
    "--since", type=options.Day(), help="Show only what the editions of --on have and those of this day had not."
)
@options.output
@options.language
@options.overlay
def command(
    reference: str | None, day: date, since: date | None, form: str, language: Any, overlays: tuple[Path, ...]
) -> None:
    """Lists; with REFERENCE the entries of a list (`cwc`), a part (`cwc/schedule-2`) or one entry (`cwc/2.B.13`)."""
    from fullest.corpus.corpus import open_corpus

    corpus = open_corpus(overlays)
    rows = _rows(corpus, reference, day, since, language)
    if form == "json":
        write_json(rows)
        return
    if not rows:
        console().print(
            f"no entry of {reference or 'any list'} on {day.isoformat()}"
            + (f" that was not there on {since}" if since else "")
        )
    for row in rows:
        console().print(
            f"[bold]{escape(row['id']):<14}[/bold] {escape(row['title'])} [cite]{escape(row.get('cites', ''))}[/cite]"
        )
        if reference == row["id"] and row.get("note"):
            console().print(Padding(escape(row["note"]), (0, 0, 0, 2)))


def _rows(corpus: Corpus, reference: str | None, day: date, since: date | None, language: Any) -> list[dict[str, Any]]:
    if reference is None and since is None:
        return [
            {"id": one.list, "edition": one.date.isoformat(), "title": one.title[language], "entries": len(one.entries)}
            for one in corpus.lists.on(day)
        ]
    if reference is not None:
        corpus.lists.group_title(reference)
    before = {entry.id for edition in corpus.lists.on(since) for entry in edition.entries} if since else set()
    entries = [entry for edition in corpus.lists.on(day) for entry in edition.entries]
    return [
        _row(entry, language)
        for entry in entries
        if entry.id not in before and (not reference or entry.within(reference))
    ]


def _row(entry: Entry, language: Any) -> dict[str, Any]:
    return {
        "id": entry.id, "title": entry.title[language], "cites": str(entry.cites), "in": list(entry.groups),
        "names": [name for one in (*entry.chemicals, *entry.examples) for name in one.names],
        "cas": [cas for one in (*entry.chemicals, *entry.examples) for cas in one.cas],
        "verified": entry.verified, "evidence": entry.evidence, "note": entry.note,
    }  # fmt: skip
