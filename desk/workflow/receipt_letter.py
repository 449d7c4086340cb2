"""What a receipt for papers says; it is written away from the database, of what was keyed alone."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from desk.workflow.act import Setting
from desk.workflow.application import Application
from desk.workflow.clock import SHANGHAI
from desk.workflow.commands import AcceptBundle, AcceptCase, Command
from desk.workflow.letters import UNKNOWN, Values, minute, unit_codes
from desk.workflow.receipt_numbers import ReceiptNumber
from forms.catalogue import Catalogue
from forms.checks.dates import format_day_zh
from printing.wording import holders_line


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """Papers over the counter: when, by whom, at which window, for units that lie where."""

    at: datetime
    login: str
    clerk: str
    window: int | None
    location: str = ""


def case_meant(command: Command) -> UUID | None:
    """Return the case that the papers of an act are to become, of a bundle the first."""
    if isinstance(command, AcceptBundle):
        return command.cases[0].case_id
    return command.case_id if isinstance(command, AcceptCase) else None


def applications_of(command: Command) -> tuple[Application, ...]:
    """Return the applications of an acceptance, of a bundle all."""
    if isinstance(command, AcceptBundle):
        return tuple(one.application for one in command.cases)
    return (command.application,) if isinstance(command, AcceptCase) else ()


def receipt_values(
    setting: Setting, command: Command, number: ReceiptNumber, taken: TakenIn
) -> Values:
    """Return the values of the receipt for the papers of an acceptance."""
    catalogue, applications = setting.catalogue, applications_of(command)
    names = [party.name for one in applications for party in one.parties]
    codes = dict.fromkeys(code for one in applications for code in one.units)
    return {
        "centre": setting.centre_name,
        "case_no": number.text,
        "item": "＋".join(catalogue.items[one.item].name for one in applications),
        "applicants": holders_line(list(dict.fromkeys(names))) or UNKNOWN,
        "location": taken.location or UNKNOWN,
        "units": unit_codes(list(codes)),
        "received_at": minute(taken.at),
        "window": f"{taken.window}号窗口" if taken.window is not None else UNKNOWN,
        "clerk": taken.clerk,
        "materials": _materials(catalogue, applications, _pages(command)),
        "day": format_day_zh(taken.at.astimezone(SHANGHAI).date()),
        "rehearsal": setting.centre.rehearsal,
    }


def _materials(
    catalogue: Catalogue, applications: Sequence[Application], pages: Mapping[str, int]
) -> list[list[str]]:
    codes = sorted({code for one in applications for code in one.materials})
    known = ((code, catalogue.materials[code]) for code in codes if code in catalogue.materials)
    return [
        [str(n), paper.zh, paper.form, str(pages[code]) if pages.get(code) else UNKNOWN]
        for n, (code, paper) in enumerate(known, start=1)
    ]


def _pages(command: Command) -> Mapping[str, int]:
    """Count the pages that were photographed, by the paper they belong to."""
    shown: Mapping[str, Any] = getattr(command, "evidence", {})
    found: Iterable[Mapping[str, str]] = shown.get("pages", ())
    return Counter(page["material"] for page in found)
