"""What is given beside one another: numbers that nobody here holds, and entries that were not yet in force."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from fullest.corpus.lists import Lists
from fullest.corpus.substances import Substances, load_substances
from fullest.identification.answer import Identification
from fullest.identification.identifier import Identifier
from fullest.terms.item import Item

Identify = Callable[..., Identification]
TODAY, BEFORE, AFTER = date(2026, 11, 24), date(2020, 6, 6), date(2020, 6, 7)
UNHELD = "329-99-7"


@pytest.fixture(scope="module")
def substances() -> Substances:
    return load_substances()


@pytest.fixture(scope="module")
def holding(lists: Lists, substances: Substances) -> Identifier:
    """An identifier with the table of substances."""
    return Identifier(lists, substances)


def entries(found: Identification) -> list[tuple[str, bool]]:
    return [(listing.entry.id, listing.certain) for listing in found.listings]


def codes(found: Identification) -> list[str]:
    return [one.code for one in found.open]


def test_a_number_that_is_not_held_leaves_a_name_open(holding: Identifier) -> None:
    """It may be that of another chemical; the answer names both and asks."""
    found = holding.identify(Item(name="acetone", cas=UNHELD), TODAY)
    assert (found.status, codes(found)) == ("undetermined", ["cas-unknown"])
    assert found.listed("cwc/schedule-1") is None
    assert "acetone" in found.open[0].says.en
    assert UNHELD in found.open[0].says.fr
    assert found.open[0].ask.en.endswith("?")


def test_a_listed_name_stays_listed_beside_such_a_number(identify: Identify) -> None:
    """What else it may be is open, by name and by key."""
    for fields in ({"name": "thiodiglycol"}, {"inchikey": "YODZTKMDCQEPHD-UHFFFAOYSA-N"}, {"name": "ricin"}):
        found = identify(cas=UNHELD, **fields)
        assert (found.status, codes(found), found.listed("cwc/schedule-3")) == ("listed", ["cas-unknown"], None)


def test_a_structure_that_is_held_under_another_number_is_a_conflict(holding: Identifier) -> None:
    """Of the table or of the lists, however it is drawn."""
    for smiles, held in (("CC(C)=O", "67-64-1"), ("[H]OCCSCCO", "111-48-8"), ("[Na]Cl", "7647-14-5")):
        found = holding.identify(Item(smiles=smiles, cas=UNHELD), TODAY)
        assert codes(found) == ["cas-unknown"]
        assert held in found.open[0].says.en
        assert found.listed("cwc/schedule-1") is None
    assert found.status == "undetermined"


def test_every_substance_of_the_table_is_found_by_its_structure(holding: Identifier, substances: Substances) -> None:
    """Beside a number that is not held, none is cleared."""
    for one in substances:
        found = holding.identify(Item(smiles=one.smiles, cas=UNHELD), TODAY)
        assert "cas-unknown" in codes(found), one.cas


def test_a_structure_that_is_not_held_decides_beside_such_a_number(holding: Identifier) -> None:
    """With a notice, as before."""
    found = holding.identify(Item(smiles="CCCCOC(C)OCCCCC", cas=UNHELD), TODAY)
    assert (found.status, codes(found)) == ("not-listed", [])
    assert any(UNHELD in notice.en for notice in found.notices)


def test_such_a_number_beside_an_entry_is_said(identify: Identify) -> None:
    """The entry was stated and counts; where it was not yet in force, nothing says what the item is."""
    found = identify(cas=UNHELD, entry="cwc/3.B.17")
    assert (found.status, codes(found)) == ("listed", [])
    assert any(UNHELD in notice.en for notice in found.notices)
    assert codes(identify(BEFORE, cas=UNHELD, entry="cwc/1.A.14")) == ["cas-unknown"]


@pytest.mark.parametrize(
    ("entry", "before", "asks"),
    [
        ("cwc/1.A.13", [("cwc/2.B.4", False)], ["wording"]),
        ("cwc/1.A.14", [], []),
        ("cwc/1.A.15", [("cwc/2.B.4", True)], []),
        ("cwc/1.A.16", [], []),
    ],
)
def test_an_entry_given_for_a_day_before_its_own(
    entry: str, before: list[tuple[str, bool]], asks: list[str], identify: Identify
) -> None:
    """It is what its chemicals were then; from its day it is itself alone."""
    found = identify(BEFORE, entry=entry)
    assert (entries(found), codes(found)) == (before, asks)
    assert any("2020-06-07" in notice.en for notice in found.notices)
    assert entries(identify(AFTER, entry=entry)) == [(entry, True)]


def test_the_answer_before_the_day_is_told_with_its_ask(identify: Identify) -> None:
    """Undetermined in Schedule 2 and in no other."""
    found = identify(BEFORE, entry="cwc/1.A.13")
    assert [found.listed(name) for name in ("cwc/2.B.4", "cwc/schedule-2", "cwc/schedule-1")] == [None, None, False]
    assert found.status == "undetermined"
    assert "structure" in found.open[0].ask.en
    assert identify(BEFORE, entry="cwc/1.A.15").listed("cwc/schedule-2b") is True
    assert identify(BEFORE, entry="cwc/1.A.15").verified is False


def test_a_structure_of_the_later_entry_settles_what_it_was(identify: Identify) -> None:
    """P-methyl met 2.B.4, P-decyl did not; a structure of something else settles nothing."""
    methyl, decyl = "CCN(CC)C(C)=NP(C)(=O)F", "CCCCCCCCCCN(CCCCCCCCCC)C(CCCCCCCCC)=NP(=O)(F)CCCCCCCCCC"
    assert entries(identify(BEFORE, entry="cwc/1.A.13", smiles=methyl)) == [("cwc/2.B.4", True)]
    assert identify(BEFORE, entry="cwc/1.A.13", smiles=decyl).status == "not-listed"
    other = identify(BEFORE, entry="cwc/1.A.13", smiles="CCO")
    assert (entries(other), "conflict" in codes(other)) == ([("cwc/2.B.4", False)], True)


def test_before_any_edition_there_is_no_earlier_entry(identify: Identify) -> None:
    """Nothing was in force."""
    assert identify(date(1997, 4, 28), entry="cwc/1.A.15").status == "not-listed"


def test_abbreviations_that_mean_several_chemicals_are_not_held(holding: Identifier) -> None:
    """They are asked about."""
    for name in ("TMP", "MDEA", "TDG"):
        assert codes(holding.identify(Item(name=name), TODAY)) == ["unresolved-name"]


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("acide cyanhydrique", "cwc/3.A.3"),
        ("HCN", "cwc/3.A.3"),
        ("carbonyl chloride", "cwc/3.A.1"),
        ("chlorure de carbonyle", "cwc/3.A.1"),
        ("trolamine", "cwc/3.B.17"),
    ],
)
def test_common_names_lead_to_their_entry(name: str, entry: str, identify: Identify) -> None:
    """In English and in French."""
    assert identify(name=name).listed(entry) is True


def test_the_result_reads_well_wherever_the_item_stands_in_it(identify: Identify) -> None:
    """Lower case within the sentence, a capital at its beginning, and names as they are written."""
    within = identify(smiles="C(").says
    assert within.en.startswith("It cannot be said whether the item is listed.")
    assert within.fr.startswith("On ne peut pas dire si l'article en question est inscrit.")
    first = identify(smiles="CCO").says
    assert (first.en[:12], first.fr[:11]) == ("The compound", "Le composé ")
    assert "whether the compound C5H12Cl3N is" in identify(smiles="CN(CCCl)CCCl.Cl").says.en
    assert identify(smiles="CCO", name="n-label").says.en.startswith("n-label is in no entry")
