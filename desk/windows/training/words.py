"""What was practised, in words."""

from collections.abc import Iterable

from desk.local.practice import Practised
from desk.windows.parts.words import language
from forms.practice import practice_cases

SHOWN = 4  # results of a case, the newest ones


def keys_by_case(results: Iterable[Practised]) -> str:
    """Return the keys of each practised case, as they went down."""
    kept: dict[str, list[int]] = {}
    for one in results:
        kept.setdefault(one.code, []).append(one.keys)
    return "; ".join(
        f"{case.name[language()]} {' → '.join(map(str, kept[case.code][-SHOWN:]))}"
        for case in practice_cases()
        if case.code in kept
    )
