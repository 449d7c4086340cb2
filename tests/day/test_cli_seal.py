"""`desk seal`: an administrator takes the key out once, into a file that nobody else reads."""

import stat
from pathlib import Path

import pytest
from sqlalchemy import select

from db.session import open_engine, reading
from db.tables.people import AUDIT
from desk.workflow.desk import Desk
from desk.workflow.seal_file import NotAKeyFile, read_key_file
from printing.seal import is_genuine, sealed_text
from tests.day.test_cli import CENTRE, PASSPHRASE, desk

ADMIN = ("--login", "m1", "--password", PASSPHRASE)


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A live centre with an administrator and a clerk."""
    made = tmp_path_factory.mktemp("centre") / "live.db"
    assert desk("init", "--db", str(made), *CENTRE, "--password", PASSPHRASE).returncode == 0
    clerk = ("--login", "w1", "--person", "于丽娟", "--roles", "clerk", "--window", "1")
    assert desk("add-person", "--db", str(made), *clerk, "--password", PASSPHRASE).returncode == 0
    return made


def test_the_administrator_takes_the_key_out_and_the_book_says_so(
    live: Path, tmp_path: Path
) -> None:
    out = tmp_path / "centre.key"

    done = desk("seal", "export-key", str(out), "--db", str(live), *ADMIN)

    assert done.returncode == 0, done.stderr
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    ((name, key),) = read_key_file(out).keys.items()
    assert name in done.stdout
    there = Desk.open(f"sqlite:///{live}")
    seal = bytes.fromhex(there.setting.seal_key)
    there.close()
    assert is_genuine(key, sealed_text(seal, "a paper of this centre"))
    engine = open_engine(f"sqlite:///{live}")
    with reading(engine) as connection:
        noted = connection.execute(
            select(AUDIT.c.actor, AUDIT.c.object).where(AUDIT.c.act == "seal_key.exported")
        ).all()
    engine.dispose()
    assert ("m1", name) in [tuple(row) for row in noted]


def test_neither_a_clerk_nor_a_wrong_passphrase_gets_the_key(live: Path, tmp_path: Path) -> None:
    out = tmp_path / "centre.key"
    clerk = ("--login", "w1", "--password", PASSPHRASE)
    wrong = ("--login", "m1", "--password", "another passphrase")

    for who in (clerk, wrong):
        done = desk("seal", "export-key", str(out), "--db", str(live), *who)
        assert done.returncode == 2
        assert done.stderr
    assert not out.exists()


def test_a_file_that_is_there_is_not_overwritten(live: Path, tmp_path: Path) -> None:
    out = tmp_path / "centre.key"
    out.write_text("another key")

    done = desk("seal", "export-key", str(out), "--db", str(live), *ADMIN, language="zh")

    assert done.returncode == 2
    assert "没有覆盖" in done.stderr
    assert out.read_text() == "another key"


@pytest.mark.parametrize(("lines", "wrong"), [("", 0), ("# x\n01234567 " + "ab" * 32, 2)])
def test_a_key_that_was_changed_is_named_by_its_line(
    tmp_path: Path, lines: str, wrong: int
) -> None:
    file = tmp_path / "changed.key"
    file.write_text(lines)

    with pytest.raises(NotAKeyFile) as refused:
        read_key_file(file)

    assert refused.value.line == wrong
