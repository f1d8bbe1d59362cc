"""Whatever is sent, the API answers or refuses; it never fails."""

from __future__ import annotations

import json

from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

_SITE = Client(raise_request_exception=False)
_TEXT = st.text(max_size=30) | st.sampled_from(
    ["DEU", "Égypte", "OCCSCCO", "75-44-5", "cwc/1.A.1", "200 kg", "99 %", "1e999 kg", "-1 kg", "2026-02-30",
     "0001-01-01", "9999-12-31", "medical", "unknown", "\x00", "[*]", "C1CC", "InChI=1S/", "%s", "١٢ kg"]
)  # fmt: skip
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | _TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXT, inner, max_size=3),
    max_leaves=6,
)
_ITEM = st.dictionaries(
    st.sampled_from(["kind", "name", "cas", "smiles", "inchi", "inchikey", "molfile", "entry", "description"]), _TEXT
)
_FACTS = st.dictionaries(
    st.sampled_from(["packed-for-retail", "concentration", "nothing"]) | _TEXT,
    st.booleans() | st.none() | _TEXT,
    max_size=3,
)
_STATES = st.lists(_TEXT | _JSON, max_size=2) | _TEXT | st.none()
_PARTY = st.fixed_dictionaries({"role": _TEXT, "name": _TEXT}, optional={"country": _TEXT})
_ASKED = st.fixed_dictionaries(
    {"item": _TEXT | _ITEM, "origin": _TEXT, "destination": _TEXT, "date": _TEXT | st.dates().map(str)},
    optional={
        "amount": _TEXT | st.none() | st.integers(), "concentration": _TEXT | st.floats(), "facts": _FACTS | st.none(),
        "purpose": _TEXT | st.none() | st.lists(_TEXT, max_size=2), "end_use": _TEXT | st.none(), "via": _STATES,
        "received_from": _STATES,
        "parties": st.lists(_PARTY, max_size=2),
    },
)  # fmt: skip
_BOUNDED = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _answered(path: str, body: bytes) -> None:
    response = _SITE.post(path, body, content_type="application/json")
    assert response.status_code in (200, 400, 422), response.content
    if response.status_code != 200:
        told = response.json()
        assert told["error"]
        assert told["message"]
        assert {"at", "try"} <= set(told)


@_BOUNDED
@given(_JSON)
def test_any_json_is_answered_or_refused(value: object) -> None:
    """JSON of any form is no failure."""
    for path in ("/api/assess", "/api/identify"):
        _answered(path, json.dumps(value).encode())


@_BOUNDED
@given(_ASKED)
def test_any_words_in_the_fields_are_answered_or_refused(asked: dict[str, object]) -> None:
    """The right fields with any words in them are no failure."""
    _answered("/api/assess", json.dumps(asked).encode())


@_BOUNDED
@given(_ITEM, st.dates().map(str))
def test_any_item_on_any_day_is_answered_or_refused(item: dict[str, str], day: str) -> None:
    """Any item on any day is no failure."""
    _answered("/api/identify", json.dumps({"item": item, "date": day}).encode())


@_BOUNDED
@given(st.binary(min_size=1, max_size=60))
def test_any_bytes_are_answered_or_refused(body: bytes) -> None:
    """A body of any bytes is no failure."""
    _answered("/api/assess", body)


@_BOUNDED
@given(st.dictionaries(
    st.sampled_from(["item", "as", "kind", "cas", "smiles", "amount", "concentration", "origin", "destination", "date",
                     "purpose", "end_use", "via", "received_from", "fact.packed-for-retail", "fact.nothing"]),
    _TEXT, max_size=8,
))  # fmt: skip
def test_any_address_is_a_page(query: dict[str, str]) -> None:
    """A page with any words in its address is an answer, a form or the way to it."""
    for path in (
        "/en/answer",
        "/fr/answer",
        "/en/",
        "/en/recognise",
        "/fr/complete/states",
        "/en/states/",
        "/en/lists/",
    ):
        assert _SITE.get(path, query).status_code in (200, 302, 422)
