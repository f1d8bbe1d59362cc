"""An answer as text for the terminal, in the order in which people read it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.tree import Tree

from fullest.cli.terminal import COLOURS, SIGNS, words
from fullest.terms.text import Language

Answer: TypeAlias = Mapping[str, Any]


class AnswerText:
    """Writes one answer, in one language."""

    def __init__(self, console: Console, language: Language) -> None:
        self._console, self._words = console, words(language)
        self._colon = self._words["colon"]

    def write(self, answer: Answer, *, reasons: bool) -> None:
        """Write the whole answer. Unless all reasons are wanted, those of the duties that decide are shown."""
        self._console.print(f"\n[bold]{escape(answer['sentence'])}[/bold]\n")
        self._layers(answer)
        self._section("item", [answer["item"]["says"]])
        self._duties("do", answer["duties"])
        self._duties("exchange", answer["facilitates"])
        self._questions(answer["questions"])
        self._section("assumed", [one["says"] for one in answer["assumed"]])
        self._section("limits", [one["says"] for one in answer["untranslatable"]])
        self._readings(answer["readings"])
        self._reasons([*answer["duties"], *answer["facilitates"]] if reasons else _deciding(answer))
        self._section("gaps", [one["says"] for one in answer["not_looked_at"]])
        self._section("notices", answer["notices"])
        self._console.print(f"\n[faint]{self._words['corpus']} {answer['corpus']}[/faint]")

    def _layers(self, answer: Answer) -> None:
        for layer, outcome in answer["layers"].items():
            self._console.print(f"  {self._words[layer]:<16}{self._rung(outcome)}")

    def _rung(self, outcome: Mapping[str, str] | None) -> str:
        if outcome is None:
            return f"[dim]{SIGNS[None]} {self._words['not looked at']}[/dim]"
        low, high = outcome["at_least"], outcome["at_most"]
        return self._sign(low) if low == high else f"{self._sign(low)} {self._words['to']} {self._sign(high)}"

    def _sign(self, rung: str) -> str:
        return f"[{COLOURS[rung]}]{SIGNS[rung]} {self._words[rung]}[/]"

    def _duties(self, title: str, duties: Iterable[Answer]) -> None:
        listed = list(duties)
        if listed:
            self._title(title)
        for duty in _shared(listed):
            if duty["certain"]:
                self._duty(duty)
            else:
                self._possible(duty)

    def _possible(self, duty: Answer) -> None:
        """A duty that depends on the open questions, in one line."""
        sign = SIGNS[duty["effect"]] if duty.get("effect") else "·"
        title = f"{escape(duty['title'])} [cite]{escape(duty['cites'])}[/cite]"
        self._line(f"{sign} [dim]{self._words['may']}{self._colon}[/dim]{title}")

    def _duty(self, duty: Answer) -> None:
        sign = SIGNS[duty.get("effect")] if duty.get("effect") else "·"
        holders = f"[bold]{escape(', '.join(duty['holders']))}[/bold]"
        self._line(f"{sign} {holders}{self._colon}{escape(duty['asks'])} [cite]{escape(duty['cites'])}[/cite]")
        if duty.get("due"):
            self._line(f"  {self._words['due']} {duty['due']}{self._colon}{escape(duty['due_says'])}", 4)
        for paper in duty.get("papers_say", []):
            self._line(f"  {self._words['papers']}{self._colon}{escape(paper['title'])}", 4)
            for point in paper["points"]:
                self._line(f"– {escape(point)}", 8)

    def _questions(self, questions: list[Answer]) -> None:
        if questions:
            self._title("questions")
        for number, question in enumerate(questions, 1):
            self._line(f"{number}. {escape(question['ask'])}")
            if question["help"]:
                self._line(f"[dim]{escape(question['help'])}[/dim]", 5)
            self._line(f"[dim]{self._words['answer with']}{self._colon}[/dim]{escape(_option_of(question))}", 5)

    def _readings(self, readings: list[Answer]) -> None:
        """Contested readings, with who holds each."""
        if readings:
            self._title("readings")
        for reading in readings:
            self._line(f"{escape(reading['title'])} {escape(reading['says'])} [cite]{escape(reading['cites'])}[/cite]")
            for holder in reading["held_by"]:
                self._line(f"{self._words['held by']}{self._colon}{escape(holder)}", 4)

    def _reasons(self, duties: list[Answer]) -> None:
        if duties:
            self._title("why")
        for duty in duties:
            reason = duty["because"]
            says = f"{escape(reason['says'])} [cite]{escape(reason['cites'])}[/cite]"
            tree = Tree(f"{self._truth(reason)} {escape(duty['holder_name'])}{self._colon}{says}")
            self._branch(tree, reason["parts"])
            self._console.print(Padding(tree, (0, 0, 0, 2)))

    def _branch(self, tree: Tree, parts: Iterable[Answer]) -> None:
        for part in parts:
            branch = tree.add(
                f"{self._truth(part)} {escape(part['says'])} [cite]{escape(part['cites'])}[/cite]".rstrip()
            )
            self._branch(branch, part["parts"])

    def _truth(self, reason: Answer) -> str:
        return {True: "✓", False: "✗", None: "?"}[reason["value"]]

    def _section(self, title: str, lines: Iterable[str]) -> None:
        listed = [line for line in lines if line]
        if listed:
            self._title(title)
        for line in listed:
            self._line(escape(line))

    def _title(self, key: str) -> None:
        self._console.print(f"\n[bold]{self._words[key]}[/bold]")

    def _line(self, text: str, indent: int = 2) -> None:
        self._console.print(Padding(text, (0, 0, 0, indent)))


def _deciding(answer: Answer) -> list[Answer]:
    """The duty that sets the upper bound; where nothing restrains, the first that facilitates."""
    rung = answer["outcome"]["at_most"]
    return [duty for duty in answer["duties"] if duty["effect"] == rung][:1] or answer["facilitates"][:1]


def _shared(duties: list[Answer]) -> list[Answer]:
    """Duties that two States carry alike, written once with both names."""
    found: dict[tuple[str, bool], dict[str, Any]] = {}
    for duty in duties:
        held = found.setdefault((duty["rule"], duty["certain"]), {**duty, "holders": []})
        held["holders"].append(duty["holder_name"])
    return list(found.values())


def _option_of(question: Answer) -> str:
    fact = question["fact"]
    if fact == "item":
        return '--item "cas:…"'
    values = " | ".join(option["value"] for option in question["options"])
    values = values or ("yes | no" if question["type"] == "truth" else question["example"])
    return f"--{fact} {values}" if fact in ("amount", "concentration", "purpose") else f"--fact {fact}={values}"
