"""Lines for one value each: what is typed short unfolds when the line is left."""

from collections.abc import Callable
from datetime import UTC, date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desk.workflow.clock import day_of
from forms.checks import Refused
from forms.checks.certificate_no import PaperKind
from forms.checks.waybill import check_waybill
from forms.checks.width import half_width
from forms.typed import (
    Unfolded,
    grouped,
    tidy_identity,
    tidy_unit_code,
    unfold_certificate_no,
    unfold_day,
    unfold_money,
    unfold_phone,
    unit_codes,
)

Unfold = Callable[[str], Unfolded]
Tidy = Callable[[str], str]


def today_here() -> date:
    """Return the day of the centre."""
    return day_of(datetime.now(UTC))


class ValueLine(QLineEdit):
    """A line that keeps a value and shows it as people read it; what is no value stays text."""

    unfolded = Signal()

    def __init__(
        self, unfold: Unfold, *, while_typing: Tidy = half_width, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._unfold, self._tidy = unfold, while_typing
        self.textEdited.connect(self._fold)
        self.editingFinished.connect(self.unfold)

    def value(self) -> str:
        """Return the value in the form in which it is kept; text that is none as it stands."""
        read = self._read()
        return read.value if read else self.text().strip()

    def words(self) -> str:
        """Return what is said beneath the figures; nothing where the text is no value."""
        read = self._read()
        return read.words if read else ""

    def show_value(self, value: str) -> None:
        """Show a kept value."""
        self.setText(value)
        self.unfold()

    def unfold(self) -> None:
        """Show what was understood; text that is no value is left as it was typed."""
        read = self._read()
        if read is not None and read.shown != self.text():
            self.setText(read.shown)
        self.unfolded.emit()

    def _read(self) -> Unfolded | None:
        text = self.text().strip()
        try:
            return self._unfold(text) if text else None
        except Refused:
            return None

    def _fold(self, text: str) -> None:
        """Fold wide forms and what was pasted between, under the cursor and at once."""
        tidy = self._tidy(text)
        if tidy != text:
            place = len(self._tidy(text[: self.cursorPosition()]))
            self.setText(tidy)
            self.setCursorPosition(place)


class CodeLine(ValueLine):
    """A line for figures and codes: an input method never gets its keys."""

    def __init__(
        self, unfold: Unfold, *, while_typing: Tidy = half_width, parent: QWidget | None = None
    ) -> None:
        super().__init__(unfold, while_typing=while_typing, parent=parent)
        self.setInputMethodHints(Qt.InputMethodHint.ImhLatinOnly)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)


def money_line() -> CodeLine:
    """An amount: `128w` becomes 1,280,000.00."""
    return CodeLine(unfold_money)


def day_line(today: Callable[[], date] = today_here) -> CodeLine:
    """A day: `1120`, `20261120`, `+3`, counted from the day on which it is typed."""
    return CodeLine(lambda text: unfold_day(text, today()))


def certificate_line(
    province: str, place: str, kind: Callable[[], PaperKind] = lambda: "certificate"
) -> ValueLine:
    """A number of a paper: `2019-12345` is this registry's; older ones hold Chinese words."""
    return ValueLine(lambda text: unfold_certificate_no(text, province, place, kind()))


def phone_line() -> CodeLine:
    """A telephone number, pasted with or without signs between."""
    return CodeLine(unfold_phone)


def waybill_line() -> CodeLine:
    """The number of a parcel, as it is scanned or typed from its label."""

    def tidy(text: str) -> str:
        return half_width(text).upper()

    return CodeLine(lambda text: _plain(check_waybill(text)), while_typing=tidy)


def identity_line(id_type: Callable[[], str]) -> CodeLine:
    """The number of an identity paper; its type says which signs belong to it."""

    def tidy(text: str) -> str:
        return tidy_identity(text, id_type())

    return CodeLine(lambda text: _plain(tidy(text)), while_typing=tidy)


def unit_line() -> CodeLine:
    """One unit code, in groups of 6, 6, 7 and 9 while it is typed."""
    return CodeLine(
        lambda text: Unfolded(value=tidy_unit_code(text), shown=grouped(text)),
        while_typing=grouped,
    )


class UnitCodesLine(CodeLine):
    """One unit code or several, each in its groups, commas between."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_listed, while_typing=_while_listing, parent=parent)
        self.setPlaceholderText("220402 001001 GB00001 F00010001")

    def codes(self) -> tuple[str, ...]:
        """Return the codes as typed, without what stands between their signs."""
        return unit_codes(self.text())


def _plain(text: str) -> Unfolded:
    return Unfolded(value=text, shown=text)


def _listed(text: str) -> Unfolded:
    codes = unit_codes(text)
    return Unfolded(value=",".join(codes), shown=", ".join(map(grouped, codes)))


def _while_listing(text: str) -> str:
    """Group each code of a list; the comma that was just typed stays, and can be taken back."""
    first, *rest = half_width(text).replace("、", ",").replace(";", ",").split(",")
    return grouped(first) + "".join(f", {grouped(part)}" if part.strip() else "," for part in rest)
