"""The ladder of outcomes, and intervals on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum


class Rung(IntEnum):
    """One rung of the ladder, from `free` up to `forbidden`."""

    free = 0
    notify = 1
    """Declare, or give notice."""
    assure = 2
    """Papers or assurances: an end-use certificate, safeguards, a government's assurance."""
    authorise = 3
    """A competent authority must decide."""
    forbidden = 4


@dataclass(frozen=True, slots=True)
class Outcome:
    """An interval on the ladder: what is sure to be asked, and what may be asked under the open questions."""

    at_least: Rung
    at_most: Rung

    @property
    def decided(self) -> bool:
        """Whether all that matters is known."""
        return self.at_least == self.at_most

    def to_dict(self) -> dict[str, str]:
        """`{"at_least": …, "at_most": …}` in the words of the ladder."""
        return {"at_least": self.at_least.name, "at_most": self.at_most.name}


def strictest(outcomes: Iterable[Outcome]) -> Outcome:
    """The strictest of several outcomes, bound by bound; `free` where there is none."""
    listed = list(outcomes)
    return Outcome(
        max((one.at_least for one in listed), default=Rung.free),
        max((one.at_most for one in listed), default=Rung.free),
    )
