"""Words of the desk in the language of the screen: stages, clocks, lanes, roles, states."""

from PySide6.QtCore import QCoreApplication

from desk.windows.parts.noop import QT_TRANSLATE_NOOP
from forms.catalogue import delivered

CONTEXT = "words"

STAGES = {
    "ticketed": QT_TRANSLATE_NOOP("words", "Waiting"),
    "pre_reviewed": QT_TRANSLATE_NOOP("words", "Pre-reviewed"),
    "accepted": QT_TRANSLATE_NOOP("words", "Accepted"),
    "in_approval": QT_TRANSLATE_NOOP("words", "In review"),
    "returned": QT_TRANSLATE_NOOP("words", "Returned"),
    "approved": QT_TRANSLATE_NOOP("words", "Approved"),
    "registered": QT_TRANSLATE_NOOP("words", "Registered"),
    "printed": QT_TRANSLATE_NOOP("words", "Printed"),
    "issued": QT_TRANSLATE_NOOP("words", "Issued"),
    "refused": QT_TRANSLATE_NOOP("words", "Refused"),
    "withdrawn": QT_TRANSLATE_NOOP("words", "Withdrawn"),
    "not_accepted": QT_TRANSLATE_NOOP("words", "Not accepted"),
}
CLOCKS = {
    "not_started": QT_TRANSLATE_NOOP("words", "Not started"),
    "normal": QT_TRANSLATE_NOOP("words", "In time"),
    "warning": QT_TRANSLATE_NOOP("words", "Warning"),
    "overdue": QT_TRANSLATE_NOOP("words", "Overdue"),
    "paused": QT_TRANSLATE_NOOP("words", "Paused"),
    "done": QT_TRANSLATE_NOOP("words", "Done"),
}
LANES = {
    "normal": QT_TRANSLATE_NOOP("words", "Walk-in"),
    "priority": QT_TRANSLATE_NOOP("words", "Priority"),
    "appointment": QT_TRANSLATE_NOOP("words", "Appointment"),
}
LEVELS = {
    "error": QT_TRANSLATE_NOOP("words", "Refused or failed"),
    "ask": QT_TRANSLATE_NOOP("words", "Question"),
    "done": QT_TRANSLATE_NOOP("words", "Done"),
    "info": QT_TRANSLATE_NOOP("words", "For information"),
}
ROLES = {
    "guide": QT_TRANSLATE_NOOP("words", "Guide"),
    "clerk": QT_TRANSLATE_NOOP("words", "Clerk"),
    "approver": QT_TRANSLATE_NOOP("words", "Approver"),
    "registrar": QT_TRANSLATE_NOOP("words", "Registrar"),
    "printer": QT_TRANSLATE_NOOP("words", "Printer"),
    "supervisor": QT_TRANSLATE_NOOP("words", "Supervisor"),
    "admin": QT_TRANSLATE_NOOP("words", "Administrator"),
}
UNIT_STATES = {
    "free": QT_TRANSLATE_NOOP("words", "Free"),
    "in_process": QT_TRANSLATE_NOOP("words", "In process"),
    "mortgaged": QT_TRANSLATE_NOOP("words", "Mortgaged"),
    "seized": QT_TRANSLATE_NOOP("words", "Seized"),
    "waiting_seizure": QT_TRANSLATE_NOOP("words", "Waiting seizure"),
    "noticed": QT_TRANSLATE_NOOP("words", "Advance notice"),
    "objection": QT_TRANSLATE_NOOP("words", "Objection"),
    "habitation": QT_TRANSLATE_NOOP("words", "Habitation"),
    "locked": QT_TRANSLATE_NOOP("words", "Locked"),
    "unregistered": QT_TRANSLATE_NOOP("words", "Unregistered"),
    "cancelled": QT_TRANSLATE_NOOP("words", "Cancelled"),
}
PARTIES = {
    "holder": QT_TRANSLATE_NOOP("words", "Holder"),
    "obligor": QT_TRANSLATE_NOOP("words", "Obligor"),
    "agent": QT_TRANSLATE_NOOP("words", "Agent"),
    "guardian": QT_TRANSLATE_NOOP("words", "Guardian"),
    "organ": QT_TRANSLATE_NOOP("words", "Organ"),
    "consenting": QT_TRANSLATE_NOOP("words", "Consenting"),
}
ACTS = {
    "ticket": QT_TRANSLATE_NOOP("words", "Ticket drawn"),
    "call": QT_TRANSLATE_NOOP("words", "Called"),
    "recall": QT_TRANSLATE_NOOP("words", "Called again"),
    "no_show": QT_TRANSLATE_NOOP("words", "Nobody came"),
    "come_back": QT_TRANSLATE_NOOP("words", "Came back"),
    "pre_review": QT_TRANSLATE_NOOP("words", "Pre-review"),
    "accept": QT_TRANSLATE_NOOP("words", "Accepted"),
    "refuse_acceptance": QT_TRANSLATE_NOOP("words", "Not accepted"),
    "charge": QT_TRANSLATE_NOOP("words", "Charged"),
    "pay": QT_TRANSLATE_NOOP("words", "Paid"),
    "exempt": QT_TRANSLATE_NOOP("words", "Exempted"),
    "refund": QT_TRANSLATE_NOOP("words", "Refunded"),
    "pause": QT_TRANSLATE_NOOP("words", "Paused"),
    "resume": QT_TRANSLATE_NOOP("words", "Resumed"),
    "announce": QT_TRANSLATE_NOOP("words", "Announced"),
    "supplement": QT_TRANSLATE_NOOP("words", "Supplemented"),
    "claim": QT_TRANSLATE_NOOP("words", "Claimed"),
    "release": QT_TRANSLATE_NOOP("words", "Given back"),
    "approve": QT_TRANSLATE_NOOP("words", "Approved"),
    "return": QT_TRANSLATE_NOOP("words", "Returned"),
    "refuse": QT_TRANSLATE_NOOP("words", "Refused"),
    "refer": QT_TRANSLATE_NOOP("words", "To the next level"),
    "skip": QT_TRANSLATE_NOOP("words", "Passed over"),
    "hand_over": QT_TRANSLATE_NOOP("words", "Handed to a colleague"),
    "recall_approval": QT_TRANSLATE_NOOP("words", "Approval taken back"),
    "register": QT_TRANSLATE_NOOP("words", "Registered"),
    "print": QT_TRANSLATE_NOOP("words", "Printed"),
    "spoil": QT_TRANSLATE_NOOP("words", "Sheet spoilt"),
    "issue": QT_TRANSLATE_NOOP("words", "Issued"),
    "papers_taken": QT_TRANSLATE_NOOP("words", "Papers taken in"),
    "withdraw": QT_TRANSLATE_NOOP("words", "Withdrawn"),
    "rate": QT_TRANSLATE_NOOP("words", "Rated"),
    "seize": QT_TRANSLATE_NOOP("words", "Seizure entered"),
}

PARCELS = {
    "": QT_TRANSLATE_NOOP("words", "To send"),
    "labelled": QT_TRANSLATE_NOOP("words", "Label printed"),
    "collected": QT_TRANSLATE_NOOP("words", "With the courier"),
    "delivered": QT_TRANSLATE_NOOP("words", "Delivered"),
    "returned": QT_TRANSLATE_NOOP("words", "Came back"),
    "fetched": QT_TRANSLATE_NOOP("words", "Fetched here"),
}
PLACES = {
    "units": QT_TRANSLATE_NOOP("words", "Property"),
    "parties": QT_TRANSLATE_NOOP("words", "Parties"),
    "right": QT_TRANSLATE_NOOP("words", "Right acted upon"),
    "item": QT_TRANSLATE_NOOP("words", "Kind of business"),
    "ground": QT_TRANSLATE_NOOP("words", "Ground of refusal"),
    "waybill": QT_TRANSLATE_NOOP("words", "Waybill"),
    "delivery": QT_TRANSLATE_NOOP("words", "Delivery"),
    "bundle": QT_TRANSLATE_NOOP("words", "Bundle"),
    "note": QT_TRANSLATE_NOOP("words", "Why it came back"),
}

_language = "zh"


def speak(language: str) -> None:
    """Set the language in which names from the catalogue are shown."""
    global _language  # one application speaks one language
    _language = language


def language() -> str:
    """Return the language of the screens."""
    return _language


def _word(table: dict[str, str], key: str) -> str:
    return QCoreApplication.translate(CONTEXT, table[key]) if key in table else key


def stage_word(stage: str) -> str:
    """Say a stage of a case."""
    return _word(STAGES, stage)


def clock_word(state: str) -> str:
    """Say a state of a clock."""
    return _word(CLOCKS, state)


def lane_word(lane: str) -> str:
    """Say a lane of the queue."""
    return _word(LANES, lane)


def level_word(level: str) -> str:
    """Say how grave a message is."""
    return _word(LEVELS, level)


def role_word(role: str) -> str:
    """Say a role of a person."""
    return _word(ROLES, role)


def unit_state_word(state: str) -> str:
    """Say a state of a unit."""
    return _word(UNIT_STATES, state)


def party_word(role: str) -> str:
    """Say the part of a party."""
    return _word(PARTIES, role)


def parcel_word(step: str) -> str:
    """Say how far a parcel is."""
    return _word(PARCELS, step)


def act_word(act: str) -> str:
    """Say an act of the timeline."""
    return _word(ACTS, act)


def item_name(code: str | None) -> str:
    """Name an item in the language of the screen."""
    item = delivered().items.get(code or "")
    if item is None:
        return code or ""
    return item.name if _language == "zh" else item.name_en


def material_name(code: str) -> str:
    """Name a material in the language of the screen."""
    material = delivered().materials[code]
    return material.zh if _language == "zh" else material.en


def code_word(table: str, code: str) -> str:
    """Say an entry of a code table in the language of the screen; an unknown code as it is."""
    for entry in delivered().codes[table].entries:
        if entry.code == code:
            return entry.zh if _language == "zh" else entry.en
    return code


def field_word(field: str) -> str:
    """Name the field that a finding is about: a question of a form, or a part of the screen."""
    key = field.split("/")[0]
    if key in PLACES:
        return _word(PLACES, key)
    for item in delivered().items.values():
        for question in item.fields:
            if question.key == key:
                return question.label_zh if _language == "zh" else question.label_en
    return field


def masked_name(name: str) -> str:
    """Hide a person's name: 张* of two characters, 王*明 of three, else all after the first."""
    last = name[-1] if len(name) == 3 else ""  # noqa: PLR2004 - the usual length of a full name
    return f"{name[:1]}{'*' * (len(name) - 1 - len(last))}{last}"
