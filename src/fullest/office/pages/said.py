"""An answer as the engine words it (the JSON of every door), taken apart with its types checked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeAlias

Said: TypeAlias = Mapping[str, object]


# A number stays with its unit, its month or its paragraph, and French marks with the word before them.
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|janvier|février|mars|avril|mai"
    "|juin|juillet|août|septembre|octobre|novembre|décembre"
)
_NUMBERED = "[Pp]aragraphe?|[Aa]rticle|[Pp]art|[Ss]chedule|[Tt]ableau|item|numéro"
_BREAKS = re.compile(
    rf"(?<=\d) (?=(?:[kmµn]?g|t|[mµ]?[lL]|days?|jours?|{_MONTHS})\b|%)"
    rf"|(?<=1er) (?=(?:{_MONTHS})\b)| (?=[;:?!»])|(?<=«) "
)
_NUMBER = re.compile(rf"\b({_NUMBERED}) (?=[0-9IVXLC])")
# Between letters only, so that the primes of a chemical name stay.
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")


def text(value: object) -> str:
    """Words as they are set: spaces that must not break, and apostrophes; an empty string where there are none."""
    if value is None:
        return ""
    return _NUMBER.sub("\\1\u00a0", _BREAKS.sub("\u00a0", _APOSTROPHE.sub("’", str(value))))


def texts(value: object) -> tuple[str, ...]:
    """A list of words."""
    return tuple(text(one) for one in value) if isinstance(value, list | tuple) else ()


def table(value: object) -> Said:
    """An object; an empty one where there is none."""
    return value if isinstance(value, Mapping) else {}


def tables(value: object) -> list[Said]:
    """A list of objects."""
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list | tuple) else []
