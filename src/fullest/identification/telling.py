"""Telling: the sentences of an identification, put together from the vocabulary of the corpus."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from fullest.corpus.lists import Entry, Lists, Reading
from fullest.errors import CorpusError
from fullest.identification.answer import By, Listing, Open, Slot, Status
from fullest.identification.chemical.decide import CHECKER, EXCEPTION, Exclusion, Finding
from fullest.identification.chemical.families import Held
from fullest.terms.text import LANGUAGES, Text, same

_BECAUSE = {"named": "because.named", "family": "because.family", "elements": "because.elements"}
_ENGINE = frozenset({CHECKER, EXCEPTION})
"""Readings that are the engine's own and not a list's."""


class Called(NamedTuple):
    """What an item is called by: its name, or its formula, or neither."""

    name: str
    formula: str


class Telling:
    """Tells what was found, in every language."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._readings = {one.id: one for edition in lists.editions for one in edition.readings}

    def say(self, name: str, /, **parts: Text | str) -> Text:
        """A sentence with its parts filled in.

        Raises:
            CorpusError: the vocabulary has no such sentence.
        """
        if name not in self._lists.sentences:
            raise CorpusError(
                f'there is no sentence "{name}"', at="vocabulary/identification.toml", hint="add it there"
            )
        return self._lists.sentences[name].filled(**parts)

    def open(self, code: str, /, **parts: Text | str) -> Open:
        """An open point with its question."""
        return Open(code, self.say(f"open.{code}", **parts), self.say(f"open.{code}.ask"))

    def unreadable(self, code: str, reason: str, form: str) -> Open:
        """That a structure cannot be read, or stands for several compounds."""
        words = self.say(f"reason.{reason}") if code == "unreadable" else same("")
        return self.open(code, form=_FORMS.get(form, form), reason=words)

    def number(self, case: str, /, **parts: str) -> Open:
        """That a CAS number that is not held may contradict what was given beside it."""
        return Open("cas-unknown", self.say(f"open.cas-{case}", **parts), self.say(f"open.cas-{case}.ask"))

    def unresolved(self, name: str, near: tuple[str, ...]) -> Open:
        """That nobody holds a name, with names that look like it."""
        words = self.say("open.unresolved-name.near", names=", ".join(near)) if near else same("")
        return self.open("unresolved-name", name=name, near=words)

    def conflict(self, fields: Iterable[str]) -> Open:
        """That what was given stands for different compounds."""
        return self.open("conflict", parts=", ".join(_FORMS.get(one, one) for one in fields))

    def listing(self, finding: Finding, by: By) -> Listing:
        """A finding as a listing."""
        form = same("") if finding.form == "free" else self.say(f"form.{finding.form}")
        because = self.say(_BECAUSE[finding.kind], name=finding.name, elements=finding.name, form=form)
        if not finding.certain:
            because = _after(because, self._reading(finding.readings[0]))
        return Listing(finding.entry, finding.certain, by, because, self._slots(finding))

    def doubt(self, finding: Finding) -> Open:
        """The open point that an uncertain finding leaves."""
        if CHECKER in finding.readings:
            asks = self.say("open.checker.ask", entry=finding.entry.id)
            return Open("conflict", self.say("open.checker", entry=finding.entry.id), asks)
        return Open("wording", self._reading(finding.readings[0]), self.say("open.wording.ask", entry=finding.entry.id))

    def exclusion(self, exclusion: Exclusion) -> Text:
        """Why an entry that might have covered the chemical does not."""
        if exclusion.name:
            return self.say("notice.exempt", entry=exclusion.entry.id, name=exclusion.name)
        return self.say("notice.reading", entry=exclusion.entry.id, reading=self._reading(exclusion.reading))

    def not_in_force(self, name: str, on: date) -> Text:
        """That a list had no edition on a day."""
        editions = [edition for edition in self._lists.editions if edition.list == name]
        first = min(edition.span.start for edition in editions)
        return self.say("notice.not-in-force", list=editions[0].title, day=on.isoformat(), first=first.isoformat())

    def later(self, entry: str, on: date, first: date) -> Text:
        """That an entry was not in force on a day."""
        return self.say("notice.later-entry", entry=entry, day=on.isoformat(), first=first.isoformat())

    def earlier(self, later: Entry, entry: Entry) -> tuple[Listing, Open | None]:
        """That what a later entry covers met another before, and what is open where only some of it did."""
        parts = {"later": later.id, "entry": entry.id}
        if later.earlier_certain:
            return Listing(entry, True, "entry", self.say("because.earlier", **parts)), None
        doubt = Open("wording", self.say("open.earlier", **parts), self.say("open.earlier.ask"))
        return Listing(entry, False, "entry", self.say("because.earlier-perhaps", **parts)), doubt

    def result(self, status: Status, called: Called, listings: Iterable[Listing], points: Iterable[Open]) -> Text:
        """The result in a sentence, with a capital at its beginning; a name there stays as it is written."""
        entries = _joined(_entry_words(one) for one in listings if one.certain)
        why = next(iter(points), None)
        item, reason = self._called(called), why.says if why else same("")
        says = self.say(f"says.{status}", item=item, entries=entries, why=reason)
        return says if called.name else _capital(says)

    def _called(self, called: Called) -> Text:
        """How the item is called in the middle of a sentence."""
        name, formula = called
        if name:
            return same(name)
        return self.say("item.structure", formula=formula) if formula else self.say("item.unnamed")

    def _reading(self, name: str) -> Text:
        if name in _ENGINE:
            return self.say(name)
        held: Reading | None = self._readings.get(name)
        return held.says if held else self.say("reading.unknown")

    def _slots(self, finding: Finding) -> tuple[Slot, ...]:
        core = "slot.core" if finding.kind == "family" else f"slot.{_CORES[finding.kind]}"
        return (Slot(self.say(core), finding.core), *(self._slot(held) for held in finding.slots))

    def _slot(self, held: Held) -> Slot:
        name = "slot.named" if "me" in held.kinds else next(name for kind, name in _SLOTS.items() if kind in held.kinds)
        return Slot(self.say(name, on=held.on, most=str(held.most)), held.places)


_FORMS = {"smiles": "SMILES", "inchi": "InChI", "molfile": "molfile", "cas": "CAS"}
_CORES = {"named": "named-chemical", "elements": "elements"}
_SLOTS = {
    "cycloalkyl": "slot.cycloalkyl",
    "alkyl": "slot.alkyl",
    "halogen": "slot.halogen",
    "bearing": "slot.bearing",
    "group": "slot.group",
    "H": "slot.cycloalkyl",
}


def _entry_words(listing: Listing) -> Text:
    title = listing.entry.title
    return Text(*(f"{listing.entry.id} ({title[language]})" for language in LANGUAGES))


def _capital(words: Text) -> Text:
    return Text(*(words[language][:1].upper() + words[language][1:] for language in LANGUAGES))


def _after(first: Text, second: Text) -> Text:
    return Text(*(f"{first[language]} {second[language]}" for language in LANGUAGES))


def _joined(texts: Iterable[Text]) -> Text:
    listed = list(texts)
    return Text(*("; ".join(one[language] for one in listed) for language in LANGUAGES))
