"""Runs the site: the tables brought up to date, then the server."""

from __future__ import annotations

import os
import sys

import click


def serve(host: str = "127.0.0.1", port: int = 8000, *, reload: bool = False) -> None:
    """Run the pages and the API until the process is stopped.

    Args:
        host: the address to listen at; this machine only unless said otherwise.
        port: the port to listen at.
        reload: whether to begin anew when a file changes, for developers.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fullest.office.settings")
    _share_secret()
    prepare()
    click.echo(f"Fullest answers at http://{_shown(host)}:{port}/ (stop with Ctrl+C)", file=sys.stderr)
    _listen(host, port, reload=reload)


def prepare() -> None:
    """Bring the tables of the database up to date, where there are any to bring."""
    import django  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415
    from django.db.migrations.loader import MigrationLoader  # noqa: PLC0415

    django.setup()
    # No table, no database: the file is not even made.
    if MigrationLoader(None).graph.leaf_nodes():
        call_command("migrate", interactive=False, verbosity=0)
        connection.close()


def _listen(host: str, port: int, *, reload: bool) -> None:
    from granian.constants import Interfaces  # noqa: PLC0415
    from granian.log import LogLevels  # noqa: PLC0415
    from granian.server import Server  # noqa: PLC0415

    Server(
        "fullest.office.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        websockets=False,
        blocking_threads=os.cpu_count() or 2,
        reload=reload,
        log_level=LogLevels.warning,
    ).serve()


def _share_secret() -> None:
    """One secret for the workers of this run, made up where none was given."""
    from fullest.office.environment import secret_key  # noqa: PLC0415

    os.environ["SECRET_KEY"] = secret_key(os.environ)


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host
