"""From the rows of the data files to the frozen parts of the catalogue."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from forms.charges import (
    DatedRate,
    DeedTaxRelief,
    FeeAmount,
    FeeClass,
    FeeExemption,
    FeeTables,
    TaxExemption,
    TaxLine,
    TaxTables,
)
from forms.data_models import (
    AskedRow,
    FeeClassRow,
    FeesRow,
    FieldRow,
    ItemRow,
    MaterialRow,
    ParameterRow,
    RuleRow,
    TableRow,
    TaxesRow,
)
from forms.fields import Choice, Field
from forms.items import Announcement, Applicant, FeePeriod, Item, Limit
from forms.tables import CodeEntry, CodeTable, DatedParameter, Material, RuleText

_RATIO = "ratio"  # the unit of rule parameters that are exact fractions


def build_table(name: str, row: TableRow) -> CodeTable:
    """Build a code table."""
    entries = tuple(CodeEntry(**dict(entry)) for entry in row.entries)
    return CodeTable(
        name=name,
        title=row.title,
        title_en=row.title_en,
        source=row.source,
        entries=entries,
        by_code=MappingProxyType({entry.code: entry for entry in entries}),
    )


def build_material(code: str, row: MaterialRow) -> Material:
    """Build a paper of the list of papers."""
    return Material(code=code, **dict(row))


def build_rule(code: str, row: RuleRow) -> RuleText:
    """Build a rule with its parameters."""
    parts = dict(row) | {
        "stages": tuple(row.stages),
        "parameters": tuple(map(_parameter, row.parameters)),
    }
    return RuleText(id=code, **parts)


def build_fields(rows: Mapping[str, FieldRow], codes: Mapping[str, CodeTable]) -> dict[str, Field]:
    """Build the questions as they are asked where an item says nothing else."""
    return {
        key: Field(key=key, required=False, choices=_choices(row.table, codes), **dict(row))
        for key, row in rows.items()
    }


def build_item(row: ItemRow, fields: Mapping[str, Field], codes: Mapping[str, CodeTable]) -> Item:
    """Build an item; the questions it does not ask become the tolerated ones."""
    asked = {question.key: _asked(question, fields, codes) for question in row.fields}
    parts = _with_tuples(row) | {
        "fields": tuple(asked.values()),
        "tolerated": tuple(field for key, field in fields.items() if key not in asked),
        "applicants": tuple(Applicant(**dict(side)) for side in row.applicants),
        "one_of": tuple(map(tuple, row.one_of)),
        "fee_history": tuple(FeePeriod(**dict(period)) for period in row.fee_history),
        "statutory_limit": Limit(**dict(row.statutory_limit)),
        "committed": Limit(**dict(row.committed)),
        "announcement": row.announcement and Announcement(**dict(row.announcement)),
    }
    return Item(**parts)


def build_fees(row: FeesRow) -> FeeTables:
    """Build the tables of the registration fee."""
    parts = dict(row) | {
        "classes": MappingProxyType(
            {code: _fee_class(code, fee_class) for code, fee_class in row.classes.items()}
        ),
        "exemptions": tuple(FeeExemption(**dict(reason)) for reason in row.exemptions),
    }
    return FeeTables(**parts)


def build_taxes(row: TaxesRow) -> TaxTables:
    """Build the tables of the taxes."""
    return TaxTables(
        standard_rates=tuple(DatedRate(**dict(rate)) for rate in row.standard_rates),
        reliefs=tuple(DeedTaxRelief(**dict(relief)) for relief in row.reliefs),
        exemptions=tuple(TaxExemption(**dict(reason)) for reason in row.exemptions),
        lines=tuple(TaxLine(**dict(line)) for line in row.lines),
        rounding_zh=row.rounding_zh,
        rounding_en=row.rounding_en,
    )


def _with_tuples(row: ItemRow) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in row}


def _parameter(row: ParameterRow) -> DatedParameter:
    value = Fraction(row.value) if row.unit == _RATIO else row.value
    return DatedParameter(**dict(row) | {"value": value})


def _fee_class(code: str, row: FeeClassRow) -> FeeClass:
    amounts = tuple(FeeAmount(**dict(amount)) for amount in row.amounts)
    return FeeClass(code=code, **dict(row) | {"amounts": amounts})


def _asked(
    question: AskedRow, fields: Mapping[str, Field], codes: Mapping[str, CodeTable]
) -> Field:
    said = {name: value for name, value in question if value is not None and name != "choices"}
    field = replace(fields[question.key], **said)
    choices = field.choices if question.table is None else _choices(field.table, codes)
    if question.choices is not None:
        choices = tuple(choice for choice in choices if choice.code in question.choices)
    return replace(field, choices=choices)


def _choices(table: str | None, codes: Mapping[str, CodeTable]) -> tuple[Choice, ...]:
    entries = codes[table].entries if table else ()
    return tuple(Choice(entry.code, entry.zh, entry.en) for entry in entries)
