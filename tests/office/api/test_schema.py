"""The API keeps to its own documentation, asked by Schemathesis in process."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings

from fullest.office.wsgi import application

_CONFIG = schemathesis.Config.from_dict({
    "generation": {"max-examples": 25, "database": "none"},
    # A name of a State or a unit is text to the schema and more than that to the engine.
    "checks": {
        "positive_data_acceptance": {"expected-statuses": ["2xx", "422"]},
        "negative_data_rejection": {"expected-statuses": ["400", "405", "413", "415", "422"]},
    },
})  # fmt: skip
schema = schemathesis.openapi.from_wsgi("/api/openapi.json", application, config=_CONFIG)


@pytest.mark.filterwarnings("ignore")
@schema.parametrize()
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_answers_and_refusals_are_as_documented(case: Any) -> None:
    """Every status, form and header of an answer is one that the schema names."""
    case.call_and_validate(headers={"host": "localhost", "accept-encoding": "identity"})
