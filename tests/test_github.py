"""What GitHub runs and shows: workflows and hooks are sound, checked offline by the tools of the field."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from conftest import EN, Yubei, write

from yubei_pub.cli import cli

ROOT = Path(__file__).parents[1]
OURS = ROOT / ".github/workflows/check.yml"
TEMPLATE = ROOT / "docs/github/check.yml"  # for the repositories of offices
HOOKS = ROOT / ".pre-commit-hooks.yaml"


def run(*arguments: str) -> None:
    program = Path(sys.executable).parent / arguments[0]
    done = subprocess.run([program, *arguments[1:]], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, (done.stdout + done.stderr).decode()


def test_workflows_are_valid_by_githubs_schema() -> None:
    run("check-jsonschema", "--builtin-schema", "vendor.github-workflows", str(OURS), str(TEMPLATE))


def test_what_is_asked_of_who_reports_is_valid_by_githubs_schema() -> None:
    forms = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml"))
    assert forms
    run("check-jsonschema", "--builtin-schema", "vendor.github-issue-forms", *map(str, forms))


def test_workflows_ask_for_no_more_rights_than_they_need() -> None:
    run("zizmor", "--offline", "--no-progress", "--persona", "pedantic", ".github", str(TEMPLATE))


def test_hooks_are_valid() -> None:
    run("pre-commit", "validate-manifest", str(HOOKS))


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


def test_the_template_does_what_our_workflow_does() -> None:
    def steps(path: Path) -> list[Any]:
        return [step for step in read(path)["jobs"]["texts"]["steps"] if step["name"] != "Install yubei-pub"]

    assert steps(TEMPLATE) == steps(OURS)


def commands() -> list[list[str]]:
    scripts = [step.get("run", "") for path in (OURS, TEMPLATE) for step in read(path)["jobs"]["texts"]["steps"]]
    scripts += [hook["entry"] for hook in read(HOOKS)]
    return [call.split() for script in scripts for call in re.findall(r"^yubei-pub ([^|>\n]+)", script, re.M)]


def test_what_they_run_are_commands_of_ours() -> None:
    assert len(commands()) >= 4
    for call in commands():
        result = CliRunner().invoke(
            cli, [*(word for word in call if '"' not in word and word != "--changed"), "--help"]
        )
        assert result.exit_code == 0, f"{call}: {result.output}"


@pytest.mark.parametrize(
    ("path", "concerns"),
    [("glossary.yaml", True), ("texts/source/a/zh.md", True), ("yubei-pub.yaml", True), ("README.md", False)],
)
def test_hooks_run_for_what_editors_change(path: str, concerns: bool) -> None:
    assert all(bool(re.search(hook["files"], path)) == concerns for hook in read(HOOKS))


def test_git_keeps_texts_alike_and_saved_pages_as_they_were_received(tmp_path: Path) -> None:
    for name in ("source/a/page.txt", "source/a/zh.md"):
        write(tmp_path / name, "a\r\nb\n")
    write(tmp_path / ".gitattributes", (ROOT / ".gitattributes").read_text("utf-8"))

    def git(*arguments: str) -> bytes:
        command = ["git", "-c", "core.autocrlf=true", "-c", "core.safecrlf=false", *arguments]  # as Git for Windows
        return subprocess.run(command, cwd=tmp_path, check=True, capture_output=True).stdout

    git("init", "-q")
    git("add", "-A")
    assert git("show", ":source/a/page.txt") == b"a\r\nb\n"
    assert git("show", ":source/a/zh.md") == b"a\nb\n"


def test_contributing_says_what_our_repository_does() -> None:
    rules = [line for line in (ROOT / ".gitattributes").read_text("utf-8").splitlines() if not line.startswith("#")]
    assert "\n      ".join(("", *rules)) in (ROOT / "CONTRIBUTING.md").read_text("utf-8")


def test_a_pull_request_from_an_editor(folder: Path, yubei: Yubei) -> None:
    """The steps of the workflow on a branch that changes one figure."""

    def git(*arguments: str) -> None:
        name = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        subprocess.run(["git", *name, *arguments], cwd=folder, check=True, capture_output=True)

    old = EN.replace("Five pocket parks", "Six pocket parks")  # a fault that is none of the editor's
    write(folder / "source/small/en.md", old)
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-q", "-m", "x")
    git("update-ref", "refs/remotes/origin/main", "main")
    git("checkout", "-q", "-b", "patch-1")
    write(folder / "source/small/en.md", old.replace("356,000", "35,600"))
    git("commit", "-q", "-a", "-m", "y")
    checked = yubei("check", "--changed", "origin/main", "--format", "github")
    assert checked.code == 1
    [line] = checked.out.splitlines()
    assert line.startswith("::error title=yubei-pub (numbers),file=source/small/en.md,line=13,")
    assert yubei("build").code == 1
    assert (folder / "build/small.docx").exists()
