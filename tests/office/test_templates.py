"""Templates use what their page declares, and nothing else."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import ModuleType

from fullest.office import contexts
from fullest.office.contexts import answer, ask, frame, law

_FOLDER = Path(contexts.__file__).parent.parent / "templates/office"
_USED = re.compile(r"\b(page|frame)\.(\w+)")
_PAGES = {
    "ask.html": ask.AskPage, "completion.html": ask.CompletionPage, "recognised.html": ask.RecognisedPage,
    "answer_body.html": answer.AnswerPage, "law.html": law.LawPage, "instrument.html": law.InstrumentPage,
    "provision.html": law.ProvisionPage, "lists.html": law.ListsPage, "states.html": law.StatesPage,
    "state.html": law.StatePage, "about.html": law.AboutPage, "trouble.html": frame.TroublePage,
}  # fmt: skip


def _declared(kind: type) -> set[str]:
    names = {field.name for field in fields(kind)} if is_dataclass(kind) else set()
    return names | {name for name, value in vars(kind).items() if isinstance(value, property)}


def test_templates_use_what_their_page_declares() -> None:
    """Each `page.` and `frame.` in a template is a field of the declared type."""
    for path in sorted(_FOLDER.glob("*.html")):
        for whose, name in _USED.findall(path.read_text(encoding="utf-8")):
            kind = frame.Frame if whose == "frame" else _PAGES.get(path.name)
            assert kind is not None, path.name
            assert name in _declared(kind), f"{path.name}: {whose}.{name}"


def test_declared_fields_are_used() -> None:
    """No page declares what its template does not show."""
    for name, kind in _PAGES.items():
        used = {
            field for whose, field in _USED.findall((_FOLDER / name).read_text(encoding="utf-8")) if whose == "page"
        }
        assert {field.name for field in fields(kind)} <= used | {"duties"}, name


def test_contexts_are_frozen() -> None:
    """What a page shows cannot change while it is shown."""
    for module in (answer, ask, frame, law):
        assert [kind for kind in _classes(module) if not kind.__dataclass_params__.frozen] == []  # type: ignore[attr-defined]


def test_pages_carry_no_script_or_style_of_their_own() -> None:
    """Scripts and styles stand in files, as the policy of the site asks."""
    for path in _FOLDER.glob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"<script(?![^>]*src=)|<style|\sstyle=|\son\w+=|hx-on", text), path.name


def _classes(module: ModuleType) -> list[type]:
    return [one for one in vars(module).values() if isinstance(one, type) and is_dataclass(one)]
