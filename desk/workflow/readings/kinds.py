"""Kinds of acts, uses and natures that several rules speak of."""

from types import MappingProxyType

from desk.workflow.facts import (
    COMMON_PARTS,
    EASEMENT,
    HABITATION,
    MORTGAGE,
    NOTICE,
    OBJECTION,
    SEIZURE,
    Facts,
    UnitFacts,
)
from forms.catalogue import Catalogue
from forms.tables import CodeTable

FIRST = frozenset({"first_ownership", "first_project"})
TRANSFERS = frozenset(
    {"transfer", "transfer_by_court", "inherit", "exchange", "partition", "notice_convert"}
)
AT_ONCE = frozenset({"seize", "release", "objection_create", "objection_cancel"})
GIVEN_AWAY = TRANSFERS - {"transfer_by_court", "inherit"} | {
    "mortgage_create",
    "easement_create",
    "habitation_create",
    "notice_create",
}

# The types of right that an act changes, moves or ends; other acts look at ownership and use.
ACTS_ON = MappingProxyType(
    {
        "easement_change": EASEMENT,
        "easement_cancel": EASEMENT,
        "habitation_cancel": HABITATION,
        "mortgage_change": MORTGAGE,
        "mortgage_transfer": MORTGAGE,
        "mortgage_crystallise": MORTGAGE,
        "mortgage_cancel": MORTGAGE,
        "mortgage_convert": MORTGAGE,
        "notice_change": NOTICE,
        "notice_cancel": NOTICE,
        "notice_convert": NOTICE,
        "objection_cancel": OBJECTION,
    }
)
# Acts that may be about any right: the one that the application names, else the ownership.
ABOUT_ANY = frozenset({"change_holder_name", "correct", "replace_paper"})
NAMED_RIGHTS = MappingProxyType(
    {MORTGAGE: "抵押权", NOTICE: "预告登记", EASEMENT: "地役权", HABITATION: "居住权"}
    | {OBJECTION: "异议登记", SEIZURE: "查封登记", COMMON_PARTS: "业主共有部分"}
)

PURCHASE_NOTICES = frozenset({"1", "2"})
MORTGAGE_NOTICES = frozenset({"3", "4"})

_GRANTED = frozenset({"出让", "102"})
_LEASED = frozenset({"租赁", "国有土地租赁", "104"})
_ALLOCATED = frozenset({"划拨", "101"})
_GARAGE = ("车库", "车位", "储藏")
_COMMON = ("共有部分", "物管", "物业", "公共设施", "设备用房")
_PUBLIC = (
    *("学校", "教育", "幼儿园", "医疗", "医卫", "卫生", "医院"),
    *("公益", "慈善", "公共设施", "公用设施"),
)
_WELFARE = ("社会福利", "养老")


def is_dwelling(usage: str, catalogue: Catalogue) -> bool:
    """Tell whether a planned use, as code or name, is a dwelling (房屋用途 10–13)."""
    use = _house_use(usage)
    table = catalogue.codes["house_use"]
    if use in table.by_code:
        return use.startswith("1")
    homes = {entry.zh for entry in table.entries if entry.code.startswith("1")}
    return use in homes or (use.startswith("住宅") and not use.endswith("用地"))


def is_garage(usage: str) -> bool:
    """Tell whether a planned use is a garage, a parking place or a store-room."""
    return any(word in usage for word in _GARAGE)


def is_common_part(unit: UnitFacts, catalogue: Catalogue) -> bool:
    """Tell whether a unit of a project belongs to all owners and so gets no certificate."""
    return any(word in use_in_words(unit.usage, catalogue) for word in _COMMON)


def is_public_benefit(usage: str, catalogue: Catalogue) -> bool:
    """Tell whether a use is a school, a hospital or another public benefit (民法典 399 三)."""
    return any(word in use_in_words(usage, catalogue) for word in (*_PUBLIC, *_WELFARE))


def use_in_words(usage: str, catalogue: Catalogue) -> str:
    """Return the name of a use given as a code; a name as it is."""
    use = _house_use(usage)
    for table in ("house_use", "land_use"):
        codes: CodeTable = catalogue.codes[table]
        if use in codes.by_code:
            return codes.zh(use)
    return use


def is_granted(nature: str | None) -> bool:
    """Tell whether land was granted for a price (出让)."""
    return nature in _GRANTED


def is_leased(nature: str | None) -> bool:
    """Tell whether land is leased from the state."""
    return nature in _LEASED


def is_allocated(nature: str | None) -> bool:
    """Tell whether land was allocated without a price (划拨)."""
    return nature in _ALLOCATED


def is_waiver(facts: Facts) -> bool:
    """Tell whether ownership or use is given up by its holder (放弃)."""
    return facts.item.act == "cancel_ownership" and "放弃" in facts.application.reason


def show(code: str) -> str:
    """Return a unit code as it is printed, in four groups."""
    return " ".join((code[:6], code[6:12], code[12:19], code[19:]))


def text(value: object) -> str:
    """Return a field's value as text, nothing where it is missing."""
    return "" if value is None else str(value)


def _house_use(usage: str) -> str:
    # A certificate writes 土地用途/房屋用途; the use of the building stands last.
    return usage.rsplit("/", maxsplit=1)[-1].strip()
