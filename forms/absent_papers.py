"""Which papers may come later 容缺, and which a person may assure in writing instead 告知承诺."""

from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from forms.data_models import Row

FILE = Path(__file__).parent / "data" / "absent_papers.json"


class AbsentRow(Row):
    """The whole file; a paper in neither list must be handed in before acceptance."""

    later: list[str]
    assured: list[str]


@cache
def absent_papers() -> AbsentRow:
    """Return both lists."""
    return TypeAdapter(AbsentRow).validate_json(FILE.read_bytes())
