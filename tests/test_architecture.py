"""The arrows of docs/architecture.md: each floor imports only lower floors, stages never one another."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "src" / "yubei_pub"

# Lowest first, as docs/architecture.md draws them.  A name stands for a module or a whole package.
FLOORS = {
    "vocabulary": [
        "literals",
        "patterns",
        "han",
        "addresses",
        "shipped",
        "trace",
        "findings",
        "layout",
        "strict_yaml",
        "records",
        "settings",
        "document",
        "beads",
        "origins",
        "model",
        "interchange",
        "plugins",
        "xmltext",
        "zipped",
        "remembered",
        "recorded",
        "later",
        "garbage",
        "glossary",
        "glossary_kept",
    ],
    "text": [
        *("repairs", "simplify", "quantities", "names", "renderings", "terms", "term_changes"),
        *("differences", "markdown", "segment", "pins"),
        *("word", "inline", "wording"),
    ],
    "stages": [
        *("pages", "outline", "pairing", "align", "annotate", "pictures", "provenance", "dismissals"),
        *("fixing", "changed", "impact"),
        *("review", "checks", "writers", "reports", "memory", "exchanges", "taking"),
    ],
    "pipeline": ["pipeline"],
    "project": ["files", "project", "intake", "ahead"],
    "faces": ["cli", "__main__"],
}
FLOOR = {room: list(FLOORS).index(floor) for floor, rooms in FLOORS.items() for room in rooms}
OPEN_SETS = ["checks", "writers", "reports", "pages", "exchanges"]


def modules() -> list[Path]:
    return sorted(p for p in ROOT.rglob("*.py") if p.relative_to(ROOT).parts != ("__init__.py",))


def room(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    """The modules of ours that a file imports, anywhere in it, dotted and without `yubei_pub.`."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found.add(node.module or "")
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return {name.removeprefix("yubei_pub.") for name in found if name.startswith("yubei_pub.")}


def test_every_room_is_drawn() -> None:
    assert {room(path) for path in modules()} == set(FLOOR)


def test_the_page_names_every_room_on_its_floor() -> None:
    page = (ROOT.parents[1] / "docs" / "architecture.md").read_text("utf-8")
    rows = {part.partition("\n")[0]: part.partition("\n## ")[0] for part in page.split("\n### ")[1:]}
    for floor, rooms in FLOORS.items():
        missing = [name for name in rooms if f"{name}.py" not in rows[floor] and f"{name}/" not in rows[floor]]
        assert not missing, f"docs/architecture.md does not draw {missing} on the floor {floor}"


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_only_lower_floors(path: Path) -> None:
    here = room(path)
    for name in imports(path):
        there = name.split(".")[0]
        if there == here:
            continue
        same_floor = FLOOR[there] == FLOOR[here]
        assert FLOOR[there] <= FLOOR[here], f"{path.name} imports {name}, which is above it"
        assert not (same_floor and here in FLOORS["stages"]), (
            f"{path.name} imports {name}: stages never import one another"
        )


@pytest.mark.parametrize("package", OPEN_SETS)
def test_members_of_an_open_set_do_not_know_each_other(package: str) -> None:
    for path in sorted((ROOT / package).glob("[!_]*.py")):
        for name in imports(path):
            parts = name.split(".")
            member = len(parts) > 1 and parts[0] == package and not parts[1].startswith("_")
            assert not member or not (ROOT / package / f"{parts[1]}.py").exists(), f"{path.name} imports {name}"


def test_what_one_rule_alone_needs_has_its_name() -> None:
    """`_term_remarks.py` is of the rule `terms`: nobody looks for it under another name."""
    needs = {path.stem: imports(path) for path in (ROOT / "checks").glob("*.py")}
    for private in (name for name in needs if name.startswith("_") and name != "__init__"):
        users, waiting = set[str](), [private]
        while waiting:
            wanted = f"checks.{waiting.pop()}"
            waiting += (found := {name for name, imported in needs.items() if wanted in imported} - users)
            users |= found
        rules = [name for name in users if not name.startswith("_")]
        shared = len(rules) > 1 or "__init__" in users
        assert shared or any(private.startswith(f"_{rule.rstrip('s')}") for rule in rules), f"{private}: {rules}"


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_what_is_private_stays_in_its_room(path: Path) -> None:
    for name in imports(path):
        there, *inner = name.split(".")
        assert there == room(path) or not any(part.startswith("_") for part in inner), f"{path.name} imports {name}"


def test_the_vocabulary_has_no_cycle() -> None:
    graph = {room(p): {n.split(".")[0] for n in imports(p)} - {room(p)} for p in modules()}
    done: set[str] = set()
    while len(done) < len(graph):
        free = {r for r in graph if r not in done and graph[r] <= done}
        assert free, f"a cycle among {sorted(set(graph) - done)}"
        done |= free


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_only_faces_print_or_exit(path: Path) -> None:
    if room(path) == "cli":
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            assert called not in {"print", "exit", "sys.exit", "click.echo"}, f"{path.name}:{node.lineno} {called}"


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_expressions_are_compiled_at_first_use(path: Path) -> None:
    """`lazy_regex` in place of `re.compile`: a thousand compiled at the start were a third of a second."""
    if room(path) != "patterns":
        assert "re.compile(" not in path.read_text("utf-8")
