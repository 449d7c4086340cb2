"""The verdict on a certificate in words: genuine or not, and what became of it since."""

from collections.abc import Iterator

from desk.workflow.certificate_check import Checked, Verdict
from desk.workflow.clock import SHANGHAI
from desk.workflow.queries.standing import CertificateStanding
from forms.messages import message

UNKNOWN = "—"
_SAYS = {
    Verdict.GENUINE: "SEAL-GENUINE",
    Verdict.FORGED: "SEAL-FORGED",
    Verdict.UNKNOWN_KEY: "SEAL-UNKNOWN-KEY",
    Verdict.NO_CERTIFICATE: "SEAL-NO-CERTIFICATE",
}


def verdict_line(checked: Checked, language: str) -> str:
    """Say what the key says of the QR, with all that the QR says."""
    said = checked.said
    if said is None:
        return message(_SAYS[checked.verdict], language)
    return message(
        _SAYS[checked.verdict],
        language,
        number=said.number,
        unit=said.unit,
        entry=said.entry or UNKNOWN,
        day=said.day,
        key=said.key_id or UNKNOWN,
    )


def standing_lines(found: CertificateStanding | None, number: str, language: str) -> Iterator[str]:
    """Say whether a certificate still holds, and by which case, by whom and for what it ended."""
    if found is None:
        yield message("SEAL-NOT-HERE", language, number=number)
        return
    mark = "、" if language == "zh" else ", "
    holders = mark.join(found.holders) or UNKNOWN
    if found.holds:
        yield message("SEAL-IN-FORCE", language, number=number, holders=holders)
        return
    yield message(
        f"SEAL-ENDED.{found.standing}",
        language,
        number=number,
        holders=holders,
        since=_minute(found),
        case=found.by_case or UNKNOWN,
        person=found.by or UNKNOWN,
    )
    if found.replaced_by:
        yield message("SEAL-REPLACED", language, numbers=mark.join(found.replaced_by))


def _minute(found: CertificateStanding) -> str:
    return found.since.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M") if found.since else UNKNOWN
