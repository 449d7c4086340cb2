"""For each rule of the catalogue what it stops and what it lets pass, told as at the counter.

`words` are what the sentence must name in both languages: the court, the number, until when, and
what can be done now – the key or the paper.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from desk.workflow.errors import Finding
from desk.workflow.facts import Facts, Stage, UnitFacts
from desk.workflow.rules import check
from desk.workflow.rules.bundles import in_order
from desk.workflow.rules.daily import limit_used
from desk.workflow.rules.desk import may_claim, may_issue, may_print, may_withdraw
from forms.catalogue import delivered
from tests.workflow.rules.builders import (
    BANK,
    CHILD,
    COURT,
    COURT_ORGAN,
    DEVELOPER,
    HOUSE,
    LAND,
    LI,
    NOW,
    OTHER_COURT,
    SECOND,
    TODAY,
    WANG,
    ZHANG,
    at,
    case,
    facts,
    later,
    mortgage,
    notice,
    open_case,
    owned,
    party,
    right,
    sale,
    seizure,
    unit,
)

Asked = Facts | Sequence[Finding]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleStory:
    """One story stopped – or asked, or told –, one that passes."""

    stopped: str
    when_stopped: Asked
    passes: str
    when_passed: Asked
    words: tuple[str, ...]


def said(asked: Asked, code: str) -> list[Finding]:
    """Return what a rule says to a story."""
    found = check(asked) if isinstance(asked, Facts) else asked
    return [finding for finding in found if finding.code == code]


def _with(place: UnitFacts, **more: object) -> UnitFacts:
    return replace(place, **more)  # type: ignore[arg-type]


def _share(share: str) -> Facts:
    halves = unit(
        owned(
            replace(ZHANG, share=Fraction(1, 2)),
            replace(LI, share=Fraction(1, 2)),
            co_ownership="shares",
        )
    )
    giver = party("obligor", ZHANG, "1/2")
    taker = {"an outsider": WANG, "a co-owner": LI}[share]
    fields = {"price": "1.00"}
    return facts("LY013", halves, giver, party("holder", taker), fields=fields)


LOAN = {"amount": "300000.00", "from": "2024-05-20", "to": "2044-05-19"}
ORDER = {"authority": COURT, "document_no": "(2024)吉0402执1号", "from": "2024-05-20"}
HOME = unit(owned(ZHANG))
SEIZED = unit(owned(ZHANG), seizure())
JOINT = unit(owned(ZHANG, LI))
RESTRICTED = mortgage(transfer_restricted=True)
BOUGHT = notice(LI, "1")
SITE = mortgage(kind="construction")
MAXIMUM, FIXED = mortgage(kind="maximum"), mortgage(kind="maximum", crystallised=True)
OBJECTION = right("97", WANG, since=date(2024, 5, 6), matter="出资人有误")
LAPSED = right("97", WANG, since=date(2024, 4, 1), matter="出资人有误")
HABITATION = right("92", WANG, to="2040-01-01")
GIVER, TAKER, OWNER = party("obligor", ZHANG), party("holder", LI), party("holder", ZHANG)
ORGAN = party("organ", COURT_ORGAN)
ENTRY = Stage.REGISTRATION
SEIZED_WORDS = (COURT, "(2023)吉0402执保31号", "2026-02-28")
CATALOGUE = delivered()


def mortgaging(place: UnitFacts, item: str = "LY040", **more: object) -> Facts:
    values: dict[str, object] = {"fields": LOAN, **more}
    return facts(item, place, GIVER, party("holder", BANK), **values)  # type: ignore[arg-type]


def seizing(place: UnitFacts, to: str = "2027-05-19", **more: object) -> Facts:
    return facts("LY058", place, ORGAN, reason="查封", fields={**ORDER, "to": to}, **more)  # type: ignore[arg-type]


def releasing(authority: str) -> Facts:
    held = seizure()
    fields = {"authority": authority, "document_no": "(2024)吉0402执解2号"}
    return facts("LY059", unit(owned(ZHANG), held), ORGAN, acts_on=held, fields=fields)


def objecting(without: Sequence[str] = (), *before: object) -> Facts:
    place = unit(owned(ZHANG), *before)  # type: ignore[arg-type]
    fields = {"matter": "出资人有误"}
    return facts("LY056", place, party("holder", WANG), fields=fields, without=without)


def changing(item: str, place: UnitFacts, **more: object) -> Facts:
    return facts(item, place, OWNER, **more)  # type: ignore[arg-type]


def converting(day: date) -> Facts:
    place = unit(owned(DEVELOPER, since=day), BOUGHT)
    return facts("LY053", place, party("obligor", DEVELOPER), TAKER, acts_on=BOUGHT)


def sheet(serial: str, *, in_stock: bool) -> Sequence[Finding]:
    return may_print(serial=serial, in_stock=in_stock, right_kind=True, window_of_sheet=3, window=3)


def used(share: str) -> Sequence[Finding]:
    told = limit_used(Fraction(share), number="2024-0000009", catalogue=CATALOGUE, day=TODAY)
    return (told,) if told else ()


def bundle(*codes: str) -> Sequence[Finding]:
    return in_order([CATALOGUE.items[code] for code in codes])


def _tell(stopped: str, when: Asked, passes: str, passed: Asked, *words: str) -> RuleStory:
    return RuleStory(
        stopped=stopped, when_stopped=when, passes=passes, when_passed=passed, words=words
    )


OPENED = _with(HOME, open_cases=(open_case("LY040", later(NOW, -30)),))
OPEN_LATER = _with(HOME, open_cases=(open_case("LY040", later(NOW, 30)),))

STORIES: dict[str, RuleStory] = {
    "R01": _tell(
        "a code with a character too few",
        facts("LY003", HOME, TAKER, codes=[HOUSE[:-1]]),
        "a code of twenty-eight characters",
        facts("LY003", unit(), TAKER),
        HOUSE[:-1],
        "27",
        "F4",
    ),
    "R02": _tell(
        "the sale of what was never registered",
        sale(unit()),
        "of a registered home",
        sale(HOME),
        "F2",
    ),
    "R03": _tell(
        "the sale of a seized home",
        sale(SEIZED),
        "its change of address",
        changing("LY029", SEIZED, fields={"location": "人民大街2号"}),
        *SEIZED_WORDS,
        "LY059",
    ),
    "R04": _tell(
        "a sale against the mortgage's clause",
        sale(unit(owned(ZHANG), RESTRICTED)),
        "with the bank applying along",
        facts(
            "LY013",
            unit(owned(ZHANG), RESTRICTED),
            GIVER,
            TAKER,
            party("consenting", BANK),
            also=["M36"],
            fields={"price": "1.00"},
        ),
        BANK.name,
        "M36",
        "LY046",
    ),
    "R05": _tell(
        "a sale past the noticed buyer",
        sale(unit(owned(ZHANG), notice(WANG))),
        "to the noticed buyer himself",
        sale(unit(owned(ZHANG), notice(LI))),
        WANG.name,
        "M36",
        "LY052",
    ),
    "R06": _tell(
        "a sale while an objection holds",
        sale(unit(owned(ZHANG), OBJECTION)),
        "after its fifteen days",
        sale(unit(owned(ZHANG), LAPSED)),
        WANG.name,
        "出资人有误",
    ),
    "R07": _tell(
        "a second case on one home",
        sale(OPENED),
        "a seizure is taken whatever is open",
        seizing(OPENED),
        "2024-0000007",
        "F3",
    ),
    "R08": _tell(
        "a locked home is sold",
        sale(_with(HOME, lock_reason="征收冻结")),
        "an objection to it is taken",
        facts("LY056", _with(HOME, lock_reason="征收冻结"), party("holder", WANG)),
        "征收冻结",
        "F4",
    ),
    "R09": _tell(
        "a registered home is registered first again",
        facts("LY003", HOME, OWNER),
        "a new building",
        facts("LY003", unit(), OWNER),
        "吉（2016）辽源市不动产权第0001035号",
        "F2",
    ),
    "R10": _tell(
        "a half and a third make no whole",
        facts(
            "LY013",
            HOME,
            GIVER,
            party("holder", LI, "1/2"),
            party("holder", WANG, "1/3"),
            co_ownership="shares",
            fields={"price": "1.00"},
        ),
        "two halves do",
        facts(
            "LY013",
            HOME,
            GIVER,
            party("holder", LI, "1/2"),
            party("holder", WANG, "1/2"),
            co_ownership="shares",
            fields={"price": "1.00"},
        ),
        LI.name,
        "5/6",
    ),
    "R11": _tell(
        "one of two joint owners sells",
        facts("LY013", JOINT, GIVER, party("holder", WANG)),
        "both sell",
        facts("LY013", JOINT, GIVER, party("obligor", LI), party("holder", WANG)),
        LI.name,
    ),
    "R12": _tell(
        "a minor sells alone",
        sale(unit(owned(CHILD)), seller=CHILD),
        "with the guardian and the undertaking",
        facts(
            "LY013",
            unit(owned(CHILD)),
            party("obligor", CHILD),
            party("guardian", ZHANG),
            TAKER,
            also=["M59"],
            fields={"price": "1.00"},
        ),
        CHILD.name,
        "18",
    ),
    "R13": _tell(
        "a married sole owner sells",
        facts("LY013", HOME, party("obligor", ZHANG, married=True, spouse="王芳"), TAKER),
        "to the spouse",
        facts("LY013", HOME, party("obligor", ZHANG, married=True, spouse="李娜"), TAKER),
        ZHANG.name,
        "王芳",
    ),
    "R14": _tell(
        "the seller is called otherwise in the register",
        sale(HOME, seller=replace(ZHANG, name="张玮")),
        "as in the register",
        sale(HOME),
        "张玮",
        ZHANG.name,
        "LY028",
    ),
    "R15": _tell(
        "a share goes to an outsider",
        _share("an outsider"),
        "to a co-owner",
        _share("a co-owner"),
        LI.name,
        "M60",
    ),
    "R16": _tell(
        "a right of habitation in an office",
        facts("LY011", unit(owned(ZHANG), usage="办公"), GIVER, TAKER),
        "in a dwelling",
        facts("LY011", HOME, GIVER, TAKER),
        "办公",
        "F3",
    ),
    "R17": _tell(
        "a home with a right of habitation is sold",
        sale(unit(owned(ZHANG), HABITATION)),
        "one without",
        sale(HOME),
        WANG.name,
        "2040-01-01",
    ),
    "R18": _tell(
        "the same person objects on the same ground again",
        objecting((), LAPSED),
        "the first time",
        objecting(),
        "吉（2016）辽源市不动产权第0001035号",
    ),
    "R19": _tell(
        "an heir without the notary's paper",
        facts("LY015", HOME, TAKER, reason="继承", without=["M20"]),
        "with it",
        facts("LY015", HOME, TAKER, reason="继承"),
        "M20",
        "F4",
    ),
    "R20": _tell(
        "a seizure came in before the entry",
        sale(SEIZED, stage=ENTRY),
        "none came in",
        sale(HOME, stage=ENTRY),
        *SEIZED_WORDS,
    ),
    "R21": _tell(
        "a mortgaged home is waived",
        changing("LY037", unit(owned(ZHANG), mortgage()), reason="放弃"),
        "with the bank's consent",
        changing("LY037", unit(owned(ZHANG), mortgage()), reason="放弃", also=["M36"]),
        BANK.name,
        "M36",
    ),
    "R22": _tell(
        "somebody else mortgages the home",
        facts("LY040", unit(owned(WANG)), GIVER, party("holder", BANK), fields=LOAN),
        "its owner does",
        mortgaging(HOME),
        ZHANG.name,
        WANG.name,
    ),
    "R23": _tell(
        "a school is mortgaged",
        mortgaging(unit(owned(ZHANG), usage="教育")),
        "a home",
        mortgaging(HOME),
        "教育",
        "F4",
    ),
    "R24": _tell(
        "a second mortgage ranks behind the first",
        mortgaging(unit(owned(ZHANG), mortgage()), stage=ENTRY),
        "the first",
        mortgaging(HOME, stage=ENTRY),
        BANK.name,
        "2",
    ),
    "R25": _tell(
        "an open maximum mortgage is moved",
        facts(
            "LY044",
            unit(owned(ZHANG), MAXIMUM),
            party("obligor", BANK),
            party("holder", DEVELOPER),
            acts_on=MAXIMUM,
        ),
        "one whose claims are fixed",
        facts(
            "LY044",
            unit(owned(ZHANG), FIXED),
            party("obligor", BANK),
            party("holder", DEVELOPER),
            acts_on=FIXED,
        ),
        BANK.name,
        "LY045",
    ),
    "R26": _tell(
        "a notice under a construction mortgage",
        facts("LY048", unit(SITE), party("obligor", DEVELOPER), TAKER),
        "after its release",
        facts("LY048", unit(), party("obligor", DEVELOPER), TAKER),
        BANK.name,
        "LY046",
    ),
    "R27": _tell(
        "a finished project forgets its construction mortgage",
        facts("LY004", unit(), party("holder", DEVELOPER), land=unit(SITE, code=LAND), stage=ENTRY),
        "takes it along",
        facts(
            "LY004",
            unit(),
            party("holder", DEVELOPER),
            land=unit(SITE, code=LAND),
            stage=ENTRY,
            also=["M61"],
        ),
        BANK.name,
        "M61",
    ),
    "R28": _tell(
        "a notice comes true on the ninety-first day",
        converting(date(2024, 2, 19)),
        "on the ninetieth",
        converting(date(2024, 2, 20)),
        "2024-05-19",
        "LY012",
    ),
    "R29": _tell(
        "a building is to be visited",
        facts("LY003", unit(), OWNER, stage=Stage.REVIEW),
        "a sale is not",
        sale(HOME, stage=Stage.REVIEW),
        "辽源市龙山区人民大街1号楼1单元101室",
    ),
    "R30": _tell(
        "the old certificate is not handed in",
        changing("LY037", HOME, reason="灭失", stage=ENTRY, without=["M04"]),
        "it is",
        changing("LY037", HOME, reason="灭失", stage=ENTRY),
        "吉（2016）辽源市不动产权第0001035号",
        "M04",
    ),
    "R31": _tell(
        "an easement in one book",
        facts("LY010", HOME, GIVER, TAKER),
        "in both",
        facts("LY010", [HOME, unit(owned(LI), code=SECOND)], GIVER, TAKER),
        "F00010001",
    ),
    "R32": _tell(
        "a correction under a later mortgage",
        changing("LY054", unit(owned(ZHANG), mortgage(since=date(2017, 1, 1)))),
        "a slip of the pen",
        changing(
            "LY054", unit(owned(ZHANG), mortgage(since=date(2017, 1, 1))), fields={"matter": "笔误"}
        ),
        "笔误",
    ),
    "R33": _tell(
        "an entry before the announcement has run",
        facts(
            "LY016",
            HOME,
            TAKER,
            reason="继承",
            stage=ENTRY,
            the_case=case(announced_at=at(date(2024, 5, 10))),
        ),
        "after it",
        facts(
            "LY016",
            HOME,
            TAKER,
            reason="继承",
            stage=ENTRY,
            the_case=case(announced_at=at(date(2024, 1, 10))),
        ),
        "2024-05-10",
        "2024-05-30",
        "15",
    ),
    "R34": _tell(
        "granted land not paid for",
        changing("LY002", unit(code=LAND), reason="出让", without=["M09"]),
        "paid for",
        changing("LY002", unit(code=LAND), reason="出让"),
        "M09",
    ),
    "R35": _tell(
        "allocated land moves",
        facts("LY023", unit(right("3", ZHANG), code=LAND, land_right_nature="划拨"), GIVER, TAKER),
        "land without a condition",
        facts(
            "LY023", unit(right("3", ZHANG), code=LAND, land_right_nature="作价出资"), GIVER, TAKER
        ),
        "M33",
    ),
    "R36": _tell(
        "a building without completion papers",
        facts("LY003", unit(), OWNER, without=["M11"]),
        "with them",
        facts("LY003", unit(), OWNER),
        "M11",
    ),
    "R37": _tell(
        "a mortgaged home is split",
        changing("LY032", unit(owned(ZHANG), mortgage()), reason="分割"),
        "with the bank's consent",
        changing("LY032", unit(owned(ZHANG), mortgage()), reason="分割", also=["M36"]),
        BANK.name,
        "M36",
    ),
    "R38": _tell(
        "a homestead to an outsider",
        facts("LY026", unit(right("6", ZHANG)), GIVER, TAKER, fields={"member": False}),
        "to a member",
        facts("LY026", unit(right("6", ZHANG)), GIVER, TAKER, fields={"member": True}),
        LI.name,
        "继承",
    ),
    "R39": _tell(
        "an objection that shows no interest",
        objecting(["M50"]),
        "that shows it",
        objecting(),
        "M50",
        "F4",
    ),
    "R40": _tell(
        "an entry before the deed tax",
        sale(HOME, stage=ENTRY, the_case=case(tax_settled=False, tax_open=300000)),
        "after it",
        sale(HOME, stage=ENTRY),
        "3000.00",
    ),
    "R41": _tell(
        "an order without the officers' cards",
        seizing(HOME, without=["M24"]),
        "with all its papers",
        seizing(HOME),
        "M24",
    ),
    "R42": _tell(
        "an order waits behind another",
        seizing(SEIZED, stage=ENTRY),
        "the first order",
        seizing(HOME, stage=ENTRY),
        *SEIZED_WORDS,
        "1",
    ),
    "R43": _tell(
        "an order longer than three years",
        seizing(HOME, "2027-05-21"),
        "three years to the day",
        seizing(HOME, "2027-05-20"),
        "2027-05-21",
        "3",
    ),
    "R44": _tell(
        "another court releases",
        releasing(OTHER_COURT),
        "the court that seized",
        releasing(COURT),
        OTHER_COURT,
        *SEIZED_WORDS,
    ),
    "R45": _tell(
        "a sheet that is not in stock",
        sheet("D22000000099", in_stock=False),
        "one in hand",
        sheet("D22000000001", in_stock=True),
        "D22000000099",
    ),
    "R46": _tell(
        "a paper lost on the fifteenth working day",
        changing("LY061", HOME, fields={"statement_date": "2024-04-26"}),
        "on the day after",
        changing("LY061", HOME, fields={"statement_date": "2024-04-25"}),
        "2024-04-26",
        "2024-05-20",
    ),
    "R47": _tell(
        "a home on land for longer than seventy years",
        changing(
            "LY002",
            unit(code=LAND, usage="城镇住宅用地"),
            reason="出让",
            stage=ENTRY,
            fields={"contract_date": "2024-05-01", "land_term_to": "2094-05-02"},
        ),
        "for seventy years",
        changing(
            "LY002",
            unit(code=LAND, usage="城镇住宅用地"),
            reason="出让",
            stage=ENTRY,
            fields={"contract_date": "2024-05-01", "land_term_to": "2094-05-01"},
        ),
        "2094-05-02",
        "70",
    ),
    "R48": _tell(
        "the seller buys",
        sale(HOME, buyer=ZHANG),
        "somebody else buys",
        sale(HOME),
        ZHANG.name,
    ),
    "R49": _tell(
        "an earlier case is still open",
        sale(OPENED, stage=ENTRY),
        "a later one waits itself",
        sale(OPEN_LATER, stage=ENTRY),
        "2024-0000007",
        "F3",
    ),
    "R50": _tell(
        "who accepted claims",
        may_claim("w1", "w1"),
        "somebody else claims",
        may_claim("w1", "a1"),
        "w1",
    ),
    "R51": _tell(
        "an entered case is withdrawn",
        may_withdraw("registered"),
        "an approved one",
        may_withdraw("approved"),
        "LY054",
    ),
    "R52": _tell(
        "the fee is open at the handing out",
        may_issue(sale(HOME), LI, 8000),
        "it is paid",
        may_issue(sale(HOME), LI, 0),
        "80.00",
    ),
    "R53": _tell(
        "a stranger fetches the certificate",
        may_issue(sale(HOME), WANG, 0),
        "the buyer does",
        may_issue(sale(HOME), LI, 0),
        WANG.name,
    ),
    "R54": _tell(
        "a paper is missing",
        sale(HOME, without=["M13"]),
        "all are there",
        sale(HOME),
        "M13",
        "F4",
    ),
    "R56": _tell(
        "a home of another county",
        sale(unit(owned(ZHANG), code="220421001001GB00001F00010001")),
        "of a county served here",
        sale(HOME),
        "220421",
        "220402",
    ),
    "R57": _tell(
        "four fifths of the time are used",
        used("4/5"),
        "less than half",
        used("49/100"),
        "2024-0000009",
        "80",
    ),
    "R58": _tell(
        "a mortgage before the sale",
        bundle("LY040", "LY013"),
        "the sale before the mortgage",
        bundle("LY013", "LY040"),
    ),
}
