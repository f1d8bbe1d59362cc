"""What things are called in an answer: facts, lists, treaties and the States in their roles."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from babel.dates import format_date

from fullest.corpus.corpus import Corpus
from fullest.language.tell import Words
from fullest.language.tree import Role
from fullest.terms.text import LANGUAGES, Text


class CaseNames:
    """The names that the rule language asks for, for one case seen by one bearer."""

    def __init__(self, corpus: Corpus, words: Words, roles: Mapping[Role, tuple[Role, str]], day: date) -> None:
        """Args:
        roles: for each role, the plain role it stands for and the State in it.
        day: the day whose editions say what lists are called.
        """
        self._corpus, self._words, self._roles, self._day = corpus, words, roles, day

    def fact_label(self, fact: str) -> Text:
        """A fact with its article."""
        return self._corpus.vocabulary.fact(fact).label

    def fact_says(self, fact: str, holds: bool) -> Text:
        """The statement that a truth makes, or its contrary."""
        held = self._corpus.vocabulary.fact(fact)
        return held.says if holds else held.says_not

    def option_label(self, fact: str, option: str) -> Text:
        """An option of a choice."""
        return self._corpus.vocabulary.fact(fact).option(option, at=fact).label

    def group_title(self, group: str) -> Text:
        """A list, part of a list or entry, as the edition of the day calls it; a later one where none was in force."""
        for edition in self._corpus.lists.on(self._day):
            if edition.list == group:
                return edition.title
            named = next((one for one in edition.groups if one.id == group), None) or edition.find(group)
            if named:
                return named.title
        return self._corpus.lists.group_title(group)

    def body_short(self, body: str) -> Text:
        """A treaty or group inside a sentence."""
        return self._corpus.memberships.bodies[body].short

    def body_is_group(self, body: str) -> bool:
        """Whether it has members rather than parties."""
        return self._corpus.memberships.bodies[body].kind == "group"

    def role(self, role: Role) -> Text | None:
        """ "the destination (Egypt)"."""
        if role not in self._roles:
            return None
        plain, iso3 = self._roles[role]
        words = self._words[f"role.{plain}"]
        state = state_name(self._corpus, iso3)
        return self._corpus.vocabulary.sentences["role.named"].filled(role=words, state=state)


def state_name(corpus: Corpus, iso3: str) -> Text:
    """A State in both languages."""
    state = corpus.states.get(iso3)
    return Text(*(state.name(language) for language in LANGUAGES))


def day_name(day: date) -> Text:
    """A day in words: "23 November 2026"; in French the first of a month is "1er"."""
    words = Text(*(format_date(day, "d MMMM y", locale=language) for language in LANGUAGES))
    return Text(words.en, words.fr.replace("1 ", "1er ", 1)) if day.day == 1 else words


def placed_name(corpus: Corpus, iso3: str, place: Literal["from", "to"]) -> Text:
    """A State as it stands after "from" or "to", with the article that its name takes."""
    state = corpus.states.get(iso3)
    return Text(*(state.placed(language, place) for language in LANGUAGES))
