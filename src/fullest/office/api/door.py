"""What is checked before a request is read: how large it is, and that it says that it is JSON."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from ninja.parser import Parser

from fullest.determination.json_text import read_json
from fullest.office.api.trouble import EXAMPLE, refusal

Answering = Callable[..., HttpResponseBase]


def json_body(view: Answering) -> Answering:
    """Refuse a body that is too large (413), not said to be JSON (415) or empty (400)."""

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **given: Any) -> HttpResponseBase:
        return _refused(request) or _empty(request) or view(request, *args, **given)

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
    """Reads JSON as every door reads it."""

    def parse_body(self, request: HttpRequest) -> Any:
        """Read the body.

        Raises:
            UnreadableValue: it is not JSON, or says something twice, or holds what no request can mean.
        """
        return read_json(request.body, at="body", what="the body")


def _refused(request: HttpRequest) -> HttpResponse | None:
    limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE or 0
    if _length(request) > limit:
        return refusal(413, "UnreadableValue", "the body is too large", at="body", hint=f"at most {limit:,} bytes")
    if request.content_type != "application/json":
        return refusal(415, "UnreadableValue", f'the body is said to be "{request.content_type}"', at="Content-Type",
                       hint="application/json")  # fmt: skip
    return None


def _empty(request: HttpRequest) -> HttpResponse | None:
    """Without a body the parser is never asked."""
    return None if request.body else refusal(400, "MissingField", "the body is empty", at="body", hint=EXAMPLE)


def _length(request: HttpRequest) -> int:
    said = request.META.get("CONTENT_LENGTH") or "0"
    return int(said) if said.isdecimal() else 0
