"""Files written and read so that nothing that was there can be lost."""

from __future__ import annotations

import os
from codecs import BOM_UTF8
from pathlib import Path

import pytest
from conftest import NO_LINKS

from yubei_pub import files
from yubei_pub.files import memory_file
from yubei_pub.files.tree import Tree
from yubei_pub.findings import YubeiError


def test_two_writers_wait_for_each_other(tmp_path: Path) -> None:
    lock = tmp_path / ".lock"
    with files.locked(lock), pytest.raises(YubeiError, match="another yubei-pub is at work"):
        files.locked(lock, patience=0).__enter__()
    with files.locked(lock, patience=0):
        pass  # it was given back


@pytest.mark.parametrize(
    ("error", "name", "said"),
    [
        (PermissionError(13, "x"), "en.md", "close it where"),
        (OSError(28, "No space left"), "en.md", "No space left"),
        (FileNotFoundError(2, "No path"), "en.md", "No path"),
        (FileNotFoundError(2, "No path"), "e" * 230, "its path is longer than Windows takes"),
    ],
)
def test_what_cannot_be_written_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, name: str, said: str
) -> None:
    file = tmp_path / name
    file.write_bytes(b"old")

    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(YubeiError, match=said):
        files.write(file, b"new", "en.md")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {name: b"old"}


def test_a_folder_that_lets_nobody_write_is_asked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows guards Documents against programs that it does not know: each try is denied, and shown to the user."""
    tries = []

    def deny(path: Path, *_: object) -> None:
        tries.append(path.name)
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", deny)
    with pytest.raises(YubeiError, match="close it where it is open"):
        files.write(tmp_path / "en.md", b"new", "en.md")
    assert len(tries) == 1


def test_what_word_holds_is_said_to_be_open_and_a_folder_to_be_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "page.docx").touch()

    def deny(*_: object) -> None:  # what Windows says of both
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", deny)
    with pytest.raises(YubeiError, match=r"page\.docx: cannot be read; close it where it is open \(in Word, say\)"):
        files.read_bytes(tmp_path / "page.docx", "page.docx")
    with pytest.raises(YubeiError, match="this is a folder, not a file"):
        files.read_bytes(tmp_path, "source")


def test_what_word_notes_beside_an_open_file_is_no_part_of_a_briefing(tmp_path: Path) -> None:
    """Word lets nobody read it, so that with a page open there `find` and `import` could not run on Windows."""
    (tmp_path / "page.docx").write_bytes(b"page")
    without = memory_file.digest(tmp_path, "")
    (tmp_path / "~$page.docx").write_bytes(b"Editor")
    assert memory_file.digest(tmp_path, "") == without
    (tmp_path / "picture.png").touch()
    assert memory_file.digest(tmp_path, "") != without


@NO_LINKS
def test_a_link_that_leads_out_or_to_itself_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b.png").touch()
    (tmp_path / "a/itself.png").symlink_to("itself.png")
    (tmp_path / "a/out.png").symlink_to(tmp_path / "b.png")
    assert files.inside(tmp_path / "a", "itself.png") is None
    assert files.inside(tmp_path / "a", "out.png") is None
    assert files.inside(tmp_path, "a/out.png") == (tmp_path / "b.png").resolve()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_file_keeps_its_mode(tmp_path: Path) -> None:
    file = tmp_path / "en.md"
    file.write_bytes(b"old")
    file.chmod(0o640)
    files.write(file, b"new", "en.md")
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"new", 0o640)


def test_a_file_of_the_editors_is_not_replaced_by_a_report(tmp_path: Path) -> None:
    (tmp_path / "source/a").mkdir(parents=True)
    for name in ("glossary.yaml", "source/a/en.md"):
        (tmp_path / name).write_bytes(b"old")
        with pytest.raises(YubeiError, match="give -o another name"):
            files.hand_out(tmp_path / name, b"new")
        assert (tmp_path / name).read_bytes() == b"old"
    files.hand_out(tmp_path / "report.json", b"old")
    files.hand_out(tmp_path / "report.json", b"new")
    assert (tmp_path / "report.json").read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
def test_a_report_can_go_into_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with open(os.open(tmp_path / "pipe", os.O_RDWR), "rb", buffering=0) as pipe:
        files.hand_out(tmp_path / "pipe", b"new")
        assert pipe.read(3) == b"new"


@NO_LINKS
def test_a_link_does_not_lead_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(b"secret")
    folder = tmp_path / "source/a"
    folder.mkdir(parents=True)
    (folder / "in.png").write_bytes(b"in")
    (folder / "out.png").symlink_to(tmp_path / "secret.png")
    names = ("in.png", "out.png", "../../secret.png")
    assert [files.inside(folder, name) for name in names] == [folder / "in.png", None, None]
    assert dict(Tree(tmp_path).pictures("a", ["in.png", "out.png", "../../secret.png"])) == {"in.png": b"in"}


def test_a_byte_order_mark_stays_and_what_was_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "en.md").write_bytes(BOM_UTF8 + b"old")
    tree = Tree(tmp_path)
    source = tree.need("en.md")
    assert source.text == "old"
    tree.rewrite(source, "new")
    assert (tmp_path / "en.md").read_bytes() == BOM_UTF8 + b"new"
    with pytest.raises(YubeiError, match="was changed while"):
        tree.rewrite(source, "newer")


def test_only_a_page_by_its_very_name_is_the_saved_page(tmp_path: Path) -> None:
    folder = tmp_path / "source/a"
    folder.mkdir(parents=True)
    for name in ("page.HTML", "page.txt.bak", "page.old.txt", "page.png"):
        (folder / name).write_bytes(b"x")
    tree = Tree(tmp_path)
    assert tree.page("a") == ("source/a/page.HTML", b"x")
    (folder / "page.txt").write_bytes(b"y")
    with pytest.raises(YubeiError, match=r"more than one saved page: page\.HTML, page\.txt; keep one"):
        tree.page("a")
