"""Invented people and bodies for the demonstration; every number has a right check digit."""

from random import Random

from stdnum.cn import uscc

from desk.workflow.application import Person
from desk.workflow.founding import StaffSpec
from forms.checks.identity import modern_number

SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁"
    "宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
)
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国志文海燕春梅晓东立新国庆雪松"
COUNTIES = ("220402", "220403")
BANKS = (
    "中国工商银行股份有限公司辽源分行",
    "中国建设银行股份有限公司辽源分行",
    "中国农业银行股份有限公司辽源分行",
    "吉林银行股份有限公司辽源分行",
)
DEVELOPERS = ("辽源市鑫源房地产开发有限公司", "辽源市龙山城建开发有限公司")
COURT = "辽源市龙山区人民法院"
WINDOWS = 18
APPROVERS = 6
_ID_CARD, _LICENCE = "1", "7"
_BODY_DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def person(random: Random) -> Person:
    """Invent a person of full age."""
    given = "".join(random.choice(GIVEN) for _ in range(random.choice((1, 2, 2))))
    born = f"{random.randint(45, 97):02d}{random.randint(1, 12):02d}{random.randint(1, 28):02d}"
    short = f"{random.choice(COUNTIES)}{born}{random.randint(1, 999):03d}"
    return Person(
        name=random.choice(SURNAMES) + given,
        id_type=_ID_CARD,
        id_number=modern_number(short),
        phone=f"139{random.randint(10_000_000, 99_999_999)}",
        married=False,
    )


def body(random: Random, name: str) -> Person:
    """Invent the credit code of a body."""
    digits = "91220402" + "".join(random.choice(_BODY_DIGITS[:10]) for _ in range(9))
    code = digits + str(uscc.calc_check_digit(digits))
    return Person(name=name, id_type=_LICENCE, id_number=code)


def people(random: Random) -> list[StaffSpec]:
    """Return the 31 who work at the demonstration centre."""
    posts: list[tuple[str, tuple[str, ...], int | None]] = [
        *((f"g{n}", ("guide",), None) for n in (1, 2, 3)),
        *((f"w{n:02d}", ("clerk", "printer"), n) for n in range(1, WINDOWS + 1)),
        *((f"a{n}", ("approver", "registrar"), None) for n in range(1, APPROVERS + 1)),
        ("p1", ("printer",), None),
        ("s1", ("supervisor",), None),
        ("s2", ("supervisor", "approver"), None),
        ("m1", ("admin",), None),
    ]
    return [
        StaffSpec(login=login, name=person(random).name, roles=roles, window=window)
        for login, roles, window in posts
    ]
