"""A new paper voids the old one: its QR stays genuine, and the register says it holds no longer."""

from uuid import UUID

import pytest
from sqlalchemy import select

from db.session import open_engine, reading
from db.tables.papers import CERTIFICATES
from db.verify import verify
from desk.workflow import commands as c
from desk.workflow.application import Application
from desk.workflow.certificate_check import Checked, Verdict, check_certificate
from desk.workflow.queries.cases import case
from desk.workflow.queries.standing import CertificateStanding, Standing, standing_of
from desk.workflow.why.certificates import standing_lines, verdict_line
from printing.seal import key_id
from tests.workflow.conftest import BUYER, HOME, MORTGAGED, SELLER, Walk, mortgage, party, sale


def new_paper(item: str, **fields: object) -> Application:
    """Apply for another paper for the same home: damaged (LY060) or lost (LY061)."""
    lost = item == "LY061"
    return Application(
        item=item,
        units=(HOME,),
        parties=(party(BUYER, "holder"),),
        reason="遗失" if lost else "污损换证",
        fields=fields,
        materials=("M01", "M02", "M55" if lost else "M56"),
    )


def paper_of(walk: Walk, case_id: UUID) -> tuple[str, str]:
    """Return number and QR of the certificate that a case made."""
    engine = open_engine(walk.url)
    with reading(engine) as connection:
        row = connection.execute(
            select(CERTIFICATES.c.number, CERTIFICATES.c["values"]).where(
                CERTIFICATES.c.case_id == case_id
            )
        ).one()
    engine.dispose()
    return row.number, row[1]["qr"]


def offline(walk: Walk, qr: str) -> Checked:
    """Check a QR as a desk without the database does, by the key alone."""
    key = bytes.fromhex(walk.desk.setting.seal_key)
    return check_certificate(qr, {key_id(key): key})


def standing(walk: Walk, number: str) -> CertificateStanding:
    with walk.desk.ask() as reader:
        found = standing_of(reader, number)
    assert found is not None
    return found


def case_no(walk: Walk, case_id: UUID) -> str:
    with walk.desk.ask() as reader:
        view = case(reader, case_id, walk.now)
    assert view is not None
    return str(view.row.case_no)


def holds(walk: Walk) -> bool:
    engine = open_engine(walk.url)
    breaches = verify(engine)
    engine.dispose()
    return breaches == []


def test_a_certificate_names_its_case_and_is_in_force(walk_on_both: Walk) -> None:
    walk = walk_on_both
    sold = walk.issued()
    number, qr = paper_of(walk, sold)

    checked = offline(walk, qr)

    assert checked.verdict is Verdict.GENUINE
    assert checked.said is not None
    assert (checked.said.number, checked.said.unit) == (number, HOME)
    assert (checked.said.entry, checked.said.day) == (case_no(walk, sold), "2018-03-26")
    found = standing(walk, number)
    assert found.holds
    assert found.holders == (BUYER.name,)


@pytest.mark.parametrize(
    ("item", "fields", "ends", "word"),
    [
        ("LY060", {}, Standing.TAKEN_BACK, "收回"),
        ("LY061", {"statement_date": "2018-02-05"}, Standing.VOID, "作废"),
    ],
)
def test_the_new_paper_ends_the_old_one_which_stays_genuine_as_printed(
    walk_on_both: Walk, item: str, fields: dict[str, object], ends: Standing, word: str
) -> None:
    walk = walk_on_both
    old, qr = paper_of(walk, walk.issued())
    again = walk.printed(new_paper(item, **fields))
    new, new_qr = paper_of(walk, again)

    found = standing(walk, old)

    assert offline(walk, qr).verdict is offline(walk, new_qr).verdict is Verdict.GENUINE
    assert (found.standing, found.holds) == (ends, False)
    assert (found.by_case, found.by) == (case_no(walk, again), "曹振国")
    assert found.replaced_by == (new,)
    assert standing(walk, new).holds
    told = "".join(standing_lines(found, old, "zh"))
    assert word in told
    assert new in told
    assert all(fact in told for fact in (old, case_no(walk, again), "曹振国", BUYER.name))
    assert holds(walk)


def test_a_sold_home_leaves_the_sellers_old_paper_without_force(walk_on_both: Walk) -> None:
    walk = walk_on_both
    first = paper_of(walk, walk.issued())[0]
    back = walk.registered(
        sale(seller=BUYER, parties=(party(BUYER, "obligor"), party(SELLER, "holder")))
    )

    found = standing(walk, first)

    assert not found.holds
    assert found.replaced_by == (paper_of(walk, back)[0],)


def test_a_spoilt_sheet_costs_no_number_and_ends_no_certificate(walk_on_both: Walk) -> None:
    walk = walk_on_both
    case_id = walk.printed()
    number, qr = paper_of(walk, case_id)

    walk.do(c.SpoilSheet(case_id=case_id, serial="D22000000001", reason="卡纸"), "w1")
    walk.do(c.PrintCertificates(case_id=case_id), "w1")

    assert paper_of(walk, case_id) == (number, qr)
    assert standing(walk, number).holds
    with walk.desk.ask() as reader:
        view = case(reader, case_id, walk.now)
    assert view is not None
    assert [row.serial for row in view.certificates] == ["D22000000002"]


def test_a_paper_older_than_the_register_ends_too_and_a_strange_number_is_not_here(
    walk: Walk,
) -> None:
    with walk.desk.ask() as reader:
        old = standing_of(reader, "吉（2016）辽源市不动产证明第0001126号")
        strange = standing_of(reader, "吉（2016）辽源市不动产权第7777777号")
    assert old is not None
    assert (old.holds, old.units) == (True, (MORTGAGED,))
    assert strange is None
    assert "没有" in "".join(standing_lines(None, "吉（2016）辽源市不动产权第7777777号", "zh"))


def test_forged_unknown_and_foreign_codes_are_told_apart_in_both_languages(walk: Walk) -> None:
    number, qr = paper_of(walk, walk.registered(mortgage()))
    key = bytes.fromhex(walk.desk.setting.seal_key)

    changed = check_certificate(qr.replace("2018-03-26", "2017-03-26"), {key_id(key): key})
    elsewhere = check_certificate(qr, {key_id(b"other"): b"other"})
    nothing = check_certificate("http://example.com/x", {key_id(key): key})

    verdicts = [one.verdict for one in (changed, elsewhere, nothing)]
    assert verdicts == [Verdict.FORGED, Verdict.UNKNOWN_KEY, Verdict.NO_CERTIFICATE]
    assert "不真实" in verdict_line(changed, "zh")
    assert "Not genuine" in verdict_line(changed, "en")
    assert key_id(key) in verdict_line(elsewhere, "en")
    assert number in verdict_line(elsewhere, "zh")
