"""One kind of registration business (事项) and what belongs to it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from forms.schema import Field

Mode = Literal["joint", "single", "single_or_authority", "authority", "ex_officio"]
Output = Literal["certificate", "proof", "both", "same", "none"]
Slot = Literal["disposing", "waiting", "none"]
TakesBack = Literal["none", "ownership", "right", "declared_void"]
Branch = Literal["fee", "tax", "announcement", "site_visit"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicant:
    """A side of the application: its role, what it is called here, how many at least."""

    role: str
    label_zh: str
    label_en: str
    min: int


@dataclass(frozen=True, slots=True)
class Limit:
    """A time in which the business is done; `at_once` has the value 0."""

    value: int
    unit: Literal["minutes", "working_days", "at_once"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """A public notice that must run for so many working days before the entry."""

    kind: str
    kind_en: str
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FeePeriod:
    """The fee class of an item in a period, for one reason of registration or for all."""

    fee_class: str
    valid_from: date
    valid_to: date | None
    source: str
    note: str
    reason: str | None = None

    def applies(self, day: date, reason: str | None) -> bool:
        """Say whether the period covers a day and a reason."""
        covers = self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)
        return covers and self.reason in {None, reason}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One of the businesses of the counter; `act` names what it does to the register.

    `slot` says what it takes of its unit while open: `disposing` shuts out other cases (R07),
    `none` goes beside them. `output` `same` means the kind of paper that the right has.
    """

    code: str
    no: int
    name: str
    name_en: str
    initials: str
    group: str
    group_en: str
    registration_type: int
    registration_types_also: tuple[int, ...]
    right_types: tuple[str, ...]
    reasons: tuple[str, ...]
    mode: Mode
    applicants: tuple[Applicant, ...]
    fields: tuple[Field, ...]
    tolerated: tuple[Field, ...]
    one_of: tuple[tuple[str, ...], ...]
    materials_required: tuple[str, ...]
    materials_conditional: tuple[str, ...]
    output: Output
    output_text: str
    tax: bool
    fee_class: str
    fee_history: tuple[FeePeriod, ...]
    statutory_limit: Limit
    committed: Limit
    sixty_minutes: bool
    announcement: Announcement | None
    site_visit: bool
    rules: tuple[str, ...]
    act: str
    slot: Slot
    takes_back: TakesBack
    route: tuple[str, ...]
    branches: tuple[Branch, ...]
    effect: str
    legal_basis: str

    def fee_class_on(self, day: date, reason: str | None = None) -> str:
        """Return the fee class in force on a day; some reasons have a class of their own."""
        found = [period for period in self.fee_history if period.applies(day, reason)]
        special = [period for period in found if period.reason is not None]
        return (special or found)[0].fee_class if found else self.fee_class
