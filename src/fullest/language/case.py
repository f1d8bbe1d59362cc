"""What an expression is asked of: one case, on one day."""

from __future__ import annotations

from typing import Protocol

from fullest.language.kleene import Truth
from fullest.language.tree import Role
from fullest.terms.transfer import FactValue


class Case(Protocol):
    """One case: its facts, its lists and its States, all on the case's own day."""

    def fact(self, name: str) -> FactValue:
        """What is known of a fact; `None` is unknown."""

    def applies(self, name: str) -> bool:
        """Whether the item can have that fact at all; where it cannot, a comparison is false."""

    def listed(self, group: str) -> Truth:
        """Whether the item stands in a list, part of a list or entry."""

    def bound(self, role: Role, body: str) -> Truth:
        """Whether the State in a role is a party to a treaty or a member of a group."""
