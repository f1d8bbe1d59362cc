"""Instruments and their provisions: what each paragraph asks, in our words, and whether a rule carries it out.

One TOML file holds one instrument. Every provision is `executed` (a rule cites it), `informative` (it defines,
explains, or concerns somebody else than a State that trades) or `not-executable` (it asks something of a State that
one transfer cannot show); the last two say why. Nothing is decided here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from fullest.corpus.files import CorpusFiles, TomlFile
from fullest.corpus.table import one_of, only, optional_text, required, span_of, text_of, words_of
from fullest.errors import CorpusError, NotFound
from fullest.terms.citation import Citation
from fullest.terms.span import Span
from fullest.terms.text import LANGUAGES, Text

FOLDER = "instruments"
EXECUTED = "executed"
STATUSES = (EXECUTED, "informative", "not-executable")
KINDS = ("treaty", "council-decision", "decision", "resolution")

_SOURCE = ("key", "publisher", "official", "address", "retrieved", "verified", "note")
_INSTRUMENT = ("id", "title", "short", "abbreviation", "kind", "body", "in_force")
_PROVISION = ("path", "label", "says", "status", "reason", "from", "until", "verified", "source")


@dataclass(frozen=True, slots=True)
class InstrumentSource:
    """Where an instrument's facts come from.

    Attributes:
        key: the name by which a provision refers to it.
        publisher, official, address, retrieved, verified: as on the source form.
        note: how much of it was read, and where it differs from another source.
    """

    key: str
    publisher: str
    official: bool
    address: str
    retrieved: date
    verified: bool
    note: str


@dataclass(frozen=True, slots=True)
class Provision:
    """A provision of an instrument.

    Attributes:
        citation: how a rule cites it.
        label: how a lawyer calls it, without the instrument's name.
        says: what it asks, of whom and since when, in our words.
        status: one of `STATUSES`.
        reason: why no rule carries it out; `None` for what is executed.
        span: the days on which it has effect.
        verified: whether somebody compared all that stands here with a source.
        sources: keys of the instrument's sources.
    """

    citation: Citation
    label: Text
    says: Text
    status: str
    reason: Text | None
    span: Span
    verified: bool
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Instrument:
    """A treaty, a decision or a resolution.

    Attributes:
        id: as in a citation, `cwc`.
        title: the full title.
        short: how a sentence calls it, with its article.
        abbreviation: `CWC`, `CIAC`.
        kind: one of `KINDS`; a `resolution` recommends and binds nobody.
        body: the membership table that says who is bound; empty for a Council decision, which binds every Member of the
            United Nations, and for a resolution.
        in_force: the first day it has effect as a whole.
        provisions: in the order of the text.
        sources: what was read.
    """

    id: str
    title: Text
    short: Text
    abbreviation: Text
    kind: str
    body: str
    in_force: date
    provisions: tuple[Provision, ...]
    sources: tuple[InstrumentSource, ...]


class Instruments:
    """The instruments that the corpus holds, by identifier and by citation."""

    def __init__(self, listed: Iterable[Instrument]) -> None:
        self._by_id: Mapping[str, Instrument] = {one.id: one for one in listed}
        self._provisions: Mapping[Citation, Provision] = {
            provision.citation: provision for one in self._by_id.values() for provision in one.provisions
        }

    def __iter__(self) -> Iterator[Instrument]:
        return iter(self._by_id.values())

    def get(self, id: str) -> Instrument:
        """The instrument with this identifier.

        Raises:
            NotFound: the corpus does not hold it.
        """
        if id not in self._by_id:
            raise NotFound(f'the corpus holds no instrument "{id}"', hint=f"one of {', '.join(self._by_id)}")
        return self._by_id[id]

    def provision(self, citation: Citation) -> Provision:
        """The provision that a citation names.

        Raises:
            NotFound: the instrument, or the provision in it, is not there.
        """
        found = self.find_provision(citation)
        if found is None:
            self.get(citation.instrument)
            raise NotFound(f'there is no provision "{citation}"', hint=f"see {FOLDER}/{citation.instrument}.toml")
        return found

    def find_provision(self, citation: Citation) -> Provision | None:
        """The provision that a citation names, or `None`."""
        return self._provisions.get(citation)


def load_instruments(files: CorpusFiles | None = None) -> Instruments:
    """Load every instrument of the corpus.

    Raises:
        CorpusError: a key or a language is missing or unknown, a status or kind is not known, a reason is missing or
            out of place, a path or an identifier occurs twice, or a source is cited that the file does not list.
    """
    listed: dict[str, Instrument] = {}
    for file in (files or CorpusFiles()).tomls(FOLDER):
        one = read_instrument(file)
        if one.id in listed:
            raise CorpusError(f'there are two instruments "{one.id}"', at=file.name, hint="rename one of them")
        listed[one.id] = one
    return Instruments(listed.values())


def read_instrument(file: TomlFile) -> Instrument:
    """One instrument from its file.

    Raises:
        CorpusError: as `load_instruments` says.
    """
    form, at = required(file.data, "instrument", dict, file.name), file.name
    only(form, _INSTRUMENT, at)
    sources = tuple(_source(table, place) for table, place in file.tables("source"))
    id = required(form, "id", str, at)
    return Instrument(
        id=id,
        title=_text(form, "title", at),
        short=_text(form, "short", at),
        abbreviation=_text(form, "abbreviation", at),
        kind=one_of(form, "kind", KINDS, at),
        body=required(form, "body", str, at),
        in_force=required(form, "in_force", date, at),
        provisions=_provisions(file, id, {one.key for one in sources}),
        sources=sources,
    )


def _provisions(file: TomlFile, instrument: str, keys: set[str]) -> tuple[Provision, ...]:
    found: dict[str, Provision] = {}
    for table, at in file.tables("provision"):
        one = _provision(table, instrument, at)
        if one.citation.path in found:
            place = file.place_of(at, "path")
            raise CorpusError(
                f'the path "{one.citation.path}" occurs twice', at=place, hint="a path names one provision"
            )
        if missing := set(one.sources) - keys:
            place = file.place_of(at, "source")
            raise CorpusError(f"no [[source]] has the key {_quoted(missing)}", at=place, hint=f"known: {_quoted(keys)}")
        found[one.citation.path] = one
    return tuple(found.values())


def _provision(table: Mapping[str, object], instrument: str, at: str) -> Provision:
    only(table, _PROVISION, at)
    return Provision(
        citation=Citation(instrument, required(table, "path", str, at)),
        label=_text(table, "label", at),
        says=_text(table, "says", at),
        status=one_of(table, "status", STATUSES, at),
        reason=_reason(table, at),
        span=span_of(table, at),
        verified=_verified(table, at),
        sources=words_of(table, "source", at),
    )


def _reason(table: Mapping[str, object], at: str) -> Text | None:
    reason, status = optional_text(table, "reason", at), table["status"]
    if status == EXECUTED and reason is not None:
        raise CorpusError("an executed provision has no reason", at=at, hint="take `reason` out, or change the status")
    if status != EXECUTED and reason is None:
        raise CorpusError(
            f'"reason" is missing where the status is "{status}"', at=at, hint="say why no rule can cite it"
        )
    if reason is not None:
        _only_languages(table, "reason", at)
    return reason


def _verified(table: Mapping[str, object], at: str) -> bool:
    verified = required(table, "verified", bool, at)
    if verified and not words_of(table, "source", at):
        raise CorpusError(
            "a verified provision names its source", at=at, hint='`source = ["key"]`, or verified = false'
        )
    return verified


def _source(table: Mapping[str, object], at: str) -> InstrumentSource:
    only(table, _SOURCE, at)
    return InstrumentSource(
        key=required(table, "key", str, at),
        publisher=required(table, "publisher", str, at),
        official=required(table, "official", bool, at),
        address=required(table, "address", str, at),
        retrieved=required(table, "retrieved", date, at),
        verified=required(table, "verified", bool, at),
        note=required(table, "note", str, at),
    )


def _text(table: Mapping[str, object], key: str, at: str) -> Text:
    _only_languages(table, key, at)
    return text_of(table, key, at)


def _only_languages(table: Mapping[str, object], key: str, at: str) -> None:
    words = table.get(key)
    if isinstance(words, dict) and (extra := set(words) - set(LANGUAGES)):
        raise CorpusError(f'"{key}" has words in {_quoted(extra)}', at=at, hint=f"languages are {_quoted(LANGUAGES)}")


def _quoted(words: Iterable[str]) -> str:
    return ", ".join(f'"{word}"' for word in sorted(words))
