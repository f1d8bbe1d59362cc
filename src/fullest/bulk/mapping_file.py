"""Mapping files: found by name or path, read strictly, refused with file, key and remedy."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import fields as fields_of
from importlib.resources import files
from pathlib import Path
from string import Formatter
from typing import Final

from fullest.bulk.mapping import Column, Condition, Field, Swap, TableMapping
from fullest.bulk.strict_table import StrictTable
from fullest.bulk.values import (
    STATE_FORMS,
    Constant,
    FromColumn,
    FromName,
    FromTemplate,
    Silent,
    StateForm,
    Unknown,
    Value,
    granted,
)
from fullest.errors import InputError, MissingField, UnknownField, UnknownName, UnreadableValue
from fullest.terms.item import Item

_TOP: Final = ("title", "file", "columns", "explode", "only", "field", "swap")
_WAYS: Final = ("constant", "unknown", "silent", "column", "from_name", "columns")
_KEYS: Final = {
    "constant": (), "unknown": (), "silent": (), "from_name": ("formats",), "columns": ("template",),
    "column": ("words", "pattern", "template", "expects", "formats", "states", "otherwise"),
}  # fmt: skip
_EVERY_KEY: Final = tuple(dict.fromkeys([*_WAYS, "because", *(key for keys in _KEYS.values() for key in keys)]))
_FIELDS: Final = (
    "item", "amount", "concentration", "origin", "destination", "via", "received_from", "purpose", "end_use", "date",
    *(f"item.{field.name}" for field in fields_of(Item)),
)  # fmt: skip


def shipped_mappings() -> tuple[str, ...]:
    """The names of the mappings that come with the package."""
    folder = files("fullest.bulk").joinpath("mappings")
    return tuple(sorted(file.name.removesuffix(".toml") for file in folder.iterdir() if file.name.endswith(".toml")))


def load_mapping(name: str) -> TableMapping:
    """A mapping by the name of a shipped one, or by the path of a file.

    Raises:
        InputError: there is none, or it is wrong; file, key and remedy.
    """
    if name in shipped_mappings():
        text = files("fullest.bulk").joinpath("mappings", f"{name}.toml").read_text("utf-8")
        return read_mapping(text, f"{name}.toml")
    path = Path(name)
    if not path.is_file():
        raise UnknownName(
            f'there is no mapping "{name}"', at="mapping", hint=f"a file, or {', '.join(shipped_mappings())}"
        )
    try:
        return read_mapping(path.read_text("utf-8"), path.name)
    except UnicodeDecodeError as problem:
        raise UnreadableValue("the mapping is not UTF-8 text", at=path.name, hint="save it as UTF-8") from problem


def read_mapping(text: str, name: str) -> TableMapping:
    """Read the text of a mapping file.

    Args:
        name: the file's name, for errors; without its suffix it is the mapping's identifier.

    Raises:
        InputError: it is not TOML, a key is unknown, missing or of another type, or two parts do not fit together.
    """
    try:
        whole = StrictTable(tomllib.loads(text), name, "", _TOP)
    except tomllib.TOMLDecodeError as problem:
        raise UnreadableValue(f"this is not TOML: {problem}", at=name, hint="mend the file at that line") from problem
    file = whole.inner("file", ("encoding", "delimiter", "name"))
    columns = {word: _column(whole.inner("columns"), word) for word in whole.inner("columns").names()}
    named = file.pattern("name")
    if "item" in whole.inner("field") and any(name.startswith("item.") for name in whole.inner("field").names()):
        raise whole.wrong("the item is given whole and in parts", "field.item", hint="keep `item` or `item.…`")
    return TableMapping(
        id=name.removesuffix(".toml"), title=whole.text("title"), columns=columns,
        fields=tuple(_field(whole.inner("field"), each, columns, named) for each in whole.inner("field").names()),
        only=tuple(_condition(each, columns) for each in whole.listed("only", ("column", "is", "matches", "says"))),
        explode=tuple(_known(word, columns, whole, "explode") for word in whole.words("explode")),
        swap=_swap(whole.inner("swap", ("column", "is")), columns) if "swap" in whole else None,
        encoding=file.text("encoding", ""), delimiter=file.text("delimiter", ""), file_name=named,
    )  # fmt: skip


def _column(table: StrictTable, word: str) -> Column:
    inner = table.inner(word, ("headers", "needed"))
    return Column(inner.words("headers", needed=True), inner.value("needed", bool, True))


def _condition(table: StrictTable, columns: Iterable[str]) -> Condition:
    word, words, pattern = (
        _known(table.text("column"), columns, table, "column"),
        table.words("is"),
        table.pattern("matches"),
    )
    if bool(words) == bool(pattern):
        raise table.wrong("a condition has either `is` or `matches`", hint="keep one of the two")
    return Condition(word, _matching(pattern) if pattern else frozenset(words).__contains__, table.text("says"))


def _matching(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda cell: bool(pattern.fullmatch(cell))


def _swap(table: StrictTable, columns: Iterable[str]) -> Swap:
    return Swap(_known(table.text("column"), columns, table, "column"), table.words("is", needed=True))


def _field(table: StrictTable, name: str, columns: Iterable[str], named: re.Pattern[str] | None) -> Field:
    if name not in _FIELDS and not re.fullmatch(r"facts\.[a-z][a-z0-9-]*", name):
        raise UnknownField(f'a request has no field "{name}"', at=table.at(name), hint=f"{', '.join(_FIELDS)}, facts.…")
    inner = table.inner(name, _EVERY_KEY)
    value = _value(inner, columns, named)
    because = inner.text("because", "")
    if granted(value) and not because.strip():
        raise MissingField(
            "the file does not give this, and the mapping does not say why it is so", at=inner.at("because"),
            hint='because = "one sentence for those who read the summary"',
        )  # fmt: skip
    return Field(name, value, because)


def _value(table: StrictTable, columns: Iterable[str], named: re.Pattern[str] | None) -> Value:
    ways = [way for way in _WAYS if way in table]
    if len(ways) != 1:
        raise table.wrong("a field has exactly one of: " + ", ".join(_WAYS), hint="keep one of them")
    for key in table.names():
        if key not in (ways[0], "because", *_KEYS[ways[0]]):
            raise UnknownField(f'"{key}" does not go with "{ways[0]}"', at=table.at(key), hint=f"remove {key}")
    match ways[0]:
        case "constant":
            return Constant(_constant(table))
        case "unknown" | "silent" as way:
            return _nothing(table, way)
        case "from_name":
            return _from_name(table, named)
        case "columns":
            return _from_template(table, columns)
        case _:
            return _from_column(table, columns, named)


def _constant(table: StrictTable) -> object:
    found = table.any("constant")
    if isinstance(found, bool | str) and found != "":
        return found
    if isinstance(found, list) and found and all(isinstance(word, str) for word in found):
        return found
    raise table.wrong("a constant is a text, true or false, or a list of texts", "constant", hint='constant = "CHE"')


def _nothing(table: StrictTable, way: str) -> Value:
    if not table.value(way, bool):
        raise table.wrong(f"only `{way} = true` means anything", way, hint=f"remove `{way}`")
    return Unknown() if way == "unknown" else Silent()


def _from_name(table: StrictTable, named: re.Pattern[str] | None) -> FromName:
    group = table.text("from_name")
    if group not in (named.groupindex if named else ()):
        raise table.wrong(
            f'the pattern file.name has no group "{group}"', "from_name", hint=f"(?P<{group}>…) in file.name"
        )
    return FromName(group, _formats(table))


def _from_template(table: StrictTable, columns: Iterable[str]) -> FromTemplate:
    words = tuple(_known(word, columns, table, "columns") for word in table.words("columns", needed=True))
    return FromTemplate(_template(table, words), words)


def _from_column(table: StrictTable, columns: Iterable[str], named: re.Pattern[str] | None) -> FromColumn:
    pattern, formats = table.pattern("pattern"), _formats(table)
    if sum(key in table for key in ("pattern", "formats", "states")) > 1:
        raise table.wrong("a field has at most one of pattern, formats and states", hint="keep one of them")
    if pattern and "expects" not in table:
        raise MissingField('"expects" is missing', at=table.at("expects"), hint='expects = "a code such as 3B.17"')
    if "template" in table and not pattern:
        raise table.wrong(
            "a template on one column needs a pattern", "template", hint="add a pattern with named groups"
        )
    return FromColumn(
        column=_known(table.text("column"), columns, table, "column"),
        words=_words(table),
        pattern=pattern,
        template=_template(table, tuple(pattern.groupindex)) if pattern and "template" in table else "",
        expects=table.text("expects", ""),
        formats=formats,
        states=_states(table),
        otherwise=_otherwise(table, columns, named),
    )


def _otherwise(table: StrictTable, columns: Iterable[str], named: re.Pattern[str] | None) -> Value | None:
    """Where the value comes from when the column is empty; once, since a chain of them would be hard to follow."""
    if "otherwise" not in table:
        return None
    return _value(table.inner("otherwise", ("constant", "unknown", "from_name", "formats")), columns, named)


def _words(table: StrictTable) -> dict[str, str]:
    inner = table.inner("words")
    return {word: inner.text(word) for word in inner.names()}


def _states(table: StrictTable) -> StateForm | None:
    form = table.text("states", "")
    if form and form not in STATE_FORMS:
        raise table.wrong(f'"{form}" is no way to write States', "states", hint=", ".join(STATE_FORMS))
    return form or None


def _formats(table: StrictTable) -> tuple[str, ...]:
    formats = table.words("formats", needed="formats" in table)
    for form in formats:
        if not (re.search("%[yY]", form) and re.search("%[mbB]", form) and "%d" in form):
            raise table.wrong(f'"{form}" does not give a year, a month and a day', "formats", hint='"%d.%m.%Y"')
    return formats


def _template(table: StrictTable, names: tuple[str, ...]) -> str:
    template = table.text("template")
    try:
        places = {place for _, place, _, _ in Formatter().parse(template) if place is not None}
    except ValueError as problem:
        raise table.wrong(
            f"this is not a template: {problem}", "template", hint='"cwc/{schedule}.{number}"'
        ) from problem
    for place in sorted(places - set(names)):
        raise table.wrong(
            f'nothing fills "{{{place}}}"', "template", hint=f"it can use {', '.join(names) or 'nothing'}"
        )
    return template


def _known(word: str, columns: Iterable[str], table: StrictTable, key: str) -> str:
    if word not in columns:
        raise _unknown_column(word, columns, table.at(key))
    return word


def _unknown_column(word: str, columns: Iterable[str], at: str) -> InputError:
    return UnknownName(
        f'the mapping names no column "{word}"', at=at, hint=f"add it under columns, or use {', '.join(columns)}"
    )
