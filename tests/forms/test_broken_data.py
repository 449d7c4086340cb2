"""Data files that cannot be used are refused with file, key and reason, all at once."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from forms.catalogue import FOLDER, CatalogueError, DataProblem, load_catalogue

Change = Callable[[dict[str, Any]], object]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "data"))


def change(folder: Path, file: str, how: Change) -> None:
    path = folder / file
    data = json.loads(path.read_text(encoding="utf-8"))
    how(data)
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def problems_of(folder: Path) -> tuple[DataProblem, ...]:
    with pytest.raises(CatalogueError) as error:
        load_catalogue(folder)
    assert str(error.value).count("\n") == len(error.value.problems) - 1
    return error.value.problems


def told(folder: Path) -> set[tuple[str, str, str]]:
    return {(problem.file, problem.key, problem.code) for problem in problems_of(folder)}


def test_a_copy_of_the_delivered_files_is_the_same_catalogue(folder: Path) -> None:
    assert load_catalogue(folder).items == load_catalogue().items


def test_all_problems_of_all_files_are_told_at_once(folder: Path) -> None:
    change(folder, "items/LY013.json", lambda item: item.update(tax="yes", colour="red"))
    change(folder, "items/LY014.json", lambda item: item["committed"].pop("unit"))
    change(folder, "rules.json", lambda rules: rules["R01"].update(level="MAYBE"))
    change(folder, "materials.json", lambda papers: papers["M01"].pop("zh"))
    change(folder, "taxes.json", lambda taxes: taxes["reliefs"][0].update(rate="one"))
    change(folder, "fees.json", lambda fees: fees["exemptions"][0].update(valid_from="2016-13-01"))

    assert told(folder) == {
        ("items/LY013.json", "tax", "E-DATA-VALUE"),
        ("items/LY013.json", "colour", "E-DATA-EXTRA"),
        ("items/LY014.json", "committed.unit", "E-DATA-MISSING"),
        ("rules.json", "R01.level", "E-DATA-VALUE"),
        ("materials.json", "M01.zh", "E-DATA-MISSING"),
        ("taxes.json", "reliefs.0.rate", "E-DATA-VALUE"),
        ("fees.json", "exemptions.0.valid_from", "E-DATA-VALUE"),
    }


def test_every_code_that_is_named_must_be_there(folder: Path) -> None:
    def misname(item: dict[str, Any]) -> None:
        item["materials_required"].append("M99")
        item["rules"].append("R99")
        item["right_types"].append("77")
        item["fee_class"] = "F_NEW"
        item["act"] = "give_away"
        item["route"].append("archived")
        item["applicants"][0]["role"] = "friend"
        item["fields"][0]["key"] = "colour"
        item["one_of"] = [["copies", "shape"]]

    change(folder, "items/LY013.json", misname)
    change(folder, "fields.json", lambda fields: fields["usage"].update(table="colours"))

    assert {(file, key) for file, key, code in told(folder) if code == "E-DATA-UNKNOWN"} == {
        ("items/LY013.json", "materials_required"),
        ("items/LY013.json", "rules"),
        ("items/LY013.json", "right_types"),
        ("items/LY013.json", "fee_class"),
        ("items/LY013.json", "act"),
        ("items/LY013.json", "route"),
        ("items/LY013.json", "applicants"),
        ("items/LY013.json", "fields"),
        ("items/LY013.json", "one_of"),
        ("fields.json", "usage.table"),
    }


def test_what_stands_twice_is_refused(folder: Path) -> None:
    shutil.copy(folder / "items/LY013.json", folder / "items/LY013b.json")
    change(folder, "items/LY014.json", lambda item: item["materials_required"].append("M03"))
    change(
        folder,
        "codes/lane.json",
        lambda table: table["entries"].append(table["entries"][0]),
    )

    assert told(folder) == {
        ("items/LY013b.json", "code", "E-DATA-NAME"),
        ("items", "code", "E-DATA-TWICE"),
        ("items", "no", "E-DATA-TWICE"),
        ("items", "count", "E-DATA-COUNT"),
        ("items", "sixty_minutes", "E-DATA-COUNT"),
        ("items/LY014.json", "materials", "E-DATA-TWICE"),
        ("codes/lane.json", "entries", "E-DATA-TWICE"),
    }


def test_a_missing_item_and_a_broken_promise_are_counted(folder: Path) -> None:
    (folder / "items/LY001.json").unlink()
    change(folder, "items/LY002.json", lambda item: item.update(sixty_minutes=True))

    assert told(folder) == {
        ("items", "count", "E-DATA-COUNT"),
        ("items", "sixty_minutes", "E-DATA-COUNT"),
    }


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "Expecting value"),
        (b"[]", "not a JSON object"),
        (b'{"a": 1, "a": 2}', "the key a stands twice"),
        ("{}".encode("utf-16"), "decode"),
    ],
)
def test_a_file_that_is_no_json_object_is_named(folder: Path, content: bytes, reason: str) -> None:
    (folder / "rules.json").write_bytes(content)

    (problem,) = problems_of(folder)
    assert (problem.file, problem.code) == ("rules.json", "E-DATA-FILE")
    assert reason in problem.reason()
    assert problem.reason("zh").startswith("数据文件无法读取")


def test_an_empty_folder_lacks_its_files(tmp_path: Path) -> None:
    missing = {problem.file for problem in problems_of(tmp_path)}

    assert missing == {"fields.json", "materials.json", "rules.json", "fees.json", "taxes.json"}
