"""A08: printed sheets are found by what is scanned or typed, and shown with their verdict."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from db.session import open_engine, writing
from desk.windows.certificates.vault import VaultScreen
from desk.workflow.commands import PrintCertificates
from desk.workflow.queries.stages import to_print
from desk.workflow.queries.vault import printed_sheets
from desk.workflow.scanned import meanings
from tests.windows.office_counter import Counter

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def vault(counter: Counter) -> VaultScreen:
    """Show the vault with its newest sheet in front."""
    counter.sign_in("s1")
    screen = counter.show(VaultScreen)
    screen.open(None)
    counter.bot.waitUntil(lambda: screen.preview.is_shown)
    return screen


def qr_of(screen: VaultScreen) -> str:
    assert screen._shown is not None
    return str(screen._shown.view.values["qr"])


def test_the_newest_sheet_is_shown_with_its_hash(counter: Counter) -> None:
    screen = vault(counter)

    rows = counter.ask(printed_sheets)
    assert len(rows) > 1
    assert [row.job_id for row in screen.sheets.model.rows] == [row.job_id for row in rows]
    assert rows[0].serial in screen.told.text()
    assert rows[0].number in screen.told.text()


def test_a_scanned_qr_jumps_to_its_sheet_and_says_genuine_and_in_force(counter: Counter) -> None:
    screen = vault(counter)
    qr = qr_of(screen)
    (meaning,) = meanings(qr, counter.office.desk.setting.seal_key)

    assert screen.take_scan(meaning)

    counter.bot.waitUntil(lambda: len(screen.sheets.model.rows) == 1)
    assert screen.verdict.text().startswith("✓")
    assert meaning.value in screen.verdict.text()
    assert screen.banner.text == ""


def test_a_forged_qr_is_told_in_red_and_no_tick_stands_there(counter: Counter) -> None:
    screen = vault(counter)
    wrong = "0" if qr_of(screen)[-1] != "0" else "1"

    screen.line.setText(qr_of(screen)[:-1] + wrong)

    counter.bot.waitUntil(lambda: screen.banner.text.startswith("×"))
    assert screen.verdict.isHidden()
    screen.line.clear()
    counter.bot.waitUntil(lambda: screen.banner.text == "")


def test_a_scanned_sheet_is_found_and_enter_leads_to_its_case(counter: Counter) -> None:
    screen = vault(counter)
    row = screen.sheets.model.rows[-1]
    (meaning,) = meanings(row.serial, "")[:1]

    assert screen.take_scan(meaning)
    counter.bot.waitUntil(lambda: len(screen.sheets.model.rows) == 1)
    screen.sheets.opened.emit(screen.sheets.current())

    assert counter.frame.gone == [("C12", row.case_id)]


def test_nothing_found_is_said_and_nothing_old_stays_on_the_screen(counter: Counter) -> None:
    screen = vault(counter)

    screen.line.setText("D22999999999")

    counter.bot.waitUntil(lambda: not screen.sheets.model.rows)
    assert not screen.preview.is_shown
    assert screen.told.text() == screen.hash.text() == ""
    assert not screen.open_sheet.isEnabled()


def test_a_changed_pdf_is_told_in_red_and_neither_shown_nor_opened(counter: Counter) -> None:
    case_id = print_and_keep(counter)
    engine = open_engine(counter.office.desk.url)
    with writing(engine) as connection:
        connection.execute(text("DROP TRIGGER papers_no_update"))
        connection.execute(text("UPDATE papers SET content = x'25504446' WHERE serial IS NOT NULL"))
    engine.dispose()
    screen = counter.show(VaultScreen)

    screen.open(case_id)

    counter.bot.waitUntil(lambda: screen.changed.text().startswith("×"))
    assert screen.hash.isHidden()
    assert not screen.preview.is_shown
    assert not screen.open_sheet.isEnabled()


def print_and_keep(counter: Counter) -> str:
    """Print the next case that waits for paper, on the sheets of its window; return its number."""
    counter.sign_in("w05")
    waiting = counter.ask(lambda reader: to_print(reader, datetime.now(UTC)))[0]
    counter.office.desk.do(PrintCertificates(case_id=waiting.case_id), by="w05")
    return str(waiting.case_no)
