"""Finds the texts of the window in its source code: those that are translated, and those missed."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TRANSLATING = {"tr", "counted", "mark"}
TITLED = {
    "Act": 1,
    "ask": 1,
    "brush": 1,
    "Choice": 1,
    "Command": 1,
    "Number": 1,
    "Switch": 1,
    "panel": 1,
    "shape": 1,
    "tool": 1,
}
"""Tables whose texts are translated where they are read: call -> place of the text."""

MEMBERS = {"title", "hint"}
"""Texts of a class, translated where they are read."""
CHOICES = {"Choice": 2}
"""Tables of (value, title, icon): call -> place of the table."""

SHOWING = {
    "IconButton": (1,),
    "QAction": (0,),
    "QCheckBox": (0,),
    "QLabel": (0,),
    "QListWidgetItem": (0,),
    "QPushButton": (0,),
    "QRadioButton": (0,),
    "QTableWidgetItem": (0,),
    "TextButton": (0,),
    "addTab": (0, 1, 2),
    "addButton": (0,),
    "addMenu": (0,),
    "apply": (0,),
    "begin": (0,),
    "label": (0,),
    "say": (0, 1, 2),
    "setAccessibleDescription": (0,),
    "setAccessibleName": (0,),
    "setDescription": (0,),
    "setInformativeText": (0,),
    "setPlaceholderText": (0,),
    "setStatusTip": (0,),
    "setTabText": (1,),
    "setText": (0, 1),
    "setTitle": (0,),
    "setToolTip": (0,),
    "setWhatsThis": (0,),
    "setWindowTitle": (0,),
}
"""Calls whose arguments an artist reads: call -> places of the texts."""
NAMES = re.compile("Unflatten|px")
"""The same in every language."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text for translators. is_counted: it has a `%n`, and forms for one and for many."""

    source: str
    is_counted: bool
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class _Literal:
    value: str
    lineno: int


@dataclass(frozen=True, slots=True)
class Missed:
    """A text that is shown without `tr`."""

    source: str
    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.source}"


def texts(root: Path) -> list[Text]:
    """Every text for translators in the Python files under `root`, each once, in order.

    ValueError for a text that is put together instead of written.
    """
    found: dict[str, Text] = {}
    for file, tree in _modules(root):
        for literal in _in_tables(tree):
            found.setdefault(literal.value, Text(literal.value, False, file, literal.lineno))
        for call in _calls(tree):
            name = _name(call)
            place = 0 if name in TRANSLATING else TITLED.get(name, -1)
            if not 0 <= place < len(call.args):
                continue
            argument = call.args[place]
            for constant in _constants(argument):
                if name in TITLED and re.fullmatch("[a-z_]+", constant):
                    continue  # another table's name of a value
                text = Text(constant, name == "counted", file, call.lineno)
                known = found.setdefault(constant, text)
                if known.is_counted != text.is_counted:
                    raise ValueError(f"{file}:{call.lineno}: “{constant}” is counted elsewhere")
            if name in TRANSLATING and isinstance(argument, ast.JoinedStr | ast.BinOp):
                raise ValueError(f"{file}:{call.lineno}: a text must be written as one literal")
    return list(found.values())


def _in_tables(tree: ast.Module) -> Iterator[_Literal]:
    """Titles of classes and of choices that are not an argument of their own."""
    for node in ast.walk(tree):
        values: list[ast.expr] = []
        if isinstance(node, ast.ClassDef):
            values = [
                part.value
                for part in node.body
                if isinstance(part, ast.Assign)
                and any(isinstance(one, ast.Name) and one.id in MEMBERS for one in part.targets)
            ]
        elif isinstance(node, ast.Call) and CHOICES.get(_name(node), 99) < len(node.args):
            table = node.args[CHOICES[_name(node)]]
            rows = table.elts if isinstance(table, ast.Tuple) else []
            values = [row.elts[1] for row in rows if isinstance(row, ast.Tuple)]
        for value in values:
            if isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value:
                yield _Literal(value.value, value.lineno)


def missed(root: Path) -> list[Missed]:
    """Texts with letters that go to the screen without `tr`."""
    found = []
    for file, tree in _modules(root):
        for call in _calls(tree):
            for place in SHOWING.get(_name(call), ()):
                if place < len(call.args):
                    argument = call.args[place]
                    for text in (*_constants(argument), *_joined(argument)):
                        if re.search(r"[^\W\d_]{2}", NAMES.sub("", text)):
                            found.append(Missed(text, file, call.lineno))
    return found


def _modules(root: Path) -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(root.rglob("*.py")):
        name = path.relative_to(root.parent).as_posix()
        yield name, ast.parse(path.read_text(encoding="utf-8"), name)


def _calls(tree: ast.Module) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _name(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _constants(node: ast.expr) -> Iterator[str]:
    """Literal texts that the expression may be."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _constants(node.body)
        yield from _constants(node.orelse)
    elif isinstance(node, ast.BoolOp):
        for value in node.values:
            yield from _constants(value)


def _joined(node: ast.expr) -> Iterator[str]:
    """The literal parts of texts that are put together."""
    if isinstance(node, ast.JoinedStr):
        for part in node.values:
            if isinstance(part, ast.Constant):
                yield str(part.value)
    elif isinstance(node, ast.BinOp):
        for side in (node.left, node.right):
            yield from _constants(side)
            yield from _joined(side)
    elif isinstance(node, ast.IfExp):
        yield from _joined(node.body)
        yield from _joined(node.orelse)
