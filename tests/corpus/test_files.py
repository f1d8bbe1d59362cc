"""The one door through which corpus files are opened: places, overlays and the digest."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from importlib.resources import files as package_files
from pathlib import Path

import pytest

from fullest.corpus import files as door
from fullest.corpus.corpus import open_corpus
from fullest.corpus.files import CorpusFiles
from fullest.errors import CorpusError

DATA = Path(str(package_files("fullest.corpus"))) / "data"
EVERY = sorted(path.relative_to(DATA).as_posix() for path in DATA.rglob("*") if path.is_file())
# Source forms of tables, and what a tool chose a table from.
UNREAD = {"states/source.toml", "substances/source.toml", "substances/chosen.csv"}


@pytest.fixture
def toy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], CorpusFiles]:
    """Files that stand where the corpus's own would."""
    monkeypatch.setattr(door, "files", lambda package: tmp_path)

    def write(name: str, text: str) -> CorpusFiles:
        path = tmp_path / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return CorpusFiles()

    return write


def test_each_table_knows_the_line_on_which_it_begins(toy: Callable[[str, str], CorpusFiles]) -> None:
    """Comments and tables of other names in between do not confuse it."""
    text = "# a comment\n[[rule]]\nid = 1\n[[rule.example]]\n[[other]]\n\n  [[ rule ]]\nid = 2\n"
    found = list(toy("rules/a.toml", text).toml("rules/a.toml").tables("rule"))
    assert [(table["id"], at) for table, at in found] == [(1, "rules/a.toml, line 2"), (2, "rules/a.toml, line 7")]


def test_a_key_inside_a_table_has_its_own_line(toy: Callable[[str, str], CorpusFiles]) -> None:
    """The place of a condition is its line; the table's where the key is not there."""
    text = '[[rule]]\nid = "a"\n[[rule]]\nid = "b"\nwhen = "true"\n'
    file = toy("rules/a.toml", text).toml("rules/a.toml")
    places = [file.place_of(at, "when") for _, at in file.tables("rule")]
    assert places == ["rules/a.toml, line 1", "rules/a.toml, line 5"]


@pytest.mark.parametrize("text", ['[rule]\nid = "a"\n', 'rule = [{ id = "a" }]\n', 'rule = "a"\n', "rule = [1, 2]\n"])
def test_tables_in_another_form_are_refused(toy: Callable[[str, str], CorpusFiles], text: str) -> None:
    """Their lines could not be told, and `[rule]` is a likely slip."""
    with pytest.raises(CorpusError, match="tables of their own") as problem:
        list(toy("rules/a.toml", text).toml("rules/a.toml").tables("rule"))
    assert problem.value.hint == "begin each with [[rule]]"


def test_what_is_not_toml_is_refused_with_its_line(toy: Callable[[str, str], CorpusFiles]) -> None:
    """The message of the reader is kept, since it has the line."""
    with pytest.raises(CorpusError, match="line 2") as problem:
        toy("rules/a.toml", "a = 1\nb = = 2\n").toml("rules/a.toml")
    assert problem.value.at == "rules/a.toml"


def test_a_file_that_is_not_there_is_refused(toy: Callable[[str, str], CorpusFiles]) -> None:
    """By name."""
    with pytest.raises(CorpusError, match="there are 0 files"):
        toy("rules/a.toml", "").toml("rules/b.toml")


def test_rows_know_their_line(toy: Callable[[str, str], CorpusFiles]) -> None:
    """The first row stands on the second line."""
    rows = list(toy("states/a.csv", "iso3,name\nXA,Alpha\nXB,Beta\n").rows("states/a.csv"))
    assert rows == [
        ({"iso3": "XA", "name": "Alpha"}, "states/a.csv, line 2"),
        ({"iso3": "XB", "name": "Beta"}, "states/a.csv, line 3"),
    ]


@pytest.mark.parametrize("name", ["rules/cwc-exchange.toml", "vocabulary/facts.toml", "states/states.csv"])
def test_an_overlay_may_not_replace_a_file(tmp_path: Path, name: str) -> None:
    """An amendment is a new file, never another text under the same name."""
    (tmp_path / name).parent.mkdir(parents=True)
    shutil.copy(DATA / name, tmp_path / name)
    with pytest.raises(CorpusError, match="there are 2 files of this name") as problem:
        open_corpus(tmp_path)
    assert problem.value.at == name


def test_two_overlays_may_not_hold_the_same_name(tmp_path: Path) -> None:
    """Nor may one overlay stand in for another."""
    for overlay in ("one", "two"):
        (tmp_path / overlay / "rules").mkdir(parents=True)
        (tmp_path / overlay / "rules" / "a.toml").write_text("", encoding="utf-8")
    with pytest.raises(CorpusError, match="there are 2 files"):
        open_corpus([tmp_path / "one", tmp_path / "two"])


def test_every_file_of_the_corpus_is_read_when_it_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the digest names is the whole corpus: no file that answers rest on lies there unread."""
    read: list[str] = []
    text_of = CorpusFiles._text

    def noted(self: CorpusFiles, name: str) -> str:
        read.append(name)
        return text_of(self, name)

    monkeypatch.setattr(CorpusFiles, "_text", noted)
    open_corpus()
    assert sorted(set(read)) == [name for name in EVERY if name not in UNREAD]
    assert len(read) == len(set(read))


def test_the_digest_is_the_same_each_time() -> None:
    """The same files, the same digest."""
    digests = {open_corpus().digest for _ in range(2)}
    assert len(digests) == 1
    assert digests.pop().startswith("sha256:")


@pytest.mark.parametrize("name", EVERY)
def test_the_digest_changes_with_a_byte_of_any_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """A blank line more is another corpus."""
    before = digest_of(name)
    (tmp_path / "data" / name).parent.mkdir(parents=True)
    shutil.copy(DATA / name, tmp_path / "data" / name)
    monkeypatch.setattr(door, "files", lambda package: tmp_path)
    assert digest_of(name) == before
    with (tmp_path / "data" / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert digest_of(name) != before


def digest_of(name: str) -> str:
    """The digest once one file was read."""
    opened = CorpusFiles()
    if name.endswith(".csv"):
        list(opened.rows(name))
    else:
        opened.toml(name)
    return opened.digest()


def test_moving_words_from_one_file_to_another_changes_the_digest(
    toy: Callable[[str, str], CorpusFiles], tmp_path: Path
) -> None:
    """Names and lengths are in the digest, not the text alone."""

    def digest(one: str, other: str) -> str:
        toy("rules/a.toml", one)
        opened = toy("rules/b.toml", other)
        list(opened.tomls("rules"))
        return opened.digest()

    assert digest("x = 1\n", "y = 2\n") != digest("x = 1\ny = 2\n", "")


def test_an_overlay_changes_the_digest(tmp_path: Path) -> None:
    """Two corpora with the same digest give the same answers, so an overlay has its own."""
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "a.toml").write_text("# nothing yet\n", encoding="utf-8")
    assert open_corpus(tmp_path).digest != open_corpus().digest
