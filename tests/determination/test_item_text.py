"""One text that describes an item: what it is taken for, with a prefix and without."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fullest.determination.item_text import read_item_text
from fullest.errors import InputError, MissingField, UnknownField
from fullest.terms.item import Item

HELD = {"CO", "NN", "tin", "a:b"}


def read(text: str) -> Item:
    """The item, where the corpus holds a few names."""
    return read_item_text(text, HELD.__contains__)


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("75-44-5", Item(cas="75-44-5")),
        ("cas:75-44-5", Item(cas="75-44-5")),
        ("CAS: 75-44-5", Item(cas="75-44-5")),
        ("cwc/3.B.17", Item(entry="cwc/3.B.17")),
        ("entry:cwc/3.B.17", Item(entry="cwc/3.B.17")),
        ("OCCSCCO", Item(smiles="OCCSCCO")),
        ("smiles:C", Item(smiles="C")),
        ("CC(=O)Oc1ccccc1C(=O)O", Item(smiles="CC(=O)Oc1ccccc1C(=O)O")),
        ("InChI=1S/CCl2O/c2-1(3)4", Item(inchi="InChI=1S/CCl2O/c2-1(3)4")),
        ("YGYAWVDWMABLBF-UHFFFAOYSA-N", Item(inchikey="YGYAWVDWMABLBF-UHFFFAOYSA-N")),
        ("thiodiglycol", Item(name="thiodiglycol")),
        ("name:C", Item(name="C")),
        ("  thiodiglycol ", Item(name="thiodiglycol")),
        ("N,N-dimethylaniline", Item(name="N,N-dimethylaniline")),
        ("CO", Item(name="CO")),
        ("OCC", Item(name="OCC")),
        ("PS", Item(name="PS")),
        ("ClCN", Item(name="ClCN")),
        ("CCCCC", Item(smiles="CCCCC")),
        ("C=C", Item(smiles="C=C")),
        ("a:b", Item(name="a:b")),
        ("Foo: a bar", Item(name="Foo: a bar")),
    ],
)
def test_a_text_is_taken_for_what_it_is(text: str, item: Item) -> None:
    """A number, a key, an entry, a structure, and otherwise a name; a held name is a name, whatever it looks like."""
    assert read(text) == item


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_an_empty_text_describes_nothing(text: str) -> None:
    """The error says what could be given."""
    with pytest.raises(MissingField) as problem:
        read(text)
    assert problem.value.at == "item"


def test_a_prefix_that_nobody_knows_is_refused_with_those_there_are() -> None:
    """A mistyped prefix is not read as a name."""
    with pytest.raises(UnknownField, match='no field "smile"') as problem:
        read("smile:CCO")
    assert "smiles" in problem.value.hint


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Nothing but an input error ever comes out."""
    try:
        assert isinstance(read(text), Item)
    except InputError as problem:
        assert problem.hint
