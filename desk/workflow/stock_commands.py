"""Acts on the book of numbered sheets 证纸: ranges are received, handed out, returned, ended."""

from dataclasses import dataclass, field
from typing import Literal

from desk.workflow.commands import Command, Evidence

SheetKind = Literal["certificate", "proof"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRange(Command):
    """An act on all sheets from `first` to `last`, both included."""

    paper: SheetKind
    first: str
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveSheets(SheetRange):
    """Take a delivery 入库 into the vault; `batch` is the printing works' own mark."""

    batch: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOutSheets(SheetRange):
    """Hand sheets of the vault out 领用 to a window."""

    window: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnSheets(SheetRange):
    """Give unused sheets of a window back 退库 to the vault."""

    window: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EndSheets(SheetRange):
    """Take blank sheets out of use, with the reason and a second person's login."""

    window: int | None = None  # none: they lie in the vault
    reason: str
    second: str
    evidence: Evidence = field(default_factory=dict)  # a photograph's SHA-256


@dataclass(frozen=True, slots=True, kw_only=True)
class SpoilSheets(EndSheets):
    """Blank sheets are spoilt 作废: torn, stained, misprinted by the works."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoseSheets(EndSheets):
    """Blank sheets cannot be found 遗失."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DestroySheets(SheetRange):
    """Spoilt sheets are destroyed 销毁 before a second person."""

    reason: str
    second: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CountSheets(Command):
    """The blank sheets of one kind counted twice, blind, where they lie; none: in the vault."""

    paper: SheetKind
    window: int | None = None
    counted: int
    again: int
