"""JSON at a door: what is refused, where, and what is said about it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullest.determination.json_text import DEEPEST, read_json
from fullest.errors import UnreadableValue

_PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner),
)  # fmt: skip


def refused(text: str | bytes, at: str = "body") -> UnreadableValue:
    """The error that a text meets."""
    with pytest.raises(UnreadableValue) as caught:
        read_json(text, at=at, what="the body")
    return caught.value


@given(_PLAIN, st.booleans())
def test_what_is_written_is_read_back(value: object, ascii_only: bool) -> None:
    """Any plain value comes back the same, as text and as bytes."""
    text = json.dumps(value, ensure_ascii=ascii_only)
    assert read_json(text, at="") == value
    assert read_json(text.encode(), at="") == value


@pytest.mark.parametrize(
    ("text", "message", "at"),
    [
        ('{"purpose": "weapons", "date": "x", "purpose": "medical"}', '"purpose" is said twice', "body, purpose"),
        ('{"item": {"cas": "1", "cas": "1"}}', '"cas" is said twice', "body, cas"),
        ('[[{"a": {"b": 1, "b": 2}}]]', '"b" is said twice', "body, b"),
        ('{"a": 1, "\\u0061": 2}', '"a" is said twice', "body, a"),
        ('{"amount": NaN}', "NaN is not a JSON value", "body"),
        ('{"amount": -Infinity}', "-Infinity is not a JSON value", "body"),
        ('{"amount": 1e999}', "1e999 is beyond all numbers", "body"),
        ("[" * 100_000, "the body is nested too deeply", "body"),
        ("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1), "the body is nested too deeply", "body"),
        ('{"a": ' * 500 + "1" + "}" * 500, "the body is nested too deeply", "body"),
        ("9" * 10_000, "the body holds a number too long", "body"),
        ('{"item": ', "the body is not JSON: expecting value", "body, character 10"),
        ('{"item": 1,\n"a"}', "the body is not JSON: expecting ':' delimiter", "body, line 2, character 4"),
        ("", "the body is not JSON: expecting value", "body, character 1"),
        ("{} {}", "the body is not JSON: extra data", "body, character 4"),
        ('"\\ud800"', "a text holds half a character", "body"),
        ('"\ud800"', "a text holds half a character", "body"),
        (b'"Z\xfcrich"', "the body is not UTF-8 text", "body"),
        ('"a"'.encode("utf-16"), "the body is not UTF-8 text", "body"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused(text: str | bytes, message: str, at: str) -> None:
    """The error says what is wrong, where, and what to do."""
    error = refused(text)
    assert (error.message, error.at) == (message, at)
    assert error.hint


def test_without_a_place_the_name_or_the_character_is_the_place() -> None:
    """A door that knows the line adds it by itself."""
    assert refused('{"date": 1, "date": 2}', at="").at == "date"
    assert refused("{", at="").at == "character 2"


def test_an_error_can_be_written_down() -> None:
    """A name with half a character, or without end, is shown in words that any file can hold."""
    twice = '{"\\ud800": 1, "\\ud800": 2}'
    assert refused(twice).message.encode()
    name = "x" * 10_000
    assert len(refused(f'{{"{name}": 1, "{name}": 2}}').message) < 120


def test_a_byte_order_mark_is_passed_over() -> None:
    """Some editors begin a file with one."""
    assert read_json(b'\xef\xbb\xbf{"a": 1}', at="") == {"a": 1}


def test_brackets_in_a_text_are_no_depth() -> None:
    """A structure may hold any number of them, and a list any number of objects."""
    assert read_json(json.dumps({"smiles": "[" * 500}), at="") == {"smiles": "[" * 500}
    assert read_json(json.dumps([{}] * 500), at="") == [{}] * 500
    deep = "[" * DEEPEST + "]" * DEEPEST
    assert json.dumps(read_json(deep, at="")) == deep
