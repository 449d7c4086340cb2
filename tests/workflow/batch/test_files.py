"""What comes as a list is looked at with care: broken, hostile, too large, or simply not one."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from desk.workflow.batch.columns import columns_of, may_be_listed, outcome_columns
from desk.workflow.batch.files import MOST_UNPACKED, read_list
from desk.workflow.batch.problems import ListRefused
from desk.workflow.batch.rows import item_of
from desk.workflow.batch.sheet import LARGEST_FILE, MOST_ROWS
from desk.workflow.batch.writing import write_template
from forms.catalogue import delivered
from forms.items import Item
from tests.workflow.batch.conftest import HEADINGS, checked, row, said, written
from tests.workflow.conftest import Walk, dump

Make = Callable[[Path], object]


def text(content: bytes) -> Make:
    return lambda file: file.write_bytes(content)


def repacked(part: str, content: bytes) -> Make:
    """Make a right workbook with one part exchanged."""

    def make(file: Path) -> None:
        right = written(file.with_name("right.xlsx"), [row(1)])
        with zipfile.ZipFile(right) as old, zipfile.ZipFile(file, "w", 8) as new:
            for name in old.namelist():
                new.writestr(name, content if name == part else old.read(name))

    return make


SHEET = "xl/worksheets/sheet1.xml"
FAR = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    b'<row r="99999999999"><c r="A99999999999"><v>1</v></c></row></sheetData></worksheet>'
)
LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda _file: None, "LIST-NO-FILE"),
        (lambda file: file.mkdir(), "LIST-NO-FILE"),
        (text(b""), "LIST-EMPTY"),
        (text(",".join(HEADINGS).encode()), "LIST-EMPTY"),
        (text(b"\xd0\xcf\x11\xe0" + b"\0" * 600), "LIST-OLD"),
        (text(b"PK\x03\x04 and nothing more"), "LIST-UNREADABLE"),
        (text(b"%PDF-1.7\n\0\0\xff\xff"), "LIST-UNREADABLE"),
        (text('"权利人\n'.encode()), "LIST-UNREADABLE"),
        (text(b" " * (LARGEST_FILE + 1)), "LIST-LARGE"),
        (text(b"a,b\n" + b"1,2\n" * (MOST_ROWS + 1)), "LIST-ROWS"),
        (text(b"a" + b",1" * 200), "LIST-COLUMNS"),
        (repacked(SHEET, b"<worksheet><sheetData><row"), "LIST-UNREADABLE"),
        (repacked(SHEET, LAUGHS), "LIST-BOMB"),
        (repacked(SHEET, LAUGHS.decode().encode("utf-16")), "LIST-BOMB"),
        (repacked(SHEET, b" " * (MOST_UNPACKED + 1)), "LIST-BOMB"),
        (repacked(SHEET, FAR), "LIST-LINES"),
        (repacked("xl/workbook.xml", b"<workbook/>"), "LIST-UNREADABLE"),
    ],
)
def test_what_is_no_list_is_refused_with_a_reason(tmp_path: Path, make: Make, code: str) -> None:
    file = tmp_path / "list.xlsx"
    make(file)

    with pytest.raises(ListRefused) as refusal:
        read_list(file)

    assert [fault.code for fault in refusal.value.faults] == [code]
    assert refusal.value.text("zh") != refusal.value.text("en")


def test_every_column_that_lacks_or_is_unknown_is_named(small: Walk, tmp_path: Path) -> None:
    headings = ("不动产单元号", "权利人", "证件种类", "证件", "证件种类", "")
    values = ("1", "2", "3", "4", "5", "stray")

    with pytest.raises(ListRefused) as refusal:
        checked(small, written(tmp_path / "list.xlsx", [values], headings))

    assert [(f.code, *f.facts.values()) for f in refusal.value.faults] == [
        ("LIST-HEADING", "证件", "D"),
        ("LIST-HEADING-TWICE", "证件种类", "E"),
        ("LIST-NO-HEADING", "F2"),
        ("LIST-MISSING", "证件号", "Identity number"),
        ("LIST-MISSING", "成交价格（元）", "Price (yuan)"),
    ]


def test_formulas_errors_and_lost_digits_are_told_at_their_cells(
    small: Walk, tmp_path: Path
) -> None:
    file = written(tmp_path / "list.xlsx", [row(1), row(2), row(3)])
    book = openpyxl.load_workbook(file)
    sheet = book.worksheets[0]
    sheet["F2"] = "=1+1"
    sheet["D3"] = 220403195909073514
    sheet["E4"] = "#N/A"
    book.save(file)
    before = dump(small.url)

    outcome = checked(small, file)

    assert said(outcome) == [
        (2, "fields/price", "LIST-FORMULA"),
        (3, "holder_id_number", "LIST-CELL-DIGITS"),
        (4, "phone", "LIST-CELL-ERROR"),
    ]
    assert dump(small.url) == before


def test_a_formula_in_a_text_file_is_none_either(small: Walk, tmp_path: Path) -> None:
    values = [str(value) for value in row(1, price="=1+1")]
    file = tmp_path / "list.csv"
    file.write_text("\n".join((",".join(HEADINGS), ",".join(values))), encoding="utf-8")

    assert said(checked(small, file)) == [(2, "fields/price", "LIST-FORMULA")]


def test_the_macros_of_a_workbook_are_never_touched(small: Walk, tmp_path: Path) -> None:
    file = written(tmp_path / "list.xlsx", [row(1)]).rename(tmp_path / "list.xlsm")
    with zipfile.ZipFile(file, "a") as parts:
        parts.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0" + b"macro" * 100)

    assert checked(small, file).case_numbers == {2: "2018-0000001"}


def test_cells_with_line_breaks_and_quotes_stay_whole(small: Walk, tmp_path: Path) -> None:
    values = list(map(str, row(1)))
    values[1], values[3] = '"赵海燕\n许勇"', '"220402196708162201\n220403195909073514"'
    file = tmp_path / "list.csv"
    file.write_text("\n".join((",".join(HEADINGS), ",".join(values))), encoding="utf-8")

    assert checked(small, file).problems == ()


@pytest.mark.parametrize("item", delivered().items.values(), ids=lambda item: item.code)
def test_no_two_columns_of_an_item_share_a_heading(item: Item) -> None:
    columns = (*columns_of(item, delivered()), *outcome_columns())

    for language in ("zh", "en"):
        headings = [column.heading(language) for column in columns]
        assert len(headings) == len(set(headings)), item.code


def test_the_items_that_come_as_lists(tmp_path: Path) -> None:
    catalogue = delivered()
    alone = {item.code for item in catalogue.items.values() if not may_be_listed(item)}

    assert alone == {"LY032", "LY055", "LY058", "LY059"}
    for code in catalogue.items.keys() - alone:
        write_template(tmp_path / f"{code}.xlsx", catalogue.items[code], catalogue, "en")
    with pytest.raises(ListRefused) as refusal:
        item_of(catalogue, "LY058")
    assert "LY058" in refusal.value.text("zh")
    with pytest.raises(ListRefused, match="LIST-KIND"):
        item_of(catalogue, "LY099")
