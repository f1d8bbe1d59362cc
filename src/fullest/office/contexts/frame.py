"""What stands around every page."""

from __future__ import annotations

from dataclasses import dataclass

from fullest.terms.text import Language


@dataclass(frozen=True, slots=True)
class Frame:
    """The frame of a page.

    Attributes:
        title: the title of the window.
        language: the language of the page.
        other_language: the language that the reader may change to.
        other_language_name: its name, in itself.
        other_address: the same page and question in the other language.
        section: which entry of the site's contents the page belongs to.
    """

    title: str
    language: Language
    other_language: Language
    other_language_name: str
    other_address: str
    section: str = ""


@dataclass(frozen=True, slots=True)
class Cited:
    """A paragraph and where to read it.

    Attributes:
        label: as one would cite it.
        address: its page, or an empty string where the corpus holds none.
    """

    label: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class TroublePage:
    """A page that could not be shown.

    Attributes:
        heading: what happened.
        says: what to do.
    """

    heading: str
    says: str
