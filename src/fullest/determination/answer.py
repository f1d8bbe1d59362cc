"""The answer as all doors give it: plain values, in one language."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from fullest.corpus.corpus import Corpus
from fullest.corpus.rules import LAYERS, Reading
from fullest.corpus.vocabulary import Fact
from fullest.determination.duty import Duty
from fullest.determination.request import TOP_FACTS
from fullest.terms.text import Language, Text
from fullest.terms.transfer import FactValue, Transfer

if TYPE_CHECKING:
    from fullest.determination.determination import Determination, Question


def answer_of(found: Determination, language: Language) -> dict[str, object]:
    """Every part of a determination as JSON can hold it."""
    looked_at = [layer for layer in LAYERS if found.layers[layer] is not None]
    layers = {layer: outcome.to_dict() if outcome else None for layer, outcome in found.layers.items()}
    return {
        "sentence": found.sentence[language],
        "outcome": {**found.outcome.to_dict(), "of": looked_at},
        "layers": layers,
        "item": found.identification.to_dict(language),
        "entries": _entries(found, language),
        "duties": [_duty(found, duty, language) for duty in found.duties],
        "facilitates": [_duty(found, duty, language) for duty in found.facilitates],
        "questions": [_question(question, language) for question in found.questions],
        "assumed": [
            {"fact": fact.id, "says": fact.assumed[language], "ask": fact.ask[language]} for fact in found.assumed
        ],
        "not_looked_at": [{"what": gap.id, "says": gap.says[language]} for gap in found.not_looked_at],
        "readings": [_reading(reading, language) for reading in found.readings],
        "notices": [notice[language] for notice in found.notices],
        "untranslatable": _untranslatable(found, language),
        "origin": _state(found, found.transfer.origin, language),
        "destination": _state(found, found.transfer.destination, language),
        "transfer": dict(found.said),
        "date": found.day.isoformat(),
        "corpus": found.digest,
    }


def _entries(found: Determination, language: Language) -> list[dict[str, object]]:
    return [
        {
            "id": listing.entry.id, "title": listing.entry.title[language], "cites": str(listing.entry.cites),
            "because": listing.because[language], "certain": listing.certain,
        }
        for listing in found.identification.listings
    ]  # fmt: skip


def _duty(found: Determination, duty: Duty, language: Language) -> dict[str, object]:
    rule = duty.rule
    return {
        "rule": rule.id, "title": rule.title[language], "kind": rule.kind, "layer": rule.layer,
        "holder": duty.holder, "holder_name": found.names[duty.holder][language],
        "effect": rule.effect.name if rule.effect is not None else None,
        "cites": str(rule.cites), "also": [str(citation) for citation in rule.also], "says": duty.says[language],
        "asks": rule.asks[language], "papers": list(rule.papers), "papers_say": _papers(found, rule.papers, language),
        "due": duty.due.isoformat() if duty.due else None,
        "due_says": _due_says(found, rule.id, language), "certain": duty.certain, "verified": rule.verified,
        "because": duty.because.to_dict(language),
    }  # fmt: skip


def _papers(found: Determination, papers: tuple[str, ...], language: Language) -> list[dict[str, object]]:
    said = ((paper, *found.papers[paper]) for paper in papers)
    return [
        {"id": paper, "title": title[language], "points": [point[language] for point in points]}
        for paper, title, points in said
    ]


def _due_says(found: Determination, rule: str, language: Language) -> str:
    return found.due_words[rule][language] if rule in found.due_words else ""


def _question(question: Question, language: Language) -> dict[str, object]:
    return {
        "fact": question.fact, "ask": question.ask[language], "help": question.help[language], "type": question.sort,
        "options": [{"value": value, "says": _capital(says[language])} for value, says in question.options],
        "example": question.example,
    }  # fmt: skip


def _reading(reading: Reading, language: Language) -> dict[str, object]:
    return {
        "id": reading.id, "title": reading.title[language], "says": reading.says[language],
        "held_by": [holder[language] for holder in reading.held_by], "cites": str(reading.cites),
        "verified": reading.verified,
    }  # fmt: skip


def _untranslatable(found: Determination, language: Language) -> list[dict[str, str]]:
    said: dict[str, Text] = {
        duty.rule.id: duty.rule.untranslatable
        for duty in (*found.duties, *found.facilitates) if duty.rule.untranslatable
    }  # fmt: skip
    return [{"rule": rule, "says": text[language]} for rule, text in said.items()]


def _state(found: Determination, iso3: str, language: Language) -> dict[str, str]:
    return {"iso3": iso3, "name": found.names[iso3][language]}


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def transfer_words(transfer: Transfer, corpus: Corpus) -> dict[str, object]:
    """The transfer as a request that gives the same answer again."""
    item = {field.name: getattr(transfer.item, field.name) for field in fields(transfer.item)}
    facts = {name: _fact_words(corpus.vocabulary.fact(name), value) for name, value in transfer.facts.items()}
    request: dict[str, object] = {
        "item": {name: value for name, value in item.items() if value},
        **{name: facts.pop(name) for name in TOP_FACTS if name in facts},
        "origin": transfer.origin, "destination": transfer.destination, "date": transfer.date.isoformat(),
        "via": list(transfer.via), "received_from": list(transfer.received_from), "end_use": transfer.end_use,
        "parties": [{"role": one.role, "name": one.name, "country": one.country} for one in transfer.parties],
        "facts": facts,
    }  # fmt: skip
    return {name: value for name, value in request.items() if value or value is None}


def _fact_words(fact: Fact, value: FactValue) -> object:
    if isinstance(value, frozenset):
        whole = next((option.id for option in fact.options if option.covers == value), None)
        return whole or sorted(value)
    return value if value is None or isinstance(value, bool) else str(value)
