"""States and areas: their codes, their names, and how to find one by whatever a person types.

A name is found or it is not; nothing here guesses. Only an unread name is answered with its nearest neighbours.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from functools import cached_property
from typing import Final, Literal

from fullest.corpus.files import CorpusFiles
from fullest.errors import CorpusError, NotFound, UnknownName
from fullest.terms.text import LANGUAGES, Text

NAME_LANGUAGES: Final = ("en", "fr", "es", "ar", "zh", "ru")
KINDS: Final = ("member", "observer", "other", "area", "former")
_WORDS = re.compile(r"\w+")
_TATWEEL = "\u0640"
_LAST = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class State:
    """A State, or an area with a code of its own.

    Attributes:
        iso3: ISO 3166-1 alpha-3, or the user-assigned code that the tables use (XKX, EUU).
        iso2: ISO 3166-1 alpha-2, or an empty string.
        numeric: ISO 3166-1 numeric, three digits, or an empty string.
        kind: `member` or `observer` of the United Nations, `other`, `area`, or `former`.
        part_of: the State that an area is part of or administered by, as iso3; empty otherwise.
        applies: which treaties of that State apply in the area: `yes` for all, ids of bodies, or `unknown`.
        names: the short name in each of the six official languages; English and French for a former State.
        articles: what stands before the name, in English and in French, as in `the` or `l'`; may be empty.
        from_in_french: what stands before the name after "from", as in `de`, `d'`, `du`, `de la`.
        other_names: other names that people type, in any language.
        note: what one should know before using the row.
        verified: whether somebody compared the row with its source.
        since: the first day of what the code stands for now, where the table gives one: of the State, or of the area as
            part of the State that it is part of.
    """

    iso3: str
    iso2: str
    numeric: str
    kind: str
    part_of: str
    applies: str
    names: Mapping[str, str]
    other_names: tuple[str, ...]
    note: str
    verified: bool
    articles: Mapping[str, str] = field(default_factory=dict)
    from_in_french: str = "de"
    since: date | None = None

    def name(self, language: str) -> str:
        """The short name in a language; in English where there is none."""
        return self.names.get(language) or self.names["en"]

    def placed(self, language: str, place: Literal["from", "to"]) -> str:
        """The name as it stands in a sentence.

        In English, what follows "from" or "to": `the Netherlands`. In French, "de" belongs to the answer, since it
        melts into the article, and "vers" does not: `des Pays-Bas`, `les Pays-Bas`.
        """
        before = self.from_in_french if (language, place) == ("fr", "from") else self.articles.get(language, "")
        return f"{before}{'' if before.endswith(chr(39)) or not before else ' '}{self.name(language)}"

    def applies_body(self, body: str) -> bool:
        """Whether what the State it is part of does about a treaty or group holds in the area."""
        return self.applies == "yes" or body in self.applies.split(";")

    def every_name(self) -> Iterator[str]:
        """Short names, then other names."""
        yield from self.names.values()
        yield from self.other_names


@dataclass(frozen=True, slots=True)
class Predecessor:
    """What became of a State that no longer exists under its code.

    Attributes:
        iso3: the former code.
        name: its short name.
        since, until: its first day and the first day after; `None` where not recorded.
        successors: codes of today, or of a later former State.
        relation: `continued-by`, `dissolved-into`, `merged-into` or `renamed-to`.
        note: what one should know.
        verified: whether somebody compared the row with a source.
    """

    iso3: str
    name: Text
    since: date | None
    until: date | None
    successors: tuple[str, ...]
    relation: str
    note: str
    verified: bool


class States:
    """All States and areas, in the order of their English names.

    Former States are found by code and by name, but they are not listed, counted or offered for completion.
    """

    def __init__(self, states: Iterable[State], predecessors: Iterable[Predecessor] = ()) -> None:
        self._all = tuple(states)
        self._listed = tuple(state for state in self._all if state.kind != "former")
        self.predecessors = tuple(predecessors)
        self._by_iso3 = {state.iso3: state for state in self._all}
        self._by_code = {code: state for state in self._all for code in (state.iso3, state.iso2, state.numeric) if code}
        self._by_name = _by_name(self._all)

    @cached_property
    def _starts(self) -> list[tuple[str, int, int]]:
        return sorted(_starts(self._listed))

    def __iter__(self) -> Iterator[State]:
        return iter(self._listed)

    def __len__(self) -> int:
        return len(self._listed)

    def get(self, iso3: str) -> State:
        """The State of a code.

        Raises:
            NotFound: there is none.
        """
        if iso3 in self._by_iso3:
            return self._by_iso3[iso3]
        raise NotFound(f'there is no State with the code "{iso3}"', hint="three letters of ISO 3166, as in DEU or EGY")

    def find(self, text: str) -> State | None:
        """The State of a code or of a name in any language, whatever its case, accents, dashes and apostrophes."""
        code = text.strip().upper()
        padded = code.zfill(3) if code.isdecimal() else code
        return self._by_code.get(padded) or self._by_name.get(plain(text))

    def read(self, text: str, *, at: str) -> State:
        """The State that a person named.

        Raises:
            UnknownName: no State has this name; the hint gives the three nearest.
        """
        found = self.find(text)
        if found:
            return found
        raise UnknownName(f'there is no State called "{text}"', at=at, hint=self._nearest(text))

    def starting_with(self, text: str, limit: int = 8) -> tuple[State, ...]:
        """The States with a name, or a word of a name, that begins so; beginnings of names come first."""
        start = plain(text)
        if not start:
            return ()
        found: dict[str, tuple[int, int]] = {}
        for _, rank, place in self._between(start):
            state = self._listed[place]
            found[state.iso3] = min(found.get(state.iso3, (rank, place)), (rank, place))
        code = self._by_code.get(text.strip().upper())
        if code and code.kind != "former":
            found[code.iso3] = (-1, 0)
        return tuple(self._by_iso3[iso3] for iso3 in sorted(found, key=found.__getitem__)[:limit])

    def _between(self, start: str) -> list[tuple[str, int, int]]:
        first = bisect_left(self._starts, (start, -1, -1))
        return self._starts[first : bisect_left(self._starts, (start + _LAST, -1, -1))]

    def _nearest(self, text: str) -> str:
        near = get_close_matches(plain(text), self._by_name, n=12, cutoff=0.5)
        names = list(dict.fromkeys(self._by_name[key].name("en") for key in near))[:3]
        return f"did you mean {_or(names)}?" if names else "a name, or three letters of ISO 3166, as in DEU or EGY"


def load_states(files: CorpusFiles) -> States:
    """Read the tables of States.

    Raises:
        CorpusError: a row is wrong, or two States have the same name.
    """
    others = _other_names(files)
    predecessors = [_predecessor(row, at) for row, at in files.rows("states/predecessors.csv")]
    states = [_state(row, others, at) for row, at in files.rows("states/states.csv")]
    former = [_former(row, others) for row in _last_rows(predecessors)]
    return States([*states, *former], predecessors)


def plain(name: str) -> str:
    """A name without case, accents, dashes, apostrophes, spaces and articles, for comparison only."""
    decomposed = unicodedata.normalize("NFKD", name.replace("&", " and ").replace(_TATWEEL, ""))
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return "".join(word for word in _WORDS.findall(bare.casefold()) if word != "the")


def _by_name(states: Iterable[State]) -> dict[str, State]:
    found: dict[str, State] = {}
    for state in states:
        for name in state.every_name():
            other = found.setdefault(plain(name), state)
            if other is not state:
                raise CorpusError(f'"{name}" names both {other.iso3} and {state.iso3}', at="states/other-names.csv",
                                  hint="a name that may mean two States belongs to neither")  # fmt: skip
    return found


def _starts(states: Iterable[State]) -> Iterator[tuple[str, int, int]]:
    """Each name from each of its words on, with 0 for a whole name and 1 for the rest, and the State's place."""
    for place, state in enumerate(states):
        for name in state.every_name():
            words = [plain(word) for word in _split(name)]
            for first in range(len(words)):
                yield "".join(words[first:]), min(first, 1), place


def _split(name: str) -> list[str]:
    return [word for word in re.split(r"[\s\-–—'’(),./]+", name) if plain(word)]


def _other_names(files: CorpusFiles) -> dict[str, list[str]]:
    others: dict[str, list[str]] = {}
    for row, _ in files.rows("states/other-names.csv"):
        others.setdefault(row["iso3"], []).append(row["name"])
    return others


def _state(row: Mapping[str, str], others: Mapping[str, list[str]], at: str) -> State:
    if row["kind"] not in KINDS:
        raise CorpusError(f'"{row["kind"]}" is no kind of State', at=at, hint=", ".join(KINDS))
    return State(
        row["iso3"], row["iso2"], row["numeric"], row["kind"], row["part_of"], row["applies"],
        {language: row[language] for language in NAME_LANGUAGES}, tuple(others.get(row["iso3"], ())),
        row["note"], row["verified"] == "true",
        {language: row[f"{language}_article"] for language in LANGUAGES}, row["fr_from"], _day(row["from"], at),
    )  # fmt: skip


def _predecessor(row: Mapping[str, str], at: str) -> Predecessor:
    return Predecessor(
        row["iso3"], Text(row["en"], row["fr"]), _day(row["from"], at), _day(row["until"], at),
        tuple(row["successors"].split(";")), row["relation"], row["note"], row["verified"] == "true",
    )  # fmt: skip


def _last_rows(predecessors: Iterable[Predecessor]) -> Iterator[Predecessor]:
    """The last row of each code that was not merely renamed: a former State that today's names do not cover."""
    last = {row.iso3: row for row in predecessors}
    renamed = {row.iso3 for row in predecessors if row.relation == "renamed-to"}
    kept = {row.iso3 for row in predecessors if row.relation != "renamed-to"}
    return (row for iso3, row in last.items() if iso3 in kept or iso3 not in renamed)


def _former(row: Predecessor, others: Mapping[str, list[str]]) -> State:
    names = {"en": row.name.en, "fr": row.name.fr}
    return State(
        row.iso3, "", "", "former", "", "unknown", names, tuple(others.get(row.iso3, ())), row.note, row.verified
    )


def _day(text: str, at: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as problem:
        raise CorpusError(f'cannot read "{text}" as a day', at=at, hint='a day as in "1991-12-26"') from problem


def _or(names: list[str]) -> str:
    return " or ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
