"""The text of a molfile before it is read: its header, and whether it holds one record.

A molfile has three header lines (title, program, comment), then the counts line that ends in its version. The title is
often blank, and whoever trims a text takes the blank line away. After the line `M  END` an SD file has data items,
each opened by a line with `>`, and ends the record with `$$$$`.
"""

from __future__ import annotations

import re

_COUNTS = re.compile(r"[ \d]+.*V[23]000\s*")
_END, _RECORD_END, _DATA = "M  END", "$$$$", ">"
_HEADER = 3


def with_title(text: str) -> str:
    """The text with its blank title line, where the counts line shows that only the title is missing."""
    lines = text.split("\n")[: _HEADER + 1]
    counts = [place for place, line in enumerate(lines) if _COUNTS.fullmatch(line)]
    return f"\n{text}" if counts == [_HEADER - 1] else text


def holds_several(text: str) -> bool:
    """Whether anything but the data items of one record follows its end."""
    lines = [line.rstrip() for line in text.split("\n")]
    end = next((place for place, line in enumerate(lines) if line.startswith(_END)), None)
    if end is None:
        return any(line.startswith(_RECORD_END) for line in lines)
    data, after = _parted(lines[end + 1 :])
    first = next(filter(None, data), _DATA)
    return any(after) or not first.startswith(_DATA) or any(_opens_a_record(line) for line in data)


def _parted(lines: list[str]) -> tuple[list[str], list[str]]:
    """The lines before the line that ends the record, and those after it."""
    at = next((place for place, line in enumerate(lines) if line.startswith(_RECORD_END)), len(lines))
    return lines[:at], lines[at + 1 :]


def _opens_a_record(line: str) -> bool:
    return line.startswith(_END) or bool(_COUNTS.fullmatch(line))
