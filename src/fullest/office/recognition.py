"""What a person typed into the one box: a CAS number, a structure, a list entry, or a name.

The reading is shown to the person, who may choose another; whether it means anything is for the engine to say.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, get_args

from fullest.determination.item_text import read_item_text

Reading = Literal["name", "cas", "smiles", "inchi", "inchikey", "entry", "molfile", "description"]
READINGS: tuple[Reading, ...] = get_args(Reading)


def recognise(typed: str, holds_name: Callable[[str], bool], *, wanted: Reading | None = None) -> tuple[Reading, str]:
    """Read what was typed.

    Args:
        typed: the words of the box, perhaps with a prefix that says what they are, as in `smiles:CO`.
        holds_name: whether a chemical name is held, so that a short name is not taken for a structure.
        wanted: how the person wants it read, if they said so.

    Returns:
        What the words are, and the words without their prefix.

    Raises:
        InputError: the box is empty, or its prefix is not one of an item.
    """
    if wanted:
        return wanted, typed.strip()
    item = read_item_text(typed, holds_name)
    return next(((reading, words) for reading in READINGS if (words := getattr(item, reading))), ("name", typed))
