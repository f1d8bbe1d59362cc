"""Golden sentences: the answer as it is read aloud, in English and in French."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from fullest.determination.engine import Engine

GOLDEN = tomllib.loads((Path(__file__).parent / "sentences.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", list(GOLDEN))
def test_the_answer_in_one_sentence(engine: Engine, name: str) -> None:
    """Item, amount, both States, the day, and why, with the paragraph."""
    found = engine.assess(engine.read({**GOLDEN[name]["request"], "date": "2026-11-23"}))
    assert (found.sentence.en, found.sentence.fr) == (GOLDEN[name]["en"], GOLDEN[name]["fr"])


@pytest.mark.parametrize(
    ("request_", "bounds"),
    [
        ({"item": "phosgene", "origin": "DEU", "destination": "ISR"}, ("assure", "forbidden")),
        ({"item": "foobarium", "origin": "DEU", "destination": "NLD", "purpose": "medical"}, ("free", "forbidden")),
    ],
)
def test_an_open_answer_says_both_its_bounds(
    engine: Engine, request_: dict[str, object], bounds: tuple[str, str]
) -> None:
    """What is sure to be asked, and what may be."""
    sentence = engine.assess(engine.read({**request_, "date": "2026-11-23"})).sentence.en
    assert sentence.startswith("Not decided yet")
    assert f"between {bounds[0]} and {bounds[1]}" in sentence


def test_no_sentence_says_a_thing_twice(engine: Engine) -> None:
    """A condition that a rule shares with its exception is told once, with single spaces."""
    said = {"item": "sarin", "amount": "1 g", "origin": "DEU", "destination": "NLD", "purpose": "protective"}
    sentence = engine.assess(engine.read({**said, "date": "2026-11-23"})).sentence.en
    parts = [part.strip(". ") for part in sentence.split(". ")]
    assert len(parts) == len(set(parts))
    assert "  " not in sentence
