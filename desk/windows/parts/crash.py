"""A bug must not close the window: it is logged, and the clerk gets a reference to give."""

import logging
import sys
import traceback
import zlib
from collections.abc import Callable
from types import TracebackType

from desk.windows.parts.words import language
from forms.messages import message

LOG = logging.getLogger("desk")
REFERENCE_DIGITS = 4


def reference_of(trace: str) -> str:
    """Return a short reference: the same bug has the same one."""
    return f"{zlib.crc32(trace.encode()):08X}"[:REFERENCE_DIGITS]


def catch_bugs(tell: Callable[[str], None]) -> None:
    """Log every bug that reaches the top, and tell the person what is safe and what to do."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        told = "".join(traceback.format_exception(kind, error, trace))
        reference = reference_of("".join(traceback.format_tb(trace)))
        LOG.error("reference %s\n%s", reference, told)
        tell(message("E-SYS-001", language(), reference=reference))

    sys.excepthook = hook
