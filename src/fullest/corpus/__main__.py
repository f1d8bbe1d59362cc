"""`python -m fullest.corpus` opens the corpus, which checks it, and says what it holds."""

from __future__ import annotations

import sys

from fullest.corpus.corpus import open_corpus
from fullest.errors import FullestError


def main() -> int:
    """Open the corpus; 0 when all is well."""
    try:
        corpus = open_corpus()
    except FullestError as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    provisions = sum(len(instrument.provisions) for instrument in corpus.instruments)
    entries = len({entry.id for entry in corpus.lists.entries()})
    sys.stdout.write(
        f"{len(corpus.states)} States and entities, {len(corpus.memberships.bodies)} treaties and groups, "
        f"{provisions} provisions, {entries} list entries, {len(corpus.rules)} rules, "
        f"{len(corpus.substances)} unlisted substances\n{corpus.digest}\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
