"""The key of the seal leaves the database only with an administrator's name to it."""

from sqlalchemy import insert

from db.ids import new_id
from db.tables.people import AUDIT
from desk.workflow.act import Act
from desk.workflow.answers import Answer
from desk.workflow.seal_commands import ExportSealKey
from printing.seal import key_id


def export_seal_key(act: Act, _command: ExportSealKey) -> Answer:
    """Note who took the key out; the key itself stands neither in the note nor in the answer."""
    act.require_role("export_seal_key")
    audit = {
        "id": new_id(),
        "act": "seal_key.exported",
        "object": key_id(bytes.fromhex(act.setting.seal_key)),
        "data": {},
        **act.stamp,
    }
    act.write(insert(AUDIT), [audit])
    return Answer(at=act.now, touched=())
