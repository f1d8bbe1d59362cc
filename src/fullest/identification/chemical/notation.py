"""The notation in which lists write the branches of a family, read with a grammar.

    =O                                   a double bond to an oxygen without hydrogens
    -S-CH2-CH2-N(-<…>)(-<…>)             atoms one after the other; side branches in parentheses
    -CH2{0..8}-C(=O)-CH2-N+(…)           a chain of so many; a quaternary nitrogen
    -<alkyl me et npr ipr>               a slot: what hangs here is one of these groups and nothing else
    -<H | alkyl to 10 | polycyclic to 10 ?polycyclic-alkyl>
                                         one of several; after the question mark the reading that decides an open case

Kinds of slots: `H`, `alkyl`, `cycloalkyl`, `polycyclic`, `haloalkyl`, `halogen`, `bearing`, `group`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import reduce
from itertools import product
from typing import Any, TypeAlias

from lark import Lark, Transformer, UnexpectedInput, v_args

from fullest.errors import CorpusError

_GRAMMAR = r"""
branch: BOND (slot | core)
core: ELEMENT hydrogens? plus? times? ("(" branch ")")* branch?
hydrogens: "H" INT?
plus: "+"
times: "{" INT (".." INT)? "}"
slot: "<" choice ("|" choice)* ">"
choice: kind (to | INT | WORD | ELEMENT | STRING)* reading?
kind: WORD | HYDROGEN
HYDROGEN: "H"
to: "to" INT
reading: "?" WORD
BOND: "-" | "=" | "#"
ELEMENT: /Cl|Br|[BCNOFPSI]/
WORD: /(?!to\b)[a-z][a-z-]*/
STRING: /"[^"]*"/
%import common.INT
%ignore " "
"""
_ORDERS = {"-": 1, "=": 2, "#": 3}
KINDS = frozenset({"H", "alkyl", "cycloalkyl", "polycyclic", "haloalkyl", "halogen", "bearing", "group"})


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that a slot may hold.

    Attributes:
        kind: one of `KINDS`.
        words: names of groups, elements or substituents.
        least: the fewest carbons.
        most: the most carbons; 0 where there is no count.
        straight_to: see `predicates.is_bearing`.
        structure: the SMILES of a `group`.
        reading: the reading that decides, or an empty string where the words are plain.
    """

    kind: str
    words: frozenset[str] = frozenset()
    least: int = 1
    most: int = 0
    straight_to: int = 0
    structure: str = ""
    reading: str = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for one of several groups, on a bond."""

    order: int
    choices: tuple[Choice, ...]

    @property
    def may_be_hydrogen(self) -> bool:
        """Whether a hydrogen may stand here."""
        return any(choice.kind == "H" for choice in self.choices)


@dataclass(frozen=True, slots=True)
class Core:
    """An atom of the fixed part of a family, on a bond, with what it bears.

    Attributes:
        order: the order of the bond that leads to it; 0 for the anchor.
        element, charge, hydrogens: the atom; hydrogens that a slot may hold come on top.
        times: how many such atoms follow one another.
        children: what it bears.
    """

    order: int
    element: str
    charge: int
    hydrogens: int
    children: tuple[Node, ...] = ()
    times: tuple[int, int] = (1, 1)


Node: TypeAlias = Core | Slot


@v_args(inline=True)
class _Reader(Transformer[Any, Node]):
    def branch(self, bond: str, node: Node) -> Node:
        return replace(node, order=_ORDERS[bond])

    def core(self, element: str, *rest: Any) -> Core:
        named: dict[str, Any] = dict(one for one in rest if isinstance(one, tuple))
        children = tuple(one for one in rest if isinstance(one, Core | Slot))
        charge, hydrogens = named.get("plus", 0), named.get("hydrogens", 0)
        return Core(1, str(element), charge, hydrogens, children, named.get("times", (1, 1)))

    def hydrogens(self, count: str = "1") -> tuple[str, int]:
        return "hydrogens", int(count)

    def plus(self) -> tuple[str, int]:
        return "plus", 1

    def times(self, least: str, most: str | None = None) -> tuple[str, tuple[int, int]]:
        return "times", (int(least), int(most or least))

    def slot(self, *choices: Choice) -> Slot:
        return Slot(1, choices)

    def choice(self, kind: str, *rest: Any) -> Choice:
        choice = Choice(kind)
        for one in rest:
            choice = replace(choice, **_said(one, choice))
        return choice

    def kind(self, word: str) -> str:
        if word not in KINDS:
            raise ValueError(f'"{word}" is no kind of slot')
        return str(word)

    def to(self, most: str) -> tuple[str, int]:
        return "most", int(most)

    def reading(self, word: str) -> tuple[str, str]:
        return "reading", str(word)


def _said(one: Any, choice: Choice) -> dict[str, Any]:
    """What one word after a slot's kind says."""
    if isinstance(one, tuple):
        name = "straight_to" if one[0] == "most" and choice.most else one[0]
        return {name: one[1]}
    kinds: dict[str, dict[str, Any]] = {
        "INT": {"least": 0, "most": 0},
        "STRING": {"structure": str(one).strip('"')},
    }
    if one.type == "INT":
        return {"least": int(one), "most": int(one)}
    return kinds.get(one.type, {"words": choice.words | {str(one)}})


_LARK = Lark(_GRAMMAR, start="branch", parser="lalr", lexer="contextual")


def read_branch(text: str, *, at: str = "") -> Node:
    """Read one branch.

    Raises:
        CorpusError: it is not in the notation.
    """
    try:
        return _Reader().transform(_LARK.parse(text))
    except UnexpectedInput as error:
        pointer = error.get_context(text).rstrip() if error.pos_in_stream is not None else ""
        raise CorpusError(
            f'cannot read the branch "{text}": {pointer}', at=at, hint="the notation is in notation.py"
        ) from error
    except Exception as error:
        raise CorpusError(
            f'cannot read the branch "{text}": {error}', at=at, hint="the notation is in notation.py"
        ) from error


def spelled_out(node: Node) -> Iterator[Node]:
    """The branch with every chain written out: one for each way to choose the lengths."""
    if isinstance(node, Slot):
        yield node
        return
    for children in product(*(tuple(spelled_out(child)) for child in node.children)):
        for count in range(node.times[0], node.times[1] + 1):
            yield from _chained(replace(node, children=children, times=(1, 1)), count)


def _chained(node: Core, count: int) -> Iterator[Node]:
    """So many of an atom in a row; none of it leaves what it leads to."""
    if count == 0:
        yield from (replace(child, order=node.order) for child in node.children)
    else:
        yield reduce(lambda onward, _: replace(node, children=(onward,)), range(count - 1), node)
