"""`fullest assess`: one transfer, or a file of them."""

from __future__ import annotations

import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from fullest.cli import options
from fullest.cli.answer_text import AnswerText
from fullest.cli.terminal import console, write_json
from fullest.errors import InputError, MissingField, UnknownField, UnreadableValue

if TYPE_CHECKING:
    from fullest.determination.engine import Engine

TABLES = (".csv", ".tsv", ".tab", ".txt", ".jsonl", ".ndjson", ".parquet", ".pq", ".gz")

HELP = """May this item go from one State to another on a day, and what does it take?

\b
Describe one transfer with options:
  fullest assess --item thiodiglycol --amount "200 kg" --from Germany --to Egypt --purpose industrial
or give a request as JSON (a file, or - for standard input):
  fullest assess request.json --format json
or a file of transfers (CSV, JSON lines, Parquet); every row is answered:
  fullest assess transfers.csv --out answers.csv

An item is a name, a CAS number, a structure or a list entry: aspirin, cas:50-78-2, smiles:OCCSCCO, entry:cwc/3.B.17.
A fact that you leave out is unknown, and the answer asks for it where it matters."""


@click.command(help=HELP)
@click.argument("request_file", metavar="[REQUEST]", required=False, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--item", help="What moves: a name, CAS number, structure or list entry.")
@click.option(
    "--kind", help="The kind of item: chemical, organism, equipment, material or technology.  [default: chemical]"
)
@click.option("--amount", help='How much, with its unit, as in "200 kg".')
@click.option("--concentration", help='Share by weight, as in "8 %".')
@click.option("--from", "origin", help="The State it leaves: a name or a code.")
@click.option("--to", "destination", help="The State it is for: a name or a code.")
@click.option("--via", multiple=True, help="A State it passes through; may be repeated.")
@click.option(
    "--received-from", multiple=True, help="A State that the origin itself received it from; may be repeated."
)
@click.option("--date", "day", type=options.Day(), help="The day of the transfer.  [default: today]")
@click.option("--purpose", help="What it is for: medical, industrial, research, protective, weapons, …")
@click.option("--end-use", help="The end use in words, for the record.")
@click.option(
    "--fact",
    "facts",
    multiple=True,
    metavar="NAME=VALUE",
    help="Another fact, as the questions name it: packed-for-retail=yes, under-safeguards=unknown; may be repeated.",
)
@click.option("--reasons", is_flag=True, help="Show why for every duty, not only for the one that decides.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="For a file: where the answers go (.csv, .jsonl, .parquet).",
)
@click.option("--mapping", help="For a file with foreign columns: a mapping's name or file (docs/mapping.md).")
@click.option(
    "--leave-open", multiple=True, metavar="FIELD", help="With --mapping: a field to treat as unknown; may be repeated."
)
@options.output
@options.language
@options.overlay
def command(request_file: Path | None, form: str, language: Any, overlays: tuple[Path, ...], **said: Any) -> None:
    """Assess one transfer or a file of them."""
    from fullest.asking import open_engine

    if request_file is not None and _is_table(request_file, said["mapping"]):
        from fullest.cli.assess_file import assess_file, mapping_named

        mapping = mapping_named(said["mapping"], said["leave_open"])
        assess_file(open_engine(overlays), request_file, said["out"], mapping)
        return
    request = _read_request(request_file) if request_file is not None else {}
    engine = open_engine(overlays)
    request = _merged(request, _said(said, engine))
    request.setdefault("date", date.today().isoformat())
    answer = engine.assess(engine.read(request)).to_dict(language)
    if form == "json":
        write_json(answer)
    else:
        AnswerText(console(), language).write(answer, reasons=said["reasons"])


def _is_table(path: Path, mapping: str | None) -> bool:
    return mapping is not None or path.suffix.lower() in TABLES


def _read_request(path: Path) -> dict[str, Any]:
    from fullest.determination.json_text import read_json

    try:
        text = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    except OSError as problem:
        raise InputError(f"cannot read the request: {problem}", at=str(path), hint="a JSON file in UTF-8") from problem
    request = read_json(text, at=str(path), what="the request")
    if not isinstance(request, dict):
        raise UnreadableValue("a request is an object", at=str(path), hint='{"item": …, "origin": …}')
    return request


def _merged(request: dict[str, Any], said: dict[str, Any]) -> dict[str, Any]:
    """The request with what the options say; facts of both stand side by side, and an option wins."""
    facts = request.get("facts")
    if isinstance(facts, dict) and "facts" in said:
        said = {**said, "facts": {**facts, **said["facts"]}}
    return {**request, **said}


def _said(said: dict[str, Any], engine: Engine) -> dict[str, Any]:
    """What the options say, in the words of the request."""
    request = {
        name: said[name]
        for name in ("amount", "concentration", "origin", "destination", "purpose", "end_use")
        if said[name]
    }
    if said["item"]:
        request["item"] = _item(said["item"], said["kind"], engine)
    if said["day"]:
        request["date"] = said["day"].isoformat()
    request.update({name: list(said[name]) for name in ("via", "received_from") if said[name]})
    if said["facts"]:
        request["facts"] = _facts(said["facts"])
    return request


def _item(text: str, kind: str | None, engine: Engine) -> Any:
    described = {name: value for name, value in asdict(engine.item_of(text)).items() if value}
    return {**described, "kind": kind} if kind else described


def _facts(texts: tuple[str, ...]) -> dict[str, str]:
    facts: dict[str, str] = {}
    for text in texts:
        name, equals, value = (part.strip() for part in text.partition("="))
        if not (name and equals and value):
            raise MissingField(f'"{text}" says nothing', at="--fact", hint="NAME=VALUE, as in packed-for-retail=yes")
        if name in facts:
            raise UnknownField(f'"{name}" is said twice', at="--fact", hint="say it once")
        facts[name] = value
    return facts
