"""House tests: what holds for the tree as a whole, whoever wrote which part of it."""

from __future__ import annotations

import ast
import importlib
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "fullest"
FOLDERS = (".ci", "benchmarks", "docs", "examples", "requirements", "src", "tests", "tools")
MOST_LINES = 500

# Written in pieces, so that this file does not hold what it forbids.
HOSTS = ("pypi" + ".org", "python" + "hosted", "registry." + "npmjs", "npmjs" + ".com", "deb." + "debian" + ".org")
MACHINE_PATH = re.compile(r"(?<![\w.\-])/(?:" + "|".join(("wo" + "rk", "far" + "m", "tm" + "p", "ro" + "ot")) + r")/")
PLACEHOLDER = "FILL" + "-IN"

NAMES_THAT_SAY_NOTHING = re.compile(r"(utils?|helpers?|common|misc|managers?)")
OPENING_METHODS = {"read_text", "read_bytes"}
READERS = {"csv", "importlib.resources", "io", "tomllib"}
DECISION_PARTS = ["Context", "Decision", "Consequences"]


def committed() -> Iterator[Path]:
    """Every file that is, or is about to be, committed."""
    yield from (path for path in ROOT.iterdir() if path.is_file())
    for folder in FOLDERS:
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and not {"__pycache__", "fullest.egg-info"} & set(path.parts):
                yield path


def texts() -> Iterator[tuple[Path, str]]:
    """Every committed text file with what it says; pictures and fonts are passed over."""
    for path in committed():
        try:
            yield path.relative_to(ROOT), path.read_text("utf-8")
        except UnicodeDecodeError:
            continue


def modules() -> list[Path]:
    """Every Python file of the package."""
    return sorted(PACKAGE.rglob("*.py"))


def requirements(lock: str) -> dict[str, str]:
    """What a lock file holds: `name==version` with the lines that follow it."""
    text = (ROOT / "requirements" / lock).read_text("utf-8")
    blocks = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)
    return {block.split()[0]: block for block in blocks if block.strip() and not block.startswith("#")}


def pyproject() -> dict[str, object]:
    """The project file."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def links(page: Path) -> list[str]:
    """The relative links of a page, without their fragments; code blocks are passed over."""
    prose = re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    targets = re.findall(r"\[[^\]]*\]\(([^)\s]+)\)", prose)
    return [
        target.split("#")[0] for target in targets if "://" not in target and not target.startswith(("#", "mailto:"))
    ]


# The code


def test_imports_fall_to_the_left() -> None:
    """The import contracts of the project file are kept."""
    run = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True, no_logo=True))"
    path = os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, "-c", run],
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_public_face_defines_nothing() -> None:
    """`fullest/__init__.py` holds a docstring, imports and the list of public names, and nothing else."""
    body = ast.parse((PACKAGE / "__init__.py").read_text("utf-8")).body
    others = [node for node in body[1:] if not isinstance(node, ast.Import | ast.ImportFrom)]
    assert [ast.unparse(node).partition(" = ")[0] for node in others] == ["__all__"]


def test_public_names_are_sorted_and_real() -> None:
    """`fullest.__all__` is sorted, names exactly what the file imports, and each name is there."""
    imports = [
        node
        for node in ast.parse((PACKAGE / "__init__.py").read_text("utf-8")).body
        if isinstance(node, ast.ImportFrom)
    ]
    imported = {alias.asname or alias.name for node in imports if node.module != "__future__" for alias in node.names}
    face = importlib.import_module("fullest")
    assert list(face.__all__) == sorted(imported)
    assert [name for name in face.__all__ if not hasattr(face, name)] == []


def test_every_module_says_what_it_is_for() -> None:
    """Every module of the package has a docstring; generated migrations are excused."""
    own = [path for path in modules() if "migrations" not in path.parts]
    silent = [str(path.relative_to(ROOT)) for path in own if not ast.get_docstring(ast.parse(path.read_text("utf-8")))]
    assert silent == []


def test_no_module_is_too_long() -> None:
    """No Python file of the package has more than five hundred lines."""
    lengths = {str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines()) for path in modules()}
    assert {path: lines for path, lines in lengths.items() if lines > MOST_LINES} == {}


def test_names_say_something() -> None:
    """No file or folder has a name under which anything could stand."""
    nameless = [path for path in committed() if any(map(NAMES_THAT_SAY_NOTHING.fullmatch, stems(path)))]
    assert nameless == []


def stems(path: Path) -> list[str]:
    """The names on the way to a file, without their endings."""
    return [part.partition(".")[0] for part in path.relative_to(ROOT).parts]


def test_corpus_files_have_a_single_door() -> None:
    """In the rooms that work on the corpus, files are opened in `corpus/files.py` alone."""
    rooms = ("corpus", "identification", "determination")
    paths = [
        path for room in rooms for path in (PACKAGE / room).rglob("*.py") if path != PACKAGE / "corpus" / "files.py"
    ]
    assert {str(path.relative_to(ROOT)): opened for path in paths if (opened := openings(path))} == {}


def openings(path: Path) -> list[str]:
    """What a module has to do with files: the readers it imports and the calls that open one."""
    tree = ast.parse(path.read_text("utf-8"))
    calls = [ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)]
    readers = [name for name in imports(tree) if name in READERS]
    return readers + [call for call in calls if call == "open" or call.rpartition(".")[2] in OPENING_METHODS]


def imports(tree: ast.Module) -> list[str]:
    """The modules that a module imports, wherever in it."""
    plain = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    return plain + [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]


# What is committed


def test_no_text_names_a_registry() -> None:
    """No committed text names the host of a package registry."""
    assert [(str(path), host) for path, text in texts() for host in HOSTS if host in text.lower()] == []


def test_no_text_names_a_path_of_one_machine() -> None:
    """No committed text names a path that exists on one machine only."""
    assert [(str(path), found[0]) for path, text in texts() if (found := MACHINE_PATH.search(text))] == []


def test_no_page_waits_to_be_filled() -> None:
    """No committed text holds a placeholder."""
    assert [str(path) for path, text in texts() if PLACEHOLDER in text] == []


# The lock files


@pytest.mark.parametrize("lock", ["run.lock", "dev.lock"])
def test_everything_locked_has_a_hash_and_no_address(lock: str) -> None:
    """A lock file pins each package to a version and its hashes, and says nothing of where it comes from."""
    held = requirements(lock)
    assert held
    assert [name for name, lines in held.items() if "==" not in name or "--hash=sha256:" not in lines] == []
    assert [name for name, lines in held.items() if "://" in lines or " @ " in lines or "-url" in lines] == []


def test_development_holds_all_that_running_holds() -> None:
    """The development lock pins what the running lock pins, to the same versions."""
    assert requirements("run.lock").keys() <= requirements("dev.lock").keys()


def test_what_builds_the_project_is_locked() -> None:
    """The locks hold what `build-system.requires` asks for, since the project is built without isolation."""
    lines = (ROOT / "requirements" / "build.in").read_text("utf-8").splitlines()
    system = pyproject()["build-system"]
    assert isinstance(system, dict)
    assert system["requires"] == [line for line in lines if line and not line.startswith("#")]


# The pages


def test_decisions_are_numbered_without_a_gap() -> None:
    """The decisions are numbered from one on."""
    numbers = [int(page.name.partition("-")[0]) for page in sorted((ROOT / "docs" / "decisions").glob("*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))
    assert numbers


@pytest.mark.parametrize("page", sorted((ROOT / "docs" / "decisions").glob("*.md")), ids=lambda page: page.stem)
def test_a_decision_has_its_three_parts(page: Path) -> None:
    """A decision says its context, what was decided, and what follows."""
    assert re.findall(r"^## (.+)$", page.read_text("utf-8"), flags=re.MULTILINE) == DECISION_PARTS


def test_every_page_is_in_the_index() -> None:
    """The index of the documents names every page, decisions included."""
    index = ROOT / "docs" / "README.md"
    named = {(index.parent / target).resolve() for target in links(index)}
    pages = {page.resolve() for page in index.parent.rglob("*.md")} - {index.resolve()}
    assert {str(page.relative_to(ROOT)) for page in pages if page.parent.name != "changes"} == {
        str(page.relative_to(ROOT)) for page in named if page in pages and page.parent.name != "changes"
    }


def test_links_between_pages_lead_somewhere() -> None:
    """Every relative link of a page leads to a file of the checkout."""
    pages = [path for path in committed() if path.suffix == ".md"]
    broken = [(page.name, target) for page in pages for target in links(page) if not (page.parent / target).exists()]
    assert broken == []


def test_the_changelog_has_a_place_for_what_changed() -> None:
    """The headings of the changelog are `Unreleased` or a version with its full date, newest first."""
    headings = re.findall(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), flags=re.MULTILINE)
    assert headings
    assert [
        one for one in headings if not re.fullmatch(r"Unreleased|\d+\.\d+\.\d+, \d{1,2} [A-Z][a-z]+ \d{4}", one)
    ] == []


def test_every_verb_is_explained() -> None:
    """Each verb of the Makefile stands in the page for contributors."""
    verbs = re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), flags=re.MULTILINE)
    page = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    assert verbs
    assert [verb for verb in verbs if f"`make {verb}`" not in page] == []
