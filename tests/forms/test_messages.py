"""Every sentence in both languages, with the same places."""

import re
from pathlib import Path

import pytest

from forms.messages import LANGUAGES, codes, message, places

FORMS = Path(__file__).parents[2] / "forms"
HAN = re.compile("[\u4e00-\u9fff]")


@pytest.mark.parametrize("code", sorted(codes()))
def test_a_sentence_stands_in_both_languages_with_equal_places(code: str) -> None:
    assert places(code, "zh") == places(code, "en")
    facts = dict.fromkeys(places(code, "zh"), "7")
    for language in LANGUAGES:
        assert message(code, language, **facts).strip()
    assert HAN.search(message(code, "zh", **facts))


def test_every_code_that_the_forms_raise_has_a_sentence() -> None:
    raised = {
        code
        for file in FORMS.rglob("*.py")
        for code in re.findall(r'"((?:V|E-DATA)-[A-Z-]+)"', file.read_text(encoding="utf-8"))
    }

    assert len(raised) > 40
    assert raised <= codes()


def test_the_codes_of_the_desk_have_sentences() -> None:
    desk = {"STAGE", "ROLE", "VERSION", "TICKET", "STOCK", "FORM", "UNKNOWN"}

    assert {f"D-{word}" for word in desk} <= codes()


def test_a_missing_code_or_fact_is_an_error() -> None:
    with pytest.raises(KeyError):
        message("D-NOWHERE", "zh")
    with pytest.raises(KeyError):
        message("V-UNIT-LENGTH", "en")
    assert message("V-UNIT-LENGTH", "en", length=27).endswith("this one has 27.")
