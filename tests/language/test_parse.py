"""Every form that an expression may take, and what is said about one that takes none."""

from __future__ import annotations

from datetime import date

import pytest

from fullest.errors import CorpusError
from fullest.language.parse import Reader
from fullest.language.tree import Among, And, Bound, Compare, Const, Holds, Listed, Not, Or, Tree
from fullest.terms.amount import Amount

MEDICAL, RESEARCH = frozenset({"medical"}), frozenset({"research"})
SEALED, TRANSIT = Holds("sealed"), Holds("in-transit")


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("true", Const(True)),
        ("false", Const(False)),
        ("sealed", SEALED),
        ("item in list", Listed("list")),
        ("item in list/part-1", Listed("list/part-1")),
        ("item in list/1.A.7", Listed("list/1.A.7")),
        ("item not in list", Not(Listed("list"))),
        ("origin is party to pact", Bound("origin", "pact")),
        ("destination is not party to pact", Not(Bound("destination", "pact"))),
        ("holder is member of club", Bound("holder", "club")),
        ("other is not member of club", Not(Bound("other", "club"))),
        ("purpose is medical", Among("purpose", "one", MEDICAL)),
        ("purpose is not medical", Not(Among("purpose", "one", MEDICAL))),
        ("purpose in {medical, research}", Among("purpose", "one", MEDICAL | RESEARCH)),
        ("purpose in {medical,research}", Among("purpose", "one", MEDICAL | RESEARCH)),
        ("purpose not in {medical}", Not(Among("purpose", "one", MEDICAL))),
        ("purpose is peaceful", Among("purpose", "one", MEDICAL | RESEARCH)),
        ("all materials in {steel}", Among("materials", "all", frozenset({"steel"}))),
        ("any materials in {steel, glass}", Among("materials", "any", frozenset({"steel", "glass"}))),
        (
            "any materials in tables/resistant",
            Among("materials", "any", frozenset({"nickel", "glass"}), "tables/resistant"),
        ),
        ("amount <= 5 mg", Compare("amount", "<=", Amount(5000, "mass"))),
        ("amount < 5mg", Compare("amount", "<", Amount(5000, "mass"))),
        ("amount > 0.5 mg", Compare("amount", ">", Amount(500, "mass"))),
        ("amount >= 5 ug", Compare("amount", ">=", Amount(5, "mass"))),
        ("concentration == 10 %", Compare("concentration", "==", Amount(1000, "ratio"))),
        ("origin-date >= 2020-06-07", Compare("origin-date", ">=", date(2020, 6, 7))),
        ("not sealed", Not(SEALED)),
        ("not not sealed", Not(Not(SEALED))),
        ("((sealed))", SEALED),
        ("not (sealed or in-transit)", Not(Or((SEALED, TRANSIT)))),
        ("  sealed\n and in-transit ", And((SEALED, TRANSIT))),
    ],
)
def test_every_form_is_read(reader: Reader, text: str, tree: Tree) -> None:
    """Each form of the language has one tree."""
    assert reader.read(text) == tree


@pytest.mark.parametrize(
    ("text", "same_as"),
    [
        ("sealed or in-transit and not-sealed", "sealed or (in-transit and not-sealed)"),
        ("sealed and in-transit or not-sealed", "(sealed and in-transit) or not-sealed"),
        ("not sealed and in-transit", "(not sealed) and in-transit"),
        ("not sealed or in-transit", "(not sealed) or in-transit"),
        ("not item in list and sealed", "(item not in list) and sealed"),
        ("not purpose is medical", "purpose is not medical"),
    ],
)
def test_not_binds_closer_than_and_and_closer_than_or(reader: Reader, text: str, same_as: str) -> None:
    """Without parentheses the usual order of the operators holds."""
    assert reader.read(text) == reader.read(same_as)


def test_parentheses_change_the_order(reader: Reader) -> None:
    """What stands in parentheses is read first."""
    assert reader.read("(sealed or in-transit) and not-sealed") == And((Or((SEALED, TRANSIT)), Holds("not-sealed")))


@pytest.mark.parametrize("name", ["not-sealed", "in-transit"])
def test_a_name_may_begin_with_a_keyword(reader: Reader, name: str) -> None:
    """A hyphen makes one name, whatever it begins with."""
    assert reader.read(name) == Holds(name)
    assert reader.read(f"not {name}") == Not(Holds(name))


def test_a_name_may_begin_with_a_role(reader: Reader) -> None:
    """`origin-date` is a fact, `origin` is a role."""
    assert reader.read("origin-date < 2020-06-07 and origin is party to pact") == And(
        (Compare("origin-date", "<", date(2020, 6, 7)), Bound("origin", "pact"))
    )


def test_equal_conditions_are_equal_values(reader: Reader) -> None:
    """Spaces, units and the order of options make no difference."""
    assert reader.read("amount<=5 mg") == reader.read("amount  <=  5000 ug")
    assert reader.read("purpose in {research, medical}") == reader.read("purpose in {medical, research}")


@pytest.mark.parametrize(
    ("text", "message", "remedy"),
    [
        ("seeled", 'no fact "seeled"', "sealed"),
        ("amuont <= 5 mg", 'no fact "amuont"', "amount"),
        ("wholly-new", 'no fact "wholly-new"', "add it to the vocabulary first"),
        ("amount", '"amount" is of type amount, and is used here as truth', "amount <= 5 mg"),
        ("sealed is medical", '"sealed" is of type truth', "stands alone"),
        ("purpose", '"purpose" is of type choice', "purpose is medical"),
        ("purpose > 5 mg", '"purpose" is of type choice', "purpose is medical"),
        ("all purpose in {medical}", '"purpose" is of type choice', "purpose in {medical"),
        ("materials in {steel}", '"materials" is of type choices', "all materials in"),
        ("origin-date", '"origin-date" is of type date', "2020-06-07"),
        ("amount > 2020-06-07", '"amount" is of type amount', "5 mg"),
        ("purpose is sports", '"sports" is no option of "purpose"', "medical, research, weapons, peaceful"),
        ("purpose in {medical, sports}", '"sports" is no option', "medical"),
        ("any materials in tables/none", 'no table "tables/none"', "in braces"),
        ("item in lisst", 'no list, part of a list or entry "lisst"', "fullest lists"),
        ("item not in list/9.Z", 'no list, part of a list or entry "list/9.Z"', "fullest lists"),
        ("origin is party to pakt", 'no treaty or group "pakt"', "bodies.toml"),
        ("origin is not member of pakt", 'no treaty or group "pakt"', "bodies.toml"),
        ("amount <= 5 %", "an amount of ratio, not of mass", "mg"),
        ("amount <= 5 furlong", 'cannot read the unit "furlong"', "mg"),
        ("amount <= 0.0001 mg", "finer", "finest"),
        ("origin-date > 2020-13-01", 'cannot read "2020-13-01" as a date', "2026-11-23"),
    ],
)
def test_what_an_expression_cannot_speak_of_is_refused_with_a_remedy(
    reader: Reader, text: str, message: str, remedy: str
) -> None:
    """The error names the word, shows the expression, gives file and line, and says what to do."""
    with pytest.raises(CorpusError) as problem:
        reader.read(f"not sealed and {text}", at="rules/toy.toml, line 7")
    assert message in problem.value.message
    assert f'in "not sealed and {text}"' in problem.value.message
    assert remedy in problem.value.hint
    assert problem.value.at == "rules/toy.toml, line 7"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("sealed in-transit", 7),
        ("amount <= 5", None),
        ("amount <= 5,5 mg", 11),
        ("amount <= -5 mg", 10),
        ("amount <= mg", 10),
        ("sealed)", 6),
        ("purpose in {}", 12),
        ("purpose in {medical,}", 20),
        ("purpose is {medical}", 11),
        ("item is list", 5),
        ("Sealed", 0),
        ("sealed & in-transit", 7),
        ("origin is party of pact", 16),
        ("origin", None),
        ("amount = 5 mg", 7),
        ("sealed and and in-transit", 11),
        ("sealed andin-transit", 7),
        ("item inlist", 5),
        ("origin ispartyto pact", 7),
    ],
)
def test_what_cannot_be_parsed_is_shown_with_its_place(reader: Reader, text: str, place: int | None) -> None:
    """A caret stands under the first part that cannot be read; an expression that breaks off says so."""
    with pytest.raises(CorpusError) as problem:
        reader.read(text, at="rules/toy.toml, line 7")
    if place is None:
        assert problem.value.message == f'the expression "{text}" ends too early'
    else:
        assert problem.value.message.splitlines()[-2:] == [text, " " * place + "^"]
    assert "docs/language.md" in problem.value.hint


@pytest.mark.parametrize(
    "text", ["", "   ", "(sealed", "sealed and", "not", "((sealed)", "item in", "purpose in {medical"]
)
def test_an_expression_that_breaks_off_says_so(reader: Reader, text: str) -> None:
    """Empty, unbalanced or unfinished: the error says that it ends too early."""
    with pytest.raises(CorpusError, match="ends too early"):
        reader.read(text)
