"""A question as an address."""

from __future__ import annotations

from datetime import date

import pytest
from django.http import QueryDict

from fullest.errors import UnreadableValue
from fullest.office.question import Question


def test_an_address_and_its_question_say_the_same() -> None:
    """What an address says is what the question writes back."""
    address = "item=75-44-5&amount=5+mg&origin=DEU&destination=ISR&date=2026-11-23&via=NLD&via=BEL&fact.x=true"
    assert Question.of(QueryDict(address)).query() == address


def test_empty_and_foreign_fields_are_left_out() -> None:
    """Fields that were left empty, or that no form has, do not reach the address."""
    assert Question.of(QueryDict("item=sarin&amount=&cas=+&utm=1&via=&fact.x=")).query() == "item=sarin"


def test_the_day_is_written_out() -> None:
    """A question without a day gets the day it is asked, so that its address keeps its answer."""
    asked = Question.of(QueryDict("item=sarin"))
    assert asked.on(date(2026, 11, 23))["date"] == "2026-11-23"
    assert asked.with_field("date", "1999-01-01").on(date(2026, 11, 23))["date"] == "1999-01-01"


def test_not_knowing_is_null() -> None:
    """`unknown` is said to the engine as null, for fields and for facts; truths are truths."""
    asked = Question.of(
        QueryDict("purpose=unknown&amount=unknown&fact.a=unknown&fact.b=true&fact.c=false&fact.d=8+%25")
    )
    request = asked.request("name", "sarin")
    assert request["purpose"] is None
    assert request["amount"] is None
    assert request["facts"] == {"a": None, "b": True, "c": False, "d": "8 %"}


def test_a_separate_field_goes_before_the_one_box() -> None:
    """What stands in a field of its own is not overwritten by the box."""
    request = Question.of(QueryDict("item=50-00-0&cas=75-44-5")).request("cas", "50-00-0")
    assert request["item"] == {"kind": "chemical", "cas": "75-44-5"}


def test_one_question_can_be_carried_without_a_field() -> None:
    """An open question carries everything but itself; with the item goes how it was to be read."""
    asked = Question.of(QueryDict("item=CS&as=smiles&origin=DEU&fact.x=true"))
    assert asked.pairs(without="item") == [("origin", "DEU"), ("fact.x", "true")]
    assert asked.pairs(without="x") == [("item", "CS"), ("as", "smiles"), ("origin", "DEU")]


def test_a_fact_can_be_said_and_taken_back() -> None:
    """A fact is said under its own name, a field of the form under its own."""
    asked = Question().with_fact("x", "true").with_fact("purpose", "medical")
    assert asked.query() == "purpose=medical&fact.x=true"
    assert asked.with_fact("x", "").query() == "purpose=medical"


def test_endless_words_are_refused() -> None:
    """Words longer than any form takes are refused at their field."""
    with pytest.raises(UnreadableValue) as refused:
        Question.of(QueryDict("smiles=" + "C" * 20_001))
    assert refused.value.at == "smiles"
