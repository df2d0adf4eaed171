"""What git says about earlier states of a project, in repositories made for each test."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from yubei_pub.files import history
from yubei_pub.files.history import EVERY_LINE, History
from yubei_pub.findings import YubeiError

NAMES = {"GIT_AUTHOR_NAME": "A", "GIT_COMMITTER_NAME": "A", "GIT_AUTHOR_EMAIL": "a@b.c", "GIT_COMMITTER_EMAIL": "a@b.c"}


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No settings of the machine, and no repository around the folder of the tests."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    for name in ("GITHUB_BASE_REF", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "GIT_DIR"):
        monkeypatch.delenv(name, raising=False)


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(
        command, check=True, capture_output=True, text=True, env={**os.environ, **NAMES}
    ).stdout.strip()


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode())


def commit(folder: Path, files: dict[str, str]) -> str:
    write(folder, files)
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "x")
    return git(folder, "rev-parse", "HEAD")


def text(past: History, path: str, revision: str) -> str:
    found = past.text(path, revision)
    assert found
    assert found.path == f"{path} of {revision[:10]}"
    return found.text


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "a project"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    return folder


def test_a_text_at_a_revision(repository: Path) -> None:
    first = commit(repository, {"source/渝北 一/zh.md": "一\n", "glossary.yaml": "old: 1\r\n"})
    commit(repository, {"source/渝北 一/zh.md": "二\n", "glossary.yaml": "new: 1\n"})
    past = History(repository)
    assert text(past, "source/渝北 一/zh.md", first) == "一\n"
    assert text(past, "glossary.yaml", first) == "old: 1\r\n"
    assert past.text("nothing.yaml", first) is None
    assert past.text("source", first) is None


def test_no_git_is_run_that_lies_in_the_project(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What Windows goes by is set when git is called: seen with a git.exe under Wine, which ran until then."""
    monkeypatch.delenv("NODEFAULTCURRENTDIRECTORYINEXEPATH", raising=False)
    called = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        called.append(os.environ.get("NODEFAULTCURRENTDIRECTORYINEXEPATH"))
        return subprocess.CompletedProcess(command, 0, b"true", b"")

    monkeypatch.setattr(subprocess, "run", run)
    History(repository)
    assert called == ["1"]


def test_a_project_inside_a_repository(repository: Path) -> None:
    first = commit(repository, {"office/glossary.yaml": "a\n", "glossary.yaml": "b\n"})
    write(repository, {"office/glossary.yaml": "a\nb\n", "glossary.yaml": "c\n"})
    past = History(repository / "office")
    assert text(past, "glossary.yaml", first) == "a\n"
    assert past.changed_lines(first) == {"glossary.yaml": [range(2, 3)]}


def test_a_renamed_file_keeps_its_past(repository: Path) -> None:
    lines = "".join(f"line {i}\n" for i in range(20))
    first = commit(repository, {"terms 旧.yaml": lines})
    git(repository, "mv", "terms 旧.yaml", "glossary.yaml")
    write(repository, {"glossary.yaml": lines.replace("line 7\n", "line seven\n")})
    assert text(History(repository), "glossary.yaml", first) == lines
    assert History(repository).changed_lines(first) == {"glossary.yaml": [range(8, 9)]}


def test_changed_lines(repository: Path) -> None:
    first = commit(repository, {"a.md": "1\n2\n3\n4\n5\n6\n7\n8\n", "b.md": "x", "gone.md": "x\n", "same.md": "x\n"})
    write(repository, {"a.md": "one\n2\n3\n6\n7\n8\n9\n", "b.md": "y", "a ‘new’\u3000file.md": "x\n"})
    (repository / "gone.md").unlink()
    git(repository, "add", "b.md")
    assert History(repository).changed_lines(first) == {
        "a.md": [range(1, 2), range(3, 5), range(7, 8)],
        "b.md": [range(1, 2)],
        "a ‘new’\u3000file.md": [EVERY_LINE],
        "gone.md": [EVERY_LINE],
    }


def test_a_picture_has_no_lines(repository: Path) -> None:
    (repository / "a\tb.png").write_bytes(b"\x89PNG\0\1")
    (repository / "moved.png").write_bytes(b"\x89PNG\0\2" * 50)
    first = commit(repository, {"a.md": "1\n"})
    (repository / "a\tb.png").write_bytes(b"\x89PNG\0\3")
    git(repository, "mv", "moved.png", "there.png")
    (repository / "a.md").chmod(0o755)
    assert History(repository).changed_lines(first) == {"a\tb.png": [EVERY_LINE]}


def test_text_that_looks_like_git(repository: Path) -> None:
    first = commit(repository, {"a.md": "@@ -1 +1 @@\n-- b/x\nlast", "z.md": "1\n"})
    write(repository, {"a.md": "@@ -9,9 +9,9 @@\n++ b/y\n++ b/z", "z.md": "2\n"})
    assert History(repository).changed_lines(first) == {"a.md": [range(1, 4)], "z.md": [range(1, 2)]}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such file names")
def test_odd_names(repository: Path) -> None:
    first = commit(repository, {'a "b"\tc\\.md': "1\n"})
    write(repository, {'a "b"\tc\\.md': "2\n"})
    assert History(repository).changed_lines(first) == {'a "b"\tc\\.md': [range(1, 2)]}


def test_settings_of_the_editor_do_not_matter(repository: Path) -> None:
    for name, value in (
        ("diff.noprefix", "true"),
        ("diff.context", "9"),
        ("color.ui", "always"),
        ("diff.external", "no"),
    ):
        git(repository, "config", name, value)
    first = commit(repository, {"文.md": "1\n2\n"})
    write(repository, {"文.md": "1\n3\n"})
    assert History(repository).changed_lines(first) == {"文.md": [range(2, 3)]}


def test_line_ends_of_windows_are_no_change(repository: Path) -> None:
    git(repository, "config", "core.autocrlf", "true")
    first = commit(repository, {"a.md": "1\r\n2\r\n"})
    write(repository, {"a.md": "1\r\n2\r\n3\r\n"})
    assert History(repository).changed_lines(first) == {"a.md": [range(3, 4)]}


def test_the_base_is_where_the_branch_left_the_main_one(repository: Path) -> None:
    first = commit(repository, {"a.md": "1\n"})
    assert History(repository).base() == first
    git(repository, "switch", "-qc", "my-term")
    mine = commit(repository, {"b.md": "1\n"})
    git(repository, "switch", "-q", "main")
    commit(repository, {"a.md": "2\n"})
    git(repository, "switch", "-q", "my-term")
    past = History(repository)
    assert past.base() == past.base("main") == first
    assert past.base("HEAD") == mine
    assert past.base("main~1") == first


def test_the_base_in_a_job_is_the_branch_of_the_pull_request(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(repository, {"a.md": "1\n"})
    git(repository, "switch", "-qc", "release/1")
    release = commit(repository, {"a.md": "2\n"})
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", str(repository), str(clone))
    commit(clone, {"a.md": "3\n"})
    monkeypatch.setenv("GITHUB_BASE_REF", "release/1")
    assert History(clone).base() == release


def test_a_shallow_clone(repository: Path, tmp_path: Path) -> None:
    first = commit(repository, {"a.md": "1\n"})
    last = commit(repository, {"a.md": "2\n"})
    git(tmp_path, "clone", "-q", "--depth=1", repository.as_uri(), "clone")
    past = History(tmp_path / "clone")
    assert past.base() == last
    with pytest.raises(YubeiError, match="fetch-depth: 0"):
        past.base(first)


@pytest.mark.parametrize("revision", ["nowhere", "-x", "--all", "HEAD~9", "a b", "HEAD:a.md"])
def test_no_such_revision(repository: Path, revision: str) -> None:
    commit(repository, {"a.md": "1\n"})
    with pytest.raises(YubeiError, match="there is no revision"):
        History(repository).base(revision)


def test_nothing_committed(repository: Path) -> None:
    with pytest.raises(YubeiError, match="nothing is committed"):
        History(repository).base()


def test_no_repository(tmp_path: Path) -> None:
    with pytest.raises(YubeiError, match="no git repository"):
        History(tmp_path)


def test_no_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(YubeiError, match="not installed"):
        History(repository)


def test_git_that_does_not_answer(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "PATIENCE", 0)
    with pytest.raises(YubeiError, match="no answer"):
        History(repository)


def test_called_from_a_hook(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = commit(repository, {"office/a.md": "1\n"})
    monkeypatch.setenv("GIT_DIR", ".git")
    assert text(History(repository / "office"), "a.md", first) == "1\n"
