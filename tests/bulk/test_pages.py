"""What the pages show is what the room does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from fullest.bulk.mapping_file import load_mapping, read_mapping, shipped_mappings
from fullest.bulk.output import COLUMNS
from fullest.bulk.plain import COLUMNS as READ
from fullest.bulk.source import KINDS
from fullest.bulk.table import Row, Table


def page(checkout: Path, name: str) -> str:
    """The text of a page."""
    return (checkout / "docs" / name).read_text("utf-8")


def blocks(text: str, language: str) -> list[str]:
    """Its blocks of a language."""
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def test_the_example_of_a_mapping_reads_the_file_that_it_describes(checkout: Path) -> None:
    """Down to the request."""
    (text,) = blocks(page(checkout, "mapping.md"), "toml")
    columns = ("CAS", "Qty", "Unit", "Country", "Direction", "Shipped")
    form = read_mapping(text, "exports.toml").form_of(Table("exports_2026.csv", columns, iter(())))
    cells = dict(zip(columns, ("111-48-8", "200", "kg", "EG", "Import", "23.11.2026"), strict=True))
    assert next(form.parts(Row(1, 2, cells))).request == {
        "item": {"cas": "111-48-8"},
        "amount": "200 kg",
        "origin": "EG",
        "destination": "CHE",
        "date": "2026-11-23",
        "purpose": None,
    }


def test_the_example_in_python_runs(checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As it stands on the page."""
    monkeypatch.chdir(tmp_path)
    Path("transfers.csv").write_text("item,origin,destination,date\nphosgene,DEU,EGY,2026-11-23\n", "utf-8")
    (code,) = blocks(page(checkout, "files.md"), "python")
    exec(code, {})
    assert Path("answers.parquet").is_file()


def test_the_page_names_every_column_and_suffix(checkout: Path) -> None:
    """Those that are read and those that are written."""
    text = page(checkout, "files.md")
    assert [name for name in (*COLUMNS, *READ, *KINDS) if f"`{name}`" not in text] == []


def test_the_page_names_every_shipped_mapping(checkout: Path) -> None:
    """And says nothing of others."""
    assert set(re.findall(r"`(ch-seco-[a-z]+)`", page(checkout, "mapping.md"))) == set(shipped_mappings())


def test_the_reasons_of_the_shipped_mappings_are_sentences() -> None:
    """They are shown to people."""
    reasons = [one.because for name in shipped_mappings() for one in load_mapping(name).assumptions()]
    assert len(reasons) == 8
    assert [reason for reason in reasons if not re.fullmatch(r"[A-Z].{20,}\.", reason)] == []
