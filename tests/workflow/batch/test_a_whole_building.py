"""The homes of a new building are accepted from one list, or none of them is."""

from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import func, select

from db.session import open_engine
from db.tables.cases import CASE_NUMBERS, CASES
from db.verify import verify
from desk.workflow import commands as c
from desk.workflow.batch.files import read_list
from desk.workflow.batch.writing import write_outcome, write_template
from desk.workflow.errors import DeskError
from desk.workflow.queries import register
from forms.catalogue import delivered
from tests.workflow.batch.conftest import (
    BUYERS,
    HEADINGS,
    checked,
    home,
    row,
    said,
    written,
)
from tests.workflow.conftest import BUYER, SELLER, Walk, dump, sale

FORTY = [row(number) for number in range(1, 41)]


def cases(walk: Walk) -> int:
    with walk.desk.ask() as reader:
        return int(reader.rows(select(func.count().label("n")).select_from(CASES))[0]["n"])


def test_forty_homes_are_accepted_and_one_is_carried_to_its_certificate(
    building: Walk, tmp_path: Path
) -> None:
    outcome = checked(building, written(tmp_path / "list.xlsx", FORTY))

    assert outcome.problems == ()
    assert outcome.case_numbers is not None
    assert list(outcome.case_numbers) == list(range(2, 42))
    assert outcome.case_numbers[2] == "2018-0000001"
    assert cases(building) == 40
    with building.desk.ask() as reader:
        third = select(CASE_NUMBERS.c.case_id).where(CASE_NUMBERS.c.no == 3)
        case_id = reader.rows(third)[0]["case_id"]
    building.now = building.now.replace(hour=3)
    building.do(c.ChargeCase(case_id=case_id), "w1")
    building.do(c.PayCharge(case_id=case_id, what="all", method="scan"), "w1")
    building.do(c.ClaimCase(case_id=case_id, any_order=True), "a1")
    building.do(c.DecideCase(case_id=case_id, decision="approve", opinion="同意登记。"), "a1")
    building.do(c.RegisterCase(case_id=case_id), "a1")
    building.do(c.PrintCertificates(case_id=case_id), "w1")
    issued = building.on_case(c.IssueCase(case_id=case_id, to=BUYER, method="counter"), "w1")
    assert issued.state == "issued"
    with building.desk.ask() as reader:
        view = register.unit(reader, home(3), building.now)
    assert view is not None
    assert [r.right.holders[0].name for r in view.rights if r.live] == [BUYER.name]
    engine = open_engine(building.url)
    assert verify(engine) == []
    engine.dispose()


def test_a_dry_run_tells_the_same_and_keeps_nothing(building: Walk, tmp_path: Path) -> None:
    file = written(tmp_path / "list.xlsx", FORTY[:3])
    before = dump(building.url)

    outcome = checked(building, file, dry_run=True)

    assert outcome.problems == ()
    assert outcome.case_numbers is None
    assert dump(building.url) == before
    again = checked(building, file)
    assert (again.case_numbers or {})[2] == "2018-0000001"  # no number was spent


def test_what_is_rehearsed_is_answered_and_forgotten(building: Walk) -> None:
    command = c.AcceptCase(case_id=c.new_id(), application=sale(home(41), SELLER))
    before = dump(building.url)

    answer = building.desk.rehearse(command, by="w1", at=building.now)

    assert getattr(answer, "case_no", None) == "2018-0000001"
    assert dump(building.url) == before
    done = building.desk.do(command, by="w1", at=building.now)  # the same id, not done yet
    assert getattr(done, "case_no", None) == "2018-0000001"


def test_ten_kinds_of_mistakes_are_all_told_at_their_rows_and_nothing_is_accepted(
    building: Walk, tmp_path: Path
) -> None:
    name, identity = BUYERS[0]
    building.do(c.AcceptCase(case_id=c.new_id(), application=sale(home(41), SELLER)), "w1")
    rows = [
        row(1),
        (home(2)[:-1], *row(2)[1:]),  # a digit of the code lacks
        (home(999), *row(3)[1:]),  # no such home
        row(1),  # the first home once more
        (home(5), name, "身份证", identity[:-1] + "9", "", "1.00", "1"),  # check digit
        (home(6), name, "工作证", identity, "", "1.00", "1"),  # no such paper
        (home(7), name, "身份证", identity, "12", "1.00", "1"),  # no telephone
        row(8, price="很多"),
        row(9, price=""),
        (home(10), "赵海燕、许勇", "身份证", identity, "", "1.00", "1"),  # one number for two
        (home(11), name, "身份证", identity, "", "1.00", "7"),  # homes of the family
        (home(12), "赵\u200b海燕", "身份证", identity, "", "1.00", "1"),  # what can't be seen
        (home(41), *row(13)[1:]),  # a case is open on it
    ]
    before = dump(building.url)

    outcome = checked(building, written(tmp_path / "list.xlsx", rows))

    assert said(outcome) == [
        (3, "units", "V-UNIT-LENGTH"),
        (4, "units", "D-UNKNOWN"),
        (5, "units", "LIST-TWICE"),
        (6, "holder_id_number", "V-ID-CHECK"),
        (7, "holder_id_type", "V-CHOICE"),
        (8, "phone", "V-PHONE-SHAPE"),
        (9, "fields/price", "V-MONEY-SHAPE"),
        (10, "fields/price", "V-REQUIRED"),
        (11, "holder_id_number", "LIST-COUNT"),
        (12, "fields/dwelling_count", "V-TOO-LARGE"),
        (13, "holder", "V-NAME-CHARACTER"),
        (14, None, "R07"),
    ]
    assert said(outcome, "en") == said(outcome)
    assert dump(building.url) == before


def test_the_list_comes_back_with_its_problems_beside_the_rows(small: Walk, tmp_path: Path) -> None:
    file = written(tmp_path / "list.xlsx", [row(1), row(2, price="-5")])
    write_outcome(tmp_path / "checked.xlsx", checked(small, file), "zh")

    sheet = openpyxl.load_workbook(tmp_path / "checked.xlsx").worksheets[0]

    assert [cell.value for cell in sheet[1]] == [*HEADINGS, "受理号", "问题"]
    assert sheet.cell(2, 9).value in {None, ""}
    assert str(sheet.cell(3, 9).value).startswith("“成交价格（元）”栏：")
    assert sheet.cell(3, 1).value == home(2)
    assert sheet.cell(3, 1).number_format == "@"
    assert sheet.cell(3, 6).fill.fgColor.rgb != sheet.cell(2, 6).fill.fgColor.rgb
    assert sheet.freeze_panes == "B2"
    assert sheet.column_dimensions["I"].width > 60

    sheet.cell(3, 6).value = "435000"
    sheet.parent.save(tmp_path / "corrected.xlsx")
    outcome = checked(small, tmp_path / "corrected.xlsx")  # its outcome columns are passed over
    write_outcome(tmp_path / "done.xlsx", outcome, "zh")
    done = openpyxl.load_workbook(tmp_path / "done.xlsx").worksheets[0]
    assert [done.cell(line, 8).value for line in (2, 3)] == ["2018-0000001", "2018-0000002"]
    assert [cell.value for cell in done[1]] == [*HEADINGS, "受理号", "问题"]


def test_co_owners_share_a_cell_and_a_home(small: Walk, tmp_path: Path) -> None:
    both = ("赵海燕、许勇", "身份证", "220402196708162201、220403195909073514", "", "1.00", "1")
    headings = (*HEADINGS, "份额", "共有方式")
    file = written(tmp_path / "list.xlsx", [(home(1), *both, "1/3、2/3", "按份共有")], headings)

    assert checked(small, file).problems == ()

    wrong = written(tmp_path / "wrong.xlsx", [(home(2), *both, "1/3、1/3", "按份共有")], headings)
    assert [code for _, _, code in said(checked(small, wrong))] == ["R10"]


def test_who_owns_the_home_is_taken_from_the_register_unless_it_is_told(
    small: Walk, tmp_path: Path
) -> None:
    headings = (*HEADINGS, "义务人", "义务人证件种类", "义务人证件号")
    seller = (SELLER.name, "身份证", SELLER.id_number)
    rows = [(*row(1), "", "", ""), (*row(2), *seller)]

    outcome = checked(small, written(tmp_path / "list.xlsx", rows, headings))

    assert said(outcome) == [(3, None, "R14")]  # the seller owns home 4, not home 2


def test_a_question_is_told_at_its_row_until_somebody_confirms_it(
    small: Walk, tmp_path: Path
) -> None:
    rows = [row(4), row(1, price="x")]  # the owner of home 4 is married
    told = said(checked(small, written(tmp_path / "list.xlsx", rows), "LY013"))
    alone = checked(small, written(tmp_path / "alone.xlsx", rows[:1]), "LY013")
    headings = (*HEADINGS, "已确认")
    confirmed = written(tmp_path / "confirmed.xlsx", [(*rows[0], "R13")], headings)

    assert told == [(2, None, "R13"), (3, "fields/price", "V-MONEY-SHAPE")]
    assert "R13" in alone.problems[0].text("zh")
    assert checked(small, confirmed, "LY013").problems == ()


def test_the_template_comes_back_as_a_list(small: Walk, tmp_path: Path) -> None:
    file = tmp_path / "template.xlsx"
    write_template(file, delivered().items["LY012"], delivered(), "zh")
    book = openpyxl.load_workbook(file)
    sheet = book.worksheets[0]
    headings = [str(cell.value) for cell in sheet[1]]
    values = dict(zip(HEADINGS, row(1), strict=True))
    for place, heading in enumerate(headings, start=1):
        sheet.cell(2, place).value = values.get(heading)
    book.save(file)

    outcome = checked(small, file)

    assert set(HEADINGS) < set(headings)
    assert sheet.freeze_panes == "B2"
    assert sheet.column_dimensions["A"].width > 28
    assert outcome.case_numbers == {2: "2018-0000001"}


@pytest.mark.parametrize(
    ("encoding", "separator"), [("gb18030", ","), ("utf-8", ";"), ("utf-8-sig", "\t")]
)
def test_a_text_file_is_read_in_the_encodings_in_use(
    small: Walk, tmp_path: Path, encoding: str, separator: str
) -> None:
    quoted = [f'"{value}"' for value in row(1)]
    lines = [separator.join(HEADINGS), separator.join(quoted), "", separator.join(map(str, row(2)))]
    file = tmp_path / "list.csv"
    file.write_bytes("\r\n".join(lines).encode(encoding))

    assert checked(small, file).case_numbers == {2: "2018-0000001", 4: "2018-0000002"}


def test_who_may_not_accept_imports_nothing(small: Walk, tmp_path: Path) -> None:
    with pytest.raises(DeskError) as refusal:
        checked(small, written(tmp_path / "list.xlsx", [row(1)]), by="g1")

    assert refusal.value.codes == ("D-ROLE",)


def test_a_list_says_itself_in_english_too(small: Walk, tmp_path: Path) -> None:
    headings = ("Unit code", "Holder", "Identity paper", "Identity number", "Price (yuan)")
    values = (home(1), "赵海燕", "ID card", "220402196708162201", 435000)

    outcome = checked(small, written(tmp_path / "list.xlsx", [values], headings))

    assert outcome.problems == ()
    assert read_list(tmp_path / "list.xlsx").rows[0].cells[4].text == "435000"


def test_a_number_may_be_named_by_its_word(small: Walk, tmp_path: Path) -> None:
    words = [(*row(1)[:6], "首套"), (*row(2)[:6], "第四套")]

    outcome = checked(small, written(tmp_path / "list.xlsx", words))

    assert outcome.read.rows[0].application.fields["dwelling_count"] == 1
    assert said(outcome) == [(3, "fields/dwelling_count", "V-TYPE")]
