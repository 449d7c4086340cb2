"""Full-width digits, letters and signs, as an input method types them, brought to plain ones."""

_FOLD = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


def half_width(text: str) -> str:
    """Return the text with full-width ASCII forms and the wide space folded to plain ones."""
    return text.translate(_FOLD)
