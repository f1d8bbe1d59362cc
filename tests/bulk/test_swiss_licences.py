"""The real Swiss licences: frozen after they were looked at, as docs/examples/swiss-licences.md tells."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from fullest.bulk.mapping import TableMapping
from fullest.bulk.mapping_file import load_mapping, read_mapping
from fullest.bulk.run import Answered, assess_rows
from fullest.bulk.source import open_table
from fullest.bulk.summary import Summary, span_of
from fullest.bulk.table import Part
from fullest.determination.engine import Engine

pytestmark = pytest.mark.shared

ELIC, TRACKER = load_mapping("ch-seco-elic"), load_mapping("ch-seco-tracker")
FIRST, SECOND = "tracker_1997-01-01_2011-12-31.csv", "tracker_2012-01-01_2014-09-30_dual-use.csv"
AGAIN = "tracker_2012-01_2014-09_semicolon-german.csv"
"""The rows of SECOND in the publisher's own layout; not counted twice."""


@pytest.fixture(scope="module")
def folder(shared_data: Path) -> Path:
    """Where the files lie."""
    return shared_data / "licensing-statistics" / "ch-seco-individual-licences"


def files(folder: Path) -> list[tuple[TableMapping, Path]]:
    """The files that are counted, with their mappings."""
    return [(TRACKER, folder / FIRST), (TRACKER, folder / SECOND), *((ELIC, path) for path in periods(folder))]


def periods(folder: Path) -> list[Path]:
    """The files of a period or a year."""
    return sorted(folder.glob("elic_*.csv"))


def answers(engine: Engine, mapping: TableMapping, path: Path) -> list[Answered]:
    """The answers to one file."""
    with open_table(path) as table:
        return list(assess_rows(engine, table.rows, mapping.form_of(table)))


@pytest.fixture(scope="module")
def answered(engine: Engine, folder: Path) -> list[Answered]:
    """The answers to all files that are counted."""
    return [one for mapping, path in files(folder) for one in answers(engine, mapping, path)]


@pytest.fixture(scope="module")
def counts(answered: list[Answered]) -> dict[str, dict[str, int]]:
    """Their counts."""
    summary = Summary()
    assert len(list(summary.counting(answered))) == len(answered)
    return summary.to_dict()


def test_every_row_is_accounted_for(counts: dict[str, dict[str, int]]) -> None:
    """Three rows cannot be read, and all others are answered or of another matter."""
    assert counts["status"] == {"left-out": 49579, "answered": 736, "unreadable": 3}
    assert counts["left_out"] == {
        "no code of the Chemical Weapons Convention": 26781,
        "not licensed as a chemical of the Chemical Weapons Convention": 22798,
    }


def test_outcomes(counts: dict[str, dict[str, int]]) -> None:
    """Nothing is forbidden for sure."""
    assert counts["outcome"] == {
        "notify": 437,
        "notify..forbidden": 197,
        "notify..assure": 73,
        "assure": 29,
    }


def test_deciding_rules(counts: dict[str, dict[str, int]]) -> None:
    """A question mark: under some answers only."""
    assert counts["rule"] == {
        "cwc-va-8-1": 439,
        "cwc-va-6-2-d?": 196,
        "cwc-va-6-3?": 196,
        "cwc-va-6-5": 196,
        "cwc-va-6-6": 196,
        "cwc-va-8-26?": 73,
        "cwc-va-7-1": 72,
        "cwc-va-8-26": 29,
        "cwc-va-7-31?": 1,
    }


def test_entries(counts: dict[str, dict[str, int]]) -> None:
    """Every code became an entry of the edition of its day."""
    assert counts["entry"] == {
        "cwc/3.B.17": 231, "cwc/3.B.14": 209, "cwc/1.A.1": 74, "cwc/2.B.4": 47, "cwc/1.A.3": 43, "cwc/1.A.5": 25,
        "cwc/2.B.10": 19, "cwc/1.A.4": 14, "cwc/1.A.8": 13, "cwc/1.A.2": 12, "cwc/3.B.16": 11, "cwc/1.A.6": 10,
        "cwc/3.B.5": 9, "cwc/2.B.9": 3, "cwc/3.B.6": 3, "cwc/1.A.14": 2, "cwc/2.B.13": 2, "cwc/3.B.11": 2,
        "cwc/3.B.7": 2, "cwc/1.A.13": 1, "cwc/1.A.15": 1, "cwc/1.B.9": 1, "cwc/2.B.11": 1, "cwc/3.B.9": 1,
    }  # fmt: skip


def test_destinations_by_outcome(answered: list[Answered]) -> None:
    """Where more than notice is or may be asked for, by Schedule and destination."""
    found = Counter(
        (span_of(one.verdict), one.verdict.entries[0][4], one.verdict.destination)
        for one in answered
        if one.verdict and span_of(one.verdict) != "notify"
    )
    assert found == {
        ("assure", "3", "ISR"): 29,
        ("notify..assure", "3", "TWN"): 73,
        ("notify..forbidden", "2", "TWN"): 1,
        ("notify..forbidden", "1", "NLD"): 142,
        ("notify..forbidden", "1", "DEU"): 13,
        ("notify..forbidden", "1", "CZE"): 10,
        ("notify..forbidden", "1", "HRV"): 10,
        ("notify..forbidden", "1", "CHE"): 9,
        ("notify..forbidden", "1", "MYS"): 7,
        ("notify..forbidden", "1", "AUT"): 2,
        ("notify..forbidden", "1", "PRT"): 2,
        ("notify..forbidden", "1", "BEL"): 1,
    }


def test_the_standing_of_destinations(engine: Engine, answered: list[Answered]) -> None:
    """Israel is no party, the standing of Taiwan is unknown, and all others are parties on the day."""
    standing = Counter(
        (engine.corpus.memberships.standing(one.verdict.destination, "cwc", one.verdict.date).value, place)
        for one in answered
        if one.verdict
        for place in [one.verdict.destination if one.verdict.destination in ("ISR", "TWN") else "others"]
    )
    assert standing == {(False, "ISR"): 29, (None, "TWN"): 74, (True, "others"): 633}


def test_the_unreadable_rows_are_these(answered: list[Answered]) -> None:
    """Two name Switzerland as the end user's country, and one a code that is not of the Schedules."""
    found = [
        (one.line, one.problem.message, one.problem.at)
        for one in answered
        if one.status == "unreadable" and one.problem
    ]
    assert found == [
        (1996, "origin and destination are one State, or parts of one State", "destination"),
        (3656, "origin and destination are one State, or parts of one State", "destination"),
        (586, 'cannot read "2E.1"', 'column "Exportkontrollnummer [EKN]"'),
    ]


def test_counts_with_the_concentration_left_open(engine: Engine, folder: Path) -> None:
    """The other reading: a row may be for a dilute mixture."""
    summary = Summary()
    for mapping, path in files(folder):
        for one in answers(engine, mapping.leaving_open("concentration"), path):
            summary.add(one)
    assert summary.to_dict()["outcome"] == {
        "free..notify": 430,
        "notify..forbidden": 196,
        "free..assure": 94,
        "assure": 8,
        "notify": 7,
        "free..forbidden": 1,
    }


def test_the_day_within_the_period_decides_nothing(engine: Engine, folder: Path) -> None:
    """On the first day of its period every row has the answer that it has on the last."""
    text = Path(__file__).resolve().parents[2] / "src/fullest/bulk/mappings/ch-seco-elic.toml"
    first = read_mapping(text.read_text("utf-8").replace('from_name = "last"', 'from_name = "first"'), "first.toml")
    assert first.fields != ELIC.fields
    for path in periods(folder):
        pairs = zip(answers(engine, first, path), answers(engine, ELIC, path), strict=True)
        assert [(path.name, one.line) for one, other in pairs if undated(one) != undated(other)] == []


def undated(answered: Answered) -> object:
    """An answer without its day."""
    verdict = answered.verdict
    return answered.status, verdict and (verdict.outcome, verdict.entries, verdict.deciding, verdict.facilitates)


def test_two_layouts_of_the_same_rows_agree(folder: Path) -> None:
    """Other delimiter, other days, other headers: the same requests."""
    assert [part.request for part in parts(folder / SECOND)] == [part.request for part in parts(folder / AGAIN)]


def parts(path: Path) -> list[Part]:
    """The parts of one file."""
    with open_table(path) as table:
        form = TRACKER.form_of(table)
        return [part for row in table.rows for part in form.parts(row)]
