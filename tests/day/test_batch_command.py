"""`desk batch` in the terminal: what it says, what it writes, how it ends."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from desk.day.batch import BatchRequest, run
from desk.workflow.founding import CentreSpec, StaffSpec
from desk.workflow.people import add_person, found_live_centre
from tests.workflow.batch.conftest import found_building, row, written
from tests.workflow.conftest import dump

PASSPHRASE = "一句足够长的口令,二十个字以上才算数"
Ask = Callable[..., int]


@pytest.fixture
def ask(sqlite_url: str, tmp_path: Path) -> Ask:
    """Give the command on a centre with a new building; `password` is what is typed."""
    found_building(sqlite_url, 4)
    return _asking(sqlite_url)


def _asking(url: str) -> Ask:
    def asked(file: Path | None, *, password: str | None = None, **more: object) -> int:
        values = {"kind": "LY012", "by": "w1", "out": None, "language": "zh", **more}

        def type_it() -> str:
            assert password is not None, "a rehearsal asks no passphrase"
            return password

        return run(BatchRequest(file=file, **values), lambda: url, type_it)  # type: ignore[arg-type]

    return asked


def test_a_right_list_is_accepted_and_comes_back_with_its_numbers(
    ask: Ask, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path / "list.xlsx", [row(1), row(2)])
    out = tmp_path / "checked.xlsx"

    assert ask(file, dry_run=True) == 0
    assert "没有任何改动" in capsys.readouterr().out
    assert ask(file, out=out) == 0
    assert "2行全部受理" in capsys.readouterr().out
    sheet = openpyxl.load_workbook(out).worksheets[0]
    assert str(sheet.cell(3, 8).value).endswith("-0000002")
    assert ask(file) == 1  # brought twice, the homes are taken
    assert "在办案件" in capsys.readouterr().out


def test_problems_end_with_one_and_say_their_rows(
    ask: Ask, tmp_path: Path, sqlite_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = dump(sqlite_url)

    assert ask(written(tmp_path / "list.xlsx", [row(1), row(2, price="x")])) == 1

    told = capsys.readouterr().out
    assert "第3行 “成交价格（元）”栏：金额应为" in told
    assert "一件也没有受理" in told
    assert dump(sqlite_url) == before


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": None},
        {"kind": "LY099"},
        {"by": None},
        {"by": "g1"},
        {"out": Path("nowhere/checked.xlsx")},
        {"out": Path("checked.csv")},
        {"template": True},
    ],
)
def test_misuse_ends_with_two_and_changes_nothing(
    ask: Ask, tmp_path: Path, sqlite_url: str, wrong: dict[str, object]
) -> None:
    file = written(tmp_path / "list.xlsx", [row(1)])
    before = dump(sqlite_url)

    assert ask(file, **wrong) == 2
    assert ask(file, out=file) == 2  # it never writes over the list itself
    assert dump(sqlite_url) == before


def test_a_template_needs_no_centre(ask: Ask, tmp_path: Path) -> None:
    out = tmp_path / "template.xlsx"

    assert ask(None, template=True, by=None, out=out, kind="ly012") == 0
    assert openpyxl.load_workbook(out).worksheets[0]["A1"].value == "不动产单元号"


def test_a_live_centre_asks_who_it_is(
    sqlite_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url = f"sqlite:///{tmp_path / 'live.db'}"
    centre = CentreSpec(
        name="辽源市不动产登记中心",
        authority="辽源市国土资源局",
        short="吉",
        area_name="辽源市",
        area_codes=("220402",),
        windows=2,
        year=2026,
    )
    admin = StaffSpec(login="admin", name="邱立新", roles=("admin",))
    found_live_centre(url, centre, admin, PASSPHRASE)
    add_person(url, StaffSpec(login="w1", name="于丽娟", roles=("clerk",), window=1), PASSPHRASE)
    file = written(tmp_path / "list.xlsx", [row(1)])
    ask = _asking(url)

    assert ask(file, password="not the right one") == 2
    assert "口令不符" in capsys.readouterr().err
    assert ask(file, password=PASSPHRASE) == 1  # known, but its register holds no such home
