"""Reading values out of TOML tables, each error with its file and line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from typing import TypeVar, cast

from fullest.errors import CorpusError
from fullest.terms.span import Span
from fullest.terms.text import LANGUAGES, Text

T = TypeVar("T")


def required(table: Mapping[str, object], key: str, kind: type[T], at: str) -> T:
    """A value that must be there.

    Raises:
        CorpusError: it is missing or of another type.
    """
    if key not in table:
        raise CorpusError(f'"{key}" is missing', at=at, hint=f"add `{key} = …` to this table")
    return _typed(table[key], key, kind, at)


def optional(table: Mapping[str, object], key: str, default: T, at: str) -> T:
    """A value that may be missing, of the default's type."""
    return _typed(table[key], key, type(default), at) if key in table else default


def text_of(table: Mapping[str, object], key: str, at: str) -> Text:
    """Words in every language.

    Raises:
        CorpusError: they are missing, or missing in a language.
    """
    words = required(table, key, dict, at)
    for language in LANGUAGES:
        if not isinstance(words.get(language), str) or not words[language].strip():
            raise CorpusError(f'"{key}" has no words in "{language}"', at=at, hint=f'add `{key}.{language} = "…"`')
    return Text.of(words)


def optional_text(table: Mapping[str, object], key: str, at: str) -> Text | None:
    """Words in every language, or `None` where there are none at all."""
    return text_of(table, key, at) if key in table else None


def words_of(table: Mapping[str, object], key: str, at: str) -> tuple[str, ...]:
    """A list of words; one word alone is a list of one; none where the key is missing."""
    value = table.get(key, [])
    listed = [value] if isinstance(value, str) else value
    if not isinstance(listed, list) or not all(isinstance(word, str) for word in listed):
        raise CorpusError(f'"{key}" must be words', at=at, hint=f'`{key} = ["…"]`')
    return tuple(cast("list[str]", listed))


def span_of(table: Mapping[str, object], at: str) -> Span:
    """The span from `from` to `until`; both are always written, `until = "open"` where there is no end.

    Raises:
        CorpusError: one is missing or no day, or the span ends before it begins.
    """
    start = required(table, "from", date, at)
    end = table.get("until")
    if end != "open" and not isinstance(end, date):
        raise CorpusError('"until" must be a day or "open"', at=at, hint='write `until = "open"` where there is no end')
    if isinstance(end, date) and end <= start:
        raise CorpusError("the span ends before it begins", at=at, hint="`until` is the first day after the span")
    return Span(start, end if isinstance(end, date) else None)


def one_of(table: Mapping[str, object], key: str, words: tuple[str, ...], at: str) -> str:
    """A word out of a closed set.

    Raises:
        CorpusError: it is missing or not one of them.
    """
    word = required(table, key, str, at)
    if word not in words:
        raise CorpusError(f'"{word}" is no "{key}"', at=at, hint=", ".join(words))
    return word


def only(table: Mapping[str, object], known: Iterable[str], at: str) -> None:
    """Refuse keys that nobody reads: a word mistyped must not be passed over.

    Raises:
        CorpusError: there is one.
    """
    names = sorted(known)
    for key in table:
        if key not in names:
            near = get_close_matches(key, names, n=2) or names
            raise CorpusError(f'nobody reads "{key}" here', at=at, hint=", ".join(near))


def keyed(values: list[T], key: Callable[[T], str], what: str, at: Callable[[T], str] | None = None) -> dict[str, T]:
    """Values by their identifier.

    Args:
        at: where a value stands, for the error.

    Raises:
        CorpusError: two have the same.
    """
    found: dict[str, T] = {}
    for value in values:
        if key(value) in found:
            raise CorpusError(
                f'there are two {what} with the identifier "{key(value)}"', at=at(value) if at else "",
                hint="rename one of them",
            )  # fmt: skip
        found[key(value)] = value
    return found


def _typed(value: object, key: str, kind: type[T], at: str) -> T:
    if not isinstance(value, kind) or (kind is not bool and isinstance(value, bool)):
        raise CorpusError(f'"{key}" must be of type {kind.__name__}', at=at, hint=f"it is {value!r} now")
    return value
