"""The questions that forms are made of."""

from dataclasses import dataclass
from enum import StrEnum


class FieldKind(StrEnum):
    """What sort of answer a field takes."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    MONEY = "money"
    AREA = "area"
    DATE = "date"
    INTEGER = "integer"
    CHOICE = "choice"
    FLAG = "flag"
    SHARE = "share"
    UNIT_CODE = "unit_code"
    CERTIFICATE_NO = "certificate_no"
    UNITS = "units"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer that a field offers."""

    code: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One question of a form; `sample` is a right answer in JSON form for previews and tests.

    `minimum` and `maximum` are in fen, hundredths of a square metre or whole numbers by kind.
    """

    key: str
    label_zh: str
    label_en: str
    kind: FieldKind
    required: bool
    sample: object
    choices: tuple[Choice, ...] = ()
    table: str | None = None  # the code table that the choices or suggestions come from
    max_length: int | None = None
    minimum: int | None = None
    maximum: int | None = None
    hint_zh: str = ""
    hint_en: str = ""
