"""The page that answers, from top to bottom."""

from __future__ import annotations

from dataclasses import dataclass

from fullest.office.contexts.ask import Field
from fullest.office.contexts.frame import Cited


@dataclass(frozen=True, slots=True)
class Step:
    """A rung of the ladder as it is drawn.

    Attributes:
        name: the rung's name, which is also the name of its sign.
        word: the rung in words.
        gloss: what it means.
        inside: whether the outcome may be this rung.
    """

    name: str
    word: str
    gloss: str
    inside: bool = True


@dataclass(frozen=True, slots=True)
class Column:
    """One of the three layers.

    Attributes:
        layer: `binding`, `arrangement` or `national`.
        title: its name.
        who: who asks in this layer.
        looked_at: whether it was looked at; if not, nothing is known of it.
        says: the outcome in words.
        gloss: what the outcome means, or why the layer was not looked at.
        least: the rung it is at least.
        most: the rung it is at most.
        ladder: all rungs, for the drawing.
        asked_by: the paragraphs behind it whatever the open questions bring.
        maybe_by: those behind it under some answers only.
    """

    layer: str
    title: str
    who: str
    looked_at: bool
    says: str
    gloss: str
    least: Step
    most: Step
    ladder: tuple[Step, ...]
    asked_by: tuple[Cited, ...]
    maybe_by: tuple[Cited, ...]

    @property
    def decided(self) -> bool:
        """Whether the outcome is one rung."""
        return self.looked_at and self.least.name == self.most.name


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason and those it rests on.

    Attributes:
        says: the reason in words.
        sign: `yes`, `no` or `unknown`.
        sign_says: the sign in words.
        cited: its paragraph.
        parts: the reasons it rests on.
    """

    says: str
    sign: str
    sign_says: str
    cited: Cited | None
    parts: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper, and what it has to state."""

    title: str
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """A duty, to restrain or to facilitate.

    Attributes:
        key: the rule's identifier.
        title: what it is.
        layer: its layer in words.
        holder: who holds it.
        step: the rung it asks for, if it asks for one.
        continuing: whether it binds beyond this transfer without moving its outcome.
        asks: what the holder has to do.
        says: what the provision says.
        cited: its paragraph.
        also: paragraphs it is read with.
        papers: the papers it asks for.
        due: the day it is due, in words.
        due_iso: the same day in figures.
        due_says: how the day is counted.
        certain: whether it applies whatever the open questions bring.
        verified: whether somebody compared the rule with its source.
        because: why.
    """

    key: str
    title: str
    layer: str
    holder: str
    step: Step | None
    continuing: bool
    asks: str
    says: str
    cited: Cited | None
    also: tuple[Cited, ...]
    papers: tuple[Paper, ...]
    due: str
    due_iso: str
    due_says: str
    certain: bool
    verified: bool
    because: Reason


@dataclass(frozen=True, slots=True)
class Slot:
    """A variable place of a family and the atoms that fill it."""

    says: str
    atoms: str


@dataclass(frozen=True, slots=True)
class Listing:
    """An entry that the item meets or may meet."""

    entry: str
    title: str
    cited: Cited | None
    certain: bool
    by: str
    because: str
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Uncertainty:
    """What is open about the item: what is known, and what to give."""

    says: str
    ask: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What the item was taken to be.

    Attributes:
        says: in one sentence.
        status: `listed`, `not-listed` or `undetermined`.
        drawing: the address of the drawing of its structure, or an empty string.
        drawing_says: what the drawing shows.
        particulars: names and values: name, CAS number, formula, …
        listings: the entries.
        open: what is open.
        notices: what to bear in mind.
        read_as: how the one box was read.
        otherwise: other ways to read it, each with its address.
    """

    says: str
    status: str
    drawing: str
    drawing_says: str
    particulars: tuple[tuple[str, str], ...]
    listings: tuple[Listing, ...]
    open: tuple[Uncertainty, ...]
    notices: tuple[str, ...]
    read_as: str
    otherwise: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question to answer in place.

    Attributes:
        field: the question.
        carried: the names and values of everything said so far.
        example: an example of an answer.
        said_unknown: whether the person said already that they do not know.
        submit: the address the form goes to.
    """

    field: Field
    carried: tuple[tuple[str, str], ...]
    example: str
    said_unknown: bool
    submit: str


@dataclass(frozen=True, slots=True)
class Assumption:
    """What silence was taken to mean, and the question that changes it."""

    says: str
    question: OpenQuestion


@dataclass(frozen=True, slots=True)
class NamedReading:
    """A way to read a provision, and who holds it."""

    title: str
    says: str
    held_by: str
    cited: Cited | None


@dataclass(frozen=True, slots=True)
class Machine:
    """The answer as a program sees it.

    Attributes:
        link: the address that gives this answer again.
        request: the request, as JSON.
        answer: the answer, as JSON.
        corpus: the digest of the corpus.
    """

    link: str
    request: str
    answer: str
    corpus: str


@dataclass(frozen=True, slots=True)
class AnswerPage:
    """The answer, in the order in which it is read.

    `overall` is the outcome of the layers that were looked at, if it is one rung; `scope` says which these were where
    some were not, so that a rung never reads as clearance.
    """

    sentence: str
    overall: Step | None
    scope: str
    asked: tuple[tuple[str, str], ...]
    change: str
    taken: Taken
    columns: tuple[Column, ...]
    duties: tuple[Task, ...]
    facilitates: tuple[Task, ...]
    question: OpenQuestion | None
    later: tuple[OpenQuestion, ...]
    assumed: tuple[Assumption, ...]
    readings: tuple[NamedReading, ...]
    notices: tuple[str, ...]
    untranslatable: tuple[str, ...]
    not_looked_at: tuple[str, ...]
    machine: Machine

    @property
    def sure(self) -> tuple[Task, ...]:
        """The duties that apply whatever the open questions bring."""
        return tuple(task for task in self.duties if task.certain)

    @property
    def maybe(self) -> tuple[Task, ...]:
        """The duties that apply under some answers only."""
        return tuple(task for task in self.duties if not task.certain)

    @property
    def sure_exchange(self) -> tuple[Task, ...]:
        """What is to be facilitated whatever the open questions bring."""
        return tuple(task for task in self.facilitates if task.certain)

    @property
    def maybe_exchange(self) -> tuple[Task, ...]:
        """What is to be facilitated under some answers only."""
        return tuple(task for task in self.facilitates if not task.certain)
