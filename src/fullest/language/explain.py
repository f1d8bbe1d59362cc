"""The reasons of a decision: the same tree, with the value of every node and what is the case at each leaf."""

from __future__ import annotations

from dataclasses import dataclass

from fullest.language.case import Case
from fullest.language.decide import compiled
from fullest.language.kleene import Truth, both, either, negate
from fullest.language.tell import Names, Teller
from fullest.language.tree import Among, And, Bound, Compare, Holds, Listed, Not, Or, Tree
from fullest.terms.amount import Amount
from fullest.terms.text import Language, Text


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a condition holds, does not hold, or is open.

    Attributes:
        says: at a leaf what is asked, elsewhere how the parts are joined.
        value: whether the condition holds; `None` where it is open.
        parts: the reasons of its parts.
        cites: the provision that says so, or an empty string.
        about: what a leaf speaks of: `fact:purpose`, `listed:cwc/schedule-2`, `bound:destination:cwc`.
    """

    says: Text
    value: Truth
    parts: tuple[Reason, ...] = ()
    cites: str = ""
    about: str = ""

    def to_dict(self, language: Language) -> dict[str, object]:
        """`{"says", "value", "cites", "parts"}` in one language."""
        return {
            "says": self.says[language], "value": self.value, "cites": self.cites, "about": self.about,
            "parts": [part.to_dict(language) for part in self.parts],
        }  # fmt: skip


class Explainer:
    """Gives the reasons of trees."""

    def __init__(self, teller: Teller) -> None:
        self._teller = teller

    def explain(self, tree: Tree, case: Case, names: Names) -> Reason:
        """The reason for the value that `decide` gives the tree in this case; the two always agree."""
        if isinstance(tree, And | Or):
            parts = tuple(self.explain(part, case, names) for part in tree.parts)
            join = both if isinstance(tree, And) else either
            says = self._teller.words["all-of" if isinstance(tree, And) else "one-of"]
            return Reason(says, join(part.value for part in parts), parts)
        if isinstance(tree, Not):
            return self._contrary(tree.part, case, names)
        return self._leaf(tree, case, names, holds=True)

    def _contrary(self, tree: Tree, case: Case, names: Names) -> Reason:
        if isinstance(tree, Not):
            return self.explain(tree.part, case, names)
        if not isinstance(tree, And | Or):
            return self._leaf(tree, case, names, holds=False)
        inner = self.explain(tree, case, names)
        return Reason(self._teller.words["not-so"], negate(inner.value), inner.parts)

    def _leaf(self, tree: Tree, case: Case, names: Names, *, holds: bool) -> Reason:
        """A leaf says what is asked; its value is whether that is so."""
        found = compiled(tree)(case)
        value = found if holds else negate(found)
        says = self._teller.say(tree, names, holds=holds)
        if value is None:
            return Reason(self._teller.unknown(says), None, about=_about(tree))
        given = _given(tree, case, names)
        says = self._teller.words["given"].filled(says=says, value=given) if given else says
        return Reason(says, value, about=_about(tree))


def _given(tree: Tree, case: Case, names: Names) -> Text | None:
    """The value that was given, where the leaf does not already say it."""
    if isinstance(tree, Compare):
        value = case.fact(tree.fact)
        return Text(value.given, value.given) if isinstance(value, Amount) else None
    if isinstance(tree, Among) and case.applies(tree.fact):
        value = case.fact(tree.fact)
        if isinstance(value, frozenset) and len(value) == 1 and value != tree.options:
            return names.option_label(tree.fact, next(iter(value)))
    return None


def _about(tree: Tree) -> str:
    match tree:
        case Holds(fact) | Compare(fact) | Among(fact):
            return f"fact:{fact}"
        case Listed(group):
            return f"listed:{group}"
        case Bound(role, body):
            return f"bound:{role}:{body}"
        case _:
            return ""
