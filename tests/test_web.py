"""Web pages: one file, read back by others to the last character, safe, and fit to be read by eye and ear."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from briefings import briefing, plain, png, term
from conftest import cases
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree
from PIL import Image
from test_docx import sample
from web_reading import attribute, having, language, local, named, parsed, squeezed, strict, texts, words

from yubei_pub.beads import Bead, Segment, Stretch, TermUse
from yubei_pub.document import BlockKind, Mark, MarkKind
from yubei_pub.model import Briefing, Passage, Picture, State
from yubei_pub.project import Project
from yubei_pub.settings import Style
from yubei_pub.writers import html
from yubei_pub.writers._html_pictures import MOST_ACROSS, for_screen
from yubei_pub.writers._html_sheet import stylesheet

TOP = Path(__file__).parents[1]
CASES = cases("web")
HAN = re.compile("[\u3400-\u9fff]")


def page(*made: Briefing, order: str = "en-zh", layout: str = "parallel") -> bytes:
    return html.write(made, Style(order=order, layout=layout))


def described(root: etree._Element) -> list[str]:
    """Headings, numbers and sides of an article, a line each: what a reader comes by in order."""
    lines = []
    for element in root.iter():
        names = (element.get("class") or "").split()
        if local(element) in ("h2", "h3", "h4", "figcaption"):
            lines.append(f"{local(element)}: {squeezed(words(element))}")
        elif "passage" in names:
            lines.append(f"passage {element.get('id') or 'of rows'}")
        elif "side" in names:
            kinds = "+".join(e.get("class") or local(e) for e in element)
            lines.append(f"  {element.get('lang')} {kinds}: {squeezed(words(element))}")
    return lines


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_case(path: Path) -> None:
    """zh, `===`, en; below `- - -` what a reader comes by."""
    given, expected = path.read_text(encoding="utf-8").split("\n- - -\n")
    zh, en = given.split("\n===\n")
    made = briefing(zh, en, states={"s1": State.UNREVIEWED}, notes={"1": "A note."}, pictures=[png("图 1.png", 60, 20)])
    assert "\n".join(described(strict(page(made)))) == expected.strip()


@pytest.mark.parametrize("layout", ["parallel", "stacked", "english", "table"])
@pytest.mark.parametrize("order", ["en-zh", "zh-en"])
def test_every_character_of_both_texts_is_there_once(order: str, layout: str) -> None:
    made = sample()
    for root in (parsed(page(made, order=order, layout=layout)), strict(page(made, order=order, layout=layout))):
        read = named(root, "h1", "h2", "h3", "p", "td", "th")
        seen = squeezed(" ".join(words(each, without="sup") for each in read))  # but for the numbers of notes
        for document in (made.source, made.target):
            assert document is not None
            for block in document.blocks():
                assert all(squeezed(cell) in seen for cell in block.text.text.split("\t")), block.text.text
        assert seen.count("居民都说好。") == seen.count("Residents like them.") == 1
        assert len(named(root, "img")) == 1


_KINDS = st.sampled_from([MarkKind.STRONG, MarkKind.EMPHASIS, MarkKind.CODE, MarkKind.LINK])


@given(
    st.text(alphabet="ab中。“”<>&\"'/=;!-\\ \n") | st.text(),
    st.sampled_from([BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.ITEM]),
    st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12), _KINDS), max_size=4),
)
@example("<script>alert(1)</script><!-- --><![CDATA[ ]]>", BlockKind.PARAGRAPH, [(1, 4, MarkKind.LINK)])
@example("&lt;b&gt; &amp;amp; \0\x1b\ud800\ufffe", BlockKind.ITEM, [(0, 9, MarkKind.CODE), (2, 5, MarkKind.STRONG)])
def test_any_text_comes_back_and_is_text(text: str, kind: BlockKind, marks: list[tuple[int, int, MarkKind]]) -> None:
    made = briefing("# 题\n\n文", "# T\n\nText")
    block = plain(text, kind, *(Mark(a, b, k, "https://example.org/?a=1&b=<2>") for a, b, k in marks))
    passage = Passage(1, (plain("文"),), (block,), ())
    data = page(replace(made, sections=(replace(made.sections[0], passages=(passage,)),)))
    for root in (strict(data), parsed(data)):
        (side,) = [e for e in having(root, "side") if attribute(e, "lang") == "en-US"]
        assert squeezed(words(side)) == squeezed(text.replace("\r\n", "\n").replace("\r", "\n"))
        assert {local(e) for e in side.iter()} <= {
            *("div", "p", "blockquote", "strong", "em", "code", "a", "br", "span")
        }


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "vbscript:x", "//x", "x"]
)
def test_only_web_and_mail_addresses_are_links(address: str) -> None:
    made = sample(front={"url": address, "rights": "<img src=x onerror=alert(1)>"})
    block = plain("Text", BlockKind.PARAGRAPH, Mark(0, 4, MarkKind.LINK, address))
    passage = Passage(1, (plain("文"),), (block,), ())
    made = replace(made, sections=(replace(made.sections[0], passages=(passage,)), *made.sections[1:]))
    root = parsed(page(made))
    assert {
        attribute(a, "href").partition(":")[0] for a in named(root, "a") if not attribute(a, "href").startswith("#")
    } <= {"https"}
    assert "<img src=x" in words(root)


def test_nothing_is_loaded_and_nothing_runs() -> None:
    data = page(sample(en_front={"language": 'en"><script>'}))
    root = parsed(data)
    assert not named(root, "script", "iframe", "object", "embed", "form", "link", "base")
    assert not [name for e in root.iter() if isinstance(e.tag, str) for name in e.attrib if name.startswith("on")]
    assert all(attribute(e, "src").startswith("data:image/png;base64,") for e in named(root, "img"))
    assert "url(" not in "".join(e.text or "" for e in named(root, "style"))
    assert not [e for e in root.iter() if isinstance(e.tag, str) and attribute(e, "style")]


def test_the_policy_names_the_style_sheets_by_their_digests() -> None:
    root = parsed(page(sample()))
    (policy,) = [
        attribute(m, "content") for m in named(root, "meta") if attribute(m, "http-equiv") == "Content-Security-Policy"
    ]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    for style in named(root, "style"):
        digest = b64encode(sha256((style.text or "").encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy


def test_no_title_ends_the_style_sheet() -> None:
    title = '"} * { color: red } </style><script>x</script> \\ 题'
    made = briefing("# 题\n\n文", "# T\n\nx")
    lead = replace(made.sections[0], target_heading=plain(title, BlockKind.HEADING))
    root = parsed(page(replace(made, sections=(lead,))))
    assert not named(root, "script")
    paper = named(root, "style")[1].text or ""
    content = re.search(r'@top-left \{ content: "((?:[A-Za-z0-9]|\\[0-9a-f]+ )*)";', paper)
    assert content
    assert re.sub(r"\\([0-9a-f]+) ", lambda code: chr(int(code[1], 16)), content[1]) == title


@pytest.mark.parametrize("layout", ["parallel", "english"])
def test_each_text_is_spoken_in_its_language(layout: str) -> None:
    mixed = briefing("# 题\n\n文[^1]", "# T\n\nYubei (渝北区，重庆) *市*", notes={"1": "A note"})
    for made in (mixed, sample(en_front={"language": "en-GB"}), Project(TOP).briefing("2024-07-10-yubei")):
        for element, text in texts(strict(page(made, layout=layout))):
            if HAN.search(text):
                assert language(element) == "zh-CN", text
            elif re.search("[A-Za-z]{4}", text):
                assert language(element) in ("en", "en-US", "en-GB"), text
    assert language(having(strict(page(sample(en_front={"language": "en-GB"}))), "side")[0]) == "en-GB"


def test_anchors_are_unique_and_every_address_leads_somewhere() -> None:
    hostile = briefing("# 题\n\n## 节\n\n文[^1]\n\n## 节\n\n文", "# T\n\n## a\n\nx[^1]\n\n## b\n\ny", notes={"1": "N"})
    ids = ["lead", "p1", "p1"]
    hostile = replace(hostile, sections=tuple(replace(s, id=i) for s, i in zip(hostile.sections, ids, strict=True)))
    for layout in ("parallel", "english"):
        for made in ([sample()], [sample(), sample(), hostile], [hostile]):
            root = strict(page(*made, layout=layout))
            anchors = [attribute(e, "id") for e in root.iter() if attribute(e, "id")]
            assert len(anchors) == len(set(anchors))
            used = [attribute(a, "href") for a in named(root, "a")] + [
                f"#{e.get('aria-describedby')}" for e in having(root, "term")
            ]
            assert {u[1:] for u in used if u.startswith("#")} <= set(anchors)


def test_headings_leave_no_level_out() -> None:
    zh, en = (
        "# 题\n\n### 深\n\n文\n\n###### 更深\n\n文\n\n## 节\n\n文",
        "# T\n\n### a\n\nx\n\n###### b\n\ny\n\n## c\n\nz",
    )
    levels = [int(local(h)[1]) for h in named(strict(page(briefing(zh, en))), "h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_landmarks_for_those_who_do_not_see_the_page() -> None:
    root = strict(page(sample()))
    assert len(named(root, "main")) == len(named(root, "nav")) == 1
    skip = named(root, "a")[0]
    assert (attribute(skip, "class"), attribute(skip, "href")) == ("skip", "#text")
    table = having(root, "terms")[0]
    assert [attribute(e, "scope") for e in named(table, "th")] == ["col"] * 5 + ["row"] * 2
    assert named(root, "img")[0].get("alt") == "Sensing devices by category. Chart: this project"
    assert having(root, "credit")[0].text == "Chart: this project"


def test_a_term_shows_its_chinese_and_status_where_it_is_first_met() -> None:
    made = Project(TOP).briefing("2024-07-10-yubei")
    root = strict(page(made))
    found = [e for e in having(root, "term") if words(e) == "Yubei District"]
    assert [attribute(e, "data-term") for e in found] == ["渝北区 · approved"]
    entry = next(e for e in root.iter() if attribute(e, "id") == attribute(found[0], "aria-describedby"))
    assert words(entry).startswith("Yubei District渝北区1, 3, 14approved")
    chinese = [e for e in having(root, "term") if words(e) == "渝北区"]
    assert [attribute(e, "data-term") for e in chinese] == ["Yubei District · approved"]


def test_a_telephone_number_and_a_range_of_places_stay_on_one_line() -> None:
    zh = "# 公园\n\n公园\n\n公园\n\n公园\n\n电话023-63810000，手机138-1234-5678。"
    en = "# Parks\n\nPark\n\nPark\n\nPark\n\nCall 023-63810000 or +86 138-1234-5678, A-023-63810000"
    front = {"contact": "新闻办公室 023-63810000"}
    root = strict(page(briefing(zh, en, front=front, terms=[term("公园", "park")])))
    numbers = [words(e) for e in having(root, "figure") if "-" in words(e)]
    assert numbers == ["023-63810000", *["023-63810000", "138-1234-5678"] * 2]  # of the contact, and in both texts
    assert [words(e) for e in having(root, "whole")] == ["1–3"]


def test_the_places_of_a_term_that_is_met_everywhere_have_a_line_of_their_own() -> None:
    zh, en = "# 题" + "\n\n公园\n\n路" * 80, "# T" + "\n\nPark\n\nRoad" * 80
    (table,) = having(strict(page(briefing(zh, en, terms=[term("公园", "park")]))), "terms")
    row, below = (e for e in named(table, "tr") if "Status" not in words(e))
    assert [words(cell) for cell in row] == ["park", "公园", "below", "proposed", "–"]
    (cell,) = below
    assert (cell.get("colspan"), words(cell)) == ("5", "¶ " + ", ".join(map(str, range(1, 160, 2))))


def test_the_places_of_a_term_leave_the_other_columns_their_room_in_print_too() -> None:
    page, book = ((TOP / "src/yubei_pub/data/web" / name).read_text("utf-8") for name in ("page.css", "epub.css"))
    in_print = "".join(re.findall(r"^@media [^{]*\bprint\b[^{]*\{\n(.*?)^\}", page, re.M | re.S))
    for rules in (in_print, book):
        assert re.search(r"\.terms \.places \{ width: \d+%; \}", rules)


def test_a_long_address_in_a_table_makes_no_page_wider() -> None:
    """Printed from a browser the whole page was made smaller, and the address ran over the Chinese."""
    address = "https://example.org/" + "a" * 200
    zh, en = f"# 表\n\n=| 甲 | 乙 |\n\n| 一 | {address} |", f"# T\n\n=| A | B |\n\n| One | {address} |"
    made = page(briefing(zh, en))
    links = [e for e in named(strict(made), "a") if words(e) == address]
    assert [local(cell) for each in links if (cell := each.getparent()) is not None] == ["td", "td"]
    for sheet in ("page.css", "epub.css"):
        assert re.search(r"\.table td .*\ba\b.* \{ overflow-wrap: anywhere; \}", stylesheet(sheet))


def test_a_crowded_table_in_print_breaks_its_long_names_and_no_number_of_a_row() -> None:
    """Of ten prices with whole names the numbers stood as 1 | 2, and the remark in lines of two characters."""
    assert ".table .number { white-space: nowrap; }" in stylesheet("type.css")
    in_print = "".join(re.findall(r"^@media print \{\n(.*?)^\}", stylesheet("page.css"), re.M | re.S))
    assert ".across th.whole { white-space: normal; text-wrap: balance; }" in in_print


def test_chinese_on_a_narrow_screen_is_not_pulled_apart() -> None:
    """Before 3262.8亿元, which stays whole, a line of a telephone had half its width between its characters."""
    narrow = "".join(re.findall(r"^@media screen and \(max-width.*?\{\n(.*?)^\}", stylesheet("page.css"), re.M | re.S))
    assert ".side:lang(zh) p { text-align: left; }" in narrow


def test_a_figure_stays_with_its_unit() -> None:
    figures = [words(e) for e in having(strict(page(Project(TOP).briefing("2024-07-10-yubei"))), "figure")]
    assert {
        "7月10日",
        "35.6万余个",
        "3512亿元",
        "15.8平方米",
        "36.6%",
        "July 10, 2024",
        "3 billion yuan",
        "15.8 square meters",
    } <= set(figures)
    assert "white-space: nowrap" in stylesheet("type.css")


@pytest.mark.parametrize("order", ["en-zh", "zh-en"])
def test_notes_lead_there_and_back(order: str) -> None:
    made = briefing("# 题\n\n甲[^a]乙[^b]\n\n丙[^a]", "# T\n\nx[^a] y[^c]", notes={"a": "A", "b": "乙注"})
    root = strict(page(made, order=order))
    marks = [a for a in named(root, "a") if attribute(a, "role") == "doc-noteref"]
    numbers = [words(mark) for mark in marks]
    assert numbers == (["1", "2", "3", "2"] if order == "en-zh" else ["1", "2", "3", "1"])
    for mark in marks:
        (note,) = [e for e in root.iter() if attribute(e, "id") == attribute(mark, "href")[1:]]
        assert f"#{mark.get('id')}" in [attribute(a, "href") for a in named(note, "a")]
    assert "y[^c]" in words(root)


def test_notes_that_nothing_refers_to_are_printed() -> None:
    made = briefing("# 题\n\n文", "# T\n\nx", notes={"a": "Alone [b]"})
    assert words(strict(page(made))).count("[^a] Alone [b]") == 2


def test_drafts_say_so() -> None:
    made = briefing("# 题\n\n文\n\n## 节\n\n文", "# T\n\nx\n\n## S\n\ny", states={"s1": State.STALE})
    root = strict(page(made))
    assert [words(e) for e in having(root, "draft")] == ["DRAFT: 1 of 2 sections stale"]
    assert [words(h) for h in named(root, "h2") if having(h, "mark")] == ["S STALE 节"]
    assert b'content: "DRAFT' in page(made)  # above each printed page
    assert b"DRAFT" not in page(briefing("# 题\n\n文", "# T\n\nx"))
    lead = strict(page(briefing("# 题\n\n文", "# T\n\nx", states={"lead": State.STALE})))
    assert [words(h) for h in named(lead, "h1")] == ["T STALE 题"]


def test_english_with_the_chinese_behind_it_under_the_same_numbers() -> None:
    made = briefing("# 题\n\n## 节\n\n甲\n\n乙", "# T\n\n## S\n\nx\n\ny")
    root = strict(page(made, layout="english"))
    assert page(made, order="zh-en", layout="english") == page(made, layout="english")
    sides = [(e.getparent().get("id"), words(e)) for e in having(root, "side")]  # type: ignore[union-attr]
    assert sides == [("p1", "x"), ("p2", "y"), ("zh-p1", "甲"), ("zh-p2", "乙")]


def test_a_row_of_a_table_beside_a_paragraph_is_a_table_of_one_row() -> None:
    root = strict(page(briefing("# 题\n\n| 长寿 | 500 |", "# T\n\nChangshou has 500.")))
    assert [words(cell) for cell in named(root, "td")] == ["长寿", "500"]


def test_several_have_one_list_of_contents_and_one_of_terms() -> None:
    root = strict(page(sample(), sample(), Project(TOP).briefing("2024-07-10-yubei")))
    assert len(named(root, "nav")) == len(having(root, "terms")) == 1
    rows = {words(tr[0]): words(tr[2]) for tr in named(root, "tr") if attribute(tr, "id").startswith("term-")}
    assert rows["sensing devices"] == "1.2, 2.2"
    assert rows["Yubei District"] == "3.1, 3.3, 3.14"
    first, second, *_ = (words(h) for h in named(root, "h1"))
    assert first == words(named(root, "title")[0]) + " 双语通稿" == "Bilingual briefings 双语通稿"
    assert second.startswith("A smarter city")


def test_the_briefings_of_a_volume_have_the_numbers_that_the_terms_name_them_by() -> None:
    root = strict(page(sample(), sample()))
    assert [words(each) for each in having(root, "kicker")] == [f"BILINGUAL BRIEFING {n} 双语通稿" for n in (1, 2)]
    (contents,) = named(root, "nav")
    assert [words(a)[:2] for a in named(contents, "a") if attribute(a, "href").endswith("-text")] == [
        "1\u2002",
        "2\u2002",
    ]
    assert words(having(strict(page(sample())), "kicker")[0]) == "BILINGUAL BRIEFING 双语通稿"


def test_the_same_bytes_each_time() -> None:
    assert page(sample()) == page(sample())


def luminance(colour: str) -> float:
    """Relative luminance of a colour (WCAG 2.2)."""
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_contrast_is_enough_in_light_and_dark() -> None:
    schemes = re.findall(r":root \{(.*?)\}", stylesheet("page.css"), re.S)
    assert len(schemes) == 3
    for scheme in schemes:
        colour = dict(re.findall(r"--([\w-]+): (#\w+)", scheme))
        pairs = [(ink, "paper") for ink in ("ink", "quiet", "blue")] + [("mark", "mark-paper")]
        for ink, paper in [*pairs, ("ink", "tip")] if "tip" in colour else pairs:
            light, dark = sorted((luminance(colour[ink]), luminance(colour[paper])), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 4.5, f"{ink} on {paper} in {scheme}"


def test_a_large_picture_is_scaled_and_turned_and_keeps_its_colours() -> None:
    image = Image.effect_noise((3000, 2000), 90).convert("RGB")
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned by a quarter
    buffer = BytesIO()
    image.save(buffer, "JPEG", quality=95, exif=exif, icc_profile=b"a profile")
    large = Picture("a.jpg", buffer.getvalue(), "jpeg", 3000, 2000)
    shown = for_screen(large)
    with Image.open(BytesIO(shown.data)) as seen:
        assert seen.size == (shown.width, shown.height) == (1280, MOST_ACROSS)
        assert seen.info["icc_profile"] == b"a profile"
    assert len(shown.data) < len(large.data) / 2
    assert for_screen(large) == shown


def test_a_small_picture_stays_as_it_is() -> None:
    picture = png("图 1.png", 60, 20)
    (image,) = named(strict(page(sample())), "img")
    assert b64decode(attribute(image, "src").partition(",")[2]) == picture.data
    assert (attribute(image, "width"), attribute(image, "height")) == ("60", "20")


def test_a_missing_picture_is_named() -> None:
    root = strict(page(sample(pictures=[])))
    assert words(having(root, "missing")[0]) == "Picture missing: 图 1.png"
    assert not named(root, "img")


def test_what_is_not_translated_says_so() -> None:
    root = strict(page(briefing("# 题\n\n文\n\n![图](a.png)", states={"lead": State.MISSING})))
    assert [words(e) for e in having(root, "absent")] == ["[Not translated]"] * 2


def test_a_term_says_whether_it_is_approved() -> None:
    terms = [term("公园", "parks"), term("湖泊", "lakes", "approved")]
    root = strict(page(briefing("# 题\n\n公园、湖泊", "# T\n\nparks, lakes", terms=terms)))
    assert [words(cell) for cell in having(root, "status")] == ["approved", "proposed"]
    assert {attribute(e, "data-term") for e in having(root, "term")} == {"parks · proposed", "lakes · approved"}


def test_a_second_paragraph_of_an_item_has_no_sign_and_an_address_pulls_nothing_apart() -> None:
    made = briefing("# 题\n\n- 甲\n\n- 见 https://a.b", "# T\n\n- A\n\n- B")
    first, second = made.sections[0].passages
    more = (plain("见 https://a.b", BlockKind.ITEM),), (plain("B", BlockKind.ITEM),)
    second = Passage(second.number, *more, ())
    root = strict(page(replace(made, sections=(replace(made.sections[0], passages=(first, second)),))))
    found = {words(each): each.get("class") for each in having(root, "item")}
    assert found == {"A": "item bullet", "甲": "item bullet", "B": "item", "见 https://a.b": "item ragged"}


def test_the_number_of_an_item_or_a_note_is_no_part_of_its_first_line() -> None:
    """Justified Chinese was pulled away from it, and a second line began two points before the first."""
    css = page(sample()).decode()
    assert re.search(r"\.item > \.label \{ float: left;", css)
    made = briefing("# 题\n\n100. 甲[^a]", "# T\n\n100. A[^a]", notes={"a": "One\\\ntwo."})
    labels = having(strict(page(made)), "label")
    assert [words(each) for each in labels] == ["100. ", "100. ", "1. ", "2. "]
    assert re.search(r"\.notes p \{[^}]*padding-left: 1\.6rem", css)


def test_no_word_of_the_title_block_widens_the_page_and_no_level_of_a_list_is_without_indent() -> None:
    css = page(sample()).decode()
    assert re.search(r"\.facts dd \{[^}]*overflow-wrap: anywhere", css)
    indents = re.findall(r"((?:\.items )+)\.item \{ margin-left: ([\d.]+)rem", css)
    assert [(depth.count("."), rem) for depth, rem in indents] == [
        *((2, "1.4"), (3, "2.8"), (4, "4.2"), (5, "5.6"), (6, "7.0"))
    ]


def test_paragraphs_of_one_passage_stand_apart() -> None:
    """A rule for `.side > * + *` said less than that for `.side p`, which takes all space away."""
    css = stylesheet("page.css")
    assert ".side p, .side blockquote { margin: 0; }" in css
    assert ".side > :not(:first-child) { margin-top: .5rem; }" in css
    assert ".side > * + *" not in css


def test_what_does_not_fit_of_a_line_of_verse_goes_on_further_in() -> None:
    assert "blockquote p:has(br) { text-indent: 1.2em hanging each-line; }" in stylesheet("page.css")


def test_no_line_of_chinese_breaks_just_anywhere() -> None:
    """Chromium printed 答 on one line and ：快的两个小时，慢的三个月。去年我修了 on the next, before a figure."""
    css = page(sample()).decode()
    assert re.search(r"\.side:lang\(zh\) p \{[^}]*overflow-wrap: normal;", css)
    assert re.search(r"\.side:lang\(zh\) p\.ragged \{[^}]*overflow-wrap: break-word;", css)


def test_a_term_that_a_note_has_first_leads_to_its_entry_where_the_text_has_it() -> None:
    lake = term("湖", "lake")
    made = briefing("# 题\n\n文[^1]\n\n## 二\n\n湖", "# T\n\nText\n\n## Two\n\nLake", notes={"1": "湖"}, terms=[lake])
    note = made.source.notes["1"]
    bead = Bead((Segment(note.text, note),), (), terms=(TermUse(lake, Stretch(0, 0, 1)),))
    made = replace(made, sections=(replace(made.lead, notes=(bead,)), *made.sections[1:]))
    (link,) = [element for element in parsed(page(made)).iter() if element.get("class") == "term"]
    assert link.get("href") == "#term-1"
