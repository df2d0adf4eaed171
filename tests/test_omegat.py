"""OmegaT (Debian's, without a window) takes our memory, glossaries and XLIFF, and gives a translated file back."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from yubei_pub import exchanges, glossary, markdown, pipeline
from yubei_pub.interchange import Entry, Pair, Unit, units
from yubei_pub.model import State
from yubei_pub.taking import take_texts
from yubei_pub.terms import TermFinder
from yubei_pub.trace import Source

JAR = Path("/usr/share/omegat/OmegaT.jar")
FORMS = exchanges.formats()
UNITS = [
    Unit((Pair("渝北区接入44类感知设备。", "Yubei has connected 44 kinds of sensing devices."),), "b", "s1", 1),
    Unit(
        (Pair("公园“多”&<好>。", "Parks are “many” & <good>."),),
        "b",
        "s1",
        2,
        State.REVIEWED,
        "A. Reader",
        "2026-11-23",
    ),
]
ENTRIES = [Entry("感知设备", "sensing device", "approved", ("sensor",), note="a note"), Entry("公园", "park")]

PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0"><source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir>
<tm_dir>__DEFAULT__</tm_dir><glossary_dir>__DEFAULT__</glossary_dir><dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>ZH-CN</source_lang><target_lang>EN-US</target_lang><sentence_seg>false</sentence_seg>
<support_default_translations>true</support_default_translations><remove_tags>false</remove_tags></project></omegat>
"""
# OmegaT reads glossaries only to show them: asked of its own readers, by the languages of a project.
READER = """
import org.omegat.core.Core; import org.omegat.gui.glossary.*; import org.omegat.util.Language;
import org.omegat.core.data.ProjectProperties;
Core.setProject(new org.omegat.core.data.NotLoadedProject() {{
  public ProjectProperties getProjectProperties() {{
    try {{
      ProjectProperties p = new ProjectProperties(new java.io.File("{folder}"));
      p.setSourceLanguage("ZH-CN"); p.setTargetLanguage("EN-US"); return p;
    }} catch (Exception e) {{ throw new RuntimeException(e); }}
  }}
}});
for (GlossaryEntry e : {reader}.read(new java.io.File("{file}"), true))
  System.out.println("ENTRY " + e.getSrcText() + " = " + String.join("|", e.getLocTerms(false)));
/exit
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    if not shutil.which("omegat") or not JAR.exists():
        pytest.skip("Debian's omegat is not installed")
    for name in ("source", "target", "omegat", "tm/auto", "glossary", "dictionary"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "omegat.project").write_text(PROJECT, "utf-8")
    (tmp_path / "tm/auto/texts.tmx").write_bytes(FORMS["tmx"].write(UNITS))
    (tmp_path / "glossary/glossary.txt").write_bytes(FORMS["omegat"].write(ENTRIES))
    (tmp_path / "glossary/glossary.tbx").write_bytes(FORMS["tbx"].write(ENTRIES))
    return tmp_path


def translated(project: Path) -> str:
    command = ["omegat", str(project), "--mode=console-translate", "--no-team"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_memory_translates_a_text(project: Path) -> None:
    (project / "source/a.txt").write_text("\n\n".join(unit.zh for unit in UNITS), "utf-8")
    log = translated(project)
    assert (project / "target/a.txt").read_text("utf-8").strip() == "\n\n".join(unit.en for unit in UNITS)
    assert "SEVERE" not in log


def test_xliff_is_translated_and_comes_back(project: Path) -> None:
    todo = [Unit((Pair(unit.zh, ""),), "b", "s1", unit.number, State.MISSING, notes=("a note",)) for unit in UNITS]
    (project / "source/b.xlf").write_bytes(FORMS["xliff"].write(todo))
    translated(project)
    _, back = exchanges.read("b.xlf", (project / "target/b.xlf").read_bytes())
    wanted = [Unit(unit.segments, "b", "s1", unit.number, State.UNREVIEWED, notes=("a note",)) for unit in UNITS]
    assert back == wanted


def test_formatting_goes_through_omegat_into_en_md(project: Path) -> None:
    """What OmegaT shows of a code is <g0>; which it is, it says again in the file it writes."""
    zh = "# 标题\n\n**很多*公园***，见[网页](https://example.org/zh)。有`代码`[^1]。\n\n[^1]: 数**字**。\n"
    folder = pipeline.Folder("b", markdown.read(Source("zh.md", zh)), Source("en.md", "#\n"), None, None, {})
    briefing = pipeline.brief(folder, glossary.Glossary(Source("", ""), ()), TermFinder(()))
    typed = {
        "标题": "Title",
        "<g0>很多<g1>公园</g1></g0>，见<g2>网页</g2>。有<g3>代码</g3><x4/>。": (
            "See <g2>the page</g2>: <g0>many <g1>parks</g1></g0>, says <g3>a_b</g3><x4/>."
        ),
        "数<g0>字</g0>。": "<g0>Counted</g0>.",
    }
    (project / "tm/auto/texts.tmx").write_bytes(FORMS["tmx"].write([Unit((Pair(*pair),)) for pair in typed.items()]))
    (project / "source/b.xlf").write_bytes(FORMS["xliff"].write(list(units(briefing))))
    translated(project)
    _, back = exchanges.read("b.xlf", (project / "target/b.xlf").read_bytes())
    [taken] = take_texts([briefing], [unit for unit in back if isinstance(unit, Unit)], reviewed_too=False)
    assert not [step.why for step in taken.steps if step.why]
    assert taken.text == (
        "# Title\n\nSee [the page](https://example.org/zh): **many *parks***, says `a_b`[^1].\n\n[^1]: **Counted**.\n"
    )


@pytest.mark.parametrize(
    ("name", "reader"), [("glossary.txt", "GlossaryReaderTSV"), ("glossary.tbx", "GlossaryReaderTBX")]
)
def test_glossaries_are_read(project: Path, name: str, reader: str) -> None:
    if not shutil.which("jshell"):
        pytest.skip("jshell, which asks OmegaT's readers, is not installed")
    script = project / "ask.jsh"
    script.write_text(READER.format(folder=project, reader=reader, file=project / "glossary" / name), "utf-8")
    jars = ":".join(["/usr/share/java/*", str(JAR)])
    command = ["jshell", "--class-path", jars, "-R-Dfile.encoding=UTF-8", "-J-Dfile.encoding=UTF-8", str(script)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    said = [line for line in done.stdout.splitlines() if line.startswith("ENTRY ")]
    assert "ENTRY 公园 = park" in said, done.stdout + done.stderr
    assert any(line.startswith("ENTRY 感知设备 = sensing device") for line in said), done.stdout
