"""What an expression may speak of: the types of the facts, and the lists, bodies and tables there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from fullest.terms.amount import Units

Sort = Literal["truth", "amount", "choice", "choices", "date"]


@dataclass(frozen=True, slots=True)
class FactType:
    """The type of a fact.

    Attributes:
        sort: truth, amount, choice, set of choices, or date.
        dimension: what an amount measures; empty for the other sorts.
        options: the options of a choice, each with the narrow options it covers; empty for the other sorts.
    """

    sort: Sort
    dimension: str = ""
    options: tuple[tuple[str, frozenset[str]], ...] = ()

    def covered(self, option: str) -> frozenset[str] | None:
        """The narrow options that an option covers, itself where it is narrow; `None` where there is no such option."""
        return next((narrow for name, narrow in self.options if name == option), None)


class Signature(Protocol):
    """What the checker asks of whoever holds the vocabulary."""

    @property
    def units(self) -> Units:
        """The units in which amounts are written."""

    def fact_type(self, name: str) -> FactType | None:
        """The type of a fact, or `None` where the vocabulary has no such fact."""

    def fact_names(self) -> tuple[str, ...]:
        """All fact names, for hints."""

    def has_group(self, reference: str) -> bool:
        """Whether there is a list, part of a list or entry of that name."""

    def has_body(self, name: str) -> bool:
        """Whether there is a treaty or group of that name."""

    def table(self, reference: str) -> frozenset[str] | None:
        """The options that a table holds, or `None` where there is no such table."""
