"""The verbs that look things up, the list of verbs, and their help."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from fullest.cli.main import VERBS, fullest
from fullest.cli.terminal import words
from fullest.errors import FullestError


def run(*given: str) -> Result:
    return CliRunner().invoke(fullest, list(given), catch_exceptions=True)


def found(*given: str) -> Any:
    result = run(*given, "--format", "json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


@pytest.mark.parametrize("verb", list(VERBS))
def test_each_verb_explains_itself(verb: str) -> None:
    """Its help is there, and the list of verbs names it."""
    assert run(verb, "--help").exit_code == 0
    assert verb in run("--help").output


def test_a_state_shows_what_binds_it_on_the_day() -> None:
    """Both sides of a first day."""

    def cwc(day: str) -> bool:
        rows = found("states", "Angola", "--on", day)["standings"]
        return next(bool(row["value"]) for row in rows if row["body"] == "cwc")

    assert (cwc("2015-10-15"), cwc("2015-10-16")) == (False, True)


def test_states_are_listed() -> None:
    """All of them, with their codes."""
    assert "KEN" in {row["iso3"] for row in found("states")}
    assert "Kenya" in run("states").output


def test_a_provision_shows_the_rules_that_execute_it() -> None:
    """And a chapter shows what is below it."""
    assert found("law", "cwc:va/vii/31")[0]["rules"] == [
        {"rule": "cwc-va-7-31", "title": "Schedule 2 chemicals move only between States Parties"}
    ]
    assert len(found("law", "cwc:va/vi/2")) > 1
    assert "executed" in run("law", "cwc:va/vii/31").output


def test_lists_show_what_a_later_day_has_and_an_earlier_had_not() -> None:
    """The four entries of 2020."""
    rows = found("lists", "--on", "2020-06-07", "--since", "2020-06-06")
    assert [row["id"] for row in rows] == ["cwc/1.A.13", "cwc/1.A.14", "cwc/1.A.15", "cwc/1.A.16"]
    assert "no entry" in run("lists", "--on", "2020-06-06", "--since", "2020-06-05").output


def test_an_item_is_identified_on_its_day() -> None:
    """A name, a number, a structure or an entry."""
    assert found("identify", "sarin")["listings"][0]["entry"] == "cwc/1.A.1"
    assert found("identify", "cas:50-78-2", "--on", "2020-01-01")["status"] == "not-listed"
    assert "cwc/2.B.13" in run("identify", "smiles:OCCSCCO", "--lang", "fr").output


@pytest.mark.parametrize(
    "given", [["states", "Nowhere"], ["law", "nothing"], ["law", "cwc:zz"], ["lists", "nothing"], ["identify", ""]]
)
def test_what_is_not_there_is_said_with_a_remedy(given: list[str]) -> None:
    """A look-up that finds nothing is an error, never an empty answer."""
    problem = run(*given).exception
    assert isinstance(problem, FullestError)
    assert problem.hint


def test_both_languages_have_the_same_words() -> None:
    """No word of the command line lacks its French."""
    assert words("en").keys() == words("fr").keys()
    assert all(words("fr").values())
