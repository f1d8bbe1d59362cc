"""A table of a mapping file, read strictly: each key once, of its type, and none left over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import TypeVar, cast

from fullest.errors import InputError, MissingField, UnknownField, UnreadableValue

T = TypeVar("T")


class StrictTable:
    """A TOML table that knows where it stands.

    Args:
        file: the mapping's file name.
        path: the table's path in it, as in `field.date`; empty for the whole file.
        keys: the keys it may have.

    Raises:
        UnknownField: it has another one.
    """

    def __init__(self, table: object, file: str, path: str, keys: Sequence[str] | None = None) -> None:
        if not isinstance(table, dict):
            raise UnreadableValue(f"{path} must be a table", at=f"{file}, {path}", hint=f"[{path}] and keys under it")
        self._table = cast("Mapping[str, object]", table)
        self.file, self.path = file, path
        for key in self._table if keys is not None else ():
            if key not in (keys or ()):
                near = get_close_matches(key, keys or (), n=1) or list(keys or ())
                raise UnknownField(f'a mapping has no key "{key}" here', at=self.at(key), hint=", ".join(near))

    def __contains__(self, key: str) -> bool:
        return key in self._table

    def at(self, key: str = "") -> str:
        """Where a key stands."""
        return f"{self.file}, {'.'.join(part for part in (self.path, key) if part)}".removesuffix(", ")

    def wrong(self, message: str, key: str = "", *, hint: str) -> InputError:
        """An error at a key of this table."""
        return UnreadableValue(message, at=self.at(key), hint=hint)

    def inner(self, key: str, keys: Sequence[str] | None = None) -> StrictTable:
        """A table inside this one; an empty one where it is missing."""
        return StrictTable(
            self._table.get(key, {}), self.file, ".".join(part for part in (self.path, key) if part), keys
        )

    def listed(self, key: str, keys: Sequence[str]) -> Iterator[StrictTable]:
        """Each of the `[[key]]` tables."""
        for place, table in enumerate(self.value(key, list, []), 1):
            yield StrictTable(table, self.file, f"{key}[{place}]", keys)

    def names(self) -> tuple[str, ...]:
        """The keys, in order."""
        return tuple(self._table)

    def any(self, key: str) -> object:
        """A value of whatever type."""
        return self._table[key]

    def text(self, key: str, default: str | None = None) -> str:
        """A text that is not empty."""
        found = self.value(key, str, default)
        if not found.strip() and default is None:
            raise self.wrong(f'"{key}" is empty', key, hint="say it in words")
        return found

    def value(self, key: str, kind: type[T], default: T | None = None) -> T:
        """A value of a type.

        Raises:
            MissingField: it is missing and there is no default.
            UnreadableValue: it is of another type.
        """
        if key not in self._table:
            if default is None:
                raise MissingField(f'"{key}" is missing', at=self.at(key), hint=f"add `{key} = …`")
            return default
        found = self._table[key]
        if not isinstance(found, kind):
            raise self.wrong(f'"{key}" must be {_SPOKEN[kind]}', key, hint=f"it is {found!r} now")
        return found

    def words(self, key: str, *, needed: bool = False) -> tuple[str, ...]:
        """A list of texts."""
        found = self.value(key, list, None if needed else [])
        if not all(isinstance(word, str) for word in found) or (needed and not found):
            raise self.wrong(f'"{key}" must be a list of texts', key, hint=f'`{key} = ["…"]`')
        return tuple(found)

    def pattern(self, key: str) -> re.Pattern[str] | None:
        """A regular expression, or `None` where there is none."""
        if key not in self:
            return None
        try:
            return re.compile(self.text(key))
        except re.error as problem:
            raise self.wrong(
                f"this is not a pattern: {problem}", key, hint="see docs/mapping.md for patterns"
            ) from problem


_SPOKEN = {str: "a text", bool: "true or false", list: "a list", dict: "a table"}
