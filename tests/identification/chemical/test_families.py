"""Families: in and out for every entry that describes one. Failures name cases by number, never by structure."""

from __future__ import annotations

from collections.abc import Callable

import pytest

ENTRIES = (
    "1.A.1", "1.A.2", "1.A.3", "1.A.13", "1.A.14", "1.A.16", "1.B.9", "1.B.10",
    "2.B.4", "2.B.5", "2.B.6", "2.B.10", "2.B.11", "2.B.12",
)  # fmt: skip


@pytest.mark.parametrize("entry", ENTRIES)
def test_each_case_of_an_entry_is_decided_as_its_wording_says(
    entry: str, cases: dict[str, list[tuple[str, bool | None]]], truth: Callable[[str, str], bool | None]
) -> None:
    """Smallest, largest, one over, wrong element, extra group, unsaturated, ring, salt, isotope, other drawing."""
    wrong = [
        (number, expected)
        for number, (structure, expected) in enumerate(cases[f"cwc/{entry}"])
        if truth(structure, f"cwc/{entry}") is not expected
    ]
    assert not wrong
