"""A determination: what the rules say of one transfer, with the paragraph that says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from fullest.corpus.rules import Layer, Reading
from fullest.corpus.vocabulary import Fact, Gap
from fullest.determination.answer import answer_of
from fullest.determination.duty import Duty
from fullest.identification.answer import Identification
from fullest.terms.outcome import Outcome
from fullest.terms.text import Language, Text
from fullest.terms.transfer import Transfer


@dataclass(frozen=True, slots=True)
class Question:
    """A question whose answer would narrow the outcome.

    Attributes:
        fact: the vocabulary fact, or `item`.
        sort: truth, amount, choice, choices, date, or text for the item.
        options: for a choice, each option with what it is called.
    """

    fact: str
    ask: Text
    help: Text
    sort: str
    options: tuple[tuple[str, Text], ...] = ()
    example: str = ""


@dataclass(frozen=True, slots=True)
class Determination:
    """What the encoded rules say of one transfer.

    Attributes:
        transfer: the transfer as it was understood.
        identification: what the item was taken to be.
        layers: the outcome of each layer; `None` where the layer was not looked at.
        outcome: the strictest of the layers that were looked at.
        duties: duties to restrain and continuing duties; `facilitates` duties to facilitate.
        questions: what to ask, the most telling first.
        assumed: facts that silence was taken to mean, where another value would change the answer.
        not_looked_at: what nobody may take for cleared.
        readings: the contested readings that the duties stand under or touch.
        sentence: the answer in one sentence.
        names: the States of the transfer, in words.
        digest: the corpus that was asked.
    """

    transfer: Transfer
    identification: Identification
    layers: Mapping[Layer, Outcome | None]
    outcome: Outcome
    duties: tuple[Duty, ...]
    facilitates: tuple[Duty, ...]
    questions: tuple[Question, ...]
    assumed: tuple[Fact, ...]
    not_looked_at: tuple[Gap, ...]
    readings: tuple[Reading, ...]
    notices: tuple[Text, ...]
    sentence: Text
    names: Mapping[str, Text]
    said: Mapping[str, object]
    papers: Mapping[str, tuple[Text, tuple[Text, ...]]]
    due_words: Mapping[str, Text]
    digest: str

    @property
    def day(self) -> date:
        """The day that was asked about."""
        return self.transfer.date

    def to_dict(self, language: Language = "en") -> dict[str, object]:
        """The answer in the words that all doors share; see docs/answer.md for its shape."""
        return answer_of(self, language)
