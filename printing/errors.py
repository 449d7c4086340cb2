"""Why a paper was not made; a wrong paper is worse than none."""

from forms.messages import message


class PaperError(Exception):
    """A paper cannot be made from these values; nothing was printed."""

    code = "E-PRN-020"

    def __init__(self, **facts: str) -> None:
        super().__init__(message(self.code, "en", **facts))
        self.facts = facts

    def text(self, language: str = "zh") -> str:
        """Say it in Chinese or English."""
        return message(self.code, language, **self.facts)


class MissingValue(PaperError):
    """A place of the layout has no value."""

    code = "E-PRN-021"


class DoesNotFit(PaperError):
    """A text is too long for its box at its smallest size."""

    code = "E-PRN-022"


class Unprintable(PaperError):
    """A character is in none of the bundled typefaces."""

    code = "E-PRN-023"
