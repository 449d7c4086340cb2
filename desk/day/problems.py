"""What makes a day file unusable: a code, the place, and facts; never the whole of a long value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from forms.messages import message

SHOWN = 60
"""Characters of a value that a message shows; some files hold megabytes in one text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing wrong with a day file; `place` is a path such as `events/3/at`, or empty."""

    code: str
    place: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)

    def text(self, language: str) -> str:
        """Say it with its place before it."""
        said = message(self.code, language, **self.facts)
        return f"{self.place}: {said}" if self.place else said


class UnusableDay(Exception):
    """A day file, its database or the arguments cannot be used; nothing was written."""

    def __init__(self, problems: Sequence[Problem], file: str = "") -> None:
        super().__init__("; ".join(f"{p.code} {p.place}" for p in problems[:3]))
        self.problems = tuple(problems)
        self.file = file

    def line(self, language: str) -> str:
        """Say the first problem and how many more there are, in one line."""
        said = self.problems[0].text(language)
        if self.file:
            said = f"{self.file}: {said}"
        if len(self.problems) > 1:
            said += message("DAY-AND-MORE", language, count=len(self.problems) - 1)
        return "".join(part if part.isprintable() else escaped(part) for part in said)


def shown(value: object, *, most: int = SHOWN) -> str:
    """Return a value as a message shows it: short, in one line, every character visible."""
    if isinstance(value, str):
        text = value[: most + 1]
    elif isinstance(value, dict | list):
        text = "{…}" if isinstance(value, dict) else "[…]"
    elif isinstance(value, bool) or value is None:
        text = {True: "true", False: "false", None: "null"}[value]
    else:
        text = repr(value)
    if len(text) > most:
        text = text[:most] + "…"
    return "".join(part if part.isprintable() else escaped(part) for part in text)


def escaped(character: str) -> str:
    r"""Write one character as `\u0000`."""
    return f"\\u{ord(character):04x}"
