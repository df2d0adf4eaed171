"""Build docs/templates anew: Word files from which an office makes its own house style (`template: house.docx`).

    .venv/bin/python tools/word_templates.py [DIR]

Each has our styles, our page, and running lines with the names that a build fills in; its text shows every style
and is not used.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from yubei_pub.word import wordml
from yubei_pub.word.package import Properties, WordPackage
from yubei_pub.word.template import PAPERS, office
from yubei_pub.word.wordml import Voice

TOP = Path(__file__).parents[1]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ENGLISH, CHINESE = Voice(False, "en-US"), Voice(True, "en-US")
DATE = "2024-07-10"


def template(paper: str) -> bytes:
    """The bytes of the template on a paper."""
    package = WordPackage(office(paper))
    width = package.template.page.text_width
    text = wordml.run
    tabs = wordml.tabs(("center", width // 2), ("right", width))
    named = wordml.TAB.join((text("{title}", ENGLISH), text("{date}", ENGLISH), text("{draft}", ENGLISH, "DraftLine")))
    page, pages = wordml.field("PAGE", "1", ENGLISH), wordml.field("NUMPAGES", "1", ENGLISH)
    counted = text("{versions}", ENGLISH) + wordml.TAB + text("Page ", ENGLISH) + page + text(" of ", ENGLISH) + pages
    header = package.frame("header", wordml.paragraph("BriefingHeader", named, tabs))
    footer = package.frame("footer", wordml.paragraph("BriefingFooter", counted, wordml.tabs(("right", width))))
    frames = [("header", "default", header), ("footer", "default", footer)]
    end = wordml.section_properties(frames, package.template.section)
    properties = Properties(f"House style, {paper}", "yubei-pub", "en-US", DATE)
    return package.save([*_body(package.template.parts["word/styles.xml"]), end], properties)


def _body(styles: bytes) -> Iterator[str]:
    """What to do with the file, then each style by its name."""
    for words in (
        "Change the styles (Home, Styles), the margins, the header and the footer, and save the file as house.docx in "
        "your project's folder, with the line “template: house.docx” in yubei-pub.yaml.",
        "In header and footer, {title}, {date}, {draft} and {versions} are filled in at each build. "
        "This text is not used; it shows the styles.",
    ):
        yield wordml.paragraph("Normal", wordml.run(words, ENGLISH))
    for style in etree.fromstring(styles).iter(f"{W}style"):
        id, kind = str(style.get(f"{W}styleId")), style.get(f"{W}type")
        name = "".join(str(each.get(f"{W}val")) for each in style.findall(f"{W}name"))
        shown = "".join(
            wordml.run(words, voice, id if kind == "character" else "")
            for words, voice in ((f"{name} ", ENGLISH), ("数字赋能", CHINESE))
        )
        if kind == "table":
            yield wordml.table(id, [4000], [wordml.row([wordml.cell(4000, wordml.paragraph("Normal", shown))])], name)
            yield wordml.paragraph("Gap", "")
        else:
            yield wordml.paragraph(id if kind == "paragraph" else "Normal", shown)


def build(folder: Path) -> list[Path]:
    """Both templates."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for paper in PAPERS:
        written.append(folder / f"office-{paper}.docx")
        written[-1].write_bytes(template(paper))
    return written


if __name__ == "__main__":
    for path in build(Path(sys.argv[1]) if len(sys.argv) > 1 else TOP / "docs" / "templates"):
        print(path)
