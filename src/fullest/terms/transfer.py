"""A transfer: one item, from one State to another, on a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from fullest.terms.amount import Amount
from fullest.terms.item import Item
from fullest.terms.party import Party

FactValue: TypeAlias = bool | Amount | frozenset[str] | date | None
"""What is known of a fact. A choice is the set of options it may still be; `None` is unknown."""


@dataclass(frozen=True, slots=True)
class Transfer:
    """A transfer as it was asked about.

    Attributes:
        item: what moves.
        origin: the State it leaves, ISO 3166 alpha-3.
        destination: the State it is for.
        date: the day of the transfer, which governs list edition, rules and memberships.
        facts: the vocabulary facts that were said, `amount`, `concentration` and `purpose` among them.
        via: States it passes through. An empty tuple says that there is none.
        received_from: States that the origin itself received the item from. An empty tuple says that there is none.
        end_use: the end use in words, for the record.
        parties: who takes part.
    """

    item: Item
    origin: str
    destination: str
    date: date
    facts: Mapping[str, FactValue] = field(default_factory=dict)
    via: tuple[str, ...] = ()
    received_from: tuple[str, ...] = ()
    end_use: str = ""
    parties: tuple[Party, ...] = ()
