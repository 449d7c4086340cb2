"""Fees and taxes as tables with their days."""

from datetime import date
from fractions import Fraction

import pytest

from forms.catalogue import load_catalogue
from forms.charges import FeeKind

FEES = load_catalogue().fees
TAXES = load_catalogue().taxes
DAY_2018 = date(2018, 3, 26)
DAY_2024 = date(2024, 5, 20)


@pytest.mark.parametrize(
    ("fee_class", "kind", "day", "fen"),
    [
        ("F_STD", "house", DAY_2018, 8_000),
        ("F_STD", "nonhouse", DAY_2018, 55_000),
        ("F_STD", "garage", date(2019, 6, 30), 55_000),
        ("F_STD", "garage", date(2019, 7, 1), 8_000),
        ("F_STD", "copy", DAY_2018, 1_000),
        ("F_HALF", "house", DAY_2018, 4_000),
        ("F_HALF", "nonhouse", DAY_2018, 27_500),
        ("F_COPY", "copy", DAY_2018, 1_000),
        ("F_COPY", "house", DAY_2018, None),
        ("F_ZERO", "house", DAY_2018, None),
        ("F_FREE2019", "nonhouse", DAY_2024, None),
        ("F_STD", "house", date(2016, 11, 30), None),
    ],
)
def test_a_piece_costs_what_the_day_says(
    fee_class: str, kind: FeeKind, day: date, fen: int | None
) -> None:
    amount = FEES.classes[fee_class].amount(kind, day)

    assert (amount.fen if amount else None) == fen


def test_amounts_of_one_kind_never_overlap() -> None:
    for fee_class in FEES.classes.values():
        for amount in fee_class.amounts:
            assert fee_class.amount(amount.kind, amount.valid_from) is amount
            assert amount.source


def test_the_first_certificate_is_included_except_where_only_copies_are_paid() -> None:
    assert FEES.classes["F_STD"].first_copy_free
    assert not FEES.classes["F_COPY"].first_copy_free
    assert FEES.payer_role == "holder"


def test_reasons_to_pay_less_end_with_their_day() -> None:
    in_2018 = {reason.code for reason in FEES.exemptions_on(DAY_2018)}
    in_2024 = {reason.code for reason in FEES.exemptions_on(DAY_2024)}

    assert "half_rate" in in_2018 - in_2024
    assert "change_free" in in_2024 - in_2018
    assert "small_business" in in_2018 & in_2024


@pytest.mark.parametrize(
    ("day", "homes", "area", "rate"),
    [
        (DAY_2018, 1, 9_000, Fraction(1, 100)),
        (DAY_2018, 1, 9_001, Fraction(3, 200)),
        (DAY_2018, 2, 9_000, Fraction(1, 100)),
        (DAY_2018, 2, 9_001, Fraction(1, 50)),
        (date(2024, 11, 30), 1, 14_000, Fraction(3, 200)),
        (date(2024, 12, 1), 1, 14_000, Fraction(1, 100)),
        (date(2024, 12, 1), 1, 14_001, Fraction(3, 200)),
        (date(2024, 12, 1), 2, 14_001, Fraction(1, 50)),
    ],
)
def test_the_deed_tax_is_lower_for_first_and_second_homes(
    day: date, homes: int, area: int, rate: Fraction
) -> None:
    relief = TAXES.relief(day, homes, area)

    assert relief is not None
    assert relief.rate == rate
    assert relief.source


def test_the_third_home_pays_the_full_rate() -> None:
    assert TAXES.relief(DAY_2018, 3, 8_000) is None
    assert TAXES.relief(date(2016, 2, 21), 1, 8_000) is None
    assert TAXES.standard_rate(DAY_2018).rate == Fraction(3, 100)
    assert TAXES.standard_rate(date(2026, 1, 1)).source.startswith("契税法")
    with pytest.raises(KeyError):
        TAXES.standard_rate(date(1990, 1, 1))


def test_at_most_one_relief_covers_a_case() -> None:
    for day in (date(2016, 2, 22), DAY_2018, date(2024, 11, 30), date(2024, 12, 1)):
        for homes in (1, 2, 3):
            for area in (1, 9_000, 9_001, 14_000, 14_001, 10**8):
                covering = [r for r in TAXES.reliefs if r.applies(day, homes, area)]
                assert len(covering) == (homes < 3)


def test_the_other_taxes_change_with_the_year() -> None:
    def rates(day: date) -> dict[str, Fraction | None]:
        return {line.key: line.rate for line in TAXES.lines_on(day)}

    assert rates(DAY_2024)["vat_home_under_two"] == Fraction(1, 20)
    assert "vat_home_under_two" not in rates(date(2026, 1, 1))
    assert rates(date(2026, 1, 1))["vat_home_under_two_2026"] == Fraction(3, 100)
    assert rates(DAY_2024)["stamp"] == Fraction(1, 2000)
    assert rates(DAY_2024)["stamp_home"] == 0
    assert rates(DAY_2024)["income_gain"] == Fraction(1, 5)
    assert rates(DAY_2024)["land_gain"] is None


def test_exemptions_of_the_deed_tax_name_their_law() -> None:
    reasons = {reason.code: reason for reason in TAXES.exemptions_on(DAY_2018)}

    assert {"spouses", "statutory_heir", "divorce"} <= set(reasons)
    assert all(reason.source for reason in reasons.values())
