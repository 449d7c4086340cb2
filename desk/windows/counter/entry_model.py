"""The one place where the entry of a case is kept; every view shows it and writes to it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QObject, Signal

from desk.windows.counter.entry_state import EntryState, Source, is_empty


class EntryModel(QObject):
    """Values by path with their sources; tells of each change, and when an act is complete."""

    changed = Signal(str, object, object)  # path, old value, new value
    settled = Signal()  # one act of a person is complete: one step to undo
    replaced = Signal()  # the whole entry is another one: show everything anew

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state = EntryState()
        self._depth = 0
        self._touched = False

    @property
    def state(self) -> EntryState:
        """Return the entry as it stands."""
        return self._state

    def value(self, path: str) -> object:
        """Return a value, None where there is none."""
        return self._state.values.get(path)

    def source(self, path: str) -> Source | None:
        """Return where a value came from."""
        found = self._state.sources.get(path)
        return None if found is None else Source(found)

    def put(self, path: str, value: object, source: str = Source.TYPED) -> None:
        """Set a value; one that is empty is taken out, the same one once more changes nothing."""
        old, new = self.value(path), None if is_empty(value) else value
        if old == new and type(old) is type(new):
            return
        self._state = self._state.with_value(path, new, source)
        self._touched = True
        self.changed.emit(path, old, new)
        self._settle()

    def fill(self, values: Mapping[str, object], source: str, *, over: bool = False) -> None:
        """Set values that were read somewhere; what a person typed stays, unless `over`."""
        with self.one_act():
            for path, value in values.items():
                if over or self.value(path) is None:
                    self.put(path, value, source)

    def take_out(self, prefix: str) -> None:
        """Take out everything below a path."""
        with self.one_act():
            for path in [path for path in self._state.values if path.startswith(f"{prefix}/")]:
                self.put(path, None)

    def add_party(self, values: Mapping[str, object], source: str = Source.TYPED) -> int:
        """Add a row for one more person and return its key."""
        key = max(self._state.party_keys, default=0) + 1
        self.fill({f"parties/{key}/{name}": value for name, value in values.items()}, source)
        return key

    def drop_party(self, key: int) -> None:
        """Take a person out, with what was asked of that person."""
        with self.one_act():
            self.take_out(f"parties/{key}")
            for path in list(self._state.values):
                head, *rest = path.split("/")
                if head in ("answers", "notes") and rest[-1] == str(key):
                    self.put(path, None)

    def set_item(self, item: str) -> None:
        """Choose the kind of business; everything that was keyed stays."""
        if item != self._state.item:
            state = self._state
            self._state = EntryState(item=item, values=state.values, sources=state.sources)
            self._touched = True
            self._settle()

    def empty(self) -> None:
        """Forget everything, the kind of business too."""
        self._show(EntryState())

    def snapshot(self) -> str:
        """Return the entry as canonical JSON."""
        return self._state.snapshot()

    def restore(self, text: str) -> None:
        """Put a snapshot back."""
        self._show(EntryState.restore(text))

    @contextmanager
    def one_act(self) -> Iterator[None]:
        """Make one act of several changes."""
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1
            self._settle()

    def _show(self, state: EntryState) -> None:
        self._state, self._touched = state, False
        self.replaced.emit()

    def _settle(self) -> None:
        if self._touched and not self._depth:
            self._touched = False
            self.settled.emit()
