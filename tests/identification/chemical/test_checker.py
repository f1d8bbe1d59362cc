"""The second opinion, and what happens where it differs from the first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fullest.corpus.lists import Check, Edition
from fullest.errors import CorpusError
from fullest.identification.chemical.checker import Checker
from fullest.identification.chemical.decide import CHECKER, EditionRules
from fullest.identification.chemical.structure import read_structure


def test_a_family_that_the_checker_denies_is_left_to_a_person(schedules: Edition) -> None:
    """A listing is certain only where both agree."""
    entry = schedules.find("cwc/2.B.12")
    assert entry is not None
    denied = replace(entry.families[0], check=Check(("[#14]",), {}))
    rules = EditionRules(replace(schedules, entries=(replace(entry, families=(denied,)),)), {}, Checker())
    (finding,) = rules.decide(read_structure("SCCN(C)CC")).findings
    assert finding.readings == (CHECKER,)


def test_bounds_hold_for_each_element(schedules: Edition) -> None:
    """One more, one less or another element is denied."""
    entry = schedules.find("cwc/2.B.13")
    assert entry is not None
    check, checker = Check((), {"C": (2, 3), "O": (1, 1)}), Checker()
    answers = {
        one: checker.agrees(entry, check, read_structure(one).graph)
        for one in ("CO", "CCO", "CCCO", "CCCCO", "CCN", "CCOS")
    }
    assert answers == {"CO": False, "CCO": True, "CCCO": True, "CCCCO": False, "CCN": False, "CCOS": False}


def test_a_named_chemical_is_known_by_its_skeleton(schedules: Edition) -> None:
    """Not by a part of it, nor by more than it."""
    entry = schedules.find("cwc/2.B.13")
    assert entry is not None
    checker, named = Checker(), entry.chemicals[0]
    answers = [
        checker.is_named(entry, named, read_structure(one).graph)
        for one in ("OCCSCCO", "OCCSCC", "OCCSCCOC", "OCCOCCS")
    ]
    assert answers == [True, False, False, False]


def test_a_pattern_that_cannot_be_read_says_where_it_stands(schedules: Edition) -> None:
    """The entry is named."""
    entry = schedules.find("cwc/2.B.12")
    assert entry is not None
    with pytest.raises(CorpusError) as caught:
        Checker().agrees(entry, Check(("[[",), {}), read_structure("C").graph)
    assert "cwc-1997-04-29" in caught.value.at
