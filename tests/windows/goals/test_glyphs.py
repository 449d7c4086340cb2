"""U-30: no word of the windows and no name is shown as an empty box."""

import random
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QRawFont
from PySide6.QtWidgets import QApplication

import desk.windows
from desk.windows.parts.theme import FONTS
from forms.messages import FOLDER

CHINESE = Path(desk.windows.__file__).parent / "translations" / "zh_CN.ts"
RARE = "𬭩𬸚𫞩𬱖"  # beyond the basic plane, in names that police registers hold
NAMES = 5_000


@pytest.fixture(scope="module", params=["Regular", "Bold"])
def face(request: pytest.FixtureRequest, qapp: QApplication) -> QRawFont:
    """The typeface of the windows as it is shipped, whatever the machine has beside it."""
    return QRawFont(str(FONTS / f"NotoSansSC-{request.param}.ttf"), 14)


def missing(face: QRawFont, text: str) -> set[str]:
    """Return the characters that the typeface lacks."""
    return {sign for sign in text if sign.isprintable() and not face.supportsCharacter(ord(sign))}


def test_u30_every_word_of_the_windows_can_be_shown(face: QRawFont) -> None:
    words = "".join(ElementTree.parse(CHINESE).getroot().itertext())
    messages = "".join(file.read_text(encoding="utf-8") for file in FOLDER.glob("*.json"))

    assert missing(face, words + messages) == set()


def test_u30_five_thousand_names_can_be_shown(face: QRawFont) -> None:
    rng = random.Random(20902)
    common = [chr(point) for point in range(0x4E00, 0x9FA6)]
    names = ["".join(rng.choices(common, k=3)) for _ in range(NAMES)]

    assert missing(face, "".join(names) + RARE) == set()
