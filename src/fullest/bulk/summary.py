"""How many of what: counted while the answers pass by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from fullest.bulk.run import Answered
from fullest.bulk.verdict import Verdict


class Summary:
    """Counts of answers. Parts are counted, not rows; a part with two entries or rules counts under each.

    Attributes:
        by_status: answered, unreadable, left-out.
        by_outcome: `notify`, or `notify..forbidden` where the outcome is not decided.
        by_rule: the deciding rules; `?` after one that applies under some answers only.
        by_entry: the list entries.
        by_destination: the destinations as they were understood.
        by_reason: why parts were left out.
        by_problem: what could not be read, by the place of the error.
    """

    def __init__(self) -> None:
        self.by_status: Counter[str] = Counter()
        self.by_outcome: Counter[str] = Counter()
        self.by_rule: Counter[str] = Counter()
        self.by_entry: Counter[str] = Counter()
        self.by_destination: Counter[str] = Counter()
        self.by_reason: Counter[str] = Counter()
        self.by_problem: Counter[str] = Counter()

    def counting(self, answers: Iterable[Answered]) -> Iterator[Answered]:
        """The answers, each counted as it passes."""
        for answered in answers:
            self.add(answered)
            yield answered

    def add(self, answered: Answered) -> None:
        """Count one answer."""
        self.by_status[answered.status] += 1
        if answered.left_out:
            self.by_reason[answered.left_out] += 1
        if answered.problem:
            self.by_problem[answered.problem.at or type(answered.problem).__name__] += 1
        if answered.verdict:
            self._add(answered.verdict)

    def _add(self, verdict: Verdict) -> None:
        self.by_outcome[span_of(verdict)] += 1
        self.by_rule.update({rule for rule, _ in verdict.deciding})
        self.by_entry.update(set(verdict.entries))
        self.by_destination[verdict.destination] += 1

    def to_dict(self) -> dict[str, dict[str, int]]:
        """The counts, the most frequent first and equals by name."""
        return {
            "status": _sorted(self.by_status), "outcome": _sorted(self.by_outcome), "rule": _sorted(self.by_rule),
            "entry": _sorted(self.by_entry), "destination": _sorted(self.by_destination),
            "left_out": _sorted(self.by_reason), "unreadable": _sorted(self.by_problem),
        }  # fmt: skip


def span_of(verdict: Verdict) -> str:
    """The outcome as one word, or two with `..` between them."""
    low, high = verdict.outcome.at_least.name, verdict.outcome.at_most.name
    return low if low == high else f"{low}..{high}"


def _sorted(counter: Counter[str]) -> dict[str, int]:
    return dict(sorted(counter.items(), key=lambda pair: (-pair[1], pair[0])))
