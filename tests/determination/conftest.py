"""One engine for all, and engines on invented States."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import cast

import pytest

from fullest.asking import open_engine
from fullest.corpus.memberships import Memberships
from fullest.corpus.standing import Body, Standing
from fullest.corpus.states import State, States
from fullest.determination.engine import Engine
from fullest.errors import NotFound
from fullest.terms.text import Text

WHY = Text("by the situation's own words", "selon la situation elle-même")


class InventedMemberships:
    """Invented States are bound by what the situation says and by nothing else; real ones as the tables say."""

    def __init__(self, held: Memberships, standing: Mapping[str, frozenset[str]]) -> None:
        self._held, self._standing = held, standing

    @property
    def bodies(self) -> Mapping[str, Body]:
        return self._held.bodies

    def standing(self, iso3: str, body: str, on: date) -> Standing:
        if iso3 not in self._standing:
            return self._held.standing(iso3, body, on)
        if body not in self._held.bodies:
            raise NotFound(f'there is no treaty or group "{body}"')
        return Standing(body in self._standing[iso3], None, WHY)


class InventedStates:
    """Invented States beside the real ones."""

    def __init__(self, held: States, invented: Mapping[str, State]) -> None:
        self._held, self._invented = held, invented

    def __iter__(self) -> Iterator[State]:
        return iter(self._held)

    def get(self, iso3: str) -> State:
        return self._invented.get(iso3) or self._held.get(iso3)

    def read(self, text: str, *, at: str = "") -> State:
        return self._invented.get(text) or self._held.read(text, at=at)


def invented_state(code: str) -> State:
    """A State with a code that nobody uses."""
    name = f"State {code}"
    return State(code, "", "", "member", "", "", {"en": name, "fr": f"État {code}"}, (), "", True)


@pytest.fixture(scope="session")
def engine() -> Engine:
    """The engine on the corpus that comes with the package."""
    return open_engine()


@pytest.fixture(scope="session")
def engine_with(engine: Engine) -> Callable[[Mapping[str, frozenset[str]]], Engine]:
    """An engine on invented States with the standing they are given."""

    def opened(standing: Mapping[str, frozenset[str]]) -> Engine:
        corpus = engine.corpus
        memberships = cast(Memberships, InventedMemberships(corpus.memberships, standing))
        states = cast(States, InventedStates(corpus.states, {code: invented_state(code) for code in standing}))
        return Engine(replace(corpus, memberships=memberships, states=states))

    return opened
