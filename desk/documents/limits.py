"""What a file that comes in as a page may be at most."""

from dataclasses import dataclass

LARGEST_FILE = 40_000_000  # bytes of a file that is looked at at all
MOST_PIXELS = 120_000_000  # of one picture; a sheet of A3 at 600 dpi has 70 million
MOST_PAGES = 60  # of one file
LARGEST_PAGE = 400_000  # bytes of a kept page
LONG_SIDE = 2_339  # pixels: A4 at 200 dpi
SECONDS = 20  # that reading one file may take
MEMORY = 1_073_741_824  # bytes that reading one file may take


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A page as it is kept, and how well it can be read."""

    content: bytes  # JPEG
    width: int
    height: int
    light: int  # of the paper, 0 to 255
    sharpness: int  # spread of the edges; print that can be read has hundreds
    contrast: int  # spread of the greys; an empty sheet has next to none

    @property
    def is_dark(self) -> bool:
        """Tell whether the paper is so dark that print is hard to read."""
        return self.light < DARK

    @property
    def is_blurred(self) -> bool:
        """Tell whether something is on the page and nothing of it has a sharp edge."""
        return self.contrast >= WRITTEN and self.sharpness < BLURRED


class PageRefused(Exception):
    """A file was not taken; `code` names the message."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


DARK = 120
BLURRED = 100
WRITTEN = 3
