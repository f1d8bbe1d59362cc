"""JSON as it comes in at a door: read strictly, so that no value of a request is lost or changed on the way.

What the standard leaves open is refused here: the same name twice in an object (most readers keep the last one and say
nothing), NaN and numbers that come out as infinite, half characters, and nesting that no request needs.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from functools import partial
from typing import NoReturn

from fullest.errors import UnreadableValue

DEEPEST = 64
"""Objects and lists inside one another; a request needs four."""
_HINT = 'names and texts in double quotes, no comma at the end, as in {"item": "cas:111-48-8", "origin": "DEU"}'
_FLAT = "at most a few lists and objects inside one another"


def read_json(text: str | bytes, *, at: str, what: str = "the text") -> object:
    """Read one JSON value.

    Args:
        text: the value; bytes are UTF-8, with or without a byte order mark.
        at: where the text comes from, for the error, or an empty string.
        what: what the text is called in the error, as in `the body`.

    Raises:
        UnreadableValue: it is not JSON, or says something twice, or holds what no request can mean.
    """
    try:
        words = _decoded(text)
        value = _parsed(words, at)
        _check_whole(words, value)
    except json.JSONDecodeError as problem:
        place = _joined(at, _place(problem))
        raise UnreadableValue(f"{what} is not JSON: {_lower(problem.msg)}", at=place, hint=_HINT) from problem
    except UnicodeEncodeError as problem:
        raise UnreadableValue("a text holds half a character", at=at, hint="write out the whole character") from problem
    except UnicodeDecodeError as problem:
        raise UnreadableValue(f"{what} is not UTF-8 text", at=at, hint="save or send it as UTF-8") from problem
    except RecursionError as problem:
        raise UnreadableValue(f"{what} is nested too deeply", at=at, hint=_FLAT) from problem
    except ValueError as problem:
        raise UnreadableValue(f"{what} holds a number too long", at=at, hint="fewer digits") from problem
    return value


def _decoded(text: str | bytes) -> str:
    return (text.decode("utf-8") if isinstance(text, bytes) else text).removeprefix("\ufeff")


def _parsed(words: str, at: str) -> object:
    return json.loads(
        words,
        object_pairs_hook=partial(_keys_once, at),
        parse_constant=partial(_no_number, at),
        parse_float=partial(_finite, at),
    )


def _keys_once(at: str, pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise UnreadableValue(
            f'"{_shown(twice)}" is said twice', at=_joined(at, _shown(twice)), hint="keep one of the two"
        )
    return found


def _no_number(at: str, word: str) -> NoReturn:
    raise UnreadableValue(f"{word} is not a JSON value", at=at, hint="write null for what is unknown")


def _finite(at: str, digits: str) -> float:
    number = float(digits)
    if math.isinf(number):
        raise UnreadableValue(f"{_shown(digits)} is beyond all numbers", at=at, hint="write null for what is unknown")
    return number


def _check_whole(words: str, value: object) -> None:
    """Refuse half characters and needless depth; most texts can hold neither and are not walked through.

    Raises:
        UnicodeEncodeError: a half of a pair of characters stands alone.
        RecursionError: it is nested too deeply.
    """
    if words.count("[") + words.count("{") > DEEPEST and _is_deep(value):
        raise RecursionError
    if "\\u" in words or not words.isascii():
        json.dumps(value, ensure_ascii=False).encode()


def _is_deep(value: object) -> bool:
    """Whether it is deeper than allowed, found level by level, so that the depth itself can do no harm."""
    level = [value]
    for _ in range(DEEPEST):
        level = [inner for one in level for inner in _inside(one) if isinstance(inner, dict | list)]
    return bool(level)


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def _place(problem: json.JSONDecodeError) -> str:
    """The character, and the line where there are several."""
    line = f"line {problem.lineno}, " if "\n" in problem.doc.strip() else ""
    return f"{line}character {problem.colno}"


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _shown(words: str) -> str:
    """Words short enough for an error, and whole."""
    short = words if len(words) <= 80 else f"{words[:80]}…"
    return short.encode("utf-8", "replace").decode()


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
