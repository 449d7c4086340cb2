"""Undo and redo of an entry: one stack of whole moments, each of them one act of a person."""

STEPS = 200


class History:
    """The moments of one entry as canonical text, and which of them stands on the screen."""

    def __init__(self, text: str) -> None:
        self._moments = [text]
        self._now = 0

    def add(self, text: str) -> None:
        """Keep the moment after an act; what was undone before it can't be redone any more."""
        if text == self._moments[self._now]:
            return
        self._moments = [*self._moments[: self._now + 1], text][-STEPS - 1 :]
        self._now = len(self._moments) - 1

    def undo(self) -> str | None:
        """Go back one act and return how the entry stood; none where there is nothing before."""
        return self._step(-1)

    def redo(self) -> str | None:
        """Go forward one act that was undone; none where nothing was."""
        return self._step(+1)

    def _step(self, step: int) -> str | None:
        if not 0 <= self._now + step < len(self._moments):
            return None
        self._now += step
        return self._moments[self._now]
