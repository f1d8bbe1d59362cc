"""Who takes part in a transfer."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Party:
    """A person or organisation with a role in the transfer.

    Attributes:
        role: `consignor`, `consignee`, `end-user`, `intermediary`, `bank` or `carrier`.
        name: the name as written on the papers.
        country: ISO 3166 alpha-3, or an empty string.
    """

    role: str
    name: str
    country: str = ""
