"""`fullest identify`: one item."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click
from rich.markup import escape
from rich.padding import Padding

from fullest.cli import options
from fullest.cli.terminal import console, words, write_json
from fullest.terms.text import Language


@click.command()
@click.argument("item")
@options.day_option("--on", "The day whose list editions are asked.")
@options.output
@options.language
@options.overlay
def command(item: str, day: date, form: str, language: Language, overlays: tuple[Path, ...]) -> None:
    """What is this item, and which list entries does it meet on a day?

    ITEM is a name, a CAS number, a structure (SMILES, InChI) or a list entry; write cas:…, smiles:…, inchi:… or
    entry:… to be sure how it is read.
    """
    from fullest.asking import open_engine

    answer = open_engine(overlays).identify_item(item, day).to_dict(language)
    if form == "json":
        write_json(answer)
    else:
        _write(answer, language)


def _write(answer: dict[str, Any], language: Language) -> None:
    screen, said = console(), words(language)
    screen.print(f"\n[bold]{escape(answer['says'])}[/bold]")
    named = (
        ("structure", answer["smiles"]),
        ("CAS", answer["cas"]),
        ("formula", answer["formula"]),
        ("InChIKey", answer["inchikey"]),
    )
    for name, value in named:
        if value:
            screen.print(f"  {said.get(name, name):<12}{escape(value)}")
    for listing in answer["listings"]:
        title = f"{escape(listing['title'])} [cite]{escape(listing['cites'])}[/cite]"
        screen.print(f"\n  [bold]{escape(listing['entry'])}[/bold] {title}")
        screen.print(Padding(escape(listing["because"]), (0, 0, 0, 4)))
    for open_ in answer["open"]:
        screen.print(Padding(f"? {escape(open_['says'])} {escape(open_['ask'])}", (1, 0, 0, 2)))
    for notice in answer["notices"]:
        screen.print(Padding(escape(notice), (1, 0, 0, 2)))
