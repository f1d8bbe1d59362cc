"""The answer in one sentence that can be read aloud."""

from __future__ import annotations

from collections.abc import Sequence

from fullest.corpus.corpus import Corpus
from fullest.determination.duty import Duty
from fullest.determination.names import day_name, placed_name
from fullest.determination.questions import ITEM
from fullest.identification.answer import Identification
from fullest.language.explain import Reason
from fullest.terms.amount import Amount
from fullest.terms.outcome import Outcome, Rung
from fullest.terms.text import LANGUAGES, Text, same
from fullest.terms.transfer import Transfer


class Sentences:
    """Words the answer."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus, self._words = corpus, corpus.vocabulary.sentences

    def sentence(
        self,
        transfer: Transfer,
        item: Identification,
        outcome: Outcome,
        duties: Sequence[Duty],
        exchange: Sequence[Duty],
        asked: Sequence[str],
    ) -> Text:
        """The outcome, what moves, whence, whither, when, and why or what it turns on."""
        deciding = self._deciding(outcome, duties) or (exchange[0] if exchange and exchange[0].certain else None)
        template = self._words[self._key(outcome, deciding, asked)]
        sentence = template.filled(
            item=self._item(transfer, item),
            day=day_name(transfer.date),
            origin=placed_name(self._corpus, transfer.origin, "from"),
            destination=placed_name(self._corpus, transfer.destination, "to"),
            why=self._turns_on(asked) if asked else self._why(deciding) if deciding else same(""),
            at_least=self.rung(outcome.at_least),
            at_most=self.rung(outcome.at_most),
        )
        return Text(*(_sentence(sentence[language].strip()) for language in LANGUAGES))

    def rung(self, rung: Rung) -> Text:
        """A rung of the ladder in words."""
        return self._words[f"rung.{rung.name}"]

    def _key(self, outcome: Outcome, deciding: Duty | None, asked: Sequence[str]) -> str:
        if not outcome.decided:
            return "outcome.open" if asked or deciding else "outcome.none"
        facilitated = outcome.at_most is Rung.free and deciding is not None
        return "outcome.free.facilitated" if facilitated else f"outcome.{outcome.at_most.name}"

    def _deciding(self, outcome: Outcome, duties: Sequence[Duty]) -> Duty | None:
        """The duty that sets the bound that matters most to the reader."""
        rung = outcome.at_most
        if rung is Rung.free:
            return None
        fitting = [duty for duty in duties if duty.rule.effect is rung and duty.certain is outcome.decided]
        return fitting[0] if fitting else None

    def _item(self, transfer: Transfer, item: Identification) -> Text:
        name = transfer.item.name or item.name or transfer.item.entry or item.cas or item.formula
        said = same(name) if name and len(name) < 80 else self._words["item.unnamed"]
        amount = transfer.facts.get("amount")
        given = str(amount).replace(" ", "\u00a0") if isinstance(amount, Amount) else ""
        return said + (f" ({given})" if given else "")

    def _turns_on(self, asked: Sequence[str]) -> Text:
        facts = self._corpus.vocabulary.facts
        named = [self._words["turns-on.item"] if name == ITEM else facts[name].label for name in asked]
        return self._words["turns-on"].filled(
            facts=Text(*(", ".join(one[word] for one in named) for word in LANGUAGES))
        )

    def _why(self, duty: Duty) -> Text:
        label = self._corpus.instruments.provision(duty.rule.cites).label
        short = self._corpus.instruments.get(duty.rule.cites.instrument).abbreviation
        leaves = [leaf for leaf in _leaves(duty.because) if leaf.value is True and leaf.about.startswith("bound:")]
        said = [f"{duty.rule.title[one]} ({short[one]}, {label[one]})." for one in LANGUAGES]
        # A condition that a rule shares with its exception is said once.
        more = ["".join(dict.fromkeys(f" {_sentence(leaf.says[one])}." for leaf in leaves)) for one in LANGUAGES]
        return Text(said[0] + more[0], said[1] + more[1])


def _leaves(reason: Reason) -> list[Reason]:
    return [reason] if not reason.parts else [leaf for part in reason.parts for leaf in _leaves(part)]


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
