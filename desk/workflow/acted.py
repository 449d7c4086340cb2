"""Which right an application acts on: by id, name, number of a paper, or the case that made it."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import and_, bindparam, or_, select

from db.tables.cases import CASES
from db.tables.papers import CERTIFICATE_RIGHTS, CERTIFICATES
from db.tables.register import RIGHTS
from desk.workflow.act import Act
from desk.workflow.facts import NOT_OWNERSHIP, SEIZURE
from desk.workflow.readings.kinds import ACTS_ON
from forms.checks import Refused
from forms.checks.certificate_no import parse_certificate_no
from forms.items import Item

_NOBODY = UUID(int=0)

# The units of the application bound the search.
_FIND = (
    select(RIGHTS.c.group_id, RIGHTS.c.right_type, RIGHTS.c.case_id)
    .where(
        RIGHTS.c.unit_code.in_(bindparam("codes", expanding=True)),
        or_(
            RIGHTS.c.id == bindparam("id"),
            RIGHTS.c.name == bindparam("text"),
            RIGHTS.c.old_number.in_([bindparam("text"), bindparam("number")]),
            RIGHTS.c.case_id.in_(select(CASES.c.id).where(CASES.c.name == bindparam("text"))),
            RIGHTS.c.id.in_(
                select(CERTIFICATE_RIGHTS.c.right_id)
                .join_from(
                    CERTIFICATE_RIGHTS,
                    CERTIFICATES,
                    CERTIFICATES.c.id == CERTIFICATE_RIGHTS.c.certificate_id,
                )
                .where(CERTIFICATES.c.number == bindparam("number"))
            ),
        ),
    )
    .order_by(RIGHTS.c.n)
)
_GROUP = (
    select(RIGHTS.c.id, RIGHTS.c.unit_code)
    .where(
        or_(
            RIGHTS.c.group_id.in_(bindparam("groups", expanding=True)),
            and_(
                RIGHTS.c.case_id.in_(bindparam("cases", expanding=True)),
                # What a split or a merger wrote again was several rights before, and still is.
                RIGHTS.c.predecessor_id.is_(None),
                RIGHTS.c.right_type.in_(bindparam("types", expanding=True)),
                RIGHTS.c.unit_code.in_(bindparam("codes", expanding=True)),
            ),
        )
    )
    .order_by(RIGHTS.c.unit_code, RIGHTS.c.n)
)


def needs_right(item: Item) -> bool:
    """Tell whether an item acts on a right other than ownership, which must then be named.

    A release may leave it out: the organ's own seizure in force is meant.
    """
    return item.act in ACTS_ON


def find_acted(act: Act, item: Item, text: str, codes: Sequence[str]) -> dict[UUID, str]:
    """Return the entries of the named right by id with their units; nothing where it is not found.

    A case may have made rights of several types: the item's own type decides. What one case made
    on several units of the application belongs together.
    """
    values = {
        "codes": list(codes),
        "id": _as_id(text),
        "text": text,
        "number": _as_number(text),
    }
    found = act.rows(_FIND, values)
    fitting = [row for row in found if _fits(item, row["right_type"])] or found
    if not fitting:
        return {}
    wanted = {
        "groups": sorted({row["group_id"] for row in fitting}),
        "cases": sorted({row["case_id"] for row in fitting if row["case_id"]}),
        "types": sorted({row["right_type"] for row in fitting}),
        "codes": list(codes),
    }
    return {row["id"]: row["unit_code"] for row in act.rows(_GROUP, wanted)}


def _fits(item: Item, right_type: str) -> bool:
    if item.act in ACTS_ON:
        return right_type == ACTS_ON[item.act]
    if item.act == "release":
        return right_type == SEIZURE
    return right_type in item.right_types or right_type not in NOT_OWNERSHIP


def _as_id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        return _NOBODY


def _as_number(text: str) -> str:
    try:
        return parse_certificate_no(text).text
    except Refused:
        return text
