"""What the tests of identification share: an identifier over the lists of the corpus, and no table of substances."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from fullest.corpus.lists import Edition, Lists, load_lists
from fullest.identification.answer import Identification
from fullest.identification.identifier import Identifier
from fullest.identification.naming import Substance
from fullest.terms.item import Item

TODAY = date(2026, 11, 24)


class NoSubstances:
    """A table of substances that holds nothing, so that what is found comes from the lists."""

    def __iter__(self) -> Iterator[Substance]:
        return iter(())

    def by_cas(self, cas: str) -> Substance | None:
        return None

    def by_name(self, text: str) -> Substance | None:
        return None

    def near(self, text: str) -> tuple[str, ...]:
        return ()


@pytest.fixture(scope="session")
def lists() -> Lists:
    """The lists of the corpus."""
    return load_lists()


@pytest.fixture(scope="session")
def schedules(lists: Lists) -> Edition:
    """The edition of the Schedules in force today."""
    return next(edition for edition in lists.on(TODAY) if edition.list == "cwc")


@pytest.fixture(scope="session")
def identifier(lists: Lists) -> Identifier:
    """An identifier over them."""
    return Identifier(lists, NoSubstances())


@pytest.fixture
def identify(identifier: Identifier) -> Callable[..., Identification]:
    """Identify what the fields describe, today unless said otherwise."""

    def asked(on: date = TODAY, **fields: str) -> Identification:
        return identifier.identify(Item(**fields), on)

    return asked
