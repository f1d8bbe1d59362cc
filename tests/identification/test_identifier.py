"""The identification of items: by structure, number, name, key and entry, on a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from fullest.corpus.lists import Edition, Lists, load_lists
from fullest.corpus.substances import load_substances
from fullest.errors import UnknownName, UnreadableValue
from fullest.identification.answer import Identification
from fullest.identification.identifier import Identifier
from fullest.terms.item import Item

Identify = Callable[..., Identification]
BEFORE, AFTER = date(2020, 6, 6), date(2020, 6, 7)


def entries(found: Identification) -> list[tuple[str, bool]]:
    return [(listing.entry.id, listing.certain) for listing in found.listings]


def codes(found: Identification) -> list[str]:
    return [one.code for one in found.open]


def test_a_named_chemical_is_found_by_structure_number_name_and_key(identify: Identify) -> None:
    """Each leads to the same entry, and says what led there."""
    asked = {
        "structure": {"smiles": "OCCSCCO"},
        "cas": {"cas": "111-48-8"},
        "name": {"name": "thiodiglycol"},
        "inchikey": {"inchikey": "YODZTKMDCQEPHD-UHFFFAOYSA-N"},
    }
    for by, fields in asked.items():
        found = identify(**fields)
        assert (found.status, entries(found), found.listings[0].by) == ("listed", [("cwc/2.B.13", True)], by)
        assert found.formula == "C4H10O2S"


def test_every_name_number_and_structure_of_the_lists_leads_to_its_entry(lists: Lists, identifier: Identifier) -> None:
    """Chemicals and examples, in English and in French; nothing stays open."""
    for entry in lists.entries():
        for chemical in (*entry.chemicals, *entry.examples):
            fields = [{"name": one} for one in chemical.names] + [{"cas": one} for one in chemical.cas]
            for given in (*fields, *({"smiles": one} for one in chemical.smiles)):
                found = identifier.identify(Item(**given), date(2026, 11, 24))
                assert found.listed(entry.id) is True, (entry.id, chemical.name)
                assert not found.open


def test_every_exempt_chemical_is_outside_and_says_why(lists: Lists, identify: Identify) -> None:
    """Under its name, its number and its structure."""
    for entry in lists.entries():
        for chemical in entry.exempt:
            for given in ({"name": chemical.name}, {"cas": chemical.cas[0]}, {"smiles": chemical.smiles[0]}):
                found = identify(**given)
                assert found.status == "not-listed"
                assert any(entry.id in notice.en and chemical.name in notice.en for notice in found.notices)


def test_what_is_only_named_is_found_by_name_and_number(identify: Identify) -> None:
    """Ricin has no structure here."""
    for found in (identify(name="ricine"), identify(cas="9009-86-3")):
        assert entries(found) == [("cwc/1.A.8", True), ("bwc/ricin", True)]
        assert found.smiles == ""


def test_not_listed_always_speaks_of_the_general_purpose_criterion(identify: Identify) -> None:
    """Not listed is not permitted."""
    found = identify(smiles="CCO")
    assert found.status == "not-listed"
    assert "general purpose criterion" in found.notices[-1].en
    assert "destination générale" in found.notices[-1].fr


def test_the_day_decides_the_edition(identify: Identify) -> None:
    """An entry of 2020 is there from its day; before, such a chemical met the open family of Schedule 2."""
    assert entries(identify(BEFORE, cas="2387496-12-8")) == [("cwc/2.B.4", True)]
    assert entries(identify(AFTER, cas="2387496-12-8")) == [("cwc/1.A.13", True)]
    assert entries(identify(BEFORE, cas="2387496-04-8")) == []
    assert entries(identify(AFTER, cas="2387496-04-8")) == [("cwc/1.A.14", True)]
    assert entries(identify(BEFORE, cas="2387495-99-8")) == []
    assert entries(identify(BEFORE, cas="77104-62-2")) == []
    assert identify(AFTER, cas="111-48-8").editions["cwc"] == AFTER


def test_before_a_list_was_in_force_nothing_is_listed(identify: Identify) -> None:
    """And the answer says so."""
    found = identify(date(1997, 4, 28), smiles="OCCSCCO")
    assert found.status == "not-listed"
    assert any("no edition was in force" in notice.en for notice in found.notices)
    assert identify(date(1997, 4, 29), smiles="OCCSCCO").status == "listed"


def test_an_entry_is_taken_as_given(identify: Identify) -> None:
    """Listed there, and not elsewhere."""
    found = identify(entry="cwc/2.B.4", kind="equipment")
    assert [found.listed(name) for name in ("cwc/2.B.4", "cwc/schedule-2b", "cwc", "cwc/schedule-3")] == [
        True,
        True,
        True,
        False,
    ]
    assert found.listings[0].by == "entry"


def test_an_entry_of_a_later_edition_is_not_in_force_before_its_day(identify: Identify) -> None:
    """It is said from when."""
    found = identify(BEFORE, entry="cwc/1.A.14")
    assert found.status == "not-listed"
    assert any("2020-06-07" in notice.en for notice in found.notices)


def test_an_entry_that_no_list_has_is_refused(identify: Identify) -> None:
    """With the field and an example."""
    with pytest.raises(UnknownName) as caught:
        identify(entry="cwc/4.A.1")
    assert caught.value.at == "item.entry"


def test_a_wrong_check_digit_is_refused_with_near_numbers(identify: Identify) -> None:
    """A digit mistyped, or two exchanged."""
    for typed in ("111-48-7", "111-84-8"):
        with pytest.raises(UnreadableValue) as caught:
            identify(cas=typed)
        assert caught.value.at == "item.cas"
        assert "111-48-8" in caught.value.hint


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"cas": "7732-18-5"}, "cas-unknown"),
        ({"name": "thiodiglycool"}, "unresolved-name"),
        ({}, "no-description"),
        ({"inchikey": "XLYOFNOQVPJJNP-UHFFFAOYSA-N"}, "key-only"),
        ({"inchikey": "YODZTKMDCQEPHD-UHFFFAOYSA-O"}, "key-only"),
        ({"smiles": "*CO"}, "generic-structure"),
        ({"smiles": "no structure"}, "unreadable"),
        ({"kind": "equipment"}, "kind"),
        ({"kind": "equipment", "name": "reactor"}, "kind"),
        ({"molfile": "x"}, "unreadable"),
        ({"inchi": "InChI=1S/"}, "unreadable"),
    ],
)
def test_what_cannot_be_found_is_undetermined_and_asks(fields: dict[str, str], code: str, identify: Identify) -> None:
    """For every group and entry."""
    found = identify(**fields)
    assert (found.status, codes(found)) == ("undetermined", [code])
    assert found.listed("cwc/schedule-1") is None
    assert found.open[0].ask.en.endswith("?")


def test_an_unknown_name_comes_with_names_that_look_like_it(identify: Identify) -> None:
    """In each language."""
    says = identify(name="thiodiglycool").open[0].says
    assert "Thiodiglycol" in says.en
    assert "Thiodiglycol" in says.fr


def test_a_name_beside_a_structure_is_a_label(identify: Identify) -> None:
    """The structure decides, and it is said."""
    found = identify(smiles="OCCSCCO", name="Lot 17")
    assert (entries(found), found.name, codes(found)) == ([("cwc/2.B.13", True)], "Lot 17", [])
    assert any("Lot 17" in notice.en for notice in found.notices)


def test_what_does_not_agree_is_a_conflict_and_the_stricter_counts(identify: Identify) -> None:
    """Whichever of the two is the listed one."""
    for fields in ({"cas": "111-48-8", "smiles": "OCCO"}, {"name": "Sarin", "smiles": "OCCSCCO"}):
        found = identify(**fields)
        assert found.status == "listed"
        assert codes(found) == ["conflict"]
    assert codes(identify(cas="111-48-8", smiles="[2H]OCCSCCO", name="Thiodiglycol")) == []


def test_an_entry_that_the_structure_does_not_meet_is_a_conflict(identify: Identify) -> None:
    """The entry counts all the same; where it is met, the structure's reasons are told."""
    found = identify(entry="cwc/2.B.4", smiles="OCCSCCO")
    assert entries(found) == [("cwc/2.B.4", True), ("cwc/2.B.13", True)]
    assert codes(found) == ["conflict"]
    met = identify(entry="cwc/2.B.13", smiles="OCCSCCO")
    assert codes(met) == []
    assert met.listings[0].by == "structure"


def test_a_structure_that_cannot_be_read_leaves_the_rest_open(identify: Identify) -> None:
    """What the number says is listed stays listed."""
    found = identify(cas="111-48-8", smiles="no structure")
    assert [found.listed("cwc/2.B.13"), found.listed("cwc/schedule-1")] == [True, None]


@pytest.mark.parametrize(
    ("smiles", "expected", "asks"),
    [
        ("CN(CCCl)CCCl.Cl", [("cwc/1.A.6", False)], True),
        ("OCCN(CCO)CCO.Cl", [], False),
        ("[Na+].[C-]#N", [], False),
        ("CC(O)C(C)(C)C", [("cwc/2.B.14", True)], False),
        ("C[N+](CCCl)(CCCl)CCCl", [], False),
        ("CCOP(=O)(OCC)SCCN(CC)CC.Cl", [("cwc/2.A.1", True)], False),
        ("CCOP(=O)(OCC)SCC[N+](C)(CC)CC.[I-]", [("cwc/2.A.1", True)], False),
        ("ClCP(=O)(O)O", [("cwc/2.B.4", False)], True),
        ("OCCN(CCO)CCO.OCCSCCO", [("cwc/2.B.13", True), ("cwc/3.B.17", True)], False),
        ("[Na+].[O-]C(=O)C(O)(c1ccccc1)c1ccccc1", [("cwc/2.B.8", False)], True),
        ("FP(F)(F)(F)C", [("cwc/2.B.4", True)], False),
        ("NC(=O)OCC1N=C(N)N2CCC(O)(O)C23N=C(N)NC13", [("bwc/saxitoxin", True), ("cwc/1.A.7", True)], False),
        ("C1CC1P(O)(O)=O", [], False),
    ],
)
def test_salts_mixtures_and_open_words(
    smiles: str, expected: list[tuple[str, bool]], asks: bool, identify: Identify
) -> None:
    """Each as the words of its entry have it."""
    found = identify(smiles=smiles)
    assert sorted(entries(found)) == expected
    assert codes(found) == (["wording"] if asks else [])
    if not expected:
        assert found.status == "not-listed"


def test_a_reading_can_be_chosen(lists: Lists) -> None:
    """By who answers for it: the National Authority, say."""
    item, day = Item(smiles="ClCP(=O)(O)O"), date(2026, 11, 24)
    substances = load_substances()
    listed = Identifier(lists, substances, {"substituted-alkyl": "listed"}).identify(item, day)
    assert entries(listed) == [("cwc/2.B.4", True)]
    assert Identifier(lists, substances, {"substituted-alkyl": "not-listed"}).identify(item, day).status == "not-listed"


def test_an_open_entry_leaves_only_its_own_groups_open(identify: Identify) -> None:
    """The others are decided."""
    found = identify(smiles="CN(CCCl)CCCl.Cl")
    assert [found.listed(name) for name in ("cwc/1.A.6", "cwc/schedule-1", "cwc", "cwc/schedule-2")] == [
        None,
        None,
        None,
        False,
    ]


def test_elements_and_isotopes_put_a_substance_in_an_entry(identify: Identify) -> None:
    """Whatever it is otherwise."""
    uranium = identify(smiles="F[U](F)(F)(F)(F)F")
    assert uranium.listed("npt/uranium-thorium-plutonium") is True
    assert uranium.listed("cwc") is False
    assert identify(smiles="[2H]O[2H]").listed("npt/deuterium") is True
    assert identify(smiles="O").listed("npt") is False


def test_the_answer_is_told_in_both_languages(identify: Identify) -> None:
    """In the shape that every door shows."""
    found = identify(smiles="COP(C)(=O)OC")
    keys = {
        "status",
        "says",
        "listings",
        "open",
        "notices",
        "name",
        "cas",
        "smiles",
        "formula",
        "inchikey",
        "resolved_by",
        "corpus_verified",
        "edition",
    }
    for language in ("en", "fr"):
        told = found.to_dict(language)
        assert set(told) == keys
        (listing,) = told["listings"]
        assert set(listing) == {"entry", "title", "cites", "certain", "by", "because", "slots"}
        assert listing["cites"] == "cwc:schedules/2/b/4"
        assert [slot["atoms"] for slot in listing["slots"]] == [[2], [3]]
    assert found.to_dict("en")["says"] != found.to_dict("fr")["says"]


def test_what_rests_on_memory_is_said_to_be_unverified(identify: Identify) -> None:
    """The entries of 2020 that nobody compared with the official text."""
    assert identify(cas="111-48-8").verified is True
    assert identify(cas="2387496-04-8").verified is False


def test_everyday_chemicals_of_the_corpus_are_not_in_the_schedules(lists: Lists) -> None:
    """The whole table of substances, by number; none is found and none is open."""
    substances = load_substances()
    identifier = Identifier(lists, substances)
    found = {one.cas: identifier.identify(Item(cas=one.cas), date(2026, 11, 24)).listed("cwc") for one in substances}
    assert [cas for cas, listed in found.items() if listed is not False] == []
    assert len(found) > 500


@pytest.mark.parametrize(
    "name",
    [
        "glyphosate",
        "malathion",
        "chlorpyrifos",
        "cyclophosphamide",
        "fosfomycin",
        "tenofovir",
        "alendronic acid",
        "choline chloride",
        "acide acétylsalicylique",
    ],
)
def test_peaceful_chemicals_are_not_listed_by_name(name: str, lists: Lists) -> None:
    """They are held, and in no entry."""
    found = Identifier(lists, load_substances()).identify(Item(name=name), date(2026, 11, 24))
    assert found.status == "not-listed"


def test_the_editions_of_a_list_do_not_overlap() -> None:
    """On each day there is one."""
    editions: tuple[Edition, ...] = load_lists().on(AFTER)
    assert len({one.list for one in editions}) == len(editions)
