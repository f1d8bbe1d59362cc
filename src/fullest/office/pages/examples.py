"""Questions that a reader can try."""

from __future__ import annotations

from django.utils.translation import gettext as _

from fullest.office.pages.frame import language_of_page
from fullest.office.question import Question
from fullest.office.today import today


def examples() -> list[tuple[str, str]]:
    """Questions in words, each with the address of its answer."""
    day = today().isoformat()
    asked = [
        (_("200 kg of thiodiglycol from Germany to Egypt, for ink"),
         {"item": "thiodiglycol", "amount": "200 kg", "origin": "DEU", "destination": "EGY", "purpose": "industrial"}),
        (_("100 kg of phosgene from Germany to Israel, for dyes"),
         {"item": "75-44-5", "amount": "100 kg", "origin": "DEU", "destination": "ISR", "purpose": "industrial"}),
        (_("5 mg of saxitoxin from Germany to France, for diagnosis"),
         {"item": "saxitoxin", "amount": "5 mg", "origin": "DEU", "destination": "FRA", "purpose": "diagnostic"}),
        (_("1 t of aspirin from India to Kenya, as a medicine"),
         {"item": "aspirin", "amount": "1 t", "origin": "IND", "destination": "KEN", "purpose": "medical"}),
    ]  # fmt: skip
    page = f"/{language_of_page()}/answer?"
    return [(says, page + Question({**fields, "date": day}).query()) for says, fields in asked]
