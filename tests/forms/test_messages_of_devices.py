"""U-29: a message of a machine has a code, says first what happened, and names an act with a key.

What may not stand in one: blame, and the words of programmers.
"""

import json
import re

import pytest

from forms.messages import FOLDER, message

MESSAGES = json.loads((FOLDER / "devices.json").read_text(encoding="utf-8"))
SHAPE = re.compile(r"E-(SCN|IDC|CAM|PRN|DEV)-[0-9]{3}")
FIRST = re.compile(r"[。;;]")
KEY = re.compile(
    r"Ctrl\+(?:Shift\+)?[A-Z]|F[0-9]{1,2}|Enter|Backspace|Space|按 ?[A-Z]|press [A-Z]", re.I
)
BANNED = (
    "非法",
    "失败",
    "异常",
    "错误代码",
    "Exception",
    "Traceback",
    "invalid",
    "illegal",
    "fail",
)
LONGEST = 60


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_a_message_of_a_machine_helps(code: str) -> None:
    places = re.findall(r"{(\w+)}", MESSAGES[code]["zh"])
    facts = dict.fromkeys(places, "7")
    chinese, english = message(code, "zh", **facts), message(code, "en", **facts)

    assert SHAPE.fullmatch(code)
    assert len(FIRST.split(chinese)[0]) <= LONGEST
    assert KEY.search(chinese), "no key to go on with"
    assert KEY.search(english), "no key to go on with"
    assert not [word for word in BANNED if word in chinese or word in english]
