"""`desk rules --try` as a person types it: the tables, the workbook, and what is refused."""

import hashlib
import json
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import text

from db.session import open_engine, writing
from forms.catalogue import FOLDER
from tests.day.conftest import DAYS, play
from tests.day.test_cli import desk

LAW = (
    *("r07-two-open-cases", "r16-habitation-dwelling", "r20-seizure-before-entry"),
    *("r37-split-with-mortgage", "r42-waiting-seizure", "r54-r55-incomplete-and-refused"),
)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    play(DAYS / "small.json", out=tmp_path / "out")
    return tmp_path / "out" / "register.db"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "changed"
    made.mkdir()
    return made


def changed_fees(folder: Path) -> None:
    fees = json.loads((FOLDER / "fees.json").read_text(encoding="utf-8"))
    fees["classes"]["F_STD"]["amounts"][0]["fen"] = 9999
    (folder / "fees.json").write_text(json.dumps(fees, ensure_ascii=False), encoding="utf-8")


def whole(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("language", "same"),
    [("zh", "没有一件案件结果不同"), ("en", "nothing would have ended otherwise")],
)
def test_that_nothing_differs_is_said(
    language: str, same: str, database: Path, folder: Path
) -> None:
    (folder / "rules.json").write_bytes((FOLDER / "rules.json").read_bytes())
    before = whole(database)

    done = desk("rules", "--try", str(folder), "--db", str(database), language=language)

    assert done.returncode == 0, done.stderr
    assert same in done.stdout
    assert whole(database) == before


@pytest.mark.parametrize(("language", "word"), [("zh", "登记费"), ("en", "registration fee")])
def test_other_charges_are_listed_and_written_to_a_workbook(
    language: str, word: str, database: Path, folder: Path, tmp_path: Path
) -> None:
    changed_fees(folder)
    out = tmp_path / "list.xlsx"
    before = whole(database)

    done = desk(
        *("rules", "--try", str(folder), "--db", str(database), "--out", str(out)),
        *("--from", "2018-03-26", "--to", "2018-03-27"),
        language=language,
    )

    assert done.returncode == 0, done.stderr
    assert "99.99" in done.stdout
    assert word in done.stdout
    summary, _, charges = openpyxl.load_workbook(out).worksheets
    assert [cell.value for cell in charges[2]][4:] == [word, 80, 99.99]
    assert summary["A1"].value in done.stdout
    assert whole(database) == before


@pytest.mark.parametrize("language", ["zh", "en"])
def test_mistakes_in_the_changed_data_are_named_all_at_once(
    language: str, database: Path, folder: Path
) -> None:
    rules = json.loads((FOLDER / "rules.json").read_text(encoding="utf-8"))
    rules["R01"]["level"] = "MAYBE"
    del rules["R02"]["source"]
    (folder / "rules.json").write_text(json.dumps(rules), encoding="utf-8")
    (folder / "fee.json").write_text("{}", encoding="utf-8")

    done = desk("rules", "--try", str(folder), "--db", str(database), language=language)

    assert done.returncode == 2
    told = "\n".join(done.stderr.splitlines()[1:])
    assert {line.split(": ")[0] + " " + line.split(": ")[1] for line in told.splitlines()} == {
        "rules.json R01.level",
        "rules.json R02.source",
        "fee.json -",
    }


@pytest.mark.parametrize(
    ("words", "word"),
    [
        (("--try", "nowhere"), "nowhere"),
        (("--try", "{folder}"), "no data file"),
        (("--try", "{folder}", "--out", "list.txt"), "list.txt"),
        (("--try", "{folder}", "--from", "26.3.2018"), "26.3.2018"),
        (("--try", "{folder}", "--from", "2018-03-27", "--to", "2018-03-26"), "2018-03-27"),
        ((), "--try"),
    ],
)
def test_a_misuse_is_told_with_what_to_do(
    words: tuple[str, ...], word: str, database: Path, folder: Path
) -> None:
    done = desk("rules", *(w.format(folder=folder) for w in words), "--db", str(database))

    assert done.returncode == 2
    assert word in done.stderr


def test_an_older_database_is_told_and_left_as_it_is(database: Path, folder: Path) -> None:
    changed_fees(folder)
    engine = open_engine(f"sqlite:///{database}")
    with writing(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    engine.dispose()
    before = whole(database)

    done = desk("rules", "--try", str(folder), "--db", str(database))

    assert done.returncode == 2
    assert "older version 0001" in done.stderr
    assert whole(database) == before
    assert not list(database.parent.glob("*.before-*"))


@pytest.mark.parametrize("name", LAW)
def test_a_day_of_the_law_is_found_again_exactly_as_it_was_judged(
    name: str, tmp_path: Path, folder: Path
) -> None:
    play(DAYS / "law" / f"{name}.json", out=tmp_path / "out")
    (folder / "rules.json").write_bytes((FOLDER / "rules.json").read_bytes())

    done = desk("rules", "--try", str(folder), "--db", str(tmp_path / "out" / "register.db"))

    assert "nothing would have ended otherwise" in done.stdout
    assert "own record" not in done.stdout
