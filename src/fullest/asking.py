"""The Python door: ask about a transfer or an item, on an engine that is opened once and can be dropped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from fullest.corpus.corpus import open_corpus
from fullest.determination.determination import Determination
from fullest.determination.engine import Engine
from fullest.identification.answer import Identification
from fullest.terms.item import Item
from fullest.terms.transfer import Transfer


class Desk:
    """Where questions are asked when nobody brings an engine: it opens one on the first question and keeps it."""

    def __init__(self) -> None:
        self._engine: Engine | None = None

    @property
    def engine(self) -> Engine:
        """The engine on the corpus that comes with the package."""
        if self._engine is None:
            self._engine = open_engine()
        return self._engine

    def close(self) -> None:
        """Drop the engine; the next question opens another."""
        self._engine = None


desk = Desk()


def open_engine(overlay: Path | Iterable[Path] = ()) -> Engine:
    """Open an engine on the corpus, with folders that add to it.

    Args:
        overlay: a folder, or several, in the corpus's own form.

    Raises:
        CorpusError: a file of the corpus or of an overlay is wrong.
    """
    return Engine(open_corpus(overlay))


def assess(transfer: Transfer | Mapping[str, object], *, engine: Engine | None = None) -> Determination:
    """What is forbidden, required, free and to be facilitated in one transfer.

    Args:
        transfer: a typed transfer, or a mapping with the same words as the JSON (docs/answer.md).
        engine: an engine of your own; without it the desk's.

    Raises:
        InputError: a field cannot be read; the error names it and a remedy.
    """
    engine = engine or desk.engine
    return engine.assess(transfer if isinstance(transfer, Transfer) else engine.read(transfer))


def identify(
    item: Item | Mapping[str, object] | str, on: date | None = None, *, engine: Engine | None = None
) -> Identification:
    """What an item is, and which list entries it meets.

    Args:
        item: a typed item, a mapping, or a text such as `thiodiglycol`, `cas:111-48-8` or `smiles:OCCSCCO`.
        on: the day whose list editions are asked; today where it is not given.
        engine: an engine of your own; without it the desk's.

    Raises:
        InputError: the item cannot be read; the error names the field and a remedy.
    """
    return (engine or desk.engine).identify_item(item, on or date.today())
