"""Where the law says so."""

from __future__ import annotations

from dataclasses import dataclass

from fullest.errors import CorpusError


@dataclass(frozen=True, slots=True, order=True)
class Citation:
    """A provision of an instrument, written `cwc:va/vii/31`.

    Attributes:
        instrument: the instrument's identifier.
        path: the provision's path inside it.
    """

    instrument: str
    path: str

    @classmethod
    def read(cls, text: str, *, at: str = "") -> Citation:
        """Read `instrument:path`.

        Raises:
            CorpusError: there is no colon, or a side of it is empty.
        """
        instrument, colon, path = text.partition(":")
        if not (instrument and colon and path):
            raise CorpusError(
                f'cannot read "{text}" as a citation', at=at, hint='instrument:path, as in "cwc:va/vii/31"'
            )
        return cls(instrument, path)

    def __str__(self) -> str:
        return f"{self.instrument}:{self.path}"
