"""All that the characters before and behind a `?` may have been, the likeliest first.

The page is read as the bytes that a decoder was given.  A *path* is one reading of them: the text so
far, the lead byte that still waits for its trail, and how likely the text is.  At a `?` a path splits;
elsewhere each goes on in one way, or ends where the bytes give no character.  Only the likeliest
paths are followed, which bounds the work that a `?` can cost.

What one `?` may stand for, `t` being the trail that the waiting lead byte has lost:

1. `?wèn)`: `t` or a lead byte, and the bracket of an inserted reading, which names the pair;
2. `?！`, `?？`, `?。`, `?；` …: `t` or a lead byte alone, where a mirror cut the page before these bytes (class 5);
   `??！`: a lead byte and its trail, if it was cut before both (`????！` of ！！！: each byte);
3. `t` and a lead byte that do not make a character (class 3);
4. `t` and an ASCII character of the page (class 4), as a rule the end of the line;
5. itself.

Some sites show nothing in place of a pair that GBK leaves to its users: `dropped` looks for these (3) before every
character, which takes several times as long.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from math import exp, inf

from yubei_pub.repairs._gbk import CHARS, Known, cannot_follow, known
from yubei_pub.repairs._lost import Lost
from yubei_pub.repairs._page import INSERTED, Page
from yubei_pub.repairs._path import ANY, ASCII_BEHIND, IN_STEP, Found, Path, Step, by_score, waits_for
from yubei_pub.repairs._score import MARGIN, Option, Scorer
from yubei_pub.repairs._table import NARROWED, SEAM, bytes_of, universal

WIDTH = 18  # paths that are followed
DROPPED = 12  # the same where a trail was lost with the lead byte behind it and left no trace
LATE = 12  # those that have lost trails already, of which the third and later are tried
LONGEST = 120  # characters shown, after which the bytes should be in step again
MOST_LOST = 6  # question marks in one stretch
# What is shown behind a `?` is only read as it stands if that is so much likelier (a logarithm) than out of step, and
# only out of step if that is.
TOLD = 8.0
# A path that is so much less likely than the likeliest is followed no further behind a `?`.
DIM = 8.0
TRIED = 6  # restorations that are weighed against each other, if they give the page again

WIDE = {narrow: wide for wide, narrow in NARROWED.items() if narrow != ord("?")}  # which is read in `_split`
# What a reading costs that the page does not show elsewhere, and one of a character shown without it.
NOT_SHOWN, SHOWN_WITHOUT = 2.0, 8.0


class Lattice:
    """The paths from one `?` on."""

    def __init__(self, page: Page, at: int, ends: str = "", dropped: bool = False) -> None:
        self._ends = ends  # the marks before which the page was cut
        self._dropped = dropped  # whether pairs may have been lost without a trace
        self._text = page.text
        self._page = page
        self._at = self._start = at
        self._question_marks = 0
        self._scorer = Scorer(page, at)
        self._known = known(page.model, page.corners)
        self._lost = Lost(page, self._scorer)
        self._paths = [self._scorer.start()]
        # Whether the byte before belongs to a pair that was found, and so to no other.
        self._taken = False

    def found(self) -> list[Found]:
        """What the `?` and the characters behind it may stand for, the likeliest first; none if nothing can."""
        stop = min(len(self._text), self._start + LONGEST)
        while self._at < stop and self._paths:
            if self._at > self._start and not any(map(waits_for, self._paths)):
                return self._closed()
            if self._dropped:
                waits = [path for path in self._waiting() if path[1] > 0]
                self._paths += self._lost.trails(waits, self._barred(), DROPPED, with_lead=True)
            if self._text[self._at] == "?":
                self._question_marks += 1
                if self._question_marks > MOST_LOST:
                    return []
                self._split()
            else:
                self._read()
        if self._at < len(self._text):
            return []
        self._paths = [path for path in self._paths if not path[1]]  # behind a byte that waits the page would go on
        return self._closed()

    def _closed(self) -> list[Found]:
        """The paths, judged besides by how well the text goes on behind them."""
        paths, more = self._paths, 0  # more characters, of those behind them
        for char in self._text[self._at : self._at + 2] or "\n":
            if char in "?(":
                break
            paths, more = self._scorer.longer(paths, self._page.known(char)), more + 1
        paths = sorted(paths, key=by_score, reverse=True)[:TRIED]
        return [
            Found(self._at, text[: len(text) - more], score, inserted, mass)
            for score, _, text, _, inserted, mass in paths
        ]

    def _go(self, steps: list[Step]) -> None:
        """Take the likeliest steps; of paths that go on in the same way, only the likeliest."""
        least = steps[0][0] - MARGIN if steps else 0.0
        base = self._page.model.base
        best: dict[tuple[int, int, int], Path] = {}
        for step in steps:
            if step[0] < least:
                break
            key = step[1], step[2][3] % base, step[4]  # what waits, and the last two symbols
            first = best.get(key)
            if first is not None:
                best[key] = (*first[:5], first[5] + step[2][5] * exp(step[0] - first[0]))
            elif len(best) < WIDTH:
                best[key] = self._scorer.built(step)
        self._paths = list(best.values())

    def _read(self) -> None:
        """One character that is shown, and the reading behind it."""
        char = self._text[self._at]
        if ord(char) in WIDE and any(path[1] == ANY for path in self._paths):
            char = char.translate(WIDE)
        data = bytes_of(char)
        self._at += 1
        reading = INSERTED.match(self._text, self._at)
        if len(data) == 1 and reading:
            named = list(self._named_by_ascii(data[0], reading[1]))
            if named:
                self._paths, self._at, self._taken = named, reading.end(), True
                return
        self._go(self._behind(char, data))
        self._taken = False
        if len(data) == 2 and data[1] < 0x80:
            halves = [path for path in self._paths if path[1] == ASCII_BEHIND]
            self._paths = [path for path in self._paths if path[1] != ASCII_BEHIND]
            self._paths += self._scorer.longer(halves, self._page.known(chr(data[1])))
        if len(data) == 2 and reading and universal().reads(char, reading[1]):
            self._at = reading.end()
            self._taken = True
            self._paths = [(*path[:4], {**path[4], data: reading[1]}, path[5]) for path in self._paths]

    def _named_by_ascii(self, trail: int, reading: str) -> Iterator[Path]:
        """The paths on which the character that an ASCII character closes is read as what stands behind it."""
        options = (((path[0], IN_STEP, *path[2:]), self._lost.lead(path, trail), ()) for path in self._paths)
        for step in self._scorer.steps(options, margin=inf):
            if universal().reads(step[3], reading):
                yield self._annotated(self._scorer.built(step), step[3], reading)

    def _behind(self, char: str, data: bytes) -> list[Step]:
        """The paths one shown character further."""
        after = IN_STEP if len(data) == 1 else data[1] if data[1:] >= b"\x80" else ASCII_BEHIND
        shown, halved, out_of_step = self._page.known(char), self._barred(ANY), self._barred()
        known: list[tuple[Path, Known, int]] = []
        options: list[Option] = []
        for path in self._paths:
            pending = path[1]
            if not pending:
                known.append((path, shown, IN_STEP))
            elif pending > 0 and data:
                whole = CHARS[pending << 8 | data[0]]
                if whole and whole not in out_of_step:
                    known.append((path, self._page.known(whole), after))
            elif data:
                options.append((path, self._lost.lead(path, data[0]), halved if pending == ANY else out_of_step))
        steps = self._scorer.each(known)
        if options:
            least = max(map(by_score, steps)) - MARGIN if steps else -inf
            steps += self._scorer.steps(options, after, least=least)
        return sorted(steps, key=by_score, reverse=True)

    def _barred(self, pending: int = 1) -> Container[str]:
        """The characters that the page would not show out of step: it annotates them, or is cut before them."""
        if self._taken:
            return ()
        return self._page.annotated_or("" if pending == ANY else self._ends)

    def _annotated(self, path: Path, char: str, reading: str) -> Path:
        score, pending, text, history, inserted, mass = path
        if not self._page.table.reads(char, reading):
            score -= SHOWN_WITHOUT if self._page.shows(char) else NOT_SHOWN
        return score, pending, text, history, {**inserted, bytes_of(char): reading}, mass

    def _split(self) -> None:
        """A `?`, and the reading whose bracket it may have swallowed."""
        seam = SEAM.match(self._text, self._at)
        if seam:
            paths = [new for path in self._paths for new in self._named(path, seam[1])]
            if paths:
                self._paths, self._at, self._taken = paths, seam.end(), True
                return
        self._at += 1
        following = self._text[self._at : self._at + 2]
        cut = following[:1] != "" and following[0] in self._ends
        in_step = [path for path in self._paths if not path[1]]
        waits = self._waiting()
        # Nothing tells where pairs are not shown, or behind a mark that was narrowed since: its bytes are others.
        tells = waits and not self._dropped and not (cut and following < "\x80")
        told = self._page.told(self._at) if tells else 0.0
        if self._question_marks > 2:
            waits = sorted(waits, key=by_score, reverse=True)[:LATE]
        halved = [path for path in self._paths if path[1] == ANY]
        out = self._scorer.longer(in_step, self._page.known("?"))
        if cut:
            out += [(path[0], ANY, *path[2:]) for path in in_step]
        if told < TOLD:
            least = max(map(by_score, out), default=-inf) - DIM
            out += self._lost.trails(waits, self._barred(), WIDTH, with_lead=True, least=least)
        # A page is also cut where a text ends, and 。 before ” in two: its first byte is a `?` of its own.
        alone = cut or following[:1] in ("", "\n") or bool(self._ends and following == "?！")
        if told > -TOLD:
            out += self._closing(waits, alone, max(map(by_score, out), default=-inf) - DIM)
        if halved:
            if cut:
                out += self._between_cuts(halved, following[0])
            self._paths = halved  # the `?` may be a ？ in half width, which the page was cut before
            self._go(self._behind("？", bytes_of("？")))
            out += self._paths
        least = max(map(by_score, out), default=0.0) - DIM
        self._paths = [path for path in out if path[0] >= least]
        self._taken = False

    def _waiting(self) -> list[Path]:
        """The paths on which a lead byte, known or lost, waits for its trail."""
        return [path for path in self._paths if path[1] not in (IN_STEP, ANY)]

    def _closing(self, paths: list[Path], alone: bool, least: float) -> Iterator[Path]:
        """The trail that waits was lost with an ASCII character behind it, or `alone`: the page was cut behind it."""
        marks = self._page.ascii_before(self._at)
        lost = self._lost.trails(paths, self._barred(), WIDTH if alone else WIDTH // 2, least=least)
        lost = [path for path in lost if not path[2].endswith("\u3000")]  # no line ends with one, nor a word
        if alone:
            yield from lost
        steps = self._scorer.steps(((path, marks, ()) for path in lost[: WIDTH // 2]), most=WIDTH // 2, least=least)
        yield from map(self._scorer.built, steps)

    def _between_cuts(self, paths: list[Path], mark: str) -> Iterator[Path]:
        """The trail that was cut off is a `?` of its own: with the first byte behind it, it looked like a mark."""
        # 啊！ is cut as ！！ is, which hardly anybody types, but whoever does types ！！！ or ？？, too.
        repeated = self._page.repeats_marks
        lead, barred = bytes_of(mark)[:1], self._page.annotated_or("。" if repeated else "。！")
        for trail in (bytes_of(end)[0] for end in "。！" if lead == bytes_of(end)[1:] or (repeated and mark == "?")):
            steps = self._scorer.steps(((path, self._lost.lead(path, trail), barred) for path in paths), most=WIDTH)
            yield from map(self._scorer.built, steps)

    def _named(self, path: Path, reading: str) -> Iterator[Path]:
        """The bracket of a reading was lost with the second byte of its pair."""
        pending = path[1]
        if pending < 0:
            for whole in self._known.by_reading.get(reading, ()):
                if pending == ANY or whole.lead in cannot_follow(-pending):
                    yield self._annotated(self._scorer.one_longer(path, whole), whole.char, reading)
            return
        lead = pending or (bytes_of(path[2][-1:] or self._text[self._start - 1]) or b"\0")[-1]
        for trail in universal().trails(lead, reading):
            if trail >= 0x80:  # a smaller one would have been shown as itself
                char = CHARS[lead << 8 | trail]
                new = self._scorer.one_longer(path, self._page.known(char)) if pending else (path[0], trail, *path[2:])
                yield self._annotated(new, char, reading)
