"""Reasons: the same tree with its values, never another answer than the decision."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullest.language.decide import compiled
from fullest.language.explain import Explainer, Reason
from fullest.language.kleene import both, either
from fullest.language.parse import Reader
from fullest.language.tell import Teller
from fullest.language.tree import And, Not, Or, Tree
from fullest.terms.amount import Amount
from fullest.terms.text import Text


class EveryName:
    """Calls everything by its identifier."""

    def fact_label(self, fact: str) -> Text:
        return Text(fact, fact)

    def fact_says(self, fact: str, holds: bool) -> Text:
        return Text(f"{fact} {holds}", f"{fact} {holds}")

    def option_label(self, fact: str, option: str) -> Text:
        return Text(option, option)

    def group_title(self, group: str) -> Text:
        return Text(group, group)

    def body_short(self, body: str) -> Text:
        return Text(body, body)

    def body_is_group(self, body: str) -> bool:
        return False

    def role(self, role: str) -> Text | None:
        return None


def leaves(reason: Reason) -> list[Reason]:
    """The reasons that have no parts."""
    return [leaf for part in reason.parts for leaf in leaves(part)] if reason.parts else [reason]


@given(st.data())
def test_the_root_of_the_reasons_is_the_decision(teller: Teller, trees: Any, cases: Any, data: st.DataObject) -> None:
    """On every tree and case."""
    tree, case = data.draw(trees), data.draw(cases)
    assert Explainer(teller).explain(tree, case, EveryName()).value is compiled(tree)(case)


@given(st.data())
def test_every_reason_follows_from_its_parts(teller: Teller, trees: Any, cases: Any, data: st.DataObject) -> None:
    """A joined reason has the value that its parts give, by way of `and`, `or` and their denials."""
    tree, case = data.draw(trees), data.draw(cases)
    walk(tree, Explainer(teller).explain(tree, case, EveryName()))


def walk(tree: Tree, reason: Reason) -> None:
    """Compare a reason with the tree it was made from."""
    if isinstance(tree, Not):
        inner = tree.part
        denied = 0
        while isinstance(inner, Not):
            inner, denied = inner.part, denied + 1
        if isinstance(inner, And | Or):
            values = [part.value for part in reason.parts]
            joined = both(values) if isinstance(inner, And) else either(values)
            assert reason.value is (None if joined is None else joined is (denied % 2 == 1))
        return
    if isinstance(tree, And | Or):
        assert len(reason.parts) == len(tree.parts)
        for part, inner_reason in zip(tree.parts, reason.parts, strict=True):
            walk(part, inner_reason)


@given(st.data())
def test_a_leaf_that_is_open_says_that_it_is_not_known(
    teller: Teller, trees: Any, cases: Any, data: st.DataObject
) -> None:
    """And one that is settled does not."""
    reason = Explainer(teller).explain(data.draw(trees), data.draw(cases), EveryName())
    for leaf in leaves(reason):
        assert (leaf.value is None) == leaf.says.en.startswith("not known:")
        assert (leaf.value is None) == leaf.says.fr.startswith("on ne sait pas s")


@pytest.mark.parametrize(
    ("text", "value", "english"),
    [
        ("amount <= 5 mg", False, "the amount is 5\u00a0mg or less (given: 6 mg)"),
        ("not amount <= 5 mg", True, "the amount is more than 5\u00a0mg (given: 6 mg)"),
        ("purpose in {medical, research}", True, "the purpose is medical or research (given: medical)"),
        ("purpose is medical", True, "the purpose is medical"),
        ("item in list", None, "not known: whether the item is in the List"),
        ("origin is party to pact", True, "XA is a party to the Pact"),
    ],
)
def test_a_leaf_says_what_is_asked_and_what_was_given(
    reader: Reader, teller: Teller, names: Any, toy_case: Any, text: str, value: bool | None, english: str
) -> None:
    """The words are what the condition asks, and the value is whether it is so."""
    said = {"amount": Amount(6000, "mass", "6 mg"), "purpose": frozenset({"medical"})}
    case = toy_case(said, standing={("origin", "pact"): True})
    reason = Explainer(teller).explain(reader.read(text), case, names)
    assert (reason.value, reason.says.en) == (value, english)


def test_a_leaf_says_what_it_is_about(reader: Reader, teller: Teller, names: Any, toy_case: Any) -> None:
    """Fact, list or standing, so that a page can lead there."""
    text = "sealed and item in list and origin is party to pact"
    reason = Explainer(teller).explain(reader.read(text), toy_case(), names)
    assert [part.about for part in reason.parts] == ["fact:sealed", "listed:list", "bound:origin:pact"]


def test_reasons_are_shown_in_one_language(reader: Reader, teller: Teller, names: Any, toy_case: Any) -> None:
    """The values stand beside the words, part by part."""
    reason = Explainer(teller).explain(reader.read("sealed and not sealed"), toy_case({"sealed": True}), names)
    assert reason.to_dict("fr") == {
        "says": "tout ce qui suit :", "value": False, "cites": "", "about": "",
        "parts": [
            {"says": "il est scellé", "value": True, "cites": "", "about": "fact:sealed", "parts": []},
            {"says": "il n'est pas scellé", "value": False, "cites": "", "about": "fact:sealed", "parts": []},
        ],
    }  # fmt: skip
