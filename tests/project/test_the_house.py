"""The house as a newcomer finds it: rooms, papers at the door, nothing that belongs elsewhere."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOP = {
    ".ci",
    ".gitattributes",
    ".gitignore",
    "CHANGELOG.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "README.zh-CN.md",
    "db",
    "desk",
    "docs",
    "forms",
    "printing",
    "pyproject.toml",
    "tests",
    "uv.lock",
}
MACHINE_PATH = re.compile(r"(?<![\w.])/(work|root|home/\w+|tmp/\w+)/")


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [ROOT / line for line in listed.stdout.splitlines() if not line.startswith('"')]


def test_only_the_known_rooms_stand_at_the_top() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in tracked()} <= TOP


def test_the_papers_at_the_door_are_there() -> None:
    for name in ("README.md", "README.zh-CN.md", "CHANGELOG.md", "LICENSE", "Makefile", "uv.lock"):
        assert (ROOT / name).stat().st_size > 0, name


@pytest.mark.parametrize("suffix", [".py", ".md", ".toml", ".json", ".sql"])
def test_no_file_names_a_path_of_one_machine(suffix: str) -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in tracked()
        if path.suffix == suffix and path.is_file()
        for match in MACHINE_PATH.finditer(path.read_text(encoding="utf-8", errors="replace"))
    ]

    assert [line for line in found if "test_the_house" not in line] == []


def test_no_module_is_longer_than_four_hundred_lines() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in tracked()
        if path.suffix == ".py" and path.is_file()
        for lines in [len(path.read_text(encoding="utf-8").splitlines())]
        if lines > 400
    }

    assert long == {}


def test_the_two_readmes_show_the_same_commands_and_pictures() -> None:
    def shown(name: str) -> tuple[set[str], set[str]]:
        text = (ROOT / name).read_text(encoding="utf-8")
        commands = set(
            re.findall(r"^ {4}((?:make|desk|\.venv/bin/desk) [^#\n]*?)(?: {2,}#.*)?$", text, re.M)
        )
        return commands, set(re.findall(r"docs/pictures/[\w/-]+\.png", text))

    assert shown("README.md")[0] == shown("README.zh-CN.md")[0]
    assert shown("README.md")[0] != set()


def test_every_picture_a_readme_shows_exists() -> None:
    for name in ("README.md", "README.zh-CN.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        for picture in re.findall(r"docs/pictures/[\w/-]+\.png", text):
            assert (ROOT / picture).is_file(), f"{name}: {picture}"


def test_nobody_hears_of_the_office_through_a_lambda() -> None:
    """A lambda goes on hearing when the screen that made it is closed, and wakes dead widgets."""
    heard = re.compile(r"office\.\w+\.connect\(\s*lambda")
    found = [
        str(path.relative_to(ROOT))
        for path in sorted((ROOT / "desk").rglob("*.py"))
        if heard.search(path.read_text(encoding="utf-8"))
    ]

    assert found == []
