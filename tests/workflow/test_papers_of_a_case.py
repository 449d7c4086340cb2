"""Each act leaves the papers that the law asks of it, with what it was about."""

from collections.abc import Iterator
from uuid import UUID

import pytest

from db.ids import new_id
from desk.workflow import commands as c
from desk.workflow.application import Application, Party
from desk.workflow.desk import Desk
from desk.workflow.queries.papers import PaperView, paper, papers_of
from printing.raster import page_text
from tests.workflow.conftest import (
    BANK,
    BUYER,
    HOME,
    OTHER_HOME,
    OWNER,
    SELLER,
    Walk,
    mortgage,
    party,
    sale,
    seizure,
)


@pytest.fixture
def printing(walk: Walk) -> Iterator[Walk]:
    """The small centre, where papers are kept."""
    desk = Desk.open(walk.url)
    yield Walk(desk, walk.url)
    desk.close()


def kept(walk: Walk, case_id: UUID) -> dict[str, PaperView]:
    """Return the papers of a case by kind."""
    with walk.desk.ask() as reader:
        found = [(row.kind, paper(reader, row.id)) for row in papers_of(reader, case_id)]
    return {kind: view for kind, view in found if view is not None}


def said(view: PaperView) -> str:
    """Return all that stands on a paper, without its line breaks."""
    return "".join(page_text(view.content).split())


def test_the_application_form_is_filled_in_for_both_sides_to_sign(printing: Walk) -> None:
    form = said(kept(printing, printing.accepted())["application_form"])

    for words in (
        *(BUYER.name, BUYER.id_number, SELLER.name, SELLER.id_number, "2018-0000001"),
        *("■国有建设用地使用权", "■房屋所有权", "□抵押权", "■转移", "□首次"),
        *("318000.00", "买卖(存量房)", "共有情况：单独所有", "申请分别持证否"),
    ):
        assert words in form, words
    assert form.count("申请人（签章）") == form.count("代理人（签章）") == 2


def test_the_right_that_is_applied_for_is_ticked_not_the_one_that_is_there(
    printing: Walk,
) -> None:
    form = said(kept(printing, printing.accepted(mortgage()))["application_form"])

    assert "■抵押权" in form
    assert "□房屋所有权" in form
    assert "■首次" in form


def test_a_taxed_transfer_goes_to_the_tax_office_under_the_law_of_its_day(printing: Walk) -> None:
    papers = kept(printing, printing.paid())

    slip = said(papers["tax_contact"])
    assert "契税暂行条例第十一条" in slip  # 2018; the law of the deed tax came in 2021
    for words in (f"{SELLER.name}{SELLER.id_number}", "86.40㎡", "318000.00元", "住宅"):
        assert words in slip, words


def test_a_mortgage_bears_no_tax_and_of_one_home_needs_no_list(printing: Walk) -> None:
    papers = kept(printing, printing.paid(mortgage()))

    assert "tax_contact" not in papers
    assert "mortgage_list" not in papers


def test_a_mortgage_of_two_homes_lists_both_with_their_sum(printing: Walk) -> None:
    one = mortgage()
    parties = (party(SELLER, "obligor"), party(OWNER, "obligor"), party(BANK, "holder"))
    both = Application(
        item=one.item,
        units=(HOME, OTHER_HOME),
        parties=parties,
        reason=one.reason,
        fields=one.fields,
        materials=one.materials,
    )

    listed = said(kept(printing, printing.accepted(both))["mortgage_list"])

    for words in (SELLER.name, OWNER.name, BANK.name, "抵押物2项", "建筑面积合计172.80㎡"):
        assert words in listed, words


def test_a_withdrawal_names_its_reason_and_what_goes_back(printing: Walk) -> None:
    case_id = printing.accepted()
    printing.do(c.WithdrawCase(case_id=case_id, reason="双方解除合同"), "w1")

    notice = said(kept(printing, case_id)["withdrawal_notice"])
    assert "双方解除合同" in notice
    assert "身份证明" in notice
    assert "第十五条" in notice


def test_the_first_order_seizes_and_the_second_waits(printing: Walk) -> None:
    orders = [seizure(HOME), seizure(HOME)]
    for order in orders:
        printing.do(order, "w1")

    first, second = (kept(printing, order.case_id) for order in orders)
    assert first["seizure_return"].values["results"][0][-1] == "查封"
    assert second["seizure_return"].values["results"][0][-1] == "轮候查封第1位"
    assert "辽源市龙山区人民法院" in said(first["seizure_return"])
    assert "application_form" not in first  # an order is no application


def test_a_loss_is_stated_for_fifteen_working_days(printing: Walk) -> None:
    printing.issued()
    case_id, number = new_id(), "吉（2018）辽源市不动产权第0000042号"
    lost = Application(
        item="LY061",
        units=(HOME,),
        parties=(party(BUYER, "holder"),),
        right=number,
        reason="遗失",
        fields={"statement_date": "2018-03-01"},
        materials=printing.desk.setting.catalogue.items["LY061"].materials_required,
    )
    printing.do(c.AcceptCase(case_id=case_id, application=lost), "w1")

    statement = said(kept(printing, case_id)["loss_statement"])
    assert BUYER.name in statement
    assert number in statement
    assert "15个工作日，至2018年03月22日届满" in statement


def test_an_inheritance_is_announced_with_heir_home_and_last_day(printing: Walk) -> None:
    case_id = new_id()
    item = printing.desk.setting.catalogue.items["LY016"]
    heir = Party(role="holder", name=BUYER.name, id_type="1", id_number=BUYER.id_number)
    application = Application(
        item=item.code,
        units=(HOME,),
        parties=(heir,),
        co_ownership="sole",
        reason=item.reasons[0],
        materials=item.materials_required,
    )
    printing.do(c.AcceptCase(case_id=case_id, application=application), "w1")
    printing.do(c.AnnounceCase(case_id=case_id), "w1")

    page = said(kept(printing, case_id)["announcement"])
    for words in (BUYER.name, "继承", "第十七条", "15个工作日", "2018年04月17日", "86.40㎡"):
        assert words in page, words


def test_without_paper_nothing_is_drawn(walk: Walk) -> None:
    case_id = walk.accepted(sale())

    assert kept(walk, case_id) == {}
