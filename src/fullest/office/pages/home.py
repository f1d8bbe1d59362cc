"""The door: to the pages in the language that the reader chose or that their browser asks for."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from fullest.office.pages.frame import language_of_page


@require_safe
@vary_on_headers("Accept-Language", "Cookie")
def home(request: HttpRequest) -> HttpResponse:
    """To `/en/` or `/fr/`."""
    return HttpResponseRedirect(f"/{language_of_page()}/")
