"""The vocabulary: every fact can be asked, every silence is the strict side, every word has its French."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest

from fullest.corpus import files as door
from fullest.corpus.corpus import open_corpus
from fullest.corpus.files import CorpusFiles
from fullest.corpus.vocabulary import Fact, load_vocabulary
from fullest.determination.request import RequestReader
from fullest.errors import CorpusError, UnknownName
from fullest.language.tree import Among, Compare, Holds, atoms, facts

CORPUS = open_corpus()
FACTS = tuple(CORPUS.vocabulary.facts.values())
ASKED = tuple(fact for fact in FACTS if not fact.derived)


@pytest.mark.parametrize("fact", ASKED, ids=lambda fact: str(fact.id))
def test_a_fact_can_be_asked_in_both_languages(fact: Fact) -> None:
    """The question is there, ends as one, and was translated."""
    assert fact.ask.en.endswith("?")
    assert fact.ask.fr.endswith("\u00a0?") or fact.ask.fr.endswith(" ?")
    assert fact.label.en != fact.label.fr


@pytest.mark.parametrize("fact", [fact for fact in FACTS if fact.sort == "truth"], ids=lambda fact: str(fact.id))
def test_a_truth_has_a_statement_and_its_contrary(fact: Fact) -> None:
    """Both are needed to give a reason."""
    assert all([fact.says.en, fact.says.fr, fact.says_not.en, fact.says_not.fr])
    assert fact.says != fact.says_not


@pytest.mark.parametrize("fact", ASKED, ids=lambda fact: str(fact.id))
def test_an_example_and_a_silence_can_be_read(fact: Fact) -> None:
    """What the vocabulary offers as a value is one."""
    reader = RequestReader(CORPUS, lambda name: False)
    for words in filter(None, (fact.example, fact.unsaid)):
        assert reader.fact(fact, words, fact.id) is not None
    assert bool(fact.assumed.en) == bool(fact.unsaid)


@pytest.mark.parametrize("fact", [fact for fact in FACTS if fact.sort == "amount"], ids=lambda fact: str(fact.id))
def test_an_amount_has_units(fact: Fact) -> None:
    """At least one unit measures what it measures."""
    assert any(unit.dimension == fact.dimension for unit in CORPUS.vocabulary.units.listed)


@pytest.mark.parametrize("fact", [fact for fact in FACTS if fact.options], ids=lambda fact: str(fact.id))
def test_broad_options_cover_narrow_ones_only(fact: Fact) -> None:
    """What an option covers is itself narrow, so that options are compared by what they cover."""
    narrow = {option.id for option in fact.options if option.covers == {option.id}}
    assert fact.narrow == narrow
    assert {option.id for option in fact.options} - narrow == {
        option.id for option in fact.options if len(option.covers) > 1
    }


def test_every_fact_is_asked_by_a_rule() -> None:
    """Nobody is asked what no rule needs; amounts and concentrations are among the facts that are."""
    asked = frozenset().union(*(facts(rule.when) for rule in CORPUS.rules))
    assert {fact.id for fact in FACTS} == asked


def test_kinds_of_facts_and_gaps_are_kinds_of_items() -> None:
    """No fact or gap belongs to a kind that there is not."""
    named = {kind for fact in FACTS for kind in fact.kinds} | {
        kind for gap in CORPUS.vocabulary.gaps for kind in gap.kinds
    }
    assert named <= set(CORPUS.vocabulary.kinds)


def test_the_kinds_a_rule_may_ask_for_are_the_kinds_there_are() -> None:
    """The choice `kind` and the table of kinds hold the same."""
    assert set(CORPUS.vocabulary.kinds) == CORPUS.vocabulary.fact("kind").narrow


def test_an_option_that_there_is_not_is_refused_with_those_there_are() -> None:
    """The hint lists them."""
    with pytest.raises(UnknownName) as problem:
        CORPUS.vocabulary.fact("purpose").option("sport", at="purpose")
    assert "medical" in problem.value.hint


def test_silence_never_lets_an_exemption_apply() -> None:
    """Where nobody spoke of a fact, no exemption that asks it holds: silence is the strict side."""
    reader = RequestReader(CORPUS, lambda name: False)
    silent = {fact.id: reader.fact(fact, fact.unsaid, fact.id) for fact in ASKED if fact.unsaid}
    for rule in CORPUS.rules:
        if rule.kind == "exemption":
            asked = [atom for atom in atoms(rule.when) if isinstance(atom, Holds | Compare | Among)]
            assert any(atom.fact in silent for atom in asked)
            assert not all(holds(atom, silent.get(atom.fact)) for atom in asked), rule.id


def holds(atom: Holds | Compare | Among, value: object) -> bool:
    """Whether an atom holds for a value that silence gives."""
    if isinstance(atom, Compare):
        base, limit = getattr(value, "base", 0), getattr(atom.constant, "base", 0)
        return bool(base <= limit) if atom.operator == "<=" else bool(base < limit)
    return value is True


# What keeps a vocabulary from loading.


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("units", 'size = "1000"', 'size = "a thousand"', "as a size"),
        ("units", 'size = "1000"', 'size = "1/0"', "as a size"),
        ("sentences", 'fr = "libre"\n', "", '"rung.free" has no words in "fr"'),
        ("facts", 'type = "choice"', 'type = "number"', '"number" is no "type"'),
        ("facts", 'label.fr = "la fin poursuivie"\n', "", '"label" has no words in "fr"'),
        ("facts", '"agricultural", "research"', '"agricultural", "sport"', "covers options that there are not"),
        ("facts", 'id = "amount"', 'id = "purpose"', 'two facts with the identifier "purpose"'),
        ("papers", 'cites = "cwc:va/vi/5"', 'cites = "cwc"', 'cannot read "cwc" as a citation'),
        ("not-looked-at", 'layer = "national"', 'layer = "local"', '"local" is no "layer"'),
        ("kinds", 'label.fr = "matière"', "", '"label" has no words in "fr"'),
    ],
)
def test_a_wrong_vocabulary_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, old: str, new: str, message: str
) -> None:
    """Each slip is a corpus error that says which."""
    source = Path(str(files("fullest.corpus"))) / "data" / "vocabulary"
    (tmp_path / "data" / "vocabulary").mkdir(parents=True)
    for file in source.iterdir():
        text = file.read_text(encoding="utf-8")
        if file.stem == name:
            assert old in text
            text = text.replace(old, new, 1)
        (tmp_path / "data" / "vocabulary" / file.name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(door, "files", lambda package: tmp_path)
    with pytest.raises(CorpusError) as problem:
        load_vocabulary(CorpusFiles())
    assert message in problem.value.message


def test_a_fact_of_some_kinds_does_not_apply_to_others() -> None:
    """A fact without kinds applies to all."""
    fact = FACTS[0]
    assert replace(fact, kinds=frozenset({"chemical"})).applies_to("chemical")
    assert not replace(fact, kinds=frozenset({"chemical"})).applies_to("equipment")
    assert replace(fact, kinds=frozenset()).applies_to("equipment")
