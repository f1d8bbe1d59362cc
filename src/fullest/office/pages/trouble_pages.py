"""The pages for an address that leads nowhere, for a request that cannot be read, and for a mistake of ours."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from fullest.office.api.trouble import refusal
from fullest.office.contexts.frame import TroublePage
from fullest.office.pages.frame import show


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404."""
    return _trouble(request, 404, "NotFound", _("There is no page at this address"),
                    _("Check the address, or begin with a question."))  # fmt: skip


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400."""
    return _trouble(request, 400, "UnreadableValue", _("This request cannot be read"),
                    _("Go back and send it again, or begin with a question."))  # fmt: skip


def server_error(request: HttpRequest) -> HttpResponse:
    """500."""
    return _trouble(request, 500, "ServerError", _("Something went wrong on our side"),
                    _("Nothing was stored and nothing was decided. Try again in a minute."))  # fmt: skip


def _trouble(request: HttpRequest, status: int, error: str, heading: str, says: str) -> HttpResponse:
    if request.path_info.startswith("/api/"):
        return refusal(status, error, heading, hint=says)
    return show(request, "trouble.html", TroublePage(heading, says), title=heading, status=status)
