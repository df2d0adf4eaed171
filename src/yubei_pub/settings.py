"""yubei-pub.yaml: how an office wants its briefings; every key has a default."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from typing import Any, NamedTuple, TypeVar

from yubei_pub import strict_yaml
from yubei_pub.findings import Finding, Place
from yubei_pub.records import Key, Record, RecordReader, Shape
from yubei_pub.trace import Source

T = TypeVar("T")

RULE = "settings"
LAYOUTS = ("parallel", "stacked", "english", "table")
FORMATS = ("docx", "md", "html", "pdf", "epub")  # the writers; the first two are built where nobody says
IGNORE_KEYS = (
    Key("rule", "outside-gb2312", required=True),
    Key("reason", "the two names were compared with the page", required=True),
    Key("paths", "[source/2024-07-10-yubei/*]", Shape.TEXTS),
    Key("match", "李堃"),
)
VOLUME_KEYS = (Key("en", "Briefings from Yubei"), Key("zh", "渝北新闻通稿"))
FILE_KEYS = (
    Key("order", "en-zh", choices=("en-zh", "zh-en")),
    Key("layout", "parallel", choices=LAYOUTS),
    Key("formats", "[docx, md, html]", Shape.TEXTS, choices=FORMATS),
    Key("paper", "a4", choices=("a4", "letter")),
    Key("template", "house.docx"),
    Key("contents", "auto", choices=("auto", "always", "never")),
    Key("terms", "a-z", choices=("a-z", "pinyin")),
    Key("glosses", "none", choices=("none", "first-use")),
    Key("volume", "{en: Briefings from Yubei, zh: 渝北新闻通稿}", Shape.RECORD, keys=VOLUME_KEYS),
    Key("ignore", "[{rule: …, reason: …}]", Shape.RECORDS, keys=IGNORE_KEYS),
)


class Style(NamedTuple):
    """How documents look.

    `layout` is "parallel" (side by side), "stacked" (one language, then the other), "english" (with the
    Chinese behind it) or "table" (Markdown's side by side; parallel elsewhere).  `order` says which
    language stands left or first: "en-zh" or "zh-en".  `paper` is "a4" or "letter"; `template` the
    path of the office's own Word file, and `house` its bytes, which give page and styles instead.
    `contents` is "auto" (a list where there are many headings), "always" or "never"; `terms` the order
    of the appendix, "a-z" or "pinyin"; `glosses` "first-use" for the Chinese in brackets behind the
    first use of a term, or "none".  `volume` is the title of several bound together, English and Chinese;
    empty, it is a neutral one.  `pictures` is where Markdown links to, seen from the file: the
    folder of the briefings.
    """

    order: str = "en-zh"
    pictures: str = "../source"
    layout: str = "parallel"
    paper: str = "a4"
    template: str = ""
    house: bytes = b""
    contents: str = "auto"
    terms: str = "a-z"
    glosses: str = "none"
    volume: tuple[str, str] = ("", "")

    @property
    def chinese_first(self) -> bool:
        """Whether Chinese stands left or above; English with an appendix is English first, whatever the order."""
        return self.order == "zh-en" and self.layout != "english"

    def ordered(self, english: T, chinese: T) -> tuple[T, T]:
        """What there is in both languages, first what stands left or above."""
        return (chinese, english) if self.chinese_first else (english, chinese)


class Ignore(NamedTuple):
    """Findings of a rule that the office has answered for the whole project.

    `paths` are patterns of files (`*` is any number of characters), none meaning all; `match`
    is a text in the message or at the place, empty meaning any.
    """

    rule: str
    reason: str
    place: Place
    paths: tuple[str, ...] = ()
    match: str = ""

    def covers(self, finding: Finding) -> bool:
        """Whether a finding is one of those that were answered."""
        place = finding.place
        named = not self.paths or any(fnmatchcase(place.path, pattern) for pattern in self.paths)
        said = self.match in str(finding.message) or self.match in place.written
        return finding.rule == self.rule and named and said


class Settings(NamedTuple):
    """The settings of a project; `template` is where the office's own Word file is named."""

    style: Style = Style()
    formats: tuple[str, ...] = FORMATS[:2]
    ignore: tuple[Ignore, ...] = ()
    template: Place | None = None


def read(source: Source) -> tuple[Settings, tuple[Finding, ...]]:
    """The settings in yubei-pub.yaml and what is wrong with the file; a wrong value leaves the default.

    Raises YubeiError where the file is not YAML.
    """
    reader = RecordReader(RULE)
    node = strict_yaml.parse(source)
    record = reader.read(node, FILE_KEYS) if node else None
    if record is None:
        return Settings(), tuple(reader.findings)
    said: dict[str, Any] = {key: scalar.value for key, scalar in record.texts.items()}  # each a field of a style
    style = Style(**said)._replace(template=_slashed(record.text("template")))
    if volume := record.record("volume"):
        style = style._replace(volume=(volume.text("en"), volume.text("zh")))
    formats = tuple(dict.fromkeys(record.values("formats"))) or Settings().formats
    named = record.texts.get("template")
    settings = Settings(style, formats, tuple(_ignored(record, reader.findings)), named.place if named else None)
    return settings, tuple(reader.findings)


def _ignored(record: Record, wrong: Sequence[Finding]) -> Iterator[Ignore]:
    """The answers that are as they should be: a slip in another (`path:` for `paths:`) must not widen it."""
    for entry in record.records.get("ignore", ()):
        if not any(entry.place.start <= finding.place.start <= entry.place.end for finding in wrong):
            paths = tuple(map(_slashed, entry.values("paths")))
            yield Ignore(entry.text("rule"), entry.text("reason"), entry.place, paths, entry.text("match"))


def _slashed(path: str) -> str:
    """A path as every system reads it: Windows' Explorer gives source\\a\\en.md."""
    return path.replace("\\", "/")
