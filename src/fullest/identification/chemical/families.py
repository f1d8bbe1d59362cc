"""Families of chemicals: an anchor atom, and each of its branches assigned to a slot.

A molecule is a member if, from some anchor atom, every branch finds its own slot and, where the rest is forbidden,
nothing is left over. Rings through the fixed part fail, because a branch must hang on one bond. The answer is certain,
or left to a person where only an open reading of the words would let the molecule in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from itertools import permutations, product
from operator import and_, or_

from fullest.corpus.lists import Answer, Entry, Family
from fullest.errors import CorpusError
from fullest.identification.chemical import predicates
from fullest.identification.chemical.graph import HALOGENS, Graph
from fullest.identification.chemical.notation import Choice, Core, Node, Slot, read_branch, spelled_out
from fullest.identification.chemical.predicates import Branch, Size
from fullest.identification.chemical.structure import UnreadableStructure, read_group

Readings = Mapping[str, Answer]
_TRUTH: Mapping[Answer, bool | None] = {"listed": True, "not-listed": False, "undetermined": None}


@dataclass(frozen=True, slots=True)
class Held:
    """A slot and the atoms that it was found to hold.

    Attributes:
        kinds: the kinds of groups that the slot is for.
        most: the greatest number of carbons of those, or 0.
        on: the element that bears the slot.
        places: the atoms.
    """

    kinds: tuple[str, ...]
    most: int
    on: str
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """How a molecule meets a family.

    Attributes:
        readings: the open readings that it rests on; none where the words are plain.
        core: the atoms of the fixed part.
        slots: what each slot holds.
    """

    readings: frozenset[str] = frozenset()
    core: frozenset[int] = frozenset()
    slots: tuple[Held, ...] = ()

    @property
    def certain(self) -> bool:
        """Whether it rests on no open reading."""
        return not self.readings

    @property
    def places(self) -> list[int]:
        """Every atom it accounts for; one twice means that a ring closes through it."""
        return [*self.core, *(place for held in self.slots for place in held.places)]

    def joined(self, other: Match) -> Match:
        """Both parts together."""
        return Match(self.readings | other.readings, self.core | other.core, self.slots + other.slots)


class Rule:
    """A family's rule, compiled."""

    def __init__(self, family: Family, entry: Entry) -> None:
        self.family = family
        self.element = family.anchor.removesuffix("+")
        branches = [tuple(spelled_out(read_branch(text, at=entry.at))) for text in family.branches]
        anchor = Core(0, self.element, int(family.anchor.endswith("+")), 0)
        self.anchors = [Core(0, anchor.element, anchor.charge, 0, children) for children in product(*branches)]
        counts = [_elements(one) for one in self.anchors]
        self._least = reduce(and_, counts)
        self._most = reduce(or_, counts)
        self._groups = {choice.structure: _group(choice, entry) for choice in self.choices() if choice.structure}
        self._in_slots = _slot_elements(self.choices(), self._groups)

    def choices(self) -> Iterator[Choice]:
        """Every choice of every slot of the rule."""
        for anchor in self.anchors:
            yield from _choices(anchor)

    def may_hold(self, elements: Counter[str]) -> bool:
        """Whether a compound of these elements can be a member at all: asked first, because it is quick."""
        if not self._least <= elements:
            return False
        return self.family.rest == "free" or all(
            count <= self._most[name] or name in self._in_slots for name, count in elements.items()
        )

    def match(self, graph: Graph, readings: Readings) -> Match | None:
        """How a molecule meets the rule, in the most certain way, or `None`."""
        best = None
        matching = _Matching(graph, readings, self._groups)
        for place, atom in enumerate(graph.atoms):
            if atom.element == self.element:
                for anchor in self.anchors:
                    found = matching.anchored(anchor, place, self.family)
                    best = _better(best, found and self._read(found, readings))
        return best

    def _read(self, match: Match, readings: Readings) -> Match | None:
        """The match as the reading of the whole family has it."""
        if not self.family.reading:
            return match
        truth = truth_of(self.family.reading, readings)
        return match.joined(Match(frozenset({self.family.reading}))) if truth is None else match if truth else None


class _Matching:
    """One molecule held against one rule."""

    def __init__(self, graph: Graph, readings: Readings, groups: Mapping[str, Graph]) -> None:
        self.graph, self.readings, self.groups = graph, readings, groups
        self._tried: dict[tuple[int, int, int], Match | None] = {}

    def anchored(self, anchor: Core, place: int, family: Family) -> Match | None:
        if family.rest == "free":
            return self._free(anchor, place, family.never)
        found = self._core(anchor, place, None)
        if found is None:
            return None
        places = found.places
        return found if len(places) == len(set(places)) == len(self.graph.atoms) else None

    def _free(self, anchor: Core, place: int, never: tuple[str, ...]) -> Match | None:
        """The anchor bears the branches, and beyond them none of the elements that it never bears."""
        near = self.graph.neighbours[place]
        if anchor.charge and self.graph.atoms[place].charge != anchor.charge:
            return None
        best = None
        for chosen in permutations(near, len(anchor.children)):
            beyond = [self.graph.atoms[one[0]].element for one in near if one not in chosen]
            if not any(element in never for element in beyond):
                found = self._assigned(zip(anchor.children, chosen, strict=True), place)
                best = _better(best, found and found.joined(Match(core=frozenset({place}))))
        return best

    def _core(self, core: Core, place: int, before: int | None) -> Match | None:
        """Whether an atom is that of the fixed part, and everything it bears has its slot."""
        atom = self.graph.atoms[place]
        if (atom.element, atom.charge) != (core.element, core.charge):
            return None
        near = [(other, order) for other, order in self.graph.neighbours[place] if other != before]
        spare = len(core.children) - len(near)
        if spare < 0 or atom.hydrogens != core.hydrogens + spare:
            return None
        best = None
        for children in permutations(core.children, len(near)):
            left = [child for child in core.children if not any(child is one for one in children)]
            if all(isinstance(child, Slot) and child.may_be_hydrogen for child in left):
                found = self._assigned(zip(children, near, strict=True), place)
                best = _better(best, found and found.joined(Match(core=frozenset({place}))))
        return best

    def _assigned(self, pairs: Iterator[tuple[Node, tuple[int, int]]] | zip[tuple[Node, tuple[int, int]]],
                  place: int) -> Match | None:  # fmt: skip
        whole = Match()
        for node, (other, order) in pairs:
            found = self._node(node, other, order, place) if node.order == order else None
            if found is None:
                return None
            whole = whole.joined(found)
        return whole

    def _node(self, node: Node, place: int, order: int, before: int) -> Match | None:
        """One branch, tried once however the others are assigned; `node` lives as long as the rule."""
        key = id(node), place, before
        if key not in self._tried:
            self._tried[key] = self._tried_first(node, place, order, before)
        return self._tried[key]

    def _tried_first(self, node: Node, place: int, order: int, before: int) -> Match | None:
        if isinstance(node, Core):
            return self._core(node, place, before)
        places = self.graph.reached(place, before)
        if any(other != place and before in dict(self.graph.neighbours[other]) for other in places):
            return None
        return self._slot(node, Branch(self.graph, places, place, order), before)

    def _slot(self, slot: Slot, branch: Branch, before: int) -> Match | None:
        best = None
        for choice in slot.choices:
            truth = truth_of(choice.reading, self.readings) if self._holds(choice, branch) else False
            if truth is not False:
                readings = frozenset() if truth else frozenset({choice.reading})
                best = _better(best, Match(readings, frozenset(), (self._held(slot, branch, before),)))
        return best

    def _held(self, slot: Slot, branch: Branch, before: int) -> Held:
        plain = [choice for choice in slot.choices if not choice.reading]
        kinds = tuple(dict.fromkeys(word for choice in plain for word in (choice.kind, *sorted(choice.words))))
        most = max((choice.most for choice in slot.choices), default=0)
        return Held(kinds, most, self.graph.atoms[before].element, tuple(sorted(branch.places)))

    def _holds(self, choice: Choice, branch: Branch) -> bool:
        if choice.kind == "group":
            return predicates.is_group(branch, self.groups[choice.structure])
        return _PREDICATES[choice.kind](choice, branch)


def truth_of(reading: str, readings: Readings) -> bool | None:
    """What a reading answers; true where there is none to ask."""
    return _TRUTH[readings.get(reading, "undetermined")] if reading else True


def _better(best: Match | None, found: Match | None) -> Match | None:
    """The more certain of two."""
    if best is None or found is None:
        return best or found
    return found if len(found.readings) < len(best.readings) else best


def _choices(node: Node) -> Iterator[Choice]:
    if isinstance(node, Slot):
        yield from node.choices
    else:
        for child in node.children:
            yield from _choices(child)


def _elements(node: Node) -> Counter[str]:
    """How many atoms of each element the fixed part has."""
    if isinstance(node, Slot):
        return Counter()
    return sum((_elements(child) for child in node.children), Counter({node.element: 1}))


def _slot_elements(choices: Iterable[Choice], groups: Mapping[str, Graph]) -> frozenset[str]:
    """The elements that slots may hold, in whatever number."""
    found = {"C"}
    for choice in choices:
        found |= HALOGENS if choice.kind in ("halogen", "haloalkyl") else set()
        found |= {"O", "N"} if choice.kind == "bearing" else set()
        found |= groups[choice.structure].elements().keys() if choice.structure else set()
    return frozenset(found)


def _group(choice: Choice, entry: Entry) -> Graph:
    try:
        return read_group(choice.structure)
    except UnreadableStructure as error:
        raise CorpusError(f'cannot read the group "{choice.structure}"', at=entry.at, hint="SMILES") from error


def _alkyl(choice: Choice, branch: Branch) -> bool:
    if choice.words:
        return predicates.is_named_alkyl(branch, choice.words)
    return predicates.is_alkyl(branch, _size(choice))


def _bearing(choice: Choice, branch: Branch) -> bool:
    return predicates.is_bearing(branch, _size(choice), choice.words, choice.straight_to)


def _size(choice: Choice) -> Size:
    return Size(choice.least, choice.most)


_PREDICATES: Mapping[str, Callable[[Choice, Branch], bool]] = {
    "H": lambda _, __: False,
    "alkyl": _alkyl,
    "cycloalkyl": lambda choice, branch: predicates.is_cycloalkyl(branch, _size(choice)),
    "polycyclic": lambda choice, branch: predicates.is_polycyclic(branch, _size(choice)),
    "haloalkyl": lambda choice, branch: predicates.is_halogenated_alkyl(branch, choice.words),
    "halogen": lambda choice, branch: predicates.is_halogen(branch, choice.words),
    "bearing": _bearing,
}
