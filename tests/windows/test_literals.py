"""U-26: no word that a person reads stands in the code of the windows outside a translation."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

WINDOWS = Path(__file__).parents[2] / "desk" / "windows"
TRANSLATES = frozenset({"tr", "translate", "QT_TRANSLATE_NOOP"})
SHOWS = frozenset(
    {
        "addAction",
        "addItem",
        "addItems",
        "addMenu",
        "addRow",
        "addTab",
        "appendPlainText",
        "drawText",
        "insertItem",
        "insertItems",
        "say",
        "setAccessibleDescription",
        "setAccessibleName",
        "setHeaderLabels",
        "setHorizontalHeaderLabels",
        "setHtml",
        "setPlaceholderText",
        "setPlainText",
        "setPrefix",
        "setSpecialValueText",
        "setStatusTip",
        "setSuffix",
        "setText",
        "setTitle",
        "setToolTip",
        "setWhatsThis",
        "setWindowTitle",
    }
)
"""Calls whose words a person reads; widgets that take their words when they are made come to it."""

MADE = frozenset(
    {"QAction", "QCheckBox", "QDockWidget", "QGroupBox", "QLabel", "QLineEdit", "QListWidgetItem"}
    | {"QMenu", "QPlainTextEdit", "QPushButton", "QRadioButton", "QStandardItem"}
    | {"QTableWidgetItem", "QToolButton", "QTreeWidgetItem"}
)
FIRST_ONLY = frozenset({"addItem", "insertItem"})
"""Of these what follows the text is the value behind it."""

KINDS_OF_BANNER = frozenset({"error", "ask", "done", "info"})
UNTRANSLATED = {
    "devices/simulated.py": {"演示材料 "},  # written on the paper that is photographed
    "frame/settings_screen.py": {"中文", "English"},  # each language is named in itself
}


def called(call: ast.Call) -> str:
    """Return the last name of what is called."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def spoken(node: ast.expr) -> Iterator[ast.Constant]:
    """Yield the literals that become a part of a text; what other calls return is their matter."""
    if isinstance(node, ast.Constant):
        yield node
    for part in parts(node):
        yield from spoken(part)


def parts(node: ast.expr) -> list[ast.expr]:
    """Return of what a text is put together."""
    match node:
        case ast.JoinedStr(values=found) | ast.BoolOp(values=found):
            return found
        case ast.List(elts=found) | ast.Tuple(elts=found):
            return found
        case ast.FormattedValue(value=inner):
            return [inner]
        case ast.BinOp(left=one, right=other) | ast.IfExp(body=one, orelse=other):
            return [one, other]
        case ast.Call(func=ast.Attribute(value=receiver, attr="format" | "join" | "rstrip")):
            return [receiver]
    return []


def stray(source: str) -> list[str]:
    """Return the words of a module that a person would read untranslated, with their lines."""
    found = []
    for call in ast.walk(ast.parse(source)):
        if not isinstance(call, ast.Call):
            continue
        name = called(call)
        if name in TRANSLATES:
            found += [
                f"{part.lineno}: put together before it is translated: {ast.unparse(part)}"
                for part in call.args
                if isinstance(part, ast.JoinedStr | ast.BinOp | ast.Call)
            ]
        elif name in SHOWS or name in MADE:
            found += [
                f"{text.lineno}: {text.value!r}"
                for part in (call.args[:1] if name in FIRST_ONLY else call.args)
                for text in spoken(part)
                if is_words(text.value, name)
            ]
    return found


def is_words(text: object, name: str) -> bool:
    """Tell whether a literal has a word in it; numbers with letters and banner kinds are none."""
    if not isinstance(text, str) or (name == "say" and text in KINDS_OF_BANNER):
        return False
    return any(
        any(sign.isalpha() for sign in word)
        for word in text.split()
        if not any(sign.isdigit() for sign in word)
    )


def test_u26_no_word_stands_outside_a_translation() -> None:
    found = {}
    for module in sorted(WINDOWS.rglob("*.py")):
        name = module.relative_to(WINDOWS).as_posix()
        allowed = UNTRANSLATED.get(name, set())
        words = stray(module.read_text(encoding="utf-8"))
        if left := [word for word in words if not any(repr(one) in word for one in allowed)]:
            found[name] = left

    assert found == {}


@pytest.mark.parametrize(
    "line",
    [
        "label.setText('Nothing here')",
        "QPushButton('收件')",
        "box.addItem('vault' if here else self.tr('window'))",
        "label.setText(f'{count} sheets')",
        "label.setText('{0} sheets'.format(count))",
        "banner.say('done', 'Noted.')",
        "self.tr(f'{count} sheets')",
        "self.tr('sheets: ' + count)",
        "self.tr('{0} sheets'.format(count))",
    ],
)
def test_u26_the_lint_sees_a_word_that_is_not_translated(line: str) -> None:
    assert stray(line)


@pytest.mark.parametrize(
    "line",
    [
        "label.setText(self.tr('Nothing here'))",
        "label.setText(f'{name}  {stage_word(row.stage)}  ✓')",
        "line.setPlaceholderText('220402 001001 GB00001 F00010001')",
        "label.setText(self.tr('{0} sheets').format(count))",
        "banner.say('done', self.tr('Noted.'))",
        "box.addItem(place_word(code), 7)",
    ],
)
def test_u26_the_lint_lets_translated_words_pass(line: str) -> None:
    assert stray(line) == []
