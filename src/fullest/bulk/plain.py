"""The plain form: a table whose columns already speak the words of a request."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from fullest.bulk.table import Part, Row, Table
from fullest.errors import MissingField, UnknownField, UnreadableValue
from fullest.terms.item import Item

ITEM_COLUMNS: Final = ("name", "cas", "smiles", "inchi", "inchikey", "entry", "kind")
OTHER_COLUMNS: Final = (
    "item", "amount", "concentration", "origin", "destination", "via", "received_from", "purpose", "end_use", "date",
)  # fmt: skip
COLUMNS: Final = (*OTHER_COLUMNS, *ITEM_COLUMNS)
_DESCRIBING: Final = ("item", *ITEM_COLUMNS[:-1])
_LISTS: Final = ("via", "received_from")
_FACT: Final = "fact:"


def form_of(table: Table, facts: Collection[str]) -> PlainForm | RequestForm:
    """The form of a file that comes without a mapping.

    Args:
        facts: the facts of the vocabulary, for columns such as `fact:packed-for-retail`.

    Raises:
        InputError: a needed column is missing, or a `fact:` column names no fact.
    """
    return RequestForm() if table.columns is None else plain_form(table.name, table.columns, facts)


def plain_form(name: str, columns: Sequence[str], facts: Collection[str]) -> PlainForm:
    """The plain form of a table with these columns; case and spaces in their names do not matter.

    Raises:
        MissingField: a needed column is missing.
        UnknownField: a `fact:` column names no fact.
    """
    words = {column: _word(column) for column in columns}
    _all_there(name, columns, set(words.values()))
    read = {column: word for column, word in words.items() if word in COLUMNS}
    if len(set(read.values())) < len(read):
        raise UnreadableValue("two columns say the same", at=name, hint=f"keep one of each: {', '.join(sorted(read))}")
    said = {column: word.removeprefix(_FACT) for column, word in words.items() if word.startswith(_FACT)}
    for column, fact in said.items():
        if fact not in facts:
            near = ", ".join(get_close_matches(fact, facts, n=3)) or ", ".join(sorted(facts))
            raise UnknownField(f'the column "{column}" names no fact', at=name, hint=near)
    unread = tuple(column for column in columns if column not in read and column not in said)
    return PlainForm(tuple(read.items()), tuple(said.items()), unread)


@dataclass(frozen=True, slots=True)
class PlainForm:
    """Columns that speak the words of a request. An empty cell is silence; `unknown` or `?` says unknown.

    Attributes:
        read: each column that is read, with the word of the request that it is.
        facts: each `fact:` column, with its fact.
        unread: the columns that are passed through and not read; a slip of the pen would be among them.
    """

    read: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, str], ...]
    unread: tuple[str, ...]

    def near_misses(self) -> dict[str, str]:
        """Columns that are not read and look much like one that would be, with that one."""
        near = {column: get_close_matches(_word(column), COLUMNS, n=1, cutoff=0.8) for column in self.unread}
        return {column: found[0] for column, found in near.items() if found}

    def parts(self, row: Row) -> Iterator[Part]:
        """One part a row."""
        said = {word: row.cells[column] for column, word in self.read if _is_said(row.cells[column])}
        request: dict[str, object] = {word: _value(word, cell) for word, cell in said.items() if word in OTHER_COLUMNS}
        item = {word: cell for word, cell in said.items() if word in ITEM_COLUMNS}
        if set(item) - {"kind"}:
            _described_once(request)
            request["item"] = item
        elif item.get("kind", Item().kind) != Item().kind and "item" in request:
            raise UnreadableValue(
                "a kind needs the item in a column of its own",
                at="kind",
                hint="put it under name, cas, smiles or entry",
            )
        facts = {fact: row.cells[column] for column, fact in self.facts if _is_said(row.cells[column])}
        yield Part(1, {**request, "facts": facts} if facts else request)


@dataclass(frozen=True, slots=True)
class RequestForm:
    """Rows that are whole requests already, as JSON lines are."""

    def parts(self, row: Row) -> Iterator[Part]:
        """One part a row: the row itself."""
        yield Part(1, row.cells)


def _all_there(name: str, columns: Sequence[str], words: set[str]) -> None:
    missing = [word for word in ("origin", "destination", "date") if word not in words]
    if not words & set(_DESCRIBING):
        missing.insert(0, "item")
    if missing:
        near = [f'"{close[0]}" for {word}' for word in missing if (close := get_close_matches(word, columns, n=1))]
        raise MissingField(
            f"the file has no column for {', '.join(missing)}; it has {', '.join(columns)}", at=name,
            hint=(f"rename {' and '.join(near)}, " if near else "name the columns so, ") + "or give a mapping",
        )  # fmt: skip


def _word(column: str) -> str:
    plain = column.strip().lower()
    return plain if plain.startswith(_FACT) else plain.replace(" ", "_")


def _is_said(cell: object) -> bool:
    return cell is not None and (not isinstance(cell, str) or bool(cell.strip()))


def _value(word: str, cell: object) -> object:
    """A cell as the request has it. States are separated by semicolons, or by commas where there is none."""
    if word in _LISTS and isinstance(cell, str) and ";" in cell:
        return [state.strip() for state in cell.split(";") if state.strip()]
    return cell


def _described_once(request: dict[str, object]) -> None:
    if "item" in request:
        raise UnreadableValue(
            "the row describes the item twice", at="item", hint="leave the item cell, or the cells name, cas, … empty"
        )
