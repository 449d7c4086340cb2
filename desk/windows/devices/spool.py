"""What the print service says of a printer: its queue, and what it waits for, with the cure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

CAUSES: Mapping[str, str] = MappingProxyType(
    {
        "media-empty": "E-PRN-002",
        "media-needed": "E-PRN-002",
        "input-tray-missing": "E-PRN-002",
        "media-jam": "E-PRN-004",
        "cover-open": "E-PRN-005",
        "door-open": "E-PRN-005",
        "interlock-open": "E-PRN-005",
        "offline": "E-PRN-006",
        "connecting-to-device": "E-PRN-006",
        "shutdown": "E-PRN-006",
        "timed-out": "E-PRN-006",
        "paused": "E-PRN-007",
        "moving-to-paused": "E-PRN-007",
        "toner-empty": "E-PRN-008",
        "marker-supply-empty": "E-PRN-008",
    }
)
"""The message for each keyword of RFC 8011 that stops a printer; other keywords only inform."""
_STOPPED = "5"
_REASONS = re.compile(r"\bprinter-state-reasons=(\S+)")
_STATE = re.compile(r"\bprinter-state=(\d)")
_MAKE = re.compile(r"\bprinter-make-and-model=(?:'([^']*)'|(\S*))")
_SEVERITY = re.compile(r"-(?:error|warning|report)$")
_JOB = re.compile(r"^(\S+-\d+)\s", re.MULTILINE)
_FITS = re.compile(r"\b(?:fit-to-page(?:=true)?|print-scaling=(?:fit|fill|auto\S*))(?=\s|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """Papers that wait at a printer, and the message for what it waits for; none: it works."""

    waiting: int = 0
    trouble: str = ""
    is_fitting: bool = False  # it stretches papers to the page, which no calibration survives


def queue_of(options: str, jobs: str) -> Queue:
    """Read what `lpoptions -p` and `lpstat -o` said of a printer."""
    known = [CAUSES[reason] for reason in reasons_of(options) if reason in CAUSES]
    state = _STATE.search(options)
    if state is not None and state[1] == _STOPPED:
        known.append("E-PRN-007")
    return Queue(
        waiting=len(waiting_jobs(jobs)),
        trouble=known[0] if known else "",
        is_fitting=fits_to_page(options),
    )


def reasons_of(options: str) -> Sequence[str]:
    """Return the printer's reasons without their severity."""
    found = _REASONS.search(options)
    told = found[1].strip("'\"").split(",") if found else []
    return [_SEVERITY.sub("", reason) for reason in told if reason != "none"]


def waiting_jobs(jobs: str) -> Sequence[str]:
    """Return the ids of the papers in the queue, the one in the printer first."""
    return _JOB.findall(jobs)


def make_of(options: str) -> str:
    """Return make and model, as the print service has them."""
    found = _MAKE.search(options)
    return (found[1] or found[2] or "") if found else ""


def fits_to_page(options: str) -> bool:
    """Tell whether the queue is set to stretch papers to the page."""
    return _FITS.search(options) is not None
