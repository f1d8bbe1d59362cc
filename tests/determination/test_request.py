"""Reading requests: every wrong field is named with a remedy, and no input, however odd, raises anything else."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullest.asking import open_engine
from fullest.corpus.vocabulary import Fact
from fullest.determination.engine import Engine
from fullest.errors import FullestError, InputError, MissingField, UnknownField, UnknownName, UnreadableValue
from fullest.terms.amount import Amount
from fullest.terms.item import Item
from fullest.terms.party import Party

ENGINE = open_engine()
SOUND: dict[str, Any] = {
    "item": {"kind": "chemical", "name": "thiodiglycol", "cas": "111-48-8", "smiles": "OCCSCCO"},
    "amount": "200 kg", "concentration": "99 %", "origin": "DEU", "destination": "EGY", "via": ["CHE"],
    "received_from": [], "purpose": "industrial", "end_use": "ink", "date": "2026-11-23",
    "parties": [{"role": "end-user", "name": "A press", "country": "EGY"}], "facts": {"packed-for-retail": True},
}  # fmt: skip


def test_a_sound_request_is_read_whole() -> None:
    """Every field has its place."""
    read = ENGINE.read(SOUND)
    assert read.item == Item("chemical", "thiodiglycol", "111-48-8", "OCCSCCO")
    assert (read.origin, read.destination, read.date) == ("DEU", "EGY", date(2026, 11, 23))
    assert (read.via, read.received_from, read.end_use) == (("CHE",), (), "ink")
    assert read.parties == (Party("end-user", "A press", "EGY"),)
    assert read.facts["amount"] == Amount(200 * 10**15, "mass")
    assert read.facts["purpose"] == {"industrial"}
    assert read.facts["packed-for-retail"] is True


@pytest.mark.parametrize(
    ("field", "value", "at", "kind"),
    [
        ("item", None, "item", MissingField),
        ("item", "", "item", MissingField),
        ("item", 5, "item", UnreadableValue),
        ("item", [], "item", UnreadableValue),
        ("item", {}, "item", MissingField),
        ("item", {"kind": "chemical"}, "item", MissingField),
        ("item", {"kind": "spell", "name": "x"}, "item.kind", UnknownName),
        ("item", {"nmae": "x"}, "item.nmae", UnknownField),
        ("item", {"name": 5}, "item.name", UnreadableValue),
        ("item", "smile:CCO", "item", UnknownField),
        ("item", "cas:111-48-9", "item.cas", UnreadableValue),
        ("item", "entry:cwc/9.Z.9", "item.entry", UnknownName),
        ("item", {"inchikey": "XYZ"}, "item.inchikey", UnreadableValue),
        ("origin", None, "origin", MissingField),
        ("origin", " ", "origin", MissingField),
        ("origin", "Ruritania", "origin", UnknownName),
        ("origin", 276, "origin", UnreadableValue),
        ("destination", "Ruritania", "destination", UnknownName),
        ("destination", "DEU", "destination", UnreadableValue),
        ("date", None, "date", MissingField),
        ("date", "2026-11", "date", UnreadableValue),
        ("date", "2026-02-29", "date", UnreadableValue),
        ("date", "23.11.2026", "date", UnreadableValue),
        ("date", 20261123, "date", UnreadableValue),
        ("date", "9999-12-31", "date", UnreadableValue),
        ("via", {"a": 1}, "via", UnreadableValue),
        ("via", ["CHE", "Ruritania"], "via[1]", UnknownName),
        ("via", [5], "via[0]", UnreadableValue),
        ("received_from", ["Ruritania"], "received_from[0]", UnknownName),
        ("end_use", 5, "end_use", UnreadableValue),
        ("end_use", "a\0b", "end_use", UnreadableValue),
        ("end_use", "a" * 200_001, "end_use", UnreadableValue),
        ("parties", "A press", "parties", UnreadableValue),
        ("parties", [5], "parties[0]", UnreadableValue),
        ("parties", [{"role": "end-user"}], "parties[0].name", MissingField),
        ("parties", [{"name": "A press"}], "parties[0].role", MissingField),
        ("parties", [{"role": "poet", "name": "A press"}], "parties[0].role", UnknownName),
        ("parties", [{"role": "bank", "name": "B", "country": "Ruritania"}], "parties[0].country", UnknownName),
        ("parties", [{"role": "bank", "name": "B", "town": "C"}], "parties[0].town", UnknownField),
        ("amount", "200", "amount", UnreadableValue),
        ("amount", 200, "amount", UnreadableValue),
        ("amount", True, "amount", UnreadableValue),
        ("amount", "1,500 kg", "amount", UnreadableValue),
        ("amount", "5 %", "amount", UnknownName),
        ("amount", ["5 kg"], "amount", UnreadableValue),
        ("concentration", "5 kg", "concentration", UnknownName),
        ("concentration", 0.1, "concentration", UnreadableValue),
        ("purpose", "sport", "purpose", UnknownName),
        ("purpose", ["medical", "sport"], "purpose", UnknownName),
        ("purpose", [], "purpose", UnreadableValue),
        ("purpose", True, "purpose", UnreadableValue),
        ("facts", [], "facts", UnreadableValue),
        ("facts", {"packed-for-retial": True}, "facts.packed-for-retial", UnknownField),
        ("facts", {"packed-for-retail": "perhaps"}, "facts.packed-for-retail", UnreadableValue),
        ("facts", {"packed-for-retail": 1}, "facts.packed-for-retail", UnreadableValue),
        ("facts", {"amount": "5 kg"}, "facts.amount", UnknownField),
        ("facts", {"kind": "equipment"}, "facts.kind", UnknownField),
        ("facts", {"received-from-third-state": 1}, "facts.received-from-third-state", UnreadableValue),
        ("concentration", "150 %", "concentration", UnreadableValue),
        ("concentration", "0 %", "concentration", UnreadableValue),
        ("amount", "0 mg", "amount", UnreadableValue),
        ("amuont", "5 kg", "amuont", UnknownField),
    ],
)
def test_a_wrong_field_is_named_with_a_remedy(field: str, value: object, at: str, kind: type[InputError]) -> None:
    """The error has the field's own name, says what is wrong, and what to do."""
    with pytest.raises(InputError) as problem:
        ENGINE.assess(ENGINE.read({**SOUND, field: value}))
    assert (type(problem.value), problem.value.at) == (kind, at)
    assert problem.value.message
    assert problem.value.hint


ASKED = [fact for fact in ENGINE.corpus.vocabulary.facts.values() if not fact.derived]
WRONG: dict[str, object] = {"truth": "perhaps", "amount": "5", "choice": "sport", "choices": ["sport"], "date": "soon"}


@pytest.mark.parametrize("fact", ASKED, ids=lambda fact: str(fact.id))
@pytest.mark.parametrize("value", ["of its own sort", [], {}, 5, 0.5, "\0"])
def test_each_fact_in_turn_may_be_wrong(fact: Fact, value: object) -> None:
    """Whatever the fact, the error names it and its remedy is not empty."""
    given_ = WRONG[fact.sort] if value == "of its own sort" else value
    request = {name: said for name, said in SOUND.items() if name not in ("amount", "concentration", "purpose")}
    with pytest.raises(InputError) as problem:
        ENGINE.read({**request, "facts": {fact.id: given_}})
    assert problem.value.at == f"facts.{fact.id}"
    assert problem.value.hint


def test_a_fact_of_another_kind_of_item_is_refused() -> None:
    """A pump has no concentration; said to be unknown it may stand."""
    pump = {**SOUND, "item": {"kind": "equipment", "name": "pump"}, "amount": None, "facts": {}}
    with pytest.raises(UnknownField) as problem:
        ENGINE.read(pump)
    assert problem.value.at == "concentration"
    assert ENGINE.read({**pump, "concentration": None}).facts["concentration"] is None


@pytest.mark.parametrize("value", [None, "unknown", "Unknown", "inconnu", "?", " unknown "])
def test_unknown_can_be_said_in_several_ways(value: object) -> None:
    """Null and the word are the same."""
    assert ENGINE.read({**SOUND, "amount": value}).facts["amount"] is None


def test_an_empty_field_of_a_form_is_a_fact_left_out() -> None:
    """An empty text says nothing; null says that it is not known."""
    assert "amount" not in ENGINE.read({**SOUND, "amount": ""}).facts
    assert ENGINE.read({**SOUND, "via": "", "facts": None}).via == ()


@pytest.mark.parametrize(
    ("word", "value"), [("yes", True), ("oui", True), ("True", True), ("no", False), ("non", False)]
)
def test_yes_and_no_are_read_in_both_languages(word: str, value: bool) -> None:
    """As forms and tables have them."""
    assert ENGINE.read({**SOUND, "facts": {"packed-for-retail": word}}).facts["packed-for-retail"] is value


@pytest.mark.parametrize("word", ["medical", "Medical", "médicale", " medical "])
def test_an_option_is_read_by_its_name_in_either_language(word: str) -> None:
    """The identifier, or what people call it."""
    assert ENGINE.read({**SOUND, "purpose": word}).facts["purpose"] == {"medical"}


def test_a_broad_option_is_all_that_it_may_be() -> None:
    """`not-prohibited` is every narrow purpose but weapons of any kind."""
    purpose = ENGINE.read({**SOUND, "purpose": "not-prohibited"}).facts["purpose"]
    assert isinstance(purpose, frozenset)
    assert ENGINE.corpus.vocabulary.fact("purpose").narrow - purpose == {"weapons", "nuclear-explosive"}


@pytest.mark.parametrize("state", ["DEU", "DE", "Germany", "germany", "Allemagne", "Deutschland", " DEU "])
def test_a_state_is_read_by_code_or_name(state: str) -> None:
    """In any of the languages that the corpus holds."""
    assert ENGINE.read({**SOUND, "origin": state}).origin == "DEU"


def test_states_passed_through_may_stand_in_one_text() -> None:
    """Commas divide them, as in a table's cell."""
    assert ENGINE.read({**SOUND, "via": "CHE, Italy"}).via == ("CHE", "ITA")


@pytest.mark.parametrize("day", [date(2026, 11, 23), datetime(2026, 11, 23, 5, 0), "2026-11-23"])
def test_a_day_may_be_a_value_of_the_language(day: object) -> None:
    """A Python caller need not write it out."""
    assert ENGINE.read({**SOUND, "date": day}).date == date(2026, 11, 23)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)
FIELDS = st.sampled_from([*SOUND, "facts", "item"])


def survives(engine: Engine, request: dict[str, Any]) -> None:
    """It is read and assessed, or refused with a message."""
    try:
        engine.assess(engine.read(request)).to_dict("fr")
    except InputError as problem:
        assert problem.message
        assert str(problem)


@given(st.dictionaries(st.text(max_size=12) | FIELDS, JSON, max_size=6))
def test_arbitrary_json_raises_nothing_but_an_input_error(request: dict[str, Any]) -> None:
    """Whatever stands under whatever name."""
    survives(ENGINE, request)


@given(FIELDS, JSON)
def test_a_sound_request_with_one_arbitrary_field_raises_nothing_but_an_input_error(field: str, value: Any) -> None:
    """Each field in turn is anything at all."""
    survives(ENGINE, {**SOUND, field: value})


@given(
    st.sampled_from(["name", "cas", "smiles", "inchi", "inchikey", "molfile", "entry", "description", "kind"]),
    st.text(max_size=30) | st.text("CNOPSFcnops()[]=#123456789+-@/\\.%", max_size=30),
)
def test_an_item_with_one_arbitrary_text_raises_nothing_but_an_input_error(field: str, text: str) -> None:
    """Structures that are none included."""
    survives(ENGINE, {**SOUND, "item": {field: text}})


@pytest.mark.parametrize("text", ["\ud800", "smiles:\ud800", "cas:\ud800", "name:\ud800", "entry:\ud800"])
def test_half_a_character_is_refused_or_answered(text: str) -> None:
    """A lone surrogate, which JSON can carry, breaks nothing."""
    try:
        ENGINE.assess(ENGINE.read({**SOUND, "item": text}))
    except FullestError as problem:
        assert isinstance(problem, InputError)
