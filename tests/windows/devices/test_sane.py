"""A scanner of SANE takes the place of the camera; SANE's own test scanner stands on the desk."""

import shutil
from pathlib import Path

import pytest

from desk.documents.decoding import decode
from desk.local.settings import Settings
from desk.windows.devices.device import DeviceError, DeviceState
from desk.windows.devices.real import FolderCamera
from desk.windows.devices.sane import SaneScanner
from desk.windows.devices.workplace import workplace

pytestmark = pytest.mark.gui
NEEDS_SANE = pytest.mark.skipif(
    shutil.which("scanimage") is None, reason="scanimage is not installed (apt: sane-utils)"
)


@pytest.fixture
def test_scanner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Let SANE know nothing but its own test scanner."""
    (tmp_path / "dll.conf").write_text("test\n")
    (tmp_path / "test.conf").write_text("")
    monkeypatch.setenv("SANE_CONFIG_DIR", str(tmp_path))
    return "test:0"


@NEEDS_SANE
def test_what_lies_on_the_glass_becomes_a_page(test_scanner: str) -> None:
    scanner = SaneScanner(test_scanner)

    assert scanner.check().state is DeviceState.READY
    (page,) = decode(scanner.picture() or b"")
    assert page.width > 300


@NEEDS_SANE
def test_a_scanner_that_is_not_there_is_said_so_with_its_reason(test_scanner: str) -> None:
    scanner = SaneScanner("test:9")

    assert scanner.check().state is DeviceState.MISSING
    with pytest.raises(DeviceError) as refused:
        scanner.picture()
    assert refused.value.code == "E-CAM-010"
    assert refused.value.facts["reason"]


def test_without_sane_the_scanner_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    scanner = SaneScanner()

    assert scanner.check().state is DeviceState.MISSING
    with pytest.raises(DeviceError) as refused:
        scanner.picture()
    assert refused.value.code == "E-CAM-010"


@pytest.mark.parametrize(("setting", "name"), [("scanimage", ""), ("scanimage:test:0", "test:0")])
def test_the_setting_of_the_camera_may_name_a_scanner(
    qapp: object, setting: str, name: str
) -> None:
    camera = workplace(Settings(camera_folder=setting), rehearsal=False).camera

    assert isinstance(camera, SaneScanner)
    assert camera.port == name


def test_a_folder_stays_a_folder(qapp: object, tmp_path: Path) -> None:
    camera = workplace(Settings(camera_folder=str(tmp_path)), rehearsal=False).camera

    assert isinstance(camera, FolderCamera)
