"""What a questioning record 询问笔录 says: every question, each person's answer, who signs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from desk.workflow.act import Setting
from desk.workflow.letters import UNKNOWN, minute
from forms.interview import questions_of
from forms.items import Item

INTERVIEW = "interview_record"
ROLES: Mapping[str, str] = {
    "holder": "权利人",
    "obligor": "义务人",
    "agent": "代理人",
    "guardian": "监护人",
    "organ": "机关",
    "consenting": "同意人",
}
_ANSWERS = {"yes": "是", "no": "否"}
_ROOM = "\n\n"  # for a signature by hand
Line = Mapping[str, str]
"""One answer: question, person, role, answer, note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An interview with where and when it was held; `code` is the bar code of its case."""

    item: Item
    lines: Sequence[Line]
    code: str
    location: str
    at: datetime
    window: int | None
    clerk: str
    signed: Sequence[str] = ()  # who signed on the applicants' screen


def lines_of(evidence: Mapping[str, object]) -> Sequence[Line]:
    """Return the answers that an acceptance carries."""
    return cast("Sequence[Line]", evidence.get("interview") or ())


def interview_record(setting: Setting, asked: Asked) -> dict[str, Any]:
    """Return the values of the record."""
    people = dict.fromkeys((line["person"], line["role"]) for line in asked.lines)
    return {
        "centre": setting.centre_name,
        "code": asked.code,
        "item": asked.item.name,
        "location": asked.location or UNKNOWN,
        "asked_at": minute(asked.at),
        "window": UNKNOWN if asked.window is None else f"{asked.window}号窗口",
        "clerk": asked.clerk,
        "answers": [
            [str(n), question.zh, _answers(question.code, asked.lines)]
            for n, question in enumerate(questions_of(asked.item), start=1)
        ],
        "signatures": [
            [name, ROLES.get(role, role), *_signature(name in asked.signed, asked.at)]
            for name, role in people
        ],
        "rehearsal": setting.centre.rehearsal,
    }


def _answers(question: str, lines: Iterable[Line]) -> str:
    said = [
        f"{line['person']}（{ROLES.get(line['role'], line['role'])}）："
        f"{_ANSWERS[line['answer']]}" + (f"。备注：{line['note']}" if line["note"] else "")
        for line in lines
        if line["question"] == question
    ]
    return "\n".join(said) or "未回答"


def _signature(signed: bool, at: datetime) -> tuple[str, str]:
    return ("已在签名屏上签名", minute(at)) if signed else (_ROOM, "")
