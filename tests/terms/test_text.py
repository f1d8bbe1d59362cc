"""Words in two languages stay together."""

from __future__ import annotations

import pytest

from fullest.terms.text import LANGUAGES, Text, same


def test_each_language_gives_its_own_words() -> None:
    """English and French, and no third."""
    text = Text.of({"en": "amount", "fr": "quantité"})
    assert [text[language] for language in LANGUAGES] == ["amount", "quantité"]


def test_a_text_without_one_of_its_languages_is_refused() -> None:
    """No language is filled from another."""
    with pytest.raises(KeyError):
        Text.of({"en": "amount"})


def test_places_are_filled_from_the_same_language() -> None:
    """A text inside a text keeps to its language; a plain word is the same in both."""
    said = Text("{what} of {size}", "{what} de {size}").filled(what=Text("salt", "sel"), size="5 mg")
    assert said == Text("salt of 5 mg", "sel de 5 mg")


def test_braces_in_what_fills_a_place_are_left_alone() -> None:
    """A name that holds braces is a name."""
    assert Text("{name}", "{name}").filled(name="{x}") == same("{x}")


def test_texts_are_joined_language_by_language() -> None:
    """Adding words adds them to each language."""
    assert Text("one", "un") + Text(" two", " deux") == Text("one two", "un deux")
    assert Text("one", "un") + "!" == Text("one!", "un!")
