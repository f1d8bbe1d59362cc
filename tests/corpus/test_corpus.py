"""The corpus as a whole: it opens, every citation resolves, and an overlay adds a measure that answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from fullest.asking import assess, open_engine
from fullest.corpus.__main__ import main
from fullest.corpus.corpus import Corpus, open_corpus
from fullest.errors import CorpusError
from fullest.terms.outcome import Outcome, Rung

MEASURE = """\
[source]
publisher = "The Ministry of an invented State"
official = false
address = ""
verified = false
note = "For a test."

[[rule]]
id = "toy-national"
kind = "restraint"
title.en = "A licence is needed for Schedule 3 chemicals"
title.fr = "Une licence est requise pour les produits du tableau 3"
cites = "cwc:va/viii/26"
from = 2020-01-01
until = 2030-01-01
layer = "national"
bearer = "origin"
{more}
when = "item in cwc/schedule-3 and amount > 10 kg"
effect = "authorise"
verified = false
"""
REQUEST = {
    "item": "entry:cwc/3.A.1", "amount": "11 kg", "origin": "DEU", "destination": "NLD", "purpose": "industrial",
    "date": "2026-11-23",
}  # fmt: skip


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """The corpus that comes with the package."""
    return open_corpus()


def overlay(folder: Path, more: str = "") -> Path:
    """A folder with one national measure."""
    (folder / "rules").mkdir()
    (folder / "rules" / "toy.toml").write_text(MEASURE.format(more=more), encoding="utf-8")
    return folder


def test_an_overlay_adds_a_national_measure_that_answers(tmp_path: Path) -> None:
    """The measure fires in its own layer, and the binding layer is what it was."""
    before, after = assess(REQUEST), assess(REQUEST, engine=open_engine(overlay(tmp_path)))
    authorise = Outcome(Rung.authorise, Rung.authorise)
    assert after.layers == {**before.layers, "national": authorise}
    assert [duty.rule.id for duty in after.duties if duty.rule.layer == "national"] == ["toy-national"]
    assert before.layers["national"] is None
    assert before.digest != after.digest


@pytest.mark.parametrize(
    ("changed", "outcome"),
    [
        ({"amount": "10 kg"}, "free"),
        ({"date": "2019-12-31"}, None),
        ({"date": "2020-01-01"}, "authorise"),
        ({"date": "2029-12-31"}, "authorise"),
        ({"date": "2030-01-01"}, None),
    ],
)
def test_an_overlay_answers_on_its_own_days_and_limits(
    tmp_path: Path, changed: dict[str, str], outcome: str | None
) -> None:
    """Outside its days the layer was not looked at; inside them it may ask for nothing."""
    found = assess({**REQUEST, **changed}, engine=open_engine(overlay(tmp_path))).layers["national"]
    assert (found.at_least.name if found else None) == outcome
    assert found is None or found.decided


def test_a_measure_of_others_is_not_a_look_at_the_national_layer(tmp_path: Path) -> None:
    """Between States that the measure does not bind, the national layer was not looked at: it is not free."""
    engine = open_engine(overlay(tmp_path, 'bound_by = "eu"'))
    bound = assess(REQUEST, engine=engine)
    unbound = assess({**REQUEST, "origin": "BRA", "destination": "ARG"}, engine=engine)
    assert bound.layers["national"] is not None
    assert unbound.layers["national"] is None
    assert "national" in {gap.id for gap in unbound.not_looked_at}


def test_every_citation_of_rules_papers_entries_and_readings_resolves(corpus: Corpus) -> None:
    """Nothing points to a provision that the corpus does not hold."""
    cited = [citation for rule in corpus.rules for citation in (rule.cites, *rule.also)]
    cited += [paper.cites for paper in corpus.vocabulary.papers.values()]
    cited += [entry.cites for entry in corpus.lists.entries()]
    cited += [reading.cites for reading in corpus.readings]
    assert [str(one) for one in cited if corpus.instruments.find_provision(one) is None] == []


def test_every_executed_provision_is_cited(corpus: Corpus) -> None:
    """What is marked executed is executed by a rule or stands in an entry."""
    cited = {citation for rule in corpus.rules for citation in (rule.cites, *rule.also)}
    cited |= {entry.cites for entry in corpus.lists.entries()}
    executed = {
        provision.citation
        for instrument in corpus.instruments
        for provision in instrument.provisions
        if provision.status == "executed"
    }
    assert executed <= cited
    assert executed


def test_a_reading_that_cites_nothing_known_is_refused(tmp_path: Path) -> None:
    """A reading's citation is checked like a rule's."""
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "toy.toml").write_text(
        '[[reading]]\nid = "r"\ncites = "cwc:nowhere"\ntitle.en = "a"\ntitle.fr = "b"\nsays.en = "a"\nsays.fr = "b"\n'
        "verified = false\n", encoding="utf-8",
    )  # fmt: skip
    with pytest.raises(CorpusError, match='no instrument has a provision "cwc:nowhere"'):
        open_corpus(tmp_path)


def test_opening_the_corpus_by_hand_says_what_it_holds(capsys: pytest.CaptureFixture[str], corpus: Corpus) -> None:
    """One line with the counts, one with the digest, and exit code 0."""
    assert main() == 0
    out = capsys.readouterr().out
    assert f"{len(corpus.rules)} rules" in out
    assert corpus.digest in out
