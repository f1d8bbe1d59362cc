"""Critical values: for each fact the few values at which conditions can change, so that all cases can be tried.

Two values of a fact between the same constants cannot be told apart by any condition. Trying one of each is therefore
the same as trying them all: this gives exact bounds where Kleene's are loose, and the questions worth asking.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations, product
from math import prod

from fullest.language.tree import Among, Compare, Holds, Tree, atoms
from fullest.terms.amount import Amount
from fullest.terms.transfer import FactValue


def critical_values(fact: str, trees: Iterable[Tree], possible: frozenset[str] = frozenset()) -> tuple[FactValue, ...]:
    """Values of a fact, one for each way in which the trees can tell its values apart.

    Args:
        fact: the fact's name.
        trees: the conditions that ask it.
        possible: for a choice, the options it may still be, for a set of choices those it may hold; options that no
            condition tells apart are tried once.
    """
    asked = [
        atom
        for tree in trees
        for atom in atoms(tree)
        if isinstance(atom, Holds | Compare | Among) and atom.fact == fact
    ]
    if any(isinstance(atom, Holds) for atom in asked):
        return (True, False)
    compared = [atom.constant for atom in asked if isinstance(atom, Compare)]
    if compared:
        return tuple(_around(compared))
    among = [atom for atom in asked if isinstance(atom, Among)]
    apart = tuple(_apart([atom.options for atom in among], possible))
    return apart if all(atom.quantifier == "one" for atom in among) else tuple(_together(apart))


def assignments(values: Mapping[str, tuple[FactValue, ...]], *, most: int) -> Iterator[dict[str, FactValue]] | None:
    """Every combination of values, or `None` where there are more than `most`."""
    if prod(len(options) for options in values.values()) > most:
        return None
    return (dict(zip(values, chosen, strict=True)) for chosen in product(*values.values()))


def _around(constants: Iterable[Amount | date]) -> Iterator[FactValue]:
    """Below, at and above each constant."""
    ordered = sorted(
        set(constants), key=lambda constant: constant.base if isinstance(constant, Amount) else constant.toordinal()
    )
    for constant in ordered:
        for step in (-1, 0, 1):
            if isinstance(constant, Amount):
                if constant.base + step >= 0:
                    yield Amount(constant.base + step, constant.dimension)
            else:
                yield constant + timedelta(days=step)


def _apart(tests: list[frozenset[str]], possible: frozenset[str]) -> Iterator[frozenset[str]]:
    seen: set[tuple[bool, ...]] = set()
    for option in sorted(possible):
        mark = tuple(option in test for test in tests)
        if mark not in seen:
            seen.add(mark)
            yield frozenset({option})


def _together(apart: Sequence[frozenset[str]]) -> Iterator[FactValue]:
    """For a set of choices: none of them, each, and all that can be together."""
    for count in range(len(apart) + 1):
        yield from (frozenset[str]().union(*chosen) for chosen in combinations(apart, count))
