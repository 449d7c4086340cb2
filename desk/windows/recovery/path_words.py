"""Says the paths and values of an entry in people's words, where two versions are compared."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desk.windows.counter.entry_state import DEFERRED, PRESENT, PROMISED
from desk.windows.parts.noop import QT_TRANSLATE_NOOP
from desk.windows.parts.words import field_word, item_name, language, material_name, party_word
from forms.catalogue import delivered

CONTEXT = "path_words"
OF_A_PERSON = {
    "role": QT_TRANSLATE_NOOP("path_words", "part"),
    "name": QT_TRANSLATE_NOOP("path_words", "name"),
    "id_type": QT_TRANSLATE_NOOP("path_words", "kind of document"),
    "id_number": QT_TRANSLATE_NOOP("path_words", "document number"),
    "phone": QT_TRANSLATE_NOOP("path_words", "phone"),
    "address": QT_TRANSLATE_NOOP("path_words", "address"),
    "share": QT_TRANSLATE_NOOP("path_words", "share"),
    "married": QT_TRANSLATE_NOOP("path_words", "married"),
    "represented_by": QT_TRANSLATE_NOOP("path_words", "represented by"),
    "guardian": QT_TRANSLATE_NOOP("path_words", "guardian"),
}
ALONE = {
    "co_ownership": QT_TRANSLATE_NOOP("path_words", "Kind of ownership"),
    "reason": QT_TRANSLATE_NOOP("path_words", "Reason of registration"),
}
STATES = {
    PRESENT: QT_TRANSLATE_NOOP("path_words", "there"),
    DEFERRED: QT_TRANSLATE_NOOP("path_words", "comes later"),
    PROMISED: QT_TRANSLATE_NOOP("path_words", "promised in writing"),
}
PERSON = QT_TRANSLATE_NOOP("path_words", "Person {0}: {1}")
QUESTION = QT_TRANSLATE_NOOP("path_words", "Question {0}, person {1}")
YES = QT_TRANSLATE_NOOP("path_words", "yes")
NO = QT_TRANSLATE_NOOP("path_words", "no")


def path_word(path: str, item: str) -> str:
    """Name what stands at a path, as `parties/2/phone`, in an entry of an item."""
    head, *rest = path.split("/")
    if head == "fields":
        return _question(rest[0], item)
    if head == "materials" and rest[0] in delivered().materials:
        return material_name(rest[0])
    if head == "parties":
        return _said(PERSON).format(rest[0], _said(OF_A_PERSON.get(rest[1], rest[1])))
    if head in ("answers", "notes"):
        return _said(QUESTION).format(*rest)
    return _said(ALONE[head]) if head in ALONE else field_word(head)


def value_word(path: str, value: object) -> str:
    """Say a value; nothing is a dash."""
    if value is None:
        return "—"
    if isinstance(value, bool):
        return _said(YES if value else NO)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "、".join(map(str, value))
    if path == "item":
        return item_name(str(value))
    if path.startswith("parties/") and path.endswith("/role"):
        return party_word(str(value))
    return _said(STATES[str(value)]) if value in STATES else str(value)


def _question(key: str, item: str) -> str:
    """Name a question as this item asks it: another item may mean another thing by the key."""
    asked = delivered().items[item].fields if item in delivered().items else ()
    for field in asked:
        if field.key == key:
            return field.label_zh if language() == "zh" else field.label_en
    return field_word(key)


def _said(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)
