"""Rules: what an instrument asks, of whom, when, and unless what.

A rule never names a State: States enter by what binds them. Exceptions are named, never a matter of order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import Literal, cast

from fullest.corpus.files import CorpusFiles, Table, TomlFile
from fullest.corpus.table import keyed, one_of, only, optional, optional_text, required, span_of, text_of, words_of
from fullest.errors import CorpusError
from fullest.language.parse import Reader
from fullest.language.tree import Tree
from fullest.terms.citation import Citation
from fullest.terms.outcome import Rung
from fullest.terms.span import Span
from fullest.terms.text import Text

Kind = Literal["restraint", "continuing", "facilitation", "exemption"]
Layer = Literal["binding", "arrangement", "national"]
Bearer = Literal["origin", "destination"]
LAYERS: tuple[Layer, ...] = ("binding", "arrangement", "national")
_KINDS = ("restraint", "continuing", "facilitation", "exemption")
_DUE = ("before-transfer", "by-transfer", "after-year-end")
_FILE = ("source", "rule", "reading")
_RULE = (
    "id", "kind", "title", "asks", "cites", "also", "from", "until", "layer", "bearer", "bound_by", "when", "unless",
    "effect", "papers", "due", "untranslatable", "decides", "reading", "verified", "example",
)  # fmt: skip
_EXAMPLE = ("listed", "standing", "given", "expect")
_READING = ("id", "title", "says", "held_by", "cites", "verified")


@dataclass(frozen=True, slots=True)
class Due:
    """When a duty falls due.

    Attributes:
        rule: `before-transfer`, `by-transfer` or `after-year-end`.
        days: how many days before the transfer, or after the end of its calendar year.
    """

    rule: Literal["before-transfer", "by-transfer", "after-year-end"]
    days: int = 0


@dataclass(frozen=True, slots=True)
class Example:
    """A rule's own example: what is the case, and whether the rule then applies.

    Attributes:
        listed: the lists, parts and entries the item stands in.
        standing: for each role, the treaties and groups that bind it.
        given: facts as they would be written in a request.
        expect: whether the rule applies; `None` where it must stay open.
        at: file and line.
    """

    listed: frozenset[str]
    standing: Mapping[str, frozenset[str]]
    given: Mapping[str, object]
    expect: bool | None
    at: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        kind: `restraint` moves the outcome; `continuing` binds without moving it; `facilitation` asks that the
            exchange be made easier; `exemption` only takes other rules back.
        cites: the provision; `also` those it must be read with.
        span: the days on which it is in force; the day of the transfer governs.
        bearer: who carries the duty.
        bound_by: the treaty or group that makes a State a bearer; empty where every State is bound.
        when: the condition; `unless` the exemptions that take it back, by name.
        effect: the rung, for a restraint.
        asks: what the holder has to do.
        untranslatable: what the text says and the language cannot.
        decides: whether the condition, when true, decides; where the text needs a judgement it leaves the rule open.
        reading: the contested reading under which the rule stands, or an empty string.
    """

    id: str
    kind: Kind
    title: Text
    asks: Text
    cites: Citation
    also: tuple[Citation, ...]
    span: Span
    layer: Layer
    bearer: tuple[Bearer, ...]
    bound_by: str
    when: Tree
    unless: tuple[str, ...]
    effect: Rung | None
    papers: tuple[str, ...]
    due: Due | None
    untranslatable: Text | None
    decides: bool
    reading: str
    verified: bool
    examples: tuple[Example, ...]
    at: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A contested reading of a provision, with who holds it; the answer takes no side."""

    id: str
    title: Text
    says: Text
    held_by: tuple[Text, ...]
    cites: Citation
    verified: bool


def load_rules(files: CorpusFiles, reader: Reader) -> tuple[tuple[Rule, ...], tuple[Reading, ...]]:
    """Read every rule and every reading, types checked.

    Raises:
        CorpusError: a rule is wrong, two have the same identifier, an exception dangles or the exceptions form a cycle.
    """
    rules: list[Rule] = []
    readings: list[Reading] = []
    for file in files.tomls("rules"):
        only(file.data, _FILE, file.name)
        rules += [_rule(file, table, at, reader) for table, at in file.tables("rule")]
        readings += [_reading(table, at) for table, at in file.tables("reading")]
    _check_exceptions(rules)
    _check_readings(rules, readings)
    return tuple(rules), tuple(readings)


def _rule(file: TomlFile, table: Table, at: str, reader: Reader) -> Rule:
    only(table, _RULE, at)
    kind = cast(Kind, one_of(table, "kind", _KINDS, at))
    return Rule(
        id=required(table, "id", str, at), kind=kind, title=text_of(table, "title", at),
        asks=optional_text(table, "asks", at) or text_of(table, "title", at),
        cites=Citation.read(required(table, "cites", str, at), at=at),
        also=tuple(Citation.read(word, at=at) for word in words_of(table, "also", at)), span=span_of(table, at),
        layer=cast(Layer, one_of(table, "layer", LAYERS, at)), bearer=_bearer(table, kind, at),
        bound_by=optional(table, "bound_by", "", at),
        when=reader.read(required(table, "when", str, at), at=file.place_of(at, "when")),
        unless=words_of(table, "unless", at), effect=_effect(table, kind, at), papers=words_of(table, "papers", at),
        due=_due(table, at), untranslatable=optional_text(table, "untranslatable", at),
        decides=optional(table, "decides", True, at), reading=optional(table, "reading", "", at),
        verified=required(table, "verified", bool, at), examples=_examples(table, at), at=at,
    )  # fmt: skip


def _bearer(table: Table, kind: Kind, at: str) -> tuple[Bearer, ...]:
    bearer = words_of(table, "bearer", at)
    if not set(bearer) <= {"origin", "destination"} or (not bearer and kind != "exemption"):
        raise CorpusError('"bearer" says who carries the duty', at=at, hint='"origin", "destination", or both')
    return cast("tuple[Bearer, ...]", bearer)


def _effect(table: Table, kind: Kind, at: str) -> Rung | None:
    if kind != "restraint":
        if "effect" in table:
            raise CorpusError(f"a rule of kind {kind} has no effect on the ladder", at=at, hint="take `effect` out")
        return None
    return Rung[one_of(table, "effect", tuple(rung.name for rung in Rung), at)]


def _due(table: Table, at: str) -> Due | None:
    if "due" not in table:
        return None
    due = required(table, "due", dict, at)
    rule = one_of(due, "rule", _DUE, at)
    return Due(cast(Literal["before-transfer", "by-transfer", "after-year-end"], rule), optional(due, "days", 0, at))


def _examples(table: Table, at: str) -> tuple[Example, ...]:
    return tuple(_example(cast(Table, example), at) for example in cast("list[object]", table.get("example", [])))


def _example(table: Table, at: str) -> Example:
    only(table, _EXAMPLE, at)
    expect = table.get("expect")
    if not isinstance(expect, bool) and expect != "unknown":
        raise CorpusError('"expect" must be true, false or "unknown"', at=at, hint="say whether the rule applies")
    standing = cast("dict[str, list[str]]", optional(table, "standing", {}, at))
    return Example(
        frozenset(words_of(table, "listed", at)), {role: frozenset(bodies) for role, bodies in standing.items()},
        cast("dict[str, object]", optional(table, "given", {}, at)), None if expect == "unknown" else bool(expect), at,
    )  # fmt: skip


def _reading(table: Table, at: str) -> Reading:
    only(table, _READING, at)
    held_by = cast("list[object]", optional(table, "held_by", [], at))
    holders = tuple(text_of({"held_by": words}, "held_by", at) for words in held_by)
    return Reading(
        required(table, "id", str, at), text_of(table, "title", at), text_of(table, "says", at), holders,
        Citation.read(required(table, "cites", str, at), at=at), required(table, "verified", bool, at),
    )  # fmt: skip


def _check_exceptions(rules: Iterable[Rule]) -> None:
    by_id = keyed(list(rules), lambda rule: rule.id, "rules", lambda rule: rule.at)
    for rule in by_id.values():
        for name in rule.unless:
            _check_exception(rule, by_id.get(name), name)
    try:
        tuple(TopologicalSorter({rule.id: rule.unless for rule in by_id.values()}).static_order())
    except CycleError as problem:
        names: list[str] = problem.args[1]
        raise CorpusError(
            f"exceptions form a cycle: {' -> '.join(names)}", at=by_id[names[0]].at, hint="break it"
        ) from problem


def _check_exception(rule: Rule, exception: Rule | None, name: str) -> None:
    if exception is None:
        raise CorpusError(f'there is no rule "{name}" that could be an exception', at=rule.at, hint="check the name")
    ends, begins = rule.span.end, exception.span.start
    overlaps = (ends is None or begins < ends) and (exception.span.end is None or rule.span.start < exception.span.end)
    if not overlaps:
        raise CorpusError(
            f'the exception "{name}" is never in force together with the rule', at=rule.at, hint="check the days"
        )


def _check_readings(rules: Iterable[Rule], readings: Iterable[Reading]) -> None:
    known = keyed(list(readings), lambda reading: reading.id, "readings")
    for rule in rules:
        if rule.reading and rule.reading not in known:
            raise CorpusError(f'there is no reading "{rule.reading}"', at=rule.at, hint="add it as [[reading]]")
