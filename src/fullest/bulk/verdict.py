"""What is kept of a determination for a table: small enough to remember by the thousand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from fullest.determination.determination import Determination
from fullest.determination.duty import Duty
from fullest.terms.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Verdict:
    """A determination in short.

    Attributes:
        outcome: of all layers that were looked at; `binding` of the binding layer alone.
        entries: the list entries; one that is not certain ends in `?`.
        deciding: the rules that set the two ends of the outcome, each with its citation; a rule that applies only under
            some answers to the open questions ends in `?`. Empty where nothing restrains.
        facilitates: the rules that ask to facilitate the exchange.
        questions: the facts to ask for.
    """

    origin: str
    destination: str
    date: date
    outcome: Outcome
    binding: Outcome | None
    entries: tuple[str, ...]
    deciding: tuple[tuple[str, str], ...]
    facilitates: tuple[str, ...]
    questions: tuple[str, ...]


def verdict_of(found: Determination) -> Verdict:
    """A determination in short."""
    return Verdict(
        origin=found.transfer.origin, destination=found.transfer.destination, date=found.transfer.date,
        outcome=found.outcome, binding=found.layers["binding"],
        entries=tuple(one.entry.id + _mark(one.certain) for one in found.identification.listings),
        deciding=tuple(dict.fromkeys(_deciding(found))),
        facilitates=tuple(dict.fromkeys(duty.rule.id + _mark(duty.certain) for duty in found.facilitates)),
        questions=tuple(question.fact for question in found.questions),
    )  # fmt: skip


def _deciding(found: Determination) -> Iterator[tuple[str, str]]:
    for duty in found.duties:
        if _sets_an_end(duty, found.outcome):
            yield duty.rule.id + _mark(duty.certain), str(duty.rule.cites)


def _sets_an_end(duty: Duty, outcome: Outcome) -> bool:
    """Sure rules set the lower end, possible ones the upper."""
    end = outcome.at_least if duty.certain else outcome.at_most
    return duty.rule.effect is not None and duty.rule.effect > 0 and duty.rule.effect == end


def _mark(certain: bool) -> str:
    return "" if certain else "?"
