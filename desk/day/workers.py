"""A day through several processes: what belongs together in order, the rest side by side."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass, replace
from multiprocessing import get_context
from typing import Any

from desk.day.acts import Cast
from desk.day.file import Event
from desk.day.outcomes import Outcome
from desk.day.playing import Player
from desk.day.references import plain_code
from desk.workflow.addresses import Address
from desk.workflow.desk import Desk

PARCEL_LENGTH = 19
LAND = "W00000000"
_Missing = dict[str, tuple[str, ...]]
_player: Player | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """What each worker opens its own desk with."""

    url: Address
    cast: Cast
    language: str
    keep_papers: bool

    def player(self, *, foretold: bool) -> Player:
        """Open a desk and return who plays on it."""
        desk = Desk.open(self.url, keep_papers=self.keep_papers)
        return Player(desk=desk, cast=self.cast, language=self.language, foretold=foretold)


def play_together(post: Post, events: Sequence[Event], workers: int) -> Iterator[Outcome]:
    """Play a day through several processes; outcomes come as they are made, in no order."""
    post = replace(post, cast=replace(post.cast, any_order=True))
    groups = groups_of(events, post.cast)
    context = get_context("spawn")  # open connections must not be shared with a forked child
    with ProcessPoolExecutor(workers, context, initializer=_open, initargs=(post,)) as pool:
        for stretch in stretches(events, groups):
            tasks = [pool.submit(_play, part, _known(post.cast, part)) for part in stretch]
            yield from _gathered(tasks, post.cast)


def stretches(events: Iterable[Event], groups: Mapping[str, str]) -> Iterator[list[list[Event]]]:
    """Cut the day where an event waits for all before it; return what may run side by side."""
    parts: dict[str, list[Event]] = {}
    for event in events:
        if event.case is None:
            if parts:
                yield list(parts.values())
            yield [[event]]
            parts = {}
        else:
            parts.setdefault(groups[event.case], []).append(event)
    if parts:
        yield list(parts.values())


def groups_of(events: Iterable[Event], cast: Cast) -> dict[str, str]:
    """Return for each case one case that stands for all that share a unit, right or sheet."""
    leader: dict[str, str] = {}

    def find(name: str) -> str:
        while leader.setdefault(name, name) != name:
            name = leader[name]
        return name

    acts = [event for event in events if event.case is not None]
    cases = [event.case for event in acts if event.case is not None]
    lands = {code for event in acts for code in _codes(event.keys) if _land_of(code) == code}
    counted = _counted(acts, cast)
    for event in acts:
        for thing in _things(event.keys, cast, lands):
            leader[find(thing)] = find(f"case {event.case}")
        if event.do in ("print", "spoil") and cast.window(event) in counted:
            leader[find(f"stock {cast.window(event)}")] = find(f"case {event.case}")
    return {case: find(f"case {case}") for case in cases}


def _counted(acts: Sequence[Event], cast: Cast) -> set[int]:
    """Return the windows whose sheets must be taken in the order of the day."""
    # A sheet may be spoilt from another window than the one that printed it.
    spoilt = {event.case for event in acts if event.do == "spoil"}
    return {
        cast.window(event)
        for event in acts
        if _tells_sheets_apart(event) or (event.do == "print" and event.case in spoilt)
    }


def _tells_sheets_apart(event: Event) -> bool:
    """Tell whether it matters which sheet of a window was taken, or whether one was left."""
    if event.do not in ("print", "spoil"):
        return False
    return "serial" in event.keys or bool(event.expect and "refused" in event.expect)


def _things(keys: Mapping[str, Any], cast: Cast, lands: Set[str]) -> Iterator[str]:
    for code in _codes(keys):
        yield f"unit {code}"
        # What stands on a parcel is judged by the land below it, if that is acted upon too.
        if _land_of(code) in lands:
            yield f"unit {_land_of(code)}"
    right = keys.get("application", {}).get("right")
    if right is not None:
        yield f"case {right}" if right in cast.cases else f"right {right}"
    if "serial" in keys:
        yield f"sheet {keys['serial']}"


def _codes(keys: Mapping[str, Any]) -> list[str]:
    application = keys.get("application", {})
    new_units = application.get("fields", {}).get("new_units", ())
    codes = [*application.get("units", ()), *keys.get("units", ())]
    return [plain_code(code) for code in (*codes, *(unit["code"] for unit in new_units))]


def _land_of(code: str) -> str:
    return code[:PARCEL_LENGTH] + LAND


def _gathered(tasks: Iterable[Future[list[Outcome]]], cast: Cast) -> Iterator[Outcome]:
    for task in as_completed(tasks):
        for outcome in task.result():
            if outcome.case is not None and outcome.missing is not None:
                cast.missing[outcome.case] = outcome.missing
            yield outcome


def _known(cast: Cast, events: Iterable[Event]) -> _Missing:
    cases = {event.case for event in events}
    return {case: codes for case, codes in cast.missing.items() if case in cases}


def _open(post: Post) -> None:
    global _player  # one desk for the life of the process
    _player = post.player(foretold=False)


def _play(events: Sequence[Event], missing: _Missing) -> list[Outcome]:
    assert _player is not None  # the pool opened it
    _player.cast.missing.update(missing)
    return list(_player.play(events))
