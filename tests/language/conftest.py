"""A small vocabulary, invented States and random trees, on which the language alone is tested: it knows no law."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import cast, get_args

import pytest
from hypothesis import strategies as st

from fullest.language.parse import Reader
from fullest.language.signature import FactType
from fullest.language.tell import Teller, Words
from fullest.language.tree import (
    Among,
    And,
    Bound,
    Compare,
    Const,
    Holds,
    Listed,
    Not,
    Operator,
    Or,
    Quantifier,
    Role,
    Tree,
)
from fullest.terms.amount import Amount, Unit, Units
from fullest.terms.text import Text, same
from fullest.terms.transfer import FactValue

PURPOSES = ("medical", "research", "weapons")
MATERIALS = ("glass", "nickel", "steel")
FACTS = {
    "sealed": FactType("truth"),
    "not-sealed": FactType("truth"),
    "in-transit": FactType("truth"),
    "amount": FactType("amount", "mass"),
    "concentration": FactType("amount", "ratio"),
    "origin-date": FactType("date"),
    "purpose": FactType(
        "choice",
        options=(*((one, frozenset({one})) for one in PURPOSES), ("peaceful", frozenset({"medical", "research"}))),
    ),
    "materials": FactType("choices", options=tuple((one, frozenset({one})) for one in MATERIALS)),
}
GROUPS = ("list", "list/part-1", "list/1.A.7")
BODIES = ("pact", "club")


class ToySignature:
    """What the expressions of these tests may speak of."""

    units = Units([
        Unit("mg", "mass", 1_000, ("milligram",)), Unit("ug", "mass", 1), Unit("%", "ratio", 100),  # type: ignore[arg-type]
    ])  # fmt: skip

    def fact_type(self, name: str) -> FactType | None:
        return FACTS.get(name)

    def fact_names(self) -> tuple[str, ...]:
        return tuple(FACTS)

    def has_group(self, reference: str) -> bool:
        return reference in GROUPS

    def has_body(self, name: str) -> bool:
        return name in BODIES

    def table(self, reference: str) -> frozenset[str] | None:
        return frozenset({"nickel", "glass"}) if reference == "tables/resistant" else None


class ToyNames:
    """What things are called in the sentences of these tests."""

    def fact_label(self, fact: str) -> Text:
        return {
            "amount": Text("the amount", "la quantité"),
            "purpose": Text("the purpose", "la fin poursuivie"),
            "materials": Text("the materials", "les matériaux"),
            "origin-date": Text("the day of origin", "le jour d'origine"),
        }[fact]

    def fact_says(self, fact: str, holds: bool) -> Text:
        return Text("it is sealed", "il est scellé") if holds else Text("it is not sealed", "il n'est pas scellé")

    def option_label(self, fact: str, option: str) -> Text:
        french = {"medical": "médicale", "research": "de recherche", "weapons": "d'armement", "glass": "verre"}
        return Text(option, french.get(option, option))

    def group_title(self, group: str) -> Text:
        return Text("the List", "la Liste")

    def body_short(self, body: str) -> Text:
        return Text("the Pact", "le Pacte") if body == "pact" else Text("the Club", "le Club")

    def body_is_group(self, body: str) -> bool:
        return body == "club"

    def role(self, role: Role) -> Text | None:
        return same("XA") if role == "origin" else None


@dataclass(frozen=True)
class ToyCase:
    """One case; what is missing is unknown, and a fact in `without` is one that the item cannot have."""

    facts: Mapping[str, FactValue] = field(default_factory=dict)
    without: frozenset[str] = frozenset()
    lists: Mapping[str, bool | None] = field(default_factory=dict)
    standing: Mapping[tuple[str, str], bool | None] = field(default_factory=dict)

    def fact(self, name: str) -> FactValue:
        return self.facts.get(name)

    def applies(self, name: str) -> bool:
        return name not in self.without

    def listed(self, group: str) -> bool | None:
        return self.lists.get(group)

    def bound(self, role: Role, body: str) -> bool | None:
        return self.standing.get((role, body))


SMALL = st.integers(0, 9)
DAYS = st.integers(1, 9).map(lambda day: date(2000, 1, day))


def amount(base: int, dimension: str = "mass") -> Amount:
    """A small amount that says itself."""
    return Amount(base, dimension, f"{base} ug" if dimension == "mass" else f"{base} %")


VALUES: dict[str, st.SearchStrategy[FactValue]] = {
    "sealed": st.booleans(),
    "not-sealed": st.booleans(),
    "in-transit": st.booleans(),
    "amount": SMALL.map(amount),
    "concentration": SMALL.map(lambda base: amount(base, "ratio")),
    "origin-date": DAYS,
    "purpose": st.frozensets(st.sampled_from(PURPOSES), min_size=1),
    "materials": st.frozensets(st.sampled_from(MATERIALS)),
}
_SETS = {"purpose": PURPOSES, "materials": MATERIALS}
_OPERATORS = st.sampled_from(cast("tuple[Operator, ...]", get_args(Operator)))


def _among(fact: str, quantifier: str) -> st.SearchStrategy[Tree]:
    options = st.frozensets(st.sampled_from(_SETS[fact]), min_size=1)
    return st.builds(lambda chosen: Among(fact, cast(Quantifier, quantifier), chosen), options)


_ATOMS: st.SearchStrategy[Tree] = st.one_of(
    st.builds(Const, st.booleans()),
    st.builds(Holds, st.sampled_from(["sealed", "not-sealed", "in-transit"])),
    st.builds(lambda operator, base: Compare("amount", operator, amount(base)), _OPERATORS, st.integers(1, 8)),
    st.builds(
        lambda operator, base: Compare("concentration", operator, amount(base, "ratio")), _OPERATORS, st.integers(1, 8)
    ),
    st.builds(lambda operator, day: Compare("origin-date", operator, day), _OPERATORS, DAYS),
    _among("purpose", "one"), _among("materials", "all"), _among("materials", "any"),
    st.builds(Listed, st.sampled_from(GROUPS)),
    st.builds(Bound, st.sampled_from(cast("tuple[Role, ...]", get_args(Role))), st.sampled_from(BODIES)),
)  # fmt: skip


def _grown(parts: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    several = st.lists(parts, min_size=2, max_size=3).map(tuple)
    return st.one_of(st.builds(And, several), st.builds(Or, several), st.builds(Not, parts))


TREES = st.recursive(_ATOMS, _grown, max_leaves=8)
TRUTHS: st.SearchStrategy[bool | None] = st.sampled_from([True, False, None])
CASES = st.builds(
    ToyCase,
    st.fixed_dictionaries({}, optional={name: values | st.none() for name, values in VALUES.items()}),
    st.frozensets(st.sampled_from(list(FACTS)), max_size=2),
    st.fixed_dictionaries(dict.fromkeys(GROUPS, TRUTHS)),
    st.fixed_dictionaries({(role, body): TRUTHS for role in get_args(Role) for body in BODIES}),
)


@pytest.fixture(scope="session")
def reader() -> Reader:
    """Reads expressions over the small vocabulary."""
    return Reader(ToySignature())


@pytest.fixture(scope="session")
def teller() -> Teller:
    """Says trees in words."""
    return Teller(Words())


@pytest.fixture(scope="session")
def names() -> ToyNames:
    """What the small vocabulary calls things."""
    return ToyNames()


@pytest.fixture(scope="session")
def toy_case() -> type[ToyCase]:
    """Makes a case over the small vocabulary."""
    return ToyCase


@pytest.fixture(scope="session")
def trees() -> st.SearchStrategy[Tree]:
    """Random trees."""
    return TREES


@pytest.fixture(scope="session")
def cases() -> st.SearchStrategy[ToyCase]:
    """Random cases, with unknown facts and facts that do not apply."""
    return CASES


@pytest.fixture(scope="session")
def values() -> dict[str, st.SearchStrategy[FactValue]]:
    """For each fact the values it may have."""
    return VALUES
