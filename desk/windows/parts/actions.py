"""Every act that has a key, once: buttons, palette, key sheet and tooltips read it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from desk.windows.parts.icons import OF_ACTS, SIZE, icon
from desk.windows.parts.noop import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionSpec:
    """An act: its name, its key, and where it acts (a screen id, or everywhere)."""

    id: str
    text: str  # English source, translated when shown
    key: str = ""
    where: str = ""

    @property
    def title(self) -> str:
        """Return the act's name in the language of the screen."""
        return QCoreApplication.translate("actions", self.text)


def _spec(ident: str, text: str, key: str = "", where: str = "") -> ActionSpec:
    return ActionSpec(id=ident, text=text, key=key, where=where)


ACTIONS: dict[str, ActionSpec] = {
    spec.id: spec
    for spec in (
        _spec("keys", QT_TRANSLATE_NOOP("actions", "Keys of this screen"), "F1"),
        _spec("kind", QT_TRANSLATE_NOOP("actions", "Choose the kind of business"), "F2"),
        _spec("search", QT_TRANSLATE_NOOP("actions", "Search cases"), "F3"),
        _spec("refresh", QT_TRANSLATE_NOOP("actions", "Refresh"), "F5"),
        _spec("palette", QT_TRANSLATE_NOOP("actions", "Search or command"), "Ctrl+K"),
        _spec("filter", QT_TRANSLATE_NOOP("actions", "Filter the list"), "Ctrl+F"),
        _spec("pane", QT_TRANSLATE_NOOP("actions", "Next pane"), "F6"),
        _spec("pane_back", QT_TRANSLATE_NOOP("actions", "Previous pane"), "Shift+F6"),
        _spec("messages", QT_TRANSLATE_NOOP("actions", "Messages"), "Ctrl+M"),
        _spec("sync", QT_TRANSLATE_NOOP("actions", "Off line and sending"), "Ctrl+Shift+L"),
        _spec("drafts", QT_TRANSLATE_NOOP("actions", "My drafts"), "Ctrl+Shift+O", "C01"),
        _spec("undo", QT_TRANSLATE_NOOP("actions", "Undo"), "Ctrl+Z", "C03"),
        _spec("redo", QT_TRANSLATE_NOOP("actions", "Redo"), "Ctrl+Y", "C03"),
        _spec("save", QT_TRANSLATE_NOOP("actions", "Save the draft now"), "Ctrl+S", "C03"),
        _spec("go_on", QT_TRANSLATE_NOOP("actions", "Go on with the draft"), "Ctrl+Return", "S06"),
        _spec("ignore", QT_TRANSLATE_NOOP("actions", "Do not offer again"), "Del", "S06"),
        _spec("drop_draft", QT_TRANSLATE_NOOP("actions", "Drop the draft"), "Ctrl+Shift+D", "S06"),
        _spec("retry", QT_TRANSLATE_NOOP("actions", "Send again now"), "Ctrl+R", "S05"),
        _spec("settle", QT_TRANSLATE_NOOP("actions", "Mine or theirs"), "Ctrl+Return", "S05"),
        _spec("give_up", QT_TRANSLATE_NOOP("actions", "Take it out"), "Ctrl+Shift+D", "S05"),
        _spec(
            "print_receipt",
            QT_TRANSLATE_NOOP("actions", "Print the receipt for papers"),
            "Ctrl+P",
            "S05",
        ),
        _spec("void_number", QT_TRANSLATE_NOOP("actions", "Void a number"), "Ctrl+Shift+V", "S05"),
        _spec("scans", QT_TRANSLATE_NOOP("actions", "Scans of late"), "Ctrl+Shift+S"),
        _spec("settings", QT_TRANSLATE_NOOP("actions", "Personal settings"), "Ctrl+,"),
        _spec("larger", QT_TRANSLATE_NOOP("actions", "Larger text"), "Ctrl+="),
        _spec("smaller", QT_TRANSLATE_NOOP("actions", "Smaller text"), "Ctrl+-"),
        _spec("reset", QT_TRANSLATE_NOOP("actions", "Normal text"), "Ctrl+0"),
        _spec("full", QT_TRANSLATE_NOOP("actions", "Full screen"), "F11"),
        _spec("customer", QT_TRANSLATE_NOOP("actions", "Applicant's screen"), "F8"),
        _spec("confirm", QT_TRANSLATE_NOOP("actions", "Confirm and go on"), "Ctrl+Shift+Return"),
        _spec("ticket", QT_TRANSLATE_NOOP("actions", "Draw a ticket"), "Ctrl+T", "C01"),
        _spec("call", QT_TRANSLATE_NOOP("actions", "Call next"), "F9", "C01"),
        _spec("recall", QT_TRANSLATE_NOOP("actions", "Call again"), "Shift+F9", "C01"),
        _spec("no_show", QT_TRANSLATE_NOOP("actions", "Nobody came"), "Ctrl+F9", "C01"),
        _spec("begin", QT_TRANSLATE_NOOP("actions", "Begin acceptance"), "Ctrl+Return", "C01"),
        _spec("hand_out", QT_TRANSLATE_NOOP("actions", "Hand out"), "F12", "C01"),
        _spec("look_up", QT_TRANSLATE_NOOP("actions", "Look up the unit"), "Ctrl+I", "C03"),
        _spec("add_party", QT_TRANSLATE_NOOP("actions", "Add a party"), "Ctrl+N", "C03"),
        _spec(
            "drop_party", QT_TRANSLATE_NOOP("actions", "Remove the party"), "Ctrl+Shift+N", "C03"
        ),
        _spec(
            "duplicate_party", QT_TRANSLATE_NOOP("actions", "Duplicate the party"), "Ctrl+D", "C03"
        ),
        _spec(
            "merge_parties",
            QT_TRANSLATE_NOOP("actions", "Merge with the same person"),
            "Ctrl+Shift+D",
            "C03",
        ),
        _spec("sellers", QT_TRANSLATE_NOOP("actions", "Take the holders over"), "Ctrl+H", "C03"),
        _spec("go_parties", QT_TRANSLATE_NOOP("actions", "Parties"), "Alt+1", "C03"),
        _spec("go_property", QT_TRANSLATE_NOOP("actions", "Property"), "Alt+2", "C03"),
        _spec("go_contract", QT_TRANSLATE_NOOP("actions", "Business"), "Alt+3", "C03"),
        _spec("go_tax", QT_TRANSLATE_NOOP("actions", "Tax and fee"), "Alt+4", "C03"),
        _spec("go_questions", QT_TRANSLATE_NOOP("actions", "Interview"), "Alt+5", "C03"),
        _spec("go_materials", QT_TRANSLATE_NOOP("actions", "Materials"), "Alt+6", "C03"),
        _spec("go_delivery", QT_TRANSLATE_NOOP("actions", "Delivery"), "Alt+7", "C03"),
        _spec("go_check", QT_TRANSLATE_NOOP("actions", "Check"), "Alt+8", "C03"),
        _spec("go_submit", QT_TRANSLATE_NOOP("actions", "Submit"), "Alt+9", "C03"),
        _spec("more", QT_TRANSLATE_NOOP("actions", "More"), "Alt+M", "C03"),
        _spec("record", QT_TRANSLATE_NOOP("actions", "Print the record"), "Ctrl+P", "C03"),
        _spec("notice", QT_TRANSLATE_NOOP("actions", "One-time notice"), "F4", "C03"),
        _spec("check", QT_TRANSLATE_NOOP("actions", "Check against the rules"), "Ctrl+J", "C03"),
        _spec(
            "accept", QT_TRANSLATE_NOOP("actions", "Accept and print receipt"), "Ctrl+Return", "C03"
        ),
        _spec("extract", QT_TRANSLATE_NOOP("actions", "Print the page"), "Ctrl+P", "C05"),
        _spec(
            "search_person",
            QT_TRANSLATE_NOOP("actions", "Search for the person"),
            "Ctrl+Shift+F",
            "C05",
        ),
        _spec("charge", QT_TRANSLATE_NOOP("actions", "Work out the charges"), "Ctrl+G", "C10"),
        _spec("fee_code", QT_TRANSLATE_NOOP("actions", "Code to pay the fee"), "Q", "C10"),
        _spec("pay", QT_TRANSLATE_NOOP("actions", "Record the payment"), "Ctrl+Return", "C10"),
        _spec(
            "exempt", QT_TRANSLATE_NOOP("actions", "Record the exemption"), "Ctrl+Shift+E", "C10"
        ),
        _spec("refund", QT_TRANSLATE_NOOP("actions", "Give the fee back"), "Ctrl+Shift+B", "C10"),
        _spec("issue", QT_TRANSLATE_NOOP("actions", "Hand out and stop"), "Ctrl+Return", "C11"),
        _spec("express", QT_TRANSLATE_NOOP("actions", "By courier"), "Ctrl+E", "C01"),
        _spec("label", QT_TRANSLATE_NOOP("actions", "Print the label"), "L", "B04"),
        _spec("send", QT_TRANSLATE_NOOP("actions", "To the courier"), "Ctrl+Return", "B04"),
        _spec("delivered", QT_TRANSLATE_NOOP("actions", "Delivered"), "D", "B04"),
        _spec("returned", QT_TRANSLATE_NOOP("actions", "Came back"), "R", "B04"),
        _spec("fetched", QT_TRANSLATE_NOOP("actions", "Fetched here"), "F", "B04"),
        _spec("money", QT_TRANSLATE_NOOP("actions", "Charges and payment"), "Ctrl+G", "C12"),
        _spec("pause", QT_TRANSLATE_NOOP("actions", "Pause or resume"), "Ctrl+U", "C12"),
        _spec(
            "announce", QT_TRANSLATE_NOOP("actions", "Publish the announcement"), "Ctrl+L", "C12"
        ),
        _spec("paper", QT_TRANSLATE_NOOP("actions", "Open newest paper"), "Ctrl+Shift+P", "C12"),
        _spec("print_paper", QT_TRANSLATE_NOOP("actions", "Print newest paper"), "Ctrl+P", "C12"),
        _spec("withdraw", QT_TRANSLATE_NOOP("actions", "Withdraw"), "Ctrl+W", "C12"),
        _spec(
            "supplement", QT_TRANSLATE_NOOP("actions", "Take in more papers"), "Ctrl+Shift+M", "C12"
        ),
        _spec(
            "copy_diagnosis",
            QT_TRANSLATE_NOOP("actions", "Copy with diagnosis"),
            "Ctrl+Shift+C",
            "S04",
        ),
        _spec("claim", QT_TRANSLATE_NOOP("actions", "Claim the next case"), "G", "A01"),
        _spec("skip", QT_TRANSLATE_NOOP("actions", "Pass it over"), "S", "A01"),
        _spec(
            "break_claim", QT_TRANSLATE_NOOP("actions", "Break the claim"), "Ctrl+Shift+B", "A01"
        ),
        _spec(
            "leave_desk", QT_TRANSLATE_NOOP("actions", "I leave: hand over"), "Ctrl+Shift+H", "A01"
        ),
        _spec(
            "back_at_desk",
            QT_TRANSLATE_NOOP("actions", "I am back: take back"),
            "Ctrl+Shift+T",
            "A01",
        ),
        _spec("branches", QT_TRANSLATE_NOOP("actions", "Survey and visit"), "Ctrl+Shift+K", "A02"),
        _spec("approve", QT_TRANSLATE_NOOP("actions", "Approve"), "Ctrl+Return", "A02"),
        _spec(
            "return", QT_TRANSLATE_NOOP("actions", "Return for correction"), "Ctrl+Shift+R", "A02"
        ),
        _spec("refuse", QT_TRANSLATE_NOOP("actions", "Refuse"), "Ctrl+Shift+X", "A02"),
        _spec(
            "release", QT_TRANSLATE_NOOP("actions", "Give back to the pool"), "Ctrl+Shift+G", "A02"
        ),
        _spec("refer", QT_TRANSLATE_NOOP("actions", "Refer upwards"), "Ctrl+Shift+U", "A02"),
        _spec("differs", QT_TRANSLATE_NOOP("actions", "The row differs"), "X", "A02"),
        _spec("note", QT_TRANSLATE_NOOP("actions", "Note to the row"), "N", "A02"),
        _spec("zoom", QT_TRANSLATE_NOOP("actions", "Enlarge the page"), "Z", "A02"),
        _spec("rotate", QT_TRANSLATE_NOOP("actions", "Turn the page"), "R", "A02"),
        _spec("pop_out", QT_TRANSLATE_NOOP("actions", "Papers on the second screen"), "P", "A02"),
        _spec("page_on", QT_TRANSLATE_NOOP("actions", "Page on"), "PgDown", "A02"),
        _spec("page_back", QT_TRANSLATE_NOOP("actions", "Page back"), "PgUp", "A02"),
        _spec(
            "recall_approval",
            QT_TRANSLATE_NOOP("actions", "Take the approval back"),
            "Ctrl+Shift+Z",
            "A02",
        ),
        _spec("to_entry", QT_TRANSLATE_NOOP("actions", "Go on to the entry"), "E", "A02"),
        _spec("claim_next", QT_TRANSLATE_NOOP("actions", "Claim the next case"), "G", "A02"),
        _spec(
            "register", QT_TRANSLATE_NOOP("actions", "Enter in the register"), "Ctrl+Return", "A04"
        ),
        _spec("print", QT_TRANSLATE_NOOP("actions", "Write on the next sheet"), "Ctrl+P", "A05"),
        _spec("written", QT_TRANSLATE_NOOP("actions", "It is written"), "Ctrl+Return", "A05"),
        _spec("blank", QT_TRANSLATE_NOOP("actions", "It stayed blank"), "Ctrl+Shift+B", "A05"),
        _spec("swap", QT_TRANSLATE_NOOP("actions", "Another sheet"), "Ctrl+Shift+W", "A05"),
        _spec("nudge_left", QT_TRANSLATE_NOOP("actions", "Print further left"), "Alt+Left", "A05"),
        _spec(
            "nudge_right", QT_TRANSLATE_NOOP("actions", "Print further right"), "Alt+Right", "A05"
        ),
        _spec("nudge_up", QT_TRANSLATE_NOOP("actions", "Print higher"), "Alt+Up", "A05"),
        _spec("nudge_down", QT_TRANSLATE_NOOP("actions", "Print lower"), "Alt+Down", "A05"),
        _spec("keep_nudge", QT_TRANSLATE_NOOP("actions", "Keep the nudge"), "Ctrl+Shift+K", "A05"),
        _spec(
            "calibrate", QT_TRANSLATE_NOOP("actions", "Verify the printer"), "Ctrl+Shift+J", "A05"
        ),
        _spec("spoil_checked", QT_TRANSLATE_NOOP("actions", "It is void"), "Ctrl+Shift+V", "A06"),
        _spec(
            "print_ruler", QT_TRANSLATE_NOOP("actions", "Print the ruler sheet"), "Ctrl+P", "D05"
        ),
        _spec("print_trial", QT_TRANSLATE_NOOP("actions", "Print the trial"), "Ctrl+T", "D05"),
        _spec("keep_calibration", QT_TRANSLATE_NOOP("actions", "Go on"), "Ctrl+Return", "D05"),
        _spec("calibrate_anew", QT_TRANSLATE_NOOP("actions", "Begin anew"), "Ctrl+Shift+N", "D05"),
        _spec("do_stock", QT_TRANSLATE_NOOP("actions", "Note it"), "Ctrl+Return", "A07"),
        _spec("open_sheet", QT_TRANSLATE_NOOP("actions", "Open the PDF"), "Ctrl+Shift+P", "A08"),
        _spec("good", QT_TRANSLATE_NOOP("actions", "The sheet is good"), "Ctrl+Return", "A06"),
        _spec("camera", QT_TRANSLATE_NOOP("actions", "Photograph"), "F7"),
        _spec("paste_page", QT_TRANSLATE_NOOP("actions", "Paste"), "Ctrl+V"),
        _spec("open_page", QT_TRANSLATE_NOOP("actions", "Open a file"), "Ctrl+O"),
        _spec("test_device", QT_TRANSLATE_NOOP("actions", "Test the device"), "T", "D04"),
        _spec("practise", QT_TRANSLATE_NOOP("actions", "Practice cases"), "Ctrl+T", "C13"),
        _spec("start_practice", QT_TRANSLATE_NOOP("actions", "Start the practice"), "Space", "D10"),
        _spec(
            "empty_demo",
            QT_TRANSLATE_NOOP("actions", "Empty the demonstration"),
            "Ctrl+Shift+D",
            "D10",
        ),
        _spec("next_reading", QT_TRANSLATE_NOOP("actions", "Read the next"), "Ctrl+F7", "D10"),
        _spec("disturb", QT_TRANSLATE_NOOP("actions", "Let it happen"), "Ctrl+Shift+F7", "D10"),
        _spec("show_task", QT_TRANSLATE_NOOP("actions", "Task"), "Ctrl+F8", "D10"),
        _spec("leave_practice", QT_TRANSLATE_NOOP("actions", "Back to work"), "Ctrl+Q", "D10"),
        _spec("export_days", QT_TRANSLATE_NOOP("actions", "Write to a workbook"), "Ctrl+E", "C13"),
        _spec("export_devices", QT_TRANSLATE_NOOP("actions", "Write to a file"), "X", "D04"),
        _spec("save_devices", QT_TRANSLATE_NOOP("actions", "Use these"), "Ctrl+Return", "D04"),
        _spec("spoil", QT_TRANSLATE_NOOP("actions", "Void the sheet"), "Ctrl+Shift+V", "A05"),
    )
}
"""All acts by id; a test holds their keys against the contract."""

FORBIDDEN_KEYS = ("F10", "Ctrl+Space", "Shift+Space", "Ctrl+.", "Alt+F4", "Ctrl+B")
"""Keys that belong to the system, to Chinese input methods, or (Ctrl+B) to the scanner."""


def key_text(spec: ActionSpec) -> str:
    """Write the key as it stands on the keyboard."""
    return spec.key.replace("Return", "Enter")


def make_action(owner: QWidget, ident: str, act: Callable[[], object]) -> QAction:
    """Give a widget the act with its key; it works while the widget is visible."""
    spec = ACTIONS[ident]
    action = QAction(spec.title, owner)
    if spec.key:
        action.setShortcut(QKeySequence(spec.key))
    # A hidden screen's keys are inert, so each screen may use the same key for its own main act.
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    action.setToolTip(f"{spec.title} ({key_text(spec)})" if spec.key else spec.title)
    action.setData(ident)
    action.triggered.connect(lambda _checked: act())
    owner.addAction(action)
    return action


def make_button(action: QAction, *, main: bool = False) -> QPushButton:
    """Make a button for an act, its key written on it; a bare Enter never presses it."""
    spec = ACTIONS[str(action.data())]
    button = QPushButton(f"{spec.title}  {key_text(spec)}".strip())
    button.setAutoDefault(False)
    button.setProperty("main", main)
    button.setAccessibleName(spec.title)
    button.setToolTip(action.toolTip())
    if spec.id in OF_ACTS:
        button.setIcon(icon(OF_ACTS[spec.id], "on_solid" if main else "text"))
        button.setIconSize(SIZE)
    button.clicked.connect(action.trigger)
    button.setEnabled(action.isEnabled())
    action.enabledChanged.connect(button.setEnabled)
    return button
