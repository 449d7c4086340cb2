"""Chinese is complete: no text without its translation, none that is left over, none stale."""

import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

WINDOWS = Path(__file__).parents[2] / "desk" / "windows"
CHINESE = WINDOWS / "translations" / "zh_CN.ts"
TOOLS = Path(sys.executable).parent


def texts(path: Path) -> dict[tuple[str, str], ElementTree.Element]:
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name") or ""
        for entry in context.iter("message"):
            translation = entry.find("translation")
            assert translation is not None
            found[name, entry.findtext("source") or ""] = translation
    return found


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str]]:
    """What the windows say today, extracted afresh."""
    fresh = tmp_path_factory.mktemp("texts") / "fresh.ts"
    command = [str(TOOLS / "pyside6-lupdate"), "-extensions", "py", ".", "-ts", str(fresh)]
    subprocess.run(command, cwd=WINDOWS, check=True, capture_output=True)
    return set(texts(fresh))


def test_u26_every_text_of_the_windows_is_translated(asked: set[tuple[str, str]]) -> None:
    known = texts(CHINESE)

    assert asked - set(known) == set()


def test_u26_no_translation_is_left_over(asked: set[tuple[str, str]]) -> None:
    assert set(texts(CHINESE)) - asked == set()


def test_u26_no_translation_is_unfinished_or_empty() -> None:
    for (_, source), translation in texts(CHINESE).items():
        assert translation.get("type") is None, source
        assert (translation.text or "").strip(), source


def test_u26_translations_keep_the_places_of_their_source() -> None:
    for (_, source), translation in texts(CHINESE).items():
        for place in ("{0}", "{1}", "{2}"):
            assert (place in source) == (place in (translation.text or "")), source


def test_u26_the_compiled_file_is_that_of_the_source(tmp_path: Path) -> None:
    copy = tmp_path / "zh_CN.ts"
    shutil.copyfile(CHINESE, copy)
    compiled = tmp_path / "zh_CN.qm"
    command = [str(TOOLS / "pyside6-lrelease"), str(copy), "-qm", str(compiled)]
    subprocess.run(command, check=True, capture_output=True)

    assert compiled.read_bytes() == CHINESE.with_suffix(".qm").read_bytes()
