"""Saved HTML pages: what is the article, what its lines are, and where in the file they stand."""

from __future__ import annotations

import plistlib
import quopri
import re
from base64 import b64encode
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from pathlib import Path

import pytest
from conftest import Yubei, cases
from hypothesis import given
from hypothesis import strategies as st

from yubei_pub import markdown, pages
from yubei_pub.findings import Severity, YubeiError
from yubei_pub.layout import PartKind
from yubei_pub.pages._flow import lines
from yubei_pub.pages._markup import parse
from yubei_pub.pages._web import Resource, archived_pictures
from yubei_pub.pipeline import importing
from yubei_pub.trace import Source

pytest.importorskip("trafilatura", reason="the environment is older than pyproject.toml; run make")

CASES = cases("pages")


def encoded(page: str) -> bytes:
    """The page in the encoding that it declares."""
    charset = re.search(r"charset=\"?([\w-]+)", page)
    name = {"gb2312": "gbk"}.get(charset[1], charset[1]) if charset else "utf-8"
    return page.encode(name)


def rendered(page: str) -> str:
    """zh.md, then a line for each finding with its place in the file."""
    imported = importing.import_page("page.html", encoded(page))
    found = [f"! {f.place.position.line}:{f.place.position.column} {f.rule}: {f.message}" for f in imported.findings]
    return "\n".join([imported.zh.rstrip("\n"), *found])


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_case(case: Path) -> None:
    page, expected = case.read_text(encoding="utf-8").split("\n=====\n", 1)
    assert rendered(page) == expected.rstrip("\n")


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_what_is_imported_reads_back_and_is_all_from_the_page(case: Path, tmp_path: Path, yubei: Yubei) -> None:
    page = case.read_text(encoding="utf-8").split("\n=====\n", 1)[0]
    (tmp_path / "saved.html").write_bytes(encoded(page))
    (tmp_path / "source").mkdir()
    assert yubei("import", "saved.html", "--id", "new").code == 0
    assert (tmp_path / "source/new/page.html").read_bytes() == encoded(page)
    first = yubei("status", "--provenance", "new").out.splitlines()
    assert " 0 an editor’s" in first[1], first[:3]
    assert "page.html" in first[0]
    document = markdown.read(Source("zh.md", (tmp_path / "source/new/zh.md").read_text("utf-8")))
    assert [f for f in document.findings if f.severity is not Severity.NOTE] == []


def test_every_character_is_where_the_file_has_it() -> None:
    text = "<p>甲&amp;乙<b>丙</b>\n丁 &#x4e2d;\n x</p><img src='a/b.png'><td>戊"
    page = pages.read("page.html", text.encode())
    assert page.text.text == "甲&乙丙丁 中 x\na/b.png\n戊"
    for char in "甲乙丙丁戊":
        at = page.text.text.index(char)
        assert text[page.text.origin(at)] == char
    assert text[page.text.origin(page.text.text.index("中")) :].startswith("&#x4e2d;")


def test_a_declared_encoding_is_believed_where_the_bytes_agree() -> None:
    page = '<meta charset="{}"><p>城市治理有了新的進展，居民都說好。</p>'
    assert pages.read("a.html", page.format("gb2312").encode("gbk")).encoding == "gb18030"
    assert pages.read("a.html", page.format("big5").encode("big5")).encoding == "big5hkscs"
    assert pages.read("a.html", page.format("gb2312").encode("utf-8")).encoding == "utf-8"
    assert pages.read("a.html", page.format("gb2312").encode("big5")).encoding == "big5"


def test_menus_scripts_and_links_are_not_in_the_text() -> None:
    page = next(case for case in CASES if case.stem == "mirror").read_text("utf-8").split("\n=====\n")[0]
    zh = importing.import_page("page.html", encoded(page)).zh.split("---\n", 2)[2]
    assert not re.search("首頁|視頻|分享|微博|另一條|第二條|關于我們|ICP|廣告|document|logo", zh)


PIECES = st.lists(
    st.sampled_from(
        [
            *("<p>", "</p>", "<div class='nav'>", "</div>", "<table>", "<tr>", "<td>", "<td colspan=2 rowspan=3>"),
            *("</td>", "</tr>", "</table>", "<ul>", "<li>", "</li>", "</ul>", "<ol>", "<h1>", "<h2>", "</h2>", "<br>"),
            *("<figure>", "<img src=a.jpg>", "<img src='x/b%20c.png'>", "<figcaption>", "</figure>", "<b>", "</b>"),
            *("<script>", "</script>", "<!--", "-->", "<", ">", '"', "&lt;", "&nbsp;", "&#0;", "&", "<a href='", "<a>"),
            *("中文", "一句話。", "a", " ", "\n", "\t", "\r\n", "<body>", "</body>", "<caption>", "</a>"),
            "<blockquote>",
        ]
    ),
    max_size=40,
).map("".join)


@given(PIECES)
def test_any_markup_is_read_and_its_places_hold(text: str) -> None:
    found = lines(text, parse(text))
    at = 0
    for line in found:
        words = ""
        for piece in line.pieces:
            assert at <= piece.start <= piece.end <= len(text)
            at = piece.end
            words += text[piece.start : piece.end] if piece.text is None else piece.text
        assert words == line.words
        assert "\n" not in words.strip("\xa0") or line.kind is PartKind.PICTURE


@pytest.mark.parametrize(
    "piece", ["<a '", "<p>", "<!--", "<script>", "<td>", "<table><td>", "</b>", "<", "&amp", '="', "<b>中"]
)
def test_markup_without_end_is_read_in_the_end(piece: str) -> None:
    lines(piece * 20_000, parse(piece * 20_000))


def test_what_a_text_says_again_and_again_is_no_copy_of_it() -> None:
    verses = ["<p>第一段，說的是春天的事情。</p>", *["<p>山高水長，山高水長。</p>"] * 3, "<p>第二段，說的是秋天。</p>"]
    page = f"<meta charset=utf-8><h1>歌</h1>{''.join(verses)}<p>山高水長，山高水長。</p><p>山高水長，山高水長。</p>"
    assert importing.import_page("page.html", page.encode()).zh.count("山高水長，山高水長。") == 5


PICTURE = (Path(__file__).parents[1] / "source" / "2024-07-10-yubei" / "six-centers.png").read_bytes()
ARTICLE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>夏夜的廣場</title></head><body><h1>夏夜的廣場</h1>
<div class="info">2024-07-05 來源：某報</div><div class="content"><p>入夜，雙龍廣場響起了音樂，居民都來跳舞。</p>
<p align="center"><img src="{}"></p><p align="center">廣場一角。王某 攝</p>
<p>跳舞的人裡，最大的八十三歲，最小的才上幼兒園。</p></div></body></html>"""


def archive() -> bytes:
    """A web archive as Chrome and Edge write it: a page with frames, the article in one of them, and its picture."""
    whole = MIMEMultipart("related", boundary="----MultipartBoundary--a----", type="text/html")
    outer = '<html><head><meta charset="utf-8"></head><body><div>首頁</div><iframe src="cid:f"></iframe></body></html>'
    for html, at in (
        (outer, "https://a.example/"),
        (ARTICLE.format("https://a.example/p/g.png?w=1"), "https://a.example/f"),
    ):
        part = MIMENonMultipart("text", "html")
        part["Content-Location"] = at
        part["Content-Transfer-Encoding"] = "quoted-printable"
        part.set_payload(quopri.encodestring(html.encode()).decode())
        whole.attach(part)
    picture = MIMEImage(PICTURE)
    picture["Content-Location"] = "https://a.example/p/g.png?w=1"
    whole.attach(picture)
    return b"From: <Saved by Blink>\r\n" + whole.as_bytes()


def test_a_picture_of_an_archive_is_never_another_of_the_same_name() -> None:
    held = [
        Resource("https://a.example/mmbiz/One/640?fmt=png", "image/png", b"one"),
        Resource("https://a.example/mmbiz/Two/640?fmt=png", "image/png", b"two"),
        *(Resource(f"https://a.example/{name}/1.png", "image/png", name.encode()) for name in "ab"),
    ]
    text = "<img data-src='https://a.example/mmbiz/Two/640?x=1' src='data:,'><img src='//a.example/count' width=1>"
    names = words_of(text)
    assert names == ["Two-640"]
    assert dict(archived_pictures(held, [*names, "1.png"])) == {"Two-640": b"two"}


def words_of(text: str) -> list[str]:
    return [line.words for line in lines(text, parse(text))]


def test_pictures_for_readers_without_scripts_stand_once() -> None:
    assert words_of("<p>甲<noscript><img src=a.jpg>請開啟腳本</noscript>乙") == ["甲", "a.jpg", "乙"]
    twice = "<noscript><img src=a.jpg></noscript>"
    assert words_of(f"<img data-src=a.jpg src=b.gif>{twice}") == ["a.jpg"]
    assert words_of(f"{twice}<img data-src=a.jpg src=b.gif>") == ["a.jpg"]


def test_pages_of_one_article_stand_beside_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    first = [f"第{each}天，田里的水放滿了，秧苗也長高了。" for each in range(5)]
    monkeypatch.setattr("yubei_pub.pages._article._extracted", lambda _: "\n".join(first))  # as it does on some pages
    text = "".join(f"<p>{line}</p>" for line in first)
    for name, kept in (("text", True), ("more", False)):
        page = (
            f"<h1>春耕</h1><div class='text' id=a>{text}</div><a>下一頁</a><div class='{name}'><p>秋天來了。</p></div>"
        )
        assert ("秋天來了。" in importing.import_page("page.html", page.encode()).zh) is kept


def test_text_that_no_reader_saw_is_left_out_and_told() -> None:
    page = (
        f"<h1>春耕</h1><p>{'田里的水放滿了，秧苗也長高了。' * 3}</p><div {{}}><p>第二頁上的一句話。</p>編輯：甲</div>"
    )
    for hidden in ("hidden", "style='display: none'"):
        made = importing.import_page("page.html", page.format(hidden).encode())
        assert "第二頁" not in made.zh
        assert "甲" not in made.zh
        assert any("第二頁上的一句話。" in str(finding.message) for finding in made.findings)


def test_an_archive_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    page = f"<h1>春耕</h1><p>{'田里的水放滿了，秧苗也長高了。' * 30}".encode()
    head = b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\n'
    whole = head + b"Content-Transfer-Encoding: base64\n\n" + b64encode(page)
    for cut in (-5, -6, -7, -8):
        made = importing.import_page("page.mhtml", whole[:cut])
        assert "# 春耕\n\n田里的水" in made.zh
        assert any("the web archive breaks off" in str(finding.message) for finding in made.findings)


def safaris(form: plistlib.PlistFormat) -> bytes:
    """The same as Safari writes it: UTF-8 whatever the page declares, a frame as an archive of its own."""

    def resource(address: str, kind: str, data: bytes) -> dict[str, object]:
        return {"WebResourceURL": address, "WebResourceMIMEType": kind, "WebResourceData": data}

    article = ARTICLE.format("https://a.example/p/g.png?w=1").replace("utf-8", "gb2312").encode()
    frame: dict[str, object] = {
        "WebMainResource": resource("https://a.example/f", "text/html", article),
        "WebSubresources": [resource("https://a.example/p/g.png?w=1", "image/png", PICTURE)],
    }
    outer = resource(
        "https://a.example/", "text/html", "<body><div>首頁</div><iframe src='f'></iframe></body>".encode()
    )
    return plistlib.dumps({"WebMainResource": outer, "WebSubframeArchives": [frame]}, fmt=form)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("mhtml", archive()),
        ("webarchive", safaris(plistlib.PlistFormat.FMT_BINARY)),
        ("webarchive", safaris(plistlib.PlistFormat.FMT_XML)),
    ],
)
def test_a_web_archive_is_read_with_its_pictures(name: str, data: bytes, tmp_path: Path, yubei: Yubei) -> None:
    (tmp_path / f"saved.{name}").write_bytes(data)
    (tmp_path / "source").mkdir()
    result = yubei("import", f"saved.{name}", "--id", "new")
    assert result.code == 0, result.all
    folder = tmp_path / "source/new"
    assert (folder / f"page.{name}").read_bytes() == data
    assert (folder / "g.png").read_bytes() == PICTURE
    zh = (folder / "zh.md").read_text("utf-8")
    assert zh.split("---\n\n", 1)[1] == (
        "# 夏夜的廣場\n\n入夜，雙龍廣場響起了音樂，居民都來跳舞。\n\n![廣場一角。王某 攝](g.png)\n\n"
        "跳舞的人裡，最大的八十三歲，最小的才上幼兒園。\n"
    )
    assert "url: https://a.example/f" in zh
    assert " 0 an editor’s" in yubei("status", "--provenance", "new").out.splitlines()[1]


@pytest.mark.parametrize("cut", [8, 40, 400, -40, -1])
def test_a_web_archive_of_safari_that_breaks_off_is_refused(cut: int) -> None:
    for form in plistlib.PlistFormat:
        with pytest.raises(YubeiError, match="holds no page that can be read"):
            pages.read("page.webarchive", safaris(form)[:cut].rstrip(b"\n>"))


def test_frames_that_hold_themselves_come_to_an_end() -> None:
    # A property list of two objects: a dictionary with one key, whose value is a list of that dictionary.
    objects = [b"\xd1\x01\x02", b"\x5f\x10\x13WebSubframeArchives", b"\xa1\x00"]
    body = b"bplist00" + b"".join(objects)
    offsets = bytes([8, 11, 11 + len(objects[1])])
    trailer = bytes(6) + b"\x01\x01" + b"".join(n.to_bytes(8, "big") for n in (3, 0, len(body)))
    with pytest.raises(YubeiError, match="holds no page that can be read"):
        pages.read("page.webarchive", body + offsets + trailer)


def test_pictures_in_their_own_addresses_are_taken_out_of_the_page(tmp_path: Path, yubei: Yubei) -> None:
    page = ARTICLE.format("data:image/png;base64," + b64encode(PICTURE).decode())
    (tmp_path / "saved.html").write_text(page, "utf-8")
    (tmp_path / "source").mkdir()
    assert yubei("import", "saved.html", "--id", "new").code == 0
    [picture] = (tmp_path / "source/new").glob("*.png")
    assert picture.read_bytes() == PICTURE
    assert f"![廣場一角。王某 攝]({picture.name})" in (tmp_path / "source/new/zh.md").read_text("utf-8")


def test_the_skeleton_repeats_the_marks_of_items_and_quotations() -> None:
    said = "今年以來，渝北區建成口袋公園三百個，居民出門幾分鐘就能走進綠地，老人和孩子都說方便。"
    page = (
        f"<article><h1>建成公園</h1><p>{said}</p><ul><li>第一項。</li></ul><blockquote>引文。</blockquote>"
        f"<table><tr><td>項目</td><td>數量</td></tr><tr><td>公園</td><td></td></tr></table><p>{said}</p>"
    )
    skeleton = importing.import_page("page.html", f"<body>{page}</article></body>".encode()).en
    assert "<!-- - 第一項。 -->" in skeleton
    assert "<!-- > 引文。 -->" in skeleton
    assert "<!-- | 項目 | 數量 | -->\n\n<!-- | 公園 |  | -->" in skeleton
    assert {line[:4] for line in skeleton.partition("\n#")[2].splitlines()} == {"", "<!--"}


def test_a_blank_stands_between_the_lines_of_a_caption() -> None:
    lines = "".join(f"<p>{line}</p>" for line in ("志願者在湖邊宣誓。", "種樹四十棵", "（資料圖片）", "王某 攝"))
    text = "<p>2024年6月5日，市民在中央公園參加環境日的活動，大家都說好。</p>"
    page = f"<article><h1>環境日</h1>{text}<figure><figcaption>{lines}</figcaption><img src='1.jpg'></figure></article>"
    assert (
        "![志願者在湖邊宣誓。種樹四十棵 （資料圖片） 王某 攝](1.jpg)"
        in importing.import_page("page.html", page.encode()).zh
    )
