"""The door."""

from __future__ import annotations

import pytest
from django.test import Client


@pytest.mark.parametrize(
    ("asked", "page"), [("fr-CA,fr;q=0.9", "/fr/"), ("de", "/en/"), ("en-GB", "/en/"), ("", "/en/")]
)
def test_the_browser_chooses_the_language(asked: str, page: str) -> None:
    """The door leads to the language that the browser asks for, English where it is not held."""
    response = Client(headers={"accept-language": asked}).get("/")
    assert (response.status_code, response.headers["Location"]) == (302, page)
    assert "Accept-Language" in response.headers["Vary"]


def test_a_remembered_choice_goes_first() -> None:
    """A language chosen before goes before that of the browser."""
    reader = Client(headers={"accept-language": "en"})
    reader.cookies["language"] = "fr"
    assert reader.get("/").headers["Location"] == "/fr/"


def test_the_other_language_keeps_the_question(site: Client) -> None:
    """The link to the other language leads to the same page and question."""
    page = site.get("/en/answer?item=sarin&origin=DEU&destination=NLD&date=2026-11-23").content.decode()
    assert 'href="/fr/answer?item=sarin&amp;origin=DEU&amp;destination=NLD&amp;date=2026-11-23"' in page
