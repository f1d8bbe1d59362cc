"""The terminal: where text is written, and the words and signs of the ladder."""

from __future__ import annotations

import json
import tomllib
from importlib.resources import files
from typing import Any

from rich.console import Console
from rich.theme import Theme

from fullest.terms.text import Language, Text

SIGNS = {"free": "○", "notify": "◔", "assure": "◑", "authorise": "◕", "forbidden": "●", None: "╱"}
COLOURS = {"free": "green", "notify": "cyan", "assure": "yellow", "authorise": "dark_orange", "forbidden": "red"}


def words(language: Language) -> dict[str, str]:
    """The fixed words of the command line in a language."""
    text = files("fullest.cli").joinpath("words.toml").read_text(encoding="utf-8")
    return {key: Text.of(said)[language] for key, said in tomllib.loads(text).items()}


def console(*, stderr: bool = False) -> Console:
    """A console whose colours carry no meaning of their own."""
    return Console(stderr=stderr, highlight=False, soft_wrap=False, theme=Theme({"cite": "blue", "faint": "dim"}))


def write_json(answer: Any) -> None:
    """Write an answer as JSON to standard output, as it is, without colours."""
    print(json.dumps(answer, ensure_ascii=False, indent=2))
