"""Sent twice is done once; a whole visit works on both databases; papers are kept as printed."""

import hashlib
from dataclasses import replace

import pytest
from sqlalchemy import select

from db.ids import new_id
from db.session import open_engine, reading
from db.tables.cases import PERMISSIONS, TRANSITIONS
from desk.workflow import branch_commands as bc
from desk.workflow import commands as c
from desk.workflow import print_commands as pc
from desk.workflow import review_commands as rc
from desk.workflow import seal_commands as lc
from desk.workflow import stages
from desk.workflow import stock_commands as sc
from desk.workflow.commands import Command
from desk.workflow.desk import Desk, NoCentre
from desk.workflow.errors import DeskError
from desk.workflow.queries import papers
from desk.workflow.serving import SERVICES
from tests.workflow.conftest import Walk, dump, sale


def test_a_whole_visit_ends_with_the_certificate_issued(walk_on_both: Walk) -> None:
    walk = walk_on_both
    ticket = c.DrawTicket(case_id=new_id(), item="LY013")
    walk.do(ticket, "g1")
    walk.do(c.CallNext(window=1), "w1")
    walk.do(c.AcceptCase(case_id=ticket.case_id, application=sale()), "w1")
    walk.do(c.ChargeCase(case_id=ticket.case_id), "w1")
    walk.do(c.PayCharge(case_id=ticket.case_id, what="all", method="scan"), "w1")
    walk.do(c.ClaimCase(), "a1")
    walk.do(c.DecideCase(case_id=ticket.case_id, decision="approve", opinion="同意"), "a1")
    walk.do(c.RegisterCase(case_id=ticket.case_id), "a1")
    walk.do(c.PrintCertificates(case_id=ticket.case_id), "w1")
    buyer = sale().of("holder")[0]

    answer = walk.on_case(c.IssueCase(case_id=ticket.case_id, to=buyer, method="counter"), "w1")

    assert answer.state == "issued"
    assert answer.at == walk.now


def test_the_second_sending_gets_the_first_answer_and_does_nothing(walk_on_both: Walk) -> None:
    walk = walk_on_both
    command = c.AcceptCase(case_id=new_id(), application=sale())
    first = walk.do(command, "w1")
    before = dump(walk.url)

    assert walk.do(command, "w1") == first
    assert dump(walk.url) == before


def test_the_same_id_with_another_content_is_refused(walk_on_both: Walk) -> None:
    walk = walk_on_both
    command = c.AcceptCase(case_id=new_id(), application=sale())
    walk.do(command, "w1")

    with pytest.raises(DeskError) as refusal:
        walk.do(replace(command, case_id=new_id()), "w1")
    assert refusal.value.codes == ("D-COMMAND",)


def test_a_refused_command_may_be_sent_again_under_its_id(walk: Walk) -> None:
    case_id = new_id()
    charge = c.ChargeCase(case_id=case_id)
    with pytest.raises(DeskError):
        walk.do(charge, "w1")
    walk.do(c.AcceptCase(case_id=case_id, application=sale()), "w1")

    assert walk.on_case(charge, "w1").case_id == case_id


def test_every_command_has_its_service() -> None:
    abstract = {Command, c.CaseCommand, c.ReceiptCommand, c.Search}
    abstract |= {sc.SheetRange, sc.EndSheets, pc.JobCommand}
    modules = (bc, c, lc, pc, rc, sc)
    all_of_them = (value for module in modules for value in vars(module).values())
    known = {kind for kind in all_of_them if isinstance(kind, type)}
    known = {kind for kind in known if issubclass(kind, Command)} - abstract

    assert set(SERVICES) == known


def test_a_database_without_a_centre_is_refused(sqlite_url: str) -> None:
    with pytest.raises(NoCentre):
        Desk.open(sqlite_url)


def test_stages_and_roles_are_those_of_the_database(sqlite_url: str) -> None:
    engine = open_engine(sqlite_url)
    with reading(engine) as connection:
        moves = {tuple(row) for row in connection.execute(select(TRANSITIONS))}
        may = {tuple(row) for row in connection.execute(select(PERMISSIONS))}
    engine.dispose()

    assert {(a, stages.EVENTS[kind], b) for a, kind, b in stages.TRANSITIONS} <= moves
    told = {
        (stages.EVENTS[act], role)
        for act, roles in stages.ROLES.items()
        if act in stages.EVENTS
        for role in roles
    }
    assert told == {(kind, role) for kind, role in may if kind in stages.ACTS}


def test_papers_are_kept_byte_for_byte(walk: Walk) -> None:
    desk = Desk.open(walk.url)
    printing = Walk(desk, walk.url)
    case_id = printing.issued()

    with desk.ask() as reader:
        rows = papers.papers_of(reader, case_id)
        views = [papers.paper(reader, row.id) for row in rows]
    desk.close()

    assert [row.kind for row in rows] == [
        *("case_label", "application_form", "receipt"),
        *("fee_slip", "tax_contact", "certificate"),
    ]
    for view in views:
        assert view is not None
        assert view.content.startswith(b"%PDF")
        assert hashlib.sha256(view.content).hexdigest() == view.row.sha256
