"""The language of one run of the command line, and its texts."""

import locale
import os
import sys
from collections.abc import Sequence

from forms.messages import LANGUAGES, message


def without_language(words: Sequence[str]) -> tuple[str | None, list[str]]:
    """Take `--language` out of the words of a command, wherever it stands; return both."""
    asked: str | None = None
    rest: list[str] = []
    coming = iter(words)
    for word in coming:
        if word.split("=")[0] != "--language":
            rest.append(word)
        else:
            asked = word.partition("=")[2] if "=" in word else next(coming, "")
    return asked, rest


def _of_the_system() -> str:
    system = os.environ.get("LC_ALL") or os.environ.get("LANG") or locale.getlocale()[0] or ""
    return "zh" if system.startswith("zh") else "en"


ASKED = without_language(sys.argv[1:])[0]
LANGUAGE = ASKED if ASKED in LANGUAGES else _of_the_system()


def say(code: str, **facts: object) -> str:
    """Return a text of the command line in the language of this run."""
    return message(code, LANGUAGE, **facts)


def help_of(code: str) -> str:
    """Return the help of a command or of one of its options."""
    return say(f"CLI-HELP-{code}")
