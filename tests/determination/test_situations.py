"""Situations: transfers in, determinations with their citations out. See tests/situations/README.md."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from fullest.determination.engine import Engine

FOLDER = Path(__file__).parents[1] / "situations"
WORDS = {"outcome", "cites", "silent", "duties", "facilitates", "questions", "assumed", "entries", "item"}
SITUATIONS = [
    pytest.param(situation, id=f"{file.stem}: {situation['name']}")
    for file in sorted(FOLDER.glob("*.toml"))
    for situation in tomllib.loads(file.read_text(encoding="utf-8"))["situation"]
]


@pytest.fixture
def ask(
    engine: Engine, engine_with: Callable[[Mapping[str, frozenset[str]]], Engine]
) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """The answer to a situation."""

    def asked(situation: dict[str, Any]) -> dict[str, Any]:
        standing = {code: frozenset(bodies) for code, bodies in situation.get("standing", {}).items()}
        chosen = engine_with(standing) if standing else engine
        return chosen.assess(chosen.read(situation["transfer"])).to_dict("en")

    return asked


@pytest.mark.parametrize("situation", SITUATIONS)
def test_a_situation_is_answered_as_it_says(
    situation: dict[str, Any], ask: Callable[[dict[str, Any]], dict[str, Any]]
) -> None:
    """Everything that the situation expects is so, and nothing it expects is misspelt."""
    expect, answer = situation["expect"], ask(situation)
    assert expect
    assert set(expect) <= WORDS
    assert {word: shown(word, answer, expect) for word in expect} == {
        word: wanted(word, value) for word, value in expect.items()
    }


def wanted(word: str, value: Any) -> Any:
    """What a situation expects, in the words of the answer."""
    if word == "outcome":
        return value if isinstance(value, list) else [value, value]
    if word in ("cites", "facilitates", "assumed", "entries"):
        return sorted(value)
    return [] if word == "silent" else [plain(duty) for duty in value] if word == "duties" else value


def shown(word: str, answer: Mapping[str, Any], expect: Mapping[str, Any]) -> Any:
    """What the answer says in answer to one word of a situation."""
    cited = {duty["cites"] for duty in answer["duties"]}
    match word:
        case "outcome":
            binding = answer["layers"]["binding"]
            return [binding["at_least"], binding["at_most"]]
        case "cites":
            return sorted(set(expect[word]) & cited)
        case "silent":
            return sorted(set(expect[word]) & cited)
        case "duties":
            return [found(plain(duty), answer) for duty in expect[word]]
        case "facilitates":
            return sorted({duty["cites"] for duty in answer["facilitates"] if duty["certain"]})
        case "questions":
            return [question["fact"] for question in answer["questions"]]
        case "assumed":
            return sorted(one["fact"] for one in answer["assumed"])
        case "entries":
            return sorted(entry["id"] for entry in answer["entries"] if entry["certain"])
        case _:
            return answer["item"]["status"]


def found(duty: Mapping[str, Any], answer: Mapping[str, Any]) -> Any:
    """The duty of the answer that is as expected; where there is none, those of the same provision."""
    same = [{name: one[name] for name in duty} for one in answer["duties"] if one["cites"] == duty["cites"]]
    return duty if duty in same else same


def plain(duty: Mapping[str, Any]) -> dict[str, Any]:
    """A duty with its day as the answer writes it."""
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in duty.items()}


def test_no_two_situations_have_the_same_name() -> None:
    """Each can be pointed at."""
    names = [one.id for one in SITUATIONS]
    assert len(names) == len(set(names))
    assert len(names) > 60
