"""What is checked before a request is read: how large it is, and that it says that it is JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import wraps
from typing import Any, NoReturn

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from ninja.parser import Parser

from fullest.office.api.trouble import refusal

Answering = Callable[..., HttpResponseBase]


def json_body(view: Answering) -> Answering:
    """Refuse a body that is too large (413) or is not said to be JSON (415)."""

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **given: Any) -> HttpResponseBase:
        return _refused(request) or view(request, *args, **given)

    return checked


def one_shape(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Tell a method that is not allowed in the shape of every other refusal."""

    def answered(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.status_code != 405 or not request.path_info.startswith("/api/"):
            return response
        allowed = response.headers.get("Allow", "")
        told = refusal(405, "UnreadableValue", f"{request.method} is not answered here", at="method", hint=allowed)
        told.headers["Allow"] = allowed
        return told

    return answered


class StrictParser(Parser):
    """Reads JSON as the standard has it: no NaN, no half characters, no depth that ends the process."""

    def parse_body(self, request: HttpRequest) -> Any:
        """Read the body.

        Raises:
            ValueError: it is not JSON, or holds what no text can hold.
        """
        try:
            value = json.loads(request.body, parse_constant=_no_constant)
            json.dumps(value, ensure_ascii=False).encode()
        except RecursionError as error:
            raise ValueError("the body is nested too deeply") from error
        return value


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _refused(request: HttpRequest) -> HttpResponse | None:
    limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0
    if _length(request) > limit:
        return refusal(413, "UnreadableValue", "the body is too large", at="body", hint=f"at most {limit:,} bytes")
    if request.content_type != "application/json":
        return refusal(415, "UnreadableValue", f'the body is said to be "{request.content_type}"', at="Content-Type",
                       hint="application/json")  # fmt: skip
    return None


def _length(request: HttpRequest) -> int:
    said = request.META.get("CONTENT_LENGTH") or "0"
    return int(said) if said.isdecimal() else 0
