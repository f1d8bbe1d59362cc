"""The rules: their own examples, mutations of their limits, and what keeps a corpus from opening."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from fullest.corpus.corpus import Corpus, open_corpus
from fullest.corpus.rules import Example, Rule
from fullest.determination.request import RequestReader
from fullest.errors import CorpusError
from fullest.language.decide import compiled
from fullest.language.kleene import Truth, both, negate
from fullest.language.tree import Among, And, Bound, Compare, Holds, Listed, Not, Operator, Or, Role, Tree, atoms
from fullest.terms.amount import Amount
from fullest.terms.transfer import FactValue

CORPUS = open_corpus()
READER = RequestReader(CORPUS, lambda name: False)
RULES = {rule.id: rule for rule in CORPUS.rules}
FAR = date(2100, 1, 1)
OPPOSITE: dict[Operator, Operator] = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "=="}


@dataclass(frozen=True)
class ExampleCase:
    """What a rule's example says is the case; what it does not say is unknown."""

    example: Example
    facts: Mapping[str, FactValue]

    def fact(self, name: str) -> FactValue:
        return self.facts.get(name)

    def applies(self, name: str) -> bool:
        return CORPUS.vocabulary.fact(name).applies_to(str(self.example.given.get("kind", "chemical")))

    def listed(self, group: str) -> Truth:
        return group in self.example.listed

    def bound(self, role: Role, body: str) -> Truth:
        return body in self.example.standing[role] if role in self.example.standing else None


def case_of(example: Example) -> ExampleCase:
    """The case of an example, its facts read as they would be in a request."""
    given = {
        name: READER.fact(CORPUS.vocabulary.fact(name), value, example.at) for name, value in example.given.items()
    }
    return ExampleCase(example, given)


def applies(rule: Rule, example: Example, rules: Mapping[str, Rule]) -> Truth:
    """Whether a rule applies, on the last day on which it is in force."""
    day = rule.span.end - timedelta(days=1) if rule.span.end else FAR
    value = holds(rule, case_of(example), rules, day)
    return value if rule.decides or value is False else None


def holds(rule: Rule, case: ExampleCase, rules: Mapping[str, Rule], day: date) -> Truth:
    """Whether its condition holds and none of its exceptions of the day does."""
    exceptions = [rules[name] for name in rule.unless if rules[name].span.holds(day)]
    return both([compiled(rule.when)(case), *(negate(holds(one, case, rules, day)) for one in exceptions)])


EXAMPLES = [(rule, example) for rule in CORPUS.rules for example in rule.examples]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[f"{rule.id}-{one.expect}" for rule, one in EXAMPLES])
def test_a_rule_does_what_its_example_says(rule: Rule, example: Example) -> None:
    """Whether the rule applies to the example, its exceptions included."""
    assert applies(rule, example, RULES) is example.expect


@pytest.mark.parametrize("rule", CORPUS.rules, ids=lambda rule: str(rule.id))
def test_a_rule_has_an_example_on_either_side(rule: Rule) -> None:
    """One to which it applies and one to which it does not; a rule that leaves the judgement open stays open."""
    expected = {example.expect for example in rule.examples}
    assert {rule.decides or None, False} <= expected


# Mutations: what the examples must notice.


def limits() -> Iterator[tuple[Rule, Compare]]:
    """Every amount that a rule compares with."""
    for rule in CORPUS.rules:
        yield from ((rule, atom) for atom in atoms(rule.when) if isinstance(atom, Compare))


def mutants(atom: Compare) -> Iterator[tuple[str, Compare]]:
    """The limit with another strictness, one base unit lower and a tenth higher, and for a day one day either way."""
    yield "strictness", replace(atom, operator=OPPOSITE[atom.operator])
    if isinstance(atom.constant, Amount):
        yield "lower", replace(atom, constant=replace(atom.constant, base=atom.constant.base - 1))
        yield "higher", replace(atom, constant=replace(atom.constant, base=atom.constant.base * 11 // 10))
    else:
        yield "lower", replace(atom, constant=atom.constant - timedelta(days=1))
        yield "higher", replace(atom, constant=atom.constant + timedelta(days=1))


MUTANTS = [(rule, atom, name, mutant) for rule, atom in limits() for name, mutant in mutants(atom)]


@pytest.mark.parametrize(
    ("rule", "atom", "mutant"),
    [(rule, atom, mutant) for rule, atom, _, mutant in MUTANTS],
    ids=[f"{rule.id}-{name}" for rule, _, name, _ in MUTANTS],
)
def test_an_example_notices_when_a_limit_moves(rule: Rule, atom: Compare, mutant: Compare) -> None:
    """Of the rule's own examples, or of a rule that names it as exception, one fails when its limit is another."""
    changed = {**RULES, rule.id: replace(rule, when=exchanged(rule.when, atom, mutant))}
    near = [one for one in changed.values() if one.id == rule.id or rule.id in one.unless]
    assert any(applies(one, example, changed) is not example.expect for one in near for example in one.examples)


def test_there_are_limits_to_move() -> None:
    """The test above does not pass for want of limits."""
    assert len(MUTANTS) > 20


def exchanged(tree: Tree, old: Tree, new: Tree) -> Tree:
    """The tree with one condition in place of another."""
    if tree == old:
        return new
    match tree:
        case And(parts):
            return And(tuple(exchanged(part, old, new) for part in parts))
        case Or(parts):
            return Or(tuple(exchanged(part, old, new) for part in parts))
        case Not(part):
            return Not(exchanged(part, old, new))
        case _:
            return tree


# What holds for all rules.


def test_no_rule_names_a_state() -> None:
    """Nothing that a condition speaks of has a State's code or name in it: States enter by what binds them."""
    states = {name.lower() for state in CORPUS.states for name in (state.iso3, state.names["en"], state.names["fr"])}
    spoken = {name for rule in CORPUS.rules for name in (rule.bound_by, *map(spoken_of, atoms(rule.when)))}
    words = {word for name in spoken for word in (name, *re.split(r"[^a-z0-9]+", name))}
    assert words & states == set()
    assert "cwc" in words


def spoken_of(atom: Tree) -> str:
    """What an atom names: a fact with its options, a list, or a body."""
    match atom:
        case Listed(name) | Holds(name) | Compare(name):
            return name.lower()
        case Bound(_, body):
            return body.lower()
        case Among(fact, _, options):
            return " ".join([fact, *sorted(options)]).lower()
        case _:
            return ""


def test_every_duty_has_words_in_both_languages_and_its_own() -> None:
    """Titles and what is asked differ between the languages: none was left untranslated."""
    assert [rule.id for rule in CORPUS.rules if rule.title.en == rule.title.fr or rule.asks.en == rule.asks.fr] == []


EXCEPTIONS = [pytest.param(rule, name, id=f"{rule.id}-{name}") for rule in CORPUS.rules for name in rule.unless]


@pytest.mark.parametrize(("rule", "name"), EXCEPTIONS)
def test_an_example_notices_when_an_exception_is_gone(rule: Rule, name: str) -> None:
    """Each exception takes the rule back in at least one of the rule's examples."""
    without = replace(rule, unless=tuple(one for one in rule.unless if one != name))
    assert any(applies(without, example, RULES) is not example.expect for example in rule.examples)


# What keeps a corpus from opening.

RULE = """\
[[rule]]
id = "toy"
kind = "restraint"
title.en = "A toy"
title.fr = "Un jouet"
cites = "cwc:va/vii/31"
from = 2001-01-01
until = "open"
layer = "national"
bearer = "origin"
when = "item in cwc/schedule-3"
effect = "authorise"
verified = false
"""
EXEMPTION = """\
[[rule]]
id = "{id}"
kind = "exemption"
title.en = "An exemption"
title.fr = "Une exemption"
cites = "cwc:va/vii/31"
from = {start}
until = {end}
layer = "national"
when = "packed-for-retail"
unless = [{unless}]
verified = false
"""


def overlaid(folder: Path, text: str, name: str = "rules/toy.toml") -> Corpus:
    """The corpus with one file more."""
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return open_corpus(folder)


def exemption(id_: str, start: str = "2001-01-01", end: str = '"open"', unless: str = "") -> str:
    """An exemption in the corpus's own form."""
    return EXEMPTION.format(id=id_, start=start, end=end, unless=unless)


def test_the_toy_rule_opens(tmp_path: Path) -> None:
    """What the tests below spoil is sound."""
    assert "toy" in {rule.id for rule in overlaid(tmp_path, RULE).rules}


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ('effect = "authorise"', 'effect = "authorise"\nunless = ["nobody"]', 1, 'no rule "nobody"'),
        ("cwc:va/vii/31", "cwc:va/vii/9999", 1, 'no instrument has a provision "cwc:va/vii/9999"'),
        ("cwc:va/vii/31", "nowhere:1", 1, 'no instrument has a provision "nowhere:1"'),
        ("cwc:va/vii/31", "cwc", 1, 'cannot read "cwc" as a citation'),
        ('effect = "authorise"', 'effect = "authorise"\npapers = ["poem"]', 1, 'no paper "poem"'),
        ('title.fr = "Un jouet"\n', "", 1, '"title" has no words in "fr"'),
        ('title.fr = "Un jouet"', 'title.fr = " "', 1, '"title" has no words in "fr"'),
        ('until = "open"\n', "", 1, '"until" must be a day or "open"'),
        ("from = 2001-01-01\n", "", 1, '"from" is missing'),
        ('until = "open"', "until = 2001-01-01", 1, "ends before it begins"),
        ('kind = "restraint"', 'kind = "facilitation"', 1, "has no effect on the ladder"),
        ('kind = "restraint"', 'kind = "continuing"', 1, "has no effect on the ladder"),
        ('effect = "authorise"', 'effect = "frowned-upon"', 1, '"frowned-upon" is no "effect"'),
        ('effect = "authorise"\n', "", 1, '"effect" is missing'),
        ('bearer = "origin"\n', "", 1, '"bearer" says who carries the duty'),
        ('bearer = "origin"', 'bearer = "transit"', 1, '"bearer" says who carries the duty'),
        ('bearer = "origin"', 'bearer = "origin"\nbound_by = "nothing"', 1, 'no treaty or group "nothing"'),
        ('layer = "national"', 'layer = "local"', 1, '"local" is no "layer"'),
        ('id = "toy"', 'id = "cwc-va-7-31"', 1, 'two rules with the identifier "cwc-va-7-31"'),
        ("verified = false", 'verified = "no"', 1, '"verified" must be of type bool'),
        ("verified = false", "", 1, '"verified" is missing'),
        ("verified = false", 'verified = false\nreading = "nobodys"', 1, 'no reading "nobodys"'),
        ("verified = false", 'verified = false\nunles = ["toy"]', 1, 'nobody reads "unles"'),
        ("verified = false", "verified = false\n[[rule.example]]\nexpect = 1", 1, '"expect" must be true, false'),
        ("verified = false", "verified = false\n[[rule.example]]\nexpekt = true", 1, 'nobody reads "expekt"'),
        ("verified = false", 'verified = false\ndue = { rule = "soon" }', 1, '"soon" is no "rule"'),
        ("item in cwc/schedule-3", "item in cwc/schedule-9", 11, "no list, part of a list or entry"),
        ("item in cwc/schedule-3", "amuont > 5 kg", 11, 'no fact "amuont"'),
        ("item in cwc/schedule-3", "amount > 5", 11, "ends too early"),
        ("item in cwc/schedule-3", "amount > 5 furlong", 11, 'the unit "furlong"'),
        ("item in cwc/schedule-3", "amount > 5 %", 11, "ratio-by-weight, not of mass"),
        ("item in cwc/schedule-3", "purpose is fun", 11, '"fun" is no option'),
        ("item in cwc/schedule-3", "origin is party to cwcc", 11, 'no treaty or group "cwcc"'),
    ],
)  # fmt: skip
def test_a_wrong_rule_is_refused_with_file_and_line(
    tmp_path: Path, old: str, new: str, line: int, message: str
) -> None:
    """The corpus does not open, and says where, what and what to do."""
    assert old in RULE
    with pytest.raises(CorpusError) as problem:
        overlaid(tmp_path, RULE.replace(old, new, 1))
    assert problem.value.at == f"rules/toy.toml, line {line}"
    assert message in problem.value.message
    assert problem.value.hint


@pytest.mark.parametrize("text", [RULE.replace("[[rule]]", "[rule]"), 'rule = [{ id = "toy" }]'])
def test_rules_that_are_no_tables_of_their_own_are_refused(tmp_path: Path, text: str) -> None:
    """`[rule]` for `[[rule]]` is an error and not a rule passed over."""
    with pytest.raises(CorpusError, match="tables of their own") as problem:
        overlaid(tmp_path, text)
    assert problem.value.at == "rules/toy.toml"


def test_a_table_of_another_name_is_refused(tmp_path: Path) -> None:
    """`[[rules]]` is an error and not a file without rules."""
    with pytest.raises(CorpusError, match='nobody reads "rules"'):
        overlaid(tmp_path, RULE.replace("[[rule]]", "[[rules]]"))


def test_exceptions_may_not_form_a_cycle(tmp_path: Path) -> None:
    """Two exemptions that take each other back keep the corpus closed; the error names the way round."""
    text = exemption("one", unless='"other"') + exemption("other", unless='"one"')
    with pytest.raises(CorpusError, match=r"cycle: (one -> other -> one|other -> one -> other)") as problem:
        overlaid(tmp_path, text)
    assert re.fullmatch(r"rules/toy\.toml, line (1|12)", problem.value.at)


@pytest.mark.parametrize(
    ("start", "end", "opens"),
    [
        ("1990-01-01", "2001-01-01", False),
        ("1990-01-01", "2001-01-02", True),
        ("2000-01-01", "2010-01-01", True),
    ],
)
def test_an_exception_is_in_force_on_some_day_of_the_rule(tmp_path: Path, start: str, end: str, opens: bool) -> None:
    """One that has ended when the rule begins could never apply; one common day is enough."""
    text = RULE + 'unless = ["early"]\n' + exemption("early", start, end)
    if opens:
        overlaid(tmp_path, text)
    else:
        with pytest.raises(CorpusError, match="never in force together") as problem:
            overlaid(tmp_path, text)
        assert problem.value.at == "rules/toy.toml, line 1"


def test_a_reading_says_who_holds_it_in_both_languages(tmp_path: Path) -> None:
    """A holder without French is refused like any other words."""
    reading = (
        '[[reading]]\nid = "r"\ncites = "cwc:va/vii/31"\ntitle.en = "a"\ntitle.fr = "b"\nsays.en = "a"\nsays.fr = "b"\n'
        'verified = false\n[[reading.held_by]]\nen = "some"\n'
    )
    with pytest.raises(CorpusError, match='"held_by" has no words in "fr"') as problem:
        overlaid(tmp_path, reading)
    assert problem.value.at == "rules/toy.toml, line 1"


def test_every_rule_file_has_a_source_form() -> None:
    """Publisher, address, the day it was retrieved, and whether somebody compared it with the text."""
    folder = Path(__file__).parents[2] / "src/fullest/corpus/data/rules"
    for file in sorted(folder.glob("*.toml")):
        source = tomllib.loads(file.read_text(encoding="utf-8"))["source"]
        assert {"publisher", "official", "address", "retrieved", "verified", "note"} <= set(source), file.name
