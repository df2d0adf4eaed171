"""The translation memory: what people translated so far, and where it stands.

An SQLite database that is made from the repository and can be made anew at any time.  Its full
text index (FTS5) has one token for each Chinese character, so that a query is a phrase of
characters: the tokenizer for three letters at a time finds nothing for 渝北.  English words are
indexed by their stems (Porter), so that “device” finds “devices”.

Whoever opens the database closes it; this room only says what is in it.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from yubei_pub import differences
from yubei_pub.findings import Place
from yubei_pub.model import Briefing, BriefingSection, Passage, State
from yubei_pub.patterns import lazy_regex
from yubei_pub.simplify import simplify_text
from yubei_pub.trace import TracedText

# Stands between Chinese characters in the index, which takes it for a space; no text has it.
_GAP = "\x1f"
_HAN = lazy_regex("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_TOKEN = lazy_regex(f"{_HAN.pattern}|(?:(?!{_HAN.pattern})[^\\W_])+")
_START, _END = "\x02", "\x03"  # around what was found

_TABLES = (
    "create table if not exists briefing(id text primary key, digest text, first integer, last integer) without rowid",
    """create table if not exists place(id integer primary key, briefing text, section text, number integer,
                                        zh_at text, en_at text, state text, by text, "on" text)""",
    """create virtual table if not exists pair using fts5(zh, en, unit, state,
                                                        tokenize = 'porter unicode61 remove_diacritics 2')""",
    "create virtual table if not exists word using fts5vocab(pair, 'row')",
)

PARAGRAPH, SENTENCE = "paragraph", "sentence"
# A paragraph that is one sentence is both.
BOTH = f"{PARAGRAPH} {SENTENCE}"

# How many of its rarest neighbours of characters a paragraph is looked up by, and how many paragraphs are compared.
_RAREST, _COMPARED = 10, 25
# A near paragraph shares this much with the one at hand: past it a translator had rather begin anew.
LIKE = 0.7


@dataclass(frozen=True)
class Pair:
    """Chinese (Simplified) and its English, and where both stand (`path:line:column`).

    `number` is that of the passage, None in a heading or below a figure; `by` and `on` are the reviewer's.
    """

    briefing: str
    section: str
    number: int | None
    zh: str
    en: str
    zh_at: str
    en_at: str
    state: State
    by: str = ""
    on: str = ""


class Hit(NamedTuple):
    """A pair that was found, and the stretches of both texts that the query stands in."""

    pair: Pair
    zh: tuple[tuple[int, int], ...]
    en: tuple[tuple[int, int], ...]


class Near(NamedTuple):
    """An earlier translation of the same Chinese (`likeness` 1.0) or of Chinese that is nearly the same."""

    pair: Pair
    likeness: float


class Memory:
    """The memory in an open database, empty at first; sqlite3.DatabaseError where that is damaged."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._db = database
        for statement in _TABLES:
            database.execute(statement)

    def digests(self) -> Mapping[str, str]:
        """What each briefing in the memory was made from."""
        return dict(self._db.execute("select id, digest from briefing"))

    def forget(self, id: str) -> None:
        """Take a briefing out."""
        row = self._db.execute("select first, last from briefing where id = ?", (id,)).fetchone()
        if row:
            self._db.execute("delete from pair where rowid between ? and ?", row)
            self._db.execute("delete from place where id between ? and ?", row)
            self._db.execute("delete from briefing where id = ?", (id,))

    def learn(self, id: str, digest: str, units: Iterable[tuple[Pair, str]]) -> None:
        """Put a briefing in the place of what was known of it; `units` come from `pairs_of`."""
        self.forget(id)
        (before,) = self._db.execute("select coalesce(max(id), 0) from place").fetchone()
        rows = list(enumerate(units, before + 1))
        self._db.executemany(
            "insert into place values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            ((at, p.briefing, p.section, p.number, p.zh_at, p.en_at, p.state.value, p.by, p.on) for at, (p, _) in rows),
        )
        self._db.executemany(
            "insert into pair(rowid, zh, en, unit, state) values (?, ?, ?, ?, ?)",
            ((at, _spaced(p.zh), _spaced(p.en), unit, p.state.value) for at, (p, unit) in rows),
        )
        self._db.execute("insert into briefing values (?, ?, ?, ?)", (id, digest, before + 1, before + len(rows)))

    def find(self, query: str, most: int, reviewed_only: bool = False) -> list[Hit]:
        """Up to `most` sentences that have the words of a query side by side, reviewed ones first, the latest first.

        Chinese may be in either script and is looked for in the Chinese, anything else on both sides.
        """
        phrases = dict.fromkeys(filter(None, map(_phrase, (query, simplify_text(query)))))  # 张乾 stays, 乾燥 is 干燥
        if not phrases:
            return []
        words = f"({' OR '.join(phrases)})"
        wanted = f"{'zh' if _HAN.search(query) else '{zh en}'} : {words} AND unit : {SENTENCE}"
        reviewed = f"state : {State.REVIEWED.value}"
        hits = list(self._hits(f"{wanted} AND {reviewed}", most))
        if not reviewed_only and len(hits) < most:
            hits += self._hits(f"({wanted}) NOT {reviewed}", most - len(hits))
        return hits

    def near(self, zh: str, most: int = 2) -> list[Near]:
        """Earlier translations of a paragraph (Simplified) or of one much like it, the likest first."""
        rarest = self._rarest(zh)
        wanted = f"unit : {PARAGRAPH} AND zh : ({' OR '.join(rarest)})"
        found = [
            Near(hit.pair, likeness)
            for hit in (self._hits(wanted, _COMPARED, "rank") if rarest else ())
            if (likeness := _likeness(zh, hit.pair.zh)) >= LIKE
        ]
        return sorted(found, key=lambda near: (-near.likeness, near.pair.state is not State.REVIEWED))[:most]

    def _hits(self, wanted: str, most: int, order: str = "rowid desc") -> Iterator[Hit]:
        rows = self._db.execute(
            f"""select highlight(pair, 0, '{_START}', '{_END}'), highlight(pair, 1, '{_START}', '{_END}'), place.*
                from pair join place on place.id = pair.rowid
                where pair match ? order by pair.{order} limit ?""",  # noqa: S608  (constants)
            (wanted, most),
        )
        for zh, en, _, briefing, section, number, zh_at, en_at, state, by, on in rows:
            ours, theirs = _marked(zh), _marked(en)
            pair = Pair(briefing, section, number, ours[0], theirs[0], zh_at, en_at, State(state), by, on)
            yield Hit(pair, ours[1], theirs[1])

    def _rarest(self, zh: str) -> list[str]:
        """The neighbours in a text that the fewest pairs can have, as phrases."""
        tokens = [token.lower() for token in _TOKEN.findall(zh)]
        if len(tokens) < 2:
            return [f'"{token}"' for token in tokens]
        known = ", ".join("?" * len(set(tokens)))
        counts: dict[str, int] = dict(
            self._db.execute(f"select term, doc from word where term in ({known})", [*set(tokens)])  # noqa: S608  (question marks)
        )
        # Two tokens of which one was never met stand side by side nowhere.
        met = [pair for pair in set(pairwise(tokens)) if counts.keys() >= set(pair)]
        rarest = sorted(met, key=lambda pair: (min(counts[token] for token in pair), pair))[:_RAREST]
        return [f'"{a} {b}"' for a, b in rarest]


def pairs_of(briefing: Briefing) -> Iterator[tuple[Pair, str]]:
    """The translated paragraphs, headings, captions and sentences of a briefing, with their units."""
    for section in briefing.sections:
        yield from _pairs(briefing, section, Passage(None, (), (), (section.heading,)))
        for passage in section.passages:
            yield from _pairs(briefing, section, passage)


def _pairs(briefing: Briefing, section: BriefingSection, passage: Passage) -> Iterator[tuple[Pair, str]]:
    one = len(passage.sentences) == len(passage.beads)
    units = [(bead, BOTH if one else PARAGRAPH) for bead in passage.beads]
    units += [(bead, SENTENCE) for bead in passage.sentences if not one]
    for bead, unit in units:
        ours, theirs = [segment.text for segment in bead.source], [segment.text for segment in bead.target]
        zh, en = _joined(ours, ""), _joined(theirs, " ")
        if zh and en:
            stands = (briefing.id, section.id, passage.number)
            reviewed = (section.state, section.reviewed_by, section.reviewed_on)
            yield Pair(*stands, zh, en, _at(ours), _at(theirs), *reviewed), unit


def _joined(texts: Sequence[TracedText], between: str) -> str:
    """The texts on one line, without control characters: some have a meaning in the index."""
    lines = (" ".join("".join(c if c.isprintable() else " " for c in part.text).split()) for part in texts)
    return between.join(filter(None, lines))


def pointer(zh: str, near: Near) -> str:
    """What a translator is told of an earlier translation: where it stands, what differs, how it reads."""
    pair = near.pair
    number = f" ¶ {pair.number}" if pair.number is not None else ""
    state = f"reviewed by {pair.by}, {pair.on}" if pair.state is State.REVIEWED else "not reviewed"
    same = "the same Chinese" if near.likeness == 1 else f"{near.likeness:.0%} the same"
    change = "" if near.likeness == 1 else f": {differences.shown(pair.zh, zh)}"
    return f"Earlier, in {pair.briefing}{number} ({state}; {pair.en_at}), {same}{change}\n    {pair.en}"


def _at(parts: Sequence[TracedText]) -> str:
    return str(Place.of(next(part for part in parts if part.text.strip())))


def _spaced(text: str) -> str:
    """With a gap in front of each Chinese character and behind it, so that it is a token of its own."""
    return _HAN.sub(lambda match: f"{_GAP}{match[0]}{_GAP}", text)


def _marked(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A text as it was before `_spaced`, and what the index has marked in it."""
    plain: list[str] = []
    spans: list[tuple[int, int]] = []
    length = start = 0
    for part in re.split(f"([{_START}{_END}])", text.replace(_GAP, "")):
        if part == _START:
            start = length
        elif part == _END:
            spans.append((start, length))
        else:
            plain.append(part)
            length += len(part)
    return "".join(plain), tuple(spans)


def _phrase(text: str) -> str:
    """The words of a text, side by side, as FTS5 wants them; nothing where it has none."""
    words = " ".join(_TOKEN.findall(text))
    return f'"{words}"' if words else ""


def _likeness(ours: str, theirs: str) -> float:
    """How much of two texts is the same, 0 to 1; 0 where it cannot be enough to matter."""
    if ours == theirs:
        return 1.0
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    if matcher.real_quick_ratio() < LIKE or matcher.quick_ratio() < LIKE:
        return 0.0
    return min(matcher.ratio(), 0.99)
