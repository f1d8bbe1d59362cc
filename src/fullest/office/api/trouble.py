"""Refusals, all in one shape: what happened, where, and what to do."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from fullest.errors import FullestError, InputError, MissingField, NotFound, UnknownField, UnreadableValue
from fullest.office.api.models import AssessIn, IdentifyIn, PartyIn

EXAMPLE = 'an object, as in {"item": "cas:111-48-8", "date": "2026-11-23"}'
# What is asked, by the name it has in `site.py`.
_FORMS: Mapping[str, type[BaseModel]] = {"transfer": AssessIn, "question": IdentifyIn}
_SOURCES = frozenset({"body", "query", "path", "header"})
# Pydantic's kinds of error for a value of another type, in our words. Only parties have types here.
_TYPES = {
    "string_type": ("this must be a text", "put it in quotes"),
    "list_type": ("this must be a list", '[{"role": "end-user", "name": "…"}]'),
    "model_type": ("this must be an object", '{"role": "end-user", "name": "…"}'),
    "model_attributes_type": ("this must be an object", '{"role": "end-user", "name": "…"}'),
}
_QUERY = {"lang": "en or fr", "limit": "a whole number from 1 to 300", "q": "the beginning of a name"}


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
    """What the parser said, where it said it in our words."""
    if isinstance(error.__cause__, InputError):
        return JsonResponse(error.__cause__.to_dict(), status=400)
    status = error.status_code if isinstance(error, HttpError) else 400
    return refusal(status, "UnreadableValue", "the body cannot be read", at="body", hint=EXAMPLE)


def _not_validated(request: HttpRequest, error: Exception) -> HttpResponse:
    """All that is wrong; the first stands for the others."""
    raised = error.errors if isinstance(error, ValidationError) else []
    found = [_told(one).to_dict() for one in raised] or [UnreadableValue("the request cannot be read").to_dict()]
    return JsonResponse({**found[0], "errors": found}, status=422)


def _told(one: Mapping[str, Any]) -> InputError:
    """One of pydantic's errors in our words, with a remedy."""
    kind, way = str(one.get("type", "")), _way(one.get("loc", ()))
    at, name = _place(way), str(way[-1]) if way else ""
    fields = _fields(one.get("loc", ()), way)
    if not way:
        return UnreadableValue("the body is not an object", at="body", hint=EXAMPLE)
    if kind == "missing":
        return MissingField(f'"{name}" is missing', at=at, hint=_wanted(fields.get(name)))
    if kind == "extra_forbidden":
        near = get_close_matches(name, fields, n=2) or fields
        return UnknownField(f'there is no field "{name}"', at=at, hint=", ".join(near))
    if kind in _TYPES:
        message, hint = _TYPES[kind]
        return UnreadableValue(message, at=at, hint=hint)
    return UnreadableValue(_lower(str(one.get("msg", ""))), at=at, hint=_QUERY.get(name, "see /api/docs"))


def _way(parts: Sequence[str | int]) -> tuple[str | int, ...]:
    """The fields and places on the way to a value, without the source and the name of the form."""
    return tuple(part for place, part in enumerate(parts) if place > 1 or part not in (*_SOURCES, *_FORMS))


def _place(way: Sequence[str | int]) -> str:
    """`item.cas` or `via[0]`."""
    words = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in way)
    return words.removeprefix(".")


def _fields(parts: Sequence[str | int], way: Sequence[str | int]) -> Mapping[str, FieldInfo]:
    """The fields of the form, or of a party where the value is one's."""
    if len(way) > 1 and way[0] == "parties":
        return PartyIn.model_fields
    return next((_FORMS[str(part)].model_fields for part in parts[:2] if part in _FORMS), {})


def _wanted(field: FieldInfo | None) -> str:
    """What a field is for, with an example, as the documentation has it."""
    if field is None or not field.description or not field.examples:
        return "add it"
    what = _lower(field.description.partition(";")[0].rstrip("."))
    return f"{what}, as in {json.dumps(field.examples[0], ensure_ascii=False)}"


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
