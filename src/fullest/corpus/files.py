"""The one door through which corpus files are opened: TOML with line numbers, CSV, and a digest of everything read."""

from __future__ import annotations

import csv
import hashlib
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeAlias, cast

from fullest.errors import CorpusError

Table: TypeAlias = dict[str, object]
_HEADER = re.compile(r"^\s*\[\[\s*([^\]]+?)\s*\]\]")


@dataclass(frozen=True, slots=True)
class TomlFile:
    """A TOML file that was read, and where its tables stand.

    Attributes:
        name: the file's path inside the corpus, as in `rules/cwc.toml`.
        data: its content.
        text: its text, for line numbers.
    """

    name: str
    data: Mapping[str, object]
    text: str

    def tables(self, key: str) -> Iterator[tuple[Table, str]]:
        """Each `[[key]]` table with the place where it begins, as in `rules/cwc.toml, line 12`.

        Raises:
            CorpusError: the tables are written in another form, so that their lines cannot be told.
        """
        listed = self.data.get(key, [])
        lines = list(self._lines(key))
        if not isinstance(listed, list) or len(listed) != len(lines):
            raise CorpusError(f'"{key}" must be tables of their own', at=self.name, hint=f"begin each with [[{key}]]")
        for table, line in zip(cast("list[Table]", listed), lines, strict=True):
            yield table, f"{self.name}, line {line}"

    def _lines(self, key: str) -> Iterator[int]:
        for number, line in enumerate(self.text.splitlines(), 1):
            header = _HEADER.match(line)
            if header and header[1] == key:
                yield number

    def place_of(self, at: str, key: str) -> str:
        """The place of a key inside the table that begins at `at`; `at` itself where the key is not found."""
        start = int(at.rpartition(" ")[2])
        for number, line in enumerate(self.text.splitlines()[start:], start + 1):
            if _HEADER.match(line) and not line.lstrip().startswith(f"[[{self._parent(start)}."):
                break
            if re.match(rf"\s*{re.escape(key)}\s*=", line):
                return f"{self.name}, line {number}"
        return at

    def _parent(self, start: int) -> str:
        header = _HEADER.match(self.text.splitlines()[start - 1])
        return header[1] if header else ""


class CorpusFiles:
    """The files of the corpus, and of overlays that add to it.

    An overlay is a folder in the corpus's own form. It adds files; it never replaces one, since an amendment is a new
    file and not an edit of what was in force.
    """

    def __init__(self, overlays: Iterable[Path] = ()) -> None:
        self._roots: tuple[Traversable, ...] = (files("fullest.corpus").joinpath("data"), *overlays)
        self._hash = hashlib.sha256()

    def toml(self, name: str) -> TomlFile:
        """Read one TOML file.

        Raises:
            CorpusError: there is no such file, more than one, or it is not TOML.
        """
        text = self._text(name)
        try:
            return TomlFile(name, tomllib.loads(text), text)
        except tomllib.TOMLDecodeError as problem:
            raise CorpusError(f"this is not TOML: {problem}", at=name, hint="mend the file at that line") from problem

    def tomls(self, folder: str) -> Iterator[TomlFile]:
        """Read every TOML file of a folder, by name."""
        for name in self.names(folder, ".toml"):
            yield self.toml(name)

    def rows(self, name: str) -> Iterator[tuple[dict[str, str], str]]:
        """Each row of a CSV file with its place, as in `states/states.csv, line 12`."""
        reader = csv.DictReader(self._text(name).splitlines())
        for row in reader:
            yield row, f"{name}, line {reader.line_num}"

    def names(self, folder: str, suffix: str) -> list[str]:
        """The paths of a folder's files, sorted."""
        found = {
            f"{folder}/{file.name}"
            for root in self._roots
            for file in _listing(root / folder)
            if file.name.endswith(suffix)
        }
        return sorted(found)

    def digest(self) -> str:
        """`sha256:…` over the names and texts of all files read so far, in reading order."""
        return f"sha256:{self._hash.hexdigest()}"

    def _text(self, name: str) -> str:
        found = [file for root in self._roots if (file := _under(root, name)).is_file()]
        if len(found) != 1:
            raise CorpusError(f"there are {len(found)} files of this name", at=name, hint="one file for each name")
        text = found[0].read_text(encoding="utf-8")
        self._hash.update(f"{name}\0{len(text)}\0".encode() + text.encode())
        return text


def _under(root: Traversable, name: str) -> Traversable:
    return root.joinpath(*name.split("/"))


def _listing(folder: Traversable) -> list[Traversable]:
    return list(folder.iterdir()) if folder.is_dir() else []
