"""The number of a receipt for papers 收件回执: of a year, out of a block, as `SJ2026-0000003`."""

import re
from dataclasses import dataclass

BLOCK = 20
"""How many numbers a desk is handed at once."""
FEWEST = 10
"""With fewer left a desk asks for the next block."""
_NUMBER = re.compile(r"SJ(\d{4})-(\d{7})")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class ReceiptNumber:
    """One number; a desk takes those of its blocks in their order."""

    year: int
    no: int

    @property
    def text(self) -> str:
        """Return the number as it is printed, under the bar code too."""
        return f"SJ{self.year}-{self.no:07d}"


def receipt_number(text: str) -> ReceiptNumber | None:
    """Read a number as it is printed; nothing where the text is none."""
    found = _NUMBER.fullmatch(text.strip().upper())
    return ReceiptNumber(year=int(found[1]), no=int(found[2])) if found else None
