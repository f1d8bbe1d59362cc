"""Every error that Fullest raises on purpose.

    FullestError
    ├── InputError            something a person gave cannot be read; nothing was written
    │   ├── MissingField      a field that must be there is not
    │   ├── UnknownField      a field that no form has
    │   ├── UnreadableValue   a value that is not of the field's type
    │   └── UnknownName       a State, unit, option, list or entry that the corpus does not hold
    ├── CorpusError           the law as data is wrong: file and line
    └── NotFound              a look-up by identifier found nothing

An error has a message (what happened), a place (`at`) and a hint (what to do about it).
"""

from __future__ import annotations


class FullestError(Exception):
    """An error with a place and a remedy.

    Attributes:
        message: what happened, in one sentence without a full stop.
        at: where, as a person would look for it (a field, a file with its line), or an empty string.
        hint: what to do about it, or an empty string.
    """

    def __init__(self, message: str, *, at: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.at = at
        self.hint = hint

    def __str__(self) -> str:
        lines = [f"{type(self).__name__}: {self.message}"]
        if self.at:
            lines.append(f"    at   {self.at}")
        if self.hint:
            lines.append(f"    try  {self.hint}")
        return "\n".join(lines)

    def to_dict(self) -> dict[str, str]:
        """The error as the doors show it: `{"error", "message", "at", "try"}`."""
        return {"error": type(self).__name__, "message": self.message, "at": self.at, "try": self.hint}


class InputError(FullestError):
    """Something a person gave cannot be read. `at` names the field, as in `item.amount`."""


class MissingField(InputError):
    """A field that must be there is not."""


class UnknownField(InputError):
    """A field that the form does not have."""


class UnreadableValue(InputError):
    """A value that is not of the type its field has."""


class UnknownName(InputError):
    """A State, unit, option, list or entry that the corpus does not hold."""


class CorpusError(FullestError):
    """The law as data is wrong. `at` gives the file and, where it is known, the line."""


class NotFound(FullestError):
    """A look-up by identifier found nothing."""
