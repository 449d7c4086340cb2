"""Processor time of a certificate after the first: `python -m tests.bench.certificates`."""

import sys
import time
from statistics import quantiles

from printing.papers import longest_values, render_paper

KINDS = ("certificate", "certificate_overlay", "proof", "proof_overlay")
TIMES = 200


def main() -> None:
    """Render the longest of each kind many times; say how long each took and how many differ."""
    for kind in KINDS:
        first, *rest = [_rendered(kind) for _ in range(TIMES + 1)]
        spent = [ms for ms, _ in rest]
        share = quantiles(spent, n=20, method="inclusive")
        different = len({sha for _, sha in (first, *rest)})
        sys.stdout.write(
            f"{kind}: first {first[0]:.0f} ms, then {share[9]:.0f} ms median, {share[18]:.0f} ms"
            f" p95, longest {max(spent):.0f} ms; {different} different among {TIMES + 1}\n"
        )


def _rendered(kind: str) -> tuple[float, str]:
    begun = time.process_time()
    sha256 = render_paper(kind, longest_values(kind)).sha256
    return (time.process_time() - begun) * 1000, sha256


if __name__ == "__main__":
    main()
