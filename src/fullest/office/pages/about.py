"""What Fullest is and what it is not."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from fullest.office.apps import the_engine
from fullest.office.contexts.law import AboutPage
from fullest.office.pages.frame import show
from fullest.office.pages.words import step
from fullest.terms.outcome import Rung


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """The page about Fullest."""
    page = AboutPage(the_engine().corpus.digest, tuple(step(rung.name) for rung in Rung))
    return show(request, "about.html", page, title=_("About"), section="about")
