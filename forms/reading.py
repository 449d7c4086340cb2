"""Reading data files: every problem is collected with its file, its key and the reason."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from forms.data_models import Row
from forms.messages import message

AnyRow = TypeVar("AnyRow", bound=Row)


@dataclass(frozen=True, slots=True, kw_only=True)
class DataProblem:
    """One thing wrong in a data file; `key` is the path to it, `code` names the message."""

    file: str
    key: str
    code: str
    facts: Mapping[str, object]

    def reason(self, language: str = "en") -> str:
        """Say what is wrong."""
        return message(self.code, language, **self.facts)

    def __str__(self) -> str:
        return f"{self.file}: {self.key or '-'}: {self.reason()}"


class CatalogueError(ValueError):
    """The data files cannot be used; `problems` lists everything that is wrong with them."""

    def __init__(self, problems: tuple[DataProblem, ...]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


class DataFolder:
    """A folder of data files that remembers what was wrong with them.

    Files of `changed` are read in the place of those of the folder.
    """

    def __init__(self, folder: Path, changed: Path | None = None) -> None:
        self._folder = folder
        self._changed = changed
        self.problems: list[DataProblem] = []
        if changed is not None:
            self._check_changed(changed)

    def complain(self, file: str, key: str, code: str, **facts: object) -> None:
        """Remember a problem."""
        self.problems.append(DataProblem(file=file, key=key, code=code, facts=facts))

    def row(self, file: str, model: type[AnyRow]) -> AnyRow | None:
        """Read a file that holds one row; None when it is unusable."""
        data = self._load(file)
        return None if data is None else self.parse(file, "", model, data)

    def rows(self, file: str, model: type[AnyRow]) -> dict[str, AnyRow]:
        """Read a file that holds rows by their code; the unusable ones are left out."""
        found = {}
        for key, data in (self._load(file) or {}).items():
            row = self.parse(file, key, model, data)
            if row is not None:
                found[key] = row
        return found

    def each(self, below: str, model: type[AnyRow]) -> Iterator[tuple[str, AnyRow]]:
        """Read all files of a folder, giving their names with their rows."""
        for path in sorted((self._folder / below).glob("*.json")):
            name = f"{below}/{path.name}"
            row = self.row(name, model)
            if row is not None:
                yield name, row

    def parse(self, file: str, key: str, model: type[AnyRow], data: object) -> AnyRow | None:
        """Check data against a model; None, and problems, when they do not fit."""
        try:
            return model.model_validate(data)
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                path = ".".join(map(str, (*filter(None, [key]), *detail["loc"])))
                code, facts = _told(detail)
                self.complain(file, path, code, **facts)
        return None

    def _check_changed(self, changed: Path) -> None:
        files = [path for path in sorted(changed.rglob("*")) if path.is_file()]
        if not files:
            self.complain(str(changed), "", "E-DATA-EMPTY")
        for path in files:
            name = path.relative_to(changed).as_posix()
            if not (self._folder / name).is_file():
                self.complain(name, "", "E-DATA-STRANGE")

    def _path(self, file: str) -> Path:
        if self._changed is not None and (self._changed / file).is_file():
            return self._changed / file
        return self._folder / file

    def _load(self, file: str) -> dict[str, object] | None:
        try:
            text = self._path(file).read_text(encoding="utf-8")
            data = json.loads(text, object_pairs_hook=_without_twins)
        except (OSError, ValueError) as error:
            self.complain(file, "", "E-DATA-FILE", reason=_reason(error))
            return None
        if not isinstance(data, dict):
            self.complain(file, "", "E-DATA-FILE", reason="not a JSON object")
            return None
        return data


def _reason(error: Exception) -> str:
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)


def _without_twins(pairs: list[tuple[str, object]]) -> dict[str, object]:
    data = dict(pairs)
    if len(data) < len(pairs):
        keys = [key for key, _ in pairs]
        twin = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f"the key {twin} stands twice")
    return data


def _told(detail: ErrorDetails) -> tuple[str, dict[str, object]]:
    match detail["type"]:
        case "missing":
            return "E-DATA-MISSING", {}
        case "extra_forbidden":
            return "E-DATA-EXTRA", {}
        case _:
            told: dict[str, object] = {"value": repr(detail["input"])[:80], "reason": detail["msg"]}
            return "E-DATA-VALUE", told
