"""Where a value came from, as the small tag beside it."""

from PySide6.QtCore import QCoreApplication

from desk.windows.counter.entry_state import Source
from desk.windows.parts.noop import QT_TRANSLATE_NOOP

WORDS = {
    Source.CARD: QT_TRANSLATE_NOOP("sources", "card"),
    Source.CODE: QT_TRANSLATE_NOOP("sources", "scanned"),
    Source.REGISTER: QT_TRANSLATE_NOOP("sources", "register"),
    Source.PRE_REVIEW: QT_TRANSLATE_NOOP("sources", "pre-review"),
    Source.EXCHANGE: QT_TRANSLATE_NOOP("sources", "exchange"),
    Source.EARLIER: QT_TRANSLATE_NOOP("sources", "earlier case"),
}
"""What was typed has no tag: the tags are for what was read."""


def source_word(source: Source | None) -> str:
    """Name a source; nothing for what was typed."""
    return QCoreApplication.translate("sources", WORDS[source]) if source in WORDS else ""
