"""Words in more than one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

Language = Literal["en", "fr"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in each language that the doors offer."""

    en: str
    fr: str

    def __getitem__(self, language: Language) -> str:
        return self.fr if language == "fr" else self.en

    @classmethod
    def of(cls, words: Mapping[str, str]) -> Text:
        """From a table with the keys `en` and `fr`."""
        return cls(words["en"], words["fr"])

    def __add__(self, more: Text | str) -> Text:
        """Followed by more words, the same in each language where they are a plain string."""
        return Text(*(self[language] + _spoken({"more": more}, language)["more"] for language in LANGUAGES))

    def filled(self, **parts: Text | str) -> Text:
        """With its `{places}` filled, each from the same language."""
        return Text(*(self[language].format(**_spoken(parts, language)) for language in LANGUAGES))


def same(words: str) -> Text:
    """Words that are the same in each language, as a name or a code is."""
    return Text(words, words)


def _spoken(parts: Mapping[str, Text | str], language: Language) -> dict[str, str]:
    return {name: part if isinstance(part, str) else part[language] for name, part in parts.items()}
