"""Cases for the entries of the Schedules, built in memory from their wording; nothing of it is stored or printed.

Each case is a structure and whether it is in the entry: `True`, `False`, or `None` where the wording leaves it open.
They stand at the edges of the wording: each slot at its least and greatest, one beyond, of the wrong kind, closed to a
ring, drawn in other ways.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TypeAlias

import pytest

from fullest.corpus.lists import Edition, Lists
from fullest.identification.chemical.checker import Checker
from fullest.identification.chemical.decide import EditionRules
from fullest.identification.chemical.structure import read_structure

Case: TypeAlias = tuple[str, bool | None]
Values: TypeAlias = dict[bool | None, tuple[str, ...]]
Truth: TypeAlias = Callable[[str, str], bool | None]

SMALL: Values = {
    True: ("C", "CC", "CCC", "C(C)C"),
    False: ("CCCC", "CC(C)C", "C(C)(C)C", "C(C)CC", "C1CC1", "C=C", "C#C", "CC=C", "[H]", "C#N", "COC", "c1ccccc1"),
}
"""Methyl, ethyl, n-propyl and isopropyl, and what is near them."""
LONG: Values = {
    True: ("C", "C" * 10, "C(C)(C)C", "C1CC1", "C1CCCCCCCCC1", "CC1CCCCC1", "C1CCCCC1CCCC"),
    None: ("C1C2CC12", "C12CC3CC(CC(C3)C1)C2"),
    False: (
        "C" * 11,
        "C1CCCCCCCCCC1",
        "CC12CC3CC(CC(C3)C1)C2",
        "C=C",
        "CC#C",
        "COC",
        "CCF",
        "CCO",
        "c1ccccc1",
        "Cc1ccccc1",
    ),
}
"""Alkyl to ten carbons, cycloalkyl included, and what is near it."""
LONG_OR_H: Values = {**LONG, True: (*LONG[True], "[H]")}
PLAIN: Values = {True: ("C", "C" * 10, "C(C)C"), None: (), False: ()}
"""Alkyl to ten carbons where cycloalkyl is not spoken of."""
ALKYLIDENE: Values = {
    True: ("[H]", "C", "C" * 9, "C1CC1", "C1CCCCCCCC1"),
    None: ("C" * 10, "C1CCCCCCCCC1", "C1C2CC12", "C12CC3CC(CC(C3)C1)C2"),
    False: ("C" * 11, "C=C", "OC", "F", "c1ccccc1", "C1CCCCCCCCCC1", "CC12CC3CC(CC(C3)C1)C2"),
}
AMINOETHYL = "CCN(<r>)<s>"
CARBAMATE = "c1ncccc1OC(=O)N(C)C"


def varied(template: str, slots: dict[str, Values]) -> Iterator[Case]:
    """Each slot through its values, the others at their first; then slots of one kind all alike.

    Args:
        template: a structure in which `<name>` marks a slot.
        slots: what each slot may hold.
    """
    first = {name: values[True][0] for name, values in slots.items()}
    for name, values in slots.items():
        alike = {other: values for other in slots if slots[other] is values}
        for truth, options in values.items():
            for option in options:
                yield _filled(template, {**first, name: option}), truth
                if len(alike) > 1 and truth is not False:
                    yield _filled(template, {**first, **dict.fromkeys(alike, option)}), truth


def _filled(template: str, values: dict[str, str]) -> str:
    for name, value in values.items():
        template = template.replace(f"<{name}>", value)
    return template


def _all(truth: bool | None, structures: Iterable[str]) -> Iterator[Case]:
    for structure in structures:
        yield structure, truth


def _fluoridates() -> Iterator[Case]:
    yield from varied("O=P(F)(<p>)O<a>", {"p": SMALL, "a": LONG})
    yield from _all(
        True, ("[O-][P+](F)(C)OC", "O=P(F)([13CH3])OC", "[2H]C([2H])([2H])P(=O)(F)OC", "O=[P@](F)(C)O[C@H](C)CC")
    )
    yield from _all(True, ("O=P(F)(C)OC.O", "CCO.O=P(F)(C)OC", "O=P(F)(CCC)OCCCCCCCCCC"))
    yield from _all(False, ("S=P(F)(C)OC", "O=P(Cl)(C)OC", "O=P(F)(C)SC", "O=P(F)(C)NC", "O=P(F)(OC)OC", "O=P1(F)CCO1"))
    yield from _all(
        False, ("O=P(F)(C)C", "FP(C)OC", "O=P(C)(OC)OC", "O=[As](F)(C)OC", "O=P(F)(C)OCCOP(=O)(F)C", "O=P(F)(C)O")
    )
    yield from _all(False, ("[Na+].O=P(F)(C)[O-]",))


def _cyanidates() -> Iterator[Case]:
    yield from varied("O=P(C#N)(N(<r>)<s>)O<a>", {"r": SMALL, "s": SMALL, "a": LONG})
    yield from _all(True, ("[O-][P+](C#N)(N(C)C)OC", "O=P(C#N)(N(CCC)CCC)OCCCCCCCCCC"))
    yield from _all(False, ("S=P(C#N)(N(C)C)OC", "O=P([N+]#[C-])(N(C)C)OC", "O=P(C#N)(N1CCCC1)OC", "O=P(C#N)(N(C)C)SC"))
    yield from _all(
        False, ("O=P(C#N)(N(C)C)N(C)C", "O=P(F)(N(C)C)OC", "O=P1(C#N)N(C)CCO1", "O=P(CC#N)(N(C)C)OC", "O=P(C#N)(OC)OC")
    )
    yield from _all(False, ("O=P(C#N)(N(C)C)O", "O=P(C=N)(N(C)C)OC"))


def _thiolates() -> Iterator[Case]:
    tail = AMINOETHYL
    yield from varied(f"O=P(<p>)(O<a>)S{tail}", {"p": SMALL, "a": LONG_OR_H, "r": SMALL, "s": SMALL})
    base = "O=P(C)(OC)SCCN(C)C"
    yield from _all(
        True, ("O=P(C)(OC)SCC[NH+](C)C.[Cl-]", f"{base}.Cl", f"{base}.OC(=O)C(O)=O", "O=P(C)([O-])SCC[NH+](C)C")
    )
    yield from _all(
        True, ("O=P(C)(OC)SCC[N+](C)(C)C.[I-]", "O=P(C)(OC)SCC[N+](C)(C)CCCCCCCCCCCC", "[O-][P+](C)(OC)SCCN(C)C")
    )
    yield from _all(True, ("O=P(C)(OC)SCC[N+](C)(CC)C(C)C.[Br-]", "O=P(CCC)(OCCCCCCCCCC)SCCN(CCC)CCC"))
    yield from _all(
        None,
        ("O=P(C)(OC)SCC[N+](C)(C)Cc1ccccc1.[Cl-]", "[Na+].O=P(C)([O-])SCCN(C)C", "O=P(C)(OC)SCC[N+](C)(C)C1CCCCC1"),
    )
    yield from _all(
        False,
        ("O=P(C)(OC)OCCN(C)C", "S=P(C)(OC)SCCN(C)C", "O=P(C)(OC)SCCCN(C)C", "O=P(C)(OC)SCN(C)C", "O=P(C)(OC)SCCNC"),
    )
    yield from _all(
        False,
        (
            "O=P(C)(OC)SC(C)CN(C)C",
            "O=P(C)(OC)SCCN1CCCC1",
            "O=P(OC)(OC)SCCN(C)C",
            "O=P(C)(NC)SCCN(C)C",
            "O=P1(C)OCCN(C)CCS1",
        ),
    )
    yield from _all(False, ("O=P(C)(OC)SCCP(C)C", "O=P(C)(SC)SCCN(C)C", "O=P(C)(OC)[Se]CCN(C)C", "O=P(C)(OC)SC=CN(C)C"))
    yield from _all(False, ("O=P(C)(OC)SCC[N+](CCCC)(CCCC)C",))


def _difluorides() -> Iterator[Case]:
    yield from varied("O=P(F)(F)<p>", {"p": SMALL})
    yield from _all(True, ("[O-][P+](F)(F)C", "O=P(F)(F)[13CH3]", "O=P(F)(F)C(C)C.CCO"))
    yield from _all(
        False,
        (
            "S=P(F)(F)C",
            "O=P(F)(Cl)C",
            "FP(F)C",
            "O=P(F)(C)C",
            "O=P(F)(F)F",
            "FP(F)(F)(F)C",
            "O=P(F)(F)OC",
            "O=S(F)(F)C",
        ),
    )


def _phosphonites() -> Iterator[Case]:
    yield from varied(f"P(<p>)(O<a>)O{AMINOETHYL}", {"p": SMALL, "a": LONG_OR_H, "r": SMALL, "s": SMALL})
    base = "P(C)(OC)OCCN(C)C"
    yield from _all(
        True, ("[PH](C)(=O)OCCN(C)C", "P(C)(OC)OCC[NH+](C)C.[Cl-]", f"{base}.Cl", "P(C)(OC)OCC[N+](C)(C)C.[I-]")
    )
    yield from _all(True, ("P(CCC)(OCCCCCCCCCC)OCCN(CCC)CCC", "[H][P+](C)([O-])OCCN(C)C"))
    yield from _all(None, ("P(C)(OC)OCC[N+](C)(C)Cc1ccccc1.[Cl-]", "[Na+].P(C)([O-])OCCN(C)C"))
    yield from _all(
        False, ("O=P(C)(OC)OCCN(C)C", "P(C)(OC)SCCN(C)C", "P(C)(OC)OCCCN(C)C", "P(C)(OC)OCCNC", "P(OC)(OC)OCCN(C)C")
    )
    yield from _all(
        False,
        ("P(C)(C)OCCN(C)C", "P(C)(OC)OCCN1CCCC1", "P1(C)OCCN(C)CCO1", "P(C)(OC)OC(C)CN(C)C", "[PH](C)(=S)OCCN(C)C"),
    )


def _amidine(p: str) -> Iterator[Case]:
    """The entries of 2020: `p` is what phosphorus bears beside fluorine, oxygen and the amidine."""
    yield from varied(f"O=P(F)({p})N=C(<c>)N(<r>)<s>", {"c": ALKYLIDENE, "r": LONG, "s": LONG})
    base = f"O=P(F)({p})N=C(C)N(C)C"
    yield from _all(True, (f"O=P(F)({p})[NH+]=C(C)N(C)C.[Cl-]", f"O=P(F)({p})NC(C)=[N+](C)C.[Cl-]", f"{base}.Cl"))
    yield from _all(
        True, (f"O=P(F)({p})N(C)C(C)=[N+](C)C.[I-]", f"O=P(F)({p})N=C(C)[N+](C)(C)C", f"[O-][P+](F)({p})N=C(C)N(C)C")
    )
    yield from _all(None, (f"O=P(F)({p})N(Cc1ccccc1)C(C)=[N+](C)C.[Cl-]",))
    yield from _all(
        False, (f"S=P(F)({p})N=C(C)N(C)C", f"O=P(Cl)({p})N=C(C)N(C)C", f"O=P(F)({p})N=C(C)NC", f"O=P(F)({p})N=NN(C)C")
    )
    yield from _all(
        False,
        (
            f"O=P(F)({p})N=C(N(C)C)N(C)C",
            f"O=P(F)({p})N=C(C)N1CCCC1",
            f"O=P(F)({p})N=C1CCCN1C",
            f"O=P(F)({p})C=C(C)N(C)C",
        ),
    )
    yield from _all(False, (f"O=P(F)({p})NC(=C)N(C)C", f"O=P(F)({p})N=C(C)OC", f"O=P(F)({p})N=C(C)C"))


def _phosphonamidic() -> Iterator[Case]:
    yield from _amidine("C")
    yield from varied("O=P(F)(<p>)N=C(C)N(C)C", {"p": {**LONG_OR_H, False: (*LONG[False], "N", "SC", "C(F)F")}})
    yield "O=P(F)([H])N=C([H])N(C)C", True
    yield "O=P(F)(" + "C" * 10 + ")N=C(" + "C" * 9 + ")N(" + "C" * 10 + ")" + "C" * 10, True
    yield from _all(True, ("P(O)(F)N=C(C)N(C)C", "O=P(F)N=C(C)N(C)C"))
    yield "O=P(F)(OC)N=C(C)N(C)C", False


def _phosphoramido() -> Iterator[Case]:
    yield from _amidine("OC")
    yield from varied("O=P(F)(O<a>)N=C(C)N(C)C", {"a": LONG_OR_H})
    yield "O=P(F)(O[H])N=C([H])N(C)C", True
    yield "O=P(F)(O" + "C" * 10 + ")N=C(" + "C" * 9 + ")N(" + "C" * 10 + ")" + "C" * 10, True
    yield from _all(False, ("O=P(F)(C)N=C(C)N(C)C", "O=P(F)(SC)N=C(C)N(C)C", "O=P(F)(OC)OC"))
    yield "[Na+].O=P(F)([O-])N=C(C)N(C)C", None


def _carbamates() -> Iterator[Case]:
    head, ten, br = f"C[N+](C)(C{CARBAMATE})", "C" * 10, ".[Br-].[Br-]"
    for side in (
        "CO",
        "CC#N",
        "CCO",
        "CCOC(C)=O",
        "C" * 8 + "O",
        "C" * 8 + "C#N",
        "CC(O)C",
        "C" * 7 + "C(O)CC",
        "CC(O)" + "C" * 8,
    ):
        yield f"{head}{ten}[N+](C)(C){side}{br}", True
    for side in (
        "C" * 9 + "O",
        "C" * 10 + "O",
        "CC(C)CO",
        "CC(O)" + "C" * 9,
        "CCC",
        "CCOC",
        "CC=O",
        "CCN",
        "CC(O)CO",
        "CCOC(=O)CC",
        "CCOC=O",
    ):
        yield f"{head}{ten}[N+](C)(C){side}{br}", None
    for chain in ("C" * 9, "C" * 11, "CCCCCOCCCC", "CC(C)CCCCCCCC"):
        yield f"{head}{chain}[N+](C)(C)CCO{br}", None
    ends = "C" * 10
    yield f"{ends}[N+]({ends})(C{CARBAMATE}){ten}[N+]({ends})({ends}){'C' * 7}C(OC(C)=O)CC{br}", True
    yield f"{ends}[N+]({ends})(C{CARBAMATE})CC(=O){'C' * 8}C(=O)C[N+]({ends})({ends})C{CARBAMATE}{br}", True
    yield f"C[N+](C)(C{CARBAMATE}){ten}[N+](C)(C)CO{br}", True
    for alkyl, truth in (("C" * 10, True), ("C(C)C", True), ("C" * 11, None), ("C1CC1", None), ("CC=C", None)):
        yield f"{alkyl}[N+](C)(C{CARBAMATE}){ten}[N+](C)(C)CCO{br}", truth
        yield f"{head}{ten}[N+](C)({alkyl})CCO{br}", truth
        yield f"{alkyl}[N+](C)(C{CARBAMATE})CC(=O)CC(=O)C[N+](C)(C)C{CARBAMATE}{br}", truth
        yield f"C[N+](C)(C{CARBAMATE})CC(=O)CC(=O)C[N+](C)({alkyl})C{CARBAMATE}{br}", truth
    bis = f"C[N+](C)(C{CARBAMATE})CC(=O)CC(=O)C[N+](C)(C)C{CARBAMATE}"
    yield from _all(None, (bis, f"{bis}.[I-].[I-]"))
    for middle, truth in (("", True), ("C" * 8, True), ("C" * 9, None), ("O", None), ("C=C", None)):
        yield f"{head}CC(=O){middle}C(=O)C[N+](C)(C)C{CARBAMATE}{br}", truth
    plain = f"{head}{ten}[N+](C)(C)CCO"
    yield from _all(None, (plain, f"{plain}.[Cl-].[Cl-]", f"{plain}.[Br-]", f"{plain}{br}.CCO"))
    yield f"{plain}{br}.O", True
    yield f"{head}{ten}.[Br-]", None
    yield from _all(
        False, (f"CN(C{CARBAMATE})C", "C[N+](C)(Cc1cnccc1OC(=O)N(C)C)CCO.[Br-]", "C[n+]1cccc(OC(=O)N(C)C)c1.[Br-]")
    )
    yield from _all(
        False,
        ("C[N+](C)(C)c1cccc(OC(=O)N(C)C)c1.[Br-]", "C[N+](C)(Cc1ncccc1OC(=O)NC)CCO.[Br-]", "C[N+](C)(C)CCO.[Br-]"),
    )


def _open_family() -> Iterator[Case]:
    yield from varied(
        "O=P(O)(O)<p>",
        {"p": {**SMALL, None: ("CCl", "C(F)(F)F", "CCBr", "CCCBr", "C(CI)C"), False: (*SMALL[False], "CO", "CNC")}},
    )
    yield from _all(
        True,
        (
            "CP(=O)(Cl)Cl",
            "CP(C#N)=O".replace("C#N", "N"),
            "COP(C)(=O)OC",
            "CP(O)O",
            "[PH](C)(=O)O",
            "CP(Cl)Cl",
            "CP(F)(F)(F)F",
        ),
    )
    yield from _all(
        True,
        (
            "[Na+].CP(=O)(O)[O-]",
            "CP(=S)(OC)OC",
            "[O-][P+](C)(OC)OC",
            "C[P+](OC)(OC)OC",
            "CP1(=O)OCCO1",
            "CCP(=O)(O)OCC(C)C",
        ),
    )
    yield from _all(
        True, ("[2H]C([2H])([2H])P(=O)(O)O", "CP(=O)(O)OCCP(=O)(O)CO", "c1ccccc1OP(C)(=O)O.CCO", "CP(=O)(O)O[Na]")
    )
    yield from _all(
        True, ("S=P(CC)(OCC)Sc1ccccc1C", "CCOP(=O)(CC)Sc1ccccc1", "CP(=O)(OCC(C)C)F".replace("F", "Cl"), "O=P(F)(C)SC")
    )
    yield from _all(None, ("[Na+].O=P(C)([O-])SCCN(C)C", "FP(=O)(C)O" + "C1C2CC12"))
    yield from _all(
        False,
        (
            "CP(C)(=O)O",
            "C[P+](C)(C)C",
            "CP(c1ccccc1)(=O)O",
            "C1CCP(=O)(O)C1",
            "OCP(=O)(O)O",
            "OC(=O)CNCP(O)(O)=O",
            "COP(=O)(OC)OC",
        ),
    )
    yield from _all(
        False,
        (
            "CCOP(=S)(CC)Sc1ccccc1",
            "CCOP(=[34S])([13CH2]C)Sc1ccccc1",
            "O=P(F)(C)OC",
            "CP(=O)(F)F",
            "O=P(Cl)(C)OC(C)C",
            "ClCOP(=O)(O)O",
        ),
    )
    yield from _all(
        False,
        (
            "O=P(C)(OC)SCCN(C)C",
            "O=P(C)(OC)SCC[N+](C)(C)C.[I-]",
            "P(C)(OC)OCCN(C)C",
            "C=P(O)(O)O",
            "C[As](=O)(O)O",
            "CC1OC1P(O)(O)=O",
        ),
    )
    yield from _all(
        False,
        (
            "OC(=O)CP(O)(O)=O",
            "NCCCC(O)(P(O)(O)=O)P(O)(O)=O",
            "OP(=O)(O)CP(=O)(O)O",
            "O=P(F)(C)N=C(C)N(C)C",
            "ClP(C=C)Cl",
            "[CH2-][P+](C)(C)C",
        ),
    )


def _dihalides() -> Iterator[Case]:
    yield from varied("O=P(<x>)(<y>)N(<r>)<s>", {"r": SMALL, "s": SMALL, "x": HALOGEN, "y": HALOGEN})
    yield from _all(True, ("O=P(F)(Cl)N(C)C", "[O-][P+](Cl)(Cl)N(C)C", "O=P(Br)(I)N(CCC)CCC"))
    yield from _all(None, ("O=P(Cl)(Cl)[NH+](C)C.[Cl-]",))
    yield from _all(
        False,
        (
            "S=P(Cl)(Cl)N(C)C",
            "ClP(Cl)N(C)C",
            "O=P(Cl)(OC)N(C)C",
            "O=P(Cl)(Cl)N1CCCC1",
            "O=P(Cl)(Cl)NC",
            "O=P(Cl)(Cl)Cl",
        ),
    )
    yield from _all(False, ("O=P(Cl)(N(C)C)N(C)C", "O=P(Cl)(Cl)ON(C)C", "O=P(Cl)(Cl)N(C)CCl", "O=S(Cl)(Cl)N(C)C"))


def _phosphoramidates() -> Iterator[Case]:
    yield from varied("O=P(O<a>)(O<b>)N(<r>)<s>", {"a": SMALL, "b": SMALL, "r": SMALL, "s": SMALL})
    yield from _all(True, ("[O-][P+](OC)(OCC)N(C)C(C)C", "O=P(OCCC)(OCCC)N(CCC)CCC", "O=P(OC)(OC)N(C)C.O"))
    yield from _all(
        False, ("S=P(OC)(OC)N(C)C", "O=P(OC)(SC)N(C)C", "O=P(OC)(N(C)C)N(C)C", "O=P1(N(C)C)OCCO1", "O=P(OC)(OC)N1CCCC1")
    )
    yield from _all(
        False,
        (
            "O=P(OC)(OC)NC",
            "O=P(OC)(OC)OC",
            "O=P(C)(OC)N(C)C",
            "P(OC)(OC)N(C)C",
            "O=P(OC)(OC)N(C)CCCl",
            "O=P(OC)(OC)ON(C)C",
        ),
    )


HALOGEN: Values = {True: ("Cl", "F", "Br", "I"), None: (), False: ("O", "C#N", "S", "[H]", "[At]")}


def _aminoethyl(group: str, other: str) -> Iterator[Case]:
    yield from varied(f"{group}{AMINOETHYL}", {"r": SMALL, "s": SMALL})
    yield from _all(
        True,
        (
            f"{group}CC[NH+](C)C(C)C.[Cl-]",
            f"{group}CCN(C)C(C)C.Cl",
            f"{group}CCN(C)C(C)C.OS(=O)(=O)O",
            f"{group}CCN(CCC)CCC",
        ),
    )
    yield from _all(
        True, (f"{group}CC[NH+](C)CC", f"{group}[13CH2]CN(C)CC", f"{group}CCN(CC)C.O", f"CCO.{group}CCN(CC)C")
    )
    yield from _all(
        False,
        (
            f"{group}CC[N+](C)(CC)C.[Cl-]",
            f"{group}CCCN(C)CC",
            f"{group}CN(C)CC",
            f"{group}CC(C)N(C)CC",
            f"{group}CCN1CCCC1",
        ),
    )
    yield from _all(
        False,
        (
            f"{other}CCN(C)CC",
            f"{group}CCNCC",
            f"{group}CCN(CC{group})CC",
            f"{group}C=CN(C)CC",
            f"{group}CCP(C)CC",
            f"{group}CCN(C)C=O",
        ),
    )


def _chlorides() -> Iterator[Case]:
    yield from _aminoethyl("Cl", "Br")
    yield "Cl[Na].ClCCN(C)C", True
    yield "ClCCN(C)CCCl", False


def _ols() -> Iterator[Case]:
    for structure, truth in _aminoethyl("O", "S"):
        yield structure, False if structure in ("OCCN(C)C", "OCCN(CC)CC") else truth
    yield from _all(
        False, ("OCCN(C)C", "OCCN(CC)CC", "OCC[NH+](C)C.[Cl-]", "OCCN(CC)CC.Cl", "C[N+](C)(C)CCO.[Cl-]", "[2H]OCCN(C)C")
    )
    yield from _all(False, ("COCCN(C)CC", "CC(=O)OCCN(C)CC"))
    yield from _all(True, ("OCCN(C)CC", "OCCN(C(C)C)C(C)C", "OCCN(C)CCC.Cl"))
    yield "[Na+].[O-]CCN(C)CC", None
    yield "[Na+].[O-]CCN(C)C", False


def _thiols() -> Iterator[Case]:
    yield from _aminoethyl("S", "O")
    yield from _all(False, ("CSCCN(C)CC", "CN(C)CCSSCCN(C)C"))
    yield from _all(True, ("SCCN(C)C", "SCCN(CC)CC", "[S-]CC[NH+](C)C"))


CASES: dict[str, Callable[[], Iterator[Case]]] = {
    "cwc/1.A.1": _fluoridates,
    "cwc/1.A.2": _cyanidates,
    "cwc/1.A.3": _thiolates,
    "cwc/1.A.13": _phosphonamidic,
    "cwc/1.A.14": _phosphoramido,
    "cwc/1.A.16": _carbamates,
    "cwc/1.B.9": _difluorides,
    "cwc/1.B.10": _phosphonites,
    "cwc/2.B.4": _open_family,
    "cwc/2.B.5": _dihalides,
    "cwc/2.B.6": _phosphoramidates,
    "cwc/2.B.10": _chlorides,
    "cwc/2.B.11": _ols,
    "cwc/2.B.12": _thiols,
}


@pytest.fixture(scope="session")
def cases() -> dict[str, list[Case]]:
    """The cases of each entry that describes a family."""
    return {entry: list(build()) for entry, build in CASES.items()}


@pytest.fixture(scope="session")
def rules(schedules: Edition) -> EditionRules:
    """The rules of the Schedules as they stand today."""
    return EditionRules(schedules, {}, Checker())


@pytest.fixture(scope="session")
def truth(rules: EditionRules) -> Truth:
    """Whether a structure is in an entry."""

    def asked(structure: str, entry: str) -> bool | None:
        return verdict(rules, structure, entry)

    return asked


@pytest.fixture(scope="session")
def read_verdict() -> Callable[[EditionRules, str, str], bool | None]:
    """The same under other rules."""
    return verdict


read_once = cache(read_structure)


def verdict(rules: EditionRules, structure: str, entry: str) -> bool | None:
    """Whether a structure is in an entry under some rules."""
    found = [one for one in rules.decide(read_once(structure)).findings if one.entry.id == entry]
    return (found[0].certain or None) if found else False


@pytest.fixture(scope="session")
def editions(lists: Lists) -> tuple[Edition, ...]:
    """The editions of the Schedules."""
    return tuple(edition for edition in lists.editions if edition.list == "cwc")


@pytest.fixture(scope="session")
def molfiles() -> dict[str, str]:
    """One structure as molfiles, by version."""
    from rdkit import Chem

    molecule = Chem.MolFromSmiles("OCCSCCO")
    return {"V2000": Chem.MolToMolBlock(molecule), "V3000": Chem.MolToV3KMolBlock(molecule)}
