"""From the request's own words to a typed transfer; every error names its field and a remedy."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime
from difflib import get_close_matches
from typing import TypeVar

from fullest.corpus.corpus import Corpus
from fullest.corpus.vocabulary import Fact
from fullest.determination.item_text import read_item_text
from fullest.errors import MissingField, UnknownField, UnknownName, UnreadableValue
from fullest.terms.amount import Amount
from fullest.terms.item import Item
from fullest.terms.party import Party
from fullest.terms.span import PartialDay
from fullest.terms.transfer import FactValue, Transfer

T = TypeVar("T")

FIELDS = (
    "item", "amount", "concentration", "origin", "destination", "via", "received_from", "purpose", "end_use", "parties",
    "date", "facts",
)  # fmt: skip
TOP_FACTS = ("amount", "concentration", "purpose")
"""The facts that stand in the request itself rather than under `facts`."""

_YES = frozenset({"yes", "true", "oui", "vrai", "y", "o"})
_NO = frozenset({"no", "false", "non", "faux", "n"})
_UNKNOWN = frozenset({"unknown", "inconnu", "?"})
_ROLES = ("consignor", "consignee", "end-user", "intermediary", "bank", "carrier")
_ITEM_FIELDS = tuple(field.name for field in fields(Item))
_LONGEST = 200_000
RECEIPT = "received-from-third-state"
"""The fact that `received_from` answers."""


class RequestReader:
    """Reads requests against one corpus."""

    def __init__(self, corpus: Corpus, holds_name: Callable[[str], bool]) -> None:
        """Args:
        corpus: the corpus that names States, facts and kinds.
        holds_name: whether a chemical name is held, so that it is not taken for a structure.
        """
        self._corpus, self._holds_name = corpus, holds_name

    def transfer(self, request: Mapping[str, object]) -> Transfer:
        """Read a whole request.

        Raises:
            InputError: a field is missing, not known, or not of its type; `at` names it.
        """
        _known(request, FIELDS, "")
        item = self.item(_present(request, "item"))
        return Transfer(
            item=item,
            origin=self.state(_present(request, "origin"), "origin"),
            destination=self.state(_present(request, "destination"), "destination"),
            date=self.day(_present(request, "date"), "date"),
            facts={**self._facts(request, item.kind), **self._receipt(request)},
            via=self._states(request, "via"),
            received_from=self._states(request, "received_from"),
            end_use=_words(request.get("end_use") if request.get("end_use") is not None else "", "end_use"),
            parties=self._parties(request.get("parties")),
        )

    def item(self, given: object) -> Item:
        """Read an item, given as an object or as one text such as `cas:75-44-5`, `entry:cwc/3.B.17` or a name.

        Raises:
            InputError: a field is not known or not text, or nothing describes the item.
        """
        if isinstance(given, str):
            return read_item_text(_unchanged(given, "item"), self._holds_name)
        if not isinstance(given, Mapping):
            raise UnreadableValue("the item must be an object or a text", at="item", hint='{"name": "thiodiglycol"}')
        _known(given, _ITEM_FIELDS, "item.")
        words = {str(key): _item_words(str(key), value) for key, value in given.items() if value is not None}
        return self._checked(Item(**words))

    def state(self, given: object, at: str) -> str:
        """Read a State by code or name into its ISO 3166 alpha-3 code."""
        return self._corpus.states.read(_words(given, at), at=at).iso3

    def day(self, given: object, at: str) -> date:
        """Read a day."""
        if isinstance(given, datetime):
            return given.date()
        if isinstance(given, date):
            return given
        day = PartialDay.read(_words(given, at), at=at)
        if day.earliest != day.latest:
            raise UnreadableValue(f'"{given}" is not one day', at=at, hint='a day as in "2026-11-23"')
        return day.earliest

    def fact(self, fact: Fact, given: object, at: str) -> FactValue:
        """Read the value of a fact; null and "unknown" are unknown."""
        if given is None or (isinstance(given, str) and given.strip().lower() in _UNKNOWN):
            return None
        match fact.sort:
            case "truth":
                return _truth(given, at)
            case "amount":
                return self._amount(fact, _amount_words(given, at), at)
            case "choice" if isinstance(given, list | tuple):
                return _choices(fact, given, at)
            case "choice":
                return _choice(fact, _words(given, at), at)
            case "choices":
                return frozenset[str]().union(*(_choice(fact, word, at) for word in _listed(given, at)))
            case "date":
                return self.day(given, at)

    def _amount(self, fact: Fact, words: str, at: str) -> Amount:
        units = self._corpus.vocabulary.units
        amount = units.read(words, fact.dimension, at=at)
        if fact.above_nothing and amount.base == 0:
            raise UnreadableValue(
                f'"{amount}" is nothing', at=at, hint="an amount above zero, to be left out where it is unknown"
            )
        if fact.most and amount.base > units.read(fact.most, fact.dimension, at=at).base:
            raise UnreadableValue(f'"{amount}" is more than {fact.most}', at=at, hint=f"at most {fact.most}")
        return amount

    def _checked(self, item: Item) -> Item:
        if item.kind not in self._corpus.vocabulary.kinds:
            kinds = ", ".join(self._corpus.vocabulary.kinds)
            raise UnknownName(f'there is no kind of item "{item.kind}"', at="item.kind", hint=kinds)
        if not any(getattr(item, name).strip() for name in _ITEM_FIELDS if name != "kind"):
            raise MissingField(
                "nothing describes the item", at="item", hint="a name, a CAS number, a structure or a list entry"
            )
        return item

    def _facts(self, request: Mapping[str, object], kind: str) -> dict[str, FactValue]:
        said = {name: (request[name], name) for name in TOP_FACTS if name in request}
        more = request.get("facts")
        if more is not None and not isinstance(more, Mapping):
            raise UnreadableValue("the facts must be an object", at="facts", hint='{"packed-for-retail": true}')
        for name, value in (more or {}).items():
            if name in said:
                raise UnknownField(
                    f'"{name}" is said twice', at=f"facts.{name}", hint=f'keep "{name}" or "facts.{name}"'
                )
            said[str(name)] = (value, f"facts.{name}")
        return {name: self._fact_named(name, value, at, kind) for name, (value, at) in said.items() if value != ""}

    def _fact_named(self, name: str, value: object, at: str, kind: str) -> FactValue:
        facts = {fact.id: fact for fact in self._corpus.vocabulary.facts.values() if not fact.derived}
        if name not in facts:
            near = ", ".join(get_close_matches(name, facts, n=3)) or ", ".join(facts)
            raise UnknownField(f'the vocabulary has no fact "{name}"', at=at, hint=near)
        read = self.fact(facts[name], value, at)
        if read is not None and not facts[name].applies_to(kind):
            raise UnknownField(
                f'an item of kind "{kind}" has no "{name}"', at=at, hint="leave it out, or change item.kind"
            )
        return read

    def _receipt(self, request: Mapping[str, object]) -> dict[str, FactValue]:
        """What `received_from` says, where it is there: null is unknown, and an empty list says that there is none."""
        given = request.get("received_from", "")
        if given is None or (isinstance(given, str) and given.strip().lower() in _UNKNOWN):
            return {RECEIPT: None}
        ends = {self.state(_present(request, end), end) for end in ("origin", "destination")}
        states = self._states(request, "received_from")
        return {RECEIPT: any(state not in ends for state in states)} if states or given == [] else {}

    def _states(self, request: Mapping[str, object], name: str) -> tuple[str, ...]:
        given = request.get(name)
        unknown = given is None or (isinstance(given, str) and given.strip().lower() in {"", *_UNKNOWN})
        listed = [] if unknown else _listed(given, name)
        return tuple(self.state(word, f"{name}[{place}]") for place, word in enumerate(listed))

    def _parties(self, given: object) -> tuple[Party, ...]:
        if given is None:
            return ()
        if not isinstance(given, Sequence) or isinstance(given, str):
            raise UnreadableValue(
                "the parties must be a list", at="parties", hint='[{"role": "end-user", "name": "…"}]'
            )
        return tuple(self._party(party, f"parties[{place}]") for place, party in enumerate(given))

    def _party(self, given: object, at: str) -> Party:
        if not isinstance(given, Mapping):
            raise UnreadableValue("a party must be an object", at=at, hint='{"role": "end-user", "name": "…"}')
        _known(given, ("role", "name", "country"), f"{at}.")
        role = _words(_present(given, "role", f"{at}."), f"{at}.role")
        if role not in _ROLES:
            raise UnknownName(f'there is no role "{role}"', at=f"{at}.role", hint=", ".join(_ROLES))
        country = given.get("country")
        name = _words(_present(given, "name", f"{at}."), f"{at}.name")
        return Party(role, name, self.state(country, f"{at}.country") if country not in (None, "") else "")


def _known(given: Mapping[str, object], names: Sequence[str], prefix: str) -> None:
    for name in given:
        if name not in names:
            near = get_close_matches(str(name), names, n=2) or names
            raise UnknownField(f'there is no field "{name}"', at=f"{prefix}{name}", hint=", ".join(near))


def _present(given: Mapping[str, object], name: str, prefix: str = "") -> object:
    value = given.get(name)
    if value is None or (isinstance(value, str) and not value.strip()):
        raise MissingField(f'"{name}" is missing', at=f"{prefix}{name}", hint=_EXAMPLES.get(name, "add it"))
    return value


def _item_words(name: str, value: object) -> str:
    """A field of an item; the lines of a molfile count, the first and blank one too."""
    return _unchanged(value, f"item.{name}") if name == "molfile" else _words(value, f"item.{name}")


def _words(given: object, at: str) -> str:
    return _unchanged(given, at).strip()


def _unchanged(given: object, at: str) -> str:
    if not isinstance(given, str):
        raise UnreadableValue(f"this must be a text, not {_kind_of(given)}", at=at, hint="put it in quotes")
    if len(given) > _LONGEST or "\0" in given:
        raise UnreadableValue(
            "the text is too long or holds a null character", at=at, hint=f"at most {_LONGEST} characters"
        )
    return given


def _amount_words(given: object, at: str) -> str:
    if isinstance(given, int | float) and not isinstance(given, bool):
        raise UnreadableValue(
            f"{given} has no unit", at=at, hint=f'a text with the unit, as in "{given} kg" or "{given} %"'
        )
    return _words(given, at)


def _listed(given: object, at: str) -> list[object]:
    if isinstance(given, str):
        return [word.strip() for word in given.split(",") if word.strip()]
    if isinstance(given, Sequence):
        return list(given)
    raise UnreadableValue("this must be a list", at=at, hint='["CHE", "ITA"]')


def _truth(given: object, at: str) -> bool:
    if isinstance(given, bool):
        return given
    word = _words(given, at).lower() if isinstance(given, str) else ""
    if word not in _YES | _NO:
        raise UnreadableValue(f'cannot read "{given}" as yes or no', at=at, hint="true, false, or null for unknown")
    return word in _YES


def _choice(fact: Fact, word: object, at: str) -> frozenset[str]:
    text = _words(word, at)
    plain = text.lower()
    for option in fact.options:
        if plain in (option.id, option.label.en.lower(), option.label.fr.lower()):
            return option.covers
    return fact.option(text, at=at).covers


def _choices(fact: Fact, words: Sequence[object], at: str) -> frozenset[str]:
    """A choice of which several options are possible still."""
    if not words:
        raise UnreadableValue("no option is named", at=at, hint="null for unknown, or at least one option")
    return frozenset[str]().union(*(_choice(fact, word, at) for word in words))


def _kind_of(given: object) -> str:
    return {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}.get(
        type(given), type(given).__name__
    )


_EXAMPLES = {
    "item": '{"name": "thiodiglycol"}, or "cas:111-48-8"',
    "origin": 'the State it leaves, as in "DEU" or "Germany"',
    "destination": 'the State it is for, as in "EGY" or "Egypt"',
    "date": 'the day of the transfer, as in "2026-11-23"',
    "role": ", ".join(_ROLES),
    "name": "the name as it stands on the papers",
}
