"""yubei-pub.yaml: how an office wants its briefings; every key has a default."""

from __future__ import annotations

from dataclasses import dataclass

from yubei_pub import strict_yaml
from yubei_pub.findings import Finding
from yubei_pub.records import Key, RecordReader
from yubei_pub.trace import Source

RULE = "settings"
FILE_KEYS = (Key("order", "en-zh", choices=("en-zh", "zh-en")),)


@dataclass(frozen=True)
class Style:
    """How documents look.

    `order` says which language stands left: "en-zh" or "zh-en".  `pictures` is where Markdown
    links to, seen from the file: the folder of the briefings.
    """

    order: str = "en-zh"
    pictures: str = "../source"


@dataclass(frozen=True)
class Settings:
    """The settings of a project."""

    style: Style = Style()


def read(source: Source) -> tuple[Settings, tuple[Finding, ...]]:
    """The settings in yubei-pub.yaml and what is wrong with the file; a wrong value leaves the default.

    Raises YubeiError where the file is not YAML.
    """
    reader = RecordReader(RULE)
    node = strict_yaml.parse(source)
    record = reader.read(node, FILE_KEYS) if node else None
    style = Style(order=record.text("order", Style.order)) if record else Style()
    return Settings(style), tuple(reader.findings)
