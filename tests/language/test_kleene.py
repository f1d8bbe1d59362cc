"""Kleene's tables, written out."""

from __future__ import annotations

from itertools import permutations, product

import pytest

from fullest.language.kleene import Truth, both, either, negate

T, F, U = True, False, None


@pytest.mark.parametrize(
    ("one", "other", "conjunction", "disjunction"),
    [
        (T, T, T, T), (T, F, F, T), (T, U, U, T),
        (F, T, F, T), (F, F, F, F), (F, U, F, U),
        (U, T, U, T), (U, F, F, U), (U, U, U, U),
    ],
)  # fmt: skip
def test_the_tables_of_and_and_or(one: Truth, other: Truth, conjunction: Truth, disjunction: Truth) -> None:
    """Unknown and false is false, unknown or true is true, anything else with unknown stays open."""
    assert both([one, other]) is conjunction
    assert either([one, other]) is disjunction


@pytest.mark.parametrize(("value", "negated"), [(T, F), (F, T), (U, U)])
def test_the_table_of_not(value: Truth, negated: Truth) -> None:
    """What is unknown stays so."""
    assert negate(value) is negated


def test_nothing_to_join() -> None:
    """All of nothing holds, one of nothing does not."""
    assert both([]) is True
    assert either([]) is False


@pytest.mark.parametrize("values", list(product((T, F, U), repeat=3)))
def test_order_does_not_matter_and_negation_turns_one_into_the_other(values: tuple[Truth, ...]) -> None:
    """De Morgan's laws hold in three values, in every order of the parts."""
    assert len({both(order) for order in permutations(values)}) == 1
    assert negate(both(values)) is either([negate(value) for value in values])
