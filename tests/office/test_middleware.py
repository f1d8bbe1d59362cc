"""Headers of every response."""

from __future__ import annotations

from contextlib import closing

import pytest
from django.test import Client


@pytest.mark.parametrize("path", ["/en/", "/fr/about", "/en/nothing", "/api/corpus", "/", "/static/office/site.css"])
def test_every_response_says_what_may_be_loaded(site: Client, path: str) -> None:
    """Pages, errors, files and the API load from this site alone and tell nobody where a reader came from."""
    with closing(site.get(path)) as response:
        list(response)
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_the_documentation_may_set_styles_but_run_no_foreign_script(site: Client) -> None:
    """The page of the API may style itself; scripts come from this site all the same."""
    policy = site.get("/api/docs").headers["Content-Security-Policy"]
    assert "style-src 'self' 'unsafe-inline'" in policy
    assert "script-src 'self';" in policy


def test_no_page_sets_a_cookie(site: Client) -> None:
    """Nothing is asked of a browser to keep."""
    for path in ("/", "/en/", "/en/answer?item=sarin&origin=DEU&destination=NLD", "/api/corpus"):
        assert not site.get(path).cookies
