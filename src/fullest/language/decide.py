"""The use *decide*: an expression compiled to a function of one case."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any, TypeAlias

from fullest.language.case import Case
from fullest.language.kleene import Truth, negate
from fullest.language.tree import Among, And, Bound, Compare, Const, Holds, Listed, Not, Or, Tree
from fullest.terms.amount import Amount

Decision: TypeAlias = Callable[[Case], Truth]

_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "==": operator.eq,
}  # fmt: skip


def compiled(tree: Tree) -> Decision:
    """A function that decides the tree for a case: true, false, or unknown as `None`."""
    match tree:
        case And(parts):
            return _all_of(tuple(compiled(part) for part in parts))
        case Or(parts):
            return _any_of(tuple(compiled(part) for part in parts))
        case Not(part):
            decider = compiled(part)
            return lambda case: negate(decider(case))
        case _:
            return _atom(tree)


def _all_of(deciders: tuple[Decision, ...]) -> Decision:
    # Written out, not by `both` over a generator, since this is the innermost loop of every answer.
    def decide(case: Case) -> Truth:
        result: Truth = True
        for decider in deciders:
            value = decider(case)
            if value is False:
                return False
            if value is None:
                result = None
        return result

    return decide


def _any_of(deciders: tuple[Decision, ...]) -> Decision:
    def decide(case: Case) -> Truth:
        result: Truth = False
        for decider in deciders:
            value = decider(case)
            if value is True:
                return True
            if value is None:
                result = None
        return result

    return decide


def _atom(tree: Tree) -> Decision:
    match tree:
        case Const(value):
            return lambda case: value
        case Listed(group):
            return lambda case: case.listed(group)
        case Bound(role, body):
            return lambda case: case.bound(role, body)
        case Holds(fact):
            return lambda case: _truth(case, fact)
        case Compare():
            return _compared(tree)
        case Among():
            return _among(tree)
        case _:
            raise TypeError(tree)


def _truth(case: Case, fact: str) -> Truth:
    if not case.applies(fact):
        return False
    value = case.fact(fact)
    return value if isinstance(value, bool) else None


def _compared(tree: Compare) -> Decision:
    compare = _COMPARE[tree.operator]
    constant = tree.constant.base if isinstance(tree.constant, Amount) else tree.constant

    def decide(case: Case) -> Truth:
        if not case.applies(tree.fact):
            return False
        value = case.fact(tree.fact)
        if value is None:
            return None
        return compare(value.base if isinstance(value, Amount) else value, constant)

    return decide


def _among(tree: Among) -> Decision:
    options, judge = tree.options, {"one": _one, "all": _all, "any": _any}[tree.quantifier]

    def decide(case: Case) -> Truth:
        if not case.applies(tree.fact):
            return False
        value = case.fact(tree.fact)
        return judge(value, options) if isinstance(value, frozenset) else None

    return decide


def _one(possible: frozenset[str], options: frozenset[str]) -> Truth:
    """A choice: `possible` holds the options that it may still be."""
    if possible <= options:
        return True
    return None if possible & options else False


def _all(chosen: frozenset[str], options: frozenset[str]) -> Truth:
    """A set of choices, known whole."""
    return chosen <= options


def _any(chosen: frozenset[str], options: frozenset[str]) -> Truth:
    return bool(chosen & options)
