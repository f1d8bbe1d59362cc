"""Duties with their reasons, as they are read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from fullest.corpus.instruments import Instruments
from fullest.office.contexts.answer import Paper, Reason, Task
from fullest.office.pages.cited import cited
from fullest.office.pages.frame import spoken
from fullest.office.pages.said import Said, table, tables, text, texts
from fullest.office.pages.words import layer_title, step


def tasks(duties: object, instruments: Instruments) -> tuple[Task, ...]:
    """Duties in the order of the answer; one rule that two States carry is one task with two holders."""
    together: dict[tuple[str, ...], list[Said]] = {}
    for duty in tables(duties):
        key = (text(duty["rule"]), text(duty["asks"]), text(duty["due"]), str(duty["certain"]))
        together.setdefault(key, []).append(duty)
    return tuple(_task(shared, instruments) for shared in together.values())


def reason(because: Said, instruments: Instruments) -> Reason:
    """A reason and what it rests on."""
    sign, words = _sign(because.get("value"))
    return Reason(
        says=text(because.get("says")),
        sign=sign,
        sign_says=words,
        cited=cited(because.get("cites"), instruments),
        parts=tuple(reason(part, instruments) for part in tables(because.get("parts"))),
    )


def _task(shared: list[Said], instruments: Instruments) -> Task:
    duty = shared[0]
    day = text(duty["due"])
    return Task(
        key=text(duty["rule"]),
        title=text(duty["title"]),
        layer=layer_title(text(duty["layer"])),
        holder=_(" and ").join(dict.fromkeys(text(one["holder_name"]) for one in shared)),
        step=step(text(duty["effect"])) if duty.get("effect") else None,
        continuing=duty.get("kind") == "continuing",
        asks=text(duty["asks"]),
        says=text(duty["says"]),
        cited=cited(duty["cites"], instruments),
        also=tuple(one for words in texts(duty.get("also")) if (one := cited(words, instruments))),
        papers=tuple(Paper(text(one["title"]), texts(one["points"])) for one in tables(duty.get("papers_say"))),
        due=spoken(date.fromisoformat(day)) if day else "",
        due_iso=day,
        due_says=text(duty.get("due_says")),
        certain=bool(duty["certain"]),
        verified=bool(duty.get("verified", True)),
        because=_because(shared, instruments),
    )


def _because(shared: list[Said], instruments: Instruments) -> Reason:
    """The reason; where the holders have reasons of their own, one part for each."""
    told = {str(one["because"]): one for one in shared}
    whole = reason(table(shared[0]["because"]), instruments)
    if len(told) == 1:
        return whole
    return replace(whole, parts=tuple(_of_holder(one, instruments) for one in told.values()))


def _of_holder(duty: Said, instruments: Instruments) -> Reason:
    told = reason(table(duty["because"]), instruments)
    return replace(told, says=text(duty["holder_name"]), cited=None)


def _sign(value: object) -> tuple[str, str]:
    if value is None:
        return "unknown", _("not known:")
    return ("yes", _("holds:")) if value else ("no", _("does not hold:"))
