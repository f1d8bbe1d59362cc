"""Runs the site: the tables brought up to date, then the server."""

from __future__ import annotations

import errno
import os
import socket
import sys

import click

from fullest.errors import InputError

_LAST_PORT = 65535
_THREADS = 4
"""Answers at the same time. They share one engine, and one interpreter: more would only wait for each other."""


def serve(host: str = "127.0.0.1", port: int = 8000, *, reload: bool = False) -> None:
    """Run the pages and the API until the process is stopped.

    Args:
        host: the address to listen at; this machine only unless said otherwise.
        port: the port to listen at.
        reload: whether to begin anew when a file changes, for developers.

    Raises:
        InputError: the port is taken, or this machine has no such address.
    """
    _check_free(host, port)
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


def _check_free(host: str, port: int) -> None:
    """Whether one can listen there at all; the server itself would share the port of another one and say nothing."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, kind, protocol, _, address = found[0]
        with socket.socket(family, kind, protocol) as probe:
            # A port whose last owner has just gone is free.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as problem:
        raise _taken(host, port, problem.errno) from problem


def _taken(host: str, port: int, number: int | None) -> InputError:
    if number == errno.EADDRINUSE:
        other = f"another port, as in --port {port + 1 if port < _LAST_PORT else port - 1}"
        return InputError(f"the port {port} is taken by another program", at="--port", hint=other)
    if number == errno.EACCES:
        return InputError(f"this user may not listen at the port {port}", at="--port", hint="a port from 1024 on")
    return InputError(f'this machine cannot listen at "{host}"', at="--host", hint="127.0.0.1, or leave it out")


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
        workers=1,
        runtime_threads=1,
        blocking_threads=_THREADS,
        reload=reload,
        log_level=LogLevels.warning,
    ).serve()


def _share_secret() -> None:
    """One secret for the workers of this run, made up where none was given."""
    from fullest.office.environment import secret_key  # noqa: PLC0415

    os.environ["SECRET_KEY"] = secret_key(os.environ)


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host
