"""The HTTP API."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client

from fullest.errors import InputError
from fullest.office.apps import the_engine

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


def test_null_says_that_an_earlier_receipt_is_not_known(site: Client) -> None:
    """An empty list says that there was none; null leaves it open."""
    asked = {**ASKED, "item": "entry:cwc/1.A.1", "amount": "1 mg", "destination": "FRA", "purpose": "research"}
    none = _post(site, {**asked, "received_from": []}).json()
    unknown = _post(site, {**asked, "received_from": None}).json()
    assert none["outcome"]["at_most"] != "forbidden"
    assert unknown["outcome"]["at_most"] == "forbidden"


@pytest.mark.parametrize(
    "changed",
    [
        {"facts": None}, {"via": None}, {"via": "ITA, CHE"}, {"received_from": "ITA"}, {"parties": None},
        {"purpose": ["industrial", "research"]}, {"item": {"cas": "111-48-8", "name": None, "kind": None}},
        {"parties": [{"role": "end-user", "name": "Example Chemicals Ltd", "country": None}]},
    ],
)  # fmt: skip
def test_what_the_engine_reads_is_accepted(site: Client, changed: dict[str, object]) -> None:
    """This door takes every form of a field that the Python door takes, and reads it the same."""
    asked = {**ASKED, **changed}
    response = _post(site, asked)
    assert response.status_code == 200
    engine = the_engine()
    assert response.json() == json.loads(json.dumps(engine.assess(engine.read(asked)).to_dict("en")))


@pytest.mark.parametrize(
    "changed",
    [
        {"amount": 200}, {"amount": [1]}, {"amount": True}, {"amount": "0 kg"}, {"concentration": 99},
        {"concentration": "150 %"}, {"date": 5}, {"date": None}, {"date": "2026-06"}, {"origin": 4}, {"origin": None},
        {"item": 5}, {"item": None}, {"item": {"cas": 5}}, {"item": {"mas": "5"}}, {"via": 5}, {"via": ["DEU", 7]},
        {"end_use": 3}, {"purpose": 3}, {"facts": [1]}, {"facts": {"packed-for-retail": {}}},
        {"facts": {"packed-for-retail": 1.5}}, {"origin": "Germoney"},
    ],
)  # fmt: skip
def test_errors_are_those_of_the_python_door(site: Client, changed: dict[str, object]) -> None:
    """The same message, the same place and the same remedy."""
    asked = {**ASKED, **changed}
    with pytest.raises(InputError) as caught:
        the_engine().read(asked)
    response = _post(site, asked)
    assert (response.status_code, response.json()) == (422, caught.value.to_dict())


def test_all_fields_that_are_missing_or_not_known_are_told_at_once(site: Client) -> None:
    """Each with what to do about it."""
    errors = _post(site, {"orgin": "DEU", "date": "2026-11-23"}).json()["errors"]
    assert [(one["error"], one["message"], one["at"]) for one in errors] == [
        ("MissingField", '"item" is missing', "item"),
        ("MissingField", '"origin" is missing', "origin"),
        ("MissingField", '"destination" is missing', "destination"),
        ("UnknownField", 'there is no field "orgin"', "orgin"),
    ]
    assert 'as in "DEU"' in errors[1]["try"]
    assert errors[3]["try"] == "origin"


def test_all_that_is_wrong_with_the_parties_is_told_at_once(site: Client) -> None:
    """Each with its place in the list."""
    errors = _post(site, {**ASKED, "parties": [5, {"role": 5, "nam": "A"}]}).json()["errors"]
    assert [(one["message"], one["at"]) for one in errors] == [
        ("this must be an object", "parties[0]"),
        ("this must be a text", "parties[1].role"),
        ('"name" is missing', "parties[1].name"),
        ('there is no field "nam"', "parties[1].nam"),
    ]
    assert errors[3]["try"] == "name"
    assert all(one["try"] for one in errors)


@pytest.mark.parametrize("name", ["via", "received_from"])
def test_a_route_has_an_end(site: Client, name: str) -> None:
    """Nobody names more than two hundred States."""
    told = _post(site, {**ASKED, name: ["ITA"] * 201}).json()
    assert (told["at"], told["try"]) == (name, "at most 200")


@pytest.mark.parametrize("day", ["2026-06", "2026"])
def test_an_item_is_identified_on_one_day(site: Client, day: str) -> None:
    """A month is not read as its first day: the lists may change within it."""
    response = _post(site, {"item": "75-44-5", "date": day}, "/api/identify")
    assert response.status_code == 422
    assert (response.json()["message"], response.json()["at"]) == (f'"{day}" is not one day', "date")


@pytest.mark.parametrize("path", ["/api/assess", "/api/identify"])
def test_a_field_that_is_said_twice_is_refused(site: Client, path: str) -> None:
    """Neither of the two is taken in silence."""
    response = _post(site, b'{"item": "sarin", "purpose": "weapons", "purpose": "medical"}', path)
    told = response.json()
    assert (response.status_code, set(told)) == (400, SHAPE)
    assert (told["message"], told["at"]) == ('"purpose" is said twice', "body, purpose")
    assert told["try"]


def test_a_field_of_an_item_that_is_said_twice_is_refused(site: Client) -> None:
    """The same inside of another object."""
    body = json.dumps(ASKED).replace('"cas"', '"cas": "75-44-5", "cas"')
    assert _post(site, body).json()["message"] == '"cas" is said twice'


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
    """JSON of another form is a 422 in the same shape, in words of the question and not of the program."""
    for path in ("/api/assess", "/api/identify"):
        response = _post(site, body, path)
        assert response.status_code == 422
        assert set(response.json()) >= SHAPE
        assert response.json()["try"]
        assert "In" not in response.json()["message"]


def test_nothing_is_refused(site: Client) -> None:
    """A body that is empty is a 400 in the same shape."""
    response = site.generic("POST", "/api/assess", b"", CONTENT_TYPE="application/json")
    assert (response.status_code, response.json()["message"]) == (400, "the body is empty")


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


@pytest.mark.parametrize(("query", "at"), [("limit=0", "limit"), ("limit=x", "limit"), ("lang=de", "lang")])
def test_a_query_that_cannot_be_read_is_refused(site: Client, query: str, at: str) -> None:
    """The remedy names what can be said."""
    response = site.get(f"/api/states?{query}")
    assert (response.status_code, response.json()["at"]) == (422, at)
    assert response.json()["try"] in ("en or fr", "a whole number from 1 to 300")


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
