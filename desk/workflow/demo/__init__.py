"""The demonstration centre: invented people, units and rights, and a morning already begun."""

from dataclasses import dataclass
from datetime import datetime
from random import Random

from desk.workflow.addresses import Address
from desk.workflow.clock import day_of
from desk.workflow.demo.people import WINDOWS, people
from desk.workflow.demo.places import PARCELS, town
from desk.workflow.demo.visits import Morning
from desk.workflow.desk import Desk
from desk.workflow.founding import CentreSpec, StockSpec, create_database, midnight

_CERTIFICATES_A_WINDOW, _PROOFS_A_WINDOW, _IN_THE_VAULT = 20, 15, 200


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoCentre:
    """Builds a demonstration database; the same seed and instant give the same town and cases."""

    seed: int = 2018
    parcels: int = PARCELS  # of fifty units each
    now: datetime

    def create(self, url: Address, *, keep_papers: bool = True) -> None:
        """Make the centre in an empty database and live its morning up to `now`."""
        random = Random(self.seed)
        today = day_of(self.now)
        place = town(random, today, self.parcels)
        create_database(
            url,
            kind="rehearsal",
            centre=CentreSpec(
                name="辽源市不动产登记中心（演示）",
                authority="辽源市自然资源局",
                short="吉",
                area_name="辽源市",
                area_codes=("220402", "220403"),
                windows=WINDOWS,
                year=today.year,
                numbers={"certificate": 4200, "proof": 2900, "case": 8800},
            ),
            staff=people(random),
            stock=_stock(),
            units=place.units,
            rights=place.rights,
            at=midnight(today),
        )
        desk = Desk.open(url, keep_papers=keep_papers)
        try:
            Morning(desk, place, random, self.now).live()
        finally:
            desk.close()


def _stock() -> list[StockSpec]:
    stock = []
    for kind, prefix, each in (
        ("certificate", "D22", _CERTIFICATES_A_WINDOW),
        ("proof", "22", _PROOFS_A_WINDOW),
    ):
        start = 1
        for window in (*range(1, WINDOWS + 1), None):
            size = each if window is not None else _IN_THE_VAULT
            stock.append(
                StockSpec(
                    kind=kind,
                    first=f"{prefix}{start:09d}",
                    last=f"{prefix}{start + size - 1:09d}",
                    window=window,
                )
            )
            start += size
    return stock
