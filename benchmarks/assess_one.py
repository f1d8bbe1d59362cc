"""How long one question takes, part by part, beside two named alternatives measured in the same run.

    python benchmarks/assess_one.py [--rounds N]

Parts: parse (RDKit reads the SMILES into our graph), identify (parse and the decision against every list), read (the
request's words into a typed transfer), assess (everything, reasons in two languages included), to_dict (the JSON).
Alternatives, for identification only: an InChIKey look-up table of the named chemicals (RDKit parse, InChIKey, one
dictionary look-up), which cannot decide a family; and the bare SMARTS of the entries, matched one after the other
(RDKit parse and substructure search), which over-approximate the families.
Quote the ratios; the microseconds belong to the machine.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from datetime import date
from statistics import median

from rdkit import Chem, rdBase

from fullest import Engine, open_engine
from fullest.corpus.lists import Entry
from fullest.identification.chemical.structure import read_structure

DAY = date(2026, 11, 23)
QUESTIONS = {
    "listed by name (2.B.13)": "OCCSCCO",
    "listed by family (2.B.4)": "COP(C)(=O)OC",
    "not listed (aspirin)": "CC(=O)Oc1ccccc1C(=O)O",
    "not listed (glyphosate)": "OC(=O)CNCP(O)(O)=O",
}


def timed(act: Callable[[], object], rounds: int) -> float:
    """The median of several rounds of ten calls, in microseconds a call."""
    figures = []
    for _ in range(rounds):
        start = time.perf_counter()
        for _ in range(10):
            act()
        figures.append((time.perf_counter() - start) * 1e5)
    return median(figures)


def smarts_of(entries: tuple[Entry, ...]) -> list[Chem.Mol]:
    """The SMARTS over-approximation of every family of the lists."""
    families = (family for entry in entries for family in entry.families)
    return [Chem.MolFromSmarts(smarts) for family in families for smarts in family.check.smarts]


def by_key(keys: frozenset[str], smiles: str) -> bool:
    """Whether an InChIKey stands in a table."""
    return Chem.MolToInchiKey(Chem.MolFromSmiles(smiles)) in keys  # type: ignore[no-untyped-call]


def by_smarts(patterns: list[Chem.Mol], smiles: str) -> bool:
    """Whether any pattern is in the molecule."""
    molecule = Chem.MolFromSmiles(smiles)
    hits = [molecule.HasSubstructMatch(pattern) for pattern in patterns]
    return any(hits)


def keys_of(entries: tuple[Entry, ...]) -> frozenset[str]:
    """The InChIKeys of every chemical that the lists name."""
    drawn = [smiles for entry in entries for one in (*entry.chemicals, *entry.examples) for smiles in one.smiles]
    return frozenset(read_structure(smiles).inchikey for smiles in drawn)


def measure(engine: Engine, smiles: str, rounds: int) -> dict[str, float]:
    """Each part for one structure."""
    request = {"item": {"smiles": smiles}, "amount": "200 kg", "origin": "DEU", "destination": "KEN",
               "purpose": "industrial", "date": DAY.isoformat()}  # fmt: skip
    transfer = engine.read(request)
    answer = engine.assess(transfer)
    entries = engine.corpus.lists.entries()
    patterns, keys = smarts_of(entries), keys_of(entries)
    return {
        "parse": timed(lambda: read_structure(smiles), rounds),
        "identify": timed(lambda: engine.identifier.identify(transfer.item, DAY), rounds),
        "read": timed(lambda: engine.read(request), rounds),
        "assess": timed(lambda: engine.assess(transfer), rounds),
        "to_dict": timed(lambda: answer.to_dict("en"), rounds),
        "InChIKey table": timed(lambda: by_key(keys, smiles), rounds),
        "bare SMARTS": timed(lambda: by_smarts(patterns, smiles), rounds),
    }


def main() -> None:
    """Print a table, and the ratios of identification to the alternatives."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=30)
    rounds = parser.parse_args().rounds
    rdBase.DisableLog("rdApp.*")
    start = time.perf_counter()
    engine = open_engine()
    print(f"open the engine once: {(time.perf_counter() - start) * 1e3:.0f} ms")
    for name, smiles in QUESTIONS.items():
        found = measure(engine, smiles, rounds)
        print(f"\n{name}")
        for part, figure in found.items():
            print(f"  {part:<16}{figure:>9.0f} µs")
        for alternative in ("InChIKey table", "bare SMARTS"):
            print(f"  identify / {alternative}: {found['identify'] / found[alternative]:.2f}")


if __name__ == "__main__":
    main()
