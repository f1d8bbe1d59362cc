"""Lists as data: editions, groups, entries, and how a wrong file is refused."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta

import pytest

from fullest.corpus.files import TomlFile
from fullest.corpus.lists import Lists, load_lists, read_lists
from fullest.errors import CorpusError, NotFound

FIRST = """
[source]
publisher = "Nobody"
official = false
address = "https://example.org"
verified = false

[list]
id = "xa"
edition = 2001-01-01
title.en = "A list"
title.fr = "Une liste"
from = 2001-01-01
until = 2010-01-01

[[group]]
id = "xa/part-1"
title.en = "Part 1"
title.fr = "Partie 1"

[[entry]]
id = "xa/1"
title.en = "Water"
title.fr = "Eau"
cites = "xa:1"
in = ["xa/part-1"]
verified = false
evidence = "made up"

[[entry.chemical]]
name = "water"
cas = "7732-18-5"
smiles = "O"
"""
SECOND = (
    FIRST.replace("edition = 2001-01-01", 'edition = 2010-01-01\nextends = "xa-2001"')
    .replace("from = 2001-01-01\nuntil = 2010-01-01", 'from = 2010-01-01\nuntil = "open"')
    .replace("xa/1", "xa/2")
    .replace('[[group]]\nid = "xa/part-1"', '[[group]]\nid = "xa/part-2"')
)


def opened(**texts: str) -> Lists:
    files = {name.replace("_", "-"): text for name, text in texts.items()}
    return read_lists(TomlFile(f"lists/{name}.toml", tomllib.loads(text), text) for name, text in files.items())


@pytest.fixture(scope="module")
def schedules() -> Lists:
    return load_lists()


def test_a_later_edition_extends_an_earlier_one() -> None:
    """It has what was there and adds to it; what was in force stays as it was."""
    lists = opened(xa_2001=FIRST, xa_2010=SECOND)
    assert [entry.id for entry in lists.on(date(2009, 12, 31))[0].entries] == ["xa/1"]
    assert [entry.id for entry in lists.on(date(2010, 1, 1))[0].entries] == ["xa/1", "xa/2"]
    assert lists.on(date(2000, 12, 31)) == ()


def test_an_entry_is_found_on_a_day_or_as_it_stands_last() -> None:
    """And one that is not there is not found."""
    lists = opened(xa_2001=FIRST, xa_2010=SECOND)
    assert lists.find_entry("xa/2", date(2005, 1, 1)) is None
    assert lists.get_entry("xa/2").title.fr == "Eau"
    with pytest.raises(NotFound):
        lists.get_entry("xa/3")


def test_lists_groups_and_entries_have_names() -> None:
    """What a rule may speak of, in any edition."""
    lists = opened(xa_2001=FIRST, xa_2010=SECOND)
    assert all(lists.has_group(name) for name in ("xa", "xa/part-1", "xa/part-2", "xa/1", "xa/2"))
    assert not lists.has_group("xa/3")


def test_an_entry_lies_within_itself_its_groups_and_its_list() -> None:
    """And within nothing else."""
    entry = opened(xa_2001=FIRST).get_entry("xa/1")
    assert [entry.within(name) for name in ("xa/1", "xa/part-1", "xa", "xb", "xa/part-2")] == [
        True,
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('name = "water"', 'nome = "water"', 'nobody reads "nome"'),
        ('smiles = "O"', "", "structure"),
        ('smiles = "O"', 'smiles = "O"\nsalts = "some"', "salts"),
        ('title.fr = "Eau"', "", "title"),
        ("until = 2010-01-01", "", "until"),
        ('cites = "xa:1"', 'cites = "xa"', "citation"),
        ("verified = false\nevidence", "evidence", "verified"),
        ('name = "water"', 'name = "water"\nkind = "named-only"', "structure"),
        (
            'evidence = "made up"',
            'evidence = "made up"\nearlier = ["xa/0"]\nearlier_certain = true',
            "no edition before",
        ),
        ('evidence = "made up"', 'evidence = "made up"\nearlier = ["xa/0"]', "earlier_certain"),
        ('evidence = "made up"', 'evidence = "made up"\nearlier_certain = true', "earlier"),
    ],
)
def test_a_wrong_file_is_refused_with_its_place(old: str, new: str, words: str) -> None:
    """File, and line where it is known."""
    with pytest.raises(CorpusError) as caught:
        opened(xa_2001=FIRST.replace(old, new, 1))
    assert words in f"{caught.value.message} {caught.value.hint}"
    assert "xa-2001" in caught.value.at


def test_an_extension_of_nothing_or_of_the_same_entry_is_refused() -> None:
    """An amendment adds; it does not edit."""
    with pytest.raises(CorpusError, match="not there"):
        opened(xa_2010=SECOND)
    with pytest.raises(CorpusError, match="states again"):
        opened(xa_2001=FIRST, xa_2010=SECOND.replace("xa/2", "xa/1"))


def test_an_entry_may_say_what_its_members_met_before() -> None:
    """An entry of the edition that it extends, and no other."""
    said = SECOND.replace('evidence = "made up"', 'evidence = "made up"\nearlier = ["xa/1"]\nearlier_certain = false')
    entry = opened(xa_2001=FIRST, xa_2010=said).get_entry("xa/2")
    assert (entry.earlier, entry.earlier_certain) == (("xa/1",), False)
    with pytest.raises(CorpusError, match="no edition before"):
        opened(xa_2001=FIRST, xa_2010=said.replace('["xa/1"]', '["xa/2"]'))


def test_the_schedules_have_their_entries(schedules: Lists) -> None:
    """Forty-three from 1997, four more from 7 June 2020, numbered without a gap."""
    first, second = (one for one in schedules.editions if one.list == "cwc")
    assert (first.span.start, first.span.end, second.span.start, second.span.end) == (
        date(1997, 4, 29),
        date(2020, 6, 7),
        date(2020, 6, 7),
        None,
    )
    numbers = {
        part: sorted(int(one.id.rpartition(".")[2]) for one in second.entries if one.id.startswith(f"cwc/{part}."))
        for part in ("1.A", "1.B", "2.A", "2.B", "3.A", "3.B")
    }
    assert numbers == {
        "1.A": [*range(1, 9), *range(13, 17)],
        "1.B": [*range(9, 13)],
        "2.A": [1, 2, 3],
        "2.B": [*range(4, 15)],
        "3.A": [1, 2, 3, 4],
        "3.B": [*range(5, 18)],
    }
    assert {one.id for one in second.entries} - {one.id for one in first.entries} == {
        f"cwc/1.A.{n}" for n in range(13, 17)
    }


def test_each_entry_of_the_schedules_stands_in_its_part(schedules: Lists) -> None:
    """The schedule, the part, and the asterisk for BZ alone."""
    for entry in schedules.entries():
        if entry.list == "cwc":
            schedule, part, number = entry.id.removeprefix("cwc/").split(".")
            groups = {f"cwc/schedule-{schedule}", f"cwc/schedule-{schedule}{part.lower()}"}
            assert set(entry.groups) == groups | ({"cwc/schedule-2a-star"} if entry.id == "cwc/2.A.3" else set())
            assert str(entry.cites) == f"cwc:schedules/{schedule}/{part.lower()}/{number}"
            assert entry.chemicals or entry.families


def test_editions_of_a_list_follow_one_another(schedules: Lists) -> None:
    """No day has two, and none between has none."""
    day = date(1997, 4, 29)
    while day < date(2021, 1, 1):
        assert sum(edition.list == "cwc" for edition in schedules.on(day)) == 1
        day += timedelta(days=31)


def test_every_reading_that_a_rule_names_is_there(schedules: Lists) -> None:
    """In the edition that names it, in both languages, with its source."""
    for edition in schedules.editions:
        held = {reading.id for reading in edition.readings}
        for entry in edition.entries:
            named = {family.reading for family in entry.families} | {
                word.rstrip(">) ").partition(" ")[0]
                for family in entry.families
                for branch in family.branches
                for word in branch.split("?")[1:]
            }
            assert {one.partition(">")[0] for one in named if one} <= held, entry.id
        assert all(reading.source and reading.says.fr for reading in edition.readings)
