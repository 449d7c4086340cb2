"""One spelling for one value: canonical JSON, and the fingerprint taken of it."""

import hashlib
import json


def canonical_json(value: object) -> str:
    """Return JSON with sorted keys, no blanks and no NaN; a value that is not JSON is refused."""
    _require_json(value)
    text = json.dumps(
        value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
    )
    text.encode()  # a lone surrogate has no UTF-8 and raises here, not when it is stored
    return text


def fingerprint(value: object) -> str:
    """Return the SHA-256 of the canonical JSON, in hexadecimal."""
    return hashlib.sha256(canonical_json(value).encode()).hexdigest()


def _require_json(value: object) -> None:
    # json.dumps would turn other keys into strings without a word, and two keys into one.
    if isinstance(value, dict):
        for key, inner in value.items():
            if not isinstance(key, str):
                raise TypeError(f"a key is {type(key).__name__}, not text")
            _require_json(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            _require_json(inner)
