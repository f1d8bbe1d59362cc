"""The HTTP API."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client

ASKED = {
    "item": {"name": "thiodiglycol", "cas": "111-48-8"}, "amount": "200 kg", "origin": "DEU", "destination": "EGY",
    "purpose": "industrial", "date": "2026-11-23",
}  # fmt: skip
SHAPE = {"error", "message", "at", "try"}


def _post(site: Client, asked: Any, path: str = "/api/assess", **headers: str) -> Any:
    return site.post(path, asked, content_type="application/json", headers=headers)


def test_a_transfer_is_assessed(site: Client) -> None:
    """The answer has its sentence, its layers and the digest of the corpus."""
    answer = _post(site, ASKED).json()
    assert answer["outcome"]["at_least"] == "forbidden"
    assert answer["layers"]["national"] is None
    assert answer["corpus"].startswith("sha256:")


@pytest.mark.parametrize(("path", "language"), [("/api/assess?lang=fr", "en"), ("/api/assess", "fr-CH,fr;q=0.9")])
def test_the_answer_comes_in_the_language_asked_for(site: Client, path: str, language: str) -> None:
    """`lang` goes before Accept-Language."""
    assert "transfert interdit" in _post(site, ASKED, path, **{"accept-language": language}).json()["sentence"]


def test_an_item_may_be_one_text(site: Client) -> None:
    """A bare text is an item in every place."""
    found = _post(site, {"item": "entry:cwc/3.B.17", "date": "2026-11-23"}, "/api/identify").json()
    assert found["listings"][0]["entry"] == "cwc/3.B.17"
    assert _post(site, {"item": "75-44-5"}, "/api/identify").json()["status"] == "listed"


def test_null_says_that_a_fact_is_not_known(site: Client) -> None:
    """A fact that is null is open; one that is absent is what silence means."""
    silent = _post(site, {**ASKED, "purpose": "industrial", "destination": "FRA"}).json()
    unknown = _post(site, {**ASKED, "destination": "FRA", "purpose": None}).json()
    assert silent["outcome"]["at_most"] != "forbidden"
    assert unknown["outcome"]["at_most"] == "forbidden"


@pytest.mark.parametrize(
    ("changed", "at", "error"),
    [
        ({"origin": "Germoney"}, "origin", "UnknownName"),
        ({"amount": "200"}, "amount", "UnreadableValue"),
        ({"date": "2026"}, "date", "UnreadableValue"),
        ({"item": {"cas": 5}}, "item.cas", "UnreadableValue"),
        ({"item": {"mass": "5"}}, "item.mass", "UnknownField"),
        ({"item": {}}, "item", "MissingField"),
        ({"colour": "red"}, "colour", "UnknownField"),
        ({"via": ["DEU", 7]}, "via[1]", "UnreadableValue"),
        ({"facts": {"packed-for-retail": 1.5}}, "facts.packed-for-retail", "UnreadableValue"),
        ({"facts": {"nothing": True}}, "facts.nothing", "UnknownField"),
    ],
)
def test_a_refusal_names_its_field(site: Client, changed: dict[str, object], at: str, error: str) -> None:
    """Whatever is wrong is told in one shape, with its field and a remedy."""
    response = _post(site, {**ASKED, **changed})
    told = response.json()
    assert response.status_code == 422
    assert set(told) >= SHAPE
    errors = [told, *told.get("errors", [])]
    assert at in [one["at"] for one in errors]
    assert error in [one["error"] for one in errors]
    assert told["try"]


@pytest.mark.parametrize(
    "body",
    [b" ", b"{", b"NaN", b'{"item": NaN}', b'"\\ud800"', b"[" * 100_000, b"\xff\xfe", b'{"a": ' + b"9" * 6000 + b"}"],
)
def test_what_is_not_json_is_refused(site: Client, body: bytes) -> None:
    """A body that is not JSON is a 400 in the same shape, however it is broken."""
    response = _post(site, body)
    assert response.status_code == 400
    assert set(response.json()) == SHAPE


@pytest.mark.parametrize("body", [b"[]", b"null", b"5", b'"text"', b"{}"])
def test_json_that_is_no_question_is_refused(site: Client, body: bytes) -> None:
    """JSON of another form is a 422 in the same shape."""
    response = _post(site, body)
    assert response.status_code == 422
    assert set(response.json()) >= SHAPE


def test_another_form_of_body_is_refused(site: Client) -> None:
    """A body that is not said to be JSON is a 415."""
    response = site.post("/api/assess", json.dumps(ASKED), content_type="text/plain")
    assert (response.status_code, response.json()["at"]) == (415, "Content-Type")


def test_a_large_body_is_refused(site: Client) -> None:
    """A body beyond the limit is a 413, before it is read."""
    response = _post(site, json.dumps({"item": "C" * 1_000_001}))
    assert response.status_code == 413
    assert set(response.json()) == SHAPE


@pytest.mark.parametrize("path", ["/api/assess", "/api/identify"])
def test_another_method_is_refused(site: Client, path: str) -> None:
    """A method that is not answered is a 405 that names those that are."""
    response = site.get(path)
    assert (response.status_code, response.headers["Allow"]) == (405, "POST")
    assert set(response.json()) == SHAPE


def test_a_wrong_address_is_told_in_json(site: Client) -> None:
    """Under /api/ an address that leads nowhere is told in the same shape."""
    response = site.get("/api/nothing")
    assert (response.status_code, set(response.json())) == (404, SHAPE)


def test_states_are_found(site: Client) -> None:
    """States are found by the beginning of a name, in the language asked for."""
    assert site.get("/api/states?q=allem&lang=fr").json() == {"states": [{"iso3": "DEU", "name": "Allemagne"}]}
    assert len(site.get("/api/states?limit=300").json()["states"]) > 190
    assert site.get("/api/states?limit=0").json()["at"] == "limit"


def test_the_corpus_is_named(site: Client) -> None:
    """The digest and the editions say which law answers."""
    found = site.get("/api/corpus").json()
    assert found["digest"].startswith("sha256:")
    assert {"cwc"} <= {one["list"] for one in found["editions"]}


def test_the_documentation_needs_no_other_site(site: Client) -> None:
    """The page of the API loads its files from this site."""
    page = site.get("/api/docs").content.decode()
    assert "/static/ninja/swagger-ui-bundle.js" in page
    assert "https://" not in page


def test_refusals_are_documented() -> None:
    """Every refusal that a caller may meet stands in the schema."""
    schema = Client().get("/api/openapi.json").json()
    assert set(schema["paths"]["/api/assess"]["post"]["responses"]) == {"200", "400", "405", "413", "415", "422"}
