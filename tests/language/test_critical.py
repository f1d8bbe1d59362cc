"""Critical values: trying them all is the same as trying every value there is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import chain, combinations, product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullest.language.critical import assignments, critical_values
from fullest.language.decide import compiled
from fullest.language.parse import Reader
from fullest.language.tree import facts
from fullest.terms.amount import Amount
from fullest.terms.transfer import FactValue

PURPOSES = ("medical", "research", "weapons")
MATERIALS = ("glass", "nickel", "steel")
EVERY: dict[str, tuple[FactValue, ...]] = {
    "sealed": (True, False),
    "not-sealed": (True, False),
    "in-transit": (True, False),
    "amount": tuple(Amount(base, "mass") for base in range(12)),
    "concentration": tuple(Amount(base, "ratio") for base in range(12)),
    "origin-date": tuple(date(2000, 1, day) for day in range(1, 13)),
    "purpose": tuple(frozenset({one}) for one in PURPOSES),
    "materials": tuple(
        frozenset(chosen) for chosen in chain.from_iterable(combinations(MATERIALS, size) for size in range(4))
    ),
}  # fmt: skip
POSSIBLE = {"purpose": frozenset(PURPOSES), "materials": frozenset(MATERIALS)}


@given(st.data())
def test_trying_the_critical_values_gives_what_trying_all_values_gives(
    trees: Any, cases: Any, data: st.DataObject
) -> None:
    """For every tree, the answers over the critical values are the answers over a fine grid."""
    tree, case = data.draw(trees), data.draw(cases)
    asked = sorted(facts(tree))[:3]
    few = {name: critical_values(name, [tree], POSSIBLE.get(name, frozenset())) for name in asked}
    many = {name: EVERY[name] for name in asked}
    results = [
        {
            compiled(tree)(replace(case, facts={**case.facts, **dict(zip(tried, chosen, strict=True))}))
            for chosen in product(*tried.values())
        }
        for tried in (few, many)
    ]
    assert results[0] == results[1]


def test_values_stand_below_at_and_above_each_constant(reader: Reader) -> None:
    """One base unit to each side, and nothing below zero."""
    tree = reader.read("amount > 5 ug or amount <= 0 ug")
    tried = [value.base for value in critical_values("amount", [tree]) if isinstance(value, Amount)]
    assert tried == [0, 1, 4, 5, 6]


def test_days_stand_before_on_and_after_each_constant(reader: Reader) -> None:
    """One day to each side."""
    tree = reader.read("origin-date >= 2020-06-07")
    assert critical_values("origin-date", [tree]) == tuple(date(2020, 6, day) for day in (6, 7, 8))


def test_options_that_nothing_tells_apart_are_tried_once(reader: Reader) -> None:
    """Of medical and research one stands for both."""
    tree = reader.read("purpose is weapons")
    assert critical_values("purpose", [tree], frozenset(PURPOSES)) == (frozenset({"medical"}), frozenset({"weapons"}))


def test_only_what_a_choice_may_still_be_is_tried(reader: Reader) -> None:
    """What is already known of a choice stays known."""
    tree = reader.read("purpose in {research, weapons}")
    assert critical_values("purpose", [tree], frozenset({"weapons"})) == (frozenset({"weapons"}),)


def test_a_set_of_choices_is_tried_with_several_at_once(reader: Reader) -> None:
    """Steel and glass together meet a condition that neither meets alone."""
    tree = reader.read("any materials in {steel} and any materials in {glass}")
    tried = critical_values("materials", [tree], frozenset(MATERIALS))
    assert frozenset({"glass", "steel"}) in tried
    assert frozenset() in tried


@pytest.mark.parametrize(("most", "count"), [(6, 6), (5, None)])
def test_too_many_combinations_are_not_begun(most: int, count: int | None) -> None:
    """Beyond the limit there is no answer rather than a long wait."""
    values: dict[str, tuple[FactValue, ...]] = {"sealed": (True, False), "amount": EVERY["amount"][:3]}
    tried = assignments(values, most=most)
    assert (None if tried is None else len(list(tried))) == count


def test_no_open_fact_is_one_combination() -> None:
    """Where nothing is open the case itself is the only one to try."""
    tried = assignments({}, most=1)
    assert tried is not None
    assert list(tried) == [{}]
