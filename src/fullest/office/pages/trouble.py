"""Errors in the words of a page: at which field, what happened, what to do."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext as _

from fullest.errors import InputError, MissingField, UnknownField, UnknownName
from fullest.office.apps import the_engine
from fullest.office.contexts.ask import Trouble
from fullest.office.pages.frame import language_of_page
from fullest.office.pages.said import text
from fullest.office.pages.words import field_label
from fullest.office.question import FACT, SEVERAL_FIELDS, SINGLE_FIELDS, Question

# The engine's hints, by their words, and what a page says for each.
_REMEDIES = (
    (r"did you mean (?P<states>.+)\?", gettext_noop("Did you mean %(states)s?")),
    (r"a name, or three letters .+", gettext_noop("A name, or three letters of ISO 3166 such as DEU.")),
    (r"a number and a unit \((?P<units>.+)\).*", gettext_noop("A number and a unit: %(units)s.")),
    (r"without the comma, (?P<ways>.+)", gettext_noop("Without the comma: %(ways)s.")),
    (r"a day as in .+", gettext_noop("A day such as 2026-11-23.")),
    (r"a name, a CAS number, .+", gettext_noop("A name, a CAS number, a structure or a list entry.")),
    (r"an entry, as in .+", gettext_noop("A list entry such as cwc/3.B.17.")),
    (r"digits with two dashes, .+", gettext_noop("Digits with two dashes, such as 111-48-8.")),
    (r"compare it with the label .+", gettext_noop("Compare it with the label or the data sheet.")),
    (r"digits, as in .+", gettext_noop("Digits, such as 1500 or 1.5.")),
    (r"the finest is .+", gettext_noop("The finest amount that is held is 1 pg, or 1e-10 %%.")),
    (r"an amount above zero, .+", gettext_noop("An amount above zero; leave the field empty where it is not known.")),
    (r"at most (?P<most>.+ %)", gettext_noop("At most %(most)s.")),
    (r"keep .+", gettext_noop("Keep one of the two.")),
    (r"name two States.*", gettext_noop("Name two States; what moves inside one is for its own law.")),
)
# The engine's messages that say more than their class does.
_MESSAGES = (
    (r'"(?P<given>.+)" is said twice', gettext_noop("“%(given)s” is said twice.")),
    (r'"(?P<given>.+)" is more than (?P<most>.+)', gettext_noop("“%(given)s” is more than %(most)s.")),
    (r'"(?P<given>.+)" is nothing', gettext_noop("“%(given)s” is nothing.")),
    (r'"(?P<given>.+)" has no unit', gettext_noop("“%(given)s” has no unit.")),
    (r'"(?P<given>.+)" can be read in two ways', gettext_noop("“%(given)s” can be read in two ways.")),
    (r'"(?P<given>.+)" is finer than .+', gettext_noop("“%(given)s” is finer than Fullest measures.")),
    (r'"(?P<given>.+)" is not one day', gettext_noop("“%(given)s” is not one day.")),
    (r'the check digit of the CAS number "(?P<given>.+)" is wrong',
     gettext_noop("The check digit of the CAS number “%(given)s” is wrong.")),
    (r"origin and destination are .+",
     gettext_noop("Origin and destination are one State, or parts of one State.")),
)  # fmt: skip


def trouble_of(error: InputError, question: Question) -> Trouble:
    """An error as its field shows it."""
    field = _field(error.at, question)
    says, remedy, language = error.message, error.hint, "en"
    if language_of_page() == "fr":
        says, remedy, language = _happened(error, _given(field, question)), _remedy(error.hint), "fr"
    return Trouble(
        field, field_label(field) if field else _("The question"), _sentence(says), _sentence(remedy), language
    )


def _field(at: str, question: Question) -> str:
    """The field of the form that `item.cas`, `via[0]` or `facts.packed-for-retail` is about."""
    place = at.partition("[")[0].removesuffix(".")
    if place.startswith("facts."):
        return FACT + place.removeprefix("facts.")
    name = place.removeprefix("item.")
    if place.startswith("item") and question["item"] and not question[name]:
        return "item"
    return name if name in (*SINGLE_FIELDS, *SEVERAL_FIELDS) else ""


def _given(field: str, question: Question) -> str:
    return question[field] or question.facts.get(field.removeprefix(FACT), "")


def _happened(error: InputError, given: str) -> str:
    """What happened, told by the class of the error where the words of the message are not known."""
    if told := _translated(_MESSAGES, error.message):
        return told
    if isinstance(error, MissingField):
        return _("There is nothing in this field yet.")
    if isinstance(error, UnknownField):
        return _("There is no such field.")
    if isinstance(error, UnknownName):
        return _("The corpus does not hold “%(given)s”.") % {"given": given}
    return _("“%(given)s” cannot be read here.") % {"given": given}


def _remedy(hint: str) -> str:
    """What to do, in the language of the page where the words of the hint are known."""
    return _translated(_REMEDIES, hint) or _("See the example beside the field, or leave the field empty.")


def _translated(table: Iterable[tuple[str, str]], said: str) -> str:
    """Words of the engine in the language of the page; an empty string where no pattern fits them."""
    for pattern, words in table:
        if found := re.fullmatch(pattern, said, re.DOTALL):
            return text(gettext(words) % {name: _localised(name, part) for name, part in found.groupdict().items()})
    return ""


def _localised(name: str, part: str) -> str:
    """The names of States in the language of the page; anything else as it is."""
    if name != "states":
        return part
    language, states = language_of_page(), the_engine().corpus.states
    names = [found.name(language) if (found := states.find(one)) else one for one in re.split(r", | or ", part)]
    return _(" or ").join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _sentence(words: str) -> str:
    first = words[:1].upper() + words[1:]
    return first if not first or first[-1] in ".?!…" else f"{first}."
