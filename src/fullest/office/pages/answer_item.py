"""What the item was taken to be."""

from __future__ import annotations

from django.utils.http import urlencode
from django.utils.translation import gettext as _

from fullest.corpus.instruments import Instruments
from fullest.determination.item_text import looks_like_smiles
from fullest.office.contexts.answer import Listing, Slot, Taken, Uncertainty
from fullest.office.contexts.frame import Cited
from fullest.office.pages.cited import cited
from fullest.office.pages.frame import language_of_page
from fullest.office.pages.said import Said, tables, text, texts
from fullest.office.pages.words import reading_words
from fullest.office.question import Question
from fullest.office.recognition import Reading

_OTHERWISE: dict[Reading, tuple[Reading, ...]] = {"smiles": ("name",), "name": ("smiles",)}


def taken(item: Said, day: str, question: Question, read: tuple[Reading, str], instruments: Instruments) -> Taken:
    """The item as it was understood.

    Args:
        item: the identification in the engine's words.
        day: the day of the transfer, in figures.
        question: what was asked.
        read: what the one box was read as, and its words.
        instruments: where paragraphs are cited from.
    """
    smiles, name = text(item["smiles"]), text(item["name"])
    return Taken(
        says=text(item["says"]),
        status=text(item["status"]),
        drawing=f"/drawing.svg?{urlencode({'smiles': smiles})}" if smiles else "",
        drawing_says=_("Structural formula of %(name)s") % {"name": name or smiles},
        particulars=_particulars(item),
        listings=tuple(_listing(one, instruments) for one in tables(item["listings"])),
        open=tuple(Uncertainty(text(one["says"]), text(one["ask"])) for one in tables(item["open"])),
        notices=(),
        read_as=_("“%(words)s” was read as %(what)s.") % {"words": question["item"], "what": reading_words(read[0])}
        if read[1] else "",
        otherwise=_otherwise(question, read),
    )  # fmt: skip


def _particulars(item: Said) -> tuple[tuple[str, str], ...]:
    rows = [
        (_("Name"), text(item["name"])),
        (_("CAS number"), text(item["cas"])),
        (_("Formula"), text(item["formula"])),
        ("SMILES", text(item["smiles"])),
        ("InChIKey", text(item["inchikey"])),
    ]
    return tuple((label, words) for label, words in rows if words)


def _listing(one: Said, instruments: Instruments) -> Listing:
    by = {
        "structure": _("by its structure"), "cas": _("by its CAS number"), "name": _("by its name"),
        "entry": _("as the entry was given"), "inchikey": _("by its InChIKey"),
    }.get(text(one["by"]), "")  # fmt: skip
    slots = tuple(Slot(text(slot["slot"]), ", ".join(texts(slot["atoms"]))) for slot in tables(one.get("slots")))
    return Listing(
        text(one["entry"]), text(one["title"]), cited(one["cites"], instruments), bool(one["certain"]), by,
        text(one["because"]), slots,
    )  # fmt: skip


def _otherwise(question: Question, read: tuple[Reading, str]) -> tuple[Cited, ...]:
    """Other ways to read the box, where words are often taken for one another."""
    page = f"/{language_of_page()}/answer?"
    others = _OTHERWISE.get(read[0], ()) if read[1] and looks_like_smiles(read[1]) else ()
    return tuple(
        Cited(_("Read it as %(what)s instead") % {"what": reading_words(other)},
              page + question.with_field("as", other).query())
        for other in others
    )  # fmt: skip
