"""The page that asks."""

from __future__ import annotations

import pytest
from django.test import Client


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_form_asks_in_both_languages(site: Client, language: str) -> None:
    """The form stands in the language of its address, and sends to the answer in that language."""
    page = site.get(f"/{language}/").content.decode()
    assert f'<html lang="{language}"' in page
    assert f'action="/{language}/answer" method="get"' in page
    assert {"en": "Ask about a transfer", "fr": "Poser une question sur un transfert"}[language] in page


def test_the_form_is_filled_from_its_address(site: Client) -> None:
    """A question that is to be changed stands in the form, its further facts too."""
    page = site.get("/en/?item=sarin&amount=1+g&purpose=medical&via=NLD&fact.packed-for-retail=true").content.decode()
    assert 'value="sarin"' in page
    assert 'value="1 g"' in page
    assert '<option value="medical" selected>' in page
    assert 'name="via" type="text" value="NLD"' in page
    assert 'name="fact.packed-for-retail"' in page
    assert '<option value="true" selected>' in page


def test_the_page_is_light(site: Client) -> None:
    """The first page, with its style and scripts, is under 100 kB before fonts."""
    files = ["/en/", "/static/office/site.css", "/static/office/site.js", "/static/django_htmx/htmx-2.min.js"]
    total = 0
    for path in files:
        response = site.get(path)
        total += len(b"".join(response)) if response.streaming else len(response.content)
        response.close()
    assert total < 100_000


def test_no_script_blocks_the_page(site: Client) -> None:
    """Scripts come from this site and wait for the page."""
    page = site.get("/en/").content.decode()
    scripts = [part.partition(">")[0] for part in page.split("<script")[1:]]
    assert len(scripts) == 2
    assert all("defer" in script and 'src="/static/' in script for script in scripts)
    assert "https://" not in page.replace("http://www.w3.org", "")


def test_a_page_is_read_and_not_written_to(site: Client) -> None:
    """A page answers GET and HEAD, and nothing that would change something."""
    assert site.post("/en/").status_code == 405
    assert site.head("/en/").status_code == 200
