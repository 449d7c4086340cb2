"""Telephone numbers and names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.checks import Refused
from forms.checks.names import clean_name, clean_text
from forms.checks.phone import check_phone


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("13800000000", "13800000000"),
        ("138 0000 0000", "13800000000"),
        ("138-0000-0000", "13800000000"),
        ("+86 138 0000 0000", "13800000000"),
        ("１３８００００００００", "13800000000"),
        ("0437-3312345", "0437-3312345"),
        ("（0437）3312345", "0437-3312345"),
        ("04373312345", "0437-3312345"),
        ("0437-3312345-8", "0437-3312345-8"),
        ("0437-3312345转8", "0437-3312345-8"),
        ("010-87654321", "010-87654321"),
        ("3312345", "3312345"),
        ("400-800-1234", "400-800-1234"),
        ("12345", "12345"),
        ("95588", "95588"),
        ("+49 30 1234567", "+49301234567"),
        ("+852 2123 4567", "+85221234567"),
    ],
)
def test_a_number_is_tidied(text: str, phone: str) -> None:
    assert check_phone(text) == phone


@pytest.mark.parametrize(
    "text", ["", "1380000000", "138000000000", "12800000000", "phone", "0437", "+", "+8613"]
)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refusal:
        check_phone(text)
    assert refusal.value.code == "V-PHONE-SHAPE"


@pytest.mark.parametrize(
    "dot", ["\u00b7", "\u2022", "\u2027", "\u2219", "\u22c5", "\u30fb", "\uff65", "\u0387"]
)
def test_all_middle_dots_become_one(dot: str) -> None:
    assert clean_name(f"阿依古丽{dot}买买提") == "阿依古丽\u00b7买买提"


@pytest.mark.parametrize(
    "name",
    [
        "王某",
        "㛃𬭎",  # extensions A and E
        "\ufa0c\uf9dc",  # compatibility ideographs keep their own code points
        "\U0002f800",
        "Maximiliane Alexandrine von und zu Musterberg",
        "=HYPERLINK('x')",
        "<script>alert(1)</script>",
        "辽源市某某房地产开发有限公司（特殊普通合伙）",
        "\U0003134a",  # extension G
    ],
)
def test_a_name_that_can_be_printed_is_kept(name: str) -> None:
    assert clean_name(name) == name


def test_a_name_is_composed_and_trimmed() -> None:
    assert clean_name("  Mu\u0308ller\u3000") == "M\u00fcller"


@pytest.mark.parametrize(
    ("character", "told"),
    [
        ("\u200b", "U+200B ZERO WIDTH SPACE"),
        ("\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("\u2066", "U+2066 LEFT-TO-RIGHT ISOLATE"),
        ("\ufeff", "U+FEFF ZERO WIDTH NO-BREAK SPACE"),
        ("\u00ad", "U+00AD SOFT HYPHEN"),
        ("\x07", "U+0007"),
        ("\x85", "U+0085"),
        ("\t", "U+0009"),
        ("\u2028", "U+2028 LINE SEPARATOR"),
        ("\ue000", "U+E000"),
        ("\U000f0000", "U+F0000"),
        ("\ud800", "U+D800"),
        ("\ufdd0", "U+FDD0"),
        ("\ufffe", "U+FFFE"),
        ("\ufe00", "U+FE00 VARIATION SELECTOR-1"),
        ("\U000e0100", "U+E0100 VARIATION SELECTOR-17"),
    ],
)
def test_what_cannot_be_seen_is_refused_by_name(character: str, told: str) -> None:
    with pytest.raises(Refused) as refusal:
        clean_name(f"王{character}某")
    assert refusal.value.code == "V-NAME-CHARACTER"
    assert refusal.value.facts == {"character": told, "place": 2}


def test_a_name_has_a_length() -> None:
    assert len(clean_name("𬭎" * 200)) == 200
    for name, code in (
        ("", "V-NAME-EMPTY"),
        (" \u3000", "V-NAME-EMPTY"),
        ("王" * 201, "V-NAME-LENGTH"),
    ):
        with pytest.raises(Refused) as refusal:
            clean_name(name)
        assert refusal.value.code == code
    with pytest.raises(Refused):
        clean_name("王某某", limit=2)


@given(st.text(max_size=50))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    try:
        once = clean_text(text)
    except Refused:
        return
    assert clean_text(once) == once
