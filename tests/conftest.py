"""A project in a temporary folder, and the program as an editor calls it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from yubei_pub import cli

# No test asserts a time: a machine that is busy must not fail one.  What lands is held against the same examples each
# time (.ci/run sets CI), so that only a change can fail; `make fuzz` and everybody at work look for new ones.
settings.register_profile("yubei", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("yubei")

SHARED = Path(__file__).parents[2] / "shared"
NO_LINKS = pytest.mark.skipif(sys.platform == "win32", reason="on Windows only an administrator may make links")


def cases(room: str) -> list[Path]:
    """The files of tests/cases/<room>/ in their order; where there are none nothing would be tested."""
    found = sorted((Path(__file__).parent / "cases" / room).glob("*.txt"))
    assert found, f"there is no case in tests/cases/{room}/"
    return found


@dataclass(frozen=True)
class Result:
    """What a call of the program gave."""

    code: int
    out: str
    err: str

    @property
    def all(self) -> str:
        return self.out + self.err


Yubei = Callable[..., Result]


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever the tests run, the program is not told to write colours or into the summary of a job."""
    for name in ("NO_COLOR", "FORCE_COLOR", "GITHUB_STEP_SUMMARY", "GITHUB_BASE_REF"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def yubei(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Yubei:
    """`yubei("check", "some-id")` runs the program in the folder of the test."""

    def call(*args: str) -> Result:
        capfd.readouterr()
        monkeypatch.chdir(tmp_path)
        monkeypatch.setattr(sys, "argv", ["yubei-pub", *args])
        monkeypatch.setenv("YUBEI_DEBUG", "1")  # a fault of ours fails the test with its traceback
        with pytest.raises(SystemExit) as exit:
            cli.main()
        captured = capfd.readouterr()
        assert "Traceback" not in captured.err
        code = exit.value.code
        return Result(code if isinstance(code, int) else int(bool(code)), captured.out, captured.err)

    return call


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with a glossary and one small briefing, `small`, that has nothing to find."""
    write(tmp_path / "glossary.yaml", GLOSSARY)
    write(tmp_path / "source/small/zh.md", ZH)
    write(tmp_path / "source/small/en.md", EN)
    return tmp_path


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    return path


GLOSSARY = """\
terms:
  - zh: 感知设备
    en: sensing devices
    status: approved
    citation: {title: A page, publisher: A publisher, date: 2024-04-09, url: "https://example.org/a"}
    avoid: [{en: perception equipment, use: sensing devices, why: word for word}]
  - zh: 口袋公园
    en: pocket parks
    status: proposed
"""

ZH = """\
---
date: 2024-07-10
publisher: 示例新聞網
url: https://example.org/page
rights: 版權所有
---

# 更智慧的城市

7月10日，城市建設有了新進展。

## 數字賦能 {#s1}

中心接入44類35.6萬餘個感知設備。

### 身邊的公園 {#s1-1}

今年建成5個口袋公園。

居民都說好。
"""

EN = """\
---
language: en-US
translators: [A. Translator]
status: draft
---

# A smarter city

On July 10, 2024, the building of the city made new progress.

## Empowered by digital technology {#s1}

The center connects more than 356,000 sensing devices in 44 categories.

### Parks close at hand {#s1-1}

Five pocket parks have been built this year.

Residents like them.
"""
