"""The answer as the doors show it."""

from __future__ import annotations

import json

import pytest

from fullest.determination.engine import Engine

MIXTURE: dict[str, object] = {
    "item": "thiodiglycol", "amount": "200 kg", "concentration": "8 %", "origin": "DEU", "destination": "EGY",
    "purpose": "industrial", "date": "2026-11-23",
}  # fmt: skip


@pytest.mark.parametrize("name", ["amount", "concentration", "purpose"])
def test_what_was_said_to_be_unknown_is_written_out_as_unknown(engine: Engine, name: str) -> None:
    """Null stays null: left out it would be silence, and silence may mean something."""
    found = engine.assess(engine.read({**MIXTURE, name: None}))
    said = found.to_dict()["transfer"]
    assert isinstance(said, dict)
    assert said[name] is None
    assert engine.assess(engine.read(said)).outcome == found.outcome


@pytest.mark.parametrize("value", [None, True, False])
def test_every_other_fact_is_written_out_as_it_was_said(engine: Engine, value: bool | None) -> None:
    """No is not silence either."""
    said = engine.assess(engine.read({**MIXTURE, "facts": {"packed-for-retail": value}})).to_dict()["transfer"]
    assert isinstance(said, dict)
    assert said["facts"] == {"packed-for-retail": value}


def test_the_transfer_keeps_the_words_of_its_amounts(engine: Engine) -> None:
    """What was said in pounds is shown in pounds, and a broad purpose as that."""
    request = {**MIXTURE, "amount": "440 lb", "purpose": "not-prohibited", "end_use": "ink", "via": ["Switzerland"]}
    said = engine.assess(engine.read(request)).to_dict()["transfer"]
    assert isinstance(said, dict)
    assert (said["amount"], said["purpose"], said["end_use"], said["via"]) == (
        "440 lb",
        "not-prohibited",
        "ink",
        ["CHE"],
    )


@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_answer_of_1999_says_nothing_of_a_later_edition(engine: Engine, language: str) -> None:
    """Lists are called what the edition of the day calls them."""
    answer = engine.assess(engine.read({**MIXTURE, "date": "1999-06-01"})).to_dict("fr" if language == "fr" else "en")
    assert "2020" not in json.dumps(answer["duties"])
    assert "2020" in json.dumps(engine.assess(engine.read(MIXTURE)).to_dict()["duties"])


def test_states_of_transit_are_not_looked_at_only_where_there_are_any(engine: Engine) -> None:
    """The answer says what it passed over, and only what there was."""
    without, with_ = (engine.assess(engine.read({**MIXTURE, "via": via})) for via in ([], ["CHE"]))
    assert {gap.id for gap in with_.not_looked_at} - {gap.id for gap in without.not_looked_at} == {"transit"}


def test_a_rule_that_nobody_verified_is_named(engine: Engine) -> None:
    """And that a competent authority decides is said every time."""
    found = engine.assess(engine.read({**MIXTURE, "purpose": "weapons", "item": "ricin"}))
    notices = [notice.en for notice in found.notices]
    assert any("bwc-iii" in notice for notice in notices)
    assert any("competent authority decides" in notice for notice in notices)


def test_a_standing_that_nobody_knows_leaves_the_answer_open_and_is_said(engine: Engine) -> None:
    """Taiwan's standing is contested: neither a party nor no party is assumed."""
    request = {"item": "phosgene", "origin": "DEU", "destination": "TWN", "purpose": "industrial", "date": "2026-11-23"}
    found = engine.assess(engine.read(request))
    assert [rung.name for rung in (found.outcome.at_least, found.outcome.at_most)] == ["notify", "assure"]
    assert found.questions == ()
    assert any("cannot tell whether" in notice.en for notice in found.notices)
