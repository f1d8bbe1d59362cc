"""A question as the fields of a form and as an address: one question has one address, which gives its answer again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from django.http import QueryDict

from fullest.errors import UnreadableValue
from fullest.office.recognition import READINGS, Reading

ITEM_FIELDS = ("name", "cas", "smiles", "inchi", "inchikey", "entry", "molfile", "description")
SINGLE_FIELDS = (
    "item", "as", "kind", *ITEM_FIELDS, "amount", "concentration", "origin", "destination", "date", "purpose",
    "end_use",
)  # fmt: skip
SEVERAL_FIELDS = ("via", "received_from")
FACT = "fact."
UNKNOWN = "unknown"
_LONGEST = 20_000
_TRUTHS: Mapping[str, bool | None] = {"true": True, "false": False, UNKNOWN: None}


@dataclass(frozen=True, slots=True)
class Question:
    """What a person asks, in the words they gave it in.

    Attributes:
        fields: the fields with one value each; a field that was left empty is absent.
        several: the States it passes through (`via`) and came from before (`received_from`).
        facts: further facts by name: `true`, `false`, `unknown`, or words.
    """

    fields: Mapping[str, str] = field(default_factory=dict)
    several: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    facts: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, query: QueryDict) -> Question:
        """From the query of an address. Fields that no form has are passed over.

        Raises:
            UnreadableValue: a value is longer than any form gives.
        """
        _check_length(query)
        return cls(
            {name: str(query[name]).strip() for name in SINGLE_FIELDS if str(query.get(name, "")).strip()},
            {name: found for name in SEVERAL_FIELDS if (found := _filled(query.getlist(name)))},
            {
                name.removeprefix(FACT): str(query[name]).strip()
                for name in sorted(query)
                if name.startswith(FACT) and str(query[name]).strip()
            },
        )

    def __getitem__(self, name: str) -> str:
        return self.fields.get(name, "")

    @property
    def asks(self) -> bool:
        """Whether anything was asked at all."""
        return bool(self.fields)

    @property
    def reading(self) -> Reading | None:
        """How the person wants the one box to be read, if they said so."""
        return next((reading for reading in READINGS if reading == self["as"]), None)

    def on(self, today: date) -> Question:
        """The question with its day written out, so that its address always gives the same answer."""
        return self if self["date"] else self.with_field("date", today.isoformat())

    def with_field(self, name: str, value: str) -> Question:
        """The question with one field said anew, or left open when the value is empty."""
        others = {key: words for key, words in self.fields.items() if key != name}
        return replace(self, fields={**others, name: value} if value else others)

    def with_fact(self, name: str, value: str) -> Question:
        """The question with one more fact said, or taken back when the value is empty."""
        if name in SINGLE_FIELDS:
            return self.with_field(name, value)
        others = {key: words for key, words in self.facts.items() if key != name}
        return replace(self, facts={**others, name: value} if value else others)

    def pairs(self, *, without: str = "") -> list[tuple[str, str]]:
        """The names and values of the address, in one order; `without` leaves a field or a fact out."""
        kept = [(name, self[name]) for name in SINGLE_FIELDS if self[name]]
        kept += [(name, value) for name in SEVERAL_FIELDS for value in self.several.get(name, ())]
        kept += [(FACT + name, value) for name, value in sorted(self.facts.items())]
        gone = {without, FACT + without, "as" if without == "item" else without}
        return [(name, value) for name, value in kept if name not in gone]

    def query(self) -> str:
        """The question as the part of an address after the question mark."""
        query = QueryDict(mutable=True)
        for name, value in self.pairs():
            query.appendlist(name, value)
        return query.urlencode()

    def request(self, reading: Reading, words: str) -> dict[str, object]:
        """The question as the engine reads it.

        Args:
            reading: what the one box holds.
            words: its words.
        """
        item: dict[str, object] = {name: self[name] for name in ITEM_FIELDS if self[name]}
        if words:
            item.setdefault(reading, words)
        asked: dict[str, object] = {"item": {"kind": self["kind"] or "chemical", **item}}
        asked.update({name: self[name] for name in ("origin", "destination", "date", "end_use") if self[name]})
        asked.update({name: _open(self[name]) for name in ("amount", "concentration", "purpose") if self[name]})
        asked.update({name: list(values) for name, values in self.several.items()})
        if self.facts:
            asked["facts"] = {name: _TRUTHS.get(value, value) for name, value in self.facts.items()}
        return asked


def _open(value: str) -> str | None:
    return None if value == UNKNOWN else value


def _filled(values: Iterable[object]) -> tuple[str, ...]:
    return tuple(str(value).strip() for value in values if str(value).strip())


def _check_length(query: QueryDict) -> None:
    for name, values in query.lists():
        if any(len(str(value)) > _LONGEST for value in values):
            raise UnreadableValue("the words are longer than the form takes", at=name, hint="shorten them")
