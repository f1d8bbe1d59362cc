"""The instruments as data: every provision accounted for, in both languages, and errors that say where."""

from __future__ import annotations

import re
import tomllib
from datetime import date, timedelta

import pytest

from fullest.corpus.files import TomlFile
from fullest.corpus.instruments import STATUSES, Instrument, Instruments, load_instruments, read_instrument
from fullest.errors import CorpusError, NotFound
from fullest.terms.citation import Citation
from fullest.terms.text import LANGUAGES

INSTRUMENTS = load_instruments()
PROVISIONS = [provision for instrument in INSTRUMENTS for provision in instrument.provisions]
TENS = ["", "x", "xx"]
ROMAN = [ten + unit for ten in TENS for unit in ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]][1:]
PARTS = {"vi": 32, "vii": 32, "viii": 27, "ix": 26}
SCHEDULES = {
    "1/a": [*range(1, 9), *range(13, 17)], "1/b": [*range(9, 13)],
    "2/a": [*range(1, 4)], "2/b": [*range(4, 15)],
    "3/a": [*range(1, 5)], "3/b": [*range(5, 18)],
}  # fmt: skip
EXECUTED = {
    "cwc": [
        "i/1/a",
        "i/1/d",
        "ii/1",
        "ii/9",
        "vi/1",
        "vi/2",
        "vi/11",
        "xi/1",
        "xi/2/b",
        "xi/2/c",
        "va/vi/1",
        "va/vi/2/a",
        "va/vi/3",
        "va/vi/4",
        "va/vi/5",
        "va/vi/5bis",
        "va/vi/6",
        "va/vii/1",
        "va/vii/31",
        "va/vii/32",
        "va/viii/1",
        "va/viii/26",
    ],
    "npt": ["iii/2/a", "iii/2/b", "iii/3", "iv/1", "iv/2"],
    "bwc": ["i", "iii", "x/1", "x/2"],
    "unsc-1540": ["1", "2", "3", "3/d"],
    "opcw-decisions": ["c-v/dec.16/1", "c-v/dec.19/1", "c-vi/dec.10/1", "c-14/dec.4/1"],
}
CITED = [f"{instrument}:{path}" for instrument, paths in EXECUTED.items() for path in paths]


def paragraphs(instrument: str, prefix: str) -> list[str]:
    """The paragraph numbers below a prefix, once each, in the order of the file."""
    paths = [one.citation.path for one in INSTRUMENTS.get(instrument).provisions]
    found = [path.removeprefix(prefix).split("/")[0] for path in paths if path.startswith(prefix)]
    return list(dict.fromkeys(found))


@pytest.mark.parametrize(
    ("instrument", "kind"),
    [("cwc", "treaty"), ("npt", "treaty"), ("bwc", "treaty"), ("unsc-1540", "council-decision"),
     ("unga-77-96", "resolution"), ("opcw-decisions", "decision")],
)  # fmt: skip
def test_the_instruments_of_the_charter_are_held(instrument: str, kind: str) -> None:
    """The three treaties, the Council's and the Assembly's resolutions and the Conference's decisions are held."""
    assert INSTRUMENTS.get(instrument).kind == kind


@pytest.mark.parametrize(("part", "last"), PARTS.items())
def test_the_verification_annex_is_whole(part: str, last: int) -> None:
    """Parts VI to IX of the Verification Annex are there paragraph by paragraph, in order and without a gap."""
    expected = [str(number) for number in range(1, last + 1)]
    if part == "vi":
        expected.insert(5, "5bis")
    assert paragraphs("cwc", f"va/{part}/") == expected


@pytest.mark.parametrize(("part", "items"), SCHEDULES.items())
def test_the_schedules_are_whole(part: str, items: list[int]) -> None:
    """Each item of the three schedules can be cited, and no other number."""
    assert paragraphs("cwc", f"schedules/{part}/") == [str(number) for number in items]


@pytest.mark.parametrize(
    ("instrument", "article", "last"),
    [("cwc", "i", 5), ("cwc", "ii", 12), ("cwc", "vi", 11), ("cwc", "vii", 7), ("cwc", "xi", 2), ("npt", "iii", 4),
     ("npt", "iv", 2), ("npt", "ix", 6), ("bwc", "x", 2), ("bwc", "xiv", 6)],
)  # fmt: skip
def test_articles_are_whole(instrument: str, article: str, last: int) -> None:
    """The articles on which rules rest are there paragraph by paragraph."""
    assert paragraphs(instrument, f"{article}/") == [str(number) for number in range(1, last + 1)]


@pytest.mark.parametrize(("instrument", "last"), [("cwc", 24), ("npt", 11), ("bwc", 15)])
def test_no_article_is_left_out(instrument: str, last: int) -> None:
    """Every article of a treaty is accounted for, whole or by its paragraphs."""
    assert [one for one in paragraphs(instrument, "") if re.fullmatch("[ivx]+", one)] == ROMAN[:last]


@pytest.mark.parametrize(
    ("instrument", "preamble", "operative"),
    [("unsc-1540", ["7"], 12), ("unga-77-96", [str(n) for n in range(1, 20)], 3)],
)
def test_resolutions_are_whole(instrument: str, preamble: list[str], operative: int) -> None:
    """Every operative paragraph of the two resolutions is there, with the recitals that the product speaks of."""
    assert paragraphs(instrument, "preamble/") == preamble
    assert [one for one in paragraphs(instrument, "") if one != "preamble"] == [str(n) for n in range(1, operative + 1)]


@pytest.mark.parametrize("citation", CITED)
def test_what_rules_cite_is_executed(citation: str) -> None:
    """The provisions that rules carry out are marked so."""
    assert INSTRUMENTS.provision(Citation.read(citation)).status == "executed"


def test_a_resolution_binds_nobody() -> None:
    """A recommendation of the General Assembly is informative throughout."""
    assert {one.status for one in INSTRUMENTS.get("unga-77-96").provisions} == {"informative"}


def test_a_reason_stands_exactly_where_no_rule_does() -> None:
    """What is not executed says why, and what is executed does not."""
    assert all((one.reason is None) == (one.status == "executed") for one in PROVISIONS)
    assert {one.status for one in PROVISIONS} == set(STATUSES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_languages_are_filled(language: str) -> None:
    """Every text is filled in each language, ends as a sentence does and holds no double space."""
    for one in PROVISIONS:
        texts = [one.says, *([one.reason] if one.reason else [])]
        for words in [text.fr if language == "fr" else text.en for text in texts]:
            assert words.endswith("."), one.citation
            assert "  " not in words, one.citation


def test_french_is_not_english() -> None:
    """No English word was left in a French text."""
    english = re.compile(r"\b(the|of|and|which|with|State|States|shall)\b")
    assert [str(one.citation) for one in PROVISIONS if english.search(f"{one.says.fr} {one.label.fr}")] == []


def test_french_punctuation_is_spaced() -> None:
    """French puts a space before a colon and a semicolon."""
    assert [str(one.citation) for one in PROVISIONS if re.search(r"\S[:;]", one.says.fr)] == []


def test_citations_read_back() -> None:
    """Each provision is found again by the text of its citation, and stands in the instrument that the text names."""
    for instrument in INSTRUMENTS:
        for one in instrument.provisions:
            assert INSTRUMENTS.find_provision(Citation.read(str(one.citation))) is one
            assert one.citation.instrument == instrument.id


def test_labels_are_not_shared() -> None:
    """Two provisions of one instrument never bear the same name."""
    for instrument in INSTRUMENTS:
        for language in LANGUAGES:
            labels = [one.label[language] for one in instrument.provisions]
            assert len(set(labels)) == len(labels)


def test_nothing_has_effect_before_its_instrument() -> None:
    """No provision begins before the instrument that holds it."""
    assert all(one.span.start >= instrument.in_force for instrument in INSTRUMENTS for one in instrument.provisions)


def test_what_is_verified_names_its_source() -> None:
    """A verified provision names at least one source that the file lists."""
    for instrument in INSTRUMENTS:
        keys = {source.key for source in instrument.sources}
        for one in instrument.provisions:
            assert set(one.sources) <= keys
            assert one.sources or not one.verified


def test_every_source_is_used() -> None:
    """No source is listed that no provision rests on."""
    for instrument in INSTRUMENTS:
        assert {source.key for source in instrument.sources} == {
            key for p in instrument.provisions for key in p.sources
        }


@pytest.mark.parametrize(
    ("citation", "day"),
    [("cwc:va/vii/31", date(2000, 4, 29)), ("cwc:va/vi/5bis", date(1999, 10, 31)), ("cwc:va/ix/9", date(2000, 4, 29)),
     ("cwc:schedules/1/a/13", date(2020, 6, 7)), ("cwc:schedules/1/a/8", date(1997, 4, 29)),
     ("npt:iii/2/a", date(1970, 3, 5)), ("bwc:iii", date(1975, 3, 26)), ("unsc-1540:3/d", date(2004, 4, 28))],
)  # fmt: skip
def test_first_days(citation: str, day: date) -> None:
    """A provision has effect on its first day and not on the day before."""
    span = INSTRUMENTS.provision(Citation.read(citation)).span
    assert span.holds(day)
    assert not span.holds(day - timedelta(days=1))


def test_the_certificate_gives_way_to_the_prohibition() -> None:
    """Part VII, paragraph 32, ends on the day on which paragraph 31 begins."""
    certificate = INSTRUMENTS.provision(Citation("cwc", "va/vii/32")).span
    prohibition = INSTRUMENTS.provision(Citation("cwc", "va/vii/31")).span
    assert certificate.end == prohibition.start


def test_a_provision_that_is_not_there() -> None:
    """Looking up what is not there says so, and finding it gives nothing."""
    citation = Citation("cwc", "va/vii/33")
    assert INSTRUMENTS.find_provision(citation) is None
    with pytest.raises(NotFound, match="va/vii/33"):
        INSTRUMENTS.provision(citation)


def test_an_instrument_that_is_not_there() -> None:
    """A citation of an unknown instrument is answered with those that are known."""
    with pytest.raises(NotFound, match='no instrument "xyz"') as raised:
        INSTRUMENTS.provision(Citation("xyz", "i/1"))
    assert "npt" in raised.value.hint


TOML = """
[[source]]
key = "text"
publisher = "An office"
official = true
address = "https://example.org"
retrieved = 2026-11-24
verified = true
note = "The whole text."

[instrument]
id = "made"
title.en = "A made treaty"
title.fr = "Un traité inventé"
short.en = "the made treaty"
short.fr = "le traité inventé"
abbreviation.en = "MT"
abbreviation.fr = "TI"
kind = "treaty"
body = "made"
in_force = 2001-01-01

[[provision]]
path = "i/1"
label.en = "Article I, paragraph 1"
label.fr = "Article premier, paragraphe 1"
says.en = "It asks for something."
says.fr = "Il exige quelque chose."
status = "executed"
from = 2001-01-01
until = "open"
verified = true
source = ["text"]

[[provision]]
path = "i/2"
label.en = "Article I, paragraph 2"
label.fr = "Article premier, paragraphe 2"
says.en = "It says something."
says.fr = "Il dit quelque chose."
status = "informative"
reason.en = "It only explains."
reason.fr = "Il explique seulement."
from = 2001-01-01
until = 2005-01-01
verified = false
source = []
"""


def made(text: str = TOML) -> Instrument:
    """The invented instrument, from a text."""
    return read_instrument(TomlFile("instruments/made.toml", tomllib.loads(text), text))


def test_a_well_made_file_is_read() -> None:
    """The invented instrument reads, with its spans and its sources."""
    first, second = made().provisions
    assert (first.reason, first.sources) == (None, ("text",))
    assert (second.span.end, second.verified) == (date(2005, 1, 1), False)
    assert [one.id for one in Instruments([made()])] == ["made"]


@pytest.mark.parametrize(
    ("old", "new", "message", "line"),
    [
        ('path = "i/2"\n', "", '"path" is missing', 35),
        ('says.fr = "Il dit quelque chose."\n', "", '"says" has no words in "fr"', 35),
        ('says.fr = "Il dit', 'says.de = "Es"\nsays.fr = "Il dit', 'has words in "de"', 35),
        ('reason.fr = "Il', 'reason.de = "Es"\nreason.fr = "Il', 'has words in "de"', 35),
        ('status = "informative"', 'status = "perhaps"', '"perhaps" is no "status"', 35),
        ('reason.en = "It only explains."\nreason.fr = "Il explique seulement."\n', "", '"reason" is missing', 35),
        ('status = "informative"', 'status = "executed"', "an executed provision has no reason", 35),
        ('path = "i/2"', 'path = "i/1"', 'the path "i/1" occurs twice', 36),
        ("until = 2005-01-01\n", "", '"until" must be', 35),
        ("verified = false", "verified = true", "names its source", 35),
        ("source = []", 'source = ["other"]', 'no \\[\\[source\\]\\] has the key "other"', 47),
        ("source = []", 'source = []\nnotes = "x"', 'nobody reads "notes"', 35),
        ("official = true\n", "", '"official" is missing', 2),
    ],
)
def test_what_is_wrong_is_shown_with_its_line(old: str, new: str, message: str, line: int) -> None:
    """An error of the data names the file and the line of its table or key, and a remedy."""
    assert TOML.count(old) == 1
    with pytest.raises(CorpusError, match=message) as raised:
        made(TOML.replace(old, new))
    assert raised.value.at == f"instruments/made.toml, line {line}"
    assert raised.value.hint


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('kind = "treaty"', 'kind = "custom"', '"custom" is no "kind"'),
        ('body = "made"\n', "", '"body" is missing'),
        ('short.fr = "le traité inventé"\n', "", '"short" has no words in "fr"'),
        ("in_force = 2001-01-01", 'in_force = "2001"', '"in_force" must be of type date'),
    ],
)
def test_what_is_wrong_in_the_head_is_shown_with_its_file(old: str, new: str, message: str) -> None:
    """An error in the instrument's own table names the file."""
    with pytest.raises(CorpusError, match=message) as raised:
        made(TOML.replace(old, new))
    assert raised.value.at == "instruments/made.toml"
