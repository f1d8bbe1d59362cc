"""`fullest law`: instruments and provisions, in our own words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
from rich.markup import escape
from rich.padding import Padding

from fullest.cli import options
from fullest.cli.terminal import console, write_json
from fullest.corpus.corpus import Corpus
from fullest.corpus.instruments import Instrument, Provision
from fullest.errors import NotFound
from fullest.terms.citation import Citation


@click.command()
@click.argument("reference", required=False)
@options.output
@options.language
@options.overlay
def command(reference: str | None, form: str, language: Any, overlays: tuple[Path, ...]) -> None:
    """Instruments; with REFERENCE one (`cwc`) or a provision (`cwc:va/vii/31`) with the rules that execute it."""
    from fullest.corpus.corpus import open_corpus

    corpus = open_corpus(overlays)
    found = _found(corpus, reference)
    if form == "json":
        write_json(
            [_to_dict(corpus, provision, language) for provision in found] if reference else _index(corpus, language)
        )
    elif reference is None:
        for one in _index(corpus, language):
            console().print(f"[bold]{one['id']:<16}[/bold]{escape(one['title'])} [dim]({one['provisions']})[/dim]")
    else:
        for provision in found:
            _write(_to_dict(corpus, provision, language), whole=len(found) == 1)


def _found(corpus: Corpus, reference: str | None) -> tuple[Provision, ...]:
    if reference is None:
        return ()
    if ":" not in reference:
        return corpus.instruments.get(reference).provisions
    citation = Citation.read(reference, at="REFERENCE")
    exact = corpus.instruments.find_provision(citation)
    return (exact,) if exact else _below(corpus.instruments.get(citation.instrument), citation)


def _below(instrument: Instrument, citation: Citation) -> tuple[Provision, ...]:
    below = tuple(one for one in instrument.provisions if one.citation.path.startswith(f"{citation.path}/"))
    if not below:
        raise NotFound(
            f'no provision "{citation}"', at="REFERENCE", hint=f"`fullest law {instrument.id}` shows them all"
        )
    return below


def _index(corpus: Corpus, language: Any) -> list[dict[str, Any]]:
    return [
        {
            "id": one.id,
            "title": one.title[language],
            "in_force": one.in_force.isoformat(),
            "provisions": len(one.provisions),
        }
        for one in corpus.instruments
    ]


def _to_dict(corpus: Corpus, provision: Provision, language: Any) -> dict[str, Any]:
    end = provision.span.end
    rules = [rule for rule in corpus.rules if provision.citation in (rule.cites, *rule.also)]
    return {
        "cites": str(provision.citation), "label": provision.label[language], "says": provision.says[language],
        "status": provision.status, "reason": provision.reason[language] if provision.reason else "",
        "from": provision.span.start.isoformat(), "until": end.isoformat() if end else "open",
        "verified": provision.verified, "rules": [{"rule": rule.id, "title": rule.title[language]} for rule in rules],
    }  # fmt: skip


def _write(provision: dict[str, Any], *, whole: bool) -> None:
    screen = console()
    status = provision["status"] + ("" if provision["verified"] else " *")
    label = f"[bold]{escape(provision['label'])}[/bold] [dim]{status}[/dim]"
    screen.print(f"\n[cite]{provision['cites']}[/cite] {label}")
    screen.print(Padding(escape(provision["says"]), (0, 0, 0, 2)))
    if provision["reason"]:
        screen.print(Padding(f"[dim]{escape(provision['reason'])}[/dim]", (0, 0, 0, 2)))
    if whole:
        screen.print(f"  [dim]{provision['from']} – {provision['until']}[/dim]")
        for rule in provision["rules"]:
            screen.print(Padding(f"{rule['rule']}: {escape(rule['title'])}", (0, 0, 0, 2)))
