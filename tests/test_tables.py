"""Nothing is said twice in a table of words or in an expression: a second one does nothing, and hides what is meant."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

import yubei_pub

ROOT = Path(yubei_pub.__file__).parent
# By itself, so that no expression of a test is among them.
EVERYTHING = """
import gc, importlib, json, pkgutil, yubei_pub
from yubei_pub import patterns
for module in pkgutil.walk_packages(yubei_pub.__path__, "yubei_pub."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
ours = {each.pattern for each in gc.get_objects() if isinstance(each, patterns._Pattern)}
print(json.dumps([pattern for pattern in ours if isinstance(pattern, str)]))
"""
SIGN = r"\\(?:u[0-9a-f]{4}|U[0-9a-f]{8}|x[0-9a-f]{2}|.)|."  # of a class
PIECE = re.compile(
    r"(?s)\\.|(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])|(?P<open>\((?:\?(?:P<\w+>|<?[a-z-]*[:=!>]))?)|(?P<close>\))|."
)


def twice(things: Iterable[str]) -> list[str]:
    return [thing for thing, count in Counter(things).items() if count > 1]


def doubled(pattern: str) -> Iterator[str]:
    """The characters that stand twice in a class of an expression, and the alternatives that stand twice in a group."""
    groups, opened = [[""]], [""]
    for piece in PIECE.finditer(pattern):
        if piece["set"]:
            inner = piece["set"][1:-1].removeprefix("^")
            yield from twice(re.findall(rf"(?s)(?:{SIGN})(?:-(?:{SIGN}))?", inner))
        if piece["open"]:
            groups.append([""])
            opened.append(piece[0])
        elif piece["close"]:
            yield from twice(groups[-1])
            alternatives = "|".join(groups.pop())
            groups[-1][-1] += f"{opened.pop()}{alternatives})"
        elif piece[0] == "|":
            groups[-1].append("")
        else:
            groups[-1][-1] += piece[0]
    yield from twice(groups[0])


def test_a_slip_is_found() -> None:
    assert [*doubled("[届轮届]"), *doubled("a(?:few|low|few)er"), *doubled("湖|桥|湖")] == ["届", "few", "湖"]
    assert [*doubled(r"[a-z\]\\]|(?<!\bthe )x|(?P<y>[^ab]+)|"), *doubled("(?:a|b)(?:a|b)|(?:a|c)")] == []


def test_no_expression_says_anything_twice() -> None:
    done = subprocess.run([sys.executable, "-c", EVERYTHING], capture_output=True, text=True, check=True)
    ours = json.loads(done.stdout)
    assert len(ours) > 1000
    assert {pattern: said for pattern in ours if (said := list(doubled(pattern)))} == {}


def words(node: ast.AST) -> list[str]:
    """What a call makes of a text in the source: `"…".split()`, `frozenset("…")`."""
    match node:
        case ast.Call(ast.Attribute(ast.Constant(str(text)), "split"), [] | [ast.Constant(str())]):
            return text.split(node.args[0].value) if node.args else text.split()  # type: ignore[attr-defined]
        case ast.Call(ast.Name("frozenset" | "set"), [ast.Constant(str(text))]):
            return list(text)
    return []


@pytest.mark.parametrize("path", sorted(ROOT.rglob("*.py")), ids=lambda p: str(p.relative_to(ROOT)))
def test_no_list_has_a_word_twice(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert [f"line {node.lineno}: {said}" for node in ast.walk(tree) for said in twice(words(node))] == []  # type: ignore[attr-defined]
