"""What a centre sets for itself, changed by its administrator and kept with every change."""

from sqlalchemy import insert

from db.ids import new_id
from db.tables.people import AUDIT, SETTINGS
from desk.workflow.act import Act
from desk.workflow.answers import Answer
from desk.workflow.commands import ChangeSetting
from desk.workflow.settings import changes_so_far


def change_setting(act: Act, command: ChangeSetting) -> Answer:
    """Keep the new value behind the old ones, and who changed it."""
    act.require_role("change_setting")
    n = changes_so_far(act.connection, command.key) + 1
    row = {"key": command.key, "n": n, "value": command.value, **act.stamp}
    act.write(insert(SETTINGS), [row])
    audit = {
        "id": new_id(),
        "act": "setting.changed",
        "object": command.key,
        "data": {"value": command.value},
        **act.stamp,
    }
    act.write(insert(AUDIT), [audit])
    return Answer(at=act.now, touched=())
