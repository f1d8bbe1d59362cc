"""The data of the families, each bound and each listed group changed by one: the cases must tell every change."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product

import pytest

from fullest.corpus.lists import Edition, Entry, Family
from fullest.identification.chemical.checker import Checker
from fullest.identification.chemical.decide import EditionRules
from fullest.identification.chemical.notation import Choice, Core, Node, read_branch, spelled_out

Verdict = Callable[[EditionRules, str, str], bool | None]
Cases = dict[str, list[tuple[str, bool | None]]]

ENTRIES = (
    "1.A.1", "1.A.2", "1.A.3", "1.A.13", "1.A.14", "1.A.16", "1.B.9", "1.B.10",
    "2.B.4", "2.B.5", "2.B.6", "2.B.10", "2.B.11", "2.B.12",
)  # fmt: skip
EQUIVALENT = {
    "1.A.13": {"family 0: checker: C (3, 40)"},
    "1.A.14": {"family 0: checker: C (3, 40)"},
    "2.B.11": {
        "family 0: -<alkyl me et npr ipr>: without me",
        "family 0: -<alkyl me et npr ipr>: without et",
        "family 0: checker: C (5, 8)",
    },
}
"""Changes without effect: what the entry exempts by name, and what is open for another reason and so never checked."""
MIDDLE = re.compile(r"<([^<>]*)>")


@pytest.mark.parametrize("entry", ENTRIES)
def test_every_change_of_an_entrys_data_changes_some_verdict(
    entry: str, schedules: Edition, cases: Cases, read_verdict: Verdict
) -> None:
    """A bound one more or one less, a group, a branch, an exception, an exemption or a word on salts gone."""
    held = schedules.find(f"cwc/{entry}")
    assert held is not None
    survivors = [
        what
        for what, mutant in mutants(held)
        if what not in EQUIVALENT.get(entry, ()) and not told_apart(schedules, mutant, cases[held.id], read_verdict)
    ]
    assert not survivors


@pytest.mark.parametrize("entry", ENTRIES)
def test_the_checkers_bounds_follow_from_the_rule(entry: str, schedules: Edition) -> None:
    """What is stated twice is stated alike: for closed families the least and greatest count of each element."""
    held = schedules.find(f"cwc/{entry}")
    assert held is not None
    for family in held.families:
        if family.rest == "forbidden":
            assert dict(family.check.elements) == bounds(family)


def told_apart(edition: Edition, mutant: Entry, cases: list[tuple[str, bool | None]], read_verdict: Verdict) -> bool:
    """Whether some case is decided otherwise under the changed entry."""
    excepted = any(family.exceptions for family in mutant.families)
    others = tuple(one for one in edition.entries if excepted and one.within("cwc/schedule-1"))
    rules = EditionRules(replace(edition, entries=(*others, mutant)), {}, Checker())
    return any(read_verdict(rules, structure, mutant.id) is not expected for structure, expected in cases)


def mutants(entry: Entry) -> Iterator[tuple[str, Entry]]:
    """The entry with one thing changed."""
    for place, family in enumerate(entry.families):
        for what, changed in changed_families(family):
            families = (*entry.families[:place], changed, *entry.families[place + 1 :])
            yield f"family {place}: {what}", replace(entry, families=families)
        yield f"family {place} gone", replace(entry, families=(*entry.families[:place], *entry.families[place + 1 :]))
    for place, exempt in enumerate(entry.exempt):
        left = (*entry.exempt[:place], *entry.exempt[place + 1 :])
        yield f"{exempt.name} not exempt", replace(entry, exempt=left)


def changed_families(family: Family) -> Iterator[tuple[str, Family]]:
    for place, branch in enumerate(family.branches):
        for what, text in changed_branches(branch):
            branches = (*family.branches[:place], text, *family.branches[place + 1 :])
            yield f"{branch}: {what}", replace(family, branches=branches)
        if len(family.branches) > 1:
            yield f"{branch} gone", replace(family, branches=(*family.branches[:place], *family.branches[place + 1 :]))
    if family.salts in ("protonated", "alkylated-or-protonated", "included"):
        yield "salts open", replace(family, salts="undetermined")
    if family.salts == "protonated":
        yield "salts alkylated too", replace(family, salts="alkylated-or-protonated")
    if family.salts == "alkylated-or-protonated":
        yield "salts protonated only", replace(family, salts="protonated")
    if family.exceptions:
        yield "nothing excepted", replace(family, exceptions=())
    if family.never:
        yield "anything beyond", replace(family, never=())
    if family.partners:
        yield "any counter-ion", replace(family, partners=())
    if family.reading:
        yield "no reading", replace(family, reading="")
    if family.rest == "forbidden" and family.check.elements:
        yield from narrowed(family)


def changed_branches(branch: str) -> Iterator[tuple[str, str]]:
    """A branch with one bound, one word or one choice changed."""
    for found in re.finditer(r"(?<=to )\d+|(?<=alkyl )\d+|(?<=polycyclic )\d+|(?<=\{)\d+|(?<=\.\.)\d+", branch):
        for step in (-1, 1):
            number = int(found[0]) + step
            if number >= 0:
                yield (
                    f"{found[0]} at {found.start()} is {number}",
                    branch[: found.start()] + str(number) + branch[found.end() :],
                )
    for slot in MIDDLE.finditer(branch):
        for what, inner in changed_slots(slot[1]):
            yield what, f"{branch[: slot.start()]}<{inner}>{branch[slot.end() :]}"


def changed_slots(slot: str) -> Iterator[tuple[str, str]]:
    choices = [choice.strip() for choice in slot.split("|")]
    for place, choice in enumerate(choices):
        if len(choices) > 1:
            yield f"without {choice}", " | ".join([*choices[:place], *choices[place + 1 :]])
        plain, _, reading = choice.partition(" ?")
        if reading:
            yield f"{choice} plain", " | ".join([*choices[:place], plain, *choices[place + 1 :]])
        words = plain.split()
        for at, word in enumerate(words):
            if at and word in ("me", "et", "npr", "ipr", "F", "Cl", "Br", "I", "hydroxyl", "cyano", "acetoxy"):
                left = " ".join([*words[:at], *words[at + 1 :]]) + (f" ?{reading}" if reading else "")
                yield f"without {word}", " | ".join([*choices[:place], left, *choices[place + 1 :]])


def narrowed(family: Family) -> Iterator[tuple[str, Family]]:
    """The checker's bounds drawn in by one: members at the edge are then no longer certain."""
    for element, (least, most) in family.check.elements.items():
        for span in ((least + 1, most), (least, most - 1)):
            check = replace(family.check, elements={**family.check.elements, element: span})
            yield f"checker: {element} {span}", replace(family, check=check)


def bounds(family: Family) -> dict[str, tuple[int, int]]:
    """The least and greatest count of each element in a closed family, worked out from its branches."""
    spans = [
        combined([node_span(node) for node in nodes], Counter({family.anchor.removesuffix("+"): 1}))
        for nodes in product(*(tuple(spelled_out(read_branch(text))) for text in family.branches))
    ]
    return merged(spans)


Spans = dict[str, tuple[int, int]]


def node_span(node: Node) -> Spans:
    if isinstance(node, Core):
        return combined([node_span(child) for child in node.children], Counter({node.element: 1}))
    return merged([choice_span(choice) for choice in node.choices])


def choice_span(choice: Choice) -> Spans:
    named = {"me": 1, "et": 2, "npr": 3, "ipr": 3}
    if choice.kind == "H":
        return {}
    if choice.kind == "halogen":
        return merged([{word: (1, 1)} for word in choice.words])
    if choice.kind == "group":
        return {"C": (8, 8), "N": (2, 2), "O": (2, 2)}
    if choice.kind == "bearing":
        return {"C": (1, choice.most + 2), "N": (0, 1), "O": (0, 2)}
    if choice.words:
        sizes = [named[word] for word in choice.words]
        return {"C": (min(sizes), max(sizes))}
    return {"C": (choice.least, choice.most)}


def combined(parts: list[Spans], own: Counter[str]) -> Spans:
    names = set(own).union(*parts)
    return {
        name: (
            own[name] + sum(part.get(name, (0, 0))[0] for part in parts),
            own[name] + sum(part.get(name, (0, 0))[1] for part in parts),
        )
        for name in names
    }


def merged(spans: list[Spans]) -> Spans:
    names = set().union(*spans)
    return {
        name: (min(span.get(name, (0, 0))[0] for span in spans), max(span.get(name, (0, 0))[1] for span in spans))
        for name in names
    }
