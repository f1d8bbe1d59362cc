"""Errors in the words of a page, in both languages."""

from __future__ import annotations

from html import unescape

import pytest
from django.test import Client

_ASKED = {"item": "aspirin", "origin": "DEU", "destination": "FRA", "date": "2026-11-23"}


def _page(site: Client, language: str, changed: dict[str, str]) -> str:
    response = site.get(f"/{language}/answer", {**_ASKED, **changed})
    assert response.status_code == 422
    return unescape(response.content.decode()).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("changed", "says", "remedy"),
    [
        ({"concentration": "150 %"}, "« 150 % » dépasse 100 %.", "Au plus 100 %."),
        ({"amount": "0 mg"}, "« 0 mg » revient à rien.", "Une quantité supérieure à zéro"),
        ({"amount": "5 kg", "fact.amount": "5 kg"}, "« amount » est indiqué deux fois.", "Gardez l’une des deux"),
        ({"amount": "200"}, "« 200 » n’a pas d’unité.", "Un nombre et une unité"),
        ({"amount": "1,500 kg"}, "« 1,500 » peut se lire de deux façons.", "Sans la virgule"),
        ({"amount": "1e-90 kg"}, "« 1e-90 kg » est plus fin", "La plus petite quantité"),
        ({"amount": "1..5 kg"}, "ne peut pas être lu ici", "Des chiffres, comme 1500"),
        ({"origin": "Germoney"}, "Germoney", "Vouliez-vous dire"),
        ({"origin": "Qqqqqqq"}, "Qqqqqqq", "Un nom, ou les trois lettres"),
        ({"destination": "DEU"}, "un même État", "Indiquez deux États"),
        ({"date": "2026-06"}, "« 2026-06 » n’est pas un jour précis.", "Un jour, comme"),
        ({"date": "soon"}, "« soon » ne peut pas être lu ici.", "Un jour, comme"),
        ({"item": "cas:1-2-3"}, "ne peut pas être lu ici", "Des chiffres et deux tirets"),
        ({"item": "entry:cwc/9.Z.1"}, "cwc/9.Z.1", "Une rubrique de liste"),
    ],
)
def test_a_french_page_says_what_is_wrong_and_what_to_do(
    site: Client, changed: dict[str, str], says: str, remedy: str
) -> None:
    """The engine's words are known to the page: it has French for them, and for what to do."""
    page = _page(site, "fr", changed)
    assert says in page
    assert remedy in page


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"concentration": "150 %"}, '"150 %" is more than 100 %.'),
        ({"amount": "0 mg"}, '"0 mg" is nothing.'),
        ({"amount": "5 kg", "fact.amount": "5 kg"}, '"amount" is said twice.'),
    ],
)
def test_an_english_page_has_the_words_of_the_engine(site: Client, changed: dict[str, str], says: str) -> None:
    """Nothing is lost between the engine and the page."""
    assert says in _page(site, "en", changed)
