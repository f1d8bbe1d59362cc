"""Duties: what a rule asks of one State, and by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from fullest.corpus.rules import Due, Rule
from fullest.language.explain import Reason
from fullest.terms.text import Text


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty of one State, to restrain or to facilitate.

    Attributes:
        holder: the State that carries it, ISO 3166 alpha-3.
        certain: whether it applies; otherwise it applies under some answers to the open questions.
        due: the last day to fulfil it, where the rule gives one.
        says: what the provision says, in our own words.
        because: why it applies, or why it may.
    """

    rule: Rule
    holder: str
    certain: bool
    due: date | None
    says: Text
    because: Reason


def due_day(due: Due | None, transfer: date) -> date | None:
    """The last day to fulfil a duty.

    Days are counted as the Convention counts them: "not later than 90 days after the end of the year" is 31 March, and
    30 March where February has 29 days.
    """
    if due is None:
        return None
    match due.rule:
        case "before-transfer":
            return transfer - timedelta(days=due.days)
        case "by-transfer":
            return transfer
        case "after-year-end":
            return date(transfer.year, 12, 31) + timedelta(days=due.days)
