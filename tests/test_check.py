"""`yubei-pub check` as editors, consoles and GitHub see it: dismissals, fixes, changes, terminals, exit codes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from errno import EINVAL
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import click
import pytest
from conftest import EN, GLOSSARY, ZH, Result, Yubei, write
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from yubei_pub import changed, checks, cli, fixing
from yubei_pub.findings import Finding, Fix, Message, Place, Severity, YubeiError
from yubei_pub.project import Project
from yubei_pub.settings import Ignore
from yubei_pub.trace import Edit, Source

PROGRAM = [sys.executable, "-c", "from yubei_pub.cli import main; main()"]
WRONG = EN.replace("more than 356,000", "more than 35,600")
AVOIDED = EN.replace("sensing devices", "perception equipment")


def rules(out: str) -> list[str]:
    """`error numbers`, …: what each line of a report is about."""
    return [" ".join(line.split(": ")[1].split()[:2]) for line in out.splitlines()]


# dismissals for the whole project


def ignoring(folder: Path, *entries: str) -> None:
    write(folder / "yubei-pub.yaml", "ignore:\n" + "".join(f"  - {{{entry}}}\n" for entry in entries))


@pytest.mark.parametrize(
    ("entry", "left"),
    [
        ("rule: numbers, reason: x", []),
        ('rule: numbers, reason: x, match: "35,600"', []),
        ('rule: numbers, reason: x, match: "35.6万余个"', []),
        ("rule: numbers, reason: x, paths: [source/small/en.md]", []),
        ("rule: numbers, reason: x, paths: [source/*]", []),
        ('rule: numbers, reason: x, match: "35,601"', ["error numbers", "warning dismissals"]),
        ("rule: numbers, reason: x, paths: [source/other/*]", ["error numbers", "warning dismissals"]),
        ("rule: terms, reason: x", ["error numbers", "warning dismissals"]),
        ("rule: nombres, reason: x", ["error numbers", "error dismissals"]),
        ("rule: numbers", ["error numbers", "error settings"]),
        ("rule: numbers, reason: x, path: [source/*]", ["error numbers", "warning settings"]),
    ],
)
def test_the_settings_dismiss_for_the_project(folder: Path, yubei: Yubei, entry: str, left: list[str]) -> None:
    write(folder / "source/small/en.md", WRONG)
    ignoring(folder, entry)
    out = yubei("check")
    assert rules(out.out) == left, out.all


def test_a_part_of_the_project_does_not_make_an_entry_idle(folder: Path, yubei: Yubei) -> None:
    write(folder / "source/other/zh.md", ZH)
    write(folder / "source/other/en.md", WRONG)
    ignoring(folder, "rule: numbers, reason: x, paths: [source/other/*]")
    assert yubei("check").out == ""
    assert yubei("check", "small").out == ""
    write(folder / "source/other/en.md", EN)
    said = yubei("check").out
    assert rules(said) == ["warning dismissals"]
    assert "there is nothing of “numbers” left to ignore here; take this entry out" in said
    assert yubei("check", "small").out == ""


@pytest.mark.parametrize(("match", "covers"), [("", True), ("no year", True), ("July", True), ("Zhang", False)])
def test_words_of_an_entry_are_looked_for_in_the_message_and_in_the_text(match: str, covers: bool) -> None:
    place = Place(Source("source/a/en.md", "On July 10, Zhang spoke."), 3, 10)
    said = Finding("undated", Severity.NOTE, place, Message("this date has no year"))
    assert Ignore("undated", "reason", place, match=match).covers(said) == covers


def test_a_comment_answers_for_its_own_paragraph_alone(folder: Path, yubei: Yubei) -> None:
    both = WRONG.replace("Five pocket parks", "Six pocket parks")
    write(
        folder / "source/small/en.md",
        both.replace("The center", "<!-- yubei: ignore numbers: reason -->\n\nThe center"),
    )
    [line] = yubei("check").out.splitlines()
    assert "error numbers: 5个 is 5; the English says Six" in line


def test_a_part_of_the_project_does_not_make_a_comment_idle_of_a_rule_over_all(folder: Path, yubei: Yubei) -> None:
    write(folder / "source/other/zh.md", ZH)
    write(folder / "source/other/en.md", EN)
    comment = "<!-- yubei: ignore outside-gb2312: x -->\n\nThe center"
    write(folder / "source/small/en.md", EN.replace("The center", comment))
    assert rules(yubei("check").out) == ["warning dismissals"]
    assert yubei("check", "small").out == ""


def test_a_comment_answers_for_its_own_file_alone(folder: Path, yubei: Yubei) -> None:
    """Another briefing has the same fault at the very same place."""
    answered = WRONG.replace("The center", "<!-- yubei: ignore numbers: reason -->\n\nThe center")
    write(folder / "source/small/en.md", answered)
    write(folder / "source/other/zh.md", ZH)
    write(folder / "source/other/en.md", answered.replace("yubei: ignore numbers: reason", "x" * 29))
    [line] = yubei("check").out.splitlines()
    assert line.startswith("source/other/en.md:15:")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("ignore", "say of which rule and why"),
        ("ignore: the annex", "say of which rule and why"),
        ("ignore numbers", "say why: <!-- yubei: ignore numbers: reason -->"),
        ("ignore numbres: x", "there is no rule “numbres” to ignore (did you mean “numbers”?)"),
    ],
)
def test_a_comment_that_answers_for_nothing_says_so(folder: Path, yubei: Yubei, words: str, told: str) -> None:
    write(folder / "source/small/en.md", EN.replace("The center", f"<!-- yubei: {words} -->\n\nThe center"))
    assert f"error dismissals: {told}" in yubei("check").out


def test_what_was_dismissed_is_never_left_unsaid(folder: Path, yubei: Yubei) -> None:
    write(folder / "source/small/en.md", WRONG)
    ignoring(folder, "rule: numbers, reason: the annex counts otherwise")
    yubei("approve", "small", "--by", "A. Reviser")
    assert "1 dismissed with a reason (numbers 1)" in yubei("check").err
    released = yubei("build", "--release")
    assert released.code == 0, released.all
    assert "1 dismissed with a reason (numbers 1)" in released.err
    assert re.search(r"Dismissed: source/small/en.md:13:\d+: error numbers: .*the annex counts otherwise", released.err)


def test_a_footnote_can_be_answered_like_a_paragraph(folder: Path, yubei: Yubei) -> None:
    write(folder / "source/small/zh.md", ZH.replace("今年建成", "今年[^1]建成") + "\n[^1]: 全區有36個。\n")
    note = "\n<!-- yubei: ignore numbers: the translation leaves one out -->\n\n[^1]: There are 35 of them.\n"
    write(folder / "source/small/en.md", EN.replace("Five pocket", "Five[^1] pocket") + note)
    checked = yubei("check")
    assert (checked.out, "1 dismissed" in checked.err) == ("", True)


# fixes


def test_what_is_certain_is_mended_and_every_other_byte_stays(folder: Path, yubei: Yubei) -> None:
    zh = ("\ufeff" + ZH.replace("居民", "居\u200b民").replace("\n", "\r\n")).encode()
    en = AVOIDED.replace("\n", "\r\n").replace("like them.", "like\u200b them.  ").encode()
    (folder / "source/small/zh.md").write_bytes(zh)
    (folder / "source/small/en.md").write_bytes(en)
    done = yubei("check", "--fix")
    assert (folder / "source/small/zh.md").read_bytes() == zh.replace("\u200b".encode(), b"")
    wanted = en.replace(b"perception equipment", b"sensing devices").replace("\u200b".encode(), b"")
    assert (folder / "source/small/en.md").read_bytes() == wanted
    assert len(re.findall(r"^Mended source/small/", done.err, re.M)) == 3
    assert (done.code, done.out) == (0, ""), done.all
    again = yubei("check", "--fix")
    assert "Mended" not in again.err
    assert (folder / "source/small/en.md").read_bytes() == wanted


def test_a_guess_is_never_applied(folder: Path, yubei: Yubei) -> None:
    write(folder / "yubei-pub.yaml", "ordre: zh-en\n")
    assert json.loads(yubei("check", "--format", "json").out)[0]["fix"]["certain"] is False
    yubei("check", "--fix")
    assert (folder / "yubei-pub.yaml").read_text() == "ordre: zh-en\n"


def test_a_dismissed_finding_is_not_mended(folder: Path, yubei: Yubei) -> None:
    write(folder / "source/small/en.md", AVOIDED)
    ignoring(folder, "rule: avoided-renderings, reason: quoted from a speech")
    yubei("check", "--fix")
    assert (folder / "source/small/en.md").read_text("utf-8") == AVOIDED


def test_a_file_that_changed_meanwhile_is_left_alone(folder: Path) -> None:
    write(folder / "source/small/en.md", AVOIDED)
    zh = write(folder / "source/small/zh.md", ZH.replace("居民", "居\u200b民"))
    project = Project(folder)
    findings = project.check([project.briefing("small")]).findings
    newer = AVOIDED + "\nA colleague saves a sentence.\n"
    write(folder / "source/small/en.md", newer)
    with pytest.raises(YubeiError, match="changed while it was being checked"):
        project.fix(findings)
    assert (folder / "source/small/en.md").read_text("utf-8") == newer
    assert "\u200b" in zh.read_text("utf-8")  # nor is anything else


def found(edits: list[tuple[int, int, str]], certain: bool = True) -> Finding:
    fix = Fix(tuple(Edit(start, end, text, "r") for start, end, text in edits), certain)
    return Finding(
        "r", Severity.ERROR, Place(Source("x", "0123456789"), edits[0][0], edits[0][1]), Message("m"), fix=fix
    )


FIXES = st.lists(st.tuples(st.integers(0, 10), st.integers(0, 3), st.text("ab", max_size=2), st.booleans()), max_size=8)


@given(FIXES)
def test_fixes_are_whole_apart_and_certain(drawn: list[tuple[int, int, str, bool]]) -> None:
    findings = [found([(start, min(start + size, 10), text)], certain) for start, size, text, certain in drawn]
    text, mended = fixing.apply("0123456789", findings)
    assert all(f.fix and f.fix.certain for f in mended)
    edits = sorted({(e.start, e.end, e.replacement) for f in mended if f.fix for e in f.fix.edits})
    assert all(a[1] <= b[0] and a[0] < b[0] for a, b in pairwise(edits))
    expected = "0123456789"
    for start, end, replacement in reversed(edits):
        expected = expected[:start] + replacement + expected[end:]
    assert text == expected


def test_of_two_fixes_in_each_others_way_one_is_made_and_the_same_one_once() -> None:
    text, mended = fixing.apply("0123456789", [found([(2, 5, "x")]), found([(4, 6, "y")]), found([(2, 5, "x")])])
    assert (text, len(mended)) == ("01x56789", 2)
    text, mended = fixing.apply("0123456789", [found([(1, 2, "x"), (8, 9, "y")]), found([(0, 1, "z"), (8, 10, "w")])])
    assert (text, len(mended)) == ("z1234567w", 1)
    assert fixing.apply("0123456789", [found([(2, 2, "x")]), found([(2, 2, "y")])])[0] == "01x23456789"


def test_a_fix_that_changes_nothing_or_is_of_another_text_is_not_made_again_for_ever() -> None:
    told = found([(3, 5, "x")])._replace(fix=None)
    assert fixing.apply("0123456789", [told, found([(3, 5, "34")]), found([(8, 11, "x")])]) == ("0123456789", [])


# what a pull request touches


@pytest.fixture
def committed(folder: Path) -> Callable[[], None]:
    """Commits the folder as it stands."""

    def commit() -> None:
        name = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        for arguments in (("init", "-q", "-b", "main"), ("add", "-A"), (*name, "commit", "-q", "-m", "x")):
            subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)

    return commit


BOTH_WRONG = WRONG.replace("Five pocket parks", "Four little parks")  # numbers in s1, numbers and a term in s1-1


def test_only_what_a_change_concerns(folder: Path, yubei: Yubei, committed: Callable[[], None]) -> None:
    write(folder / "source/small/en.md", BOTH_WRONG)
    committed()

    def concerned(path: str, old: str, new: str) -> list[str]:
        file = folder / path
        before = file.read_text("utf-8")
        assert old in before
        write(file, before.replace(old, new))
        out = yubei("check", "--changed", "main").out
        write(file, before)
        return sorted(f"{line.split(':')[1]} {rule}" for line, rule in zip(out.splitlines(), rules(out), strict=True))

    every = ["13 error numbers", "17 error numbers", "17 warning terms"]
    assert yubei("check").code == 1
    unchanged = yubei("check", "--changed", "main")
    assert (unchanged.code, unchanged.out) == (0, "")
    assert concerned("source/small/en.md", "Residents like", "Residents love") == []
    assert concerned("source/small/en.md", "in 44 categories", "in 44 kinds") == ["13 error numbers"]
    assert concerned("source/small/zh.md", "中心接入", "該中心接入") == ["13 error numbers"]
    assert concerned("source/small/zh.md", "今年建成", "今年已建成") == every[1:]
    assert concerned("glossary.yaml", "en: pocket parks", "en: tiny parks") == every[1:]
    assert concerned("glossary.yaml", "use: sensing devices", "use: devices") == ["13 error numbers"]
    for path, paragraph in (("zh", "居民都說好。\n"), ("en", "Residents like them.\n")):
        assert concerned(f"source/small/{path}.md", paragraph, "") == every[1:], "it is in the same row now"
    assert concerned("source/small/zh.md", "date: 2024-07-10", "date: 2024-07-11") == every
    assert concerned("source/small/zh.md", "publisher: 示例新聞網", "publisher: 示例網") == []


def test_a_change_concerns_all_lines_of_its_paragraph_and_no_other_section(
    folder: Path, yubei: Yubei, committed: Callable[[], None]
) -> None:
    zh = "# 題\n\n## 一 {#a}\n\n公園有300個。\n\n## 二 {#b}\n\n湖有5個。\n\n山有7座。\n"
    en = "# T\n\n## A {#a}\n\nIn town\nthere are\n400 parks.\n\nThey are small.\n\n"
    en += "## B {#b}\n\nThere are 5 lakes.\n\nThere are 7 hills.\n"
    write(folder / "source/small/zh.md", zh)
    write(folder / "source/small/en.md", en)
    committed()

    def concerned(old: str, new: str) -> str:
        write(folder / "source/small/en.md", en.replace(old, new))
        return yubei("check", "--changed", "main").out

    assert "400" in concerned("there are\n400", "there were\n400")
    assert "400" not in concerned("\n\nThere are 7 hills.", "")


@given(st.lists(st.builds(lambda at, many: range(at, at + many), st.integers(1, 30), st.integers(1, 12))))
def test_lines_that_changed_are_the_same_ones_in_order_and_apart(ranges: list[range]) -> None:
    merged = changed._merged(ranges)
    assert {line for each in merged for line in each} == {line for each in ranges for line in each}
    assert all(one.stop < other.start for one, other in pairwise(merged))


def test_what_is_not_as_it_was_approved_concerns_who_changes_the_approval(
    folder: Path, yubei: Yubei, committed: Callable[[], None]
) -> None:
    yubei("approve", "small", "--by", "A")
    text = EN.replace("Residents like", "Residents love")
    write(folder / "source/small/en.md", text)
    committed()
    assert "note unreviewed" in yubei("check").out
    write(folder / "source/small/en.md", text.replace("in 44 categories", "in\n44 categories"))
    assert yubei("check", "--changed", "main").out == "", "another section is concerned"
    review = folder / "source/small/review.yaml"
    write(review, review.read_text("utf-8").replace('by: "A"', 'by: "B"'))
    assert "not what B approved" in yubei("check", "--changed", "main").out


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("a.png", "source/small/en.md:5:1: note unreviewed: figure: this caption, or its picture, is not what A"),
        ("page.txt", "source/small/page.txt:1:1: note unreviewed: the saved page is not as it was when A approved"),
    ],
)
def test_a_change_of_a_picture_or_of_the_page_concerns_what_was_approved(
    name: str, place: str, folder: Path, yubei: Yubei, committed: Callable[[], None]
) -> None:
    small = folder / "source/small"
    write(small / "zh.md", "---\ndate: 2024-07-10\n---\n\n# 題\n\n![公園。](a.png)\n\n居民都說好。\n")
    write(small / "en.md", "# T\n\nResidents like it.\n\n![A park.](a.png)\n")
    write(small / "page.txt", "題\n居民都說好。\n")
    Image.new("RGB", (9, 9)).save(small / "a.png")
    assert yubei("approve", "small", "--by", "A").code == 0
    committed()
    assert "unreviewed" not in yubei("check", "--changed", "main").out
    (small / name).write_bytes((small / name).read_bytes() + b"\n.")
    assert place in yubei("check", "--changed", "main").out
    assert yubei("build", "--release").code == 1


def test_a_revision_that_is_not_there_is_said(folder: Path, yubei: Yubei, committed: Callable[[], None]) -> None:
    assert "git repository" in yubei("check", "--changed", "main").err
    committed()
    result = yubei("check", "--changed", "nonsense")
    assert (result.code, "no revision “nonsense”" in result.err) == (2, True)


# terminals and consoles


def on_a_terminal(folder: Path, *args: str, **environment: str) -> str:
    """What a terminal of 60 columns gets."""
    pty = pytest.importorskip("pty", reason="Windows has no pseudo-terminals")
    main, side = pty.openpty()
    env = {**os.environ, "COLUMNS": "60", "TERM": "xterm", "PYTHONIOENCODING": "utf-8", **environment}
    process = subprocess.Popen([*PROGRAM, *args], cwd=folder, env=env, stdout=side, stderr=subprocess.DEVNULL)
    os.close(side)
    written = b""
    while True:
        try:
            piece = os.read(main, 4096)
        except OSError:  # Linux: the other side has closed it
            break
        if not piece:
            break
        written += piece
    process.wait()
    os.close(main)
    return written.decode().replace("\r\n", "\n")


def test_a_terminal_shows_the_line_a_caret_and_colours(folder: Path) -> None:
    write(folder / "source/small/en.md", WRONG)
    written = on_a_terminal(folder, "check")
    assert "\x1b[31m\x1b[1merror\x1b[0m" in written
    plain = re.sub(r"\x1b\[\d*m", "", written).splitlines()
    assert plain[0].startswith("source/small/en.md:13:31: error numbers: ")
    assert plain[1] == "   13 | …nnects more than 35,600 sensing devices in 44 cate…"
    assert plain[2] == "      |                   ^^^^^^"
    assert plain[3] == "    source/small/zh.md:14:8: the Chinese: 35.6万余个"


def test_no_color_and_force_color_are_obeyed(folder: Path, yubei: Yubei, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder / "source/small/en.md", WRONG)
    assert "\x1b" not in on_a_terminal(folder, "check", NO_COLOR="1")
    assert "^^^" in on_a_terminal(folder, "check", NO_COLOR="1")
    assert "\x1b" not in on_a_terminal(folder, "check", NO_COLOR="1", FORCE_COLOR="1")
    assert "\x1b" not in on_a_terminal(folder, "check", TERM="dumb")
    assert "\x1b" not in yubei("check").out
    assert len(yubei("check").out.splitlines()) == 1
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[31m" in yubei("check").out


@pytest.mark.parametrize("encoding", ["gbk", "cp1252"])
@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_no_console_makes_a_report_fail(folder: Path, form: str, encoding: str) -> None:
    write(folder / "source/small/en.md", WRONG.replace("Residents", "✓ 𝄞 居民 Residents"))
    env = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    done = subprocess.run([*PROGRAM, "check", "--format", form], cwd=folder, env=env, capture_output=True, check=False)
    assert done.returncode == 1, done.stderr.decode(encoding)
    if form == "text":
        assert "numbers" in done.stdout.decode(encoding)
    else:  # programs read UTF-8, whatever the console is
        assert "35.6万余" in done.stdout.decode("utf-8")


@pytest.mark.parametrize("encoding", ["gbk", "cp1252"])
@pytest.mark.parametrize("args", [("status",), ("build",), ("explain", "numbers"), ("check", "nothing"), ("--help",)])
def test_no_console_makes_a_command_fail(folder: Path, args: tuple[str, ...], encoding: str) -> None:
    write(folder / "source/small/en.md", WRONG)
    env = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "FORCE_COLOR": "1"}
    done = subprocess.run([*PROGRAM, *args], cwd=folder, env=env, capture_output=True, check=False)
    assert b"fault" not in done.stderr
    assert b"Traceback" not in done.stderr
    assert done.stdout.decode(encoding) + done.stderr.decode(encoding)


def test_a_reader_that_has_gone_is_no_fault_of_the_program(folder: Path) -> None:
    """`yubei-pub explain numbers | head -1`: click ends it quietly, and not as clean."""
    command = [sys.executable, "-m", "yubei_pub", "explain", "numbers"]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout
    process.stdout.close()
    process.stdout = None  # on Windows communicate() would read it
    _, err = process.communicate()
    assert (process.returncode, err) == (1, b"")


def test_nor_is_one_on_windows(yubei: Yubei, monkeypatch: pytest.MonkeyPatch) -> None:
    """Python's subprocess has it so: a pipe whose reader has gone is an “Invalid argument” there."""

    def write(*_: object) -> None:
        raise OSError(EINVAL, "Invalid argument")

    monkeypatch.setattr(cli, "os", SimpleNamespace(name="nt", environ=os.environ))
    monkeypatch.setattr(click, "echo", write)
    assert yubei("explain", "numbers") == Result(1, "", "")


def test_what_goes_into_a_file_is_chinese_where_the_system_has_none(folder: Path) -> None:
    write(folder / "source/small/en.md", WRONG)
    narrow = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}  # ASCII, as cp1252 without Chinese
    env = {name: value for name, value in os.environ.items() if name != "PYTHONIOENCODING"} | narrow
    done = subprocess.run([*PROGRAM, "check"], cwd=folder, env=env, capture_output=True, check=False)
    assert "35.6万余" in done.stdout.decode("utf-8")


# GitHub


def test_the_job_summary_is_added_to(folder: Path, yubei: Yubei, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder / "source/small/en.md", WRONG)
    summary = write(folder / "summary.md", "Before.\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    result = yubei("check", "--format", "github")
    assert result.code == 1
    assert result.out.startswith("::error title=yubei-pub (numbers),file=source/small/en.md,line=13,col=31,")
    written = summary.read_text("utf-8")
    assert written.startswith("Before.\n### yubei-pub: 1 error\n")
    assert "| error | source/small/en.md" in written
    yubei("check", "--format", "json")
    assert summary.read_text("utf-8") == written


@pytest.mark.parametrize(("form", "inside"), [("github", True), ("gitlab", True), ("json", False), ("text", False)])
def test_a_project_in_a_folder_of_its_repository(folder: Path, yubei: Yubei, form: str, inside: bool) -> None:
    write(folder / "texts/glossary.yaml", GLOSSARY)
    write(folder / "texts/source/small/zh.md", ZH)
    write(folder / "texts/source/small/en.md", WRONG)
    subprocess.run(["git", "init", "-q"], cwd=folder, check=True)
    out = yubei("-C", "texts", "check", "--format", form).out
    assert ("texts/source/small/en.md" in out) == inside
    assert "source/small/en.md" in out


@pytest.mark.parametrize("form", ["github", "sarif", "junit"])
@pytest.mark.parametrize(
    ("name", "data"),
    [("glossary.yaml", b"terms:\n  - zh: [\n"), ("source/small/en.md", b"# T\n\n\xff\n"), ("source/small", b"")],
)
def test_what_cannot_be_read_is_in_the_report_too(
    folder: Path, yubei: Yubei, form: str, name: str, data: bytes
) -> None:
    write(folder / "source/good/zh.md", ZH)
    write(folder / "source/good/en.md", EN)
    if data:
        (folder / name).write_bytes(data)
    else:
        (folder / name / "page.txt").write_bytes(b"x")
        (folder / name / "page.html").write_bytes(b"x")
    result = yubei("check", "--format", form)
    assert result.code == 2
    assert name in result.err
    assert "unreadable" in result.out
    assert name in result.out


@pytest.mark.parametrize("name", ["source/small/en.md", "source/small/zh.md", "glossary.yaml"])
@pytest.mark.parametrize("command", ["check", "check --format json", "exchange out xliff", "exchange out csv"])
def test_nothing_is_written_over_an_editor_s_own_file(folder: Path, yubei: Yubei, name: str, command: str) -> None:
    """Somebody means the file that they want to be checked, or translated."""
    before = (folder / name).read_bytes()
    said = yubei(*command.split(), "-o", name)
    assert (said.code, (folder / name).read_bytes()) == (2, before)
    assert f"{name}: error: is one of the project's own files" in said.err
    assert yubei(*command.split(), "-o", "source/small/new.out").code in (0, 1)


def test_a_report_can_go_to_a_file(folder: Path, yubei: Yubei) -> None:
    write(folder / "source/small/en.md", WRONG)
    result = yubei("check", "--format", "sarif", "-o", "found.sarif")
    assert (result.code, result.out) == (1, "")
    read: Any = json.loads((folder / "found.sarif").read_text("utf-8"))
    assert read["runs"][0]["results"][0]["ruleId"] == "numbers"
    assert read["runs"][0]["tool"]["driver"]["rules"][0]["help"]["text"] == checks.manual("numbers")
