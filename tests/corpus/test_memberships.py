"""Standing on a day: both sides of every date, and unknown wherever the tables do not settle it."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from pathlib import Path
from time import perf_counter

import pytest

from fullest.corpus.files import CorpusFiles
from fullest.corpus.memberships import Memberships, load_memberships
from fullest.corpus.states import load_states
from fullest.errors import NotFound

SHARED = Path(__file__).resolve().parents[2] / "../shared/data"
TODAY = date(2026, 11, 23)
# The two cells that are corrected, with what the reference table says.
CORRECTED = {("bwc", "ECU"): "1975-03-12", ("eu", "GBR"): "2020-01-31"}


@pytest.fixture(scope="module")
def memberships() -> Memberships:
    files = CorpusFiles()
    return load_memberships(files, load_states(files))


@pytest.mark.parametrize(
    ("iso3", "body", "on", "value"),
    [
        ("AGO", "cwc", date(2015, 10, 15), False),
        ("AGO", "cwc", date(2015, 10, 16), True),
        ("DEU", "cwc", date(1997, 4, 28), False),
        ("DEU", "cwc", date(1997, 4, 29), True),
        ("CUB", "cwc", date(1997, 5, 28), False),
        ("CUB", "cwc", date(1997, 5, 29), True),
        ("PSE", "cwc", date(2018, 6, 15), False),
        ("PSE", "cwc", date(2018, 6, 16), True),
        ("MHL", "rarotonga", date(2025, 3, 2), False),
        ("MHL", "rarotonga", date(2025, 3, 3), True),
        ("ECU", "bwc", date(1975, 3, 25), False),
        ("ECU", "bwc", date(1975, 3, 26), True),
        ("IND", "australia-group", date(2018, 1, 18), False),
        ("IND", "australia-group", date(2018, 1, 19), True),
    ],
)
def test_standing_changes_on_the_day(memberships: Memberships, iso3: str, body: str, on: date, value: bool) -> None:
    """The first day is in, the day before is out."""
    assert memberships.standing(iso3, body, on).value is value


@pytest.mark.parametrize("iso3", ["EGY", "ISR", "PRK", "SSD"])
@pytest.mark.parametrize("on", [date(1993, 1, 13), date(1997, 4, 29), date(2015, 10, 16), TODAY])
def test_four_states_are_never_bound_by_the_chemical_weapons_convention(
    memberships: Memberships, iso3: str, on: date
) -> None:
    """They stand outside on every day, signature or not."""
    began = {"SSD": date(2011, 7, 9)}.get(iso3, on)
    assert memberships.standing(iso3, "cwc", on).value is (False if on >= began else None)


@pytest.mark.parametrize(
    ("on", "value"), [(date(1993, 12, 31), False), (date(1994, 6, 1), None), (date(1995, 1, 1), True)]
)
def test_a_year_alone_leaves_the_year_open(memberships: Memberships, on: date, value: bool | None) -> None:
    """Argentina joined the Nuclear Suppliers Group in 1994: before false, during unknown, after true."""
    assert memberships.standing("ARG", "nsg", on).value is value


@pytest.mark.parametrize(
    ("iso3", "body", "on", "value"),
    [
        ("BEL", "nsg", date(1973, 12, 31), False),
        ("BEL", "nsg", date(1974, 1, 1), None),
        ("BEL", "nsg", date(2026, 2, 27), None),
        ("BEL", "nsg", date(2026, 2, 28), True),
        ("COL", "iaea-csa", date(2024, 12, 30), None),
        ("COL", "iaea-csa", date(2024, 12, 31), True),
        ("ARM", "iaea-ap", date(1997, 9, 28), False),
        ("ARM", "iaea-ap", date(2011, 6, 29), None),
        ("ARM", "iaea-ap", date(2011, 6, 30), True),
        ("ALB", "cppnm-a", date(2016, 5, 7), False),
        ("ALB", "cppnm-a", date(2019, 12, 30), None),
        ("ALB", "cppnm-a", date(2019, 12, 31), True),
    ],
)
def test_an_unknown_beginning_is_unknown_until_the_day_it_is_known_by(
    memberships: Memberships, iso3: str, body: str, on: date, value: bool | None
) -> None:
    """Neither taken for absent nor for present; before the founding or the signature it is false."""
    assert memberships.standing(iso3, body, on).value is value


@pytest.mark.parametrize("iso3", ["FSM", "GNB"])
def test_what_is_only_probable_stays_unknown(memberships: Memberships, iso3: str) -> None:
    """Two additional protocols are perhaps in force; nobody says so."""
    assert memberships.standing(iso3, "iaea-ap", TODAY).value is None


@pytest.mark.parametrize(
    ("on", "value"),
    [
        (date(1985, 12, 11), False),
        (date(2002, 6, 1), True),
        (date(2003, 1, 10), True),
        (date(2003, 1, 11), None),
        (date(2003, 6, 1), None),
        (TODAY, None),
    ],
)
def test_a_disputed_withdrawal_is_unknown(memberships: Memberships, on: date, value: bool | None) -> None:
    """From the day it is said to have taken effect, both readings are open."""
    assert memberships.standing("PRK", "npt", on).value is value


@pytest.mark.parametrize(("on", "value"), [(date(2020, 1, 31), True), (date(2020, 2, 1), False)])
def test_a_member_that_left_is_out_from_the_day_after(memberships: Memberships, on: date, value: bool) -> None:
    """The United Kingdom was a member of the European Union to the end of 31 January 2020."""
    assert memberships.standing("GBR", "eu", on).value is value


@pytest.mark.parametrize(
    ("on", "value"),
    [
        (date(1958, 2, 5), False), (date(1958, 2, 6), True), (date(2003, 3, 25), True), (date(2003, 3, 26), False),
        (date(2009, 11, 22), False), (date(2009, 11, 23), True),
    ],
)  # fmt: skip
def test_two_periods_have_a_gap_between_them(memberships: Memberships, on: date, value: bool) -> None:
    """Cambodia left the International Atomic Energy Agency and came back."""
    assert memberships.standing("KHM", "iaea-statute", on).value is value


@pytest.mark.parametrize(
    ("on", "value"), [(date(1990, 1, 1), None), (date(1991, 6, 1), None), (date(1992, 1, 1), False)]
)
def test_a_year_of_leaving_leaves_the_year_open(memberships: Memberships, on: date, value: bool | None) -> None:
    """Argentina left the Non-Aligned Movement in 1991; when it joined is not recorded."""
    assert memberships.standing("ARG", "nam", on).value is value


@pytest.mark.parametrize(("on", "value"), [(date(2026, 11, 23), True), (date(2026, 11, 24), None)])
def test_an_announced_end_is_unknown_until_confirmed(memberships: Memberships, on: date, value: bool | None) -> None:
    """Nepal was due to leave the least developed countries on 24 November 2026."""
    assert memberships.standing("NPL", "ldc", on).value is value


def test_a_treaty_that_is_not_in_force_binds_nobody(memberships: Memberships) -> None:
    """Ratifications of the test-ban treaty are held, and nobody is bound."""
    assert memberships.members("ctbt", TODAY) == ()
    standing = memberships.standing("RUS", "ctbt", TODAY)
    assert standing.value is False
    assert standing.membership is not None
    assert standing.membership.until is not None


@pytest.mark.parametrize(
    ("iso3", "body"), [("ZAF", "cppnm"), ("ZAF", "cppnm-a"), ("COK", "iaea-csa"), ("SGP", "geneva-1925")]
)
def test_a_partial_table_says_nothing_by_its_silence(memberships: Memberships, iso3: str, body: str) -> None:
    """No row in a partial table is unknown, whatever the day."""
    assert memberships.standing(iso3, body, TODAY).value is None


@pytest.mark.parametrize(
    ("iso3", "value"),
    [("REU", True), ("GLP", True), ("ALA", True), ("HKG", True), ("MAC", True), ("GRL", None), ("PRI", None)],
)
def test_an_area_is_looked_up_through_its_state_only_where_that_is_held(
    memberships: Memberships, iso3: str, value: bool | None
) -> None:
    """Integral parts and the two regions of China for this Convention; any other area is unknown."""
    assert memberships.standing(iso3, "cwc", TODAY).value is value


def test_what_comes_through_a_state_is_not_verified(memberships: Memberships) -> None:
    """That it applies in the area was not compared with a source."""
    membership = memberships.standing("REU", "cwc", TODAY).membership
    assert membership is not None
    assert (membership.iso3, membership.verified) == ("FRA", False)


def test_one_treaty_held_for_an_area_says_nothing_of_another(memberships: Memberships) -> None:
    """Hong Kong is held for the Chemical Weapons Convention alone."""
    assert memberships.standing("HKG", "bwc", TODAY).value is None


def test_statistical_regions_do_not_come_through_the_state(memberships: Memberships) -> None:
    """Réunion is in Africa, not in Europe, for the M49 standard."""
    assert memberships.standing("REU", "m49-002", TODAY).value is True
    assert memberships.standing("REU", "m49-150", TODAY).value is False


def test_where_sources_differ_no_treaty_is_decided(memberships: Memberships) -> None:
    """The tables record no standing, and say so in neutral words."""
    treaties = [body.id for body in memberships.bodies.values() if body.kind == "treaty"]
    found = [memberships.standing("TWN", body, TODAY) for body in treaties]
    assert {standing.value for standing in found} == {None}


def test_a_former_state_is_unknown(memberships: Memberships) -> None:
    """What bound it is not recorded under its own code."""
    assert memberships.standing("SUN", "npt", date(1980, 1, 1)).value is None


def test_a_nuclear_weapon_state_has_no_comprehensive_agreement(memberships: Memberships) -> None:
    """It has a voluntary offer agreement instead."""
    assert memberships.standing("FRA", "iaea-csa", TODAY).value is False
    assert memberships.standing("FRA", "iaea-voa", TODAY).value is True


@pytest.mark.parametrize(
    ("body", "number"),
    [
        ("npt", 191), ("cwc", 193), ("bwc", 189), ("tpnw", 75), ("tlatelolco", 33), ("rarotonga", 14),
        ("bangkok", 10), ("pelindaba", 43), ("semipalatinsk", 5), ("iaea-csa", 183), ("iaea-ap", 141), ("cppnm", 51),
        ("cppnm-a", 74), ("nsg", 48), ("mtcr", 35), ("wassenaar", 42), ("zangger", 39), ("eu", 27), ("un", 193),
        ("ldc", 44), ("lldc", 32), ("sids", 53), ("nam", 121), ("unsc-p5", 5), ("npt-nws", 5), ("ctbt", 179),
    ],
)  # fmt: skip
def test_the_numbers_are_the_published_ones(memberships: Memberships, body: str, number: int) -> None:
    """Rows with an act of joining that has not ended, a disputed one included."""
    rows = [row for iso3 in _codes(memberships) for row in memberships.of(iso3) if row.body == body]
    assert sum(1 for row in rows if row.how and not row.until) == number


@pytest.mark.parametrize(
    ("body", "number"), [("cwc", 193), ("npt", 190), ("bwc", 189), ("australia-group", 43), ("iaea-statute", 181)]
)
def test_members_are_those_known_to_be_bound(memberships: Memberships, body: str, number: int) -> None:
    """The disputed party is not among them; the European Union is a member of the Australia Group."""
    assert len(memberships.members(body, TODAY)) == number


def test_members_on_an_earlier_day_are_fewer(memberships: Memberships) -> None:
    """87 States were bound when the Chemical Weapons Convention entered into force, none the day before."""
    assert memberships.members("cwc", date(1997, 4, 28)) == ()
    assert len(memberships.members("cwc", date(1997, 4, 29))) == 87


def test_every_reason_is_said_in_both_languages(memberships: Memberships) -> None:
    """No reason is empty, and no place in it is left unfilled."""
    for iso3 in ("AGO", "EGY", "ISR", "PRK", "TWN", "HKG", "REU", "XKX", "SUN", "KHM", "ARM", "NPL", "EUU"):
        for body in memberships.bodies:
            for on in (date(1960, 1, 1), date(1994, 6, 1), TODAY):
                why = memberships.standing(iso3, body, on).why
                assert why.en and why.fr and why.en != why.fr
                assert "{" not in why.en + why.fr


def test_a_reason_names_the_day(memberships: Memberships) -> None:
    """In words, in either language."""
    why = memberships.standing("DEU", "cwc", TODAY).why
    assert why.en == "in force for it since 29 April 1997"
    assert why.fr == "en vigueur à son égard depuis le 29 avril 1997"


def test_what_was_remembered_is_not_verified(memberships: Memberships) -> None:
    """A row from memory says so."""
    rows = [row for iso3 in _codes(memberships) for row in memberships.of(iso3) if "memory" in row.sources]
    assert rows
    assert not any(row.verified for row in rows)


@pytest.mark.parametrize(("iso3", "body"), [("DEU", "no-such-treaty"), ("XA", "cwc")])
def test_an_unknown_name_is_not_found(memberships: Memberships, iso3: str, body: str) -> None:
    """Neither a treaty nor a State is made up."""
    with pytest.raises(NotFound):
        memberships.standing(iso3, body, TODAY)


def test_standing_is_quick(memberships: Memberships) -> None:
    """A thousand questions in well under a tenth of a second."""
    start = perf_counter()
    for _ in range(1000):
        memberships.standing("AGO", "cwc", TODAY)
    assert perf_counter() - start < 0.1


@pytest.mark.shared
def test_every_row_of_the_reference_tables_is_carried(memberships: Memberships) -> None:
    """As many rows for each body, and each with its days; what was added by hand says so."""
    carried = Counter(
        (row.body, row.iso3)
        for iso3 in _codes(memberships)
        for row in memberships.of(iso3)
        if "worked-out" not in row.sources
    )
    given = Counter(
        (_body(row.get("treaty") or row["group"]), row["iso3"])
        for name in ("treaty_status", "groups")
        for row in _rows(SHARED / f"{name}.csv")
    )
    assert carried == given


@pytest.mark.shared
@pytest.mark.parametrize(("name", "since"), [("treaty_status", "bound_since"), ("groups", "member_since")])
def test_every_day_is_carried_as_it_stands(memberships: Memberships, name: str, since: str) -> None:
    """The beginning and the end are those of the reference table, two corrections aside."""
    held = {
        (row["body"], row["iso3"]): row
        for table in ("treaties", "groups")
        for row, _ in CorpusFiles().rows(f"memberships/{table}.csv")
        if "worked-out" not in row["source"]
    }
    for given in _rows(SHARED / f"{name}.csv"):
        key = (_body(given.get("treaty") or given["group"]), given["iso3"])
        for column, written in ((since, "since"), ("left_on", "until")):
            same = held[key][written] == given[column] or not given[column]
            assert same or CORRECTED.get(key) == given[column], key


def _codes(memberships: Memberships) -> list[str]:
    files = CorpusFiles()
    return [state.iso3 for state in load_states(files) if memberships.of(state.iso3)]


def _body(name: str) -> str:
    first = name.split(" ", maxsplit=1)[0]
    return {"IAEA": "iaea-statute"}.get(first, first.lower())


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
