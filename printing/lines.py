"""Breaking a text into lines: between Han characters, never before a closing mark."""

from printing.typefaces import width

NOT_FIRST = "，。、；：？！）》」』】〕”’%％℃,.;:?!)]}·"
NOT_LAST = "（《「『【〔“‘([{"


def is_word(character: str) -> bool:
    """Tell whether a character sticks to its neighbours of the same sort (Latin, digits)."""
    return character.isascii() and not character.isspace()


def pieces(text: str) -> list[str]:
    """Split a line into parts that may not be broken."""
    parts: list[str] = []
    for character in text:
        joins = parts and (
            (is_word(character) and is_word(parts[-1][-1]))
            or character in NOT_FIRST
            or parts[-1][-1] in NOT_LAST
        )
        if joins:
            parts[-1] += character
        else:
            parts.append(character)
    return parts


def broken(text: str, face: str, size: float, room: float) -> list[str]:
    """Return the lines of a text in a width of `room` points; its own line breaks are kept."""
    return [line for row in text.split("\n") for line in _broken_row(row, face, size, room)]


def _broken_row(row: str, face: str, size: float, room: float) -> list[str]:
    lines, line, used = [], "", 0.0
    for piece in pieces(row):
        wide = width(piece, face, size)
        if line and used + wide > room:
            lines.append(line.rstrip())
            line, used = "", 0.0
            if piece.isspace():
                continue
        # Even a piece that may not be broken is, where it alone is wider than the room.
        parts = [(piece, wide)] if wide <= room else [(c, width(c, face, size)) for c in piece]
        for part, its in parts:
            if line and used + its > room:
                lines.append(line)
                line, used = "", 0.0
            line += part
            used += its
    return [*lines, line]
