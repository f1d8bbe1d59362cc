"""The three layers, always the same and in the same order. A layer that was not looked at is never shown as free."""

from __future__ import annotations

from django.utils.translation import gettext as _

from fullest.corpus.instruments import Instruments
from fullest.office.contexts.answer import Column
from fullest.office.contexts.frame import Cited
from fullest.office.pages.cited import cited
from fullest.office.pages.said import Said, table, tables, text
from fullest.office.pages.words import ladder, layer_title, layer_who, step

LAYERS = ("binding", "arrangement", "national")


def columns(said: Said, instruments: Instruments) -> tuple[Column, ...]:
    """One column a layer."""
    return tuple(_column(layer, said, instruments) for layer in LAYERS)


def scope(said: Said) -> str:
    """Which layers the outcome is of, where not all were looked at."""
    seen = [layer for layer in LAYERS if table(said["layers"]).get(layer)]
    if len(seen) == len(LAYERS):
        return ""
    return _("looked at: %(layers)s only") % {"layers": ", ".join(layer_title(layer) for layer in seen)}


def _column(layer: str, said: Said, instruments: Instruments) -> Column:
    outcome = table(table(said["layers"]).get(layer))
    if not outcome:
        return _unseen(layer, said)
    least, most = step(text(outcome["at_least"])), step(text(outcome["at_most"]))
    says, gloss = least.word, least.gloss
    if least.name != most.name:
        says = _("%(least)s to %(most)s") % {"least": least.word, "most": most.word.lower()}
        gloss = _("open: it depends on what is not known yet")
    return Column(
        layer, layer_title(layer), layer_who(layer), True, says, gloss, least, most, ladder(least.name, most.name),
        _asked_by(layer, said, instruments, certain=True), _asked_by(layer, said, instruments, certain=False),
    )  # fmt: skip


def _unseen(layer: str, said: Said) -> Column:
    why = [text(gap["says"]) for gap in tables(said["not_looked_at"]) if gap["what"] == layer]
    gloss = why[0] if why else _("Nothing is known of this layer.")
    nothing, everything = step("free"), step("forbidden")
    return Column(
        layer, layer_title(layer), layer_who(layer), False, _("Not looked at"), gloss, nothing, everything, (), (), ()
    )  # fmt: skip


def _asked_by(layer: str, said: Said, instruments: Instruments, *, certain: bool) -> tuple[Cited, ...]:
    found = [
        cited(duty["cites"], instruments) for duty in tables(said["duties"])
        if duty["layer"] == layer and duty["effect"] and bool(duty["certain"]) is certain
    ]  # fmt: skip
    return tuple(dict.fromkeys(one for one in found if one))
