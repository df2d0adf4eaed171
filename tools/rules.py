"""Write docs/rules.md: the manual of every rule and repair, from their docstrings (`make rules`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from yubei_pub import checks, plugins, repairs

PAGE = Path(__file__).parents[1] / "docs" / "rules.md"
HEAD = """\
# Rules

What `yubei-pub check` finds, and what `yubei-pub import` repairs. In a terminal `yubei-pub explain RULE` says the same.

An *error* stops a release, a *warning* wants a look, a *note* informs. The table gives what a rule usually is; a
finding that is milder or graver than its rule says so itself. [For editors](editors.md#3-check) tells how a
finding is mended, and how one that is wrong for your text is dismissed.

<!-- Made by `make rules` from the docstrings in src/yubei_pub/checks and src/yubei_pub/repairs. Change those. -->
"""
EXAMPLE = re.compile(r"(?:Bad|Good):")


def page() -> str:
    """The whole page."""
    found = {rule: module.SEVERITY.value for rule, module in plugins.discover(checks).items()}
    rows = [f"| [{rule}](#{rule}) | {severity} | {_first(checks.manual(rule))} |" for rule, severity in found.items()]
    mends = [f"| [{name}](#repair-{name}) | {_first(repairs.manual(name))} |" for name in repairs.REPAIRS]
    parts = [HEAD, "| Rule | | What |\n|---|---|---|\n" + "\n".join(rows) + "\n"]
    parts.append("The repairs, in their order:\n\n| Repair | What |\n|---|---|\n" + "\n".join(mends) + "\n")
    for rule, severity in found.items():
        parts.append(f"## {rule}\n\n*Usually {_a(severity)}.*\n\n{_markdown(checks.manual(rule))}")
    parts += [f"## Repair: {name}\n\n{_markdown(repairs.manual(name))}" for name in repairs.REPAIRS]
    return "\n".join(parts)


def _a(severity: str) -> str:
    return f"{'an' if severity == 'error' else 'a'} {severity}"


def _first(manual: str) -> str:
    """The first sentence of a manual, which is its first line or two, fit for a table."""
    return _prose(" ".join(manual.partition("\n\n")[0].split())).replace("|", "\\|")


def _markdown(manual: str) -> str:
    """A docstring as Markdown: examples and what is indented word for word, the rest as prose."""
    return "\n".join(_blocks(manual.strip("\n")))


def _blocks(manual: str) -> Iterator[str]:
    verbatim: list[str] = []
    for block in re.split(r"\n{2,}", manual):
        if EXAMPLE.match(block) or block.startswith("    "):
            verbatim.append(block.rstrip())
            continue
        if verbatim:
            yield _fenced(verbatim)
            verbatim = []
        yield _prose(block).replace("What to do:", "**What to do:**", 1) + "\n"
    if verbatim:
        yield _fenced(verbatim)


def _fenced(blocks: list[str]) -> str:
    text = "\n\n".join(blocks)
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
    return f"{fence}text\n{text}\n{fence}\n"


def _prose(text: str) -> str:
    """Text in which GitHub takes nothing but backticks and lists for markup."""
    return re.sub(r"(`[^`]*`)|([<*_\[\]])", lambda match: match[1] or f"\\{match[2]}", text)


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8", newline="\n")
    print(f"Wrote {PAGE.relative_to(Path.cwd()) if PAGE.is_relative_to(Path.cwd()) else PAGE}")
