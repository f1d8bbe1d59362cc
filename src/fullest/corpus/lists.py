"""Control lists: dated editions of groups and entries, each entry with the rule that identifies its members.

One TOML file holds one edition. An amendment is a new file that `extends` the one before it, never an edit of what was
in force. What is loaded here is data: the notation of the families is read and matched by `fullest.identification`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal, cast, get_args

from fullest.corpus.files import CorpusFiles, Table, TomlFile
from fullest.corpus.table import one_of, only, optional, required, span_of, text_of, words_of
from fullest.errors import CorpusError, NotFound
from fullest.terms.citation import Citation
from fullest.terms.span import Span
from fullest.terms.text import Text

Salts = Literal["included", "protonated", "alkylated-or-protonated", "undetermined", "excluded"]
Answer = Literal["listed", "not-listed", "undetermined"]

_CHEMICAL = {"name", "other_names", "french", "cas", "other_cas", "smiles", "kind", "salts", "tautomers", "note"}
_FAMILY = {"anchor", "branches", "rest", "never", "except", "salts", "partners", "reading", "check", "note"}
_ENTRY = {
    "id",
    "title",
    "cites",
    "in",
    "verified",
    "evidence",
    "note",
    "chemical",
    "family",
    "example",
    "exempt",
    "elements",
    "isotopes",
    "earlier",
    "earlier_certain",
}


@dataclass(frozen=True, slots=True)
class Source:
    """Where a file's facts come from.

    Attributes:
        publisher, official, address, retrieved: as on the source form; `retrieved` may be empty.
        verified: whether somebody compared the whole file with the official text.
        note: what a reader should know about it.
    """

    publisher: str
    official: bool
    address: str
    retrieved: str
    verified: bool
    note: str


@dataclass(frozen=True, slots=True)
class Group:
    """A named part of a list, as `cwc/schedule-2`."""

    id: str
    title: Text


@dataclass(frozen=True, slots=True)
class Reading:
    """How words that the list leaves open are read.

    Attributes:
        id: the name by which a rule refers to it, `?id` in the notation of families or `salts-<rule>`.
        default: what is answered where nobody chose otherwise.
        says: the reading in words.
        source: what it rests on.
    """

    id: str
    default: Answer
    says: Text
    source: str


@dataclass(frozen=True, slots=True)
class Chemical:
    """A chemical that a list names.

    Attributes:
        name: its name; `other_names` and `french` find it too.
        cas: CAS Registry Numbers, the first as the list gives it.
        smiles: its structure; more than one where catalogues draw it in more than one way. Empty for `named-only`.
        salts: whether its salts belong with it.
        tautomers: whether other tautomeric drawings are this chemical, or a matter for a person.
    """

    name: str
    other_names: tuple[str, ...]
    french: tuple[str, ...]
    cas: tuple[str, ...]
    smiles: tuple[str, ...]
    salts: Salts
    tautomers: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it is found by."""
        return (self.name, *self.other_names, *self.french)


@dataclass(frozen=True, slots=True)
class Check:
    """What a member of a family can in no case lack, stated apart from the family's own rule.

    Attributes:
        smarts: patterns, each of which a member contains; an over-approximation.
        elements: for each element but hydrogen, the least and the greatest count; other elements do not occur.
            Empty where the rest of the molecule is free.
    """

    smarts: tuple[str, ...]
    elements: Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Family:
    """A family of chemicals: an anchor atom and the branches it bears.

    Attributes:
        anchor: the element, with `+` for a quaternary one.
        branches: one text a branch, in the notation of `identification/chemical/notation.py`.
        rest: whether the anchor and other atoms may bear anything else.
        never: elements that may not be bonded to the anchor beyond the branches, where the rest is free.
        exceptions: groups or entries whose members are no members here.
        salts: whether salts belong to the family.
        partners: the other parts of the substance that the list names, as `Br`; empty where it names none.
        reading: the reading that decides for the whole family, or an empty string where its words are plain.
        check: what the second checker looks for.
    """

    anchor: str
    branches: tuple[str, ...]
    rest: Literal["forbidden", "free"]
    never: tuple[str, ...]
    exceptions: tuple[str, ...]
    salts: Salts
    partners: tuple[str, ...]
    reading: str
    check: Check


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a list.

    Attributes:
        id: `cwc/1.A.1`.
        title: what it covers, in our words.
        cites: the provision.
        groups: the groups it belongs to.
        verified: whether somebody compared it with the text of the list.
        evidence: what was read for it.
        note: what the rule cannot say, or an empty string.
        chemicals: the chemicals it names.
        families: the families it describes.
        examples: chemicals it gives as examples of its families: they are found by name and decided by the rule.
        exempt: chemicals it exempts.
        elements: any atom of one of these elements puts a substance in the entry.
        isotopes: any atom of one of these isotopes does, as `H2`.
        earlier: entries of the edition before that members of this one met until it was in force.
        earlier_certain: whether every member met them, or only some did.
        at: the file, for errors.
    """

    id: str
    title: Text
    cites: Citation
    groups: tuple[str, ...]
    verified: bool
    evidence: str
    note: str = ""
    chemicals: tuple[Chemical, ...] = ()
    families: tuple[Family, ...] = ()
    examples: tuple[Chemical, ...] = ()
    exempt: tuple[Chemical, ...] = ()
    elements: frozenset[str] = frozenset()
    isotopes: frozenset[str] = frozenset()
    earlier: tuple[str, ...] = ()
    earlier_certain: bool = False
    at: str = field(default="", compare=False)

    @property
    def list(self) -> str:
        """The list it stands in: what comes before the first stroke."""
        return self.id.partition("/")[0]

    def within(self, name: str) -> bool:
        """Whether a name, of this entry, of a group or of the list, covers the entry."""
        return name in (self.id, self.list) or name in self.groups


@dataclass(frozen=True, slots=True)
class Edition:
    """A list as it stood from one day to another.

    Attributes:
        kinds: the kinds of item that the list speaks of; an item of another kind is not in it. Empty for all.
    """

    list: str
    date: date
    title: Text
    span: Span
    source: Source
    groups: tuple[Group, ...]
    readings: tuple[Reading, ...]
    entries: tuple[Entry, ...]
    kinds: frozenset[str] = frozenset()

    def find(self, entry: str) -> Entry | None:
        """The entry with this identifier, or `None`."""
        return next((one for one in self.entries if one.id == entry), None)


class Lists:
    """The editions that the corpus holds, and the sentences in which an identification is told."""

    def __init__(self, editions: Iterable[Edition], sentences: Mapping[str, Text] | None = None) -> None:
        self.editions = tuple(sorted(editions, key=lambda one: (one.list, one.date)))
        self.sentences = sentences or {}
        self._names = frozenset(_all_names(self.editions))

    def on(self, day: date) -> tuple[Edition, ...]:
        """The editions in force on a day, one a list."""
        return tuple(one for one in self.editions if one.span.holds(day))

    def find_entry(self, entry: str, day: date | None = None) -> Entry | None:
        """The entry on that day, or as it stands in the latest edition that has it."""
        editions = self.editions if day is None else self.on(day)
        return next((held for one in reversed(editions) if (held := one.find(entry))), None)

    def get_entry(self, entry: str, day: date | None = None) -> Entry:
        """The same, and it must be there.

        Raises:
            NotFound: no edition, or none of that day, has it.
        """
        held = self.find_entry(entry, day)
        if held is None:
            raise NotFound(f'no list has the entry "{entry}"', hint="`fullest lists` shows them")
        return held

    def entries(self) -> tuple[Entry, ...]:
        """Every entry once, as the latest edition that has it states it."""
        return tuple({entry.id: entry for edition in self.editions for entry in edition.entries}.values())

    def has_group(self, reference: str) -> bool:
        """Whether a list, group or entry has this name in any edition."""
        return reference in self._names

    def group_title(self, reference: str) -> Text:
        """What a list, group or entry is called, as its latest edition says.

        Raises:
            NotFound: no edition has it.
        """
        for edition in reversed(self.editions):
            titles = {one.id: one.title for one in edition.groups} | {one.id: one.title for one in edition.entries}
            titles[edition.list] = edition.title
            if reference in titles:
                return titles[reference]
        raise NotFound(f'no list has "{reference}"', hint="`fullest lists` shows them")

    def concerns(self, reference: str, kind: str) -> bool:
        """Whether the list that a name belongs to speaks of items of a kind."""
        name = reference.partition("/")[0]
        return any(not one.kinds or kind in one.kinds for one in self.editions if one.list == name)

    def profiles(self, day: date) -> tuple[frozenset[str], ...]:
        """For each entry in force on a day the names that cover it: its own, its groups' and its list's."""
        entries = (entry for edition in self.on(day) for entry in edition.entries)
        return tuple(dict.fromkeys(frozenset({entry.id, entry.list, *entry.groups}) for entry in entries))


def load_lists(corpus: CorpusFiles | None = None) -> Lists:
    """Load every edition in the folder `lists` of the corpus.

    Raises:
        CorpusError: a file cannot be read, or says something that is not so.
    """
    opened = corpus or CorpusFiles()
    return read_lists(opened.tomls("lists"), opened.toml("vocabulary/identification.toml"))


def read_lists(documents: Iterable[TomlFile], sentences: TomlFile | None = None) -> Lists:
    """Lists from files already read."""
    bare = {file.name.rpartition("/")[2].removesuffix(".toml"): _edition(file) for file in documents}
    words = {key: text_of(sentences.data, key, sentences.name) for key in sentences.data} if sentences else {}
    return Lists((_extended(name, bare) for name in bare), words)


def _all_names(editions: Iterable[Edition]) -> Iterator[str]:
    for edition in editions:
        yield edition.list
        yield from (group.id for group in edition.groups)
        yield from (entry.id for entry in edition.entries)


def _extended(name: str, bare: Mapping[str, tuple[Edition, str]]) -> Edition:
    edition, base = bare[name]
    if not base:
        _check_earlier(edition, frozenset())
        return edition
    if base not in bare or base == name:
        raise CorpusError(f'extends "{base}", which is not there', at=f"{name}.toml")
    before = _extended(base, bare)
    if known := {entry.id for entry in before.entries} & {entry.id for entry in edition.entries}:
        raise CorpusError(f"states again what {base} states: {', '.join(sorted(known))}", at=f"{name}.toml")
    _check_earlier(edition, frozenset(entry.id for entry in before.entries))
    return replace(
        edition,
        groups=before.groups + edition.groups,
        readings=before.readings + edition.readings,
        entries=before.entries + edition.entries,
    )


def _check_earlier(edition: Edition, before: frozenset[str]) -> None:
    for entry in edition.entries:
        if missing := set(entry.earlier) - before:
            raise CorpusError(
                f'"earlier" of {entry.id} speaks of {", ".join(sorted(missing))}, which no edition before has',
                at=entry.at,
                hint="entries of the edition that this one extends",
            )


def _edition(file: TomlFile) -> tuple[Edition, str]:
    at = file.name
    form = required(file.data, "list", dict, at)
    edition = Edition(
        list=required(form, "id", str, at),
        date=required(form, "edition", date, at),
        title=text_of(form, "title", at),
        span=span_of(form, at),
        source=_source(required(file.data, "source", dict, at), at),
        groups=tuple(
            Group(required(one, "id", str, at), text_of(one, "title", at)) for one, at in file.tables("group")
        ),
        readings=tuple(_reading(one, at) for one, at in file.tables("reading")),
        entries=tuple(_entry(one, at) for one, at in file.tables("entry")),
        kinds=frozenset(words_of(form, "kinds", at)),
    )
    return edition, optional(form, "extends", "", at)


def _source(row: Table, at: str) -> Source:
    return Source(
        publisher=required(row, "publisher", str, at),
        official=required(row, "official", bool, at),
        address=required(row, "address", str, at),
        retrieved=str(row.get("retrieved", "")),
        verified=required(row, "verified", bool, at),
        note=optional(row, "note", "", at),
    )


def _reading(row: Table, at: str) -> Reading:
    default = cast(Answer, one_of(row, "default", get_args(Answer), at))
    return Reading(required(row, "id", str, at), default, text_of(row, "says", at), required(row, "source", str, at))


def _entry(row: Table, at: str) -> Entry:
    only(row, _ENTRY, at)
    if "earlier_certain" in row and "earlier" not in row:
        raise CorpusError('"earlier_certain" without "earlier"', at=at, hint='`earlier = ["…"]`, or leave both out')
    return Entry(
        id=required(row, "id", str, at),
        title=text_of(row, "title", at),
        cites=Citation.read(required(row, "cites", str, at), at=at),
        groups=words_of(row, "in", at),
        verified=required(row, "verified", bool, at),
        evidence=required(row, "evidence", str, at),
        note=optional(row, "note", "", at),
        chemicals=tuple(_chemical(one, at) for one in _inner(row, "chemical", at)),
        families=tuple(_family(one, at) for one in _inner(row, "family", at)),
        examples=tuple(_chemical(one, at) for one in _inner(row, "example", at)),
        exempt=tuple(_chemical(one, at) for one in _inner(row, "exempt", at)),
        elements=frozenset(words_of(row, "elements", at)),
        isotopes=frozenset(words_of(row, "isotopes", at)),
        earlier=words_of(row, "earlier", at),
        earlier_certain=required(row, "earlier_certain", bool, at) if "earlier" in row else False,
        at=at,
    )


def _chemical(row: Table, at: str) -> Chemical:
    only(row, _CHEMICAL, at)
    name = required(row, "name", str, at)
    smiles = words_of(row, "smiles", at)
    if bool(smiles) == (row.get("kind") == "named-only"):
        raise CorpusError(
            f'"{name}" must have a structure or be named only', at=at, hint='`smiles`, or `kind = "named-only"`'
        )
    return Chemical(
        name=name,
        other_names=words_of(row, "other_names", at),
        french=words_of(row, "french", at),
        cas=(*words_of(row, "cas", at), *words_of(row, "other_cas", at)),
        smiles=smiles,
        salts=_salts(row, at),
        tautomers=row.get("tautomers") == "included",
    )


def _family(row: Table, at: str) -> Family:
    only(row, _FAMILY, at)
    return Family(
        anchor=required(row, "anchor", str, at),
        branches=words_of(row, "branches", at),
        rest=cast(Literal["forbidden", "free"], one_of(row, "rest", ("forbidden", "free"), at)),
        never=words_of(row, "never", at),
        exceptions=words_of(row, "except", at),
        salts=_salts(row, at),
        partners=words_of(row, "partners", at),
        reading=optional(row, "reading", "", at),
        check=_check(required(row, "check", dict, at), at),
    )


def _check(row: Table, at: str) -> Check:
    bounds, spans = {}, cast("dict[str, object]", row.get("elements", {}))
    for element, span in spans.items():
        if not (isinstance(span, list) and len(span) == 2 and all(type(one) is int for one in span)):
            raise CorpusError(f'the bounds of "{element}" are not two whole numbers', at=at, hint="`C = [2, 13]`")
        bounds[element] = (span[0], span[1])
    return Check(words_of(row, "smarts", at), bounds)


def _salts(row: Table, at: str) -> Salts:
    return cast(Salts, one_of(row, "salts", get_args(Salts), at)) if "salts" in row else "undetermined"


def _inner(row: Table, key: str, at: str) -> list[Table]:
    listed = cast("list[object]", row.get(key, []))
    if not all(isinstance(one, dict) for one in listed):
        raise CorpusError(f'"{key}" must be tables', at=at, hint=f"write them as [[entry.{key}]]")
    return cast("list[Table]", listed)
