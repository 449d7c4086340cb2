"""Who else an act names: a colleague on duty, or one who may review."""

from sqlalchemy import bindparam, select

from db.tables.people import STAFF, STAFF_ROLES
from desk.workflow.act import Act

_ON_DUTY = select(STAFF.c.login).where(STAFF.c.login == bindparam("login"), STAFF.c.active)
_APPROVER = _ON_DUTY.join(STAFF_ROLES, STAFF_ROLES.c.login == STAFF.c.login).where(
    STAFF_ROLES.c.role == "approver"
)


def is_on_duty(act: Act, login: str) -> bool:
    """Tell whether somebody of that login works here."""
    return bool(act.rows(_ON_DUTY, {"login": login}))


def is_approver(act: Act, login: str) -> bool:
    """Tell whether somebody of that login works here and may review."""
    return bool(act.rows(_APPROVER, {"login": login}))
