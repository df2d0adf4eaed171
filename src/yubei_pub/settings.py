"""yubei-pub.yaml: how an office wants its briefings; every key has a default."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Style:
    """How documents look.  `order` says which language stands left: "en-zh" or "zh-en"."""

    order: str = "en-zh"


@dataclass(frozen=True)
class Settings:
    """The settings of a project."""

    style: Style = Style()
