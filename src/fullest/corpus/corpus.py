"""The corpus: the law as data, opened, checked and named by a digest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from fullest.corpus.files import CorpusFiles
from fullest.corpus.instruments import Instruments, load_instruments
from fullest.corpus.lists import Lists, load_lists
from fullest.corpus.memberships import Memberships, load_memberships
from fullest.corpus.rules import Reading, Rule, load_rules
from fullest.corpus.states import States, load_states
from fullest.corpus.substances import Substances, load_substances
from fullest.corpus.vocabulary import Vocabulary, load_vocabulary
from fullest.errors import CorpusError
from fullest.language.parse import Reader
from fullest.language.signature import FactType
from fullest.terms.amount import Units
from fullest.terms.citation import Citation


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything that answers rest on.

    Attributes:
        digest: `sha256:…` over every file that was read; two corpora with the same digest give the same answers.
    """

    states: States
    memberships: Memberships
    instruments: Instruments
    lists: Lists
    substances: Substances
    vocabulary: Vocabulary
    rules: tuple[Rule, ...]
    readings: tuple[Reading, ...]
    digest: str


class CorpusSignature:
    """What rules may speak of, as the language's checker asks it."""

    def __init__(self, vocabulary: Vocabulary, lists: Lists, memberships: Memberships) -> None:
        self._vocabulary, self._lists, self._memberships = vocabulary, lists, memberships

    @property
    def units(self) -> Units:
        """The units of the vocabulary."""
        return self._vocabulary.units

    def fact_type(self, name: str) -> FactType | None:
        """The type of a fact of the vocabulary."""
        fact = self._vocabulary.facts.get(name)
        return fact.type if fact else None

    def fact_names(self) -> tuple[str, ...]:
        """All facts of the vocabulary."""
        return tuple(self._vocabulary.facts)

    def has_group(self, reference: str) -> bool:
        """Whether a list, part of a list or entry has that name in any edition."""
        return self._lists.has_group(reference)

    def has_body(self, name: str) -> bool:
        """Whether there is a membership table of that name."""
        return name in self._memberships.bodies

    def table(self, reference: str) -> frozenset[str] | None:
        """No table of options is encoded yet."""
        return None


def open_corpus(overlay: Path | Iterable[Path] = ()) -> Corpus:
    """Open the corpus that comes with the package, and folders that add to it.

    Args:
        overlay: a folder, or several, in the corpus's own form.

    Raises:
        CorpusError: a file is wrong, a citation does not resolve, or a provision that should be executed is not.
    """
    files = CorpusFiles([overlay] if isinstance(overlay, Path) else list(overlay))
    vocabulary, states = load_vocabulary(files), load_states(files)
    memberships, lists = load_memberships(files, states), load_lists(files)
    rules, readings = load_rules(files, Reader(CorpusSignature(vocabulary, lists, memberships)))
    instruments, substances = load_instruments(files), load_substances(files)
    corpus = Corpus(
        states, memberships, instruments, lists, substances, vocabulary, rules, readings, files.digest()
    )  # fmt: skip
    _check(corpus)
    return corpus


def _check(corpus: Corpus) -> None:
    cited = {citation for rule in corpus.rules for citation in (rule.cites, *rule.also)}
    for rule in corpus.rules:
        for citation in (rule.cites, *rule.also):
            _resolves(corpus, citation, rule.at)
        _known_names(corpus, rule)
    for paper in corpus.vocabulary.papers.values():
        _resolves(corpus, paper.cites, f"paper {paper.id}")
    for reading in corpus.readings:
        _resolves(corpus, reading.cites, f"reading {reading.id}")
    for entry in corpus.lists.entries():
        _resolves(corpus, entry.cites, f"entry {entry.id}")
        cited.add(entry.cites)
    _check_executed(corpus, cited)


def _resolves(corpus: Corpus, citation: Citation, at: str) -> None:
    if corpus.instruments.find_provision(citation) is None:
        raise CorpusError(f'no instrument has a provision "{citation}"', at=at, hint="add it to instruments/")


def _known_names(corpus: Corpus, rule: Rule) -> None:
    for paper in rule.papers:
        if paper not in corpus.vocabulary.papers:
            raise CorpusError(f'there is no paper "{paper}"', at=rule.at, hint=", ".join(corpus.vocabulary.papers))
    if rule.bound_by and rule.bound_by not in corpus.memberships.bodies:
        raise CorpusError(
            f'there is no treaty or group "{rule.bound_by}"', at=rule.at, hint="see memberships/bodies.toml"
        )


def _check_executed(corpus: Corpus, cited: set[Citation]) -> None:
    for instrument in corpus.instruments:
        for provision in instrument.provisions:
            if provision.status == "executed" and provision.citation not in cited:
                raise CorpusError(
                    f'"{provision.citation}" is marked executed, and no rule or entry cites it',
                    at=f"instruments/{instrument.id}.toml", hint="cite it, or mark it informative with a reason",
                )  # fmt: skip
