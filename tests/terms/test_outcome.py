"""The ladder, and intervals on it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fullest.terms.outcome import Outcome, Rung, strictest

RUNGS = st.sampled_from(list(Rung))
OUTCOMES = st.tuples(RUNGS, RUNGS).map(lambda pair: Outcome(min(pair), max(pair)))


def test_the_ladder_has_five_rungs_in_this_order() -> None:
    """From free up to forbidden."""
    assert [rung.name for rung in sorted(Rung)] == ["free", "notify", "assure", "authorise", "forbidden"]


def test_an_outcome_is_decided_where_its_bounds_meet() -> None:
    """One point is decided, an interval is not."""
    assert Outcome(Rung.assure, Rung.assure).decided
    assert not Outcome(Rung.free, Rung.notify).decided


def test_an_outcome_is_told_in_the_words_of_the_ladder() -> None:
    """Both bounds by name."""
    assert Outcome(Rung.free, Rung.forbidden).to_dict() == {"at_least": "free", "at_most": "forbidden"}


def test_no_outcome_at_all_is_free() -> None:
    """Where there is nothing to combine, nothing is asked."""
    assert strictest([]) == Outcome(Rung.free, Rung.free)


@given(st.lists(OUTCOMES, min_size=1))
def test_the_strictest_takes_each_bound_by_itself(outcomes: list[Outcome]) -> None:
    """Each bound is the highest of its kind, so that no outcome is stricter than the result."""
    found = strictest(outcomes)
    assert found.at_least == max(one.at_least for one in outcomes)
    assert found.at_most == max(one.at_most for one in outcomes)
    assert found.at_least <= found.at_most


@given(st.lists(OUTCOMES))
def test_the_order_of_outcomes_does_not_matter(outcomes: list[Outcome]) -> None:
    """Combining knows no order, and taking an outcome twice changes nothing."""
    assert strictest(outcomes) == strictest(reversed(outcomes)) == strictest(outcomes + outcomes)
