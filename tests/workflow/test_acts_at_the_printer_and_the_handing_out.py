"""Papers are written on numbered sheets, spoilt, handed out, and the visit is rated."""

from collections.abc import Callable
from uuid import UUID

import pytest

from db.ids import new_id
from desk.workflow import commands as c
from desk.workflow.answers import PrintAnswer
from desk.workflow.queries import stock
from tests.workflow.conftest import BUYER, HOME, STRANGER, Walk

Refused = Callable[..., None]


def serials(walk: Walk, command: c.PrintCertificates, by: str = "w1") -> list[str]:
    answer = walk.do(command, by)
    assert isinstance(answer, PrintAnswer)
    return [sheet.serial for sheet in answer.sheets]


def test_a_certificate_goes_on_the_lowest_sheet_of_the_window(walk: Walk) -> None:
    case_id = walk.registered()

    assert serials(walk, c.PrintCertificates(case_id=case_id), "w2") == ["D22000000004"]


def test_a_named_sheet_is_taken(walk: Walk) -> None:
    case_id = walk.registered()

    command = c.PrintCertificates(case_id=case_id, serial="D22000000003")
    assert serials(walk, command) == ["D22000000003"]


@pytest.mark.parametrize(
    "serial",
    ["D22000000004", "D22000000006", "22100000001", "D22099999999"],
    ids=["other window", "vault", "proof", "nowhere"],
)
def test_a_sheet_that_is_not_in_hand_is_refused(walk: Walk, refused: Refused, serial: str) -> None:
    refused(c.PrintCertificates(case_id=walk.registered(), serial=serial), "w1", "R45")


def test_without_a_sheet_left_nothing_is_printed(walk: Walk, refused: Refused) -> None:
    case_id = walk.registered()
    for _ in range(3):
        used = serials(walk, c.PrintCertificates(case_id=case_id))
        walk.do(c.SpoilSheet(case_id=case_id, serial=used[0], reason="卡纸"), "w1")

    refused(c.PrintCertificates(case_id=case_id), "w1", "D-STOCK")


def test_a_spoilt_sheet_is_never_used_again(walk: Walk, refused: Refused) -> None:
    case_id = walk.printed()
    spoil = c.SpoilSheet(case_id=case_id, serial="D22000000001", reason="打印偏位")
    assert walk.on_case(spoil, "w1").state == "registered"

    refused(c.PrintCertificates(case_id=case_id, serial="D22000000001"), "w1", "R45")
    assert serials(walk, c.PrintCertificates(case_id=case_id)) == ["D22000000002"]
    with walk.desk.ask() as reader:
        certificates = next(row for row in stock.totals(reader) if row.kind == "certificate")
    assert (certificates.in_stock, certificates.used, certificates.spoilt) == (7, 1, 1)


def test_a_sheet_of_another_case_is_not_spoilt(walk: Walk, refused: Refused) -> None:
    command = c.SpoilSheet(case_id=walk.printed(), serial="D22000000002", reason="卡纸")

    refused(command, "w1", "R45")


def test_a_printed_case_is_not_printed_again(walk: Walk, refused: Refused) -> None:
    refused(c.PrintCertificates(case_id=walk.printed()), "w1", "D-STAGE")


def test_handing_out_ends_the_case_and_moves_the_sheet(walk: Walk) -> None:
    case_id = walk.printed()

    answer = walk.on_case(c.IssueCase(case_id=case_id, to=BUYER, method="counter"), "w1")

    assert answer.state == "issued"


def test_a_stranger_gets_nothing(walk: Walk, refused: Refused) -> None:
    command = c.IssueCase(case_id=walk.printed(), to=STRANGER, method="counter")

    refused(command, "w1", "R53")


def test_without_the_fee_nothing_is_handed_out(walk: Walk, refused: Refused) -> None:
    case_id = walk.accepted()
    walk.do(c.ChargeCase(case_id=case_id), "w1")
    walk.do(c.PayCharge(case_id=case_id, what="tax", method="scan"), "w1")
    _to_the_printer(walk, case_id)

    refused(c.IssueCase(case_id=case_id, to=BUYER, method="counter"), "w1", "R52")


def test_express_needs_its_waybill(walk: Walk, refused: Refused) -> None:
    case_id = walk.printed()
    refused(
        c.IssueCase(case_id=case_id, to=BUYER, method="express"),
        "w1",
        "D-FORM",
        fields=("waybill",),
    )

    command = c.IssueCase(case_id=case_id, to=BUYER, method="express", waybill="EM123")
    assert walk.on_case(command, "w1").state == "issued"


def test_what_has_a_paper_is_not_handed_out_before_it_is_written(
    walk: Walk, refused: Refused
) -> None:
    command = c.IssueCase(case_id=walk.registered(), to=BUYER, method="counter")

    refused(command, "w1", "D-STAGE")


def test_what_has_no_paper_prints_nothing_and_is_handed_out(walk: Walk, refused: Refused) -> None:
    court = "辽源市龙山区人民法院"
    fields = {"authority": court, "document_no": "1", "from": "2018-03-26", "to": "2021-03-25"}
    case_id = new_id()
    walk.do(c.SeizeUnits(case_id=case_id, units=(HOME,), fields=fields), "w1")
    refused(c.PrintCertificates(case_id=case_id), "w1", "D-STAGE")

    receiver = BUYER.__class__(name=court, id_type="99", id_number="-")
    command = c.IssueCase(case_id=case_id, to=receiver, method="counter")
    assert walk.on_case(command, "w1").state == "issued"


def test_a_visit_is_rated_once(walk: Walk, refused: Refused) -> None:
    case_id = walk.issued()
    walk.do(c.RateCase(case_id=case_id, score=5, text="很快"), "w1")

    refused(c.RateCase(case_id=case_id, score=1), "w1", "D-STAGE")


def _to_the_printer(walk: Walk, case_id: UUID) -> None:
    walk.do(c.ClaimCase(case_id=case_id), "a1")
    walk.do(c.DecideCase(case_id=case_id, decision="approve", opinion="同意"), "a1")
    walk.do(c.RegisterCase(case_id=case_id), "a1")
    walk.do(c.PrintCertificates(case_id=case_id), "w1")
