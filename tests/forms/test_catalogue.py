"""The delivered catalogue: each of the 61 items, and what they refer to."""

from datetime import date

import pytest

from forms.catalogue import Item, RuleText, delivered, load_catalogue
from forms.fields import FieldKind
from forms.items import Limit

CATALOGUE = load_catalogue()
ITEMS = tuple(CATALOGUE.items.values())
SIXTY_MINUTES = {40, 41, 46, 48, 49, 52, 58, 59, 56, 13, 12, 18, 28, 29, 60}
DAY_FILE_FIELDS = {
    *("price", "contract_no", "contract_date", "dwelling_count", "copies", "new_units"),
    *("mortgage_kind", "amount", "from", "to", "transfer_restricted", "crystallised"),
    *("authority", "document_no", "rank", "notice_kind", "matter", "location", "usage"),
    *("floor_area", "land_area", "land_right_nature", "land_term_to", "member"),
    "statement_date",
}

each_item = pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.code)


def test_there_are_61_items_in_order_and_15_of_them_take_sixty_minutes() -> None:
    assert [item.code for item in ITEMS] == [f"LY{no:03d}" for no in range(1, 62)]
    assert [item.no for item in ITEMS] == list(range(1, 62))
    assert {item.no for item in ITEMS if item.sixty_minutes} == SIXTY_MINUTES


def test_the_list_is_read_once() -> None:
    assert load_catalogue() is delivered()


def test_papers_and_rules_are_complete() -> None:
    assert list(CATALOGUE.materials) == [f"M{no:02d}" for no in range(1, 64)]
    assert list(CATALOGUE.rules) == [f"R{no:02d}" for no in range(1, 59)]


@each_item
def test_an_item_has_names_sides_law_and_a_route(item: Item) -> None:
    assert item.name
    assert item.name_en.isascii()
    assert item.initials.isascii()
    assert item.applicants
    assert item.reasons
    assert item.legal_basis
    assert item.right_types
    assert item.route[-2:] in {("printed", "issued"), ("registered", "issued")}


@each_item
def test_sixty_minute_items_are_promised_in_sixty_minutes(item: Item) -> None:
    assert item.sixty_minutes == (item.committed == Limit(60, "minutes"))
    assert item.statutory_limit in {Limit(30, "working_days"), Limit(0, "at_once")}


@each_item
def test_what_is_printed_agrees_with_the_route(item: Item) -> None:
    assert ("printed" in item.route) == (item.output != "none")
    word = {"certificate": "证书", "proof": "证明", "both": "证书+证明", "same": "证书/证明"}
    assert item.output_text.startswith(word.get(item.output, "无"))


@each_item
def test_only_seizures_and_objections_leave_the_unit_to_others(item: Item) -> None:
    beside = {"objection_create", "objection_cancel", "seize", "release"}

    assert item.slot == ("none" if item.act in beside else "disposing")


@each_item
def test_joint_items_name_two_sides_and_authorities_an_organ(item: Item) -> None:
    roles = {side.role for side in item.applicants}

    if item.mode == "joint":
        assert {"holder", "obligor"} <= roles
    if item.mode in {"authority", "ex_officio", "single_or_authority"}:
        assert "organ" in roles


@each_item
def test_the_branches_follow_from_the_item(item: Item) -> None:
    assert ("tax" in item.branches) == item.tax
    assert ("site_visit" in item.branches) == item.site_visit
    assert ("announcement" in item.branches) == ("R33" in item.rules)
    assert ("fee" in item.branches) == (item.fee_class != "F_ZERO" or bool(item.fee_history))
    assert ("R40" in item.rules) <= item.tax


@each_item
def test_fields_are_those_of_the_day_file(item: Item) -> None:
    asked = [field.key for field in item.fields]
    others = [field.key for field in item.tolerated]

    assert len(asked) == len(set(asked))
    assert {*asked, *others} == DAY_FILE_FIELDS
    for field in item.fields:
        assert field.label_zh
        assert field.label_en
        assert (field.kind is FieldKind.CHOICE) <= bool(field.choices)


@pytest.mark.parametrize(
    ("code", "required"),
    [
        ("LY012", {"price"}),
        ("LY013", {"price"}),
        ("LY014", set()),
        ("LY029", {"location"}),
        ("LY031", {"usage"}),
        ("LY032", {"new_units"}),
        ("LY040", {"amount", "from", "to"}),
        ("LY041", {"amount"}),
        ("LY049", {"amount"}),
        ("LY050", {"notice_kind"}),
        ("LY056", {"matter"}),
        ("LY058", {"authority", "document_no", "from", "to"}),
        ("LY059", {"authority", "document_no"}),
        ("LY061", set()),
    ],
)
def test_only_what_no_entry_can_do_without_is_required(code: str, required: set[str]) -> None:
    item = CATALOGUE.items[code]

    assert {field.key for field in item.fields if field.required} == required


@pytest.mark.parametrize(
    ("code", "day", "reason", "fee_class"),
    [
        ("LY013", date(2018, 3, 26), None, "F_STD"),
        ("LY028", date(2018, 3, 26), None, "F_HALF"),
        ("LY028", date(2019, 6, 30), None, "F_HALF"),
        ("LY028", date(2019, 7, 1), None, "F_FREE2019"),
        ("LY029", date(2018, 3, 26), None, "F_STD"),
        ("LY035", date(2018, 3, 26), "内容变更", "F_STD"),
        ("LY035", date(2024, 5, 20), "内容变更", "F_FREE2019"),
        ("LY035", date(2024, 5, 20), "需役地转移", "F_STD"),
        ("LY056", date(2024, 5, 20), None, "F_HALF"),
    ],
)
def test_the_fee_class_is_that_of_the_day(
    code: str, day: date, reason: str | None, fee_class: str
) -> None:
    assert CATALOGUE.items[code].fee_class_on(day, reason) == fee_class


def test_every_act_of_the_table_is_used_and_takes_papers_back() -> None:
    acts = {item.act for item in ITEMS}

    assert acts == set(CATALOGUE.codes["act"].by_code)
    assert CATALOGUE.items["LY061"].takes_back == "declared_void"
    assert CATALOGUE.items["LY013"].takes_back == "ownership"
    assert CATALOGUE.items["LY046"].takes_back == "right"
    assert CATALOGUE.items["LY040"].takes_back == "none"


def test_the_groups_keep_the_order_of_the_list() -> None:
    groups = CATALOGUE.items_by_group()

    assert list(groups)[:3] == ["首次登记", "转移登记", "变更登记"]
    assert sum(map(len, groups.values())) == 61
    assert groups["查封登记"] == (CATALOGUE.items["LY058"], CATALOGUE.items["LY059"])


@pytest.mark.parametrize("rule", CATALOGUE.rules.values(), ids=lambda rule: rule.id)
def test_a_rule_speaks_both_languages_and_names_its_source(rule: RuleText) -> None:
    assert rule.text_zh.endswith("。")
    assert rule.text_en.endswith(".")
    assert rule.source
    assert rule.stages


def test_parameters_of_rules_carry_their_days() -> None:
    rules = CATALOGUE.rules

    assert rules["R18"].parameter("days_to_sue", date(2018, 3, 26)) == 15
    assert rules["R28"].parameter("days_to_apply", date(2018, 3, 26)) == 90
    assert rules["R33"].parameter("announcement_days", date(2018, 3, 26)) == 15
    assert rules["R43"].parameter("most_years", date(2024, 5, 20)) == 3
    assert str(rules["R11"].parameter("share_needed", date(2024, 5, 20))) == "2/3"
    with pytest.raises(KeyError):
        rules["R33"].parameter("announcement_days", date(2015, 1, 1))


@pytest.mark.parametrize("name", sorted(CATALOGUE.codes))
def test_a_code_table_can_be_read_in_both_languages(name: str) -> None:
    table = CATALOGUE.codes[name]

    assert table.title
    assert table.title_en
    assert table.entries
    for entry in table.entries:
        assert table.zh(entry.code) == entry.zh
        assert table.en(entry.code).isascii()
        assert entry.initials.isascii()
    with pytest.raises(KeyError):
        table.zh("nowhere")


def test_a_code_is_offered_only_in_its_time() -> None:
    rights = CATALOGUE.codes["right_type"]

    assert "92" not in {entry.code for entry in rights.on(date(2018, 3, 26))}
    assert "92" in {entry.code for entry in rights.on(date(2021, 1, 1))}
    assert rights.zh("92") == "居住权"


def test_the_tables_that_the_windows_choose_from_are_there() -> None:
    wanted = """registration_type right_type certificate_kind paper co_ownership id_type holder_kind
        house_use land_use land_right_nature structure mortgage_kind notice_kind seizure_kind
        refusal_ground pause_reason payment_method exemption_reason issue_method lane role
        spoil_reason stage material_form"""

    assert set(wanted.split()) <= set(CATALOGUE.codes)
    assert [entry.national for entry in CATALOGUE.codes["co_ownership"].entries] == ["0", "1", "2"]
