"""`fullest serve`: the web site and the HTTP API."""

from __future__ import annotations

import click


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="The port to listen on.")
def command(host: str, port: int) -> None:
    """Serve the web pages and the HTTP API on this machine. Nothing that is asked is stored."""
    from fullest.office.serve import serve

    serve(host, port)
