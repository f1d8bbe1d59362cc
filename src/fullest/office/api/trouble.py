"""Refusals, all in one shape: what happened, where, and what to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from fullest.errors import FullestError, InputError, NotFound

# How pydantic's kinds of error are called among our own.
_NAMES = {"missing": "MissingField", "extra_forbidden": "UnknownField"}
_SOURCES = frozenset({"body", "query", "path", "header"})


def refusal(status: int, error: str, message: str, *, at: str = "", hint: str = "") -> HttpResponse:
    """One refusal."""
    return JsonResponse({"error": error, "message": message, "at": at, "try": hint}, status=status)


def refuse_in_one_shape(api: NinjaAPI) -> None:
    """Let every error of the API be told in that shape."""
    handlers: tuple[tuple[type[Exception], Any], ...] = (
        (FullestError, _refused),
        (ValidationError, _not_validated),
        (HttpError, _not_read),
    )
    for kind, handler in handlers:
        api.add_exception_handler(kind, handler)


def _refused(request: HttpRequest, error: Exception) -> HttpResponse:
    if isinstance(error, InputError):
        return JsonResponse(error.to_dict(), status=422)
    if isinstance(error, NotFound):
        return JsonResponse(error.to_dict(), status=404)
    raise error


def _not_read(request: HttpRequest, error: Exception) -> HttpResponse:
    status = error.status_code if isinstance(error, HttpError) else 400
    return refusal(status, "UnreadableValue", "the body is not JSON that can be read", at="body",
                   hint='an object, as in {"item": "cas:111-48-8"}')  # fmt: skip


def _not_validated(request: HttpRequest, error: Exception) -> HttpResponse:
    found = [_told(one) for one in error.errors] if isinstance(error, ValidationError) else []
    first = (
        found[0]
        if found
        else {"error": "UnreadableValue", "message": "the request cannot be read", "at": "", "try": ""}
    )
    return JsonResponse({**first, "errors": found}, status=422)


def _told(one: Mapping[str, object]) -> dict[str, str]:
    kind, place = str(one.get("type", "")), _place(one.get("loc", ()))
    message = str(one.get("msg", "")).removeprefix("Value error, ")
    hint = "leave it out, or see the list of fields at /api/docs" if kind == "extra_forbidden" else "see /api/docs"
    return {"error": _NAMES.get(kind, "UnreadableValue"), "message": _lower(message), "at": place, "try": hint}


def _place(parts: object) -> str:
    """`item.cas` or `via[0]`, without the names of the models and types that were tried."""
    words = ""
    for place, part in enumerate(parts if isinstance(parts, Sequence) else ()):
        if isinstance(part, int):
            words += f"[{part}]"
        elif not (place < 2 and part in (*_SOURCES, "asked")) and not _is_type(str(part)):
            words += f".{part}" if words else str(part)
    return words or "body"


def _is_type(part: str) -> bool:
    return part in ("str", "bool", "float", "none") or part.endswith("In") or part.startswith(("list[", "constrained-"))


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
