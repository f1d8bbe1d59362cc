"""Instruments, lists and States."""

from __future__ import annotations

import pytest
from django.test import Client

from fullest.office.apps import the_engine


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_instrument_has_its_page(site: Client, language: str) -> None:
    """Each instrument is in the table and has its page in both languages."""
    table = site.get(f"/{language}/law/").content.decode()
    for held in the_engine().corpus.instruments:
        assert f'href="/{language}/law/{held.id}/"' in table
        assert site.get(f"/{language}/law/{held.id}/").status_code == 200


def test_every_paragraph_that_a_rule_cites_has_its_page(site: Client) -> None:
    """A citation in an answer leads somewhere."""
    for rule in the_engine().corpus.rules:
        for citation in (rule.cites, *rule.also):
            assert site.get(f"/en/law/{citation.instrument}/{citation.path}").status_code == 200


def test_a_provision_names_the_rules_that_carry_it_out(site: Client) -> None:
    """A provision shows its status, its rules and its source."""
    page = _plain(site, "/en/law/cwc/va/vii/31")
    assert "Schedule 2 chemicals move only between States Parties" in page
    assert "Sources" in page


@pytest.mark.parametrize("path", ["law/nothing/", "law/cwc/nothing", "states/QQQ", "nothing"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_is_not_there_is_said_so(site: Client, path: str, language: str) -> None:
    """An address that leads nowhere gets a page that says so, in its language."""
    response = site.get(f"/{language}/{path}")
    assert response.status_code == 404
    words = {"en": "There is no page at this address", "fr": "Il n’y a pas de page à cette adresse"}[language]
    assert words in response.content.decode()


def test_lists_stand_on_a_day(site: Client) -> None:
    """An entry that came in 2020 is not in the list of the day before."""
    assert 'id="cwc-1.A.13"' in site.get("/en/lists/?date=2020-06-07").content.decode()
    assert 'id="cwc-1.A.13"' not in site.get("/en/lists/?date=2020-06-06").content.decode()


def test_a_state_is_shown_on_a_day(site: Client) -> None:
    """Before a treaty binds a State, its page says so."""
    assert "in force for it since 29 april 1997" in _plain(site, "/en/states/DEU?date=2026-11-23").lower()
    assert "before 29 april 1997" in _plain(site, "/en/states/DEU?date=1997-04-28").lower()


def test_states_are_found_by_the_beginning_of_a_name(site: Client) -> None:
    """The table shows the States sought, and says so where there are none."""
    page = site.get("/fr/states/?q=alle").content.decode()
    assert "Allemagne" in page
    assert "Kenya" not in page
    assert "Aucun État" in site.get("/fr/states/?q=zzzz").content.decode()


def test_a_day_that_is_none_is_today(site: Client) -> None:
    """A table with a day that cannot be read shows today."""
    assert site.get("/en/states/?date=never").status_code == 200


def _plain(site: Client, path: str) -> str:
    return (
        site.get(path).content.decode().replace("\u00a0", " ").replace("April", "april").replace("In force", "in force")
    )
