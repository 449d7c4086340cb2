"""Colours, typeface and sizes, as one palette and one style sheet over Fusion."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

import printing

BODY = 14  # pixels at 100 %
FONTS = Path(printing.__file__).parent / "fonts"
FAMILY = "Noto Sans SC"
ICONS = Path(__file__).parents[1] / "icons"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The colours of one theme; each status has a colour and a soft background."""

    bg: str
    surface: str
    text: str
    muted: str
    border: str
    line: str
    accent: str
    accent_soft: str
    normal: str
    normal_soft: str
    warning: str
    warning_soft: str
    overdue: str
    overdue_soft: str
    paused: str
    paused_soft: str
    idle: str
    idle_soft: str
    on_solid: str


LIGHT = Tokens(
    bg="#FFFFFF",
    surface="#F4F6F8",
    text="#1B1F24",
    muted="#59636E",
    border="#7D8791",
    line="#D5DAE0",
    accent="#0B5CAD",
    accent_soft="#E4EFFA",
    normal="#116B3A",
    normal_soft="#E3F5EA",
    warning="#8A5000",
    warning_soft="#FFF1D6",
    overdue="#B3211E",
    overdue_soft="#FDE7E6",
    paused="#5B4B8A",
    paused_soft="#EEEAF8",
    idle="#59636E",
    idle_soft="#ECEFF2",
    on_solid="#FFFFFF",
)
DARK = Tokens(
    bg="#14181D",
    surface="#1D232A",
    text="#E8ECF0",
    muted="#A5B0BB",
    border="#6E7A86",
    line="#343D47",
    accent="#7DB8F5",
    accent_soft="#142C45",
    normal="#6FD39A",
    normal_soft="#153524",
    warning="#F2B95C",
    warning_soft="#3C2A0B",
    overdue="#FF938A",
    overdue_soft="#431A19",
    paused="#C3B3F2",
    paused_soft="#2A2342",
    idle="#A5B0BB",
    idle_soft="#2A313A",
    on_solid="#14181D",
)
CONTRAST = Tokens(
    bg="#FFFFFF",
    surface="#FFFFFF",
    text="#000000",
    muted="#303030",
    border="#000000",
    line="#000000",
    accent="#003E7E",
    accent_soft="#FFFFFF",
    normal="#004D24",
    normal_soft="#FFFFFF",
    warning="#5C3500",
    warning_soft="#FFFFFF",
    overdue="#8B0000",
    overdue_soft="#FFFFFF",
    paused="#3B2A6B",
    paused_soft="#FFFFFF",
    idle="#303030",
    idle_soft="#FFFFFF",
    on_solid="#FFFFFF",
)
THEMES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}

SHEET = """
* {{ outline: none; }}
QWidget {{ color: {text}; }}
QMainWindow, QDialog, QWidget#page {{ background: {bg}; }}
QLabel[role="title"] {{ font-size: {title}px; font-weight: 600; }}
QLabel[role="section"] {{ font-size: {section}px; font-weight: 600; }}
QLabel[role="muted"] {{ color: {muted}; }}
QLabel[role="tag"] {{ color: {accent}; font-size: {small}px; }}
QLabel[role="read"] {{ border: 2px solid transparent; border-radius: 4px; padding: 1px; }}
QLabel[role="read"]:focus {{ border-color: {accent}; }}
QLabel[role="limit"] {{
  background: {overdue_soft}; color: {overdue}; border: 1px solid {overdue};
  border-radius: 4px; padding: 6px 8px;
}}
QPushButton#section {{ border: none; background: transparent; text-align: left; padding: 6px; }}
QPushButton#section:checked {{ background: {accent_soft}; color: {accent}; font-weight: 600; }}
QPushButton#section:focus {{ border: 2px solid {accent}; padding: 4px; }}
QLabel[role="problem"] {{ color: {overdue}; font-size: {small}px; }}
QLabel[role="doubt"] {{
  background: {warning_soft}; color: {warning}; border: 1px solid {warning};
  border-radius: 4px; padding: 1px 4px; font-size: {small}px;
}}
QLabel[role="tile"] {{ font-size: {tile}px; font-weight: 600; }}
QFrame#topbar {{ background: {surface}; border-bottom: 1px solid {line}; }}
QFrame#topbar QLabel {{ background: transparent; }}
QFrame#topbar QLabel[chip="rehearsal"] {{ background: {paused}; }}
QFrame#rail {{ background: {surface}; border-right: 1px solid {line}; }}
QFrame#footer {{ background: {surface}; border-top: 1px solid {line}; }}
QFrame#card {{ background: {bg}; border: 1px solid {line}; border-radius: 4px; }}
QLabel#offline {{
  background: {idle_soft}; color: {idle}; border-bottom: 1px solid {line}; padding: 4px 12px;
}}
QLabel#clock_strip {{
  background: {warning_soft}; color: {warning}; border-bottom: 1px solid {line}; padding: 4px 12px;
}}
QFrame#banner {{ border-radius: 4px; }}
QFrame#banner[level="error"] {{ background: {overdue_soft}; border: 1px solid {overdue}; }}
QFrame#banner[level="ask"] {{ background: {warning_soft}; border: 1px solid {warning}; }}
QFrame#banner[level="done"] {{ background: {normal_soft}; border: 1px solid {normal}; }}
QFrame#banner[level="info"] {{ background: {accent_soft}; border: 1px solid {accent}; }}
QPushButton {{
  background: {bg}; border: 1px solid {border}; border-radius: 4px;
  padding: 5px 12px; min-height: {control}px;
}}
QPushButton:hover {{ background: {accent_soft}; border-color: {accent}; }}
QPushButton:focus {{ border: 2px solid {accent}; padding: 4px 11px; }}
QPushButton:disabled {{ color: {muted}; border-color: {line}; background: {surface}; }}
QPushButton[main="true"] {{
  background: {accent}; color: {on_solid}; border-color: {accent}; font-weight: 600;
}}
QPushButton[main="true"]:focus {{ border: 4px double {on_solid}; padding: 2px 9px; }}
QPushButton[main="true"]:disabled {{ background: {idle_soft}; color: {muted}; }}
QPushButton#railbutton {{
  border: none; background: transparent; text-align: left; padding: 8px 12px; border-radius: 0;
}}
QPushButton#railbutton[narrow="true"] {{ padding: 3px 10px; }}
QPushButton#railbutton:checked {{
  background: {accent_soft}; color: {accent}; font-weight: 600; border-left: 3px solid {accent};
}}
QPushButton#railbutton:focus {{ border: 2px solid {accent}; }}
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox, QListWidget {{
  background: {bg}; border: 1px solid {border}; border-radius: 4px; padding: 4px 6px;
  selection-background-color: {accent}; selection-color: {on_solid};
}}
QLineEdit, QComboBox, QSpinBox {{ min-height: {field}px; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus, QListWidget:focus {{
  border: 2px solid {accent}; padding: 3px 5px;
}}
QLineEdit[wrong="true"], QComboBox[wrong="true"], QPlainTextEdit[wrong="true"] {{
  border: 2px solid {overdue};
}}
QLineEdit[doubted="true"], QComboBox[doubted="true"], QPlainTextEdit[doubted="true"],
QCheckBox[doubted="true"] {{
  background: {warning_soft}; border: 2px solid {warning};
}}
QTableView {{
  background: {bg}; alternate-background-color: {surface}; gridline-color: {line};
  border: 1px solid {line}; selection-background-color: {accent_soft};
  selection-color: {text};
}}
QTableView:focus, QScrollArea:focus {{ border: 2px solid {accent}; }}
QTableView::item {{ padding: 0 5px; }}
QTableView::item:selected {{ background: {accent_soft}; color: {text}; }}
QComboBox::drop-down {{ border: none; width: 20px; }}
QComboBox::down-arrow {{ width: 10px; height: 10px; image: url({arrow}); }}
QComboBox QAbstractItemView {{ background: {bg}; border: 1px solid {border}; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {line}; border-radius: 4px; min-height: 32px; min-width: 32px; }}
QScrollBar::handle:hover {{ background: {border}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QHeaderView::section {{
  background: {surface}; color: {muted}; border: none; border-bottom: 1px solid {line};
  padding: 5px 8px; font-weight: 600;
}}
QListWidget::item {{ padding: 4px 6px; }}
QListWidget::item:selected {{ background: {accent_soft}; color: {text}; }}
QTabBar::tab {{
  padding: 6px 12px; color: {text}; background: {surface}; border: 2px solid {surface};
}}
QTabBar::tab:selected {{ background: {bg}; border-bottom: 2px solid {accent}; font-weight: 600; }}
QTabBar::tab:focus {{ border: 2px solid {accent}; }}
QCheckBox, QRadioButton {{ min-height: {hit}px; }}
QCheckBox:focus, QRadioButton:focus {{ border: 2px solid {accent}; border-radius: 3px; }}
QCheckBox::indicator, QListView::indicator, QTableView::indicator {{
  width: 14px; height: 14px; border: 1px solid {border}; border-radius: 3px; background: {bg};
}}
QCheckBox::indicator:checked, QListView::indicator:checked, QTableView::indicator:checked {{
  background: {accent}; border-color: {accent}; image: url({tick});
}}
QCheckBox::indicator:indeterminate {{ background: {muted}; image: url({dash}); }}
QCheckBox::indicator:disabled {{ border-color: {line}; background: {surface}; }}
QScrollArea {{ border: none; background: transparent; }}
QScrollArea > QWidget > QWidget {{ background: transparent; }}
QToolTip {{ background: {surface}; color: {text}; border: 1px solid {border}; padding: 4px; }}
QFrame#demonstration {{ background: {bg}; border: 4px solid {paused}; }}
QFrame#practice {{ background: {paused_soft}; border-bottom: 1px solid {paused}; }}
QFrame#practice QLabel {{ background: transparent; }}
QLabel[chip="rehearsal"], QFrame#topbar QLabel[chip="rehearsal"] {{
  background: {paused}; color: {on_solid};
  border-radius: 4px; padding: 3px 8px; font-weight: 600;
}}
"""

_current = LIGHT


def tokens() -> Tokens:
    """Return the colours in use."""
    return _current


def apply_theme(app: QApplication, theme: str, percent: int = 100) -> None:
    """Put a theme and a size over the whole application."""
    global _current  # one application has one theme
    _current = THEMES[theme]
    _load_fonts()
    font = QFont(FAMILY)
    font.setPixelSize(scaled(BODY, percent))
    app.setStyle("Fusion")
    app.setFont(font)
    app.setPalette(_palette(_current))
    colours = {name: getattr(_current, name) for name in Tokens.__slots__}
    for drawn in ("arrow", "tick", "dash"):
        colours[drawn] = (ICONS / f"{drawn}-{theme}.svg").as_posix()
    sizes = {
        "title": 20,
        "section": 16,
        "tile": 28,
        "small": 12,
        "control": 20,
        "field": 22,
        "hit": 24,
    }
    app.setStyleSheet(
        SHEET.format(**colours, **{name: scaled(size, percent) for name, size in sizes.items()})
    )


def scaled(pixels: int, percent: int) -> int:
    """Return a size at a font scale."""
    return round(pixels * percent / 100)


def _load_fonts() -> None:
    if FAMILY not in QFontDatabase.families():
        for face in ("Regular", "Bold"):
            QFontDatabase.addApplicationFont(str(FONTS / f"NotoSansSC-{face}.ttf"))


def _palette(colours: Tokens) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.bg,
        QPalette.ColorRole.Base: colours.bg,
        QPalette.ColorRole.AlternateBase: colours.surface,
        QPalette.ColorRole.Button: colours.surface,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.PlaceholderText: colours.muted,
        QPalette.ColorRole.Highlight: colours.accent,
        QPalette.ColorRole.HighlightedText: colours.on_solid,
        QPalette.ColorRole.ToolTipBase: colours.surface,
        QPalette.ColorRole.ToolTipText: colours.text,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    return palette
