"""The use *tell*: an expression in plain words, English and French."""

from __future__ import annotations

import tomllib
from functools import reduce
from importlib.resources import files
from typing import Protocol, cast

from fullest.language.tree import Among, And, Bound, Compare, Const, Holds, Listed, Not, Or, Role, Tree
from fullest.terms.amount import Amount
from fullest.terms.text import LANGUAGES, Text, same

# What French melts into one word where an article, or "il", follows.
_MELTING = (
    (" à le ", " au "), (" à les ", " aux "), (" de le ", " du "), (" de les ", " des "), (" si il ", " s'il "),
)  # fmt: skip
_OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!="}


class Names(Protocol):
    """What the things that an expression speaks of are called."""

    def fact_label(self, fact: str) -> Text:
        """What a fact is called, with its article: "the amount"."""

    def fact_says(self, fact: str, holds: bool) -> Text:
        """The statement that a truth makes, or its contrary."""

    def option_label(self, fact: str, option: str) -> Text:
        """What an option is called."""

    def group_title(self, group: str) -> Text:
        """What a list, part of a list or entry is called."""

    def body_short(self, body: str) -> Text:
        """What a treaty or group is called inside a sentence."""

    def body_is_group(self, body: str) -> bool:
        """Whether a State is in it rather than a party to it."""

    def role(self, role: Role) -> Text | None:
        """Who has a role, as in "the destination (Egypt)"; `None` for the role's own name."""


class Words:
    """The fixed words of the language, read once from `words.toml`."""

    def __init__(self) -> None:
        text = files("fullest.language").joinpath("words.toml").read_text(encoding="utf-8")
        self._tables: dict[str, object] = tomllib.loads(text)
        self._read: dict[str, Text] = {}

    def __getitem__(self, key: str) -> Text:
        """The words under a dotted key, as in `party.yes`."""
        if key not in self._read:
            step = reduce(
                lambda table, part: cast(dict[str, object], table)[part], key.split("."), cast(object, self._tables)
            )
            self._read[key] = Text.of(cast(dict[str, str], step))
        return self._read[key]


class Teller:
    """Says trees in words."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def say(self, tree: Tree, names: Names, *, holds: bool = True) -> Text:
        """The condition, or with `holds=False` its contrary, as a sentence without capital and full stop."""
        match tree:
            case Not(part):
                return self.say(part, names, holds=not holds)
            case And(parts):
                return self._joined("and" if holds else "or", parts, names, holds)
            case Or(parts):
                return self._joined("or" if holds else "and", parts, names, holds)
            case _:
                return _melted(self._atom(tree, names, holds))

    def unknown(self, inner: Text) -> Text:
        """That it is not known whether something holds."""
        return _melted(self.words["unknown"].filled(inner=inner))

    def _joined(self, word: str, parts: tuple[Tree, ...], names: Names, holds: bool) -> Text:
        said = [self._grouped(part, names, holds) for part in parts]
        return Text(*(self.words[word][language].join(text[language] for text in said) for language in LANGUAGES))

    def _grouped(self, part: Tree, names: Names, holds: bool) -> Text:
        said = self.say(part, names, holds=holds)
        inner = part.part if isinstance(part, Not) else part
        return self.words["group"].filled(inner=said) if isinstance(inner, And | Or) else said

    def _atom(self, tree: Tree, names: Names, holds: bool) -> Text:
        answer = "yes" if holds else "no"
        match tree:
            case Const(value):
                return self.words["always" if value is holds else "never"]
            case Holds(fact):
                return names.fact_says(fact, holds)
            case Listed(group):
                return self.words[f"listed.{answer}"].filled(group=names.group_title(group))
            case Bound(role, body):
                kind = "member" if names.body_is_group(body) else "party"
                state = names.role(role) or self.words[f"role.{role}"]
                return self.words[f"{kind}.{answer}"].filled(state=state, body=names.body_short(body))
            case Compare(fact, operator, constant):
                key = operator if holds else _OPPOSITE[operator]
                return self.words[key].filled(fact=names.fact_label(fact), constant=_constant(constant))
            case Among(fact, quantifier, options):
                key = f"{'among' if quantifier == 'one' else quantifier}.{answer}"
                return self.words[key].filled(fact=names.fact_label(fact), options=self._options(fact, options, names))
            case _:
                raise TypeError(tree)

    def _options(self, fact: str, options: frozenset[str], names: Names) -> Text:
        labels = [names.option_label(fact, option) for option in sorted(options)]
        return Text(
            *(_listed([label[language] for label in labels], self.words["or"][language]) for language in LANGUAGES)
        )


def _melted(text: Text) -> Text:
    return Text(text.en, reduce(lambda words, pair: words.replace(*pair), _MELTING, text.fr))


def _listed(words: list[str], last: str) -> str:
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + last + words[-1]


def _constant(constant: object) -> Text:
    return same(constant.given.replace(" ", "\u00a0") if isinstance(constant, Amount) else str(constant))
