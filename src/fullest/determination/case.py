"""A transfer as the rule language sees it: facts, lists and States, all on the day of the transfer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from fullest.corpus.rules import Bearer
from fullest.corpus.vocabulary import Vocabulary
from fullest.language.kleene import Truth
from fullest.language.tree import Role
from fullest.terms.transfer import FactValue

Listed: TypeAlias = Callable[[str], Truth]
Bound: TypeAlias = Callable[[str, str], Truth]


@dataclass(frozen=True, slots=True)
class TransferCase:
    """One case. `seen_by` turns it to one bearer, `with_facts` and `with_listing` ask "what if".

    Attributes:
        states: the State in each role, ISO 3166 alpha-3.
        facts: what is known; a fact that is missing here is unknown.
        kind: the kind of item, which says what facts it can have.
        is_listed, is_bound: the two relations, already fixed to the day.
    """

    states: Mapping[Role, str]
    facts: Mapping[str, FactValue]
    kind: str
    vocabulary: Vocabulary
    is_listed: Listed
    is_bound: Bound

    def fact(self, name: str) -> FactValue:
        """What is known of a fact; `None` is unknown."""
        return self.facts.get(name)

    def applies(self, name: str) -> bool:
        """Whether an item of this kind can have the fact."""
        return self.vocabulary.fact(name).applies_to(self.kind)

    def listed(self, group: str) -> Truth:
        """Whether the item stands in the list, part or entry."""
        return self.is_listed(group)

    def bound(self, role: Role, body: str) -> Truth:
        """Whether the State in the role is a party or member."""
        return self.is_bound(self.states[role], body)

    def seen_by(self, bearer: Bearer) -> TransferCase:
        """The same case with `holder` and `other` fixed for one bearer."""
        other: Bearer = "destination" if bearer == "origin" else "origin"
        states = {**self.states, "holder": self.states[bearer], "other": self.states[other]}
        return replace(self, states=states)

    def with_facts(self, facts: Mapping[str, FactValue]) -> TransferCase:
        """The same case if these facts were known."""
        return replace(self, facts={**self.facts, **facts})

    def with_listing(self, listed: Listed) -> TransferCase:
        """The same case if the item were listed so."""
        return replace(self, is_listed=listed)
