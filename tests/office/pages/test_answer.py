"""The page that answers."""

from __future__ import annotations

import json
from html import unescape
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse

from fullest.office.apps import the_engine

THIODIGLYCOL = "item=thiodiglycol&amount=200+kg&origin=DEU&destination=EGY&date=2026-11-23"
PHOSGENE = "item=75-44-5&amount=100+kg&origin=DEU&destination=ISR&date=2026-11-23"
SAMPLES = Path(__file__).parents[1] / "samples"


def _page(site: Client, query: str, language: str = "en") -> str:
    response = site.get(f"/{language}/answer?{query}")
    assert response.status_code == 200
    return unescape(response.content.decode()).replace("\u00a0", " ")


def test_a_decided_answer_begins_with_its_sentence(site: Client) -> None:
    """The sentence comes first, with the sign of its rung and the paragraph that says so."""
    page = _page(site, THIODIGLYCOL)
    assert "Thiodiglycol (200 kg) may not go from Germany to Egypt on 23 November 2026" in page
    assert page.index('id="sentence"') < page.index('id="layers"') < page.index('id="why"')
    assert 'href="/en/law/cwc/va/vii/31"' in page


def test_the_same_answer_in_french(site: Client) -> None:
    """In French the same address gives the same answer in French words."""
    page = _page(site, THIODIGLYCOL, "fr")
    assert "transfert interdit d’Allemagne vers l’Égypte" in page
    assert "Ce qu’il faut faire" in page


def test_three_layers_stand_in_one_order(site: Client) -> None:
    """Binding, arrangement, national; a layer that was not looked at is never shown as free."""
    page = _page(site, THIODIGLYCOL)
    places = [page.index(f'id="layer-{layer}"') for layer in ("binding", "arrangement", "national")]
    assert places == sorted(places)
    for start, end in zip(places[1:], [places[2], page.index('id="do"')], strict=True):
        assert "Not looked at" in page[start:end]
        assert "Free" not in page[start:end]


def test_the_address_gives_the_answer_again(site: Client) -> None:
    """The link on the page holds the day, and leads to the same answer."""
    page = _page(site, "item=thiodiglycol&origin=DEU&destination=EGY")
    link = page.partition('id="link" href="')[2].partition('"')[0]
    assert "date=" in link
    again = _page(site, link.partition("?")[2])
    assert again.partition('id="sentence"')[2][:200] == page.partition('id="sentence"')[2][:200]


def test_an_open_question_carries_all_the_others(site: Client) -> None:
    """The question in place holds everything said so far, and nothing of itself."""
    page = _page(site, PHOSGENE)
    form = page.partition('<section id="open"')[2].partition("</form>")[0]
    assert '<input type="hidden" name="item" value="75-44-5">' in form
    assert '<input type="hidden" name="destination" value="ISR">' in form
    assert 'type="hidden" name="purpose"' not in form
    assert 'type="radio" name="purpose" value="unknown"' in form


def test_an_answered_question_closes_it(site: Client) -> None:
    """Once the purpose is said, nothing is open."""
    page = _page(site, PHOSGENE + "&purpose=industrial")
    assert '<section id="open"' not in page
    assert "End-use certificate" in page or "end-use certificate" in page


def test_not_knowing_is_an_answer(site: Client) -> None:
    """A person who does not know keeps the interval, and may still answer."""
    page = _page(site, PHOSGENE + "&purpose=unknown")
    assert "You said that you do not know." in page
    assert "Answer after all" in page


def test_the_answer_is_swapped_in_place(site: Client) -> None:
    """A swap gets the answer without its frame, and the link to the other language."""
    response = site.get(f"/en/answer?{PHOSGENE}", headers={"hx-request": "true"})
    page = response.content.decode()
    assert "<html" not in page
    assert 'hx-swap-oob="true"' in page
    assert 'id="sentence"' in page


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("item=sarin&origin=Germoney&destination=NLD", "origin"),
        ("item=sarin&origin=DEU", "destination"),
        ("item=sarin&origin=DEU&destination=DEU", "destination"),
        ("item=sarin&origin=DEU&destination=NLD&amount=much", "amount"),
        ("item=sarin&origin=DEU&destination=NLD&date=tomorrow", "date"),
        ("item=sarin&origin=DEU&destination=NLD&via=Nowhere", "via"),
        ("origin=DEU&destination=NLD", "item"),
        ("item=sarin&origin=DEU&destination=NLD&purpose=fun", "purpose"),
    ],
)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_error_stands_at_its_field(site: Client, query: str, field: str, language: str) -> None:
    """What cannot be read comes back in the form, filled, with the error at its field and what to do."""
    response = site.get(f"/{language}/answer?{query}")
    page = response.content.decode()
    assert response.status_code == 422
    start = page.index(f'<div class="field wrong field-{field}"')
    assert 'class="trouble"' in page[start : start + 900]
    assert 'aria-invalid="true"' in page[start : start + 3500]
    assert "DEU" in page


def test_an_error_in_french_is_told_in_french(site: Client) -> None:
    """On a French page the error and its remedy are French, the names of States too."""
    page = unescape(site.get("/fr/answer?item=sarin&origin=Germoney&destination=NLD").content.decode())
    assert "Le corpus ne connaît pas" in page
    assert "Allemagne" in page
    assert "did you mean" not in page.lower()


def test_an_error_in_a_swap_goes_to_the_form(site: Client) -> None:
    """An answer in place that cannot be read leads to the whole form."""
    response = site.get("/en/answer?item=sarin&origin=DEU&destination=NLD&amount=much", headers={"hx-request": "true"})
    assert response.status_code == 422
    assert response.headers["HX-Redirect"].endswith("amount=much")


def test_an_empty_question_leads_to_the_form(site: Client) -> None:
    """An address without a question leads to the form."""
    assert site.get("/fr/answer").headers["Location"] == "/fr/"


def test_the_json_is_what_the_api_gives(site: Client) -> None:
    """The page and the API give one answer."""
    page = site.get(f"/en/answer?{THIODIGLYCOL}").content.decode()
    shown = json.loads(unescape(page.partition('aria-label="The answer as JSON">')[2].partition("</pre>")[0]))
    body = json.loads(unescape(page.partition('aria-label="The request as JSON">')[2].partition("</pre>")[0]))
    assert site.post("/api/assess", body, content_type="application/json").json() == shown


def test_an_arrangement_is_shown_beside_what_binds(site: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where another layer was looked at, it has its own outcome and its own paragraphs."""
    said = json.loads((SAMPLES / "two-layers.json").read_text(encoding="utf-8"))
    found = SimpleNamespace(to_dict=lambda language: said)
    monkeypatch.setattr(the_engine(), "assess", lambda transfer: found)
    page = _page(site, THIODIGLYCOL)
    column = page.partition('id="layer-arrangement"')[2].partition('id="layer-national"')[0]
    assert "Notify to authorise" in column
    assert "made-up:1/a" in column


def test_words_are_shown_as_words(site: Client) -> None:
    """What a person typed is never markup."""
    page = site.get("/en/answer?item=%3Cscript%3Ealert(1)%3C/script%3E&origin=DEU&destination=NLD").content.decode()
    assert "<script>alert" not in page


def test_the_answer_has_a_name_of_its_own() -> None:
    """Forms find the answer in the language of the page."""
    assert reverse("answer") == "/en/answer"
