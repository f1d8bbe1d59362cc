"""The examples in README.md and docs/ run, and show what is shown.

What is an example, by the first line of a fenced block:

- ```` ```python ````: run, the blocks of one page one after the other in one module. Where the next block of the page
  is ```` ```text ````, that is what they print.
- ```` ```console ````: a line that begins with `$ fullest`, `fullest`, or either with `.venv/bin/` before it, is run.
  Below a line with `$`, the lines up to the next one are what it prints.
- ```` ```expression ````: each line is an expression of the rule language on the corpus.
- ```` ```toml overlay ````: a file of rules that opens beside the corpus.
- ```` ```json request ````: a request that is answered.

In what is shown, `…` stands for anything, and line breaks and runs of spaces are one. An example that names a file of
the reader's own, one that is not in the checkout, is not run; nor is a command that serves or writes a file. A comment
`<!-- not run: … -->` on the line before a block takes it out, with its reason.
"""

from __future__ import annotations

import contextlib
import io
import json
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from fullest.asking import open_engine
from fullest.cli.main import main
from fullest.corpus.corpus import CorpusSignature, open_corpus
from fullest.determination.engine import Engine
from fullest.language.parse import Reader

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
FENCE = re.compile(r"^```(?P<sort>[^\n`]+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
OWN_FILE = re.compile(r"[\w./-]+\.(?:csv|tsv|jsonl|json|parquet|toml|txt)(?:\.gz)?\b")


@dataclass(frozen=True)
class Example:
    """A block of a page.

    Attributes:
        shown: the text block right after it, or an empty string.
    """

    page: Path
    sort: str
    text: str
    shown: str

    @property
    def name(self) -> str:
        return f"{self.page.relative_to(ROOT)}: {self.text.splitlines()[0][:40] if self.text else ''}"


def examples(page: Path) -> list[Example]:
    """The blocks of a page that are not taken out."""
    blocks = list(FENCE.finditer(page.read_text(encoding="utf-8")))
    after = [*blocks[1:], None][: len(blocks)]
    return [
        Example(
            page, block["sort"].strip(), block["text"], following["text"] if following and is_text(following) else ""
        )
        for block, following in zip(blocks, after, strict=True)
        if "<!-- not run" not in line_before(block)
    ]


def line_before(block: re.Match[str]) -> str:
    """The line before a block, empty lines passed over."""
    return block.string[: block.start("sort")].rstrip("`").rstrip().rpartition("\n")[2]


def is_text(block: re.Match[str]) -> bool:
    """Whether a block shows what another prints."""
    return block["sort"].strip() == "text"


def of(sort: str) -> list[Example]:
    """All examples of a sort."""
    return [example for page in PAGES for example in examples(page) if example.sort == sort]


def shows(shown: str, printed: str) -> bool:
    """Whether what is printed is what is shown."""
    parts = [re.escape(" ".join(part.split())) for part in shown.split("…")]
    return re.fullmatch(r"\s*.*?\s*".join(parts), " ".join(printed.split()), re.DOTALL) is not None


def names_own_file(text: str) -> bool:
    """Whether an example names a file that only the reader has."""
    return any(not (ROOT / name).exists() for name in OWN_FILE.findall(text))


PYTHON_PAGES = [page for page in PAGES if any(example.sort == "python" for example in examples(page))]


@pytest.mark.parametrize("page", PYTHON_PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_python_examples_run_and_print_what_is_shown(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The blocks of a page, one after the other."""
    monkeypatch.chdir(ROOT)
    module: dict[str, Any] = {"__name__": page.stem}
    for example in examples(page):
        if example.sort == "python" and not names_own_file(example.text):
            printed = io.StringIO()
            with contextlib.redirect_stdout(printed):
                exec(compile(example.text, example.name, "exec"), module)
            assert not example.shown or shows(example.shown, printed.getvalue()), printed.getvalue()


def commands() -> Iterator[tuple[str, str]]:
    """Each command that can be run here, with what it is shown to print."""
    for example in of("console"):
        for step in re.split(r"^(?=\$ |(?:\.venv/bin/)?fullest )", example.text, flags=re.MULTILINE):
            line, _, shown = step.partition("\n")
            words = line.removeprefix("$ ").removeprefix(".venv/bin/").split("  #")[0]
            if (
                words.startswith("fullest ")
                and not re.search(r"--out|serve|\||>|…", words)
                and not names_own_file(words)
            ):
                yield words, shown if line.startswith("$ ") else ""


@pytest.mark.parametrize(("line", "shown"), list(dict.fromkeys(commands())))
def test_commands_run_and_print_what_is_shown(
    line: str, shown: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A command answers; one that is refused says so where it is shown."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setattr("sys.argv", shlex.split(line))
    try:
        main()
    except SystemExit as ended:
        assert not ended.code or shown, ended.code
    printed = capsys.readouterr()
    assert printed.out + printed.err
    assert not shown.strip() or shows(shown, printed.out + printed.err), printed.out + printed.err


@pytest.mark.parametrize("example", of("expression"), ids=lambda example: str(example.name))
def test_expressions_are_expressions(example: Example) -> None:
    """Each line is read against the corpus."""
    corpus = open_corpus()
    reader = Reader(CorpusSignature(corpus.vocabulary, corpus.lists, corpus.memberships))
    assert [reader.read(line) for line in example.text.splitlines() if line.strip()]


@pytest.mark.parametrize("example", of("toml overlay"), ids=lambda example: str(example.name))
def test_rules_that_are_shown_open(example: Example, tmp_path: Path) -> None:
    """Beside the corpus, as an overlay."""
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "shown.toml").write_text(example.text, encoding="utf-8")
    assert len(open_corpus(tmp_path).rules) > len(open_corpus().rules)


@pytest.fixture(scope="module")
def engine() -> Engine:
    """The engine on the corpus that comes with the package."""
    return open_engine()


@pytest.mark.parametrize("example", of("json request"), ids=lambda example: str(example.name))
def test_requests_that_are_shown_are_answered(example: Example, engine: Engine) -> None:
    """Every field is one that is read."""
    assert engine.assess(engine.read(json.loads(example.text))).to_dict("en")["sentence"]


REQUESTS: list[dict[str, Any]] = [
    {"item": "sarin", "origin": "DEU", "destination": "EGY", "purpose": "medical", "date": "2026-11-23"},
    {"item": "foobarium", "origin": "DEU", "destination": "NLD", "date": "2026-11-23", "via": ["CHE"]},
    {"item": "phosgene", "origin": "DEU", "destination": "ISR", "purpose": None, "date": "2026-11-23"},
    {"item": "saxitoxin", "origin": "DEU", "destination": "NLD", "purpose": "medical", "date": "2026-11-23"},
    {"item": "CC(C)OP(C)(=O)F", "origin": "DEU", "destination": "NLD", "purpose": "medical", "date": "2026-11-23"},
]  # fmt: skip


def test_every_field_of_an_answer_is_explained(engine: Engine) -> None:
    """Each path that an answer has stands in docs/answer.md, and each that stands there is one that it has."""
    page = (ROOT / "docs" / "answer.md").read_text(encoding="utf-8")
    answer_part = page.partition("### The result")[2].partition("## Errors")[0]
    rows = [line.split("|")[1] for line in answer_part.splitlines() if line.startswith("| `")]
    explained = {name for row in rows for name in re.findall(r"`([^`]+)`", row)}
    given = {path for request in REQUESTS for path in paths(engine.assess(engine.read(request)).to_dict("en"))}
    assert given - explained == set()
    assert explained - given == set()


def paths(value: Any, at: str = "") -> Iterator[str]:
    """The paths of an answer; what repeats itself, or is a request, is not gone into."""
    if isinstance(value, list):
        for inner in value:
            yield from paths(inner, f"{at}[]")
    elif isinstance(value, dict):
        for name, inner in value.items():
            path = f"{at}.{name}" if at else name
            yield path
            if name not in ("because", "transfer", "edition", "facilitates"):
                yield from paths(inner, path)
