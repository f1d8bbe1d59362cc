"""CAS numbers and InChIKeys."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullest.corpus.lists import Lists
from fullest.errors import UnreadableValue
from fullest.identification.identifier import Identifier
from fullest.identification.naming import is_cas, read_cas, read_inchikey


def test_a_cas_number_is_read_in_the_ways_people_write_it(identifier: Identifier) -> None:
    """With or without dashes, or with long ones."""
    for text in ("111-48-8", " 111-48-8 ", "111–48–8", "111488"):
        assert read_cas(text, identifier.register) == "111-48-8"


@pytest.mark.parametrize("text", ["111-48", "thiodiglycol", "1-11-8", "111-48-88", "١١١-٤٨-٨"])
def test_what_has_another_form_is_no_cas_number(text: str, identifier: Identifier) -> None:
    """The field is named."""
    with pytest.raises(UnreadableValue) as caught:
        read_cas(text, identifier.register)
    assert caught.value.at == "item.cas"


def test_every_cas_number_of_the_lists_has_its_check_digit(lists: Lists) -> None:
    """Chemicals, examples and exemptions."""
    for entry in lists.entries():
        for chemical in (*entry.chemicals, *entry.examples, *entry.exempt):
            assert all(is_cas(cas) for cas in chemical.cas), (entry.id, chemical.name)


@given(st.integers(10, 9_999_999), st.integers(0, 99))
def test_one_check_digit_of_ten_is_right(first: int, second: int) -> None:
    """Whatever the number."""
    assert sum(is_cas(f"{first}-{second:02}-{digit}") for digit in range(10)) == 1


def test_an_inchikey_has_its_form() -> None:
    """Lower case and a prefix are forgiven."""
    assert read_inchikey("InChIKey=yodztkmdcqephd-uhfffaoysa-n") == "YODZTKMDCQEPHD-UHFFFAOYSA-N"
    with pytest.raises(UnreadableValue):
        read_inchikey("YODZTKMDCQEPHD")


@pytest.mark.shared
def test_the_structures_of_the_schedules_agree_with_the_compiled_table(
    lists: Lists, shared_data: Path, identifier: Identifier
) -> None:
    """By InChIKey: each number of the table leads to the entry it stands in, exemptions apart."""
    with (shared_data / "reference/cwc/cwc_schedules_compiled.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["cas"] and row["row_kind"] != "exemption"]
    assert len(rows) > 50
    held = {
        cas: entry.id for entry in lists.entries() for one in (*entry.chemicals, *entry.examples) for cas in one.cas
    }
    assert [row["cas"] for row in rows if held.get(row["cas"]) != f"cwc/{row['item']}"] == []
    for row in rows:
        known = identifier.register.by_cas(row["cas"])
        assert known is not None
        if row["inchikey"]:
            found = identifier.register.by_inchikey(row["inchikey"])
            assert found is not None
            assert found.smiles == known.smiles
