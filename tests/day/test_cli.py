"""The commands as a person types them."""

import json
import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from db.session import open_engine, writing
from desk.workflow.desk import Desk
from desk.workflow.people import is_right_password
from desk.workflow.settings import COMPLETE_PAPERS, standing
from tests.day.conftest import DAYS, play

PASSPHRASE = "a long passphrase of ours"
CENTRE = (
    *("--name", "某市不动产登记中心", "--authority", "某市自然资源局", "--short", "吉"),
    *("--area", "辽源市", "--codes", "220402 220403", "--windows", "3"),
    *("--login", "m1", "--person", "某管理员"),
)


def desk(*words: str, language: str = "en", **environment: str) -> subprocess.CompletedProcess[str]:
    seen = {key: value for key, value in os.environ.items() if "DISPLAY" not in key}
    command = [sys.executable, "-m", "desk", "--language", language, *words]
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        env=seen | {"QT_QPA_PLATFORM": "offscreen", "COLUMNS": "120"} | environment,
    )


@pytest.mark.parametrize(("language", "word"), [("zh", "回放一天或几天"), ("en", "Replay one day")])
def test_help_is_read_in_both_languages(language: str, word: str) -> None:
    done = desk("--help", language=language)

    assert done.returncode == 0
    assert word in done.stdout


def test_without_a_display_no_window_is_tried() -> None:
    done = desk()

    assert done.returncode == 2
    assert "no display" in done.stdout


def test_a_missing_database_is_told_with_what_to_do(tmp_path: Path) -> None:
    done = desk("verify", "--db", str(tmp_path / "nothing.db"))

    assert done.returncode == 2
    assert "desk --demo" in done.stderr


@pytest.mark.parametrize(
    ("words", "word"),
    [
        (("replay",), "DAY.json"),
        (("replay", "day.json"), "--out"),
        (("replay", "day.json", "--out", "out", "--workers", "0"), "--workers"),
        (("replay", "day.json", "--out", "out", "--colour"), "--colour"),
        (("replay", "day.json", "--out", "out"), "day.json"),
        (("replay", str(DAYS / "small.json"), "--out", "out", "--db", "nonsense"), "address"),
        (("replay", str(DAYS / "small.json"), "--out", "out", "--db", "mysql://h/d"), "mysql"),
        (("replay", str(DAYS / "small.json"), "--out", "out", "--db", "sqlite://"), "memory"),
        (("replay", str(DAYS / "small.json"), "--out", "out", "--db", "sqlite:////a/b/c"), "/a/b"),
        (("approve",), "approve"),
    ],
)
def test_a_misuse_is_told_in_one_line_and_writes_nothing(
    words: tuple[str, ...], word: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    done = desk(*words, PYTHONPATH=str(Path(__file__).parents[2]))

    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert word in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("language", ["--language=zh", "--language zh"])
def test_the_language_may_stand_behind_the_command(language: str) -> None:
    done = desk("verify", *language.split(), "--db", "nothing.db")

    assert "还没有数据库" in done.stderr


def test_an_unknown_language_is_refused() -> None:
    assert desk("verify", "--language", "fr").returncode == 2


def test_the_version_is_told() -> None:
    done = desk("--version")

    assert done.returncode == 0
    assert re.fullmatch(r"\d+\.\d+.*", done.stdout.strip())


@pytest.mark.parametrize("folder", ["plain", "what? #1 of it"])
def test_a_database_is_found_and_explained_wherever_it_lies(folder: str, tmp_path: Path) -> None:
    play(DAYS / "small.json", out=tmp_path / folder)
    file = str(tmp_path / folder / "register.db")

    checked = desk("verify", "--db", file)
    assert checked.returncode == 0, checked.stderr
    told = json.loads((tmp_path / folder / "result.json").read_text(encoding="utf-8"))
    number = told["cases"][0]["case_no"]
    why = desk("explain", number, "--db", file)
    assert why.returncode == 0, why.stderr
    assert number in why.stdout
    assert "Can be done now" in why.stdout
    assert desk("explain", "2018-0099999", "--db", file).returncode == 1
    assert "没有找到" in desk("explain", "2018-0099999", "--db", file, language="zh").stderr


@pytest.mark.slow
def test_a_demonstration_is_made_verified_explained_and_found_broken(tmp_path: Path) -> None:
    file = tmp_path / "demo.db"

    assert desk("demo", str(file)).returncode == 0
    assert desk("demo", str(file)).returncode == 2  # never over a file that is there
    assert desk("verify", "--db", str(file)).returncode == 0

    engine = open_engine(f"sqlite:///{file}")
    with writing(engine) as connection:
        code = connection.scalar(text("SELECT unit_code FROM right_now WHERE right_type = '98'"))
        connection.execute(text("DROP TRIGGER case_now_update"))
        connection.execute(text("UPDATE case_now SET state = 'issued' WHERE state = 'accepted'"))
    engine.dispose()

    why = desk("explain", str(code), "--db", str(file))
    assert "R03" in why.stdout
    broken = desk("verify", "--db", str(file))
    assert broken.returncode == 1
    assert "case_now" in broken.stdout


def test_a_live_centre_is_set_up_once_with_people(tmp_path: Path) -> None:
    file = tmp_path / "live.db"
    first = desk("init", "--db", str(file), *CENTRE, "--password", "short")
    assert first.returncode == 2
    assert not file.exists()

    done = desk("init", "--db", str(file), *CENTRE, "--password", PASSPHRASE)
    assert done.returncode == 0, done.stderr
    assert desk("init", "--db", str(file), *CENTRE, "--password", PASSPHRASE).returncode == 2

    clerk = ("--login", "w1", "--person", "某某", "--roles", "clerk printer", "--window", "1")
    added = desk("add-person", "--db", str(file), *clerk, "--password", PASSPHRASE)
    assert added.returncode == 0, added.stderr
    again = desk("add-person", "--db", str(file), *clerk, "--password", PASSPHRASE)
    assert again.returncode == 2

    def set_papers(login: str, password: str) -> subprocess.CompletedProcess[str]:
        who = ("--db", str(file), "--login", login, "--password", password)
        return desk("settings", "set", "papers.complete", "false", *who)

    assert "nothing was changed" in set_papers("m1", "x").stderr
    assert set_papers("w1", PASSPHRASE).returncode == 2  # no clerk's business
    assert set_papers("m1", PASSPHRASE).returncode == 0

    live = Desk.open(f"sqlite:///{file}")
    with live.ask() as reader:
        assert not standing(reader.connection, COMPLETE_PAPERS, datetime.now(UTC), rehearsal=False)
        assert is_right_password(reader, "w1", PASSPHRASE)
        assert not is_right_password(reader, "w1", PASSPHRASE + "!")
        assert not is_right_password(reader, "nobody", PASSPHRASE)
    assert live.kind == "live"
    live.close()


@pytest.mark.slow
def test_the_demonstration_day_is_replayed_where_there_is_no_display(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "desk", "--language", "en", "--demo"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={k: v for k, v in os.environ.items() if "DISPLAY" not in k}
        | {"PYTHONPATH": str(Path(__file__).parents[2]), "QT_QPA_PLATFORM": "offscreen"},
    )

    assert done.returncode == 0, done.stderr
    assert "1940 met, 0 not met" in done.stdout
    assert list(tmp_path.glob("out/*/report.pdf"))


def test_settings_are_listed_with_their_meaning_and_changed(tmp_path: Path) -> None:
    file = tmp_path / "demonstration.db"
    assert desk("demo", str(file)).returncode == 0

    listed = desk("settings", "list", "--db", str(file)).stdout
    assert "review.two_levels" in listed
    assert all(len(line.split(maxsplit=2)) == 3 for line in listed.splitlines())

    who = ("--db", str(file), "--login", "m1", "--password", "x")
    assert "LY099" in desk("settings", "set", "review.two_levels", "LY013,LY099", *who).stderr
    assert "true or false" in desk("settings", "set", "papers.complete", "maybe", *who).stderr
    assert "papers.complete" in desk("settings", "set", "papers", "true", *who).stderr
