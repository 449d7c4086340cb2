"""The contracts of the demonstration centre: each house can be sold, and the same way each time."""

import re
from datetime import datetime, timedelta
from random import Random

from desk.workflow.clock import day_of
from desk.workflow.demo.people import person
from desk.workflow.demo.places import parcel_code
from desk.workflow.exchange import FiledContract, TaxState
from desk.workflow.queries.register import units
from desk.workflow.reader import Reader

_NUMBER = re.compile(r"CLF(\d{6})(\d{5})(\d{4})")
_SQUARE_METRE = 520_000  # 分, for a hundred hundredths of a square metre
_TEN_THOUSAND = 1_000_000  # 分
_ONE_PERCENT = 100
_PAYMENTS = ("1", "3", "4")
_BUILDING = "F0001"


def contract_number(unit: str) -> str:
    """Return the number under which the sale of a house is filed."""
    return f"CLF{unit[:6]}{unit[14:19]}{unit[24:28]}"


def unit_of(number: str) -> str | None:
    """Return the house whose sale has a number; None where the number is none of them."""
    match = _NUMBER.fullmatch(number)
    if match is None:
        return None
    county, parcel, house = match.groups()
    return f"{parcel_code(county, int(parcel))}{_BUILDING}{house}"


def filed_contract(reader: Reader, number: str, now: datetime) -> FiledContract | None:
    """Return a contract: the owners in the register sell, the price goes by the area."""
    code = unit_of(number)
    found = units(reader, [code], now) if code is not None else []
    if not found or found[0].unit.ownership is None:
        return None
    unit, random = found[0].unit, Random(number)
    assert unit.ownership is not None
    price = (unit.floor_area or 0) * _SQUARE_METRE // 100
    return FiledContract(
        number=number,
        unit=unit.code,
        signed=day_of(now) - timedelta(days=random.randint(1, 20)),
        price=max(1, round(price / _TEN_THOUSAND)) * _TEN_THOUSAND,
        payment=random.choice(_PAYMENTS),
        sellers=tuple(unit.ownership.holders),
        buyers=(person(random),),
    )


def tax_state(contract: FiledContract) -> TaxState:
    """Return its taxes: every fourth price stands far below what the tax office assesses."""
    house = int(contract.number[-4:])
    assessed = contract.price * (125 if house % 4 == 0 else 102) // 100
    return TaxState(
        assessed=assessed,
        deed_tax=contract.price // _ONE_PERCENT,
        voucher=f"3220405{contract.number[-9:]}" if house % 3 else "",
    )
