"""Amounts are exact, carry their unit, and are refused with a remedy where they could be read in two ways."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from time import perf_counter
from typing import Any

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullest.corpus.files import CorpusFiles
from fullest.corpus.vocabulary import load_vocabulary
from fullest.errors import InputError, UnknownName, UnreadableValue
from fullest.terms.amount import Amount, Unit, Units

UNITS = load_vocabulary(CorpusFiles()).units
KILOGRAM = 10**15
PERCENT = 10**10
# How Pint, which knows nothing of chemistry papers, calls what the table calls so.
PINT_NAMES = {"%": "percent", "t": "metric_ton", "µg": "microgram"}


@pytest.fixture(scope="module")
def registry() -> Any:
    """Pint's own table, in fractions."""
    return pint.UnitRegistry(non_int_type=Fraction)


def mass(text: str) -> int:
    """The base units of a mass."""
    return UNITS.read(text, "mass").base


@pytest.mark.parametrize(
    ("text", "kilograms"),
    [
        ("200 kg", "200"),
        ("200kg", "200"),
        ("0.5 kg", "0.5"),
        ("1,5 kg", "1.5"),
        ("0,500 kg", "0.5"),
        ("0,125 kg", "0.125"),
        ("1 500 kg", "1500"),
        ("1\u00a0500\u202f000 kg", "1500000"),
        ("1 500,25 kg", "1500.25"),
        ("12 500.5\u00a0kg", "12500.5"),
        ("1e3 kg", "1000"),
        ("1.5E-3 kg", "0.0015"),
        ("  5\n kg ", "5"),
        ("5 KG", "5"),
        ("5 Kilograms", "5"),
        ("2 t", "2000"),
        ("1 metric ton", "1000"),
        ("1 lb", "0.45359237"),
        ("16 oz", "0.45359237"),
        ("5 µg", "0.000000005"),
        ("5 μg", "0.000000005"),
        ("0 kg", "0"),
    ],
)
def test_an_amount_is_read_exactly(text: str, kilograms: str) -> None:
    """Decimal point or comma, grouped digits, exponents and other names of a unit all give the exact amount."""
    assert mass(text) == Fraction(kilograms) * KILOGRAM


@pytest.mark.parametrize(
    ("text", "percent"),
    [("8 %", "8"), ("8%", "8"), ("0,1 %", "0.1"), ("30 % w/w", "30"), ("5000 ppm", "0.5"), ("1 mg/kg", "0.0001")],
)
def test_a_ratio_by_weight_is_read_exactly(text: str, percent: str) -> None:
    """Per cent, parts per million and milligrams per kilogram are one dimension."""
    assert UNITS.read(text, "ratio-by-weight").base == Fraction(percent) * PERCENT


@pytest.mark.parametrize("text", ["1,500 kg", "12,345 kg", "999,999 mg"])
def test_a_comma_that_may_group_or_divide_is_refused_with_both_readings(text: str) -> None:
    """`1,500 kg` is one and a half or one and a half thousand: the person says which."""
    with pytest.raises(UnreadableValue, match="two ways") as problem:
        UNITS.read(text, "mass", at="amount")
    digits = text.partition(" ")[0]
    assert f'"{digits.replace(",", "")}" or "{digits.replace(",", ".")}"' in problem.value.hint
    assert problem.value.at == "amount"


def test_the_remedy_for_several_commas_can_itself_be_read() -> None:
    """Several commas can only group, and the hint does not offer a number with several points."""
    with pytest.raises(UnreadableValue) as problem:
        UNITS.read("1,500,000 kg", "mass")
    assert problem.value.hint == 'without the comma, "1500000"'


@pytest.mark.parametrize("text", ["5", "1e5", "1 500", "0"])
def test_a_number_without_a_unit_is_refused(text: str) -> None:
    """No unit is ever supplied."""
    with pytest.raises(UnreadableValue, match="no unit") as problem:
        UNITS.read(text, "mass")
    assert "kg" in problem.value.hint


@pytest.mark.parametrize("text", ["-5 kg", "+5 kg", ".5 kg", "kg", "", "five kg", "−5 kg", "٥ kg"])
def test_what_does_not_begin_with_a_digit_is_no_amount(text: str) -> None:
    """Negative amounts, bare units and words are refused."""
    with pytest.raises(UnreadableValue):
        UNITS.read(text, "mass")


@pytest.mark.parametrize("text", ["1.500.000 kg", "5. kg", "1,2,3 kg", "5 10 kg", "1 50 kg", "1500 000 kg", "1 ,5 kg"])
def test_digits_that_group_in_no_known_way_are_refused(text: str) -> None:
    """`5 10 kg` is not five hundred and ten: spaces group in threes or not at all."""
    with pytest.raises(UnreadableValue, match="as a number"):
        UNITS.read(text, "mass")


@pytest.mark.parametrize("text", ["5 Mg", "5 MG", "5 Mt", "5 MCG", "5 M"])
def test_a_capital_m_is_never_taken_for_milli(text: str) -> None:
    """A megagram is a thousand million milligrams."""
    with pytest.raises(UnknownName):
        UNITS.read(text, "mass")


@pytest.mark.parametrize("text", ["5 l", "5 kg.", "5 kg\0", "5 kg of it", "3 furlongs"])
def test_a_unit_that_nobody_knows_is_refused_with_those_there_are(text: str) -> None:
    """The hint lists the units of the dimension."""
    with pytest.raises(UnknownName) as problem:
        UNITS.read(text, "mass")
    assert all(name in problem.value.hint for name in ("kg", "mg", "lb"))


def test_a_unit_of_another_dimension_is_refused() -> None:
    """A percentage is no mass, and the error says what it is."""
    with pytest.raises(UnknownName, match="an amount of ratio-by-weight, not of mass"):
        UNITS.read("5 %", "mass")


def test_an_amount_finer_than_the_base_unit_is_refused_and_not_rounded() -> None:
    """A picogram is held, a tenth of one is not."""
    assert mass("1e-15 kg") == 1
    with pytest.raises(UnreadableValue, match="finer"):
        UNITS.read("1e-16 kg", "mass")


def test_a_huge_amount_is_still_exact() -> None:
    """Exponents of three digits are whole numbers like any other."""
    assert mass("1e999 kg") == 10**1014


@pytest.mark.parametrize("text", ["9" * 5000 + " kg", "1" + " 000" * 60000 + " kg", "1" + "x" * 200000, "1e9999 kg"])
def test_a_text_that_is_too_long_is_refused_at_once(text: str) -> None:
    """No text, however long, makes reading slow or fail in another way."""
    start = perf_counter()
    with pytest.raises(InputError):
        UNITS.read(text, "mass")
    assert perf_counter() - start < 1


def test_spaces_without_end_do_not_slow_the_reading() -> None:
    """Runs of spaces and lines count as one space."""
    start = perf_counter()
    assert mass("1" + " " * 100_000 + "\n" * 100_000 + "kg") == KILOGRAM
    assert perf_counter() - start < 1


def test_two_amounts_are_equal_whatever_their_words() -> None:
    """What was said is kept for people and plays no part in comparison."""
    one, other = UNITS.read("1 t", "mass"), UNITS.read("1000 kg", "mass")
    assert one == other
    assert hash(one) == hash(other)
    assert (str(one), str(other)) == ("1 t", "1000 kg")


@given(
    st.decimals(min_value=0, max_value=10**6, places=3).map(lambda number: Decimal(number).normalize()),
    st.sampled_from([unit for unit in UNITS.listed if unit.dimension == "mass"]),
    st.sampled_from(["", " ", "\u00a0", "\u202f"]),
)
def test_what_is_read_prints_back_the_same(number: Decimal, unit: Unit, space: str) -> None:
    """An amount says itself in words that read back to the same amount."""
    read = UNITS.read(f"{number:f}{space}{unit.name}", "mass")
    assert UNITS.read(str(read), "mass") == read
    assert str(UNITS.read(str(read), "mass")) == str(read)
    assert read.base == Fraction(number) * unit.size


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused_with_a_remedy(text: str) -> None:
    """Nothing but an input error ever comes out, and it has a hint."""
    try:
        assert isinstance(UNITS.read(text, "mass", at="amount"), Amount)
    except InputError as problem:
        assert (problem.at, bool(problem.hint)) == ("amount", True)


@pytest.mark.parametrize("unit", UNITS.listed, ids=lambda unit: str(unit.name))
def test_the_table_of_units_agrees_with_pint(unit: Unit, registry: Any) -> None:
    """Each size is what an independent library says, exactly."""
    base, count = ("kg", KILOGRAM) if unit.dimension == "mass" else ("percent", PERCENT)
    # Pint has no ppb: a thousandth of its ppm.
    asked = registry.Quantity(Fraction(1), PINT_NAMES.get(unit.name, unit.name)) if unit.name != "ppb" else None
    expected = Fraction(asked.to(base).magnitude) if asked is not None else Fraction(1, 10**7)
    assert expected * count == unit.size


def test_no_two_units_share_a_name() -> None:
    """Every name and other name leads to one unit, small letters included."""
    names = [name for unit in UNITS.listed for name in (unit.name, *unit.other_names)]
    assert len(names) == len(set(names))
    lowered = {name.lower(): unit for unit in UNITS.listed for name in (unit.name, *unit.other_names)}
    assert all(lowered[name.lower()] == unit for unit in UNITS.listed for name in (unit.name, *unit.other_names))


def test_a_dimension_without_units_still_gets_a_hint() -> None:
    """The error for a dimension that nothing measures has words."""
    with pytest.raises(UnreadableValue) as problem:
        Units([]).read("x", "length")
    assert problem.value.hint == "a number and a unit"
