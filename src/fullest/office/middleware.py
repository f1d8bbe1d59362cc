"""Headers that every response of the site carries."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

_SITE = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
# The page that documents the API writes style attributes and draws its signs from data addresses.
_DOCUMENTATION = _SITE.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'").replace(
    "img-src 'self'", "img-src 'self' data:"
)
# A drawing is a document of its own, with styles inside and nothing else.
_DRAWING = "default-src 'none'; style-src 'unsafe-inline'"

Answering = Callable[[HttpRequest], HttpResponseBase]


def headers(get_response: Answering) -> Answering:
    """Say what a page may load (this site only), and that nobody is told where a reader came from."""

    def answered(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", _policy(request, response))
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("Referrer-Policy", "no-referrer")
        response.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        response.headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
        return response

    return answered


def _policy(request: HttpRequest, response: HttpResponseBase) -> str:
    if response.headers.get("Content-Type", "").startswith("image/svg"):
        return _DRAWING
    return _DOCUMENTATION if request.path_info == "/api/docs" else _SITE
