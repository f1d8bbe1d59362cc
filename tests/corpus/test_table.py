"""Reading values out of tables: what is missing or of another type is refused with its place."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from fullest.corpus.table import keyed, one_of, only, optional, optional_text, required, span_of, text_of, words_of
from fullest.errors import CorpusError
from fullest.terms.span import Span
from fullest.terms.text import Text

AT = "rules/toy.toml, line 3"


def refused(read: Any, *given: Any) -> CorpusError:
    """The error that a reading raises."""
    with pytest.raises(CorpusError) as problem:
        read(*given)
    return problem.value


def test_a_value_that_must_be_there_is_read() -> None:
    """With its type."""
    assert required({"days": 30}, "days", int, AT) == 30


@pytest.mark.parametrize(
    ("table", "message"), [({}, "missing"), ({"days": "30"}, "type int"), ({"days": True}, "type int")]
)
def test_a_missing_value_or_one_of_another_type_is_refused(table: dict[str, object], message: str) -> None:
    """True is no number, whatever Python says."""
    problem = refused(required, table, "days", int, AT)
    assert message in problem.message
    assert (problem.at, bool(problem.hint)) == (AT, True)


def test_a_value_that_may_be_missing_has_the_type_of_its_default() -> None:
    """The default stands in for it, and fixes its type."""
    assert optional({}, "days", 0, AT) == 0
    assert optional({"days": 9}, "days", 0, AT) == 9
    assert "type int" in refused(optional, {"days": "9"}, "days", 0, AT).message


@pytest.mark.parametrize(
    "words", [{"en": "a"}, {"fr": "b"}, {"en": "a", "fr": ""}, {"en": "a", "fr": "  "}, {"en": "a", "fr": 1}]
)
def test_words_stand_in_every_language(words: dict[str, object]) -> None:
    """Missing, empty or no words at all."""
    assert "has no words in" in refused(text_of, {"title": words}, "title", AT).message


def test_words_are_read() -> None:
    """In both languages; or not at all where they may be missing."""
    assert text_of({"title": {"en": "a", "fr": "b"}}, "title", AT) == Text("a", "b")
    assert optional_text({}, "title", AT) is None


@pytest.mark.parametrize(("given", "words"), [("a", ("a",)), (["a", "b"], ("a", "b")), ([], ())])
def test_one_word_alone_is_a_list_of_one(given: object, words: tuple[str, ...]) -> None:
    """A lawyer need not write brackets around one word."""
    assert words_of({"bearer": given}, "bearer", AT) == words
    assert words_of({}, "bearer", AT) == ()


@pytest.mark.parametrize("given", [5, [5], {"a": 1}, True])
def test_what_is_no_list_of_words_is_refused(given: object) -> None:
    """Numbers and tables are no words."""
    assert "must be words" in refused(words_of, {"bearer": given}, "bearer", AT).message


def test_a_span_says_both_its_ends() -> None:
    """`open` is written; nothing is open by being left out."""
    start, end = date(2000, 4, 29), date(2001, 1, 1)
    assert span_of({"from": start, "until": "open"}, AT) == Span(start)
    assert span_of({"from": start, "until": end}, AT) == Span(start, end)


@pytest.mark.parametrize(
    "table",
    [
        {"from": date(2000, 4, 29)},
        {"until": "open"},
        {"from": date(2000, 4, 29), "until": "never"},
        {"from": "2000-04-29", "until": "open"},
        {"from": date(2000, 4, 29), "until": date(2000, 4, 29)},
        {"from": date(2000, 4, 29), "until": date(2000, 4, 28)},
    ],
)
def test_a_span_without_an_end_or_that_ends_before_it_begins_is_refused(table: dict[str, object]) -> None:
    """A missing end is an error, and so is an empty span."""
    assert refused(span_of, table, AT).at == AT


def test_a_word_comes_out_of_a_closed_set() -> None:
    """The hint lists the set."""
    assert one_of({"kind": "a"}, "kind", ("a", "b"), AT) == "a"
    assert refused(one_of, {"kind": "c"}, "kind", ("a", "b"), AT).hint == "a, b"


def test_a_key_that_nobody_reads_is_refused_with_those_near() -> None:
    """A mistyped word is not passed over."""
    only({"unless": 1}, ["unless", "when"], AT)
    problem = refused(only, {"unles": 1}, ["unless", "when"], AT)
    assert (problem.at, problem.hint) == (AT, "unless")


def test_two_values_may_not_share_an_identifier() -> None:
    """The second one's place stands in the error."""
    assert keyed(["ab", "cd"], lambda word: word[0], "words") == {"a": "ab", "c": "cd"}
    problem = refused(keyed, ["ab", "ac"], lambda word: word[0], "words", lambda word: f"at {word}")
    assert 'two words with the identifier "a"' in problem.message
    assert problem.at == "at ac"
