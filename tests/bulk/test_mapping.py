"""A mapping on a file: columns found, rows left out, cells taken apart, directions turned."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from fullest.bulk.mapping import MappedForm
from fullest.bulk.mapping_file import load_mapping, read_mapping
from fullest.bulk.table import Part, Row, Table
from fullest.errors import MissingField, UnreadableValue

ELIC = load_mapping("ch-seco-elic")
COLUMNS = ("Bestimmungsland", "Güterart", "Richtung", "EKN", "Wert [CHF]")
REQUEST = {
    "item": {"entry": "cwc/3.B.14"},
    "origin": "CHE",
    "destination": "Armenien",
    "date": "2016-12-31",
    "purpose": "not-prohibited",
    "amount": None,
}
ROW = {"Bestimmungsland": "Armenien", "Güterart": "Chemikalien CWÜ", "Richtung": "Ausfuhr", "EKN": "3B.14"}


def form(columns: tuple[str, ...] | None = COLUMNS, name: str = "elic_2016-10-01_2016-12-31.csv") -> MappedForm:
    """The mapping on a file with these columns."""
    return ELIC.form_of(Table(name, columns, iter(())))


def parts(cells: Mapping[str, object]) -> list[Part]:
    """The parts of one row."""
    return list(form().parts(Row(1, 2, {**ROW, **cells})))


def test_a_row_becomes_a_request() -> None:
    """What the file does not give is constant, unknown, or from its name."""
    assert parts({}) == [Part(1, REQUEST)]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_each_line_of_the_exploded_columns_is_a_part(end: str) -> None:
    """Lines belong together by their place, and every one is answered for."""
    dual, chemical = parts({"Güterart": f"Dual Use Güter{end}Chemikalien CWÜ", "EKN": f"1C350.9{end}3B.14"})
    assert (dual.number, "not licensed as" in dual.left_out) == (1, True)
    assert chemical == Part(2, REQUEST)


def test_cells_with_different_numbers_of_lines_are_unreadable() -> None:
    """Nobody could tell which line belongs to which; an empty last line counts."""
    with pytest.raises(UnreadableValue, match="kind has 2, code has 1") as caught:
        parts({"Güterart": "Dual Use Güter\nChemikalien CWÜ", "EKN": "3B.14"})
    assert caught.value.at == 'column "Güterart"'


def test_imports_turn_the_direction() -> None:
    """The country that is named is the one they come from."""
    request = parts({"Richtung": "Einfuhr"})[0].request
    assert request == {**REQUEST, "origin": "Armenien", "destination": "CHE"}


def test_rows_of_another_matter_are_left_out_with_the_reason() -> None:
    """Brokered goods are somewhere else."""
    assert "brokering" in parts({"Richtung": "Vermittlung"})[0].left_out


def test_a_condition_on_a_column_that_the_file_lacks_is_fulfilled() -> None:
    """The file of 2014 has no direction."""
    columns = tuple(column for column in COLUMNS if column != "Richtung")
    assert next(form(columns).parts(Row(1, 2, ROW))).request == REQUEST


def test_a_cell_that_cannot_be_read_names_the_files_own_column() -> None:
    """Not the mapping's word for it."""
    problem = parts({"EKN": "2E.1"})[0].problem
    assert problem
    assert (problem.at, problem.message) == ('column "EKN"', 'cannot read "2E.1"')


def test_a_missing_column_is_told_before_any_row_with_the_nearest() -> None:
    """And with the columns that there are."""
    with pytest.raises(MissingField, match="no column for kind") as caught:
        form(("Bestimmungsland", "Guterart", "EKN"))
    assert '"Guterart"' in caught.value.hint


def test_two_columns_for_one_are_refused() -> None:
    """Nobody could tell which one counts."""
    with pytest.raises(UnreadableValue, match="both serve as kind"):
        form((*COLUMNS, "Position / Güterart"))


def test_a_name_that_does_not_give_the_period_is_refused() -> None:
    """The remedy shows the pattern."""
    with pytest.raises(UnreadableValue, match="the file's name does not say") as caught:
        form(name="licences.csv")
    assert "last" in caught.value.hint


def test_objects_of_json_lines_can_be_mapped_too() -> None:
    """Their keys are the first of the headers; numbers and nothing become text."""
    mapping = read_mapping(
        "title = 'x'\n[columns]\ncode.headers = ['code', 'Code']\nnote.headers = ['note']\n"
        "[field.item]\ncolumn = 'code'\n[field.end_use]\ncolumn = 'note'\n",
        "x.toml",
    )
    mapped = mapping.form_of(Table("a.jsonl", None, iter(())))
    assert next(mapped.parts(Row(1, 1, {"code": 17, "note": None}))).request == {"item": "17"}


def test_what_was_taken_for_granted_is_told_with_its_reason() -> None:
    """Constants, unknowns and silence, in the order of the mapping."""
    told = [(one.field, one.value) for one in ELIC.assumptions()]
    assert told == [
        ("origin", "CHE"),
        ("purpose", "not-prohibited"),
        ("amount", "unknown"),
        ("concentration", "left out"),
    ]
    assert all(one.because for one in ELIC.assumptions())


def test_a_field_can_be_left_open() -> None:
    """Then it is unknown in every row, whatever the mapping had for it."""
    mapping = ELIC.leaving_open("concentration").leaving_open("purpose")
    mapped = mapping.form_of(Table("elic_2016-10-01_2016-12-31.csv", COLUMNS, iter(())))
    request = next(mapped.parts(Row(1, 2, ROW))).request
    assert request == {**REQUEST, "concentration": None, "purpose": None}
