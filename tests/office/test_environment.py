"""What the environment of the process may set."""

from __future__ import annotations

import pytest

from fullest.errors import UnreadableValue
from fullest.office.environment import allowed_hosts, database, secret_key


def test_this_machine_alone_is_answered_by_default() -> None:
    """Without ALLOWED_HOSTS only this machine's names are answered."""
    assert allowed_hosts({}) == ["localhost", "127.0.0.1", "[::1]"]
    assert allowed_hosts({"ALLOWED_HOSTS": "a.example, b.example,"}) == ["a.example", "b.example"]


def test_a_secret_is_made_up_where_none_is_given() -> None:
    """Two processes have two secrets, unless one is given."""
    assert secret_key({"SECRET_KEY": "kept"}) == "kept"
    assert secret_key({}) != secret_key({})


def test_a_database_is_a_file_unless_an_address_is_given() -> None:
    """SQLite by default; PostgreSQL by its address, with escapes and options."""
    assert str(database({})["NAME"]).endswith("fullest.sqlite3")
    assert database({"DATABASE_URL": "sqlite://"})["NAME"] == ":memory:"
    assert database({"DATABASE_URL": "sqlite:////var/x.sqlite3"})["NAME"] == "/var/x.sqlite3"
    found = database({"DATABASE_URL": "postgresql://me:p%40ss@db.example:5433/law?sslmode=require"})
    assert found == {
        "ENGINE": "django.db.backends.postgresql", "NAME": "law", "USER": "me", "PASSWORD": "p@ss",
        "HOST": "db.example", "PORT": "5433", "OPTIONS": {"sslmode": "require"},
    }  # fmt: skip


def test_another_kind_of_database_is_refused() -> None:
    """A database that the site cannot use is refused by name."""
    with pytest.raises(UnreadableValue) as refused:
        database({"DATABASE_URL": "mysql://x"})
    assert refused.value.at == "DATABASE_URL"
