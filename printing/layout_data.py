"""A layout as data: written out, edited, read again; what is wrong is told all at once."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from typing import Any

from pydantic import TypeAdapter, ValidationError

from printing.errors import PaperError
from printing.layout import (
    Bars,
    Box,
    Code128,
    Column,
    Form,
    Forms,
    Layout,
    Line,
    Page,
    Paragraph,
    Qr,
    Table,
    Text,
)
from printing.papers import PAPERS, longest_values
from printing.render import render
from printing.typefaces import FACES

_PARTS = {cls.__name__.lower(): cls for cls in (Text, Line, Box, Code128, Qr)}
_BLOCKS = {cls.__name__.lower(): cls for cls in (Table, Paragraph, Bars, Form, Forms)}
_LISTS: Mapping[str, Mapping[str, type]] = {"flow": _BLOCKS, "closing": _PARTS}
_OF_PAGE = tuple(field.name for field in fields(Page))
_SHAPE = frozenset(field.name for field in fields(Layout))
Tell = Callable[[str, str], None]


class WrongLayout(Exception):
    """The data make no layout; `problems` has every place with its reason."""

    def __init__(self, problems: Iterable[tuple[str, str]]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(f"{place}: {reason}" for place, reason in self.problems))


def exported(kind: str) -> dict[str, Any]:
    """Return a paper's layout and its longest sample as plain data."""
    return {"kind": kind, "layout": _plain(PAPERS[kind].layout), "longest": longest_values(kind)}


def previewed(data: object) -> bytes:
    """Return the paper that edited data make, filled in with their sample; else `WrongLayout`."""
    problems: list[tuple[str, str]] = []
    tell: Tell = lambda place, reason: problems.append((place, reason))  # noqa: E731
    whole = data if isinstance(data, dict) else {}
    if not isinstance(data, dict):
        tell("-", "not an object")
    sample = _sample(whole, tell)
    layout = _layout(whole.get("layout"), sample, tell)
    if problems or layout is None:
        raise WrongLayout(problems)
    try:
        return render(layout, sample).pdf
    except PaperError as error:
        raise WrongLayout([("longest", error.text("en"))]) from error


def _plain(value: object) -> Any:
    if isinstance(value, Page):
        return {name: [_plain(part) for part in getattr(value, name)] for name in _OF_PAGE}
    if is_dataclass(value):
        named = {} if isinstance(value, Layout | Column) else {"is": type(value).__name__.lower()}
        return named | {
            field.name: _plain(getattr(value, field.name))
            for field in fields(value)
            if field.default is MISSING or getattr(value, field.name) != field.default
        }
    return [_plain(each) for each in value] if isinstance(value, list | tuple) else value


def _sample(whole: Mapping[str, Any], tell: Tell) -> dict[str, Any]:
    kind, given = str(whole.get("kind")), whole.get("longest")
    if kind not in PAPERS:
        tell("kind", f"there is no paper {kind!r}")
        return {}
    if not isinstance(given, dict):
        tell("longest", "not an object")
        return {}
    wanted = {field.name for field in fields(PAPERS[kind].values)}
    for name in sorted(wanted - {name for name in given if given[name] is not None}):
        tell(f"longest.{name}", "this key is missing")
    for name in sorted(given.keys() - wanted):
        tell(f"longest.{name}", "there is no such key")
    return given


def _layout(raw: object, sample: Mapping[str, Any], tell: Tell) -> Layout | None:
    if not isinstance(raw, dict):
        tell("layout", "not an object")
        return None
    read: dict[str, Any] = {}
    pages = raw.get("pages")
    if not isinstance(pages, list) or not pages:
        tell("layout.pages", "no page")
        pages = []
    read["pages"] = [_page(page, f"layout.pages.{n}", sample, tell) for n, page in enumerate(pages)]
    for name, kinds in _LISTS.items():
        read[name] = _all(raw.get(name, []), f"layout.{name}", kinds, sample, tell)
    for name in sorted(raw.keys() - _SHAPE):
        tell(f"layout.{name}", "there is no such key")
    rest = {key: value for key, value in raw.items() if key in _SHAPE - read.keys()}
    made: Layout | None = _checked(Layout, read | rest, "layout", tell)
    return made


def _page(raw: object, place: str, sample: Mapping[str, Any], tell: Tell) -> Page:
    if not isinstance(raw, dict):
        tell(place, "not an object")
        return Page(parts=())
    for name in sorted(raw.keys() - set(_OF_PAGE)):
        tell(f"{place}.{name}", "there is no such key")
    made = {n: _all(raw.get(n, []), f"{place}.{n}", _PARTS, sample, tell) for n in _OF_PAGE}
    return Page(**made)


def _all(
    raw: object, place: str, kinds: Mapping[str, type], sample: Mapping[str, Any], tell: Tell
) -> list[Any]:
    if not isinstance(raw, list):
        tell(place, "not a list")
        return []
    made = (_one(each, f"{place}.{n}", kinds, sample, tell) for n, each in enumerate(raw))
    return [each for each in made if each is not None]


def _one(
    raw: object, place: str, kinds: Mapping[str, type], sample: Mapping[str, Any], tell: Tell
) -> Any:
    cls = kinds.get(str(raw.get("is"))) if isinstance(raw, dict) else None
    if cls is None or not isinstance(raw, dict):
        tell(f"{place}.is", f"one of {', '.join(kinds)}")
        return None
    known = {field.name for field in fields(cls)}
    for name in sorted(raw.keys() - known - {"is"}):
        tell(f"{place}.{name}", "there is no such key")
    if "face" in raw and raw["face"] not in FACES:
        tell(f"{place}.face", f"one of {', '.join(FACES)}")
    for name, reason in _unknown_values(raw, sample):
        tell(f"{place}.{name}", reason)
    return _checked(cls, {key: raw[key] for key in raw if key in known}, place, tell)


def _unknown_values(raw: Mapping[str, Any], sample: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name in ("say", "of", "rows"):
        text = raw.get(name)
        if not isinstance(text, str):
            continue
        try:
            text.format_map(sample) if name == "say" else sample[text]
        except (KeyError, ValueError, IndexError, AttributeError) as error:
            yield name, f"there is no value {error}"


def _checked(cls: type, values: Mapping[str, Any], place: str, tell: Tell) -> Any:
    try:
        return TypeAdapter(cls).validate_python(dict(values))
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            tell(".".join(map(str, (place, *detail["loc"]))), detail["msg"])
    return None
