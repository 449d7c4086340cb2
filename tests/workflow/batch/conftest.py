"""A new building of a developer in the register, and lists of its homes."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import xlsxwriter

from desk.workflow.application import Person
from desk.workflow.batch.checking import ListOutcome, check_list
from desk.workflow.batch.files import read_list
from desk.workflow.desk import Desk
from desk.workflow.founding import (
    CentreSpec,
    RightSpec,
    StaffSpec,
    StockSpec,
    create_database,
    midnight,
)
from tests.workflow.conftest import DAY, SELLER, Walk, house

DEVELOPER = Person(name="辽源富国房地产开发有限公司", id_type="7", id_number="912204026902042706")
HEADINGS = (
    "不动产单元号",
    "权利人",
    "证件种类",
    "证件号",
    "联系电话",
    "成交价格（元）",
    "家庭住房套数（含本套）",
)
BUYERS = (
    ("赵海燕", "220402196708162201"),
    ("许勇", "220403195909073514"),
    ("梁彦林", "220302195504261494"),
)
NOW = datetime(2018, 3, 26, 2, 0, tzinfo=UTC)
Row = tuple[object, ...]


def home(number: int) -> str:
    """Return the code of a home of the new building."""
    return f"220402002006GB00001F0001{number:04d}"


def row(number: int, *, price: object = "435000.00") -> Row:
    """Return a right row: home, buyer, identity, phone, price, homes of the family."""
    name, identity = BUYERS[number % len(BUYERS)]
    return (home(number), name, "身份证", identity, "13843700001", price, "1")


def written(path: Path, rows: list[Row], headings: tuple[str, ...] = HEADINGS) -> Path:
    """Write a list as a developer's clerk does, codes as text."""
    with xlsxwriter.Workbook(str(path), {"strings_to_numbers": False}) as book:
        sheet = book.add_worksheet("1号楼")
        for line, values in enumerate((headings, *rows)):
            for place, value in enumerate(values):
                sheet.write(line, place, value)
    return path


def found_building(url: str, homes: int, kind: str = "rehearsal") -> None:
    """Make a centre whose register holds a new building; its last home is sold already."""
    owners = [DEVELOPER] * (homes - 1) + [replace(SELLER, married=True)]
    create_database(
        url,
        kind=kind,  # type: ignore[arg-type]
        centre=CentreSpec(
            name="辽源市不动产登记中心",
            authority="辽源市国土资源局",
            short="吉",
            area_name="辽源市",
            area_codes=("220402", "220403"),
            windows=2,
            year=DAY.year,
        ),
        staff=(
            StaffSpec(login="g1", name="姜彦林", roles=("guide",)),
            StaffSpec(login="w1", name="于丽娟", roles=("clerk", "printer"), window=1),
            StaffSpec(login="a1", name="曹振国", roles=("approver", "registrar")),
        ),
        stock=(StockSpec(kind="certificate", first="D22000000001", last="D22000000003", window=1),),
        units=tuple(house(home(number)) for number in range(1, homes + 1)),
        rights=tuple(
            RightSpec(
                name=f"r{number}",
                unit=home(number),
                type="4",
                holders=(owner,),
                co_ownership="sole",
                registered_at=date(2018, 2, 10),
            )
            for number, owner in enumerate(owners, start=1)
        ),
        at=midnight(DAY),
    )


Open = Callable[[str, int], Walk]


@pytest.fixture
def open_building() -> Iterator[Open]:
    """Open a desk on a new building of so many homes."""
    opened: list[Desk] = []

    def open_one(url: str, homes: int) -> Walk:
        found_building(url, homes)
        opened.append(Desk.open(url, keep_papers=False))
        return Walk(opened[-1], url)

    yield open_one
    for desk in opened:
        desk.close()


@pytest.fixture
def building(url: str, open_building: Open) -> Walk:
    """A new building of 41 homes, on each kind of database; the last one is sold already."""
    return open_building(url, 41)


@pytest.fixture
def small(sqlite_url: str, open_building: Open) -> Walk:
    """A new building of four homes on SQLite; the last one is sold already."""
    return open_building(sqlite_url, 4)


def checked(
    walk: Walk, file: Path, kind: str = "LY012", *, dry_run: bool = False, by: str = "w1"
) -> ListOutcome:
    """Bring a list to the desk."""
    return check_list(walk.desk, read_list(file), kind, by=by, at=NOW, dry_run=dry_run)


def said(outcome: ListOutcome, language: str = "zh") -> list[tuple[int, str | None, str]]:
    """Return what was told: line, column, code."""
    assert all(problem.text(language) for problem in outcome.problems)
    return [(p.line, p.column, p.code) for p in outcome.problems]
