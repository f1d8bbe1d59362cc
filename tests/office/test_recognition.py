"""What the one box holds."""

from __future__ import annotations

import pytest

from fullest.errors import MissingField
from fullest.office.recognition import Reading, recognise


def _holds(name: str) -> bool:
    return name == "CS"


@pytest.mark.parametrize(
    ("typed", "reading", "words"),
    [
        ("thiodiglycol", "name", "thiodiglycol"),
        ("111-48-8", "cas", "111-48-8"),
        ("OCCSCCO", "smiles", "OCCSCCO"),
        ("cwc/3.B.17", "entry", "cwc/3.B.17"),
        ("InChI=1S/CH4/h1H4", "inchi", "InChI=1S/CH4/h1H4"),
        ("VNWKTOKETHGBQD-UHFFFAOYSA-N", "inchikey", "VNWKTOKETHGBQD-UHFFFAOYSA-N"),
        ("smiles: CO", "smiles", "CO"),
        ("CS", "name", "CS"),
    ],
)
def test_words_are_read_for_what_they_are(typed: str, reading: Reading, words: str) -> None:
    """Numbers, structures and entries are told from names; a name that the corpus holds is a name."""
    assert recognise(typed, _holds) == (reading, words)


def test_a_person_may_choose_the_reading() -> None:
    """What a person wants their words to be goes before any guess."""
    assert recognise(" CS ", _holds, wanted="smiles") == ("smiles", "CS")


def test_nothing_is_nothing() -> None:
    """An empty box is a missing field."""
    with pytest.raises(MissingField):
        recognise("  ", _holds)
