"""A citation is an instrument and a path in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullest.errors import CorpusError
from fullest.terms.citation import Citation

WORDS = st.text("abcdefghijklmnopqrstuvwxyz0123456789-./", min_size=1)


@given(WORDS, WORDS)
def test_what_is_read_prints_back_the_same(instrument: str, path: str) -> None:
    """A citation says itself as it was written."""
    assert str(Citation.read(f"{instrument}:{path}")) == f"{instrument}:{path}"


def test_a_path_keeps_its_own_colons() -> None:
    """Only the first colon divides."""
    assert Citation.read("unsc-1540:3:a") == Citation("unsc-1540", "3:a")


@pytest.mark.parametrize("text", ["", "cwc", "cwc:", ":va/vii/31", ":"])
def test_half_a_citation_is_refused_with_its_place(text: str) -> None:
    """File and line stand in the error, and an example in the hint."""
    with pytest.raises(CorpusError) as problem:
        Citation.read(text, at="rules/cwc.toml, line 12")
    assert problem.value.at == "rules/cwc.toml, line 12"
    assert "cwc:va/vii/31" in problem.value.hint
