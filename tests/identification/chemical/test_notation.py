"""The notation of branches: what it says, and how it is refused."""

from __future__ import annotations

import pytest

from fullest.errors import CorpusError
from fullest.identification.chemical.notation import Choice, Core, Slot, read_branch, spelled_out


def test_a_branch_is_read_atom_by_atom() -> None:
    """Bonds, hydrogens, side branches and slots."""
    slot = Slot(1, (Choice("alkyl", frozenset({"me", "et"})),))
    expected = Core(1, "S", 0, 0, (Core(1, "C", 0, 2, (Core(1, "N", 0, 0, (slot, slot)),)),))
    assert read_branch("-S-CH2-N(-<alkyl me et>)(-<alkyl me et>)") == expected
    assert read_branch("=O") == Core(2, "O", 0, 0)


def test_a_slot_has_choices_with_bounds_and_readings() -> None:
    """`to` is the most, a bare number is the only size, and what follows the question mark is the reading."""
    node = read_branch("-<H | alkyl to 10 | polycyclic 7 ?several-rings | bearing to 10 to 8 cyano>")
    assert node == Slot(1, (
        Choice("H"),
        Choice("alkyl", least=1, most=10),
        Choice("polycyclic", least=7, most=7, reading="several-rings"),
        Choice("bearing", frozenset({"cyano"}), least=1, most=10, straight_to=8),
    ))  # fmt: skip


def test_a_chain_is_spelled_out_for_each_of_its_lengths() -> None:
    """None of it leaves what it leads to, on the chain's bond."""
    carbon, oxygen = "C", Core(1, "O", 0, 1)
    lengths = list(spelled_out(read_branch("-CH2{0..2}-OH")))
    assert lengths == [
        oxygen,
        Core(1, carbon, 0, 2, (oxygen,)),
        Core(1, carbon, 0, 2, (Core(1, carbon, 0, 2, (oxygen,)),)),
    ]


@pytest.mark.parametrize(
    "text", ["", "O", "-", "-Xx", "-<>", "-<ring>", "-<alkyl", "-C(", "-C{2", "-<alkyl to ten>", "--C"]
)
def test_what_is_not_in_the_notation_is_refused(text: str) -> None:
    """With the place that was given."""
    with pytest.raises(CorpusError) as caught:
        read_branch(text, at="lists/xa.toml, line 3")
    assert caught.value.at == "lists/xa.toml, line 3"
