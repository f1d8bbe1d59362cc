"""What a box asks for while a person types."""

from __future__ import annotations

import pytest
from django.test import Client


@pytest.mark.parametrize("name", ["q", "origin", "destination", "via", "received_from"])
def test_states_are_completed_in_the_language_of_the_page(site: Client, name: str) -> None:
    """A box sends its words under its own name; a name or a code is completed."""
    page = site.get("/fr/complete/states", {name: "allem"}).content.decode()
    assert '<option value="Allemagne">DEU</option>' in page


def test_chemicals_are_completed(site: Client) -> None:
    """Names of the corpus are completed, with their CAS number."""
    page = site.get("/en/complete/chemicals", {"item": "thiodig"}).content.decode()
    assert "hiodiglycol" in page
    assert "111-48-8" in page


def test_nothing_is_completed_to_nothing(site: Client) -> None:
    """An empty box has no completions."""
    assert site.get("/en/complete/chemicals").content.strip() == b""
    assert site.get("/en/complete/states?q=+").content.strip() == b""


@pytest.mark.parametrize(
    ("typed", "says"),
    [("111-48-8", "Read as a CAS number."), ("OCCSCCO", "Read as a structure (SMILES)."), ("", ""), ("x:y z", "")],
)
def test_the_reading_of_the_box_is_said(site: Client, typed: str, says: str) -> None:
    """What was typed is read aloud before it is sent."""
    found = site.get("/en/recognise", {"item": typed}).content.decode()
    assert found == says or (not says and "Read as" in found)


def test_a_structure_is_drawn(site: Client) -> None:
    """A structure is a drawing of its own; what cannot be drawn is not there."""
    response = site.get("/drawing.svg?smiles=OCCSCCO")
    assert response.headers["Content-Type"] == "image/svg+xml"
    assert b"<svg" in response.content
    assert site.get("/drawing.svg?smiles=no").status_code == 404
    assert site.get("/drawing.svg").status_code == 404
