"""The worker: answers in order on the GUI thread, nothing to the closed, nobody locked out."""

from dataclasses import dataclass
from threading import Event, current_thread, main_thread

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desk.windows.parts.office import Office
from desk.workflow.answers import Answer, TicketAnswer, Touched
from desk.workflow.application import Person
from desk.workflow.commands import Command, DrawTicket, IssueCase, new_id
from desk.workflow.errors import Code, DeskError, refuse


@dataclass(frozen=True, slots=True, kw_only=True)
class Unheard(Command):
    """An act that no desk knows: sending it is a bug."""


def ignore(_what: object) -> None:
    """Hear something and do nothing."""


def test_answers_come_in_the_order_of_asking_on_the_gui_thread(
    qtbot: QtBot, office: Office
) -> None:
    background, owner = office.background, QObject()
    heard: list[tuple[int, bool]] = []
    for number in range(5):
        background.run(
            owner,
            lambda n=number: n,  # type: ignore[misc]
            lambda n: heard.append((n, current_thread() is main_thread())),
            ignore,
        )
    assert not background.idle
    qtbot.waitUntil(lambda: background.idle)

    assert heard == [(number, True) for number in range(5)]


def test_work_runs_on_another_thread(qtbot: QtBot, office: Office) -> None:
    threads: list[object] = []
    owner = QObject()
    office.background.run(owner, current_thread, threads.append, ignore)
    qtbot.waitUntil(lambda: bool(threads))

    assert threads[0] is not main_thread()


def test_a_refusal_is_heard_as_one(qtbot: QtBot, office: Office) -> None:
    owner, refusals, answers = QObject(), list[DeskError](), list[object]()

    def work() -> None:
        raise refuse(Code.STAGE, stage="issued")

    office.background.run(owner, work, answers.append, refusals.append)
    qtbot.waitUntil(lambda: bool(refusals))

    assert refusals[0].codes == ("D-STAGE",)
    assert answers == []


def test_a_bug_is_heard_by_the_hook_and_the_work_has_ended(qtbot: QtBot, office: Office) -> None:
    owner, heard, ended = QObject(), list[object](), list[bool]()

    def work() -> None:
        raise ZeroDivisionError

    with qtbot.capture_exceptions() as bugs, qtbot.waitSignal(office.background.finished):
        office.background.run(owner, work, heard.append, heard.append, lambda: ended.append(True))

    assert [kind for kind, _, _ in bugs] == [ZeroDivisionError]
    assert heard == []
    assert ended == [True]
    assert office.background.idle


def test_a_closed_owner_hears_nothing(qtbot: QtBot, office: Office) -> None:
    owner, heard, ended, go = QObject(), list[object](), list[bool](), Event()
    office.background.run(
        owner, lambda: go.wait(5), heard.append, heard.append, lambda: ended.append(True)
    )
    delete(owner)
    go.set()
    qtbot.waitUntil(lambda: office.background.idle)

    assert heard == []
    assert ended == [True]


def draw() -> DrawTicket:
    return DrawTicket(case_id=new_id(), lane="normal")


def test_the_act_rests_while_it_is_under_way_and_wakes_with_its_answer(
    qtbot: QtBot, office: Office
) -> None:
    owner, answers = QObject(), list[Answer]()
    act = QAction(owner)
    office.do(owner, draw(), answers.append, ignore, guard=act)

    assert not act.isEnabled()
    qtbot.waitUntil(lambda: bool(answers))
    assert isinstance(answers[0], TicketAnswer)
    assert act.isEnabled()


def test_the_act_wakes_after_a_refusal(qtbot: QtBot, office: Office) -> None:
    owner, refusals = QObject(), list[DeskError]()
    act = QAction(owner)
    nobody = Person(name="许勇", id_type="1", id_number="220403195909073514")
    command = IssueCase(case_id=new_id(), to=nobody, method="counter")
    office.do(owner, command, ignore, refusals.append, guard=act)
    qtbot.waitUntil(lambda: bool(refusals))

    assert refusals[0].codes == ("D-UNKNOWN",)
    assert act.isEnabled()


def test_the_act_wakes_after_a_bug(qtbot: QtBot, office: Office) -> None:
    owner, heard = QObject(), list[object]()
    act = QAction(owner)
    with qtbot.capture_exceptions() as bugs:
        office.do(owner, Unheard(), heard.append, heard.append, guard=act)
        qtbot.waitUntil(lambda: office.background.idle)

    assert len(bugs) == 1
    assert heard == []
    assert act.isEnabled()


def test_every_screen_hears_what_an_act_touched_even_if_its_own_was_closed(
    qtbot: QtBot, office: Office
) -> None:
    owner, told, heard = QObject(), list[frozenset[Touched]](), list[object]()
    office.touched.connect(told.append)
    office.do(owner, draw(), heard.append, heard.append)
    delete(owner)
    qtbot.waitUntil(lambda: office.background.idle)

    assert Touched.QUEUE in told[0]
    assert heard == []


def test_a_look_that_is_refused_is_told_by_the_office(qtbot: QtBot, office: Office) -> None:
    owner, failed = QObject(), list[DeskError]()
    office.failed.connect(failed.append)

    def query(_reader: object, _now: object) -> None:
        raise refuse(Code.UNKNOWN, what="case")

    office.look(owner, query, ignore)
    qtbot.waitUntil(lambda: bool(failed))

    assert failed[0].codes == ("D-UNKNOWN",)
