"""Fullest: what is forbidden, required, free and to be facilitated when an item moves between two States on a day."""

from fullest.asking import assess, desk, identify, open_engine
from fullest.corpus.corpus import Corpus, open_corpus
from fullest.determination.determination import Determination
from fullest.determination.engine import Engine
from fullest.errors import CorpusError, FullestError, InputError
from fullest.identification.answer import Identification
from fullest.terms.item import Item
from fullest.terms.outcome import Outcome, Rung
from fullest.terms.party import Party
from fullest.terms.transfer import Transfer

__all__ = [
    "Corpus",
    "CorpusError",
    "Determination",
    "Engine",
    "FullestError",
    "Identification",
    "InputError",
    "Item",
    "Outcome",
    "Party",
    "Rung",
    "Transfer",
    "assess",
    "desk",
    "identify",
    "open_corpus",
    "open_engine",
]
