"""How an act is refused: codes with facts, never ready-made sentences."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from forms.messages import message

Fact = str | int | bool | None


class Code(StrEnum):
    """Codes of the desk itself; rules of law have codes of their own, R01 to R58."""

    STAGE = "D-STAGE"
    ROLE = "D-ROLE"
    VERSION = "D-VERSION"
    TICKET = "D-TICKET"
    STOCK = "D-STOCK"
    FORM = "D-FORM"
    UNKNOWN = "D-UNKNOWN"
    BRANCH = "D-BRANCH"  # survey or site visit beside the review
    SEARCH = "D-SEARCH"  # a look into the register without a lawful purpose
    EXPRESS = "D-EXPRESS"  # a parcel that is elsewhere, a waybill of another
    PAGE = "D-PAGE"  # a page on two lines of the list, or one that is not what it was
    SIGNATURE = "D-SIGN"  # somebody has not signed yet
    LOOKED = "D-LOOKED"  # an approval of what nobody compared, or of what differs
    RECEIPT = "D-RECEIPT"  # a number of a receipt for papers that is not to be had
    COMMAND = "D-COMMAND"  # the same id was sent before with another content


class Level(StrEnum):
    """What a finding does: refuse, ask, warn, tell."""

    BLOCK = "BLOCK"
    CONFIRM = "CONFIRM"
    WARN = "WARN"
    INFO = "INFO"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one rule has to say about one case, with the facts that its sentence names."""

    code: str
    level: Level
    facts: Mapping[str, Fact] = field(default_factory=dict)
    field: str | None = None  # the form field, party or unit it concerns, as `units/0`

    def text(self, language: str = "zh") -> str:
        """Say it in Chinese or English; `variant` in the facts picks among a rule's sentences."""
        variant = self.facts.get("variant")
        code = f"{self.code}.{variant}" if variant else self.code
        own = f"_{language}"  # a name in each language is kept as `item_zh` and `item_en`
        told = {name.removesuffix(own): value for name, value in self.facts.items()}
        return message(code, language, **told)


class DeskError(Exception):
    """An act was refused and nothing was changed; any other exception is a bug or a machine."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("; ".join(f.code for f in findings))
        self.findings = findings

    @property
    def codes(self) -> tuple[str, ...]:
        """Return the codes that refuse, each once, in order."""
        return tuple(dict.fromkeys(f.code for f in self.findings if f.level == Level.BLOCK))

    def text(self, language: str = "zh") -> str:
        """Say all of it, a line a finding."""
        return "\n".join(f.text(language) for f in self.findings)


class NeedsConfirmation(DeskError):
    """Allowed, if the person says so: ask, then send the command again with these confirmed."""

    @property
    def codes(self) -> tuple[str, ...]:
        """Return the codes that ask to be confirmed."""
        return tuple(dict.fromkeys(f.code for f in self.findings if f.level == Level.CONFIRM))


class Unreachable(DeskError):
    """The database did not answer; whether the act was done shows when it is sent once more."""

    def __init__(self, variant: str | None = None, **facts: Fact) -> None:
        told = {"variant": variant, **facts} if variant else facts
        super().__init__((Finding(code="E-NET-001", level=Level.BLOCK, facts=told),))


class KeptForLater(Unreachable):
    """The act waits on this PC, and its papers have the receipt with this number."""

    def __init__(self, number: str, *, place: int, of: int, left: int) -> None:
        super().__init__("kept", number=number, place=place, of=of, left=left)
        self.number = number


def refuse(code: Code, *, at: str | None = None, **facts: Fact) -> DeskError:
    """Make the refusal of one code; the caller raises it."""
    return DeskError((Finding(code=code, level=Level.BLOCK, facts=facts, field=at),))
