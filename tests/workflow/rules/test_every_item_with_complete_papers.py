"""All 61 items: with complete papers each is taken, entered, and stands as its group says."""

import pytest

from desk.workflow.application import Party
from desk.workflow.facts import Facts, RightFacts, Stage, UnitFacts
from forms.catalogue import delivered
from forms.schema import check_fields
from tests.workflow.effects.book import entered
from tests.workflow.rules.builders import (
    BANK,
    COURT,
    COURT_ORGAN,
    DEVELOPER,
    LAND,
    LI,
    SECOND,
    TODAY,
    WANG,
    ZHANG,
    at,
    case,
    facts,
    mortgage,
    notice,
    owned,
    party,
    refused,
    right,
    seizure,
    unit,
)

FROM_TO = {"from": "2024-05-20", "to": "2044-05-19"}
LOAN = {"amount": "300000.00", **FROM_TO}
PRICE = {"price": "300000.00"}
ORDER = {"authority": COURT, "document_no": "(2024)吉0402执1号"}
SPLIT = [
    {"code": code, "kind": "house", "location": "门市", "usage": "商业服务", "floor_area": "40.00"}
    for code in ("220402001001GB00001F00010021", "220402001001GB00001F00010022")
]

FIELD, PLOT, HOUSE = unit(code=LAND, usage="水田"), unit(code=LAND, usage="工业用地"), unit()
HOME, OTHER_HOME = unit(owned(ZHANG)), unit(owned(LI), code=SECOND)
NEW_HOME = unit(owned(DEVELOPER, since=at(TODAY).date()))
FARM, WOOD = unit(right("6", ZHANG)), unit(right("10", ZHANG))
STATE_LAND = unit(right("3", ZHANG), code=LAND, usage="工业用地")
EASEMENT, HABITATION = right("19", LI), right("92", LI)
LOAN_HELD, MAXIMUM = mortgage(), mortgage(kind="maximum")
FIXED, SITE = mortgage(kind="maximum", crystallised=True), mortgage(kind="construction", unit=LAND)
BOUGHT, OBJECTION, HELD = notice(LI, "1"), right("97", WANG, since=TODAY), seizure()

GIVER, TAKER = party("obligor", ZHANG), party("holder", LI)
OWNER, BUYER, LENDER = party("holder", ZHANG), party("holder", WANG), party("holder", BANK)
BUILDER, ORGAN = party("obligor", DEVELOPER), party("organ", COURT_ORGAN)
OWNS_BUILDING = party("holder", DEVELOPER)


def on(held: RightFacts, *more: RightFacts) -> UnitFacts:
    return unit(owned(ZHANG), held, *more)


Story = tuple[str, UnitFacts | list[UnitFacts], list[Party], dict[str, object]]

STORIES: list[Story] = [
    ("LY001", unit(code=LAND, usage="水田"), [OWNER], {}),
    ("LY002", PLOT, [OWNER], {"reason": "出让", "fields": {"land_right_nature": "出让"}}),
    ("LY003", HOUSE, [OWNS_BUILDING], {}),
    ("LY004", [HOUSE, unit(code=SECOND)], [OWNS_BUILDING], {}),
    ("LY005", HOUSE, [OWNER], {"reason": "合法建造"}),
    ("LY006", HOUSE, [OWNER], {"reason": "合法建造", "fields": {"member": True}}),
    ("LY007", FIELD, [OWNER], {"reason": "家庭承包"}),
    ("LY008", FIELD, [OWNER], {"reason": "家庭承包"}),
    ("LY009", FIELD, [OWNER], {"reason": "承包"}),
    ("LY010", [HOME, OTHER_HOME], [GIVER, TAKER], {}),
    ("LY011", HOME, [GIVER, TAKER], {"fields": FROM_TO}),
    ("LY012", NEW_HOME, [BUILDER, TAKER], {"fields": PRICE}),
    ("LY013", HOME, [GIVER, TAKER], {"fields": PRICE}),
    ("LY014", HOME, [GIVER, TAKER], {"reason": "赠与"}),
    ("LY015", HOME, [TAKER], {"reason": "继承"}),
    ("LY016", HOME, [TAKER], {"reason": "继承"}),
    ("LY017", unit(owned(ZHANG, LI)), [GIVER, party("obligor", LI), TAKER], {}),
    ("LY018", HOME, [GIVER, OWNER, TAKER], {"co_ownership": "joint"}),
    ("LY019", [HOME, OTHER_HOME], [GIVER, party("obligor", LI), OWNER, TAKER], {"reason": "互换"}),
    ("LY020", HOME, [GIVER, OWNS_BUILDING], {"reason": "作价出资(入股)"}),
    ("LY021", on(HELD), [BUYER, ORGAN], {"fields": ORDER}),
    ("LY022", HOME, [GIVER, OWNER, TAKER], {"co_ownership": "joint", "reason": "增减共有人"}),
    ("LY023", STATE_LAND, [GIVER, TAKER], {"fields": PRICE}),
    ("LY024", NEW_HOME, [BUILDER, TAKER], {}),
    ("LY025", HOME, [GIVER, TAKER], {"fields": PRICE}),
    ("LY026", FARM, [GIVER, TAKER], {"fields": {"member": True}}),
    ("LY027", WOOD, [GIVER, TAKER], {"reason": "转让"}),
    ("LY028", HOME, [GIVER, party("holder", WANG)], {}),
    ("LY029", HOME, [OWNER], {"fields": {"location": "人民大街2号"}}),
    ("LY030", HOME, [OWNER], {"reason": "面积变更", "fields": {"floor_area": "88.60"}}),
    ("LY031", HOME, [OWNER], {"fields": {"usage": "办公"}}),
    ("LY032", HOME, [OWNER], {"reason": "分割", "fields": {"new_units": SPLIT}}),
    ("LY033", HOME, [OWNER], {"reason": "续期", "fields": {"land_term_to": "2090-01-01"}}),
    (
        "LY034",
        unit(owned(ZHANG, LI)),
        [party("holder", ZHANG, "1/2"), party("holder", LI, "1/2")],
        {"co_ownership": "shares"},
    ),
    ("LY035", on(EASEMENT), [TAKER], {"acts_on": EASEMENT, "fields": {"matter": "通行"}}),
    ("LY036", STATE_LAND, [ORGAN], {"reason": "收回"}),
    ("LY037", HOME, [OWNER], {"reason": "灭失"}),
    ("LY038", on(EASEMENT), [TAKER], {"acts_on": EASEMENT}),
    ("LY039", on(HABITATION), [TAKER], {"acts_on": HABITATION}),
    ("LY040", HOME, [GIVER, LENDER], {"fields": LOAN}),
    ("LY041", HOME, [GIVER, LENDER], {"fields": LOAN}),
    ("LY042", unit(right("3", ZHANG), code=LAND), [GIVER, LENDER], {"fields": LOAN}),
    ("LY043", on(LOAN_HELD), [GIVER, LENDER], {"acts_on": LOAN_HELD, "fields": {"amount": "1.00"}}),
    ("LY044", on(FIXED), [party("obligor", BANK), OWNS_BUILDING], {"acts_on": FIXED}),
    ("LY045", on(MAXIMUM), [LENDER], {"acts_on": MAXIMUM}),
    ("LY046", on(LOAN_HELD, HELD), [LENDER, GIVER], {"acts_on": LOAN_HELD}),
    ("LY047", NEW_HOME, [BUILDER, LENDER], {"acts_on": SITE}),
    ("LY048", HOUSE, [BUILDER, TAKER], {}),
    ("LY049", unit(BOUGHT), [party("obligor", LI), LENDER], {"acts_on": BOUGHT, "fields": LOAN}),
    ("LY050", HOME, [GIVER, TAKER], {"fields": {"notice_kind": "2"}}),
    ("LY051", unit(BOUGHT), [BUYER], {"acts_on": BOUGHT}),
    ("LY052", unit(BOUGHT), [TAKER], {"acts_on": BOUGHT}),
    (
        "LY053",
        unit(owned(DEVELOPER, since=TODAY), BOUGHT),
        [BUILDER, TAKER],
        {"acts_on": BOUGHT, "fields": PRICE},
    ),
    ("LY054", HOME, [OWNER], {"reason": "权利人申请"}),
    ("LY055", HOME, [OWNER], {}),
    ("LY056", on(HELD), [BUYER], {"fields": {"matter": "出资"}}),
    ("LY057", on(OBJECTION), [BUYER], {"acts_on": OBJECTION}),
    ("LY058", HOME, [ORGAN], {"reason": "查封", "fields": {**ORDER, **FROM_TO}}),
    ("LY059", on(HELD), [ORGAN], {"acts_on": HELD, "fields": ORDER}),
    ("LY060", on(HELD), [OWNER], {"reason": "污损换证"}),
    ("LY061", HOME, [OWNER], {"fields": {"statement_date": "2024-04-01"}}),
]


def told(story: Story, stage: Stage) -> Facts:
    item, places, parties, more = story
    values = dict(more)
    if stage is Stage.REGISTRATION:
        values["the_case"] = case(announced_at=at(TODAY.replace(month=1)))
    return facts(item, places, *parties, stage=stage, **values)  # type: ignore[arg-type]


def test_every_item_has_a_story() -> None:
    assert [story[0] for story in STORIES] == sorted(delivered().items)


@pytest.mark.parametrize("story", STORIES, ids=[story[0] for story in STORIES])
def test_it_is_accepted(story: Story) -> None:
    asked = told(story, Stage.ACCEPTANCE)
    assert check_fields(asked.item, asked.application.fields) == []
    assert refused(asked) == set()


@pytest.mark.parametrize("story", STORIES, ids=[story[0] for story in STORIES])
def test_it_is_entered_and_makes_the_papers_of_its_output(story: Story) -> None:
    asked = told(story, Stage.REGISTRATION)
    assert refused(asked) == set()
    kinds = {paper.kind for paper in entered(asked).plan.papers}
    expected = {
        "certificate": {"certificate"},
        "proof": {"proof"},
        "both": {"certificate"},  # the proof comes with a pre-mortgage, and there is none here
        "same": {"certificate"},
        "none": set[str](),
    }[asked.item.output]
    assert kinds == expected
