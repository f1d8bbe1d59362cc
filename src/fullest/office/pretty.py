"""JSON for people to read."""

from __future__ import annotations

import json


def pretty(value: object) -> str:
    """A value as indented JSON, letters of every script as they are."""
    return json.dumps(value, indent=2, ensure_ascii=False)
