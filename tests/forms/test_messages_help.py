"""U-29: a message has a code, says first what happened, and names what to do next, with its key.

What may not stand in one: blame, and the words of programmers.
"""

import json
import re

import pytest

from desk.windows.parts.actions import ACTIONS, key_text
from forms.messages import FOLDER, codes, message, places

SHAPES = re.compile(
    r"E-(SCN|IDC|CAM|PRN|DEV|SYS|OUT|NET|DAT|PAY)-[0-9]{3}(\.[a-z_]+)?"  # machines, line, input
    r"|D-[A-Z]+(\.[a-z_]+)?"  # an act that the desk refuses
    r"|R[0-9]{2}(\.[a-z]+)?"  # a rule of law
    r"|[A-Z]+(-[A-Za-z0-9_]+)+(\.[A-Za-z_]+)?"  # fields, data files, reports, lists, commands
)
FIRST = re.compile(r"[。;；]")
HAN = re.compile("[\u4e00-\u9fff]")
KEYS = re.compile(
    r"(?:(?:Ctrl|Shift|Alt)\+)+(?:[A-Z][a-z]+|[A-Z0-9])"
    r"|\b(?:F[0-9]{1,2}|Enter(?! (?:it|or|the)\b)|Backspace|Space)\b",
    re.ASCII,
)
LETTER = re.compile(r"(?:按 ?|\b[Pp]ress |\bor )([A-Z0-9])\b", re.ASCII)
COMMAND = re.compile(
    r"(?:运行 |\b[Rr]un )(desk(?: --demo)?)"
)  # the desk is not open: the act is a command
ASKS = re.compile("请|照常|可以|待.+再办|不得.+(?:更正登记)")
BANNED = (
    "非法",
    "失败",
    "异常",
    "错误代码",
    "exception",
    "traceback",
    "invalid",
    "illegal",
    "fail",
)
LONGEST = 60
ACTING = re.compile(r"[ED]-(?!DATA)")
WALKING = {"Enter", "Backspace", "Space", "1", "2"}  # keys of the form itself, not of an act


def said(code: str, language: str) -> str:
    """Return a message as it is read, its places filled."""
    return message(code, language, **dict.fromkeys(places(code, language), "7"))


def keys(text: str) -> set[str]:
    """Return the keys, or commands, that a message names."""
    return {*KEYS.findall(text), *LETTER.findall(text), *COMMAND.findall(text)}


@pytest.mark.parametrize("code", sorted(codes()))
def test_u29_a_message_has_a_code_and_says_shortly_what_happened(code: str) -> None:
    chinese, english = said(code, "zh"), said(code, "en")

    assert SHAPES.fullmatch(code)
    assert len(HAN.findall(FIRST.split(chinese)[0])) <= LONGEST
    assert not [word for word in BANNED if word in chinese.lower() or word in english.lower()]


@pytest.mark.parametrize("code", sorted(filter(ACTING.match, codes())))
def test_u29_a_machine_or_a_refused_act_says_which_key_goes_on(code: str) -> None:
    named = keys(said(code, "zh"))

    assert named, "no key to go on with"
    assert keys(said(code, "en")) == named
    known = {key_text(spec) for spec in ACTIONS.values()} | WALKING
    assert {key for key in named if not key.startswith("desk")} <= known


@pytest.mark.parametrize("code", sorted(code for code in codes() if re.match("R[0-9]{2}", code)))
def test_u29_a_rule_says_what_to_do(code: str) -> None:
    chinese = said(code, "zh")

    assert ASKS.search(chinese)
    assert keys(chinese) == keys(said(code, "en"))


def test_u29_every_catalogue_is_looked_at() -> None:
    kept = {code for file in FOLDER.glob("*.json") for code in json.loads(file.read_text("utf-8"))}

    assert kept == codes()
