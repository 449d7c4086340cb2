"""Tables of registration fees and taxes; amounts in fen, areas in 0.01 m², rates as fractions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from forms.tables import in_force

FeeKind = Literal["house", "nonhouse", "garage", "copy"]
FeeEffect = Literal["none", "half", "copy_only"]
TaxBase = Literal["price", "vat", "gain", "difference", "construction_cost", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeAmount:
    """What one piece, or one further copy, costs in a period."""

    kind: FeeKind
    fen: int
    valid_from: date
    valid_to: date | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeClass:
    """A class of registration fee; `first_copy_free` says whether the first paper is included."""

    code: str
    zh: str
    en: str
    first_copy_free: bool
    amounts: tuple[FeeAmount, ...]

    def amount(self, kind: FeeKind, day: date) -> FeeAmount | None:
        """Return what a kind of piece costs on a day, None where the class charges nothing."""
        for amount in self.amounts:
            if amount.kind == kind and in_force(amount.valid_from, amount.valid_to, day):
                return amount
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeExemption:
    """A reason for which less, or nothing, is paid; `basis` says what must be shown."""

    code: str
    zh: str
    en: str
    effect: FeeEffect
    basis: Literal["business", "holder", "unit"]
    valid_from: date
    valid_to: date | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeTables:
    """All that the registration fee is worked out from."""

    classes: Mapping[str, FeeClass]
    exemptions: tuple[FeeExemption, ...]
    payer_role: str
    payer_zh: str
    payer_en: str
    piece_zh: str
    piece_en: str
    source: str

    def exemptions_on(self, day: date) -> tuple[FeeExemption, ...]:
        """Return the reasons that may be given on a day."""
        return tuple(
            reason
            for reason in self.exemptions
            if in_force(reason.valid_from, reason.valid_to, day)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DeedTaxRelief:
    """A lower deed-tax rate for the first or second home of a family, by area of the house."""

    dwelling_count: int
    area_over: int
    area_up_to: int | None
    rate: Fraction
    valid_from: date
    valid_to: date | None
    source: str

    def applies(self, day: date, dwelling_count: int, area: int) -> bool:
        """Say whether the relief covers a day, a number of homes and an area."""
        return (
            in_force(self.valid_from, self.valid_to, day)
            and self.dwelling_count == dwelling_count
            and self.area_over < area
            and (self.area_up_to is None or area <= self.area_up_to)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedRate:
    """A rate in a period."""

    rate: Fraction
    valid_from: date
    valid_to: date | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxExemption:
    """A reason for which no deed tax is paid; the tax office confirms it."""

    code: str
    zh: str
    en: str
    valid_from: date
    valid_to: date | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxLine:
    """One line of another tax: who pays what rate on which base, and when it applies.

    A rate of None is not worked out here: the line is shown with its note.
    """

    key: str
    tax: str
    zh: str
    en: str
    payer: str
    base: TaxBase
    rate: Fraction | None
    home: bool | None
    individual: bool | None
    held_years_from: int | None
    held_years_below: int | None
    only_home: bool | None
    valid_from: date
    valid_to: date | None
    source: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxTables:
    """All that the taxes of a transfer are worked out from."""

    standard_rates: tuple[DatedRate, ...]
    reliefs: tuple[DeedTaxRelief, ...]
    exemptions: tuple[TaxExemption, ...]
    lines: tuple[TaxLine, ...]
    rounding_zh: str
    rounding_en: str

    def standard_rate(self, day: date) -> DatedRate:
        """Return the full deed-tax rate on a day; KeyError before the first."""
        for rate in self.standard_rates:
            if in_force(rate.valid_from, rate.valid_to, day):
                return rate
        raise KeyError(day)

    def relief(self, day: date, dwelling_count: int, area: int) -> DeedTaxRelief | None:
        """Return the relief for a home, None where the full rate is due."""
        for relief in self.reliefs:
            if relief.applies(day, dwelling_count, area):
                return relief
        return None

    def lines_on(self, day: date) -> tuple[TaxLine, ...]:
        """Return the lines of the other taxes that are in force on a day."""
        return tuple(line for line in self.lines if in_force(line.valid_from, line.valid_to, day))

    def exemptions_on(self, day: date) -> tuple[TaxExemption, ...]:
        """Return the reasons for which no deed tax is due that may be given on a day."""
        return tuple(
            reason
            for reason in self.exemptions
            if in_force(reason.valid_from, reason.valid_to, day)
        )
