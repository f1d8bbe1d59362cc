"""Deciding: the compiled function against a plain interpreter, on random trees, and the probes of a missing fact."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullest.language.decide import compiled
from fullest.language.kleene import Truth
from fullest.language.parse import Reader
from fullest.language.tree import Among, And, Bound, Compare, Const, Holds, Listed, Not, Or, Tree
from fullest.terms.amount import Amount

# The plain interpreter counts in halves: 0 is false, 2 is true, 1 is unknown.
HALVES: dict[Truth, int] = {False: 0, None: 1, True: 2}


def halves(tree: Tree, case: Any) -> int:
    """The value of a tree in halves: and is the least, or the greatest, not the complement."""
    match tree:
        case And(parts):
            return min(halves(part, case) for part in parts)
        case Or(parts):
            return max(halves(part, case) for part in parts)
        case Not(part):
            return 2 - halves(part, case)
        case Const(value):
            return HALVES[value]
        case Listed(group):
            return HALVES[case.listed(group)]
        case Bound(role, body):
            return HALVES[case.bound(role, body)]
        case Holds(fact) | Compare(fact) | Among(fact):
            return 0 if not case.applies(fact) else asked(tree, case.fact(fact))


def asked(tree: Holds | Compare | Among, value: Any) -> int:
    """An atom of a fact that applies."""
    if value is None:
        return 1
    if isinstance(tree, Holds):
        return HALVES[value]
    if isinstance(tree, Compare):
        left, right = (one.base if isinstance(one, Amount) else one.toordinal() for one in (value, tree.constant))
        return HALVES[bool(eval(f"{left} {tree.operator} {right}"))]
    inside = [option in tree.options for option in value]
    if tree.quantifier == "one":
        return HALVES[inside[0]] if len(set(inside)) == 1 else 1
    return HALVES[all(inside) if tree.quantifier == "all" else any(inside)]


@given(st.data())
def test_the_compiled_function_agrees_with_the_plain_interpreter(trees: Any, cases: Any, data: st.DataObject) -> None:
    """On every tree and case, facts unknown or not applicable included."""
    tree, case = data.draw(trees), data.draw(cases)
    assert HALVES[compiled(tree)(case)] == halves(tree, case)


@given(st.data())
def test_one_more_known_fact_never_turns_what_was_decided(
    trees: Any, cases: Any, values: Any, data: st.DataObject
) -> None:
    """Knowing more settles what was open, and takes nothing back."""
    tree, case = data.draw(trees), data.draw(cases)
    before = compiled(tree)(case)
    name = data.draw(st.sampled_from(list(values)))
    if case.fact(name) is None:
        after = replace(case, facts={**case.facts, name: data.draw(values[name])})
        assert before is None or compiled(tree)(after) is before


@given(st.data())
def test_a_choice_that_is_known_more_closely_never_turns_what_was_decided(
    trees: Any, cases: Any, data: st.DataObject
) -> None:
    """Fewer options that it may still be settle what was open, and take nothing back."""
    tree, case = data.draw(trees), data.draw(cases)
    possible = case.fact("purpose")
    if possible:
        fewer = frozenset({data.draw(st.sampled_from(sorted(possible)))})
        before = compiled(tree)(case)
        assert before is None or compiled(tree)(replace(case, facts={**case.facts, "purpose": fewer})) is before


@given(st.data())
def test_a_list_or_standing_that_becomes_known_never_turns_what_was_decided(
    trees: Any, cases: Any, data: st.DataObject
) -> None:
    """The same holds for what the item is and what binds the States."""
    tree, case = data.draw(trees), data.draw(cases)
    before = compiled(tree)(case)
    settled = {key: value if value is not None else data.draw(st.booleans()) for key, value in case.lists.items()}
    bound = {key: value if value is not None else data.draw(st.booleans()) for key, value in case.standing.items()}
    assert before is None or compiled(tree)(replace(case, lists=settled, standing=bound)) is before


# The four probes of a missing fact: most rule engines, measured, let one of them through without a word.
PROBES = {
    "a relation denied": ("destination is not party to pact", "destination is party to pact"),
    "a relation under not": ("not (destination is party to pact)", "not not (destination is party to pact)"),
    "an amount compared": ("amount >= 300 mg", "amount < 300 mg"),
    "a truth": ("sealed", "not sealed"),
}


@pytest.mark.parametrize("missing", ["absent", "null"])
@pytest.mark.parametrize("polarity", [0, 1])
@pytest.mark.parametrize("probe", list(PROBES))
def test_a_missing_fact_leaves_the_answer_open(
    reader: Reader, toy_case: Any, probe: str, polarity: int, missing: str
) -> None:
    """Absent or null, asserted or denied: the answer is unknown, never false and never true."""
    nothing = toy_case() if missing == "absent" else toy_case(
        {"amount": None, "sealed": None}, standing={("destination", "pact"): None}
    )  # fmt: skip
    assert compiled(reader.read(PROBES[probe][polarity]))(nothing) is None


@pytest.mark.parametrize("probe", list(PROBES))
def test_the_probes_decide_once_the_fact_is_known(reader: Reader, toy_case: Any, probe: str) -> None:
    """On a full record each probe holds, and its contrary does not."""
    full = toy_case({"amount": Amount(300_000, "mass"), "sealed": True}, standing={("destination", "pact"): False})
    assert [compiled(reader.read(text))(full) for text in PROBES[probe]] == [True, False]


@pytest.mark.parametrize(
    "text", ["amount >= 300 mg", "amount < 300 mg", "sealed", "purpose is medical", "all materials in {steel}"]
)
@pytest.mark.parametrize("known", [False, True])
def test_a_fact_that_the_item_cannot_have_makes_its_comparison_false(
    reader: Reader, toy_case: Any, text: str, known: bool
) -> None:
    """Not applicable is not unknown: the comparison is false, and its denial true."""
    said = {"amount": Amount(1, "mass"), "sealed": True} if known else {}
    case = toy_case(said, frozenset({"amount", "sealed", "purpose", "materials"}))
    assert compiled(reader.read(text))(case) is False
    assert compiled(reader.read(f"not ({text})"))(case) is True


@pytest.mark.parametrize(
    ("possible", "value"),
    [({"medical"}, True), ({"medical", "research"}, True), ({"weapons"}, False), ({"research", "weapons"}, None)],
)
def test_a_choice_is_decided_where_all_it_may_be_agree(
    reader: Reader, toy_case: Any, possible: set[str], value: Truth
) -> None:
    """A broad option is neither in nor out where some of what it covers is in."""
    case = toy_case({"purpose": frozenset(possible)})
    assert compiled(reader.read("purpose in {medical, research}"))(case) is value


@pytest.mark.parametrize(
    ("text", "first", "second", "third"),
    [
        ("origin-date < 2020-06-07", True, False, False),
        ("origin-date <= 2020-06-07", True, True, False),
        ("origin-date == 2020-06-07", False, True, False),
        ("origin-date >= 2020-06-07", False, True, True),
        ("origin-date > 2020-06-07", False, False, True),
    ],
)
def test_each_operator_on_both_sides_of_its_constant(
    reader: Reader, toy_case: Any, text: str, first: bool, second: bool, third: bool
) -> None:
    """The day before, the day, the day after."""
    days = [date(2020, 6, day) for day in (6, 7, 8)]
    assert [compiled(reader.read(text))(toy_case({"origin-date": day})) for day in days] == [first, second, third]
