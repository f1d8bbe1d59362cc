"""Amounts: exact whole numbers of a base unit, kept with the words they were given in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from fullest.errors import UnknownName, UnreadableValue

_AMOUNT = re.compile(r"(?P<number>[0-9][0-9 .,]*(?:[eE][+-]?[0-9]{1,3})?) ?(?P<unit>\S.*)?")
_PLAIN = re.compile(r"[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?")
_SPACED = re.compile(r"[0-9]{1,3}( [0-9]{3})+([.,][0-9]+)?")
_TWO_WAYS = re.compile(r"[1-9][0-9]{0,2}(,[0-9]{3})+")
# A capital M is mega, a thousand million times milli, so these are never taken for `mg` or `mt`.
_MEGA = re.compile(r"M[A-Za-z]{0,2}(/.*)?")
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure.

    Attributes:
        name: as it is written, `kg`.
        dimension: `mass`, `ratio-by-weight`, …
        size: how many base units of the dimension it holds.
        other_names: other ways to write it.
    """

    name: str
    dimension: str
    size: Fraction
    other_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Amount:
    """An exact amount.

    Attributes:
        base: a whole number of base units of the dimension.
        dimension: what is measured.
        given: the words it was given in, for people; two amounts are equal whatever their words.
    """

    base: int
    dimension: str
    given: str = field(default="", compare=False)

    def __str__(self) -> str:
        return self.given


class Units:
    """The units that the corpus knows, and how to read an amount in them."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self.listed = tuple(units)
        self._by_name: Mapping[str, Unit] = {
            name: unit for unit in self.listed for name in (unit.name, *unit.other_names)
        }

    def read(self, text: str, dimension: str, *, at: str = "") -> Amount:
        """Read an amount such as `200 kg` or `8 %`.

        Args:
            text: a number and a unit. A decimal point or comma; spaces may group digits in threes.
            dimension: what must be measured.
            at: the field or the file and line, for the error.

        Raises:
            UnreadableValue: no number, no unit, a comma that may group or divide, or too long or too fine an amount.
            UnknownName: a unit that the corpus does not hold, or one of another dimension.
        """
        text = _tidy(text)
        if len(text) > _LONGEST:
            raise UnreadableValue(f"the amount is longer than {_LONGEST} characters", at=at, hint=self._hint(dimension))
        match = _AMOUNT.fullmatch(text)
        if not match:
            raise UnreadableValue(f'cannot read "{text}" as an amount', at=at, hint=self._hint(dimension))
        if not match["unit"]:
            raise UnreadableValue(f'"{text}" has no unit', at=at, hint=self._hint(dimension))
        unit = self._unit(match["unit"].strip(), dimension, text, at)
        base = _number(match["number"], at) * unit.size
        if base.denominator != 1:
            raise UnreadableValue(
                f'"{text}" is finer than Fullest measures', at=at, hint="the finest is 1 pg, or 1e-10 %"
            )
        return Amount(base.numerator, dimension, text)

    def _unit(self, name: str, dimension: str, text: str, at: str) -> Unit:
        unit = self._by_name.get(name) or (None if _MEGA.fullmatch(name) else self._by_name.get(name.lower()))
        if unit is None:
            raise UnknownName(f'cannot read the unit "{name}" of "{text}"', at=at, hint=self._hint(dimension))
        if unit.dimension != dimension:
            raise UnknownName(
                f'"{text}" is an amount of {unit.dimension}, not of {dimension}', at=at, hint=self._hint(dimension)
            )
        return unit

    def _hint(self, dimension: str) -> str:
        names = [unit.name for unit in self.listed if unit.dimension == dimension]
        return f'a number and a unit ({", ".join(names)}), as in "1.36 {names[0]}"' if names else "a number and a unit"


def _number(digits: str, at: str) -> Fraction:
    plain = digits.strip()
    if _TWO_WAYS.fullmatch(plain):
        raise UnreadableValue(f'"{plain}" can be read in two ways', at=at, hint=_without_comma(plain))
    if _SPACED.fullmatch(plain):
        plain = plain.replace(" ", "")
    plain = plain.replace(",", ".", 1) if "." not in plain else plain
    if not _PLAIN.fullmatch(plain):
        raise UnreadableValue(
            f'cannot read "{digits.strip()}" as a number', at=at, hint='digits, as in "1500" or "1.5"'
        )
    return Fraction(plain)


def _without_comma(digits: str) -> str:
    """The remedy for commas: several can only group, one may also divide."""
    whole = f'without the comma, "{digits.replace(",", "")}"'
    return whole if digits.count(",") > 1 else f'{whole} or "{digits.replace(",", ".")}"'


def _tidy(text: str) -> str:
    return " ".join(text.split())
