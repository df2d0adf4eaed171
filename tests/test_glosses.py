"""The Chinese in brackets behind the first use of a term: the same in every format."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pytest
from briefings import briefing, term
from docx_lint import W
from lxml import etree
from test_docx import described, part, words

from yubei_pub import plugins, writers
from yubei_pub.beads import Stretch, TermUse
from yubei_pub.model import Briefing
from yubei_pub.settings import Style
from yubei_pub.wording import glosses

FIRST_USE = Style(layout="stacked", glosses="first-use")


def write(made: Briefing, name: str, style: Style = FIRST_USE) -> bytes:
    data: bytes = plugins.load(writers, name).write([made], style)
    return data


def text(data: bytes, name: str) -> str:
    """What a reader reads; Markdown as it is written."""
    if name == "md":
        return data.decode()
    page = data
    if name == "epub":
        page = zipfile.ZipFile(io.BytesIO(data)).read("EPUB/briefing-1.xhtml")
    if name in ("html", "epub"):
        return "".join(map(str, etree.HTML(page).itertext()))
    return words(part(data))


def glossed(zh: str, en: str, *rendered: tuple[str, str]) -> Briefing:
    """A briefing in which each (Chinese, English) is a use of a term."""
    made = replace(briefing(zh, en), glossary={ours: term(ours, theirs) for ours, theirs in rendered})
    for section in made.sections:
        for passage in section.passages:
            beads = []
            for bead in passage.beads:
                uses = [
                    TermUse(term(ours, theirs), Stretch(0, 0, 1), Stretch(0, at, at + len(theirs)), theirs)
                    for ours, theirs in rendered
                    if bead.target and (at := bead.target[0].text.text.find(theirs)) >= 0
                ]
                beads.append(bead._replace(terms=tuple(uses)))
            object.__setattr__(passage, "beads", tuple(beads))
    return made


@pytest.mark.parametrize(
    ("english", "rendered", "expected"),
    [
        ("A sensing device.", [("感知设备", "sensing device")], "A sensing device (感知设备)."),
        ("The “Hub” opened.", [("剧汇", "Hub")], "The “Hub” (剧汇) opened."),
        ("The Center’s door.", [("中心", "Center")], "The Center’s (中心) door."),
        ("The Hub (剧汇) opened.", [("剧汇", "Hub")], "The Hub (剧汇) opened."),
        ("Yubei District grew.", [("渝北区", "Yubei District"), ("渝北", "Yubei")], "Yubei District (渝北区) grew."),
        ("Hub, again **Hub**.", [("剧汇", "Hub")], "Hub (剧汇), again Hub."),
    ],
)
def test_first_uses_get_their_chinese_in_brackets(english: str, rendered: list[tuple[str, str]], expected: str) -> None:
    made = glossed("# 题\n\n文", f"# T\n\n{english}", *rendered)
    assert f"English: 1 ⇥ {expected}" in described(write(made, "docx"))


@pytest.mark.parametrize("name", ["docx", "md", "html", "epub"])
def test_every_format_has_them_and_only_if_asked(name: str) -> None:
    made = glossed("# 题\n\n文", "# T\n\nThe [“Hub”](https://e.org/) *opened*. The Hub grew.", ("剧汇", "Hub"))
    read = re.sub(r"[*\]\[]|\(https://e.org/\)", "", text(write(made, name), name))
    assert "The “Hub” (剧汇) opened. The Hub grew." in read
    assert "(剧汇)" not in text(write(made, name, Style()), name)


def test_only_the_first_use_is_glossed_and_no_heading() -> None:
    made = glossed("# 题\n\n文\n\n## 节\n\n文", "# Hub\n\nHub.\n\n## The Hub\n\nThe Hub.", ("剧汇", "Hub"))
    assert [g.text for each in glosses.first_uses(made).values() for g in each] == [" (剧汇)"]
    data = write(made, "docx")
    assert words(part(data)).count("(剧汇)") == 1
    run = next(r for r in part(data).iter(f"{W}r") if words(r) == "剧汇")
    assert run.find(f"{W}rPr/{W}rFonts").get(f"{W}hint") == "eastAsia"  # type: ignore[union-attr]
