"""Make the tables of memberships again from a folder with the reference data.

    python tools/carry_memberships.py --from ../shared/data

Every row of `treaty_status.csv` and `groups.csv` is carried; the counts for each body are compared at the end. Rows
whose source is `worked-out` are kept by hand in the tables and stay as they stand. Notes are put in our own words by
`NOTES`; a note that none of them covers stops the run. `bodies.toml` is kept by hand and names the sources.
"""

from __future__ import annotations

import argparse
import csv
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TypeAlias, TypedDict

Row: TypeAlias = dict[str, str]
DATA = Path(__file__).resolve().parents[1] / "src/fullest/corpus/data/memberships"
COLUMNS = (
    "body", "iso3", "how", "signed", "deposited", "since", "until", "known_on", "disputed_since", "expected_end",
    "verified", "note", "source",
)  # fmt: skip
KEPT = "worked-out"
IDS = {"IAEA": "iaea-statute"}
FROM_MEMORY = re.compile(r"memory|unverified|general knowledge", re.IGNORECASE)
# Where the reference table holds a party or member and no act of joining, this word stands for the act.
NO_ACT = {"iaea-statute": "member", "cppnm": "party", "cppnm-a": "party"}
DAY = r"\d{4}-\d\d-\d\d"
DAYS = rf"{DAY}(?:/{DAY})*"
IN_FORCE_BY = re.compile(rf"(?<!probably )in force (?:at|by) ({DAY})")
# Nobody is bound yet, so no day is one by which a State is known to be.
NO_DAY = ("ctbt",)


class Source(TypedDict, total=False):
    """A `[[source]]` of `bodies.toml`, as far as this tool reads it."""

    key: str
    as_of: date
    written: list[str]


# (body, iso3): the column, what the reference table says, what stands here, and why.
CORRECTIONS = {
    ("bwc", "ECU"): ("since", "1975-03-12", "1975-03-26",
                     "the reference table gives the day of deposit, 1975-03-12; the Convention was not yet in force"),
    ("eu", "GBR"): ("until", "2020-01-31", "2020-02-01",
                    "the reference table gives 2020-01-31, the last day of membership"),
}  # fmt: skip

# A part of a note, what it says in our words, and columns that it fills.
NOTES: tuple[tuple[str, str, Row], ...] = (
    (rf"deposits with more than one depositary: ({DAYS})", r"deposited with several depositaries: \1", {}),
    (rf"signature dates by depositary: ({DAYS})", r"signed with several depositaries: \1", {}),
    (rf"UNODA shows ({DAYS}) \(several depositaries or a slip\)", r"UNODA gives \1 for the deposit", {}),
    (r"Swiss date used as first deposit", "the Swiss list has the first deposit", {}),
    (r"Swiss list says accession", "an accession in the Swiss list", {}),
    (rf"Swiss list: succession effective ({DAY})", r"Swiss list: succession with effect from \1", {}),
    (rf"UNODA: accession, ({DAYS})", r"UNODA: accession, \1; the two sources disagree", {}),
    (rf"the Swiss list prints ({DAY}) as entry into force, a slip", r"the Swiss list prints \1, a slip", {}),
    (rf"the Swiss list prints ({DAY}), the Dutch database ({DAY})", r"Swiss list \1, Dutch treaty database \2", {}),
    (rf"two predecessor States: .*signed ({DAY}), ratified ({DAY})\) and PDR Yemen \(south\)",
     r"acts of the Yemen Arab Republic (signed \1, ratified \2); Democratic Yemen was the other predecessor", {}),
    (rf"the south ratified earlier, ({DAY}) in some lists \(memory\)",
     r"from memory, some lists have Democratic Yemen earlier, \1", {}),
    (rf"DISPUTED withdrawal: notice given ({DAY}), DPRK claims effect from ({DAY}) .* would have ended ({DAY})",
     r"notice of withdrawal given \1, with effect the next day in its own view; three months would have ended \3",
     {"disputed_since": r"\2"}),
    (r"UNODA still lists it and NPT conferences leave the question open",
     "UNODA lists it as a party; the conferences of the Treaty leave the question open", {}),
    (rf"not a party as of ({DAY})", r"not a party by \1", {}),
    (r"signed only|signed, not ratified", "signed, not ratified", {}),
    (rf"signed, not ratified, as of ({DAY})", r"signed, not ratified by \1", {}),
    (rf"not ratified as of ({DAY})", r"signed, not ratified by \1", {}),
    (rf"neither signed nor ratified as of ({DAY})", r"neither signed nor ratified by \1", {}),
    (r"treaty not in force", "the treaty is not in force", {}),
    (r"bound_since left empty, deposited = instrument of ratification", "", {}),
    (rf"ratification withdrawn ({DAY})", r"ratification withdrawn \1", {}),
    (r"remains a signatory", "still a signatory", {}),
    (r"bound_since computed \(Art\. XXI\)", "entry into force worked out by Article XXI", {}),
    (r"bound_since computed: deposit \+ 30 days \(Art\. XXI\)", "entry into force worked out by Article XXI", {}),
    (r"bound_since computed: later of treaty entry into force and deposit",
     "the later of the treaty's entry into force and the deposit", {}),
    (rf"bound_since computed: later of ({DAY}) and deposit \+ (\d+) days \((Art\. \d+)\)",
     r"the later of \1 and \2 days after the deposit (\3)", {}),
    (r"deposit date from source", "", {}),
    (r"Dutch treaty database page 005140", "deposit from the Dutch treaty database", {}),
    (rf"deposited on the day of entry into force, some lists may give ({DAY})",
     r"deposited on the day the Convention entered into force; some lists may give \1", {}),
    (r"NOT a party", "not a party", {}),
    (r"neither signed nor acceded \(2015 scrape", "neither signed nor acceded in the list of 2015", {}),
    (r"signed, not ratified \(2015 scrape", "signed, not ratified in the list of 2015", {}),
    (r"confirmed still outside in 2022 Wikipedia mirror", "still outside in 2022", {}),
    (r"CIA Factbook Feb 2026 agrees\)", "and in February 2026", {}),
    (r"deposit date from memory, unverified", "deposit from memory", {}),
    (rf"succession, effective from independence ({DAY})", r"succession with effect from independence, \1", {}),
    (r"deposit date: Wikipedia list of parties .*", "deposit from Wikipedia's list of parties", {}),
    (r"dates as in the Swiss list", "", {}),
    (r"other official lists differ by days or months for some States", "official lists differ by days or months", {}),
    (rf"the Protocol itself is usually dated in force from ({DAY})",
     r"the Protocol itself is usually dated from \1", {}),
    (r"accession in (\d{4}) \(memory, unverified", r"accession in \1, from memory", {"since": r"\1"}),
    (r"date left empty\)", "", {}),
    (r"approximate: Art\. 29 .* only on waiver of conditions",
     "approximate: in force for a State only on a waiver of conditions (Art. 29), perhaps later", {}),
    (r"true date may be later", "", {}),
    (rf"in force for all 33 since ({DAY})", r"in force for all 33 since \1", {}),
    (rf"some official lists give ({DAY}) as the entry into force of the treaty",
     r"some official lists give \1 for the treaty's entry into force", {}),
    (rf"signed, not ratified, as of ({DAY})", r"signed, not ratified by \1", {}),
    (r"Euratom member, declared as such", "declared as a member of Euratom", {}),
    (r"contracting State in the OECD-NEA table .*2018-19", "a contracting State in the table of about 2018-19", {}),
    (r"only the first rows of the table were readable, so absence here means nothing\)", "", {}),
    (r"date not found", "", {}),
    (r"Swiss date from SR 0\.732\.031", "day from SR 0.732.031", {}),
    (r"member since October 2024, day cut off in source: .*shows October 17",
     "since October 2024, perhaps the 17th", {"since": "2024-10"}),
    (r"the Nov 2024 Wikipedia list has 180 members, this table reaches 180", "", {}),
    (r"Wikipedia list \(mirror wikimili\.com, Nov 2024\)", "", {}),
    (r"CIA Factbook 2026 agrees it is a member", "a member in the Factbook of 2026 too", {}),
    (r"member since (\d{4}), day unknown \(memory\)", r"since \1, from memory", {"since": r"\1"}),
    (r"date from memory, unverified", "date from memory", {}),
    (r"an earlier membership ended (\d{4}) \(memory\)", r"an earlier membership ended in \1", {}),
    (rf"member ({DAY}) to ({DAY}), rejoined ({DAY}) \(earlier period from memory\)",
     r"an earlier membership ended \2", {}),
    (r"withdrew from the IAEA", "withdrew", {}),
    (r"dates from memory, unverified", "dates from memory", {}),
    (r"Yugoslavia had been a member since 1957", "Yugoslavia had been a member since 1957", {}),
    (rf"in force by ({DAY})", "", {}),
    (r"date of entry into force not found offline", "", {}),
    (r"Quadripartite Agreement INFCIRC/435 \(date from memory\)",
     "the four-party agreement INFCIRC/435, date from memory", {}),
    (r"INFCIRC/193 with Euratom \(date from memory\)", "INFCIRC/193 with Euratom, date from memory", {}),
    (r"other EU non-nuclear-weapon States acceded later", "", {}),
    (r"INFCIRC/264", "INFCIRC/264", {}),
    (r"INFCIRC/403", "INFCIRC/403", {}),
    (r"DISPUTED since the NPT withdrawal of 2003",
     "disputed with the withdrawal from the Non-Proliferation Treaty", {"disputed_since": "2003-01-11"}),
    (r"no inspectors since 2009-04 \(memory\)", "no inspectors since April 2009, from memory", {}),
    (rf"NOT in force at ({DAY})", r"none in force on \1", {}),
    (r"not an NPT party", "not a party to the Non-Proliferation Treaty", {}),
    (r"in force (?:in|during) (\d{4})(?: \(CSA and AP on the same day\))?(?:, day not found)?",
     r"in force during \1, day not known", {"since": r"\1"}),
    (r"day not found", "", {}),
    (r"voluntary offer agreement of a nuclear-weapon State, (INFCIRC/\d+)(?: \(.*\))?", r"\1, dates from memory", {}),
    (rf"since ({DAY}) (INFCIRC/\d+) \(dates and numbers from memory, unverified\)", r"since \1 \2", {}),
    (r"item-specific safeguards agreement\(s\) of the INFCIRC/66 type only, no comprehensive agreement",
     "no comprehensive agreement", {}),
    (rf"in force at ({DAY})", "", {}),
    (rf"EU-15 date ({DAY}) from memory", r"with the European Union of fifteen, date from memory", {}),
    (r"AP to a voluntary offer agreement", "additional to a voluntary offer agreement", {}),
    (r"date from Swiss SR 0\.515\.031\.1", "day from SR 0.515.031.1", {}),
    (r"entered into force after the 2011 list", "", {}),
    (rf"no AP in force at ({DAY}): list from memory, unverified, but .*",
     r"none in force on \1: from memory, though the number fits the count of the Ban Monitor", {}),
    (rf"probably in force by ({DAY}) \(memory, unverified\)", r"perhaps in force by \1, from memory", {}),
    (r"the Ban Monitor total of 137 .*", "", {}),
    (r"none in force", "none in force", {}),
    (r"India-specific protocol \((INFCIRC/\S+)\), not the model AP", r"a protocol of its own (\1), not the model", {}),
    (r"date from memory", "date from memory", {}),
    (r"signed, never in force", "signed, never in force", {}),
    (rf"applied provisionally 2003-12 to 2006-02 and ({DAY}) to ({DAY}) \(memory\)",
     r"from memory, applied provisionally from 2003-12 to 2006-02 and from \1 to \2", {}),
    # Groups.
    (r"date: memory, unverified", "date from memory", {}),
    (r"not in US Country Group (A:\d) \(US policy choice, still a participating government\)",
     r"left out of United States Country Group \1, which is not the list of participants", {}),
    (r"not in US Country Group (A:\d)", r"left out of United States Country Group \1", {}),
    (r"still a (?:partner|participating State)", "takes part all the same", {}),
    (r"date: two web lists agree .*", "year from two web lists that agree", {}),
    (r"missing from the CIA Factbook list", "missing in the Factbook", {}),
    (r"date: Australia Group statement .*", "day from a statement of the Group", {}),
    (r"European Union \(Commission\) is itself a member", "the European Union is itself a member", {}),
    (r"EUU is not an ISO 3166-1 code", "", {}),
    (r"only in one source", "in one source of two", {}),
    (r"kept because the total then equals the official 121 \(known from memory\)",
     "with it the number is the official 121, from memory", {}),
    (r"only in one of two sources", "in one source of two", {}),
    (r"former member", "former member", {}),
    (r"memory, unverified", "from memory", {}),
    (r"listed, though China says it supports the Group without being a member",
     "listed, though China says that it supports the Group without being a member", {}),
    (r"WEOG member for elections in New York", "counted here for elections in New York", {}),
    (r"takes part in both WEOG and Asia-Pacific, elected as WEOG",
     "takes part in the Asia-Pacific Group too; elected here", {}),
    (r"not formally a member of any group", "formally in no group", {}),
    (r"counted here for elections", "counted here for elections", {}),
    (rf"transition period ended ({DAY})", r"transition ended \1", {}),
    (rf"graduation scheduled for ({DAY})(?:, check)? \(graduation dates: memory, unverified\)",
     r"graduation scheduled for \1, from memory", {"expected_end": r"\1"}),
    (rf"graduated ({DAY}) \(graduation dates: memory, unverified\)", r"graduated \1, from memory", {}),
    (r"former LDC, graduation date: memory, unverified", "graduated; date from memory", {}),
    (r"territory or not in the second source", "in one source of two", {}),
    (r"year of the classification not stated by the source", "the source does not state the year", {}),
    (rf"seat held by the PRC since ({DAY})", r"seat held by the People's Republic since \1", {}),
    (rf"USSR seat continued by Russia since ({DAY}) \(memory\)",
     r"seat of the Soviet Union, continued by Russia since \1, from memory", {}),
    (r"nuclear-weapon State in the sense of the NPT", "", {}),
)  # fmt: skip


def main() -> None:
    """Read the folder named on the command line and write the two tables."""
    parser = argparse.ArgumentParser(description="make the tables of memberships again")
    parser.add_argument("--from", dest="folder", type=Path, required=True, help="the folder with the reference data")
    folder: Path = parser.parse_args().folder
    sources: list[Source] = tomllib.loads((DATA / "bodies.toml").read_text(encoding="utf-8"))["source"]
    carry(list(_csv(folder / "treaty_status.csv")), "treaties.csv", sources)
    carry(list(_csv(folder / "groups.csv")), "groups.csv", sources)


def carry(given: list[Row], name: str, sources: list[Source]) -> None:
    """Carry one table, keep the rows that are kept by hand, compare the counts and write it."""
    rows = [_treaty(row, sources) if "treaty" in row else _group(row, sources) for row in given]
    kept = [row for row in _csv(DATA / name) if KEPT in row["source"]] if (DATA / name).exists() else []
    before = Counter(_body(row.get("treaty") or row["group"]) for row in given)
    after = Counter(row["body"] for row in rows)
    if before != after:
        raise SystemExit(f"{name}: rows were lost: {before - after} {after - before}")
    order = {body: place for place, body in enumerate(before)}
    rows = sorted(rows + kept, key=lambda row: (order[row["body"]], row["iso3"], row["since"]))
    _write(DATA / name, rows)
    print(f"{name}: {len(given)} rows carried for {len(before)} bodies, {len(kept)} kept by hand")


def _treaty(row: Row, sources: list[Source]) -> Row:
    body = _body(row["treaty"])
    columns = {
        "signed": row["signed"],
        "deposited": row["deposited"],
        "since": row["bound_since"],
        "until": row["left_on"],
    }
    how = row["how"] or NO_ACT.get(body, "")
    return _carried(body, row, {"how": how, **columns}, sources)


def _group(row: Row, sources: list[Source]) -> Row:
    columns = {"how": "member", "since": row["member_since"], "until": row["left_on"]}
    return _carried(_body(row["group"]), row, columns, sources)


def _carried(body: str, row: Row, columns: Row, sources: list[Source]) -> Row:
    note, filled = _note(row["note"])
    carried = dict.fromkeys(COLUMNS, "") | {"body": body, "iso3": row["iso3"]} | columns | filled
    named = [source for source in sources if any(words in row["source"] for words in source["written"])]
    if not named:
        raise SystemExit(f"no [[source]] of bodies.toml is meant by {row['source']!r}")
    if carried["how"] and not carried["since"] and carried["body"] not in NO_DAY:
        carried["known_on"] = _known_on(row["note"], named)
    carried["verified"] = "false" if FROM_MEMORY.search(f"{row['note']} {row['source']}") else "true"
    carried["source"] = "|".join(source["key"] for source in named)
    return _corrected(carried, note)


def _known_on(note: str, named: list[Source]) -> str:
    """The day by which it holds: as the note has it, else the earliest of the sources' days."""
    if match := IN_FORCE_BY.search(note):
        return match[1]
    if "probably" in note:
        return ""
    return min((source["as_of"].isoformat() for source in named if "as_of" in source), default="")


def _corrected(carried: Row, note: list[str]) -> Row:
    correction = CORRECTIONS.get((carried["body"], carried["iso3"]))
    if correction and carried[correction[0]] == correction[1]:
        column, _, put, why = correction
        carried[column] = put
        note = [*note, why]
    carried["note"] = "; ".join(dict.fromkeys(part for part in note if part))
    return carried


def _note(note: str) -> tuple[list[str], Row]:
    """A note in our words, and the columns that it fills."""
    said: list[str] = []
    filled: Row = {}
    for part in filter(None, note.split("; ")):
        pattern, words, columns = next((one for one in NOTES if re.fullmatch(one[0], part)), ("", "", {}))
        match = re.fullmatch(pattern, part)
        if not match:
            raise SystemExit(f"no words for the note {part!r}")
        said.append(match.expand(words))
        filled |= {column: match.expand(value) for column, value in columns.items()}
    return said, filled


def _body(name: str) -> str:
    first = name.split(" ", maxsplit=1)[0]
    return IDS.get(first, first.lower())


def _csv(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def _write(path: Path, rows: Iterable[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(COLUMNS), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()
