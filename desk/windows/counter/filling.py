"""What is filled into an entry from elsewhere, and the command that is made of it."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from desk.documents.store import Page
from desk.windows.counter.entry import ApplicationEntry
from desk.windows.counter.entry_model import EntryModel
from desk.windows.counter.entry_state import PRESENT, EntryState, Source
from desk.windows.counter.notice import Told
from desk.workflow.application import Application
from desk.workflow.commands import AcceptCase, Evidence, SeizeUnits
from desk.workflow.queries.earlier import Contact
from desk.workflow.queries.pre_review import KeptEntry
from desk.workflow.scanned import Meaning, ScanKind
from forms.items import Item

Sent = AcceptCase | SeizeUnits


def fill_contacts(model: EntryModel, found: Mapping[str, Contact]) -> None:
    """Fill the phone and the address of earlier cases where there is none yet."""
    state = model.state
    with model.one_act():
        for key in state.people:
            known = found.get(state.party(key).id_number)
            if known is not None:
                values = {
                    f"parties/{key}/phone": known.phone,
                    f"parties/{key}/address": known.address,
                }
                model.fill(values, Source.EARLIER)


def take_scan(entry: ApplicationEntry, meaning: Meaning) -> bool:
    """Fill what was scanned: a unit, a certificate of one, a contract; tell whether it was any."""
    model = entry.model
    if meaning.kind is ScanKind.UNIT or (meaning.kind is ScanKind.CERTIFICATE and meaning.unit):
        entry.commit()
        code, there = meaning.unit or meaning.value, list(model.state.units)
        if code not in there:
            model.put("units", [*there, code], Source.CODE)
        return True
    if meaning.kind is ScanKind.CONTRACT and "contract_no" in entry.form.editors:
        model.put("fields/contract_no", meaning.value, Source.CODE)
        return True
    return False


def fill_pages(model: EntryModel, pages: Iterable[Page]) -> None:
    """Note that a paper that was photographed is there."""
    with model.one_act():
        for page in pages:
            model.put(f"materials/{page.material}", PRESENT)


def evidence(state: EntryState, pages: Sequence[Page]) -> dict[str, object]:
    """Return what is kept with the acceptance: the interview and the pages."""
    kept = [
        {"material": page.material, "sha256": page.sha256, "source": page.source} for page in pages
    ]
    whole = {"interview": state.interview(), "pages": kept}
    return {name: value for name, value in whole.items() if value}


def reviewed(state: EntryState, told: Told) -> dict[str, object]:
    """Return what is kept with a pre-review: the whole entry, and what the applicant is told."""
    entry = {"values": dict(state.values), "sources": dict(state.sources)}
    said = {"ways": dict(told.ways), "until": told.until} if told.ways else {}
    return {"entry": entry, **said}


def as_reviewed(item: str, found: KeptEntry) -> EntryState:
    """Return a kept entry for a kind of business; what a pre-review knew says so."""
    sources = dict(found.sources)
    for path, value in found.values.items():
        if found.reviewed.get(path) == value:
            sources[path] = Source.PRE_REVIEW
    kept = {
        path: value
        for path, value in found.values.items()
        if not path.startswith("bundle/") and (item == found.item or not path.startswith("fields/"))
    }
    return EntryState(item=item, values=kept, sources={path: sources[path] for path in kept})


def fill_kept(model: EntryModel, kept: EntryState) -> None:
    """Fill what is still empty from a kept entry; its people only where nobody was keyed."""
    about_people = ("parties", "answers", "notes")
    keyed = bool(model.state.people)
    with model.one_act():
        for path, value in kept.values.items():
            if not (keyed and path.split("/")[0] in about_people):
                model.fill({path: value}, kept.sources[path])


def acceptance(
    item: Item,
    application: Application,
    *,
    case: UUID,
    seen: int | None,
    window: int | None,
    shown: Evidence,
) -> Sent:
    """Make the command that accepts an application, or that enters a seizure."""
    if item.act == "seize":
        return SeizeUnits(
            case_id=case,
            seen=seen,
            units=application.units,
            fields=application.fields,
            window=window,
            evidence=shown,
        )
    return AcceptCase(
        case_id=case, seen=seen, application=application, window=window, evidence=shown
    )
