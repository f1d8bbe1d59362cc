"""Memberships: which State is bound by which treaty, and is a member of which group, on which day.

Nothing is taken for granted: where a table is partial, a beginning is not known, or States hold two views, the answer
is `None` with its reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from fullest.corpus.files import CorpusFiles, Table
from fullest.corpus.standing import Body, Membership, Standing, absent, judge, not_yet, unopened
from fullest.corpus.states import State, States
from fullest.corpus.table import keyed, one_of, optional, required, text_of, words_of
from fullest.errors import CorpusError, NotFound
from fullest.terms.span import PartialDay
from fullest.terms.text import Text

__all__ = ["Body", "Membership", "Memberships", "Source", "Standing", "load_memberships"]

_NAME: Final = "memberships/bodies.toml"
_PARTIAL: Final = Text(
    "the table is partial and has no row for it", "la table est partielle et n'a aucune ligne à son sujet"
)
_UNRECORDED: Final = Text("the table does not record its standing", "la table ne consigne pas sa situation")
_FORMER: Final = Text(
    "it is no longer a State under this name; the table does not record what bound it",
    "il n'existe plus d'État de ce nom ; la table ne consigne pas ce qui le liait",
)
_AREA: Final = Text(
    "an area of {state}; application there is not recorded",
    "zone relevant d'un État ({name}) ; l'application n'y est pas consignée",
)
_THROUGH: Final = Text("an area of {state}: {why}", "zone relevant d'un État ({name}) : {why}")


@dataclass(frozen=True, slots=True)
class Source:
    """Where rows come from.

    Attributes:
        key: as rows name it.
        publisher: who publishes it.
        official: whether the publisher is the authority.
        address: where it is, or an empty string.
        as_of: the last day that it may be of; `None` where not known.
        licence: under what terms, or an empty string.
        verified: whether somebody read it.
        covers: what was taken from it.
        note: what one should know of it.
    """

    key: str
    publisher: str
    official: bool
    address: str
    as_of: date | None
    licence: str
    verified: bool
    covers: str
    note: str


class Memberships:
    """The tables of treaties and groups, and what they say of a State on a day."""

    def __init__(
        self, bodies: Mapping[str, Body], rows: Iterable[Membership], states: States, sources: Mapping[str, Source]
    ) -> None:
        self.bodies = bodies
        self.sources = sources
        self._states = states
        self._rows: dict[tuple[str, str], tuple[Membership, ...]] = {}
        self._of_body: dict[str, list[str]] = {body: [] for body in bodies}
        self._of_state: dict[str, list[Membership]] = {}
        for row in rows:
            self._add(row)

    def _add(self, row: Membership) -> None:
        key = (row.body, row.iso3)
        if key not in self._rows:
            self._of_body[row.body].append(row.iso3)
        self._rows[key] = (*self._rows.get(key, ()), row)
        self._of_state.setdefault(row.iso3, []).append(row)

    def standing(self, iso3: str, body: str, on: date) -> Standing:
        """Whether a State is bound by a treaty, or a member of a group, on a day.

        Raises:
            NotFound: there is no such treaty or group, or no such State.
        """
        known = self._body(body)
        state = self._states.get(iso3)
        if state.since and on < state.since:
            return not_yet(state.since)
        rows = self._rows.get((body, iso3))
        return _of_periods(rows, known, on) if rows else self._without_row(state, known, on)

    def members(self, body: str, on: date) -> tuple[str, ...]:
        """The States that are known to be bound, or members, on a day, in the order of the table.

        Raises:
            NotFound: there is no such treaty or group.
        """
        known = self._body(body)
        return tuple(
            iso3 for iso3 in self._of_body[body] if _of_periods(self._rows[body, iso3], known, on).value
        )  # fmt: skip

    def of(self, iso3: str) -> tuple[Membership, ...]:
        """Every row of a State, treaties first; none for a State without rows."""
        return tuple(self._of_state.get(iso3, ()))

    def _body(self, body: str) -> Body:
        if body in self.bodies:
            return self.bodies[body]
        raise NotFound(f'there is no treaty or group "{body}"', hint=", ".join(self.bodies))

    def _without_row(self, state: State, body: Body, on: date) -> Standing:
        if state.kind == "former":
            return Standing(None, None, _FORMER)
        if state.kind == "area" and body.areas == "follow":
            return self._of_area(state, body, on)
        if body.absence == "unknown":
            return Standing(None, None, _PARTIAL)
        if state.applies == "unknown" and state.kind != "area" and (body.kind == "treaty" or body.areas == "own"):
            return Standing(None, None, _UNRECORDED)
        return Standing(False, None, unopened(body) if body.opened and on < body.opened else absent(body))

    def _of_area(self, area: State, body: Body, on: date) -> Standing:
        parent = self._states.get(area.part_of)
        name = {"state": parent.placed("en", "to"), "name": parent.name("fr")}
        if not area.applies_body(body.id):
            return Standing(None, None, _AREA.filled(**name))
        found = self.standing(parent.iso3, body.id, on)
        row = replace(found.membership, verified=False) if found.membership else None
        return Standing(found.value, row, _THROUGH.filled(**name, why=found.why))


def load_memberships(files: CorpusFiles, states: States) -> Memberships:
    """Read the tables of memberships.

    Raises:
        CorpusError: a row is wrong, or names a body, State or source that is not there.
    """
    text = files.toml(_NAME)
    bodies = keyed([_body(table, at) for table, at in text.tables("body")], lambda body: body.id, "bodies")
    sources = keyed([_source(table, at) for table, at in text.tables("source")], lambda source: source.key, "sources")
    known = frozenset(sources), frozenset(state.iso3 for state in states)
    rows = [
        _membership(row, at, bodies, known)
        for name in ("treaties", "groups")
        for row, at in files.rows(f"memberships/{name}.csv")
    ]
    return Memberships(bodies, rows, states, sources)


def _of_periods(rows: tuple[Membership, ...], body: Body, on: date) -> Standing:
    """Several periods together: any that holds, else any that may hold, else the last that does not."""
    judged = [judge(row, body, on) for row in rows]
    if len(judged) == 1:
        return judged[0]
    for value in (True, None):
        for one in judged:
            if one.value is value:
                return one
    # Between two periods the one that ended says more than the one to come.
    ended = [one for one in judged if one.membership and one.membership.until and one.membership.until.reached(on)]
    return (ended or judged)[-1]


def _body(table: Table, at: str) -> Body:
    return Body(
        required(table, "id", str, at),
        one_of(table, "kind", ("treaty", "group"), at),
        text_of(table, "title", at),
        text_of(table, "short", at),
        one_of(table, "absence", ("not-bound", "unknown"), at),
        one_of(table, "areas", ("follow", "own"), at),
        optional(table, "in_force", True, at),
        required(table, "opened", date, at) if "opened" in table else None,
        required(table, "as_of", date, at) if "as_of" in table else None,
        optional(table, "note", "", at),
    )


def _source(table: Table, at: str) -> Source:
    words_of(table, "written", at)
    return Source(
        required(table, "key", str, at),
        required(table, "publisher", str, at),
        required(table, "official", bool, at),
        optional(table, "address", "", at),
        required(table, "as_of", date, at) if "as_of" in table else None,
        optional(table, "licence", "", at),
        required(table, "verified", bool, at),
        required(table, "covers", str, at),
        optional(table, "note", "", at),
    )


def _membership(
    row: Mapping[str, str], at: str, bodies: Mapping[str, Body], known: tuple[frozenset[str], frozenset[str]]
) -> Membership:
    sources, states = known
    named = tuple(row["source"].split("|"))
    for key, value, allowed in (("body", row["body"], bodies), ("iso3", row["iso3"], states)):
        if value not in allowed:
            raise CorpusError(f'"{value}" is no "{key}" that the tables know', at=at, hint="add it, or mend the row")
    if not sources.issuperset(named):
        raise CorpusError(f'"{row["source"]}" names a source that is not there', at=at, hint=f"add it to {_NAME}")
    return Membership(
        row["body"], row["iso3"], row["how"], row["signed"], row["deposited"],
        _partial(row["since"], at), _partial(row["until"], at), _day(row["known_on"], at),
        _day(row["disputed_since"], at), _day(row["expected_end"], at), row["verified"] == "true", row["note"], named,
    )  # fmt: skip


def _partial(text: str, at: str) -> PartialDay | None:
    return PartialDay.read(text, at=at) if text else None


def _day(text: str, at: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as problem:
        raise CorpusError(f'cannot read "{text}" as a day', at=at, hint='a day as in "2026-11-23"') from problem
