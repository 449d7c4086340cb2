"""Names out of the catalogue, in the reader's language."""

from desk.workflow.reader import Reader


def named(reader: Reader, table: str, code: str, language: str) -> str:
    """Name an entry of a code table; an unknown code as it is."""
    entry = reader.setting.catalogue.codes[table].by_code.get(code)
    if entry is None:
        return code
    return entry.zh if language == "zh" else entry.en


def item_name(reader: Reader, code: str | None, language: str) -> str:
    """Name an item; nothing where the case has none yet."""
    item = reader.setting.catalogue.items.get(code or "")
    if item is None:
        return code or ""
    return item.name if language == "zh" else item.name_en
