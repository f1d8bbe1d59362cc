"""Three-valued logic after Kleene: true, false, and unknown, written `None`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

Truth: TypeAlias = bool | None


def both(values: Iterable[Truth]) -> Truth:
    """Conjunction: one false decides, otherwise one unknown leaves it open."""
    result: Truth = True
    for value in values:
        if value is False:
            return False
        if value is None:
            result = None
    return result


def either(values: Iterable[Truth]) -> Truth:
    """Disjunction: one true decides, otherwise one unknown leaves it open."""
    result: Truth = False
    for value in values:
        if value is True:
            return True
        if value is None:
            result = None
    return result


def negate(value: Truth) -> Truth:
    """Negation: what is unknown stays so."""
    return None if value is None else not value
