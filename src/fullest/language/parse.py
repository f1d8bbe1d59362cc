"""From text to a raw parse; from a raw parse to a typed tree."""

from __future__ import annotations

from difflib import get_close_matches
from importlib.resources import files
from typing import TypeAlias, cast

from lark import Lark, Token
from lark import Tree as Parse
from lark.exceptions import UnexpectedCharacters, UnexpectedEOF, UnexpectedInput

from fullest.errors import CorpusError, FullestError, InputError
from fullest.language.signature import FactType, Signature, Sort
from fullest.language.tree import (
    Among,
    And,
    Bound,
    Compare,
    Const,
    Holds,
    Listed,
    Not,
    Operator,
    Or,
    Quantifier,
    Role,
    Tree,
)
from fullest.terms.span import PartialDay

Node: TypeAlias = "Parse[Token] | Token"


class Reader:
    """Reads expressions against one signature; opening it builds the parser once."""

    def __init__(self, signature: Signature) -> None:
        grammar = files("fullest.language").joinpath("grammar.lark").read_text(encoding="utf-8")
        self._parser = Lark(grammar, parser="lalr", maybe_placeholders=False)
        self._signature = signature

    def read(self, text: str, *, at: str = "") -> Tree:
        """Read one expression into a typed tree.

        Args:
            text: the expression.
            at: file and line, for the error.

        Raises:
            CorpusError: it cannot be parsed, speaks of something that is not in the vocabulary, or compares a fact with
                a constant of another type. The error shows the place under the expression.
        """
        try:
            parse = self._parser.parse(text)
        except UnexpectedInput as problem:
            raise CorpusError(_unexpected(text, problem), at=at, hint="see docs/language.md for the forms") from problem
        return _Typing(self._signature, text, at).tree(parse)


def _unexpected(text: str, problem: UnexpectedInput) -> str:
    if isinstance(problem, UnexpectedEOF) or (not isinstance(problem, UnexpectedCharacters) and _at_end(problem)):
        return f'the expression "{" ".join(text.split())}" ends too early'
    return f"cannot read this part of the expression\n{problem.get_context(text).rstrip()}"


def _at_end(problem: UnexpectedInput) -> bool:
    token = getattr(problem, "token", None)
    return token is not None and token.type == "$END"


class _Typing:
    """Types one raw parse."""

    def __init__(self, signature: Signature, text: str, at: str) -> None:
        self._signature, self._text, self._at = signature, text, at

    def tree(self, node: Node) -> Tree:
        assert isinstance(node, Parse)
        method = getattr(self, f"_{node.data}")
        return cast(Tree, method(*node.children))

    def _any_of(self, *parts: Node) -> Tree:
        return self.tree(parts[0]) if len(parts) == 1 else Or(tuple(self.tree(part) for part in parts))

    def _all_of(self, *parts: Node) -> Tree:
        return self.tree(parts[0]) if len(parts) == 1 else And(tuple(self.tree(part) for part in parts))

    def _negated(self, part: Node) -> Tree:
        return Not(self.tree(part))

    def _always(self) -> Tree:
        return Const(True)

    def _never(self) -> Tree:
        return Const(False)

    def _listed(self, reference: Node) -> Tree:
        name = str(cast("Parse[Token]", reference).children[0])
        if not self._signature.has_group(name):
            raise self._error(f'there is no list, part of a list or entry "{name}"', "`fullest lists` shows them")
        return Listed(name)

    def _not_listed(self, reference: Node) -> Tree:
        return Not(self._listed(reference))

    def _bound(self, role: Token, body: Token) -> Tree:
        if not self._signature.has_body(str(body)):
            raise self._error(f'there is no treaty or group "{body}"', "see memberships/bodies.toml")
        return Bound(cast(Role, str(role)), str(body))

    def _not_bound(self, role: Token, body: Token) -> Tree:
        return Not(self._bound(role, body))

    def _chosen(self, fact: Token, option: Token) -> Tree:
        return self._member(fact, "choice", "one", [str(option)])

    def _not_chosen(self, fact: Token, option: Token) -> Tree:
        return Not(self._chosen(fact, option))

    def _among(self, fact: Token, options: Node) -> Tree:
        return self._member(fact, "choice", "one", options)

    def _not_among(self, fact: Token, options: Node) -> Tree:
        return Not(self._among(fact, options))

    def _all_among(self, fact: Token, options: Node) -> Tree:
        return self._member(fact, "choices", "all", options)

    def _any_among(self, fact: Token, options: Node) -> Tree:
        return self._member(fact, "choices", "any", options)

    def _compared(self, fact: Token, operator: Token, amount: Node) -> Tree:
        kind = self._fact(fact, "amount")
        words = " ".join(str(part) for part in cast("Parse[Token]", amount).children)
        try:
            constant = self._signature.units.read(words, kind.dimension, at=self._at)
        except InputError as problem:
            raise self._error(problem.message, problem.hint) from problem
        return Compare(str(fact), cast(Operator, str(operator)), constant)

    def _compared_day(self, fact: Token, operator: Token, day: Token) -> Tree:
        self._fact(fact, "date")
        try:
            constant = PartialDay.read(str(day), at=self._at).earliest
        except InputError as problem:
            raise self._error(problem.message, problem.hint) from problem
        return Compare(str(fact), cast(Operator, str(operator)), constant)

    def _holds(self, fact: Token) -> Tree:
        self._fact(fact, "truth")
        return Holds(str(fact))

    def _member(self, fact: Token, sort: Sort, quantifier: Quantifier, options: Node | list[str]) -> Tree:
        kind = self._fact(fact, sort)
        names, table = self._options(options)
        narrow = [self._narrow(kind, str(fact), name) for name in sorted(names)]
        return Among(str(fact), quantifier, frozenset().union(*narrow), table)

    def _options(self, options: Node | list[str]) -> tuple[frozenset[str], str]:
        if isinstance(options, list):
            return frozenset(options), ""
        children = [child for child in cast("Parse[Token]", options).children if isinstance(child, Token)]
        if children[0].type != "REFERENCE":
            return frozenset(str(child) for child in children), ""
        held = self._signature.table(str(children[0]))
        if held is None:
            raise self._error(f'there is no table "{children[0]}"', "name the options in braces, or add the table")
        return held, str(children[0])

    def _narrow(self, kind: FactType, fact: str, option: str) -> frozenset[str]:
        narrow = kind.covered(option)
        if narrow is None:
            raise self._error(f'"{option}" is no option of "{fact}"', ", ".join(name for name, _ in kind.options))
        return narrow

    def _fact(self, name: Token, sort: Sort) -> FactType:
        kind = self._signature.fact_type(str(name))
        if kind is None:
            near = get_close_matches(str(name), self._signature.fact_names(), n=3)
            raise self._error(
                f'the vocabulary has no fact "{name}"', ", ".join(near) or "add it to the vocabulary first"
            )
        if kind.sort != sort:
            raise self._error(f'"{name}" is of type {kind.sort}, and is used here as {sort}', _FORMS[kind.sort])
        return kind

    def _error(self, message: str, hint: str) -> FullestError:
        return CorpusError(f'{message}, in "{" ".join(self._text.split())}"', at=self._at, hint=hint)


_FORMS: dict[Sort, str] = {
    "truth": "a truth stands alone, as in `packed-for-retail`",
    "amount": "compare it with an amount and its unit, as in `amount <= 5 mg`",
    "choice": "`purpose is medical`, or `purpose in {medical, research}`",
    "choices": "`all materials in {…}`, or `any materials in {…}`",
    "date": "compare it with a day, as in `contract-date >= 2020-06-07`",
}
