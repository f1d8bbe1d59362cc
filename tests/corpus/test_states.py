"""States are found by whatever name people type, and never by a guess."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import openpyxl  # type: ignore[import-untyped]
import pytest

from fullest.corpus.files import CorpusFiles
from fullest.corpus.states import State, States, load_states
from fullest.errors import CorpusError, NotFound, UnknownName

SHARED = Path(__file__).resolve().parents[2] / "../shared/data"
SWISS = SHARED / "licensing-statistics/ch-seco-individual-licences"
SWISS_HEADINGS = ("Bestimmungsland", "Endverbraucherland", "Bestimmungs-/Lieferland")
NO_STATE = {
    "Country 99", "Diverse", "Kein Endverbraucher vorhanden", "OECD-Staaten", "Zentralafrika",
    " Shanghai Jiao Tong University, College of Chemistry and Chemical Engineering",
}  # fmt: skip


@pytest.fixture(scope="module")
def states() -> States:
    return load_states(CorpusFiles())


@pytest.mark.parametrize(
    ("text", "iso3"),
    [
        ("DEU", "DEU"), ("de", "DEU"), ("276", "DEU"), ("4", "AFG"), ("Germany", "DEU"), ("Allemagne", "DEU"),
        ("مصر", "EGY"), ("中国", "CHN"), ("ЕГИПЕТ", "EGY"), ("España", "ESP"), ("Espana", "ESP"),
        ("CÔTE D’IVOIRE", "CIV"), ("cote d'ivoire", "CIV"), ("Ivory Coast", "CIV"), ("guinea bissau", "GNB"),
        ("the  netherlands", "NLD"), ("Holland", "NLD"), ("Trinidad & Tobago", "TTO"), ("TIMOR–LESTE", "TLS"),
        ("East Timor", "TLS"), ("Russia", "RUS"), ("UK", "GBR"), ("Great Britain", "GBR"), ("U.S.A.", "USA"),
        ("Burma", "MMR"), ("Swaziland", "SWZ"), ("Czech Republic", "CZE"), ("Macedonia", "MKD"), ("Turkey", "TUR"),
        ("turkiye", "TUR"), ("South Korea", "KOR"), ("North Korea", "PRK"), ("DPRK", "PRK"), ("Laos", "LAO"),
        ("Vietnam", "VNM"), ("Tanzania", "TZA"), ("DR Congo", "COD"), ("Cape Verde", "CPV"), ("Palestine", "PSE"),
        ("Holy See", "VAT"), ("Vatican", "VAT"), ("Großbritannien (Vereinigtes Königreich)", "GBR"),
        ("China, Taiwan", "TWN"), ("China, Volksrepublik", "CHN"), ("Korea (Süd)", "KOR"), ("Kosovo", "XKX"),
        ("Arab Republic of Egypt", "EGY"), ("République arabe d'Égypte", "EGY"),
    ],
)  # fmt: skip
def test_a_state_is_found_by_its_codes_and_names(states: States, text: str, iso3: str) -> None:
    """Case, accents, dashes, apostrophes, articles and double spaces do not matter, in any script."""
    found = states.find(text)
    assert found is not None
    assert found.iso3 == iso3


@pytest.mark.parametrize("text", ["Korea", "OECD-Staaten", "Germny", "", "  ", "'", "XA", "999", "Guin"])
def test_nothing_is_guessed(states: States, text: str) -> None:
    """A name that could be two States, a misspelling or half a name finds nothing."""
    assert states.find(text) is None


def test_an_unread_name_is_answered_with_its_neighbours(states: States) -> None:
    """The error names the field and the nearest names."""
    with pytest.raises(UnknownName) as raised:
        states.read("Germny", at="destination")
    assert raised.value.at == "destination"
    assert "Germany" in raised.value.hint


def test_a_name_without_neighbours_still_has_a_remedy(states: States) -> None:
    """Where nothing is near, the hint says what would be read."""
    with pytest.raises(UnknownName) as raised:
        states.read("qqqq", at="origin")
    assert "three letters" in raised.value.hint


def test_an_unknown_code_is_not_found(states: States) -> None:
    """`get` raises where there is none."""
    with pytest.raises(NotFound):
        states.get("XA")


def test_every_member_of_the_united_nations_is_held(states: States) -> None:
    """193 members, two observers, and two States in free association."""
    kinds = {kind: [state.iso3 for state in states if state.kind == kind] for kind in ("member", "observer", "other")}
    assert len(kinds["member"]) == 193
    assert sorted(kinds["observer"]) == ["PSE", "VAT"]
    assert {"COK", "NIU", "XKX", "TWN"} <= set(kinds["other"])


def test_every_state_has_its_names_in_six_languages(states: States) -> None:
    """No cell is empty, and none keeps the marks and articles of the source."""
    for state in states:
        assert all(state.names.values()), state.iso3
        assert not any(
            "*" in name or name.endswith(("(the)", "(la)", "(le)", "(les)")) for name in state.names.values()
        )


def test_every_area_is_part_of_a_state(states: States) -> None:
    """An area names its State, and nothing else does."""
    for state in states:
        assert bool(state.part_of) is (state.kind == "area"), state.iso3
        assert not state.part_of or states.get(state.part_of).kind == "member"


def test_every_name_finds_its_own_state(states: States) -> None:
    """What is held can be typed back."""
    for state in states:
        for name in (*state.every_name(), state.iso3, state.iso2, state.numeric):
            assert not name or states.find(name) is state, name


def test_a_name_of_two_states_stops_the_corpus() -> None:
    """Two States cannot share a name, however it is written."""
    with pytest.raises(CorpusError, match="names both"):
        States([_invented("XA", "Sample-Land"), _invented("XB", "sample land")])


def test_completion_offers_beginnings_of_names_before_words_inside(states: States) -> None:
    """`ger` is Germany; `korea` is found inside both names; a code comes first."""
    assert states.starting_with("ger")[0].iso3 == "DEU"
    assert {state.iso3 for state in states.starting_with("korea")} == {"KOR", "PRK"}
    assert states.starting_with("fr")[0].iso3 == "FRA"
    assert states.starting_with("Égy")[0].iso3 == "EGY"


def test_completion_keeps_to_its_limit_and_offers_nothing_for_nothing(states: States) -> None:
    """Eight by default, and no list of everything."""
    assert len(states.starting_with("re")) == 8
    assert len(states.starting_with("re", limit=3)) == 3
    assert states.starting_with(" - ") == ()


def test_a_former_state_is_found_but_not_offered(states: States) -> None:
    """Old papers name States that are no more; no form offers them."""
    found = states.find("Jugoslawien")
    assert found is not None
    assert (found.iso3, found.kind) == ("YUG", "former")
    assert "YUG" not in [state.iso3 for state in states]
    assert "YUG" not in [state.iso3 for state in states.starting_with("yug")]


def test_every_successor_is_held(states: States) -> None:
    """Each row leads to a State of today, or to a later former State."""
    former = {row.iso3 for row in states.predecessors}
    held = {state.iso3 for state in states}
    assert all(set(row.successors) <= held | former for row in states.predecessors)


@pytest.mark.parametrize(
    ("iso3", "english", "french_from", "french_to"),
    [
        ("NLD", "the Netherlands", "des Pays-Bas", "les Pays-Bas"),
        ("EGY", "Egypt", "d'Égypte", "l'Égypte"),
        ("PAK", "Pakistan", "du Pakistan", "le Pakistan"),
        ("KOR", "the Republic of Korea", "de la République de Corée", "la République de Corée"),
        ("CUB", "Cuba", "de Cuba", "Cuba"),
    ],
)
def test_a_name_stands_in_a_sentence(states: States, iso3: str, english: str, french_from: str, french_to: str) -> None:
    """With its article, and in French melted into "de"."""
    state = states.get(iso3)
    assert state.placed("en", "from") == english
    assert state.placed("fr", "from") == french_from
    assert state.placed("fr", "to") == french_to


@pytest.mark.shared
def test_every_swiss_destination_is_found(states: States) -> None:
    """Each spelling of the Swiss files names a State, but for the cells that name none."""
    spelt = {name for path in sorted(SWISS.iterdir()) for name in _destinations(path)}
    assert {name for name in spelt if states.find(name) is None} == NO_STATE
    assert len(spelt) > 190


@pytest.mark.shared
def test_every_code_of_the_membership_tables_is_held(states: States) -> None:
    """Treaties and groups name nothing that is not here."""
    codes = {row["iso3"] for name in ("treaty_status", "groups") for row in _rows(SHARED / f"{name}.csv")}
    assert codes <= {state.iso3 for state in states}


def _invented(iso3: str, name: str) -> State:
    return State(iso3, "", "", "other", "", "", {"en": name}, (), "", True)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def _destinations(path: Path) -> Iterator[str]:
    if path.suffix == ".xlsx":
        with closing(openpyxl.load_workbook(path, read_only=True)) as book:
            rows = [
                ["" if cell is None else str(cell) for cell in row] for row in book.active.iter_rows(values_only=True)
            ]
    else:
        text = path.read_text(encoding="utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";" if "semicolon" in path.name else ","))
    column = next(index for index, heading in enumerate(rows[0]) if heading.strip() in SWISS_HEADINGS)
    yield from (row[column] for row in rows[1:] if len(row) > column and row[column].strip())
