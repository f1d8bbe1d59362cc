"""A structure held against an edition of a list: which entries it meets, how, and under which readings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from fullest.corpus.lists import Answer, Chemical, Edition, Entry, Family, Salts
from fullest.errors import CorpusError
from fullest.identification.chemical.checker import Checker
from fullest.identification.chemical.drawings import Fragment, fragments, hydroxy_form
from fullest.identification.chemical.families import Held, Match, Rule, truth_of
from fullest.identification.chemical.forms import Form, FormName, decided, forms, is_water
from fullest.identification.chemical.graph import Graph
from fullest.identification.chemical.sameness import same, same_skeleton
from fullest.identification.chemical.structure import Structure, UnreadableStructure, read_structure

Kind = Literal["named", "family", "elements"]
EXCEPTION, CHECKER = "reading.exception", "reading.checker"
Formula = frozenset[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Finding:
    """That a structure meets an entry.

    Attributes:
        entry: the entry.
        kind: whether it is named there, belongs to a family, or contains an element.
        readings: open readings it rests on; none where it is certain.
        form: the form in which the chemical is present.
        name: the named chemical, where it is one.
        core: the atoms of the part that all members share.
        slots: what the slots of a family hold.
    """

    entry: Entry
    kind: Kind
    readings: tuple[str, ...] = ()
    form: FormName = "free"
    name: str = ""
    core: tuple[int, ...] = ()
    slots: tuple[Held, ...] = ()

    @property
    def certain(self) -> bool:
        """Whether it rests on no open reading."""
        return not self.readings


@dataclass(frozen=True, slots=True)
class Exclusion:
    """That an entry would cover a structure, but for an exemption by name or a reading that leaves it out."""

    entry: Entry
    name: str = ""
    reading: str = ""


@dataclass(slots=True)
class Verdict:
    """What was found for one structure in one edition."""

    findings: list[Finding] = field(default_factory=list)
    exclusions: list[Exclusion] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Named:
    """A chemical of an entry with one of its structures, in the one drawing."""

    entry: Entry
    chemical: Chemical
    parts: tuple[Graph, ...]


@dataclass(frozen=True, slots=True)
class _Present:
    """A form of a part, with the other parts and with what was found for the part so far."""

    form: Form
    others: tuple[Fragment, ...]
    found: list[Finding]


class EditionRules:
    """An edition with its rules compiled; caches live here and go with it."""

    def __init__(self, edition: Edition, readings: Mapping[str, Answer], checker: Checker) -> None:
        self.edition = edition
        self.readings = {one.id: one.default for one in edition.readings} | dict(readings)
        self._checker = checker
        rules = [(entry, Rule(family, entry)) for entry in edition.entries for family in entry.families]
        self._plain = [one for one in rules if not one[1].family.exceptions]
        self._excepting = [one for one in rules if one[1].family.exceptions]
        self._named: dict[Formula, list[Named]] = {}
        self._wholes: list[Named] = []
        for entry in edition.entries:
            for chemical in entry.chemicals:
                self._hold(entry, chemical)
        self._exempt = {entry.id: [_named(entry, one) for one in entry.exempt] for entry in edition.entries}

    def decide(self, structure: Structure) -> Verdict:
        """Every entry that the structure, or a part of it, meets or may meet."""
        verdict = Verdict()
        parts = fragments(structure.graph)
        verdict.findings.extend(self._whole(parts))
        for part in parts:
            others = tuple(one for one in parts if one is not part)
            self._part(part, others, verdict)
        verdict.findings.extend(self._elements(structure))
        verdict.findings = _best(verdict.findings)
        return verdict

    def _hold(self, entry: Entry, chemical: Chemical) -> None:
        for smiles in chemical.smiles:
            named = Named(entry, chemical, _drawn(smiles, entry))
            if len(named.parts) == 1:
                self._named.setdefault(_formula(named.parts[0]), []).append(named)
            else:
                self._wholes.append(named)

    def _part(self, part: Fragment, others: tuple[Fragment, ...], verdict: Verdict) -> None:
        """Names and families first, then the families that except what was found so far."""
        found: list[Finding] = []
        every = [_Present(form, others, found) for form in forms(part, others)]
        for present in every:
            for finding in (*self._by_name(present.form), *self._by_family(present, self._plain, verdict)):
                found.extend(self._read_salts(finding, present.form, verdict))
        for finding in list(self._by_family(every[0], self._excepting, verdict)):
            found.extend(self._read_salts(finding, every[0].form, verdict))
        verdict.findings.extend(found)

    def _by_name(self, form: Form) -> Iterator[Finding]:
        for named in self._named.get(_formula(form.graph), ()):
            drawn_so = same(form.graph, named.parts[0])
            if drawn_so or same_skeleton(form.graph, named.parts[0]):
                finding = Finding(named.entry, "named", (), form.name, named.chemical.name, form.origin)
                settled = drawn_so or named.chemical.tautomers
                confirmed = self._confirmed(finding, named.chemical, form.graph)
                yield from self._under(confirmed, () if settled else ("other-tautomer",))

    def _by_family(self, present: _Present, rules: Iterable[tuple[Entry, Rule]], verdict: Verdict) -> Iterator[Finding]:
        form = present.form
        drawings = [form.graph, *([other] if (other := hydroxy_form(form.graph)) else [])]
        elements = form.graph.elements()
        for entry, rule in rules:
            if rule.may_hold(elements) and decided(rule.family.salts, form.name) != "not-listed":
                match = _better_of([rule.match(graph, self.readings) for graph in drawings])
                if match is not None and not self._exempted(entry, form, verdict):
                    yield from self._member(entry, rule.family, match, present)

    def _member(self, entry: Entry, family: Family, match: Match, present: _Present) -> Iterator[Finding]:
        form = present.form
        excepted = [one.certain for one in present.found if any(one.entry.within(name) for name in family.exceptions)]
        if any(excepted):
            return
        readings = (*sorted(match.readings), *([EXCEPTION] if excepted else []))
        finding = Finding(entry, "family", readings, form.name, "", *_placed(match, form))
        if finding.certain and not self._checker.agrees(entry, family.check, form.graph):
            finding = replace(finding, readings=(CHECKER,))
        yield from self._under(finding, () if _has_partners(family, present.others) else ("counter-ions",))

    def _confirmed(self, finding: Finding, chemical: Chemical, graph: Graph) -> Finding:
        agrees = self._checker.is_named(finding.entry, chemical, graph)
        return finding if agrees else replace(finding, readings=(CHECKER,))

    def _under(self, finding: Finding, readings: tuple[str, ...]) -> Iterator[Finding]:
        """The finding under further readings, where they do not rule it out."""
        answers = {reading: truth_of(reading, self.readings) for reading in readings}
        if False not in answers.values():
            still = tuple(reading for reading, truth in answers.items() if truth is None)
            yield replace(finding, readings=finding.readings + still)

    def _read_salts(self, finding: Finding, form: Form, verdict: Verdict) -> Iterator[Finding]:
        """The finding as the entry's words on salts have it."""
        answer = decided(_salts_of(finding), form.name)
        if answer in ("listed", "not-listed"):
            yield from [finding] if answer == "listed" else []
            return
        left = list(self._under(finding, (answer,)))
        if not left:
            verdict.exclusions.append(Exclusion(finding.entry, reading=answer))
        yield from left

    def _exempted(self, entry: Entry, form: Form, verdict: Verdict) -> bool:
        for named in self._exempt[entry.id]:
            covered = decided(named.chemical.salts, form.name) != "not-listed"
            if covered and same(form.graph, named.parts[0]):
                verdict.exclusions.append(Exclusion(entry, name=named.chemical.name))
                return True
        return False

    def _whole(self, parts: tuple[Fragment, ...]) -> Iterator[Finding]:
        """Chemicals that are drawn in several parts, as some salts are: all parts, and water beside them."""
        for named in self._wholes:
            left = [part for part in parts if not is_water(part.graph)]
            if len(left) == len(named.parts) and _paired([part.graph for part in left], list(named.parts)):
                places = tuple(sorted(place for part in left for place in part.origin))
                yield Finding(named.entry, "named", (), "free", named.chemical.name, places)

    def _elements(self, structure: Structure) -> Iterator[Finding]:
        for entry in self.edition.entries:
            if entry.elements or entry.isotopes:
                places = tuple(
                    place for place, atom in enumerate(structure.graph.atoms) if atom.element in entry.elements
                )  # fmt: skip
                present = {structure.graph.atoms[place].element for place in places} | (
                    entry.isotopes & structure.isotopes
                )
                if present:
                    yield Finding(entry, "elements", (), "free", ", ".join(sorted(present)), places)


def _drawn(smiles: str, entry: Entry) -> tuple[Graph, ...]:
    try:
        return tuple(part.graph for part in fragments(read_structure(smiles).graph))
    except UnreadableStructure as error:
        raise CorpusError(f'cannot read the structure "{smiles}"', at=entry.at, hint="SMILES") from error


def _named(entry: Entry, chemical: Chemical) -> Named:
    return Named(entry, chemical, _drawn(chemical.smiles[0], entry))


def _formula(graph: Graph) -> Formula:
    return frozenset(graph.elements().items())


def _salts_of(finding: Finding) -> Salts:
    chemicals = [one for one in finding.entry.chemicals if one.name == finding.name]
    return chemicals[0].salts if chemicals else finding.entry.families[0].salts


def _has_partners(family: Family, others: tuple[Fragment, ...]) -> bool:
    """Whether the other parts of the substance are those that the list names, if it names any."""
    beside = Counter(_only_element(other.graph) for other in others if not is_water(other.graph))
    return not family.partners or beside == Counter(family.partners)


def _only_element(graph: Graph) -> str:
    return graph.atoms[0].element if len(graph.atoms) == 1 else ""


def _placed(match: Match, form: Form) -> tuple[tuple[int, ...], tuple[Held, ...]]:
    """The match with its atoms counted as they were given."""
    core = tuple(sorted(form.origin[place] for place in match.core))
    held = (replace(one, places=tuple(form.origin[place] for place in one.places)) for one in match.slots)
    return core, tuple(held)


def _better_of(matches: list[Match | None]) -> Match | None:
    found = [match for match in matches if match is not None]
    return min(found, key=lambda match: len(match.readings), default=None)


def _paired(left: list[Graph], right: list[Graph]) -> bool:
    for graph in left:
        partner = next((one for one in right if same(graph, one)), None)
        if partner is None:
            return False
        right.remove(partner)
    return True


def _best(findings: list[Finding]) -> list[Finding]:
    """One finding an entry, the most certain; certain entries first, then in the order of the list."""
    best: dict[str, Finding] = {}
    for finding in findings:
        held = best.get(finding.entry.id)
        if held is None or len(finding.readings) < len(held.readings):
            best[finding.entry.id] = finding
    return sorted(best.values(), key=lambda one: not one.certain)
