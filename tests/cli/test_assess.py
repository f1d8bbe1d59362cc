"""`fullest assess`: options, requests, files, and what goes wrong."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from fullest.cli.main import fullest, main
from fullest.errors import FullestError

TDG = ["--item", "thiodiglycol", "--amount", "200 kg", "--from", "Germany", "--to", "Egypt", "--date", "2026-11-23"]
REQUEST = {
    "item": "aspirin", "origin": "DEU", "destination": "KEN", "date": "2026-11-23", "purpose": "medical",
    "facts": {"for-a-non-state-actor-seeking-weapons": True},
}  # fmt: skip


def run(*words: str, given: str | None = None) -> Result:
    return CliRunner().invoke(fullest, ["assess", *words], input=given, catch_exceptions=True)


def answer(*words: str, given: str | None = None) -> Any:
    result = run(*words, "--format", "json", given=given)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def problem(*words: str, given: str | None = None) -> FullestError:
    found = run(*words, given=given).exception
    assert isinstance(found, FullestError)
    return found


def test_options_describe_a_transfer() -> None:
    """The answer is the one of every door."""
    found = answer(*TDG, "--purpose", "industrial")
    assert found["layers"]["binding"] == {"at_least": "forbidden", "at_most": "forbidden"}
    assert found["duties"][0]["cites"] == "cwc:va/vii/31"


def test_a_request_file_is_read(tmp_path: Path) -> None:
    """JSON in, the same words."""
    path = tmp_path / "request.json"
    path.write_text(json.dumps(REQUEST))
    assert answer(str(path))["outcome"]["at_least"] == "forbidden"


def test_standard_input_is_read() -> None:
    """A dash stands for it."""
    assert answer("-", given=json.dumps({**REQUEST, "facts": {}}))["outcome"]["at_most"] == "free"


def test_options_are_laid_over_a_request_and_its_facts_stay() -> None:
    """A fact on the command line takes none of the request's away."""
    found = answer("-", "--fact", "packed-for-retail=no", given=json.dumps(REQUEST))
    assert found["outcome"]["at_least"] == "forbidden"
    assert found["transfer"]["facts"] == {"for-a-non-state-actor-seeking-weapons": True, "packed-for-retail": False}


def test_an_item_of_another_kind_keeps_what_describes_it() -> None:
    """The number stays a number."""
    found = answer(
        "--item", "cas:7782-42-5", "--kind", "material", "--from", "DEU", "--to", "KEN", "--purpose", "research"
    )
    assert found["transfer"]["item"] == {"kind": "material", "cas": "7782-42-5"}
    assert found["item"]["name"] == "Graphite"


@pytest.mark.parametrize(
    ("words", "at"),
    [
        (["--fact", "packed-for-retail"], "--fact"),
        (["--fact", "=yes"], "--fact"),
        (["--fact", "packed-for-retail=yes", "--fact", "packed-for-retail=no"], "--fact"),
        (["--amount", "5"], "amount"),
        (["--amount", "0 mg"], "amount"),
        (["--concentration", "150 %"], "concentration"),
        (["--purpose", "sport"], "purpose"),
        (["--via", "Nowhere"], "via[0]"),
    ],
)
def test_a_wrong_option_is_named_with_a_remedy(words: list[str], at: str) -> None:
    """Nothing is guessed."""
    found = problem(*TDG, *words)
    assert found.at == at
    assert found.hint


@pytest.mark.parametrize("text", ["{", "[]", '"a"', "", '{"item": "sarin", "item": "aspirin"}'])
def test_what_is_no_request_is_refused(text: str) -> None:
    """With the form that a request has."""
    assert problem("-", given=text).hint


def test_an_error_exits_with_two_and_writes_no_answer(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error goes to standard error, with its place and remedy."""
    monkeypatch.setattr("sys.argv", ["fullest", "assess", "--item", "aspirin", "--from", "Germny", "--to", "Kenya"])
    with pytest.raises(SystemExit) as ended:
        main()
    said = capsys.readouterr()
    assert ended.value.code == 2
    assert said.out == ""
    assert "at   origin" in said.err
    assert "Germany" in said.err


@pytest.mark.parametrize(("language", "word"), [("en", "forbidden"), ("fr", "interdit")])
def test_the_text_is_in_the_language_asked_for(language: str, word: str) -> None:
    """Sentence, rung and reasons."""
    result = run(*TDG, "--purpose", "industrial", "--lang", language)
    assert result.exit_code == 0
    assert word in result.output
    assert "cwc:va/vii/31" in result.output


def test_reasons_are_shown_for_every_duty_when_asked() -> None:
    """Without the option, for the one that decides."""
    plain, all_of_them = run(*TDG), run(*TDG, "--reasons")
    assert all_of_them.output.count("├──") > plain.output.count("├──")


def test_a_file_of_transfers_is_answered_row_by_row(tmp_path: Path) -> None:
    """Bad rows stand in the output with their reason."""
    questions, answers = tmp_path / "in.csv", tmp_path / "out.csv"
    questions.write_text(
        "item,origin,destination,date,purpose\naspirin,DEU,KEN,2026-11-23,medical\naspirin,DEU,Nowhere,2026-11-23,\n"
    )
    result = run(str(questions), "--out", str(answers))
    assert result.exit_code == 0, result.output
    rows = list(csv.DictReader(answers.read_text().splitlines()))
    assert [(row["status"], row["outcome_at_most"]) for row in rows] == [("answered", "free"), ("unreadable", "")]
    assert rows[1]["at"] == "destination"


def test_the_answers_never_overwrite_the_questions(tmp_path: Path) -> None:
    """The input stays as it was."""
    questions = tmp_path / "in.csv"
    questions.write_text("item,origin,destination,date\naspirin,DEU,KEN,2026-11-23\n")
    before = questions.read_text()
    assert problem(str(questions), "--out", str(questions)).at == "--out"
    assert questions.read_text() == before


def test_only_a_mapping_has_fields_to_leave_open(tmp_path: Path) -> None:
    """The option without one is refused."""
    questions = tmp_path / "in.csv"
    questions.write_text("item,origin,destination,date\naspirin,DEU,KEN,2026-11-23\n")
    assert problem(str(questions), "--leave-open", "concentration").at == "--leave-open"


@pytest.mark.parametrize(
    ("language", "holder"), [("en", "held by: first reading"), ("fr", "soutenue par : première lecture")]
)
def test_a_contested_reading_is_shown_with_who_holds_it(language: str, holder: str) -> None:
    """Both sides of the quarrel, at the same size."""
    route = ["--from", "DEU", "--to", "KEN", "--date", "2026-11-23", "--purpose", "medical"]
    assert holder in " ".join(run("--item", "aspirin", *route, "--lang", language).output.split())
