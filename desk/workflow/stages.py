"""Where a case can go from where, and which acts are at home in which stage; one place for both."""

from types import MappingProxyType
from typing import Final

BEFORE: Final = ""
TICKETED, PRE_REVIEWED, NOT_ACCEPTED = "ticketed", "pre_reviewed", "not_accepted"
ACCEPTED, IN_APPROVAL, RETURNED, APPROVED = "accepted", "in_approval", "returned", "approved"
REGISTERED, PRINTED, ISSUED = "registered", "printed", "issued"
REFUSED, WITHDRAWN = "refused", "withdrawn"

WAITING = frozenset({TICKETED, PRE_REVIEWED})
OPEN = frozenset({ACCEPTED, IN_APPROVAL, RETURNED, APPROVED})
ENTERED = frozenset({REGISTERED, PRINTED})
RUNNING = OPEN | ENTERED
UNENTERED = frozenset({REFUSED, WITHDRAWN})  # ended after acceptance, without an entry
ENDS = frozenset({ISSUED, REFUSED, WITHDRAWN, NOT_ACCEPTED})

_STAYS = {
    "call": WAITING,
    "recall": WAITING,
    "no_show": WAITING,
    "come_back": WAITING,
    "ticket": WAITING,  # of who came without a number and comes back
    "charge": RUNNING,
    "pay": RUNNING,
    "exempt": RUNNING,
    "pause": RUNNING,
    "resume": RUNNING,
    "announce": OPEN,
    "supplement": OPEN - {RETURNED},
    "print": frozenset({REGISTERED}),
    "spoil": frozenset({REGISTERED}),
    "refund": UNENTERED,
    "skip": frozenset({ACCEPTED}),
    "hand_over": frozenset({IN_APPROVAL}),
    "rate": RUNNING | ENDS - {NOT_ACCEPTED},
}
_MOVES = {
    ("ticket", BEFORE, TICKETED),
    *(
        ("pre_review", start, end)
        for start in (BEFORE, TICKETED, PRE_REVIEWED)
        for end in (TICKETED, PRE_REVIEWED)
    ),
    *(("accept", start, ACCEPTED) for start in (BEFORE, TICKETED, PRE_REVIEWED)),
    *(("seize", start, REGISTERED) for start in (BEFORE, TICKETED, PRE_REVIEWED)),
    *(("refuse_acceptance", start, NOT_ACCEPTED) for start in WAITING),
    ("supplement", RETURNED, ACCEPTED),
    ("claim", ACCEPTED, IN_APPROVAL),
    ("release", IN_APPROVAL, ACCEPTED),
    ("approve", IN_APPROVAL, APPROVED),
    ("return", IN_APPROVAL, RETURNED),
    ("refuse", IN_APPROVAL, REFUSED),
    ("refer", IN_APPROVAL, ACCEPTED),
    ("recall_approval", APPROVED, IN_APPROVAL),
    *(("withdraw", start, WITHDRAWN) for start in OPEN),
    ("register", APPROVED, REGISTERED),
    ("print", REGISTERED, PRINTED),
    ("spoil", PRINTED, REGISTERED),
    *(("issue", start, ISSUED) for start in ENTERED),
}

TRANSITIONS = frozenset(
    {(start, kind, end) for kind, start, end in _MOVES}
    | {(state, kind, state) for kind, states in _STAYS.items() for state in states}
)
"""All allowed moves as (from, kind of event, to)."""

EVENTS = MappingProxyType(
    {
        "ticket": "ticket.drawn",
        "call": "ticket.called",
        "recall": "ticket.recalled",
        "no_show": "ticket.no_show",
        "come_back": "ticket.parked",
        "pre_review": "case.pre_reviewed",
        "accept": "case.accepted",
        "seize": "case.seized",
        "refuse_acceptance": "case.not_accepted",
        "charge": "charge.made",
        "pay": "payment.received",
        "exempt": "charge.exempted",
        "refund": "charge.refunded",
        "pause": "case.paused",
        "resume": "case.resumed",
        "announce": "announcement.published",
        "supplement": "case.supplemented",
        "claim": "case.claimed",
        "release": "case.released",
        "approve": "case.approved",
        "return": "case.returned",
        "refuse": "case.refused",
        "refer": "case.referred",
        "skip": "case.skipped",
        "hand_over": "case.handed_over",
        "recall_approval": "case.recalled",
        "register": "case.registered",
        "print": "certificate.printed",
        "spoil": "certificate.spoilt",
        "issue": "case.issued",
        "withdraw": "case.withdrawn",
        "rate": "case.rated",
    }
)
"""What an act is called in the history of a case."""

ACTS = MappingProxyType({event: act for act, event in EVENTS.items()})

ROLES = MappingProxyType(
    {
        "ticket": frozenset({"guide", "clerk"}),
        "pre_review": frozenset({"guide", "clerk"}),
        "come_back": frozenset({"guide", "clerk"}),
        **dict.fromkeys(
            (
                *(
                    "call",
                    "recall",
                    "no_show",
                    "accept",
                    "charge",
                    "pay",
                    "exempt",
                    "pause",
                    "resume",
                    "announce",
                ),
                *("supplement", "issue", "withdraw", "refuse_acceptance", "rate", "seize"),
            ),
            frozenset({"clerk"}),
        ),
        **dict.fromkeys(
            ("claim", "approve", "return", "refuse", "refer", "skip", "recall_approval"),
            frozenset({"approver"}),
        ),
        "hand_over": frozenset({"approver", "supervisor"}),
        "open_branch": frozenset({"clerk", "approver", "supervisor"}),
        "end_branch": frozenset({"approver"}),
        "release": frozenset({"approver", "supervisor"}),
        "refund": frozenset({"clerk", "supervisor"}),
        "register": frozenset({"registrar"}),
        "print": frozenset({"printer"}),
        "spoil": frozenset({"printer"}),
        "search": frozenset({"clerk", "supervisor"}),
        "receipt": frozenset({"clerk"}),
        "void_receipt": frozenset({"clerk", "supervisor"}),
        "advance_days": frozenset({"supervisor", "admin"}),
        "change_setting": frozenset({"admin"}),
        "export_seal_key": frozenset({"admin"}),
        **dict.fromkeys(
            ("receive_sheets", "hand_out_sheets", "destroy_sheets"),
            frozenset({"printer", "supervisor"}),
        ),
        **dict.fromkeys(
            ("return_sheets", "spoil_sheets", "lose_sheets", "count_sheets"),
            frozenset({"printer", "clerk", "supervisor"}),
        ),
    }
)
"""Which roles may do what; an act is refused with D-ROLE before anything else is looked at."""


_BEGINNINGS = frozenset((start, kind) for start, kind, _ in TRANSITIONS)


def may_begin(kind: str, state: str) -> bool:
    """Tell whether an act of a kind is possible in a state at all."""
    return (state, kind) in _BEGINNINGS
