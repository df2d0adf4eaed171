"""Where each character of zh.md comes from, however it was edited since the import."""

from __future__ import annotations

from pathlib import Path

from conftest import ZH, Yubei, write
from hypothesis import given
from hypothesis import strategies as st

from yubei_pub import markdown, outline, provenance, repairs
from yubei_pub.origins import Provenance
from yubei_pub.trace import Source, TracedText

PAGE = """\
當(dāng)前位置:首頁(yè) > 正文

渝北:城市更美

7月10日,重慶市舉行發(fā)布會(huì),渝北區(qū)介紹情況。

城市治理涉及方方面面,要讓城市更加智能。

城市建設(shè)更智慧

接入44類35.6萬(wàn)余個(gè)感知設(shè)備。
"""


def traced(edit: tuple[str, str] = ("", "")) -> tuple[Provenance, str, str]:
    """The provenance of the page's zh.md after one replacement, and the texts of zh.md and of the page."""
    page = repairs.repair_traced(TracedText.of(Source("page.txt", PAGE)))
    zh = (
        outline.to_markdown(outline.outline(page)).replace(*edit)
        if edit[0]
        else outline.to_markdown(outline.outline(page))
    )
    return provenance.trace(markdown.read(Source("zh.md", zh)), page, "0" * 64), zh, PAGE


def kinds(result: Provenance, zh: str, kind: str) -> list[str]:
    return [zh[o.start : o.end] for o in result.origins if o.kind == kind]


def test_an_import_is_all_page_and_repair() -> None:
    result, zh, page = traced()
    assert result.counts["editor"] == 0
    assert kinds(result, zh, "repair") == ["：", "，", "，", "，"]
    for origin in result.origins:
        assert origin.page is not None
        if origin.kind == "page":
            assert page[origin.page.start : origin.page.end] == zh[origin.start : origin.end]
        else:
            assert origin.rule == "punctuation"
    assert result.counts["page"] + result.counts["repair"] == sum(o.end - o.start for o in result.origins)


def test_an_editor_s_words_are_the_editor_s() -> None:
    result, zh, _ = traced(("更加智能", "更加智能、更加高效"))
    assert kinds(result, zh, "editor") == ["、更加高效"]


def test_a_new_paragraph_is_the_editor_s() -> None:
    result, zh, _ = traced(("## ", "这是编者补充的一段话。\n\n## "))
    assert "".join(kinds(result, zh, "editor")) == "这是编者补充的一段话。"


def test_a_short_heading_of_the_editor_s_is_not_found_far_off() -> None:
    before, _, _ = traced()
    after, zh, _ = traced(("城市治理涉及", "## 智能\n\n城市治理涉及"))
    assert kinds(after, zh, "editor") == ["智能"]
    assert after.counts["page"] == before.counts["page"]


def test_a_footnote_comes_from_somewhere_too() -> None:
    before, _, _ = traced()
    note = "接入44類35.6萬余個感知設備，全部聯網。"
    after, zh, _ = traced(("接入44類35.6萬余個感知設備。\n", f"接入44類感知設備[^1]。\n\n[^1]: {note}\n"))
    assert "".join(kinds(after, zh, "editor")) == "，全部聯網"
    assert sum(after.counts.values()) == sum(before.counts.values()) + len(note) - len("35.6萬余個")


def test_one_character_in_common_between_an_editor_s_words_is_the_editor_s() -> None:
    result, zh, _ = traced(("城市治理涉及方方面面，要讓", "各地都要整治，好讓"))
    assert "".join(kinds(result, zh, "editor")) == "各地都要整治，好"


def test_a_paragraph_taken_out_leaves_the_others_as_they_were() -> None:
    before, _, _ = traced()
    after, zh, _ = traced(("城市治理涉及方方面面，要讓城市更加智能。\n\n", ""))
    assert after.counts["editor"] == 0
    assert after.counts["page"] < before.counts["page"]
    assert "接入44類35.6萬余個感知設備。" in "".join(kinds(after, zh, "page"))


def test_a_paragraph_that_was_moved_is_still_the_page_s() -> None:
    first, second = "7月10日，重慶市舉行發布會，渝北區介紹情況。", "城市治理涉及方方面面，要讓城市更加智能。"
    before, _, _ = traced()
    after, zh, _ = traced((f"{first}\n\n{second}", f"{second}\n\n{first}"))
    assert zh.index(second) < zh.index(first)
    assert after.counts == before.counts


def test_what_the_front_matter_quotes_comes_from_somewhere_too() -> None:
    text = "重慶日報訊\n\n責任編輯：高校总倲?shù)\n\n渝北:城市更美\n\n7月10日,重慶市舉行發布會。\n"
    page = repairs.repair_traced(TracedText.of(Source("page.txt", text)))
    written = (
        '---\ndate: 2024-07-10\npublisher: 重慶日報\nplace: "重慶\\"渝北\\""\n'
        "rights: |\n  重慶日報訊\n\n  另有約定\n---\n\n# 渝北：城市更美\n"
    )
    result = provenance.trace(markdown.read(Source("zh.md", written)), page, "")
    named = [(written[o.start : o.end], o.kind, o.page and o.page.position.line) for o in result.origins]
    assert named[:3] == [("重慶日報", "page", 1), ("重慶日報訊", "page", 1), ("另有約定", "editor", None)]
    assert "".join(text for text, _, _ in named[3:]) == "渝北：城市更美", (
        "what is written otherwise than it is read has none"
    )
    assert result.counts == {"page": 6, "repair": 1, "editor": 0}


def test_the_page_of_another_text_is_told(folder: Path, yubei: Yubei) -> None:
    """Somebody copied a briefing's folder as a pattern for the next."""
    page = folder / "source/small/page.txt"
    write(page, ZH)
    assert "untraced" not in yubei("check").out
    write(page, "另一篇文章\n\n這裡說的是別的事情，與那一篇沒有關係。\n")
    assert "zh.md:1:1: warning untraced: " in yubei("check").out


@given(st.text("城市治理美，。ab", max_size=12), st.integers(0, 60))
def test_every_character_has_one_origin(words: str, at: int) -> None:
    """Whatever an editor types: origins are in order, do not overlap, and a page's character is the page's."""
    page = repairs.repair_traced(TracedText.of(Source("page.txt", PAGE)))
    zh = outline.to_markdown(outline.outline(page))
    start = zh.index("# ") + 2 + at
    noted = zh.replace("智能。", "智能[^1]。").replace("## ", "[^1]: 城市治理。\n\n## ")
    document = markdown.read(Source("zh.md", noted[:start] + words + noted[start:]))
    result = provenance.trace(document, page, "")
    text = document.source.text
    covered = [i for o in result.origins for i in range(o.start, o.end)]
    assert covered == sorted(set(covered))
    blocks = [*document.blocks(), *document.notes.values()]
    visible = [b.text.origin(i) for b in blocks for i in range(len(b.text))]
    assert set(visible) <= set(covered)
    assert sum(result.counts.values()) == len(visible)  # markup between them is none of the text
    for origin in result.origins:
        if origin.kind == "page" and origin.page is not None:
            assert PAGE[origin.page.start : origin.page.end] == text[origin.start : origin.end].replace("[^1]", "")
