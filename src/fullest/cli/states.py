"""`fullest states`: States and entities, and what binds them on a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click
from rich.markup import escape
from rich.table import Table

from fullest.cli import options
from fullest.cli.terminal import console, words, write_json
from fullest.corpus.corpus import Corpus
from fullest.corpus.states import State
from fullest.terms.text import Language


@click.command()
@click.argument("state", required=False)
@options.day_option("--on", "The day of the standings.")
@click.option("--groups/--no-groups", default=False, help="Show groups such as regions and income classes too.")
@options.output
@options.language
@options.overlay
def command(
    state: str | None, day: date, groups: bool, form: str, language: Language, overlays: tuple[Path, ...]
) -> None:
    """States and entities; with STATE (a name or code) what binds it on a day, and since when."""
    from fullest.corpus.corpus import open_corpus

    corpus = open_corpus(overlays)
    if state is None:
        _list(corpus, form, language)
        return
    found = corpus.states.read(state, at="STATE")
    rows = [
        _row(corpus, found, body, day, language)
        for body, held in corpus.memberships.bodies.items()
        if groups or _matters(held.id)
    ]
    if form == "json":
        write_json(
            {
                "iso3": found.iso3,
                "name": found.name(language),
                "note": found.note,
                "on": day.isoformat(),
                "standings": rows,
            }
        )
    else:
        _write(found, rows, day, language)


def _matters(body: str) -> bool:
    return not body.startswith(("m49-", "wb-", "un-region-"))


def _row(corpus: Corpus, state: State, body: str, day: date, language: Language) -> dict[str, Any]:
    standing = corpus.memberships.standing(state.iso3, body, day)
    member = standing.membership
    return {
        "body": body, "title": corpus.memberships.bodies[body].title[language], "value": standing.value,
        "why": standing.why[language], "verified": member.verified if member else None,
        "note": member.note if member else "",
    }  # fmt: skip


def _list(corpus: Corpus, form: str, language: Language) -> None:
    rows = [
        {"iso3": one.iso3, "name": one.name(language), "kind": one.kind, "part_of": one.part_of}
        for one in corpus.states
    ]
    if form == "json":
        write_json(rows)
        return
    table = Table("ISO", "name", "kind", box=None)
    for row in rows:
        table.add_row(row["iso3"], row["name"], f"{row['kind']} {row['part_of']}".strip())
    console().print(table)


def _write(state: State, rows: list[dict[str, Any]], day: date, language: Language) -> None:
    screen, said = console(), words(language)
    screen.print(f"\n[bold]{escape(state.name(language))}[/bold] ({state.iso3}), {day.isoformat()}")
    if state.note:
        screen.print(f"[dim]{escape(state.note)}[/dim]")
    table = Table("", "", "", box=None, show_header=False, padding=(0, 1))
    signs = {True: f"✓ {said['yes']}", False: f"✗ {said['no']}", None: f"? {said['unknown']}"}
    for row in rows:
        mark = "" if row["verified"] in (True, None) else " *"
        table.add_row(signs[row["value"]], escape(row["title"]), f"[dim]{escape(row['why'])}{mark}[/dim]")
    screen.print(table)
    if any(row["verified"] is False for row in rows):
        screen.print(f"[dim]* {said['from memory']}[/dim]")
