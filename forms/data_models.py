"""The shapes of the data files; whatever does not fit is refused when they are read."""

from datetime import date
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints

from forms.charges import FeeEffect, FeeKind, TaxBase
from forms.fields import FieldKind
from forms.items import Branch, Mode, Output, Slot, TakesBack
from forms.tables import Level


def _day(value: object) -> object:
    return date.fromisoformat(value) if isinstance(value, str) else value


def _fraction(value: object) -> object:
    return Fraction(value) if isinstance(value, str) else value


def _plain(value: str) -> str:
    if value != value.strip():
        raise ValueError("blanks at an end")
    return value


Text = Annotated[str, StringConstraints(min_length=1), AfterValidator(_plain)]
Day = Annotated[date, BeforeValidator(_day)]
Rate = Annotated[Fraction, BeforeValidator(_fraction)]
Stage = Literal["受理", "审核", "登簿", "缮证", "发证", "每日"]


class Row(BaseModel):
    """A piece of a data file: no unknown keys, no silent conversions."""

    model_config = ConfigDict(
        extra="forbid", strict=True, frozen=True, arbitrary_types_allowed=True
    )


class FieldRow(Row):
    """A question, once for all forms that ask it."""

    label_zh: Text
    label_en: Text
    kind: Annotated[FieldKind, BeforeValidator(FieldKind)]
    sample: object
    table: Text | None = None
    max_length: int | None = None
    minimum: int | None = None
    maximum: int | None = None
    hint_zh: str = ""
    hint_en: str = ""


class AskedRow(Row):
    """A question of one item, with what is said otherwise there."""

    key: Text
    required: bool
    label_zh: Text | None = None
    label_en: Text | None = None
    hint_zh: Text | None = None
    hint_en: Text | None = None
    sample: object = None
    table: Text | None = None
    choices: list[Text] | None = None
    minimum: int | None = None


class ApplicantRow(Row):
    """A side of the application."""

    role: Text
    label_zh: Text
    label_en: Text
    min: int


class LimitRow(Row):
    """A time limit."""

    value: int
    unit: Literal["minutes", "working_days", "at_once"]


class AnnouncementRow(Row):
    """A public notice, in working days."""

    kind: Text
    kind_en: Text
    days: int


class FeePeriodRow(Row):
    """A fee class in a period."""

    fee_class: Text
    valid_from: Day
    valid_to: Day | None = None
    source: Text
    note: str = ""
    reason: Text | None = None


class ItemRow(Row):
    """One file under `items/`."""

    code: Annotated[Text, StringConstraints(pattern=r"^[A-Z]{2}[0-9]{3}$")]
    no: int
    name: Text
    name_en: Text
    initials: Text
    group: Text
    group_en: Text
    registration_type: int
    registration_types_also: list[int]
    right_types: list[Text]
    reasons: list[Text]
    mode: Mode
    applicants: list[ApplicantRow]
    fields: list[AskedRow]
    one_of: list[list[Text]]
    materials_required: list[Text]
    materials_conditional: list[Text]
    output: Output
    output_text: Text
    tax: bool
    fee_class: Text
    fee_history: list[FeePeriodRow]
    statutory_limit: LimitRow
    committed: LimitRow
    sixty_minutes: bool
    announcement: AnnouncementRow | None
    site_visit: bool
    rules: list[Text]
    act: Text
    slot: Slot
    takes_back: TakesBack
    route: list[Text]
    branches: list[Branch]
    effect: Text
    legal_basis: Text


class MaterialRow(Row):
    """A paper that applicants bring."""

    zh: Text
    en: Text
    form: Text
    form_en: Text
    note: str
    initials: Text


class ParameterRow(Row):
    """A number that a rule works with."""

    name: Text
    value: int | str
    unit: Text
    valid_from: Day | None = None
    valid_to: Day | None = None
    source: Text


class RuleRow(Row):
    """A rule of law."""

    level: Level
    stages: list[Stage]
    text_zh: Text
    text_en: Text
    source: Text
    valid_from: Day | None = None
    valid_to: Day | None = None
    parameters: list[ParameterRow] = []


class EntryRow(Row):
    """A row of a code table."""

    code: Text
    zh: Text
    en: Text
    initials: Text
    valid_from: Day | None = None
    valid_to: Day | None = None
    note: str = ""
    national: str = ""


class TableRow(Row):
    """One file under `codes/`."""

    title: Text
    title_en: Text
    source: Text
    entries: list[EntryRow]


class AmountRow(Row):
    """What one piece or copy costs, in fen."""

    kind: FeeKind
    fen: int
    valid_from: Day
    valid_to: Day | None = None
    source: Text


class FeeClassRow(Row):
    """A class of fee."""

    zh: Text
    en: Text
    first_copy_free: bool
    amounts: list[AmountRow]


class FeeExemptionRow(Row):
    """A reason to pay less."""

    code: Text
    zh: Text
    en: Text
    effect: FeeEffect
    basis: Literal["business", "holder", "unit"]
    valid_from: Day
    valid_to: Day | None = None
    source: Text


class FeesRow(Row):
    """The file `fees.json`."""

    classes: dict[Text, FeeClassRow]
    exemptions: list[FeeExemptionRow]
    payer_role: Text
    payer_zh: Text
    payer_en: Text
    piece_zh: Text
    piece_en: Text
    source: Text


class RateRow(Row):
    """A rate in a period."""

    rate: Rate
    valid_from: Day
    valid_to: Day | None = None
    source: Text


class ReliefRow(Row):
    """A lower deed-tax rate; areas in 0.01 m²."""

    dwelling_count: int
    area_over: int
    area_up_to: int | None = None
    rate: Rate
    valid_from: Day
    valid_to: Day | None = None
    source: Text


class TaxExemptionRow(Row):
    """A reason to pay no deed tax."""

    code: Text
    zh: Text
    en: Text
    valid_from: Day
    valid_to: Day | None = None
    source: Text


class TaxLineRow(Row):
    """A line of another tax."""

    key: Text
    tax: Text
    zh: Text
    en: Text
    payer: Text
    base: TaxBase
    rate: Rate | None = None
    home: bool | None = None
    individual: bool | None = None
    held_years_from: int | None = None
    held_years_below: int | None = None
    only_home: bool | None = None
    valid_from: Day
    valid_to: Day | None = None
    source: Text
    note: str = ""


class TaxesRow(Row):
    """The file `taxes.json`."""

    standard_rates: list[RateRow]
    reliefs: list[ReliefRow]
    exemptions: list[TaxExemptionRow]
    lines: list[TaxLineRow]
    rounding_zh: Text
    rounding_en: Text
