"""The words of the ladder, the layers and the fields, in the language of the page."""

from __future__ import annotations

from django.utils.translation import gettext as _

from fullest.office.apps import the_engine
from fullest.office.contexts.answer import Step
from fullest.office.pages.frame import language_of_page
from fullest.office.recognition import Reading
from fullest.terms.outcome import Rung


def step(name: str, *, inside: bool = True) -> Step:
    """A rung with its word and what it means."""
    word = the_engine().corpus.vocabulary.sentences[f"rung.{name}"][language_of_page()]
    return Step(name, word[:1].upper() + word[1:], _glosses()[name], inside)


def ladder(least: str, most: str) -> tuple[Step, ...]:
    """All rungs, those from `least` to `most` marked."""
    return tuple(step(rung.name, inside=Rung[least] <= rung <= Rung[most]) for rung in Rung)


def layer_title(layer: str) -> str:
    """What a layer is called."""
    return {"binding": _("Binding"), "arrangement": _("Arrangement"), "national": _("National")}[layer]


def layer_who(layer: str) -> str:
    """Who asks in a layer."""
    return {
        "binding": _("Treaties in force for these States that day, and Security Council decisions"),
        "arrangement": _("What participants of supplier arrangements have undertaken"),
        "national": _("A State’s own measures"),
    }[layer]


def reading_words(reading: Reading) -> str:
    """How the one box was read."""
    return {
        "name": _("a name"),
        "cas": _("a CAS number"),
        "smiles": _("a structure (SMILES)"),
        "inchi": _("a structure (InChI)"),
        "inchikey": _("an InChIKey"),
        "entry": _("a list entry"),
        "molfile": _("a structure (molfile)"),
        "description": _("a description"),
    }[reading]


def field_label(name: str) -> str:
    """The question that a field asks."""
    return _labels().get(name, name.removeprefix("fact."))


def truth_words() -> dict[str, str]:
    """Yes, no, and not known."""
    return {"true": _("Yes"), "false": _("No"), "unknown": _("I do not know")}


def _glosses() -> dict[str, str]:
    return {
        "free": _("nothing is asked"),
        "notify": _("declare, or give notice"),
        "assure": _("papers or assurances"),
        "authorise": _("a competent authority decides"),
        "forbidden": _("may not take place"),
    }


def _labels() -> dict[str, str]:
    return {
        "item": _("What is it?"),
        "kind": _("Kind of item"),
        "name": _("Name"),
        "cas": _("CAS number"),
        "smiles": "SMILES",
        "inchi": "InChI",
        "inchikey": "InChIKey",
        "entry": _("List entry"),
        "molfile": _("Molfile"),
        "description": _("Description"),
        "amount": _("How much?"),
        "concentration": _("At what concentration?"),
        "origin": _("From which State?"),
        "destination": _("To which State?"),
        "date": _("On which day?"),
        "purpose": _("What is it for?"),
        "end_use": _("The end use, in words"),
        "via": _("Through which States?"),
        "received_from": _("Received from which States before?"),
    }
