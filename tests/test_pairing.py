"""Which section pairs with which: cases in small documents."""

from __future__ import annotations

import pytest

from yubei_pub import markdown, pairing
from yubei_pub.document import Document
from yubei_pub.trace import Source


def document(text: str) -> Document:
    return markdown.read(Source("a.md", text))


def headings(*lines: str) -> str:
    return "# T\n\n" + "".join(f"{line}\n\nText.\n\n" for line in lines)


# Chinese headings, English headings, the pairs by heading ("-" for nobody).
CASES = {
    "by order and level": (("## 一", "### 二", "## 三"), ("## A", "### B", "## C"), "T=T 一=A 二=B 三=C"),
    "by id": (("## 一 {#x}", "## 二 {#y}"), ("## B {#y}", "## A {#x}"), "T=T 一=A 二=B"),
    "ids on one side only": (("## 一 {#x}", "## 二 {#y}"), ("## A", "## B"), "T=T 一=A 二=B"),
    "an id frees the rest to pair by order": (
        ("## 一 {#x}", "## 二 {#y}", "## 三 {#z}"),
        ("## C {#z}", "## A", "## B"),
        "T=T 一=A 二=B 三=C",
    ),
    "counts differ: nobody is guessed": (("## 一", "## 二"), ("## A",), "T=T -=A 一=- 二=-"),
    "counts differ under one parent only": (
        ("## 一", "### 二", "### 三", "## 四", "### 五"),
        ("## A", "### B", "## D", "### E"),
        "T=T 一=A -=B 二=- 三=- 四=D 五=E",
    ),
    "an id of elsewhere does not pair by order": (("## 一 {#x}", "## 二 {#y}"), ("## B {#y}",), "T=T 一=- 二=B"),
    "an unknown id pairs with nobody": (("## 一 {#x}",), ("## A {#typo}",), "T=T -=A 一=-"),
    "nor do its siblings": (("## 一 {#x}", "## 二 {#y}"), ("## A {#typo}", "## B"), "T=T -=A -=B 一=- 二=-"),
    "ids in the English only": (("## 一", "## 二"), ("## A {#x}", "## B {#y}"), "T=T 一=A 二=B"),
    "no English at all": (("## 一",), None, "T=- 一=-"),
}


@pytest.mark.parametrize("name", CASES)
def test_sections(name: str) -> None:
    zh, en, expected = CASES[name]
    target = document(headings(*en)).sections if en is not None else ()
    pairs = pairing.pair_sections(document(headings(*zh)).sections, target)
    shown = ["=".join(s.heading.text.text if s else "-" for s in pair) for pair in pairs]
    assert " ".join(shown) == expected


def groups(zh: str, en: str) -> list[str]:
    ours, theirs = (document("# T\n\n" + text).sections[0].blocks for text in (zh, en))
    return [
        "".join(b.text.text for b in g.source) + "|" + "".join(b.text.text for b in g.target)
        for g in pairing.pair_blocks(ours, theirs)
    ]


def test_figures_pair_by_picture() -> None:
    assert groups("一\n\n![圖](a.png)\n\n二", "A\n\n![Fig](a.png)\n\nB") == ["圖|Fig", "一二|AB"]


def test_a_figure_moved_in_the_english_still_pairs() -> None:
    assert groups("一\n\n![圖](a.png)\n\n二", "A\n\nB\n\n![Fig](a.png)") == ["圖|Fig", "一二|AB"]


def test_a_miscount_stays_between_two_figures() -> None:
    zh = "一\n\n![圖](a.png)\n\n二\n\n三"
    assert groups(zh, "A\n\n![Fig](a.png)\n\nB") == ["一|A", "圖|Fig", "二三|B"]


def test_figures_of_one_side_stand_alone() -> None:
    assert groups("一\n\n![圖](a.png)\n\n二", "A\n\nB") == ["圖|", "一二|AB"]
    assert groups("一\n\n![圖](a.png)\n\n二", "A") == ["圖|", "一二|A"]
    assert groups("一", "A\n\n![Fig](b.png)") == ["|Fig", "一|A"]
    assert groups("一\n\n![圖](a.png)\n\n二", "A\n\n![Fig](b.png)\n\n![Same](a.png)") == [
        "一|A",
        "|Fig",
        "圖|Same",
        "二|",
    ]


def test_one_picture_shown_twice_pairs_twice() -> None:
    assert groups("![圖](a.png)\n\n![又](a.png)", "![Fig](a.png)\n\n![Again](a.png)") == ["圖|Fig", "又|Again"]
