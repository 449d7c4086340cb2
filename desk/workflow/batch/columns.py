"""The columns of a list of one item: who and what, then the fields of its form."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from desk.workflow.acted import needs_right
from desk.workflow.batch.problems import Fault, ListRefused
from desk.workflow.batch.sheet import Sheet, place_name
from forms.answers import answer_problems
from forms.catalogue import Catalogue
from forms.checks.width import half_width
from forms.fields import Choice, Field, FieldKind
from forms.items import Item
from forms.messages import message

OUTCOMES = ("case_no", "problem")
"""Columns that the desk writes; in a list that comes back they are passed over."""

_SIDES = frozenset({"holder", "obligor"})
_BY_ORGANS = frozenset({"authority", "ex_officio"})
_FLAG = (Choice("true", "是", "yes"), Choice("false", "否", "no"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its key, its headings, and what may stand in it."""

    key: str
    zh: str
    en: str
    required: bool = False
    sample: str = ""
    field: Field | None = None
    choices: tuple[Choice, ...] = ()

    def heading(self, language: str) -> str:
        """Return the heading in a language."""
        return self.zh if language == "zh" else self.en


def may_be_listed(item: Item) -> bool:
    """Tell whether rows can say all that an item needs: no organ applies, no units are made."""
    sides = {side.role for side in item.applicants if side.min}
    makes_units = any(field.kind is FieldKind.UNITS for field in item.fields)
    return item.mode not in _BY_ORGANS and sides <= _SIDES and not makes_units


def columns_of(item: Item, catalogue: Catalogue) -> tuple[Column, ...]:
    """Return the columns of an item in their order."""
    fields = (field for field in item.fields if field.kind is not FieldKind.UNITS)
    return (
        *_property(item),
        *_people(item, catalogue),
        *(_of_field(field) for field in fields),
        *_rest(item, catalogue),
    )


def outcome_columns() -> tuple[Column, ...]:
    """Return the columns that the desk adds to a list."""
    return tuple(_fixed(key) for key in OUTCOMES)


def places_of(columns: Sequence[Column], sheet: Sheet) -> Mapping[str, int]:
    """Return the place of each column in the list; ListRefused with all that is unknown or lacks.

    A column stands under its Chinese or its English heading, in any order.
    """
    known = {
        _bare(heading): column.key
        for column in (*outcome_columns(), *columns)
        for heading in (column.zh, column.en)
    }
    places: dict[str, int] = {}
    faults: list[Fault] = []
    for place, heading in enumerate(sheet.headings):
        key = known.get(_bare(heading))
        facts = {"heading": heading, "column": place_name(place)}
        if key is not None and key not in places:
            places[key] = place
        elif heading:
            faults.append(Fault(code="LIST-HEADING-TWICE" if key else "LIST-HEADING", facts=facts))
    faults += _without_heading(sheet)
    faults += [
        Fault(code="LIST-MISSING", facts={"heading_zh": column.zh, "heading_en": column.en})
        for column in columns
        if column.required and column.key not in places
    ]
    if faults:
        raise ListRefused(*faults)
    return places


def _without_heading(sheet: Sheet) -> Iterator[Fault]:
    headed = {place for place, heading in enumerate(sheet.headings) if heading}
    bare: dict[int, int] = {}
    for row in sheet.rows:
        for place, cell in enumerate(row.cells):
            if cell.text and place not in headed:
                bare.setdefault(place, row.line)
    for place, line in sorted(bare.items()):
        yield Fault(code="LIST-NO-HEADING", facts={"cell": f"{place_name(place)}{line}"})


def _property(item: Item) -> Iterator[Column]:
    yield _fixed("units", required=True, sample="220402001001GB00001F00010001")
    if needs_right(item):
        yield _fixed("right", required=True, sample="吉（2018）辽源市不动产证明第0000103号")


def _people(item: Item, catalogue: Catalogue) -> Iterator[Column]:
    papers = _choices(catalogue, "id_type")
    roles = {side.role: side.min > 0 for side in item.applicants}
    if "holder" in roles:
        must = roles["holder"]
        numbers = "220402196708162201、220403195909073514"
        yield _fixed("holder", required=must, sample="赵海燕、许勇")
        yield _fixed("holder_id_type", required=must, sample="身份证", choices=papers)
        yield _fixed("holder_id_number", required=must, sample=numbers)
        yield _fixed("phone", sample="13843700000")
        yield _fixed("share", sample="1/2、1/2")
        forms = _choices(catalogue, "co_ownership")
        yield _fixed("co_ownership", sample="按份共有", choices=forms)
    if "obligor" in roles:
        yield _fixed("obligor")
        yield _fixed("obligor_id_type", choices=papers)
        yield _fixed("obligor_id_number")


def _rest(item: Item, catalogue: Catalogue) -> Iterator[Column]:
    known = (catalogue.materials[code] for code in _papers(item))
    papers = tuple(Choice(paper.code, paper.zh, paper.en) for paper in known)
    yield _fixed("reason", required=len(item.reasons) > 1, sample="、".join(item.reasons[:1]))
    yield _fixed("materials", sample="、".join(item.materials_required), choices=papers)
    yield _fixed("confirmed")


def _papers(item: Item) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*item.materials_required, *item.materials_conditional)))


def _of_field(field: Field) -> Column:
    choices = _FLAG if field.kind is FieldKind.FLAG else field.choices
    sample = str(field.sample)
    sample = next((c.zh for c in choices if c.code == sample.lower()), sample)
    return Column(
        key=f"fields/{field.key}",
        zh=field.label_zh,
        en=field.label_en,
        required=field.required,
        sample=sample if not answer_problems(field, field.sample) else "",
        field=field,
        choices=choices,
    )


def _fixed(
    key: str, *, required: bool = False, sample: str = "", choices: tuple[Choice, ...] = ()
) -> Column:
    code = f"LIST-COL-{key}"
    zh, en = message(code, "zh"), message(code, "en")
    return Column(key=key, zh=zh, en=en, required=required, sample=sample, choices=choices)


def _choices(catalogue: Catalogue, table: str) -> tuple[Choice, ...]:
    return tuple(Choice(e.code, e.zh, e.en) for e in catalogue.codes[table].entries)


def _bare(heading: str) -> str:
    """Return a heading without width, blanks, capitals and the mark of what must be filled in."""
    return "".join(half_width(heading).split()).strip("*").lower()
