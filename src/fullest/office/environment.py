"""What the site takes from the environment of its process, read into Django's words."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from fullest.errors import UnreadableValue

LOCAL_HOSTS = ("localhost", "127.0.0.1", "[::1]")
_ENGINES = {
    "postgres": "django.db.backends.postgresql",
    "postgresql": "django.db.backends.postgresql",
    "sqlite": "django.db.backends.sqlite3",
}


def secret_key(environment: Mapping[str, str]) -> str:
    """The secret key: `SECRET_KEY`, or a new one for this process (nothing of ours outlives a process)."""
    return environment.get("SECRET_KEY") or secrets.token_urlsafe(50)


def allowed_hosts(environment: Mapping[str, str]) -> list[str]:
    """The host names that are answered: `ALLOWED_HOSTS`, separated by commas, or this machine only."""
    named = [host.strip() for host in environment.get("ALLOWED_HOSTS", "").split(",")]
    return [host for host in named if host] or list(LOCAL_HOSTS)


def database(environment: Mapping[str, str]) -> dict[str, object]:
    """The database: `DATABASE_URL`, or a SQLite file in the folder the process was started in.

    Raises:
        UnreadableValue: the address is not one of a database that the site can use.
    """
    address = environment.get("DATABASE_URL", "")
    return _database_at(address) if address else _sqlite(str(Path.cwd() / "fullest.sqlite3"))


def _database_at(address: str) -> dict[str, object]:
    parts = urlsplit(address)
    engine = _ENGINES.get(parts.scheme)
    if engine is None:
        raise UnreadableValue(
            f'cannot read "{parts.scheme}" as a kind of database',
            at="DATABASE_URL",
            hint='"postgresql://user:password@host:5432/name" or "sqlite:///fullest.sqlite3"',
        )
    if parts.scheme == "sqlite":
        return _sqlite(unquote(parts.path.removeprefix("/")) or ":memory:")
    return {
        "ENGINE": engine,
        "NAME": unquote(parts.path.removeprefix("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
    }


def _sqlite(name: str) -> dict[str, object]:
    return {"ENGINE": _ENGINES["sqlite"], "NAME": name}
