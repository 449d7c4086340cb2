"""What a clerk types short or pastes untidy becomes the value that was meant."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.catalogue import delivered
from forms.checks import Refused
from forms.checks.unit_code import parse_unit_code
from forms.choosing import initials_of, matching, options
from forms.typed import (
    bare,
    grouped,
    tidy_identity,
    tidy_unit_code,
    unfold_certificate_no,
    unfold_day,
    unfold_money,
    unfold_phone,
    unfold_unit_code,
    unit_codes,
)

DAY = date(2026, 11, 24)
UNIT = "220402001001GB00001F00010001"
OTHER = "220402001003GB00001F00010001"
BETWEEN = st.sampled_from([" ", "-", "　", "—", "–", "−", "\u200b", "\u00a0", ""])


def wide(text: str) -> str:
    """Return the text as an input method types it in full width."""
    return "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in text)


@pytest.mark.parametrize("typed", ["128w", "128W", "128万", "1280000", "1,280,000.00", "１２８ｗ"])
def test_an_amount_in_short_is_the_amount_in_full_and_in_words(typed: str) -> None:
    read = unfold_money(typed)

    assert read.value == "1280000.00"
    assert read.shown == "1,280,000.00"
    assert read.words == "壹佰贰拾捌万元整"


def test_a_fraction_of_a_hundred_million_is_understood() -> None:
    assert unfold_money("1.5亿").shown == "150,000,000.00"


@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_what_is_shown_of_an_amount_reads_back_as_the_same_amount(fen: int) -> None:
    text = f"{fen // 100}.{fen % 100:02d}"
    read = unfold_money(text)

    assert read.value == text
    assert unfold_money(read.shown) == read
    assert unfold_money(wide(read.shown)) == read


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("1120", "2026-11-20"),
        ("20261120", "2026-11-20"),
        ("２０２６１１２０", "2026-11-20"),
        ("+3", "2026-11-27"),
        ("-1", "2026-11-23"),
        ("0229", None),
    ],
)
def test_a_day_in_short_counts_from_today(typed: str, day: str | None) -> None:
    if day is None:
        with pytest.raises(Refused):
            unfold_day(typed, DAY)
    else:
        assert unfold_day(typed, DAY).value == day


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_can_be_typed_in_eight_figures_and_in_four(day: date) -> None:
    assert unfold_day(f"{day:%Y%m%d}", DAY).value == day.isoformat()
    assert unfold_day(f"{day:%m%d}", day.replace(month=1, day=1)).value == day.isoformat()


@given(st.integers(min_value=0, max_value=9999))
def test_every_step_of_days_is_counted(days: int) -> None:
    assert unfold_day(f"+{days}", DAY).value == (DAY + timedelta(days=days)).isoformat()


def test_a_number_of_this_registry_is_typed_as_its_year_and_serial() -> None:
    read = unfold_certificate_no("2019-12345", "吉", "辽源市")

    assert read.value == "吉（2019）辽源市不动产权第0012345号"
    assert unfold_certificate_no("２０１９－１２３４５", "吉", "辽源市") == read
    proof = unfold_certificate_no("2019-12345", "吉", "辽源市", "proof")
    assert proof.value == "吉（2019）辽源市不动产证明第0012345号"


@given(st.integers(min_value=2015, max_value=2100), st.integers(min_value=1, max_value=9_999_999))
def test_a_number_written_out_is_the_number_in_short(year: int, serial: int) -> None:
    short = unfold_certificate_no(f"{year}-{serial}", "吉", "辽源市")

    assert unfold_certificate_no(short.shown, "吉", "辽源市") == short


@pytest.mark.parametrize("pasted", ["138-0000 0000", "138 0000 0000", "１３８００００００００"])
def test_a_pasted_telephone_number_loses_what_stands_between(pasted: str) -> None:
    assert unfold_phone(pasted).value == "13800000000"


def test_a_fixed_line_keeps_the_dash_after_its_area() -> None:
    assert unfold_phone("0437-3312345").value == "0437-3312345"


@given(st.lists(BETWEEN, min_size=18, max_size=18))
def test_an_identity_number_pasted_in_pieces_is_whole(between: list[str]) -> None:
    number = "22040319911127030x"
    pasted = "".join(a + b for a, b in zip(number, between, strict=True))

    assert tidy_identity(pasted, "1") == number.upper()
    assert tidy_identity(wide(pasted), "1") == number.upper()


def test_the_sign_within_an_organisation_code_belongs_to_it() -> None:
    assert tidy_identity(" 12345678-9 ", "7") == "12345678-9"


@given(st.lists(BETWEEN, min_size=28, max_size=28))
def test_a_unit_code_pasted_in_any_pieces_is_the_code(between: list[str]) -> None:
    pasted = "".join(a + b for a, b in zip(UNIT, between, strict=True))

    assert tidy_unit_code(pasted) == UNIT
    assert unfold_unit_code(pasted.lower()).shown == parse_unit_code(UNIT).display


@given(st.integers(min_value=0, max_value=28))
def test_a_code_is_grouped_while_it_grows_and_grouping_twice_changes_nothing(length: int) -> None:
    part = UNIT[:length]

    assert bare(grouped(part)) == part
    assert grouped(grouped(part)) == grouped(part)
    assert [len(group) for group in grouped(UNIT).split()] == [6, 6, 7, 9]


@pytest.mark.parametrize(
    "line",
    [
        f"{UNIT},{OTHER}",
        f"{grouped(UNIT)}，{grouped(OTHER)}",
        f"{UNIT}、{OTHER}、{UNIT}",
        f"{UNIT} {OTHER}",
        f"{UNIT}\n{OTHER}\n",
    ],
)
def test_several_codes_in_one_line_are_taken_apart(line: str) -> None:
    assert unit_codes(line) == (UNIT, OTHER)


def test_a_code_that_is_none_is_kept_for_its_problem_to_be_told() -> None:
    assert unit_codes("2204, ") == ("2204",)
    assert unit_codes("") == ()


@pytest.mark.parametrize("table", delivered().codes.values(), ids=lambda table: table.name)
def test_every_code_is_picked_by_its_number_and_by_its_initials(table) -> None:  # type: ignore[no-untyped-def]
    lines = options([(entry.code, entry.zh, entry.initials) for entry in table.entries])

    assert len({line.number for line in lines}) == len(lines)
    for line in lines:
        assert matching(lines, line.number)[0] == line
        assert matching(lines, wide(line.number))[0] == line
        assert matching(lines, line.initials)[0].initials == line.initials
        assert line in matching(lines, line.word)


@pytest.mark.parametrize("typed", ["2", "gtgy", "GTGY", "gt", "２", "共同"])
def test_joint_ownership_is_two_keys_away_or_four(typed: str) -> None:
    table = delivered().codes["co_ownership"]
    lines = options([(entry.code, entry.zh, entry.initials) for entry in table.entries])

    assert matching(lines, typed)[0].code == "joint"
    assert matching(lines, "") == ()
    assert matching(lines, "zzz") == ()


def test_a_word_without_initials_gets_them() -> None:
    assert initials_of("买卖(存量房)") == "mmclf"
