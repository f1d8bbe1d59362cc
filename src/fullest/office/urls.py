"""The addresses of the site."""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.urls import path

from fullest.office.api.site import api
from fullest.office.pages import about, answer, ask, complete, drawing, home, law, lists, states, trouble_pages

urlpatterns = [
    path("", home.home),
    path("api/", api.urls),
    path("drawing.svg", drawing.drawing),
    *i18n_patterns(
        path("", ask.ask),
        path("answer", answer.answer, name="answer"),
        path("recognise", complete.recognised, name="recognise"),
        path("complete/states", complete.states, name="complete-states"),
        path("complete/chemicals", complete.chemicals, name="complete-chemicals"),
        path("law/", law.law, name="law"),
        path("law/<slug:instrument>/", law.instrument),
        path("law/<slug:instrument>/<path:path>", law.provision),
        path("lists/", lists.lists),
        path("states/", states.states, name="states"),
        path("states/<slug:iso3>", states.state),
        path("about", about.about),
    ),
]

handler400 = trouble_pages.bad_request
handler404 = trouble_pages.not_found
handler500 = trouble_pages.server_error
