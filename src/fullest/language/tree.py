"""The tree of an expression: nine kinds of node, frozen, so that equal conditions are equal values.

Atoms compare one fact with a constant, or ask one relation; the day is the case's own and is never left out, since
`Listed` and `Bound` are always asked of a case that has a day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from fullest.terms.amount import Amount

Operator = Literal["<", "<=", ">", ">=", "=="]
Quantifier = Literal["one", "all", "any"]
Role = Literal["origin", "destination", "holder", "other"]


@dataclass(frozen=True, slots=True)
class Const:
    """Always true, or always false."""

    value: bool


@dataclass(frozen=True, slots=True)
class Holds:
    """A fact of type truth."""

    fact: str


@dataclass(frozen=True, slots=True)
class Compare:
    """A fact that is an amount or a day, against a constant."""

    fact: str
    operator: Operator
    constant: Amount | date


@dataclass(frozen=True, slots=True)
class Among:
    """A choice that is one of some options; or all or any of a set of choices that are.

    Attributes:
        quantifier: `one` for a fact that is a choice, `all` or `any` for one that is a set of choices.
        table: the name of the table the options came from, or an empty string.
    """

    fact: str
    quantifier: Quantifier
    options: frozenset[str]
    table: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """The item stands in a list, a part of a list or an entry on the day."""

    group: str


@dataclass(frozen=True, slots=True)
class Bound:
    """The State in a role is a party to a treaty, or a member of a group, on the day."""

    role: Role
    body: str


@dataclass(frozen=True, slots=True)
class And:
    """All parts hold."""

    parts: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one part holds."""

    parts: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Tree


Atom: TypeAlias = Const | Holds | Compare | Among | Listed | Bound
Tree: TypeAlias = Atom | And | Or | Not


def atoms(tree: Tree) -> Iterator[Atom]:
    """The atoms of a tree, in reading order."""
    if isinstance(tree, And | Or):
        for part in tree.parts:
            yield from atoms(part)
    elif isinstance(tree, Not):
        yield from atoms(tree.part)
    else:
        yield tree


def facts(tree: Tree) -> frozenset[str]:
    """The names of the facts that a tree asks."""
    return frozenset(atom.fact for atom in atoms(tree) if isinstance(atom, Holds | Compare | Among))
