"""`desk seal` takes the key out into a file; `desk check-certificate` proves papers by it."""

import stat
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy import select

from db.session import open_engine, reading
from db.tables.people import AUDIT
from desk.workflow.desk import Desk
from desk.workflow.queries.cases import case
from desk.workflow.seal_file import KeyFile, NotAKeyFile, read_key_file, write_key_file
from printing.papers import render_paper
from printing.raster import page_image
from printing.seal import is_genuine, key_id, sealed_text
from tests.day.test_cli import CENTRE, PASSPHRASE, desk
from tests.workflow.conftest import Walk, found_centre
from tests.workflow.test_certificates_that_ended import new_paper

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


@pytest.mark.parametrize(("lines", "wrong"), [("", 1), ("# x\n01234567 " + "ab" * 32, 2)])
def test_a_key_that_was_changed_is_named_by_its_line(
    tmp_path: Path, lines: str, wrong: int
) -> None:
    file = tmp_path / "changed.key"
    file.write_text(lines)

    with pytest.raises(NotAKeyFile) as refused:
        read_key_file(file)

    assert refused.value.line == wrong


@pytest.fixture(scope="module")
def sold(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, Path]:
    """A centre that sold a home and then exchanged its certificate: file, old QR, old PDF."""
    folder = tmp_path_factory.mktemp("sold")
    url = f"sqlite:///{folder / 'centre.db'}"
    found_centre(url)
    there = Desk.open(url, keep_papers=False)
    walk = Walk(there, url)
    case_id = walk.issued()
    with there.ask() as reader:
        view = case(reader, case_id, walk.now)
    assert view is not None
    (paper,) = view.certificates
    drawn = render_paper("certificate", {**paper.values, "serial": paper.serial})
    (folder / "old.pdf").write_bytes(drawn.pdf)
    walk.printed(new_paper("LY060"))
    key = bytes.fromhex(there.setting.seal_key)
    there.close()
    write_key_file(folder / "centre.key", KeyFile(keys={key_id(key): key}, centre="某中心"))
    return folder, paper.values["qr"], folder / "old.pdf"


def test_a_certificate_is_proven_by_the_key_alone_from_text_picture_and_pdf(
    sold: tuple[Path, str, Path],
) -> None:
    folder, qr, pdf = sold
    key = ("--key", str(folder / "centre.key"))
    page = page_image(pdf.read_bytes(), dpi=150)
    picture = folder / "photo.png"
    Image.frombytes("RGB", (page.width, page.height), page.rgb).rotate(7).save(picture)

    for words in ((qr,), ("--pdf", str(pdf)), ("--image", str(picture))):
        done = desk("check-certificate", *words, *key)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith("Genuine:")
        assert qr.split("|")[0] in done.stdout


def test_forged_and_unknown_have_their_own_words_and_exit_status(
    sold: tuple[Path, str, Path],
) -> None:
    folder, qr, _pdf = sold
    other = folder / "other.key"
    if not other.exists():
        write_key_file(other, KeyFile(keys={key_id(b"k" * 32): b"k" * 32}))

    forged = desk(
        "check-certificate",
        qr.replace("第0000042号", "第0000043号"),
        "--key",
        str(folder / "centre.key"),
        language="zh",
    )
    unknown = desk("check-certificate", qr, "--key", str(other))
    nothing = desk("check-certificate", "A023", "--key", str(other))

    assert (forged.returncode, forged.stdout[:3]) == (1, "不真实")
    assert (unknown.returncode, unknown.stdout.split(":")[0]) == (3, "Can't be told")
    assert nothing.returncode == 2


def test_with_the_register_at_hand_an_exchanged_certificate_is_genuine_and_ended(
    sold: tuple[Path, str, Path],
) -> None:
    folder, qr, _pdf = sold

    done = desk("check-certificate", qr, "--db", str(folder / "centre.db"))

    assert done.returncode == 4
    genuine, ended, replaced = done.stdout.strip().splitlines()
    assert genuine.startswith("Genuine:")
    assert "was taken back" in ended
    assert "0000043" in replaced


def test_a_misuse_and_a_broken_file_are_told_in_one_line(
    sold: tuple[Path, str, Path], tmp_path: Path
) -> None:
    folder, qr, pdf = sold
    key = ("--key", str(folder / "centre.key"))
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 and nothing else")

    for words in (
        ("check-certificate", *key),
        ("check-certificate", qr),
        ("check-certificate", qr, "--pdf", str(pdf), *key),
        ("check-certificate", "--pdf", str(broken), *key),
        ("check-certificate", "--image", str(tmp_path / "none.png"), *key),
        ("check-certificate", qr, "--key", str(pdf)),
    ):
        done = desk(*words)
        assert done.returncode == 2
        assert len(done.stderr.strip().splitlines()) == 1
