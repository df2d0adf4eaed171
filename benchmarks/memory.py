"""How fast the translation memory answers.

    make bench-memory

100,000 pairs are made of the sentences of the sample, mixed by a fixed seed, half of them reviewed.  For queries of
one, two and ten characters, common and rare, with and without an answer, the median of several runs is printed; so is
what looking up a near paragraph takes, and learning everything.
"""

from __future__ import annotations

import random
import re
import sqlite3
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from yubei_pub.memory import Memory, Pair
from yubei_pub.model import State
from yubei_pub.simplify import simplify_text

SAMPLE = Path(__file__).parents[1] / "source" / "2024-07-10-yubei"
PAIRS = 100_000
RUNS = 9
MOST = 20  # what `find` shows


def clauses(name: str, stops: str) -> list[str]:
    """The clauses of the sample's text in one language."""
    text = re.sub(r"(?s)\A---.*?\n---\n|<!--.*?-->|!\[.*?\n|#.*?\n", "", (SAMPLE / name).read_text("utf-8"))
    return [part.strip() for part in re.split(f"(?<=[{stops}])|\n", text) if part.strip()]


def made() -> Iterator[tuple[Pair, str]]:
    """Pairs of sentences: three clauses each, of which hardly two are the same."""
    chance = random.Random(20241126)
    chinese, english = clauses("zh.md", "，。；："), clauses("en.md", ",.;:")
    chinese = [simplify_text(clause) for clause in chinese]
    for number in range(PAIRS):
        zh, en = "".join(chance.choices(chinese, k=3)), " ".join(chance.choices(english, k=3))
        state = State.REVIEWED if number % 2 else State.UNREVIEWED
        yield Pair(f"b{number // 40}", "s1", number % 40, zh, en, "zh.md:1:1", "en.md:1:1", state), "paragraph sentence"


def median(work: Callable[[], object]) -> float:
    """Milliseconds of processor time: the machine may be shared."""
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        work()
        times.append(1000 * (time.process_time() - start))
    return statistics.median(times)


def main() -> None:
    """Print everything."""
    memory = Memory(sqlite3.connect(":memory:", isolation_level=None))
    pairs = list(made())
    start = time.process_time()
    memory.learn("all", "", pairs)
    print(f"{PAIRS:,} pairs learned in {time.process_time() - start:.1f} s")
    text = pairs[777][0].zh
    ten = (text[:10], text[3:13], "城市渝北的的一二三四")
    for query in ("的", "渝", "鳖", "渝北", "城市", "鳖北", *ten, "sensing devices", "the"):
        took = median(lambda query=query: memory.find(query, MOST))  # type: ignore[misc]
        print(f"{query}: {len(memory.find(query, MOST))} of at most {MOST} in {took:.1f} ms")
    near = text.replace(text[5], "新")
    print(f"a near paragraph: {median(lambda: memory.near(near)):.0f} ms, found {len(memory.near(near))}")


if __name__ == "__main__":
    main()
