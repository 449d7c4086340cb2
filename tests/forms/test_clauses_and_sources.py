"""Sentences kept as code and facts, and citations, for readers of both languages."""

import pytest

from forms.catalogue import delivered
from forms.clauses import Clause, said
from forms.sources import source_text

INSTRUMENTS = delivered().codes["instrument"]


def test_clauses_are_said_in_a_row_in_either_language() -> None:
    clauses = (
        Clause(code="C-TAX", facts={"base": "100.00", "percent": "1.5"}),
        Clause(code="C-TAX-EXEMPT", facts={"why_zh": "继承", "why_en": "inheritance"}),
    )

    assert said(clauses, "zh") == "计税依据100.00元×税率1.5%；免征：继承"
    assert said(clauses, "en") == "base 100.00 yuan × 1.5%; exempt: inheritance"


@pytest.mark.parametrize(
    ("source", "english"),
    [
        ("发改价格规〔2016〕2559号", "NDRC and MoF, Fa Gai Jia Ge Gui [2016] No. 2559"),
        ("契税法第三条", "Deed Tax Law, art. 3"),
        ("契税法第七、十一条", "Deed Tax Law, art. 7, 11"),
        ("契税法第二十条", "Deed Tax Law, art. 20"),
        ("物业管理条例第五十三条", "Property Management Regulations, art. 53"),
        ("契税法第一百零二条", "Deed Tax Law, art. 102"),
        ("公告2025年第17号", "MoF and STA announcement 2025 No. 17"),
        ("增值税法", "VAT Law"),
        ("某办法第三条", "某办法第三条"),
    ],
)
def test_a_source_is_named_in_english_and_stays_as_cited_in_chinese(
    source: str, english: str
) -> None:
    assert source_text(source, "en", INSTRUMENTS) == english
    assert source_text(source, "zh", INSTRUMENTS) == source


def test_every_source_of_a_charge_has_an_english_name() -> None:
    fees, taxes = delivered().fees, delivered().taxes
    sources = {fees.source}
    sources |= {each.source for kind in fees.classes.values() for each in kind.amounts}
    sources |= {each.source for each in fees.exemptions} | {each.source for each in taxes.lines}
    sources |= {each.source for each in taxes.exemptions}
    sources |= {each.source for each in taxes.standard_rates}
    sources |= {each.source for each in taxes.reliefs}

    unnamed = {
        source
        for source in sources
        for part in source_text(source, "en", INSTRUMENTS).split("; ")
        if not part[0].isascii()
    }
    assert unnamed == set()
