"""The French words of the pages."""

from __future__ import annotations

import re

from babel.messages.catalog import Message

from fullest.office.catalogue import COMPILED, collected, compiled, french

_PLACE = re.compile(r"%\(\w+\)s")


def _named(message: Message) -> tuple[str, ...]:
    return tuple(message.id) if isinstance(message.id, list | tuple) else (str(message.id),)


def _strings(message: Message) -> tuple[str, ...]:
    return tuple(message.string) if isinstance(message.string, list | tuple) else (str(message.string),)


def test_every_word_has_its_french() -> None:
    """No word of a page, a template or a view, lacks its French."""
    held = {_named(message): message for message in french() if message.id}
    lacking = [
        _named(message) for message in collected()
        if message.id and (_named(message) not in held or not all(_strings(held[_named(message)])))
    ]  # fmt: skip
    assert lacking == []


def test_no_french_is_left_over() -> None:
    """The catalogue holds no word that no page says."""
    assert {_named(message) for message in french()} == {_named(message) for message in collected()}


def test_the_places_in_a_sentence_are_kept() -> None:
    """What is filled into a sentence is filled into its French too."""
    for message in french():
        places = {place for words in _named(message) for place in _PLACE.findall(words)}
        for words in _strings(message):
            if message.id:
                assert set(_PLACE.findall(words)) == places


def test_the_compiled_catalogue_is_current() -> None:
    """What the site reads was compiled from what translators wrote."""
    assert COMPILED.read_bytes() == compiled(french())


def test_french_marks_do_not_stand_alone() -> None:
    """High marks and quotation marks never stand behind a space that may break."""
    words = [words for message in french() if message.id for words in _strings(message)]
    assert [one for one in words if re.search(r" [;:?!»]|« (?!\S)|« (?=\S)", one.replace("\u00a0", "\u2423"))] == []
