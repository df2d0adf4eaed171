"""Files for other tools: valid against the published schema, the same to a second reader, and to us again."""

from __future__ import annotations

import contextlib
import os
import re
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from conftest import cases
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl import Workbook

from yubei_pub import exchanges
from yubei_pub.document import Mark, MarkKind
from yubei_pub.exchanges import _caps
from yubei_pub.findings import YubeiError
from yubei_pub.glossary import Citation
from yubei_pub.interchange import Entry, Pair, Unit, cleaned, in_order, one_line
from yubei_pub.model import State

CASES = cases("exchanges")
FORMS = exchanges.formats()
UNIT_FORMS = [name for name, form in FORMS.items() if form.CARRIES is Unit]
ENTRY_FORMS = [name for name, form in FORMS.items() if form.CARRIES is Entry]

# What tools trip over: markup, formulas, separators, what XML forbids, what is wider than a UTF-16 unit.
HOSTILE = "=+-@'\"<>&;\\|#[]{}\t\r\n\x00\x0b\x1b\x85\u2028\u3000\ufeff\ufffe\U00020000中文 a1,·_x000D_/"
texts = st.one_of(
    st.text(st.sampled_from(HOSTILE), max_size=12),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
    st.sampled_from(["'=1+1", "_x000D_", "_x005F_x000D_", "]]>", "&amp;", "a; b\\; c", "[approved] x", "#c", "\\#c"]),
)
said = texts.filter(lambda text: bool(cleaned([text])[0][0]))
notes = st.lists(said, max_size=2).map(tuple)


@st.composite
def codes(draw: st.DrawFn, text: str) -> tuple[Mark, ...]:
    """Marks in a text, each inside or outside of the others, no blanks at their ends."""
    marks: list[Mark] = []
    offsets = st.integers(0, len(text))
    for number, kind in enumerate(draw(st.lists(st.sampled_from(KINDS), max_size=4)), 1):
        start, end = sorted((draw(offsets), draw(offsets)))
        start = end if kind is MarkKind.NOTE else start
        ends = text[end - 1 : end] == " " or text[start:end] != text[start:end].strip()
        crosses = any(a < start < b < end or start < a < end < b for a, b, *_ in marks)
        if not (ends or crosses) and (start < end or kind is MarkKind.NOTE):
            marks.append(Mark(start, end, kind, str(number)))
    return in_order(marks)


KINDS = [kind for kind in MarkKind if kind is not MarkKind.BREAK]


@st.composite
def coded_pairs(draw: st.DrawFn) -> Pair:
    [zh, en], _ = cleaned([draw(said), draw(st.one_of(said, said, st.just("")))])
    return Pair(zh, en, draw(codes(zh)), draw(codes(en)) if en else ())


pairs = coded_pairs()
units = st.lists(
    st.builds(
        Unit,
        st.lists(pairs, min_size=1, max_size=3).map(tuple),
        said,
        said,
        st.integers(0, 999),
        st.sampled_from([State.REVIEWED, State.UNREVIEWED, State.STALE]),
        st.one_of(st.just(""), said),
        st.sampled_from(["", "2026-11-23"]),
        notes,
    ),
    max_size=4,
    unique_by=lambda unit: tuple(one_line(str(part)) for part in (unit.briefing, unit.section, unit.number)),
)
citations = st.builds(Citation, said, said, st.just("2024-04-09"), st.just("https://www.example.org/a?b=c&d"))
entries = st.lists(
    st.builds(
        Entry,
        said,
        said,
        st.sampled_from(["approved", "proposed", "deprecated"]),
        st.lists(said, max_size=2, unique=True).map(tuple),
        st.lists(said, max_size=2, unique=True).map(tuple),
        st.one_of(st.just(""), said),
        st.one_of(st.just(""), said),
        st.one_of(st.just(""), said),
        st.one_of(st.none(), citations),
    ),
    max_size=4,
    unique_by=lambda entry: cleaned([entry.zh])[0][0],
)


def there_and_back(name: str, data: Sequence[Unit | Entry]) -> Sequence[Unit | Entry]:
    form = FORMS[name]
    read_by, read = exchanges.read(f"file.{form.ENDINGS[0]}", form.write(data))
    assert read_by is form
    return read


def translated(unit: Unit) -> Unit:
    """The unit with the state that it must have."""
    return unit if unit.en else replace(unit, state=State.MISSING)


def sayable_unit(name: str, unit: Unit) -> Unit:
    """What a format can say of a unit: TMX has translations only."""
    if name != "tmx":
        return translated(unit)
    return replace(unit, segments=tuple(Pair(p.zh, p.en) for p in unit.segments if p.en))


def sayable(name: str, entry: Entry) -> Entry:
    """What a format can say of an entry: it has no words for the rest."""
    if name == "omegat":
        return replace(entry, avoid=(), short="", domain="", citation=None)
    return entry


@pytest.mark.parametrize("name", UNIT_FORMS)
@given(units)
@settings(max_examples=40, deadline=None)
def test_units_come_back_as_they_went(name: str, data: list[Unit]) -> None:
    data, _ = cleaned(data)
    wanted = [sayable_unit(name, unit) for unit in data if unit.en or name != "tmx"]
    assert there_and_back(name, [translated(unit) for unit in data]) == wanted


@pytest.mark.parametrize("name", ENTRY_FORMS)
@given(entries)
@settings(max_examples=40, deadline=None)
def test_entries_come_back_as_they_went(name: str, data: list[Entry]) -> None:
    data, _ = cleaned(data)
    wanted = [sayable(name, entry) for entry in data if name != "omegat" or entry.status != "deprecated"]
    if name == "omegat" and not wanted:
        return  # such a file has nothing that tells it from any other text
    assert there_and_back(name, data) == wanted


def test_what_is_not_translated_has_its_chinese_where_omegat_translates() -> None:
    unit = Unit((Pair("你好。", ""), Pair("再见。", "")), "b", "s1", 1, State.MISSING)
    target = FORMS["xliff"].write([unit]).decode().partition("<target")[2].partition("</target>")[0]
    assert re.findall(r">([^<>]+)<", target) == ["你好。", "再见。"]


def test_a_drawing_in_a_workbook_may_name_its_document_type() -> None:
    entry = Entry("渝北", "Yubei")
    book = BytesIO(FORMS["xlsx"].write([entry]))
    with zipfile.ZipFile(book, "a") as package:
        package.writestr("xl/media/image1.svg", "<!DOCTYPE svg><svg/>")
    assert exchanges.read("a.xlsx", book.getvalue())[1] == [entry]


def test_what_xml_forbids_is_left_out_and_named() -> None:
    assert cleaned(["a\x00b\ufffe\n c"]) == (["ab c"], ["U+0000", "U+FFFE"])


@pytest.mark.parametrize("name", FORMS)
def test_the_same_data_are_the_same_bytes(name: str) -> None:
    form = FORMS[name]
    data: list[Unit] | list[Entry] = [Unit((Pair("你好。", "Hi."),))] if form.CARRIES is Unit else [Entry("词", "word")]
    assert form.write(data) == form.write(data)


SAMPLE_UNITS = [
    Unit(
        (Pair("治理。", "Governance."), Pair("<b>&更新", "a < b & “c”")),
        "b1",
        "s1-2",
        3,
        notes=("治理: governance (approved)",),
    ),
    Unit((Pair("标题", "A title"),), "b1", "s2", 0, State.REVIEWED, "A. Reader", "2026-11-23"),
]
CODED = Unit(
    (
        Pair(
            "很多公园，见网页。",
            "Many “parks”: see the page.",
            (Mark(0, 4, MarkKind.STRONG, "1"), Mark(2, 4, MarkKind.EMPHASIS, "2"), Mark(6, 8, MarkKind.LINK, "3")),
            (Mark(0, 12, MarkKind.STRONG, "1"), Mark(5, 12, MarkKind.EMPHASIS, "2"), Mark(22, 26, MarkKind.LINK, "3")),
        ),
        Pair(
            "代码。",
            "Code.",
            (Mark(0, 2, MarkKind.CODE, "4"), Mark(3, 3, MarkKind.NOTE, "5")),
            (Mark(5, 5, MarkKind.NOTE, "5"),),
        ),
    ),
    "b1",
    "s3",
    1,
)
SAMPLE_ENTRIES = [
    Entry(
        "感知设备",
        "sensing device",
        "approved",
        ("sensor", "a & b"),
        ("perception equipment",),
        "the device",
        "governance",
        "a note",
        Citation("A page", "An office", "2024-04-09", "https://www.example.org/page"),
    ),
    Entry("渝北", "Yubei", "deprecated"),
    Entry("新词", "new word"),
]


@pytest.fixture(scope="module")
def omegat_schemas(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The schemas that OmegaT carries: TMX 1.4 and TBX version 2, as their makers published them."""
    jar = Path("/usr/share/omegat/OmegaT.jar")
    if not jar.exists():
        pytest.skip("Debian's omegat, which carries the schemas of TMX and TBX, is not installed")
    folder = tmp_path_factory.mktemp("schemas")
    with zipfile.ZipFile(jar) as package:
        package.extractall(folder, [name for name in package.namelist() if name.startswith("schemas/")])
    return folder / "schemas"


def test_tmx_is_valid_by_its_document_type(omegat_schemas: Path) -> None:
    dtd = etree.DTD(str(omegat_schemas / "tmx14.dtd"))
    for data in (SAMPLE_UNITS, []):
        assert dtd.validate(etree.fromstring(FORMS["tmx"].write(data))), dtd.error_log


def test_tbx_2_is_valid_by_its_schema(omegat_schemas: Path) -> None:
    schema = etree.XMLSchema(etree.parse(str(omegat_schemas / "tbx.xsd")))
    schema.assertValid(etree.fromstring(FORMS["tbx"].write(SAMPLE_ENTRIES)))


def test_tbx_3_is_valid_by_what_iso_30042_says() -> None:
    """LTAC's schemas are in no package: tests/tbx3.rng says the part of them that we write."""
    schema = etree.RelaxNG(etree.parse(str(Path(__file__).parent / "tbx3.rng")))
    schema.assertValid(etree.fromstring(FORMS["tbx3"].write(SAMPLE_ENTRIES)))
    broken = FORMS["tbx3"].write(SAMPLE_ENTRIES).replace(b"preferredTerm-admn-sts", b"proposed")
    assert not schema.validate(etree.fromstring(broken))


@pytest.mark.parametrize(("name", "schema"), [("xliff", "xliff-core-1.2-strict.xsd"), ("xliff2", "xliff-core-2.0.xsd")])
def test_xliff_is_valid_by_its_schema(name: str, schema: str) -> None:
    """OASIS's schemas, as Debian's php-symfony-translation carries them; the core of 2.1 is that of 2.0."""
    folder = os.environ.get("XLIFF_SCHEMAS")
    if not folder:
        pytest.skip("XLIFF_SCHEMAS does not name the folder with the schemas of OASIS; .ci/run fetches them")
    text = (Path(folder) / schema).read_text("utf-8")
    text = re.sub(r'schemaLocation="[^"]*xml\.xsd"', f'schemaLocation="{Path(folder).as_uri()}/xml.xsd"', text)
    checked = etree.XMLSchema(etree.fromstring(text.encode()))
    for unit in (*SAMPLE_UNITS, CODED):
        checked.assertValid(
            etree.fromstring(FORMS[name].write([unit, replace(unit, number=9, segments=(Pair("甲", ""),))]))
        )

    @given(units)
    @settings(max_examples=40, deadline=None)
    def hostile(data: list[Unit]) -> None:
        for unit in cleaned(data)[0]:
            written = FORMS[name].write([replace(unit, by="", on="")])
            checked.assertValid(etree.fromstring(written))

    hostile()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        (
            "xliff",
            '<g id="1" ctype="bold">很多<g id="2" ctype="italic">公园</g></g>，见<g id="3" ctype="link">网页</g>。',
        ),
        ("xliff", '<g id="4" ctype="x-code">代码</g>。<x id="5" ctype="x-note"/>'),
        (
            "xliff2",
            '<pc id="1" type="fmt" subType="xlf:b">很多<pc id="2" type="fmt" subType="xlf:i">公园</pc></pc>，',
        ),
        (
            "xliff2",
            '见<pc id="3" type="link">网页</pc>。</source>',
        ),
        (
            "xliff2",
            '<pc id="4" type="other" subType="yubei:code">代码</pc>。<ph id="5" type="other" subType="yubei:note"/>',
        ),
    ],
)
def test_formatting_is_said_as_the_standard_says_it(name: str, code: str) -> None:
    assert code in FORMS[name].write([CODED]).decode()


def test_translate_toolkit_reads_the_same_from_xliff() -> None:
    xliff = pytest.importorskip("translate.storage.xliff")
    store = xliff.xlifffile.parsestring(FORMS["xliff"].write(SAMPLE_UNITS))
    read = [(unit.source, unit.target, unit.isapproved()) for unit in store.units]
    assert read == [(unit.zh, unit.en, unit.state is State.REVIEWED) for unit in SAMPLE_UNITS]


def unit_of(segments: str) -> Unit:
    """What is read of a file of XLIFF 2 with one unit."""
    unit = f'<unit id="u">{segments}</unit>'
    xliff = f'<xliff version="2.0" srcLang="zh" trgLang="en"><file id="f">{unit}</file></xliff>'
    _name, [read] = exchanges.read("a.xlf", xliff.encode())
    assert isinstance(read, Unit)
    return read


def test_a_copy_of_a_code_and_one_in_two_halves_are_that_code() -> None:
    source = '<source><pc id="1" type="link">甲</pc>乙</source>'
    target = '<target><pc id="9" copyOf="1">A</pc> <sc id="1"/>B<ec startRef="1"/></target>'
    read = unit_of(f"<segment>{source}{target}</segment>")
    links = tuple(Mark(start, start + 1, MarkKind.LINK, "1") for start in (0, 2))
    assert (read.segments[0].en, read.segments[0].en_codes, read.odd) == ("A B", links, ())


def test_a_code_that_a_tool_cut_with_its_segment_is_a_code_in_both() -> None:
    source = '<source><pc id="1" type="fmt" subType="xlf:b">甲。乙</pc>。</source>'
    first = f'<segment>{source}<target>A <sc id="1"/>b. <sc id="2"/></target></segment>'
    between = '<ignorable><source/><target> <ph id="3" type="other" subType="yubei:note"/></target></ignorable>'
    second = '<segment><source>丙。</source><target>C<ec startRef="1"/> d<ec startRef="4"/>.</target></segment>'
    read = unit_of(first + between + second)
    bold = [(Mark(*at, MarkKind.STRONG, "1"),) for at in ((2, 4), (0, 1))]
    note = (Mark(0, 0, MarkKind.NOTE, "3"),)
    assert [(pair.en, pair.en_codes) for pair in read.segments] == [("A b.", bold[0]), ("", note), ("C d.", bold[1])]
    assert [what.partition(": ")[2] for what in read.odd] == [
        "the code <sc id=“2”> is not closed, and is left out",
        "the code <ec id=“4”> closes nothing, and is left out",
    ]


def test_a_code_without_its_other_half_is_told_with_where_to_find_it() -> None:
    said = r"a\.xlf:1:\d+: .*mismatched tag; a code may have lost its other half \(in OmegaT, Tools → Check Issues"
    with pytest.raises(YubeiError, match=said):
        exchanges.read("a.xlf", b'<xliff version="1.2"><target>A <g id="1">b.</target></xliff>')


def test_a_code_that_was_typed_as_text_is_told() -> None:
    sides = "<source>甲&lt;x1/&gt;</source><target>A&lt;x1/&gt; &lt;g9&gt;b&lt;/g9&gt; &lt;i&gt;</target>"
    xliff = f'<xliff version="1.2"><file><body><trans-unit id="s/1">{sides}</trans-unit></body></file></xliff>'
    _name, [read] = exchanges.read("a.xlf", xliff.encode())
    assert isinstance(read, Unit)
    assert read.en == "A<x1/> <g9>b</g9> <i>"
    assert [what.partition(": ")[2] for what in read.odd] == [
        "<g9> is text here, and no code",
        "</g9> is text here, and no code",
    ]


def test_translate_toolkit_reads_the_codes_of_xliff() -> None:
    xliff = pytest.importorskip("translate.storage.xliff")
    placeables = pytest.importorskip("translate.storage.placeables.xliff")
    [unit] = xliff.xlifffile.parsestring(FORMS["xliff"].write([CODED])).units
    for side, said in ((unit.rich_source, CODED.zh), (unit.rich_target, CODED.en)):
        codes = [part for part in side[0].depth_first() if isinstance(part, placeables.G | placeables.X)]
        english = said == CODED.en
        assert [code.id for code in codes] == (["1", "2", "3", "5"] if english else ["1", "2", "3", "4", "5"])
        assert str(side[0]) == said


def test_translate_toolkit_reads_the_same_from_xliff_2() -> None:
    xliff2 = pytest.importorskip("translate.storage.xliff2")
    store = xliff2.Xliff2File.parsestring(FORMS["xliff2"].write(SAMPLE_UNITS[1:]))
    assert [(unit.source, unit.target) for unit in store.units] == [("标题", "A title")]


def test_translate_toolkit_reads_the_same_from_tbx() -> None:
    tbx = pytest.importorskip("translate.storage.tbx")
    store = tbx.tbxfile.parsestring(FORMS["tbx"].write(SAMPLE_ENTRIES))
    assert [(unit.source, unit.target) for unit in store.units] == [(entry.zh, entry.en) for entry in SAMPLE_ENTRIES]


@pytest.mark.parametrize(("name", "version"), [("tmx", "1.4"), ("xliff", "1.2"), ("xliff2", "2.1")])
def test_a_file_says_which_version_of_its_format_it_is(name: str, version: str) -> None:
    assert etree.fromstring(FORMS[name].write(SAMPLE_UNITS)).get("version") == version


def test_translate_toolkit_reads_the_same_from_tmx() -> None:
    tmx = pytest.importorskip("translate.storage.tmx")
    store = tmx.tmxfile.parsestring(FORMS["tmx"].write(SAMPLE_UNITS), "zh-CN", "en-US")
    read = [(unit.source, unit.target) for unit in store.units]
    assert read == [(pair.zh, pair.en) for unit in SAMPLE_UNITS for pair in unit.segments]


def test_translate_toolkit_reads_the_same_from_an_omegat_glossary() -> None:
    glossary = pytest.importorskip("translate.storage.omegat")
    store = glossary.OmegaTFile()
    store.parse(FORMS["omegat"].write(SAMPLE_ENTRIES).split(b"\n", 1)[1])
    read = [(unit.source, unit.target) for unit in store.units]
    first = SAMPLE_ENTRIES[0]
    assert read == [*((first.zh, en) for en in (first.en, *first.also)), ("新词", "new word")]


def test_openpyxl_and_the_open_xml_sdk_take_the_workbook(tmp_path: Path) -> None:
    import subprocess

    data = FORMS["xlsx"].write([Entry("=1+1", "@SUM(A1)", note="-2")])
    openpyxl = pytest.importorskip("openpyxl")
    sheet = openpyxl.load_workbook(BytesIO(data)).worksheets[0]
    assert [sheet["A2"].value, sheet["A2"].data_type, sheet["A2"].quotePrefix] == ["=1+1", "s", True]
    validator = os.environ.get("OOXML_VALIDATOR")
    if not validator:
        pytest.skip("OOXML_VALIDATOR does not name the Open XML SDK's validator")
    path = tmp_path / "glossary.xlsx"
    path.write_bytes(data)
    done = subprocess.run([validator, str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_cell_of_csv_is_a_formula() -> None:
    data = FORMS["csv"].write([Entry("=1+1", "@SUM(A1)", note="-2"), Entry("'=x", "+x")]).decode("utf-8-sig")
    import csv

    cells = [cell for row in csv.reader(data.splitlines()) for cell in row]
    assert not [cell for cell in cells if cell[:1] in tuple("=+-@\t\r")[:4]]


BOMB = b'<!DOCTYPE tmx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>\n<tmx>&b;</tmx>'


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.tmx", b"<tmx>\n  <body>\n</tmx>", "a.tmx:3:3: this is not well-formed XML: mismatched tag"),
        ("a.tmx", BOMB, "a.tmx:1:27: the file declares entities"),
        ("a.tmx", b'<!DOCTYPE tmx [<!ENTITY a SYSTEM "file:///etc/passwd">]><tmx>&a;</tmx>', "declares entities"),
        ("a.tmx", b"<tmx>" + b"<a>" * 100 + b"</a>" * 100 + b"</tmx>", "more elements, or more inside one another"),
        ("a.tmx", "<tmx>渝北</tmx>".encode("gb18030"), "a.tmx:1:6: from here on this is not UTF-8"),
        ("a.tmx", b"<html/>", "a.tmx: this is not TMX 1.4"),
        ("a.tmx", b"", "a.tmx: this is not TMX 1.4"),
        ("a.csv", "zh,en\r\n渝北,Yubei\r\n".encode("gb18030"), "a.csv:2:1: from here on this is not UTF-8"),
        ("a.csv", b"zh,en\na,b\nc,\n", "a.csv:3: this row has no English"),
        ("a.csv", b"zh,en\na,b\nc,#NAME?\n", "a.csv:3: Excel has made “#NAME?” of what stood in the column “en”"),
        ("a.csv", b'zh,en\n"??",b\n', "a.csv:2: the Chinese of this row is only question marks"),
        ("a.csv", b"zh,en\n1.01E+02,b\n", "a.csv:2: Excel has made “1.01E+02” of what stood in the column “zh”"),
        ("a.csv", "中文,译法\n甲,A\n乙,\n".encode(), "a.csv:3: this row has no English in the column “译法”"),
        ("a.csv", b"foo,bar\n", "a.csv:1: the first row names the columns"),
        ("a.csv", b"zh,en,status\na,b,maybe\n", "a.csv:2: the status “maybe” is not known"),
        ("a.txt", b"a\tb\nc d\n", "a.txt:2:1: a line has the Chinese, a tab and the English"),
        ("a.xlsx", b"PK\x03\x04nothing", "a.xlsx: this is not an Excel workbook, or it is damaged"),
        (
            "a.xlf",
            b'<xliff version="1.2"><file source-language="en-GB"/></xliff>',
            "a.xlf:1:22: this translates out of",
        ),
        ("a.xlf", b'<xliff version="2.0" srcLang="en"/>', "a.xlf:1:1: this translates out of English"),
        ("a.dat", b"x", "a.dat: cannot tell the format from the name"),
        ("en.docx", b"PK", "en.docx: a translation in such a file is not taken in; copy its text into en.md"),
    ],
)
def test_a_file_that_is_wrong_says_where(name: str, data: bytes, said: str) -> None:
    with pytest.raises(YubeiError) as error:
        exchanges.read(name, data)
    assert said in str(error.value)


@pytest.mark.parametrize(
    "table",
    [
        "sep=;\r\nzh;en\r\n渝北;Yubei\r\n",
        "zh_CN,zh_TW,en-GB\n渝北,渝北區,Yubei\n",
        "渝北区术语表,,\n,,\n序号,中文,英文\n1,渝北,Yubei\n",
        "No.,简体中文,Translation\n1,渝北,Yubei\n",
        "序号,中文,英文,首次出现\n一、地名,,,\n1,渝北,Yubei,\n2,,,\n3,,,2024\n",
    ],
)
def test_a_table_as_others_write_it(table: str) -> None:
    _name, [entry] = exchanges.read("a.csv", f"\ufeff{table}".encode())
    assert isinstance(entry, Entry)
    assert (entry.zh, entry.en) == ("渝北", "Yubei")


def test_the_sheet_with_the_terms_may_stand_behind_a_cover() -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["术语表说明"])
    sheet = book.create_sheet("术语")
    for row in (["渝北区术语表"], [], ["序号", "中文", "英文"], [1, "渝北", "Yubei"]):
        sheet.append(row)
    out = BytesIO()
    book.save(out)
    _name, [entry] = exchanges.read("a.xlsx", out.getvalue())
    assert isinstance(entry, Entry)
    assert (entry.zh, entry.en) == ("渝北", "Yubei")


def test_a_superseded_term_is_not_the_rendering_in_either_style_of_tbx() -> None:
    kind = "administrativeStatus"
    for style in (f'<termNote type="{kind}">{{}}</termNote>', f"<min:{kind}>{{}}</min:{kind}>"):
        terms = "".join(
            f"<termSec><term>{term}</term>{style.format(f'{said}-admn-sts')}</termSec>"
            for term, said in (("Yubei County", "supersededTerm"), ("Yubei", "preferredTerm"))
        )
        tbx = (
            '<tbx type="TBX-Basic" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min">'
            '<text><body><conceptEntry id="c1"><langSec xml:lang="zh"><termSec><term>渝北</term></termSec></langSec>'
            f'<langSec xml:lang="en">{terms}</langSec></conceptEntry></body></text></tbx>'
        )
        _name, [entry] = exchanges.read("a.tbx", tbx.encode())
        assert isinstance(entry, Entry)
        assert (entry.en, entry.status, entry.avoid, entry.also) == ("Yubei", "approved", ("Yubei County",), ())


def test_a_unit_is_reviewed_if_all_its_segments_are() -> None:
    segments = "".join(
        f'<segment state="{state}"><source>{zh}</source><target>{en}</target></segment>'
        for state, zh, en in (("final", "渝北。", "Yubei."), ("initial", "江北。", "Jiangbei."))
    )
    assert unit_of(segments).state is State.UNREVIEWED


def test_a_day_that_excel_wrote_its_own_way_is_the_day_it_was() -> None:
    _name, [entry] = exchanges.read("a.csv", b"zh,en,title,publisher,date,url\na,b,T,P,2024/4/9,https://example.org\n")
    assert isinstance(entry, Entry)
    assert entry.citation == Citation("T", "P", "2024-04-09", "https://example.org")


@pytest.mark.parametrize("name", ["a.csv", "a.tsv", "b.tsv", "a.xlsx"])
def test_more_rows_than_are_read_are_refused_and_none_left_out(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_caps, "MAX_ROWS", 3)
    entries = [Entry(zh, "x") for zh in "甲乙丙丁"]
    data = {
        "a.csv": FORMS["csv"].write(entries),
        "a.tsv": FORMS["csv"].write(entries).replace(b",", b"\t"),
        "b.tsv": FORMS["omegat"].write(entries),
        "a.xlsx": FORMS["xlsx"].write(entries),
    }[name]
    with pytest.raises(YubeiError, match=r"there are more (rows|lines) than a glossary has"):
        exchanges.read(name, data)


@pytest.mark.parametrize("name", ["a.csv", "a.tsv"])
def test_a_quotation_mark_that_nothing_closes_is_asked_about(name: str) -> None:
    header = b"zh,en\n" if name == "a.csv" else b"zh\ten\n"
    with pytest.raises(YubeiError, match=r"is a quotation mark missing\?") as raised:
        exchanges.read(name, header + b'"' + b"x" * 200_000)
    assert raised.value.path == f"{name}:2"


def packed(parts: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (packed({"xl/worksheets/sheet1.xml": b" " * (_caps.MAX_UNPACKED + 1)}), "unpacks to more"),
        (packed({"xl/workbook.xml": b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a/>'}), "a document type"),
        (packed({"xl/workbook.xml": "<!DOCTYPE a><a/>".encode("utf-16")}), "a document type"),
        (packed({"xl/workbook.xml": b"<a/>"}), "cannot be read"),
        (packed({f"{number}": b"" for number in range(1001)}), "unpacks to more"),
    ],
    ids=["bomb", "doctype", "doctype in UTF-16", "no workbook", "many parts"],
)
def test_a_workbook_that_is_wrong_says_so(data: bytes, said: str) -> None:
    with pytest.raises(YubeiError, match=said):
        exchanges.read("a.xlsx", data)


@given(st.sampled_from(sorted(FORMS)), st.data())
@settings(max_examples=150, deadline=None)
def test_a_damaged_file_is_read_or_refused(name: str, data: st.DataObject) -> None:
    form = FORMS[name]
    whole = bytearray(form.write(SAMPLE_UNITS if form.CARRIES is Unit else SAMPLE_ENTRIES))
    for at in data.draw(st.lists(st.integers(0, len(whole) - 1), min_size=1, max_size=4)):
        whole[at] = data.draw(st.integers(0, 255))
    with contextlib.suppress(YubeiError):  # and nothing else
        exchanges.read(f"a.{form.ENDINGS[0]}", bytes(whole))


def told(each: Unit | Entry) -> str:
    """What was read, as the cases have it."""
    if isinstance(each, Unit):
        head = " ".join(filter(None, (each.briefing, each.name, each.state.value, each.by, each.on)))
        pairs = (f"\n    {pair.zh} = {pair.en}" for pair in each.segments)
        return "".join((head, *pairs, *(f"\n    # {note}" for note in each.notes)))
    lists = {"also": " | ".join(each.also), "avoid": " | ".join(each.avoid)}
    more = lists | {"short": each.short, "domain": each.domain, "note": each.note}
    said = (f" {key} {value}" for key, value in more.items() if value)
    return f"{each.at}: {each.zh} = {each.en} ({each.status}){''.join(said)}"


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_files_of_other_tools_are_read(case: Path) -> None:
    text, _, expected = case.read_text("utf-8").partition("---\n")
    name, _, data = text.partition("\n")
    assert "".join(f"{told(each)}\n" for each in exchanges.read(name, data.encode())[1]) == expected


def test_numbers_and_days_in_a_workbook_are_read_as_they_are_seen() -> None:
    book = Workbook()
    for row in (["zh", "en", "note", "date", "title"], ["甲", 5.0, 2.5, datetime(2024, 4, 9), True]):
        book.worksheets[0].append(row)
    out = BytesIO()
    book.save(out)
    with zipfile.ZipFile(out) as package:
        parts = {part: package.read(part) for part in package.namelist()}
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"].replace(b"<v>5<", b"<v>5.0<")
    (entry,) = exchanges.read("a.xlsx", packed(parts))[1]
    assert isinstance(entry, Entry)
    assert (entry.en, entry.note, entry.citation) == ("5", "2.5", Citation("True", "", "2024-04-09", ""))


def test_other_tools_tables_and_memories_are_read() -> None:
    semicolons = "\ufeff中文;English\r\n渝北;Yubei\r\n".encode()
    assert list(exchanges.read("a.csv", semicolons)[1]) == [Entry("渝北", "Yubei")]
    utf16 = "zh\ten\n渝北\tYubei\n".encode("utf-16")
    assert list(exchanges.read("a.csv", utf16)[1]) == [Entry("渝北", "Yubei")]
    trados = (
        '<?xml version="1.0"?><tmx version="1.4"><header/><body><tu><tuv xml:lang="EN-US">'
        '<seg>In <bpt i="1">&lt;b></bpt>Yubei<ept i="1">&lt;/b></ept></seg></tuv>'
        '<tuv xml:lang="zh-CN"><seg>在<hi>渝北</hi></seg></tuv></tu></body></tmx>'
    )
    (unit,) = exchanges.read("a.tmx", trados.encode("utf-16"))[1]
    assert isinstance(unit, Unit)
    assert unit.segments == (Pair("在渝北", "In Yubei"),)
