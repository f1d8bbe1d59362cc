"""Mapping files are read strictly: each error names file, key and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from fullest.bulk.mapping_file import load_mapping, read_mapping, shipped_mappings
from fullest.errors import InputError, MissingField, UnknownField, UnknownName, UnreadableValue

GOOD = """
title = "Exports of a company"
explode = ["code"]
[file]
name = '_(?P<year>\\d{4})\\.'
[columns]
code.headers = ["Code"]
country.headers = ["Country", "Land"]
day.headers = ["Day"]
day.needed = false
[[only]]
column = "code"
matches = '3B.*'
says = "not of Schedule 3"
[field."item.entry"]
column = "code"
[field.origin]
constant = "CHE"
because = "The company is Swiss."
[field.destination]
column = "country"
[field.date]
column = "day"
formats = ["%Y-%m-%d"]
otherwise = { from_name = "year" }
"""


def refused(text: str) -> InputError:
    """The error that a mapping gives."""
    with pytest.raises(InputError) as caught:
        read_mapping(text, "company.toml")
    return caught.value


def changed(old: str, new: str) -> InputError:
    """The error that the good mapping gives with one thing changed."""
    assert old in GOOD
    return refused(GOOD.replace(old, new))


def test_a_good_mapping_is_read() -> None:
    """It is called as its file."""
    mapping = read_mapping(GOOD, "company.toml")
    assert (mapping.id, [field.name for field in mapping.fields]) == (
        "company",
        ["item.entry", "origin", "destination", "date"],
    )


@pytest.mark.parametrize("name", ["ch-seco-elic", "ch-seco-tracker"])
def test_the_shipped_mappings_are_found_by_name(name: str) -> None:
    """They are read as strictly as any other."""
    assert name in shipped_mappings()
    assert load_mapping(name).id == name


def test_other_mappings_are_found_by_path(tmp_path: Path) -> None:
    """Their file name is their identifier."""
    path = tmp_path / "company.toml"
    path.write_text(GOOD, "utf-8")
    assert load_mapping(str(path)).id == "company"


def test_a_mapping_that_there_is_not_lists_those_that_are_shipped() -> None:
    """A slip in the name is then easy to see."""
    with pytest.raises(UnknownName, match='no mapping "ch-seco"') as caught:
        load_mapping("ch-seco")
    assert "ch-seco-elic" in caught.value.hint


def test_a_mapping_in_another_encoding_is_told(tmp_path: Path) -> None:
    """TOML is UTF-8."""
    path = tmp_path / "company.toml"
    path.write_bytes(GOOD.replace("Land", "L\xe4nder").encode("cp1252"))
    with pytest.raises(UnreadableValue, match="not UTF-8"):
        load_mapping(str(path))


@pytest.mark.parametrize(
    ("old", "new", "at"),
    [
        ("title", "tilte", "company.toml, tilte"),
        ("[file]", "[file]\nencodng = 'x'", "company.toml, file.encodng"),
        ("day.needed", "day.need", "company.toml, columns.day.need"),
        ("says =", "say =", "company.toml, only[1].say"),
        ("[field.origin]", "[field.orgin]", "company.toml, field.orgin"),
        ("formats =", "format =", "company.toml, field.date.format"),
        ("from_name", "from_nam", "company.toml, field.date.otherwise.from_nam"),
        ('constant = "CHE"', 'constant = "CHE"\nformats = ["%Y-%m-%d"]', "company.toml, field.origin.formats"),
    ],
)
def test_an_unknown_key_is_an_error_at_its_place(old: str, new: str, at: str) -> None:
    """Wherever it stands."""
    error = changed(old, new)
    assert (type(error), error.at) == (UnknownField, at)
    assert error.hint


@pytest.mark.parametrize(
    ("old", "new", "at", "message"),
    [
        ('title = "Exports of a company"', "", "company.toml, title", '"title" is missing'),
        ('title = "Exports of a company"', "title = 3", "company.toml, title", "must be a text"),
        ('headers = ["Code"]', "headers = []", "company.toml, columns.code.headers", "list of texts"),
        ('headers = ["Code"]', 'headers = "Code"', "company.toml, columns.code.headers", "must be a list"),
        ('explode = ["code"]', 'explode = ["kind"]', "company.toml, explode", 'names no column "kind"'),
        ('because = "The company is Swiss."', "", "company.toml, field.origin.because", "does not say why"),
        ('constant = "CHE"', "constant = 3", "company.toml, field.origin.constant", "a constant is"),
        ('constant = "CHE"', "unknown = false", "company.toml, field.origin.unknown", "only `unknown = true`"),
        ('constant = "CHE"', 'constant = "CHE"\nunknown = true', "company.toml, field.origin", "exactly one of"),
        ('constant = "CHE"', "", "company.toml, field.origin", "exactly one of"),
        ('"%Y-%m-%d"', '"%Y-%m"', "company.toml, field.date.formats", "a year, a month and a day"),
        ('from_name = "year"', 'from_name = "month"', "company.toml, field.date.otherwise.from_name", "no group"),
        ("'_(?P<year>\\d{4})\\.'", "'_(?P<year>'", "company.toml, file.name", "not a pattern"),
        ("matches = '3B.*'", "", "company.toml, only[1]", "either `is` or `matches`"),
        (
            '[field."item.entry"]',
            "[field.item]\ncolumn = 'code'\n[field.'item.cas']",
            "company.toml, field.item",
            "whole",
        ),
        ('column = "country"', 'column = "land"', "company.toml, field.destination.column", 'no column "land"'),
        (
            'column = "country"',
            "column = 'country'\nstates = 'iso'",
            "company.toml, field.destination.states",
            "no way",
        ),
        (
            'column = "country"',
            "column = 'country'\npattern = 'x'",
            "company.toml, field.destination.expects",
            "missing",
        ),
        (
            'column = "country"',
            "column = 'country'\ntemplate = 'x'",
            "company.toml, field.destination.template",
            "needs",
        ),
        ("[columns]", "columns = 3\n[other]", "company.toml, other", "no key"),
    ],
)
def test_what_does_not_fit_is_refused_at_its_place(old: str, new: str, at: str, message: str) -> None:
    """With what to do about it."""
    error = changed(old, new)
    assert error.at == at
    assert message in error.message
    assert error.hint


@pytest.mark.parametrize("template", ["{part}", "{number.__class__}", "{number", "{}"])
def test_a_template_is_filled_by_the_groups_of_its_pattern_alone(template: str) -> None:
    """Nothing else can be reached from it."""
    pattern = f"column = 'country'\npattern = '(?P<number>.)'\nexpects = 'a letter'\ntemplate = '{template}'"
    assert changed('column = "country"', pattern).at == "company.toml, field.destination.template"


def test_what_is_not_toml_names_the_line() -> None:
    """As the parser gives it."""
    error = refused("title = \n")
    assert (error.at, "line 1" in error.message) == ("company.toml", True)


def test_a_field_without_a_value_of_the_file_must_say_why() -> None:
    """The reason is shown with the counts."""
    error = changed('column = "country"', "unknown = true")
    assert (type(error), error.at) == (MissingField, "company.toml, field.destination.because")
