"""The drawing of a structure, as a document of its own."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from fullest.errors import FullestError
from fullest.office.apps import the_engine
from fullest.office.today import today

_WIDTH, _HEIGHT = 320, 200


@require_safe
@cache_control(max_age=86400, public=True)
def drawing(request: HttpRequest) -> HttpResponse:
    """The structure of `smiles`, drawn."""
    smiles = request.GET.get("smiles", "")
    engine = the_engine()
    try:
        svg = engine.drawing(engine.identify_item({"smiles": smiles}, today()), _WIDTH, _HEIGHT)
    except FullestError as error:
        raise Http404(error.message) from error
    if not svg:
        raise Http404("nothing can be drawn")
    return HttpResponse(svg, content_type="image/svg+xml")
