"""Standing: whether a State is bound by a treaty, or is a member of a group, on a day, and why.

The value is `True`, `False` or `None`; `None` is said wherever the tables do not settle it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from fullest.terms.span import PartialDay
from fullest.terms.text import Text


@dataclass(frozen=True, slots=True)
class Body:
    """A treaty, or a group of States.

    Attributes:
        id: as rules write it, `cwc`.
        kind: `treaty` or `group`.
        title: its full title.
        short: a phrase that reads in a sentence, with its article.
        absence: what a missing row means: `not-bound`, or `unknown` where the table is partial.
        areas: `follow` where an area is looked up through its State, `own` where only its own row counts.
        in_force: whether it binds anybody yet.
        opened: the day before which nobody can be bound or a member; `None` where not recorded.
        as_of: the day of the data; `None` where not recorded.
        note: what one should know of the table.
    """

    id: str
    kind: str
    title: Text
    short: Text
    absence: str
    areas: str
    in_force: bool
    opened: date | None
    as_of: date | None
    note: str


@dataclass(frozen=True, slots=True)
class Membership:
    """One row of the tables: what a State did about a treaty or group.

    Attributes:
        body: the treaty or group.
        iso3: the State.
        how: the act of joining; empty for a State that is expressly no party.
        signed, deposited: days as the sources give them, or empty strings.
        since: when it began to bind; `None` where not known.
        until: the first day on which it no longer binds; `None` where open.
        known_on: a day by which it is known to hold, for a membership without a beginning.
        disputed_since: the day from which States hold two views of it.
        expected_end: a day announced as its end that nobody has confirmed.
        verified: whether somebody compared the row with a source.
        note: what one should know of the row.
        sources: keys of the sources in `memberships/bodies.toml`.
    """

    body: str
    iso3: str
    how: str
    signed: str
    deposited: str
    since: PartialDay | None
    until: PartialDay | None
    known_on: date | None
    disputed_since: date | None
    expected_end: date | None
    verified: bool
    note: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """The answer for a State, a body and a day.

    Attributes:
        value: bound or a member, not so, or not known.
        membership: the row that the answer rests on, if there is one.
        why: a short reason.
    """

    value: bool | None
    membership: Membership | None
    why: Text


_MONTHS: Final = (
    Text("January", "janvier"), Text("February", "février"), Text("March", "mars"), Text("April", "avril"),
    Text("May", "mai"), Text("June", "juin"), Text("July", "juillet"), Text("August", "août"),
    Text("September", "septembre"), Text("October", "octobre"),
    Text("November", "novembre"), Text("December", "décembre"),
)  # fmt: skip

# For a treaty and for a group: since when, not before, the beginning is vague, unknown, and the same for the end.
_SINCE: Final = (
    Text("in force for it since {day}", "en vigueur à son égard depuis {day}"),
    Text("a member since {day}", "membre depuis {day}"),
)
_BEFORE: Final = (
    Text("not in force for it before {day}", "pas en vigueur à son égard avant {day}"),
    Text("not a member before {day}", "pas membre avant {day}"),
)
_ENDED: Final = (
    Text("no longer in force for it since {day}", "n'est plus en vigueur à son égard depuis {day}"),
    Text("no longer a member since {day}", "n'est plus membre depuis {day}"),
)
_KNOWN: Final = (
    Text("in force for it by {day} at the latest; when that began is not known",
         "en vigueur à son égard au plus tard {day} ; le début n'est pas connu"),
    Text("a member by {day} at the latest; when that began is not known",
         "membre au plus tard {day} ; le début n'est pas connu"),
)  # fmt: skip
_UNOPENED: Final = (
    Text("the treaty bound nobody before {day}", "le traité ne liait personne avant {day}"),
    Text("the group did not exist before {day}", "le groupe n'existait pas avant {day}"),
)
_ABSENT: Final = (
    Text("no act of joining in the table as of {day}", "aucun acte d'adhésion dans la table au {bare}"),
    Text("not in the list of members as of {day}", "absent de la liste des membres au {bare}"),
)
_BEGAN_WITHIN: Final = Text(
    "it began in {day}; the exact day is not known", "début en {bare} ; le jour exact n'est pas connu"
)
_ENDED_WITHIN: Final = Text(
    "it ended in {day}; the exact day is not known", "fin en {bare} ; le jour exact n'est pas connu"
)
_NO_BEGINNING: Final = (
    Text(
        "when it began to be in force for it is not known",
        "la date de son entrée en vigueur à son égard n'est pas connue",
    ),
    Text("the beginning of its membership is not known", "le début de sa participation n'est pas connu"),
)
_SIGNED_ONLY: Final = Text(
    "signed on {signed}, with no act of joining in the table as of {day}",
    "signé {signed}, sans acte d'adhésion dans la table au {bare}",
)
_NOT_BEFORE_SIGNING: Final = Text("not signed for it before {day}", "pas signé par lui avant {day}")
_NOT_IN_FORCE: Final = Text("the treaty is not in force", "le traité n'est pas en vigueur")
_RATIFIED: Final = Text(
    "the treaty is not in force; instrument deposited on {day}",
    "le traité n'est pas en vigueur ; instrument déposé {day}",
)
_NOT_YET: Final = Text(
    "begins on {day}; what applied before is not recorded",
    "commence {day} ; rien n'est consigné pour la période antérieure",
)
_DISPUTED: Final = Text("disputed since {day}", "contesté depuis {day}")
_EXPECTED: Final = Text(
    "its end was announced for {day}; whether it came is not recorded",
    "fin annoncée pour {day} ; rien ne dit si elle a eu lieu",
)


def spoken_day(day: date) -> Text:
    """`29 April 1997` and `29 avril 1997`, without an article."""
    month = _MONTHS[day.month - 1]
    return Text(f"{day.day} {month.en} {day.year}", f"{'1er' if day.day == 1 else day.day} {month.fr} {day.year}")


def judge(row: Membership, body: Body, on: date) -> Standing:
    """What one row says of a day."""
    if not body.in_force:
        deposited = date.fromisoformat(row.deposited) if row.deposited else None
        return Standing(False, row, _on(_RATIFIED, deposited) if deposited else _NOT_IN_FORCE)
    if not row.how:
        return Standing(False, row, _not_joined(row, body))
    if body.opened and on < body.opened:
        return Standing(False, row, unopened(body))
    return _ended(row, body, on) or _unsettled(row, on) or _begun(row, body, on)


def not_yet(since: date) -> Standing:
    """Nothing is known of a day before a State, or an area as part of its State, began."""
    return Standing(None, None, _on(_NOT_YET, since))


def unopened(body: Body) -> Text:
    """The reason for a day on which nobody could be bound."""
    return _on(_for(body, _UNOPENED), body.opened or date.min)


def absent(body: Body) -> Text:
    """The reason where a table that covers every State has no row."""
    if body.as_of is None:
        return Text("no act of joining in the table", "aucun acte d'adhésion dans la table")
    return _on(_for(body, _ABSENT), body.as_of)


def _ended(row: Membership, body: Body, on: date) -> Standing | None:
    if row.until is None or row.until.reached(on) is False:
        return None
    if row.until.reached(on):
        return Standing(False, row, _over(_for(body, _ENDED), row.until, latest=True))
    return Standing(None, row, _over(_ENDED_WITHIN, row.until))


def _unsettled(row: Membership, on: date) -> Standing | None:
    if row.disputed_since and on >= row.disputed_since:
        return Standing(None, row, _on(_DISPUTED, row.disputed_since))
    if row.expected_end and on >= row.expected_end:
        return Standing(None, row, _on(_EXPECTED, row.expected_end))
    return None


def _begun(row: Membership, body: Body, on: date) -> Standing:
    if row.since is None:
        return _without_beginning(row, body, on)
    reached = row.since.reached(on)
    if reached is None:
        return Standing(None, row, _over(_BEGAN_WITHIN, row.since))
    return Standing(reached, row, _over(_for(body, _SINCE if reached else _BEFORE), row.since))


def _without_beginning(row: Membership, body: Body, on: date) -> Standing:
    if row.known_on and on >= row.known_on:
        return Standing(True, row, _on(_for(body, _KNOWN), row.known_on))
    # An agreement that a State had yet to sign was not in force for it.
    if row.signed and on < (signed := date.fromisoformat(row.signed)):
        return Standing(False, row, _on(_NOT_BEFORE_SIGNING, signed))
    return Standing(None, row, _for(body, _NO_BEGINNING))


def _not_joined(row: Membership, body: Body) -> Text:
    if not row.signed or body.as_of is None:
        return absent(body)
    signed = spoken_day(date.fromisoformat(row.signed))
    words = _SIGNED_ONLY.filled(signed=Text(signed.en, f"le {signed.fr}"), day="{day}", bare="{bare}")
    return _on(words, body.as_of)


def _for(body: Body, words: tuple[Text, Text]) -> Text:
    return words[body.kind == "group"]


def _on(words: Text, day: date) -> Text:
    spoken = spoken_day(day)
    return words.filled(day=Text(spoken.en, f"le {spoken.fr}"), bare=spoken)


def _over(words: Text, day: PartialDay, *, latest: bool = False) -> Text:
    """The words with a day, a month or a year, whichever is known."""
    if day.earliest == day.latest:
        return _on(words, day.earliest)
    edge = day.latest if latest else day.earliest
    year = str(edge.year)
    if day.earliest.month != day.latest.month:
        return words.filled(day=year, bare=year)
    month = _MONTHS[edge.month - 1]
    whole = Text(f"{month.en} {year}", f"{month.fr} {year}")
    return words.filled(day=whole, bare=whole)
