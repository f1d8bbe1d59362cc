"""The page that asks: one form."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong with a field: what happened, and what to do.

    Attributes:
        field: the field's name in the form, or an empty string for the whole.
        label: the field's label.
        says: what happened.
        remedy: what to do.
        language: the language of the words.
    """

    field: str
    label: str
    says: str
    remedy: str
    language: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a choice."""

    value: str
    says: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """One question of a form.

    Attributes:
        name: the name in the address.
        label: the question in words.
        help: what helps to answer it.
        kind: `text`, `long`, `date`, `choice` or `truth`.
        value: what was said.
        choices: the options of a choice.
        completes: what completes the words, `states` or `chemicals`, or an empty string.
        trouble: what is wrong with it.
        key: what tells fields of one name apart on the page.
    """

    name: str
    label: str
    help: str = ""
    kind: str = "text"
    value: str = ""
    choices: tuple[Choice, ...] = ()
    completes: str = ""
    trouble: Trouble | None = None
    key: str = ""

    @property
    def id(self) -> str:
        """The field's identifier on the page."""
        return f"field-{self.name.replace('.', '-')}{self.key}"


@dataclass(frozen=True, slots=True)
class Example:
    """A question that one can try."""

    says: str
    address: str


@dataclass(frozen=True, slots=True)
class AskPage:
    """The form.

    Attributes:
        item: the one box for what it is.
        item_fields: separate fields for those who know more.
        item_open: whether these are shown at once.
        main: the other questions, in reading order.
        route: the States passed through and come from.
        route_open: whether these are shown at once.
        facts: further facts that were said already.
        recognised: what the one box was read as.
        troubles: all that is wrong.
        examples: questions to try.
    """

    item: Field
    item_fields: tuple[Field, ...]
    item_open: bool
    main: tuple[Field, ...]
    route: tuple[Field, ...]
    route_open: bool
    facts: tuple[Field, ...]
    recognised: str
    troubles: tuple[Trouble, ...]
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class CompletionPage:
    """Options for a box: each a value and a note."""

    options: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class RecognisedPage:
    """What the one box was read as, in words; empty where nothing was typed."""

    says: str
