"""The one style sheet: a template filled from the tokens. No fonts, they would stop inheriting.

Properties that widgets set for it: `ground` (chrome, panel, raised), `kind` (primary, flat, tool)
and `tone` (second, third, ok, warn, err) for text.
"""

from __future__ import annotations

from string import Template

from app.resource_files import resource
from app.theme.tokens import Tokens

_TEMPLATE = Template("""
QWidget[ground="chrome"] { background: $chrome; }
QWidget[edges="both"] { border-top: 1px solid $line; border-bottom: 1px solid $line; }
QWidget[edges="below"] { border-bottom: 1px solid $line; }
QWidget[ground="panel"] { background: $panel; }
QWidget[ground="card"] { background: $chrome; border-radius: 6px; }
QWidget[ground="raised"] { background: $raised; border-radius: 6px; }
QWidget[ground="error"] { background: $errbg; border-radius: 6px; }
QLabel { background: transparent; color: $t1; }
QLabel[tone="second"] { color: $t2; }
QLabel[tone="third"] { color: $t3; }
QLabel[tone="ok"] { color: $ok; }
QLabel[tone="warn"] { color: $warn; }
QLabel[tone="err"] { color: $err; }
QWidget[badge="okbg"] { background: $okbg; border-radius: 4px; }
QWidget[badge="warnbg"] { background: $warnbg; border-radius: 4px; }
QWidget[badge="errbg"] { background: $errbg; border-radius: 4px; }
QWidget[badge="raised"] { background: $raised; border-radius: 4px; }
QFrame[kind="line"] { background: $line; border: 0; }
QFrame[kind="line2"] { background: $line2; border: 0; }

QMenuBar { background: transparent; color: $t1; spacing: 0; padding: 0; }
QMenuBar::item { background: transparent; padding: 5px 8px; border-radius: 4px; }
QMenuBar::item:selected { background: $ctl; }
QMenuBar::item:pressed { background: $ctlp; }
QMenu { background: $pop; color: $t1; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 8px; border-radius: 4px; min-height: 18px; }
QMenu::item:selected { background: $sel; color: $t1; }
QMenu::item:disabled { color: $t3; }
QMenu::separator { height: 1px; background: $line2; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }
QMenu::indicator { width: 14px; height: 14px; margin-left: 6px; }
QMenu::indicator:checked { image: url($check_icon); }

QPushButton { background: $ctl; color: $t1; border: 1px solid $ctl_line; border-radius: 4px;
    padding: 0 12px; min-height: 26px; }
QPushButton:hover { background: $ctlh; }
QPushButton:pressed { background: $ctlp; }
QPushButton:checked { background: $sel; }
QPushButton:disabled { background: transparent; color: $t3; border: 1px dashed $edge; }
QPushButton[kind="primary"] { background: $accf; color: $onacc; border-color: transparent; }
QPushButton[kind="primary"]:hover { background: $accfh; }
QPushButton[kind="primary"]:pressed { background: $accf; }
QPushButton[kind="primary"]:disabled { background: transparent; color: $t3;
    border: 1px dashed $edge; }
QPushButton[kind="flat"] { background: transparent; border-color: transparent; }
QPushButton[kind="flat"]:hover { background: $ctl; }
QPushButton[kind="flat"]:pressed { background: $ctlp; }
QPushButton[kind="flat"]:checked { background: $sel; }
QPushButton[kind="flat"]:disabled { color: $t3; border-color: transparent; }
QPushButton[kind="find"] { background: $well; border: 1px solid $field_line; color: $t2;
    text-align: left; padding: 0 8px; min-height: 22px; max-height: 22px; }
QPushButton[kind="find"]:hover { border-color: $edge; }
QToolButton { background: transparent; border: 0; border-radius: 4px; color: $t1; }
QToolButton:hover { background: $ctl; }
QToolButton:pressed { background: $ctlp; }
QToolButton:checked { background: $sel; }
QToolButton[kind="tool"]:checked { background: $ctlp; border-left: 2px solid $acc; }

QLineEdit, QSpinBox, QDoubleSpinBox { background: $well; color: $t1; border: 1px solid $field_line;
    border-radius: 4px; padding: 0 7px; min-height: 26px; selection-background-color: $accf;
    selection-color: $onacc; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus { border: 1px solid $focus; }
QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled { color: $t3; background: $panel;
    border: 1px dashed $line2; }
QLineEdit[kind="rename"] { border-radius: 2px; border: 2px solid $focus; padding: 0 2px;
    min-height: 14px; }
QSpinBox::up-button, QDoubleSpinBox::up-button { width: 0; subcontrol-origin: border; }
QSpinBox::down-button, QDoubleSpinBox::down-button { width: 0; subcontrol-origin: border; }
QSpinBox QLineEdit, QDoubleSpinBox QLineEdit { border: 0; padding: 0 5px; min-height: 0;
    background: transparent; }
QComboBox { background: $ctl; color: $t1; border: 1px solid $ctl_line; border-radius: 4px;
    padding: 0 8px 0 9px; min-height: 26px; }
QComboBox:hover { background: $ctlh; }
QComboBox:on { background: $ctlp; }
QComboBox:disabled { background: transparent; color: $t3; border: 1px dashed $edge; }
QComboBox::drop-down { border: 0; width: 24px; }
QComboBox::down-arrow { image: url($down_icon); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: $pop; color: $t1; border: 1px solid $line;
    selection-background-color: $sel; selection-color: $t1; outline: 0; padding: 4px; }

QSlider::groove:horizontal { height: 2px; background: $ctlp; border-radius: 1px; }
QSlider::sub-page:horizontal { background: $t2; height: 2px; border-radius: 1px; }
QSlider::handle:horizontal { background: $t1; width: 12px; height: 12px; margin: -5px 0;
    border-radius: 6px; }
QSlider::handle:horizontal:disabled { background: $t3; }
QProgressBar { background: $ctlp; border: 0; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: $acc; border-radius: 2px; }
QProgressBar[state="short"]::chunk { background: $warn; }
QProgressBar[state="cancelling"]::chunk { background: $t3; }

QTabBar { background: $panel; }
QTabBar::tab { background: transparent; color: $t2; padding: 0 12px; height: 34px;
    border: 0; border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: $t1; }
QTabBar::tab:selected { color: $t1; border-bottom: 2px solid $t1; }

QAbstractScrollArea { background: $panel; border: 0; }
QTreeView, QListView, QTableView { background: $panel; border: 0; outline: 0; }
QTableView { gridline-color: $line2; selection-background-color: $sel; selection-color: $t1; }
QHeaderView::section { background: $panel; color: $t2; border: 0;
    border-bottom: 1px solid $line2; padding: 6px 8px; }
QListView[kind="rows"]::item { height: 28px; padding-left: 12px; }
QListView[kind="rows"]::item:selected { background: $selm; color: $t1; }
QListView[kind="rows"]::item:selected:focus { background: $sel; }
QListView[kind="rows"]::item:hover:!selected { background: $raised; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $ctlp; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $edge; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMainWindow::separator { background: $line; width: 3px; height: 3px; }
QMainWindow::separator:hover { background: $edge; }
QDockWidget { background: $panel; border: 0; }
QToolTip { background: $pop; color: $t1; border: 1px solid $line; padding: 5px 8px; }
QDialog { background: $raised; }
QDialog QPushButton { min-width: 56px; min-height: 28px; }
QDialog QPushButton:default { background: $accf; color: $onacc; border-color: transparent; }
QDialog QPushButton:focus { border: 2px solid $focus; padding: 0 11px; min-height: 26px; }
QMessageBox QLabel { min-height: 20px; }
QCheckBox { color: $t1; spacing: 8px; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid $edge; border-radius: 3px; }
QCheckBox::indicator:checked { background: $accf; border-color: $accf; image: url($tick_icon); }
""")


def stylesheet(tokens: Tokens) -> str:
    """The style sheet of a theme."""
    values = {name.replace("-", "_"): value for name, value in tokens.hexes.items()}
    # In the light theme grounds differ too little to do without an outline.
    values["ctl_line"] = "transparent" if tokens.is_dark else tokens.hexes["line"]
    values["field_line"] = tokens.hexes["line2"] if tokens.is_dark else tokens.hexes["line"]
    theme = "dark" if tokens.is_dark else "light"
    for name in ("check", "down"):
        values[f"{name}_icon"] = resource(f"icons/{name}-{theme}.svg").as_posix()
    values["tick_icon"] = resource("icons/check-on-accent.svg").as_posix()
    return _TEMPLATE.substitute(values)
