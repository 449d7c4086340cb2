"""What a file expects of an event, compared with what came: key by key, as the format says."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from desk.day.outcomes import Trial
from desk.day.standing import Standing, charged
from desk.workflow.answers import ChargeAnswer, PreReviewAnswer, PrintAnswer, RegisterAnswer
from desk.workflow.facts import RightFacts
from forms.checks.money import format_fen, parse_fen
from forms.checks.width import half_width

Values = Mapping[str, Any]
_MATERIAL = re.compile(r"M[0-9]{2}")
_OUTCOMES = {"refused": "refused", "confirm": "needs_confirmation"}
_COUNTS = ("in_stock", "used", "spoilt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """The keys that do not agree: what the file says of them, and what came."""

    expected: Values
    got: Values


AGREES = Difference(expected={}, got={})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scene:
    """All that a comparison may look at; the register is read only where a key asks for it."""

    expect: Values
    trial: Trial
    standing: Standing


def compare(
    expect: Values | None, trial: Trial, standing: Standing, *, foretold: bool
) -> Difference:
    """Return where an event differs from its expectation; numbers count only if `foretold`."""
    wanted = dict(expect or {})
    if wanted.get("any"):
        return AGREES
    scene = _Scene(expect=wanted, trial=trial, standing=standing)
    came = next((_OUTCOMES[key] for key in _OUTCOMES if key in wanted), "done")
    if trial.came != came:
        said = {"outcome": trial.came, "codes": list(trial.codes)}
        return Difference(expected={"outcome": came, **wanted}, got=said)
    expected: dict[str, Any] = {}
    got: dict[str, Any] = {}
    for key, value in wanted.items():
        if key in {"certificate_no", "serial"} and not foretold:
            continue
        found, agrees = _COMPARE[key](value, scene)
        if not agrees:
            expected[key], got[key] = value, found
    return Difference(expected=expected, got=got)


def right_told(right: RightFacts) -> dict[str, Any]:
    """Return a right in the words of the file."""
    alone = "sole" if len(right.holders) == 1 else None
    return {
        "type": right.type,
        "holders": [holder.name for holder in right.holders],
        "live": right.live,
        "rank": right.rank,
        "co_ownership": right.co_ownership or alone,
        "shares": [_share(holder.share) for holder in right.holders],
        "number": right.number,
    }


def _share(share: Fraction | None) -> str | None:
    return None if share is None else f"{share.numerator}/{share.denominator}"


def _codes(value: Sequence[str], scene: _Scene) -> tuple[Any, bool]:
    against = sorted(scene.trial.against)
    return against, set(against) == set(value)


def _warned(value: Sequence[str], scene: _Scene) -> tuple[Any, bool]:
    told = sorted({finding.code for finding in scene.trial.findings})
    return told, set(value) <= set(told)


def _missing(value: Sequence[str], scene: _Scene) -> tuple[Any, bool]:
    found = missing_of(scene.trial)
    if found is None:
        found = scene.standing.missing
    return sorted(found), set(found) == set(value)


def missing_of(trial: Trial) -> tuple[str, ...] | None:
    """Return the papers that an act found missing; nothing where it did not look for any."""
    if isinstance(trial.answer, PreReviewAnswer):
        return trial.answer.missing
    told = [f for f in trial.findings if f.code in {"R54", "R19"} and "missing" in f.facts]
    if not told:
        return None
    return tuple(_MATERIAL.findall(" ".join(str(finding.facts["missing"]) for finding in told)))


def _fields(value: Sequence[str], scene: _Scene) -> tuple[Any, bool]:
    named = {finding.field for finding in scene.trial.findings if finding.code == "D-FORM"}
    found = sorted(_bare(field) for field in named if field)
    return found, set(found) == {_bare(field) for field in value}


def _bare(field: str) -> str:
    return field.removeprefix("application/").removeprefix("fields/")


def _amounts(value: Mapping[str, str], scene: _Scene) -> tuple[Any, bool]:
    answer = scene.trial.answer
    if isinstance(answer, ChargeAnswer):
        found = charged((line.what, line.line, line.amount) for line in answer.lines)
    else:
        found = scene.standing.charges()
    told = {name: format_fen(found.get(name, 0)) for name in value}
    return told, all(found.get(name, 0) == parse_fen(text) for name, text in value.items())


def _certificate_no(value: str, scene: _Scene) -> tuple[Any, bool]:
    answer = scene.trial.answer
    if isinstance(answer, RegisterAnswer):
        numbers = list(answer.numbers)
    elif isinstance(answer, PrintAnswer):
        numbers = [sheet.number for sheet in answer.sheets]
    else:
        numbers = scene.standing.numbers()
    return numbers, half_width(value) in {half_width(number) for number in numbers}


def _serial(value: str, scene: _Scene) -> tuple[Any, bool]:
    answer = scene.trial.answer
    if isinstance(answer, PrintAnswer):
        serials = [sheet.serial for sheet in answer.sheets]
    else:
        serials = scene.standing.serials()
    return serials, value in serials


def _stage(value: str, scene: _Scene) -> tuple[Any, bool]:
    stage = scene.standing.stage()
    return stage, stage == value


def _state(value: Sequence[str], scene: _Scene) -> tuple[Any, bool]:
    state = scene.standing.state()
    return sorted(state), set(state) == set(value)


def _rights(value: Sequence[Values], scene: _Scene) -> tuple[Any, bool]:
    rights = [right_told(right) for right in scene.standing.rights()]
    return rights, all_matched(value, rights)


def all_matched(wanted: Sequence[Values], there: Sequence[Values]) -> bool:
    """Tell whether each wanted right can have a right of its own (augmenting paths)."""
    taken: dict[int, int] = {}

    def find(place: int, tried: set[int]) -> bool:
        for index, right in enumerate(there):
            if index in tried or not _fits(wanted[place], right):
                continue
            tried.add(index)
            if index not in taken or find(taken[index], tried):
                taken[index] = place
                return True
        return False

    return all(find(place, set()) for place in range(len(wanted)))


def _fits(wanted: Values, right: Values) -> bool:
    plain = (key for key in ("type", "live", "rank", "co_ownership") if key in wanted)
    if any(wanted[key] != right[key] for key in plain):
        return False
    if "number" in wanted and half_width(wanted["number"]) != half_width(right["number"] or ""):
        return False
    if "holders" in wanted and sorted(wanted["holders"]) != sorted(right["holders"]):
        return False
    return "shares" not in wanted or _shares_fit(wanted, right)


def _shares_fit(wanted: Values, right: Values) -> bool:
    shares = [Fraction(share) if share else None for share in right["shares"]]
    expected = [Fraction(share) for share in wanted["shares"]]
    if "holders" not in wanted:
        return None not in shares and sorted(expected) == sorted(s for s in shares if s is not None)
    there = dict(zip(right["holders"], shares, strict=True))
    pairs = dict(zip(wanted["holders"], expected, strict=False))
    return len(expected) == len(wanted["holders"]) and pairs == there


def _count(kind: str) -> Callable[[int, _Scene], tuple[Any, bool]]:
    def counted(value: int, scene: _Scene) -> tuple[Any, bool]:
        found = scene.standing.sheets()[kind]
        return found, found == value

    return counted


_COMPARE: Mapping[str, Callable[[Any, _Scene], tuple[Any, bool]]] = {
    "refused": _codes,
    "confirm": _codes,
    "warned": _warned,
    "missing": _missing,
    "fields": _fields,
    "amounts": _amounts,
    "certificate_no": _certificate_no,
    "serial": _serial,
    "stage": _stage,
    "state": _state,
    "rights": _rights,
    **{kind: _count(kind) for kind in _COUNTS},
}
