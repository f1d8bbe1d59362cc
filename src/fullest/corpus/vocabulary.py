"""The vocabulary: every fact that a rule may ask, every unit, kind of item, paper and sentence.

No rule asks what the vocabulary does not hold.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, cast

from fullest.corpus.files import CorpusFiles, Table
from fullest.corpus.table import keyed, one_of, optional, optional_text, required, text_of, words_of
from fullest.errors import CorpusError, UnknownName
from fullest.language.signature import FactType, Sort
from fullest.terms.amount import Unit, Units
from fullest.terms.citation import Citation
from fullest.terms.text import Text

_SORTS = ("truth", "amount", "choice", "choices", "date")
_EMPTY = Text("", "")


@dataclass(frozen=True, slots=True)
class Option:
    """An option of a choice.

    Attributes:
        id: as it is written in rules and requests.
        label: what people call it.
        covers: the narrow options that it may mean; itself alone where it is narrow.
    """

    id: str
    label: Text
    covers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that a rule may ask about a transfer or its item.

    Attributes:
        id: as it is written in rules and requests.
        sort: truth, amount, choice, choices or date.
        dimension: what an amount measures.
        kinds: the kinds of item that can have it; empty for all.
        label: what it is called inside a sentence, with its article.
        ask, help: the question, and what helps to answer it.
        says, says_not: the statement that a truth makes, and its contrary.
        options: the options of a choice.
        unsaid: what silence means, as it would be written; empty where silence is unknown.
        unsaid_for: the kinds of item for which silence means that; empty for all.
        assumed: how the answer says that silence was taken so.
        derived: whether the engine finds it by itself and nobody is asked.
        example: a value, as it would be written.
        above_nothing: for an amount, whether zero is no value of it.
        most: for an amount, the most it can be, as it would be written; empty where there is no most.
    """

    id: str
    sort: Sort
    dimension: str
    kinds: frozenset[str]
    label: Text
    ask: Text
    help: Text
    says: Text
    says_not: Text
    options: tuple[Option, ...]
    unsaid: str
    unsaid_for: frozenset[str]
    assumed: Text
    derived: bool
    example: str
    above_nothing: bool
    most: str

    @property
    def type(self) -> FactType:
        """The type that the rule language checks."""
        return FactType(self.sort, self.dimension, tuple((option.id, option.covers) for option in self.options))

    def applies_to(self, kind: str) -> bool:
        """Whether an item of the kind can have this fact."""
        return not self.kinds or kind in self.kinds

    def silence(self, kind: str) -> str:
        """What silence means for an item of the kind; empty where it is unknown or the item cannot have the fact."""
        meant = not self.unsaid_for or kind in self.unsaid_for
        return self.unsaid if meant and self.applies_to(kind) else ""

    def option(self, id_: str, *, at: str) -> Option:
        """An option by its identifier.

        Raises:
            UnknownName: there is no such option; the hint lists them.
        """
        for option in self.options:
            if option.id == id_:
                return option
        raise UnknownName(f'"{id_}" is no option', at=at, hint=", ".join(option.id for option in self.options))

    @property
    def narrow(self) -> frozenset[str]:
        """All narrow options."""
        return frozenset().union(*(option.covers for option in self.options))


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper that a duty asks for.

    Attributes:
        points: what it must state.
        cites: the provision that says so.
    """

    id: str
    title: Text
    points: tuple[Text, ...]
    cites: Citation


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that the engine does not look at, and says so.

    Attributes:
        id: what is not looked at.
        says: in words.
        kinds: the kinds of item for which it matters; empty for all.
        layer: the layer that is therefore not looked at as a whole, or an empty string.
        in_transit: whether it matters only for a transfer through other States.
    """

    id: str
    says: Text
    kinds: frozenset[str]
    layer: Literal["", "binding", "arrangement", "national"]
    in_transit: bool


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All that rules and answers are worded with."""

    facts: Mapping[str, Fact]
    kinds: Mapping[str, Text]
    units: Units
    papers: Mapping[str, Paper]
    gaps: tuple[Gap, ...]
    sentences: Mapping[str, Text]

    def fact(self, id_: str) -> Fact:
        """A fact that is known to be in the vocabulary."""
        return self.facts[id_]


def load_vocabulary(files: CorpusFiles) -> Vocabulary:
    """Read the vocabulary.

    Raises:
        CorpusError: something is missing or of another type; file and line.
    """
    return Vocabulary(
        facts=keyed(
            [_fact(table, at) for table, at in files.toml("vocabulary/facts.toml").tables("fact")], _id, "facts"
        ),
        kinds={
            required(table, "id", str, at): text_of(table, "label", at)
            for table, at in files.toml("vocabulary/kinds.toml").tables("kind")
        },
        units=Units(_unit(table, at) for table, at in files.toml("vocabulary/units.toml").tables("unit")),
        papers=keyed(
            [_paper(table, at) for table, at in files.toml("vocabulary/papers.toml").tables("paper")], _id, "papers"
        ),
        gaps=tuple(_gap(table, at) for table, at in files.toml("vocabulary/not-looked-at.toml").tables("gap")),
        sentences=_sentences(files),
    )


def _id(value: Fact | Paper) -> str:
    return value.id


def _fact(table: Table, at: str) -> Fact:
    options = tuple(_option(cast(Table, option), at) for option in cast("list[object]", table.get("option", [])))
    return Fact(
        id=required(table, "id", str, at), sort=cast(Sort, one_of(table, "type", _SORTS, at)),
        dimension=optional(table, "dimension", "", at), kinds=frozenset(words_of(table, "kinds", at)),
        label=text_of(table, "label", at), ask=optional_text(table, "ask", at) or _EMPTY,
        help=optional_text(table, "help", at) or _EMPTY, says=optional_text(table, "says", at) or _EMPTY,
        says_not=optional_text(table, "says_not", at) or _EMPTY, options=_covered(options, at),
        unsaid=optional(table, "unsaid", "", at),
        unsaid_for=frozenset(words_of(table, "unsaid_for", at)), assumed=optional_text(table, "assumed", at) or _EMPTY,
        derived=optional(table, "derived", False, at), example=optional(table, "example", "", at),
        above_nothing=optional(table, "above_nothing", False, at), most=optional(table, "most", "", at),
    )  # fmt: skip


def _option(table: Table, at: str) -> Option:
    id_ = required(table, "id", str, at)
    return Option(id_, text_of(table, "label", at), frozenset(words_of(table, "covers", at)) or frozenset({id_}))


def _covered(options: tuple[Option, ...], at: str) -> tuple[Option, ...]:
    known = {option.id for option in options}
    for option in options:
        if not option.covers <= known:
            raise CorpusError(f'"{option.id}" covers options that there are not', at=at, hint=", ".join(sorted(known)))
    return options


def _unit(table: Table, at: str) -> Unit:
    size = _size(required(table, "size", str, at), at)
    return Unit(
        required(table, "id", str, at), required(table, "dimension", str, at), size, words_of(table, "also", at)
    )


def _size(text: str, at: str) -> Fraction:
    try:
        return Fraction(text)
    except (ValueError, ZeroDivisionError) as problem:
        raise CorpusError(f'cannot read "{text}" as a size', at=at, hint='whole base units, as in "1000"') from problem


def _paper(table: Table, at: str) -> Paper:
    points = tuple(text_of(cast(Table, point), "says", at) for point in cast("list[object]", table.get("point", [])))
    cites = Citation.read(required(table, "cites", str, at), at=at)
    return Paper(required(table, "id", str, at), text_of(table, "title", at), points, cites)


def _gap(table: Table, at: str) -> Gap:
    layer = one_of({"layer": table.get("layer", "")}, "layer", ("", "binding", "arrangement", "national"), at)
    return Gap(
        required(table, "id", str, at), text_of(table, "says", at), frozenset(words_of(table, "kinds", at)),
        cast(Literal["", "binding", "arrangement", "national"], layer), optional(table, "in_transit", False, at),
    )  # fmt: skip


def _sentences(files: CorpusFiles) -> dict[str, Text]:
    file = files.toml("vocabulary/sentences.toml")
    return {key: text_of(file.data, key, file.name) for key in file.data}
