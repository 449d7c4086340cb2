"""The pool with a crowd of approvers, each a program of its own: `python -m tests.bench.pool 40`.

Prints the lines for the table in docs/figures.md; ends with 1 where anything was wrong.
"""

import argparse
import sys
from statistics import quantiles

from db.server import PrivateServer
from tests.workflow.crowded_pool import Found, crowd

EACH = 10
"""So many cases an approver of the crowd has to do with, on average."""


def main() -> int:
    """Let the crowd work off its pool on a new PostgreSQL."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("approvers", type=int, nargs="?", default=40)
    parser.add_argument("--look", type=float, default=4.0, help="seconds at a case, at most")
    parser.add_argument("--seed", type=int, default=20261124)
    asked = parser.parse_args()
    with PrivateServer() as server:
        found = crowd(
            server.create_database("pool"),
            approvers=asked.approvers,
            cases=asked.approvers * EACH,
            look=asked.look,
            seed=asked.seed,
        )
    sys.stdout.write("\n".join(_lines(asked.approvers, found)) + "\n")
    return bool(found.faults)


def _lines(approvers: int, found: Found) -> list[str]:
    acts = ", ".join(f"{act} {times}" for act, times in sorted(found.acts.items()))
    share = quantiles(found.claim_ms, n=20, method="inclusive")
    return [
        f"{found.cases} cases, {approvers} programs, {found.seconds:.0f} s; {acts}",
        f"claims with nobody at an earlier case meanwhile: {found.strict} of {len(found.claim_ms)}",
        f"left to the next day, passed over by all: {found.left}",
        f"a claim: {share[9]:.0f} ms median, {share[18]:.0f} ms p95, longest"
        f" {max(found.claim_ms):.0f} ms",
        f"faults: {len(found.faults)}",
        *found.faults[:20],
    ]


if __name__ == "__main__":
    sys.exit(main())
