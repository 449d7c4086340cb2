"""What is asked of the applicants at the counter 询问: question sets by group of items."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter

from forms.data_models import Row, Text
from forms.items import Item

FILE = Path(__file__).parent / "data" / "interview.json"
Answer = Literal["yes", "no"]


class QuestionRow(Row):
    """A question as it stands in the file."""

    zh: Text
    en: Text
    expected: Answer
    branch_zh: Text
    branch_en: Text


class InterviewRow(Row):
    """The whole file."""

    questions: dict[str, QuestionRow]
    groups: dict[str, list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question; any answer but the expected one opens what has to be done then."""

    code: str
    zh: str
    en: str
    expected: Answer
    branch_zh: str
    branch_en: str

    def text(self, language: str) -> str:
        """Return the question in Chinese or English."""
        return self.zh if language == "zh" else self.en

    def branch(self, language: str) -> str:
        """Return what has to be done after the other answer."""
        return self.branch_zh if language == "zh" else self.branch_en


def questions_of(item: Item) -> tuple[Question, ...]:
    """Return what is asked for a kind of business, in order; nothing where nobody is asked."""
    whole = _whole()
    return tuple(
        Question(code=code, **whole.questions[code].model_dump())
        for code in whole.groups[item.group]
    )


@cache
def _whole() -> InterviewRow:
    return TypeAdapter(InterviewRow).validate_json(FILE.read_bytes())
