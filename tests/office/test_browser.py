"""The pages in a real browser: what everybody can read, with scripts and without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

pytestmark = pytest.mark.browser

THIODIGLYCOL = "item=thiodiglycol&amount=200+kg&origin=DEU&destination=EGY&date=2026-11-23&purpose=industrial"
PHOSGENE = "item=75-44-5&amount=100+kg&origin=DEU&destination=ISR&date=2026-11-23"
PAGES = {
    "ask": "", "decided": f"answer?{THIODIGLYCOL}", "open": f"answer?{PHOSGENE}",
    "error": "answer?item=sarin&origin=Germoney&destination=NLD", "provision": "law/cwc/va/vii/31", "law": "law/",
    "lists": "lists/", "states": "states/?q=g", "state": "states/EGY?date=2026-11-23", "about": "about",
    "nothing": "nothing",
}  # fmt: skip
SIZES = {"desk": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}


@pytest.fixture
def page(chromium: Any) -> Iterator[Any]:
    """A window with scripts."""
    context = chromium.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture
def plain_page(chromium: Any) -> Iterator[Any]:
    """A window without scripts."""
    context = chromium.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_everybody_can_read_the_pages(chromium: Any, address: str, language: str, size: str, scheme: str) -> None:
    """Axe finds nothing on any page, with every fold open, and no page is wider than its window."""
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]

    context = chromium.new_context(viewport=SIZES[size], color_scheme=scheme, bypass_csp=True)
    window, found = context.new_page(), {}
    for name, path in PAGES.items():
        window.goto(f"{address}/{language}/{path}")
        window.evaluate("for (const one of document.querySelectorAll('details:not(.reason)')) one.open = true")
        assert window.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
        result = Axe().run(window)
        if result.violations_count:
            found[name] = result.generate_report()
    context.close()
    assert found == {}


def test_the_policy_of_the_site_holds(chromium: Any, address: str) -> None:
    """No page breaks its own policy, and nothing is loaded from elsewhere."""
    context = chromium.new_context()
    window = context.new_page()
    said: list[str] = []
    asked: list[str] = []
    window.on("console", lambda message: said.append(message.text))
    window.on("request", lambda request: asked.append(request.url))
    for path in ("en/", f"en/answer?{THIODIGLYCOL}", "fr/lists/", "api/docs"):
        window.goto(f"{address}/{path}")
        window.wait_for_load_state("networkidle")
    context.close()
    assert [text for text in said if "Security Policy" in text] == []
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []


def test_a_question_is_asked_and_answered_without_scripts(plain_page: Any, address: str) -> None:
    """Without scripts the form asks, the question in place is answered, and nothing said is lost."""
    plain_page.goto(f"{address}/en/")
    plain_page.fill("#field-item", "phosgene")
    plain_page.fill("#field-amount", "100 kg")
    plain_page.fill("#field-origin", "Germany")
    plain_page.fill("#field-destination", "Israel")
    plain_page.fill("#field-date", "2026-11-23")
    plain_page.click("text=See what the law asks")
    assert "Not decided yet" in plain_page.inner_text("#sentence")
    plain_page.check("#open input[value=industrial]")
    plain_page.click("#open >> text=Answer")
    assert "Phosgene (100 kg)" in plain_page.inner_text("#sentence").replace("\u00a0", " ")
    assert plain_page.locator("#open").count() == 0
    plain_page.click("text=Français")
    assert "Allemagne" in plain_page.inner_text("#sentence")


def test_a_question_is_answered_in_place(page: Any, address: str) -> None:
    """With scripts the answer changes in place, its address and its link to the other language with it."""
    page.goto(f"{address}/en/answer?{PHOSGENE}")
    page.evaluate("window.stayed = true")
    page.check("#open input[value=industrial]")
    page.click("#open >> text=Answer")
    page.wait_for_selector("#open", state="detached")
    assert page.evaluate("window.stayed")
    assert "purpose=industrial" in page.url
    assert "purpose=industrial" in page.get_attribute("#language", "href")
    assert page.evaluate("document.activeElement.id") == "sentence"
    page.go_back()
    page.wait_for_selector("#open")


def test_an_assumption_is_changed_in_place(page: Any, address: str) -> None:
    """What silence was taken to mean can be said otherwise."""
    page.goto(f"{address}/en/answer?{PHOSGENE}&purpose=industrial")
    row = page.locator(".assumed li", has_text="retail")
    row.locator("summary").click()
    row.get_by_role("button", name="Yes").click()
    page.wait_for_url("**packed-for-retail=true**")
    page.locator(".assumed li", has_text="retail").wait_for(state="detached")
    assert page.locator(".assumed li", has_text="retail").count() == 0


def test_names_are_completed_and_read(page: Any, address: str) -> None:
    """While a person types, States are completed and the box says what it holds."""
    page.goto(f"{address}/fr/")
    page.locator("#field-origin").press_sequentially("allem")
    page.wait_for_selector("#field-origin-options option[value=Allemagne]", state="attached")
    page.locator("#field-item").press_sequentially("75-44-5")
    page.locator("#recognised", has_text="CAS").wait_for()


def test_the_address_holds_only_what_was_said(page: Any, address: str) -> None:
    """Fields that were left empty do not reach the address."""
    page.goto(f"{address}/en/")
    page.fill("#field-item", "sarin")
    page.fill("#field-origin", "DEU")
    page.fill("#field-destination", "NLD")
    page.click("text=See what the law asks")
    page.wait_for_selector("#sentence")
    assert "amount" not in page.url
    assert "item=sarin&origin=DEU&destination=NLD&date=" in page.url


def test_a_lost_connection_is_said_and_loses_nothing(page: Any, address: str) -> None:
    """When the connection goes, the page says so and keeps what was given."""
    page.goto(f"{address}/en/answer?{PHOSGENE}")
    page.context.set_offline(True)
    page.check("#open input[value=industrial]")
    page.click("#open >> text=Answer")
    page.wait_for_selector("#lost:not([hidden])")
    assert page.is_checked("#open input[value=industrial]")


def test_the_language_is_remembered(page: Any, address: str) -> None:
    """A language that was chosen is the one the door leads to."""
    page.goto(f"{address}/en/")
    page.click("text=Français")
    page.goto(f"{address}/")
    assert page.url == f"{address}/fr/"


def test_the_keyboard_reaches_the_content(page: Any, address: str) -> None:
    """The first stop of the keyboard leads past the head of the page."""
    page.goto(f"{address}/en/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_type_is_shipped_with_the_site(page: Any, address: str) -> None:
    """The letters are those that come with the site."""
    page.goto(f"{address}/fr/")
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('18px \"Noto Sans\"', 'é'))")
    assert page.evaluate("getComputedStyle(document.body).fontSize") == "18px"


def test_the_answer_prints_on_few_pages(page: Any, address: str) -> None:
    """Paper holds the reasons, and neither forms nor contents."""
    page.goto(f"{address}/en/answer?{THIODIGLYCOL}")
    page.emulate_media(media="print")
    assert page.locator(".top nav").is_hidden()
    sheets = len(re.findall(rb"/Type\s*/Page\b", page.pdf()))
    assert 1 <= sheets <= 8
