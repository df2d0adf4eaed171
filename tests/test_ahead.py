"""Several processes change nothing but the time that a build or a check takes, whatever becomes of them."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import EN, GLOSSARY, ZH, Yubei, write

from yubei_pub import ahead, pairing, pipeline
from yubei_pub.dismissals import Answered
from yubei_pub.project import Project
from yubei_pub.quantities import chinese, english

REAL = ahead._PROGRAM
# Hands over half of what it should and is killed, in the middle of a line or at the end of one.
KILLED = f"""
import os, subprocess, sys
said = subprocess.run({REAL!r}, stdin=sys.stdin, stdout=subprocess.PIPE).stdout
sys.stdout.buffer.write(said[:len(said) // 2])
sys.stdout.flush()
os.abort()
"""
TROUBLE: dict[str, tuple[str, ...]] = {
    "killed": (sys.executable, "-c", KILLED),
    "says nothing": (sys.executable, "-c", ""),
    "cannot start": (str(Path(__file__).parent / "no such program"),),
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two briefings, one with enough sections for each process to have some, and one that cannot be read."""
    monkeypatch.setattr(ahead, "DIVIDED", 3_000)
    write(tmp_path / "glossary.yaml", GLOSSARY)
    for id, count in (("long", 9), ("small", 0)):
        zh = [
            f"\n## 公園{n} {{#p{n}}}\n\n去年{n}個口袋公園開工，投資{n}.5億元。\n\n感知設備很多。\n"
            for n in range(count)
        ]
        en = [
            f"\n## Parks {n} {{#p{n}}}\n\nLast year {n + n % 2} pocket parks began, with {n}.5 billion yuan.\n\n"
            f"There are many {'perception' if n % 3 else 'sensing'} devices.\n"
            for n in range(count)
        ]
        write(tmp_path / f"source/{id}/zh.md", ZH + "".join(zh))
        write(tmp_path / f"source/{id}/en.md", EN + "".join(en) * (3 if count else 1))
    (write(tmp_path / "source/broken/zh.md", "") and tmp_path / "source/broken/en.md").write_bytes(b"\xff\xfe\x00")
    return tmp_path


def made(root: Path, jobs: int, remembering: bool = True) -> tuple[Answered, list[bytes]]:
    """What a build by so many processes finds and writes."""
    project = Project(root)
    if remembering:
        project.kept.read()
    ahead.work(project, ["broken", "long", "small"], jobs)
    briefings = [project.briefing(id) for id in ("long", "small")]
    answered = project.check(briefings)
    documents = [
        pipeline.typeset([each], project.settings.style, form)[0] for each in briefings for form in ("docx", "md")
    ]
    project.kept.keep(["long", "small"], project.tree.ids())
    return answered, documents


@pytest.mark.parametrize(("jobs", "remembering"), [(2, True), (4, False)])
def test_the_documents_and_findings_are_the_same(project: Path, jobs: int, remembering: bool) -> None:
    fresh = made(project, 1, remembering=False)
    assert fresh[0].findings
    assert made(project, jobs, remembering) == fresh
    glossary = GLOSSARY.replace("sensing devices", "perception devices")
    assert glossary != GLOSSARY
    write(project / "glossary.yaml", glossary)
    changed = made(project, 1, remembering=False)
    assert changed != fresh
    assert made(project, jobs, remembering) == changed  # upon what the build before left, too


def test_the_build_finds_known_what_is_slow(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Project(project)
    ahead.work(opened, ["long", "small"], 3)

    def looked_for(*texts: object) -> None:
        raise AssertionError(texts)

    monkeypatch.setattr(chinese, "find", looked_for)
    monkeypatch.setattr(english, "find", looked_for)
    monkeypatch.setattr(pairing, "pair_blocks", looked_for)
    briefings = [opened.briefing("long"), opened.briefing("small")]
    opened.check(briefings)
    for briefing in briefings:
        pipeline.typeset([briefing], opened.settings.style, "docx")


@pytest.mark.parametrize("trouble", TROUBLE)
def test_what_a_process_leaves_undone_the_build_does(
    project: Path, monkeypatch: pytest.MonkeyPatch, trouble: str
) -> None:
    monkeypatch.setattr(ahead, "_PROGRAM", TROUBLE[trouble])
    assert made(project, 2) == made(project, 1, remembering=False)


def test_processes_start_unasked_only_for_long_texts(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counts: list[int] = []
    monkeypatch.setattr(ahead, "_take_over", lambda _, shares: counts.append(len(shares)))
    monkeypatch.setattr(ahead, "_processors", lambda: 3)
    ahead.work(Project(project), ["long", "small"])
    assert not counts
    monkeypatch.setattr(ahead, "WORTH", 1_000)
    ahead.work(Project(project), ["long", "small"])
    made(project, 1)
    again = Project(project)
    again.kept.read()
    ahead.work(again, ["long", "small"])  # all is known
    assert counts == [3]


@pytest.mark.parametrize("command", [("check",), ("build",), ("build", "--release")])
def test_commands_say_the_same(yubei: Yubei, project: Path, command: tuple[str, ...]) -> None:
    alone = yubei(*command, "--jobs", "1")
    assert alone.code == 2
    shutil.rmtree(project / "build", ignore_errors=True)
    assert yubei(*command, "--jobs", "2") == alone


@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal to a group of processes")
def test_ctrl_c_leaves_no_process_and_no_traceback(project: Path) -> None:
    begun = project / "begun"
    waiting = f"import pathlib, time; pathlib.Path({str(begun)!r}).touch(); time.sleep(600)"
    program = (
        f"from yubei_pub import ahead, cli\nahead._PROGRAM = {(sys.executable, '-c', waiting)!r}\n"
        "import signal\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"  # not if run behind a &
        f"import sys\nsys.argv[1:] = ['check', '--jobs', '2']\ncli.main()"
    )
    with subprocess.Popen(
        (sys.executable, "-c", program), cwd=project, stderr=subprocess.PIPE, start_new_session=True
    ) as run:
        while not begun.exists():
            time.sleep(0.01)
        os.killpg(run.pid, signal.SIGINT)
        _, said = run.communicate(timeout=60)
    assert run.returncode == 1
    assert said.decode().split() == ["Aborted!"]
    with pytest.raises(ProcessLookupError):
        os.killpg(run.pid, 0)
