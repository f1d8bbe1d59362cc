"""The pages that show the law as the corpus holds it: instruments, lists, States."""

from __future__ import annotations

from dataclasses import dataclass

from fullest.office.contexts.answer import Step
from fullest.office.contexts.frame import Cited


@dataclass(frozen=True, slots=True)
class InstrumentRow:
    """An instrument in the table of all.

    Attributes:
        title: its full title.
        short: its abbreviation.
        address: its page.
        in_force: since when, in words.
        provisions: how many provisions are held.
        executed: how many of them rules or entries carry out.
    """

    title: str
    short: str
    address: str
    in_force: str
    provisions: int
    executed: int


@dataclass(frozen=True, slots=True)
class LawPage:
    """All instruments, and the digest of the corpus."""

    instruments: tuple[InstrumentRow, ...]
    corpus: str


@dataclass(frozen=True, slots=True)
class ProvisionRow:
    """A provision as a page shows it.

    Attributes:
        label: how a lawyer calls it.
        address: its page.
        anchor: its name on the page of the instrument.
        says: what it asks, in our words.
        status: `executed`, `informative` or `not-executable`.
        status_says: the status in words.
        reason: why no rule carries it out.
        span: the days on which it has effect, in words.
        verified: whether somebody compared it with a source.
    """

    label: str
    address: str
    anchor: str
    says: str
    status: str
    status_says: str
    reason: str
    span: str
    verified: bool


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source: who published it, when it was read, and what to know of it."""

    publisher: str
    address: str
    retrieved: str
    note: str


@dataclass(frozen=True, slots=True)
class InstrumentPage:
    """An instrument with its provisions and sources."""

    title: str
    short: str
    kind: str
    in_force: str
    provisions: tuple[ProvisionRow, ...]
    sources: tuple[SourceRow, ...]


@dataclass(frozen=True, slots=True)
class ProvisionPage:
    """One provision, the rules that carry it out, and its neighbours."""

    instrument: Cited
    provision: ProvisionRow
    rules: tuple[str, ...]
    sources: tuple[SourceRow, ...]
    before: Cited | None
    after: Cited | None


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry of a list.

    Attributes:
        anchor: its name on the page.
        entry: its identifier.
        title: what it names.
        names: the CAS numbers it gives.
        cited: its paragraph.
        try_address: the form with this entry filled in.
    """

    anchor: str
    entry: str
    title: str
    names: tuple[str, ...]
    cited: Cited | None
    try_address: str


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A part of a list with its entries."""

    title: str
    entries: tuple[EntryRow, ...]


@dataclass(frozen=True, slots=True)
class EditionRow:
    """An edition of a list.

    Attributes:
        anchor: its name on the page.
        title: the list.
        span: the days on which it stands, in words.
        groups: its parts.
        current: whether it stands on the day of the page.
    """

    anchor: str
    title: str
    span: str
    groups: tuple[GroupRow, ...]
    current: bool


@dataclass(frozen=True, slots=True)
class ListsPage:
    """The lists as they stand on a day."""

    day: str
    day_iso: str
    editions: tuple[EditionRow, ...]
    others: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class StateRow:
    """A State in the table: its name, code, and a mark for each treaty in the head."""

    name: str
    iso3: str
    address: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """Whether a State is bound: `yes`, `no` or `unknown`, and the same in words."""

    sign: str
    says: str


@dataclass(frozen=True, slots=True)
class StatesPage:
    """The States, with how they stand towards a few treaties on a day."""

    day: str
    day_iso: str
    bodies: tuple[str, ...]
    states: tuple[StateRow, ...]
    sought: str


@dataclass(frozen=True, slots=True)
class MembershipRow:
    """How a State stands towards one treaty or group.

    Attributes:
        title: the treaty or group.
        mark: whether it is bound that day.
        why: the reason.
        verified: whether somebody compared the row with a source.
    """

    title: str
    mark: Mark
    why: str
    verified: bool


@dataclass(frozen=True, slots=True)
class StatePage:
    """A State on a day."""

    name: str
    iso3: str
    day: str
    day_iso: str
    treaties: tuple[MembershipRow, ...]
    groups: tuple[MembershipRow, ...]


@dataclass(frozen=True, slots=True)
class AboutPage:
    """What Fullest is."""

    corpus: str
    ladder: tuple[Step, ...]
