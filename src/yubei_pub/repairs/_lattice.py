"""All that the characters before and behind a `?` may have been, the likeliest first.

The page is read as the bytes that a decoder was given.  A *path* is one reading of them: the text so
far, the lead byte that still waits for its trail, and how likely the text is.  At a `?` a path splits;
elsewhere each goes on in one way, or ends where the bytes give no character.  Only the likeliest
paths are followed, which bounds the work that a `?` can cost.

What one `?` may stand for, `t` being the trail that the waiting lead byte has lost:

1. `?wèn)`: `t` or a lead byte, and the bracket of an inserted reading, which names the pair;
2. `?！`, `?？`, `?。`: `t` or a lead byte alone, where a mirror cut the page before these bytes (class 5);
   `??！`: a lead byte and its trail, if it was cut before both;
3. `t` and a lead byte that do not make a character (class 3);
4. `t` and an ASCII character of the page (class 4), as a rule the end of the line;
5. itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import exp, log

from yubei_pub.repairs._gbk import CHARS, Known, Row, cannot_follow, known
from yubei_pub.repairs._page import INSERTED, OPENING, Page
from yubei_pub.repairs._path import ANY, ASCII_BEHIND, IN_STEP, Found, Path, Step, waiting
from yubei_pub.repairs._table import SEAM, gbk, universal

WIDTH = 18  # paths that are followed
MARGIN = 12.0  # how much less likely than the likeliest (a logarithm) a path may be
WHOLLY_LOST = 40  # characters that are tried where both bytes are lost
LONGEST = 120  # characters shown, after which the bytes should be in step again
MOST_LOST = 12  # question marks in one stretch

ENDS = "！？。!?"  # in half width, too, where a mirror narrowed them later
# What a reading costs that the page does not show elsewhere, and one of a character shown without it.
NOT_SHOWN, SHOWN_WITHOUT = 2.0, 8.0


class Lattice:
    """The paths from one `?` on."""

    def __init__(self, page: Page, at: int, split: bool = False) -> None:
        self._ends = ENDS if split else ""
        text = self._text = page.text
        self._whole = page
        self._page = page.table
        model = self._model = page.model
        self._at = self._start = at
        self._lost = 0
        self._shares = page.shares_at(at)
        self._context = _context(text, at)
        before, last = (model.char(char).symbol for char in self._context)
        self._paths: list[Path] = [(0.0, IN_STEP, "", before, last, {}, 1.0)]
        # Whether the byte before belongs to a pair that was found, and so to no other.
        self._taken = False

    def found(self) -> list[Found]:
        """What the `?` and the characters behind it may stand for, the likeliest first; none if nothing can."""
        stop = min(len(self._text), self._start + LONGEST)
        while self._at < stop and self._paths:
            if self._at > self._start and not any(path[1] for path in self._paths):
                return self._closed()
            if self._text[self._at] == "?":
                self._lost += 1
                if self._lost > MOST_LOST:
                    return []
                self._split()
            else:
                self._read()
        done = self._at == len(self._text) and not any(path[1] for path in self._paths)
        return self._closed() if done else []

    def _closed(self) -> list[Found]:
        """The paths, judged besides by how well the text goes on behind them."""
        out = []
        for path in self._paths:
            on = path
            for char in self._text[self._at : self._at + 2]:
                if char in "?(":
                    break
                on = self._built((self._scores(on, [self._known(char)])[0], IN_STEP, on, self._known(char)))
            out.append(Found(self._at, path[2], on[0], path[5], path[6]))
        return sorted(out, key=lambda one: -one.score)

    def _known(self, char: str) -> Known:
        return Known(char, *self._model.char(char))

    def _scores(self, path: Path, wholes: Sequence[Known]) -> list[float]:
        """How likely a path is with each of some characters behind it: here most of the time is spent."""
        score, _, text, before, last, _, _ = path
        pairs, pair_rest, pair_part, triples, triple_rest, triple_part = self._model.context(before, last)
        shares = self._shares
        ending = (self._context + text[-2:])[-2:]
        met = self._whole.behind(ending[1])
        scores = []
        for char, symbol, alone, share in wholes:
            likely = (pairs.get(symbol, 0.0) + pair_rest * alone) * pair_part
            if triples:
                likely = (triples.get(symbol, 0.0) + triple_rest * likely) * triple_part
            if char in met:
                likely += met[char] + self._whole.behind_two(ending, char)
            if char in shares and not (char in OPENING and OPENING[char] in text):
                share += shares[char]  # noqa: PLW2901
            scores.append(score + log(likely) + share)
        return scores

    def _built(self, step: Step) -> Path:
        score, pending, (_, _, text, _, last, inserted, mass), whole = step
        return score, pending, text + whole.char, last, whole.symbol, inserted, mass

    def _go(self, steps: list[Step]) -> None:
        """Take the likeliest steps; of paths that go on in the same way, only the likeliest."""
        if len(steps) == 1:
            self._paths = [self._built(steps[0])]
            return
        steps.sort(key=_score, reverse=True)
        best: dict[tuple[int, int, int], Path] = {}
        for step in steps:
            if step[0] < steps[0][0] - MARGIN:
                break
            key = step[1], step[3].symbol, step[2][4]
            first = best.get(key)
            if first is not None:
                best[key] = (*first[:6], first[6] + step[2][6] * exp(step[0] - first[0]))
            elif len(best) < WIDTH:
                best[key] = self._built(step)
        self._paths = list(best.values())

    def _read(self) -> None:
        """One character that is shown, and the reading behind it."""
        char = self._text[self._at]
        if char == "!" and any(path[1] == ANY for path in self._paths):
            char = "！"
        data = gbk(char)
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
            self._paths = [self._with(path, chr(data[1])) if path[1] == ASCII_BEHIND else path for path in self._paths]
        if len(data) == 2 and reading and self._reads(char, reading[1]):
            self._at = reading.end()
            self._taken = True
            self._paths = [(*path[:5], {**path[5], data: reading[1]}, path[6]) for path in self._paths]

    def _with(self, path: Path, char: str, pending: int = 0) -> Path:
        known = self._known(char)
        return self._built((self._scores(path, [known])[0], pending, path, known))

    def _reads(self, char: str, reading: str) -> bool:
        return self._page.reads(char, reading) or universal().reads(char, reading)

    def _named_by_ascii(self, trail: int, reading: str) -> Iterator[Path]:
        """The paths on which the character that an ASCII character closes is read as what stands behind it."""
        for path in self._paths:
            for lead, whole in self._leads(path, trail):
                if self._reads(whole.char, reading):
                    yield self._annotated(self._with(path, whole.char), bytes((lead, trail)), reading)

    def _behind(self, char: str, data: bytes) -> list[Step]:
        """The paths one shown character further."""
        steps: list[Step] = []
        shown = self._known(char)
        for path in self._paths:
            pending = path[1]
            if not pending:
                steps.append((self._scores(path, [shown])[0], IN_STEP, path, shown))
                continue
            wholes = [whole for _, whole in self._leads(path, data[0])] if data else []
            wholes = [whole for whole in wholes if self._may_stand(whole.char, pending)]
            after = IN_STEP if len(data) == 1 else data[1] if data[1:] >= b"\x80" else ASCII_BEHIND
            refund = waiting(pending)
            for score, whole in zip(self._scores(path, wholes), wholes, strict=True):
                steps.append((score - refund, after, path, whole))
        return steps

    def _may_stand(self, char: str, pending: int) -> bool:
        """Whether the page would show this character out of step: not if it is annotated or cut before it."""
        if self._taken:
            return True
        return char not in self._page.readings and (pending == ANY or char not in self._ends)

    def _leads(self, path: Path, trail: int) -> Iterator[tuple[int, Known]]:
        """The characters with this trail whose lead byte waits."""
        pending = path[1]
        if pending > 0:
            char = CHARS[pending << 8 | trail]
            if char:
                yield pending, self._known(char)
        elif pending < 0:
            not_behind = cannot_follow(-pending)
            for lead, whole in self._fitting(known(self._model).by_trail[trail], path):
                if pending == ANY or lead in not_behind:
                    yield lead, whole

    def _fitting(self, row: Row, path: Path) -> list[tuple[int, Known]]:
        context = self._model.context(path[3], path[4])
        return row.fitting(context.pairs, self._whole.behind(path[2][-1:] or self._context[-1]))

    def _annotated(self, path: Path, pair: bytes, reading: str) -> Path:
        score, pending, text, before, last, inserted, mass = path
        char = CHARS[pair[0] << 8 | pair[1]]
        if not self._page.reads(char, reading):
            score -= SHOWN_WITHOUT if char in self._text else NOT_SHOWN
        return score, pending, text, before, last, {**inserted, pair: reading}, mass

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
        out = [self._with(path, "?") for path in in_step]
        if cut:
            out += [(path[0], ANY, *path[2:]) for path in in_step]
        lost = self._lost_trails([path for path in self._paths if path[1] not in (IN_STEP, ANY)])
        # A page is also cut where a text ends, and 。 before ” in two: its first byte is a `?` of its own.
        out += self._behind_lost(lost, cut or following[:1] in ("", "\n") or bool(self._ends and following == "?！"))
        halved = [path for path in self._paths if path[1] == ANY]
        self._paths = out
        if halved:
            if cut:
                out += self._between_cuts(halved, following[0])
            self._paths = halved  # the `?` may be a ？ in half width, which the page was cut before
            self._go(self._behind("？", gbk("？")))
            self._paths += out
        self._taken = False

    def _between_cuts(self, paths: list[Path], mark: str) -> Iterator[Path]:
        """The trail that was cut off is a `?` of its own: with the first byte behind it, it looked like a mark."""
        lead = gbk(mark)[:1]
        for trail in (gbk(end)[0] for end in "。！" if lead == gbk(end)[1:]):
            steps: list[Step] = []
            for path in paths:
                found = [whole for _, whole in self._leads(path, trail) if whole.char not in self._ends]
                steps += [(s, IN_STEP, path, whole) for s, whole in zip(self._scores(path, found), found, strict=True)]
            steps.sort(key=_score, reverse=True)
            yield from map(self._built, steps[:WIDTH])

    def _named(self, path: Path, reading: str) -> Iterator[Path]:
        """The bracket of a reading was lost with the second byte of its pair."""
        pending = path[1]
        if pending < 0:
            for lead, trail, whole in known(self._model).by_reading.get(reading, ()):
                if pending == ANY or lead in cannot_follow(-pending):
                    refunded = (path[0] - waiting(pending), *path[1:])
                    yield self._annotated(self._with(refunded, whole.char), bytes((lead, trail)), reading)
            return
        lead = pending or (gbk(path[2][-1:] or self._text[self._start - 1]) or b"\0")[-1]
        for trail in universal().trails(lead, reading):
            if trail >= 0x80:  # a smaller one would have been shown as itself
                new = self._with(path, CHARS[lead << 8 | trail]) if pending else (path[0], trail, *path[2:])
                yield self._annotated(new, bytes((lead, trail)), reading)

    def _lost_trails(self, paths: list[Path]) -> list[tuple[Path, int]]:
        """The likeliest paths on which the trail that waits was lost, with that trail."""
        steps: list[tuple[float, int, Path, Known]] = []
        for path in paths:
            found = [one for one in self._trails(path) if self._may_stand(one[1].char, 1)]
            scores = self._scores(path, [whole for _, whole in found])
            refund = waiting(path[1])
            steps += [(score - refund, trail, path, whole) for score, (trail, whole) in zip(scores, found, strict=True)]
        steps.sort(key=_score, reverse=True)
        least = steps[0][0] - MARGIN if steps else 0.0
        return [
            (self._built((step[0], IN_STEP, step[2], step[3])), step[1]) for step in steps[:WIDTH] if step[0] >= least
        ]

    def _behind_lost(self, lost: list[tuple[Path, int]], cut: bool) -> Iterator[Path]:
        """`cut`: whether the lost byte may stand alone, because the page was cut behind it."""
        marks = self._whole.ascii
        steps: list[Step] = []
        for path, trail in lost:
            if cut:
                yield path
            if cannot_follow(trail):
                yield (path[0] + waiting(-trail), -trail, *path[2:])
        for path, _ in lost[: WIDTH // 2]:
            steps += [(s, IN_STEP, path, mark) for s, mark in zip(self._scores(path, marks), marks, strict=True)]
        steps.sort(key=_score, reverse=True)
        yield from map(self._built, steps[: WIDTH // 2])

    def _trails(self, path: Path) -> Iterator[tuple[int, Known]]:
        """The characters whose trail may be lost."""
        pending, before, last = path[1], path[3], path[4]
        if pending > 0:
            yield from self._fitting(known(self._model).by_lead[pending], path)
            return
        not_behind = cannot_follow(-pending)
        for symbol in self._likely(before, last):
            for lead, trail, whole in known(self._model).by_symbol.get(symbol, ()):
                if trail >= 0x80 and lead in not_behind:
                    yield trail, whole

    def _likely(self, before: int, last: int) -> list[int]:
        """The symbols that are likeliest behind two others."""
        index = known(self._model)
        context = self._model.context(before, last)
        symbols = {whole.symbol: whole for whole in index.commonest}
        for counts in (context.triples, context.pairs):
            for symbol in sorted(counts, key=counts.__getitem__, reverse=True)[:WHOLLY_LOST]:
                if symbol in index.by_symbol:
                    symbols[symbol] = index.by_symbol[symbol][0][2]
        return sorted(symbols, key=lambda symbol: -context.likely(symbols[symbol]))[:WHOLLY_LOST]


def _score(step: Step) -> float:
    return step[0]


def _context(text: str, at: int) -> str:
    """The two characters before `at`, readings left out."""
    before = INSERTED.sub("", text[max(0, at - 18) : at])
    return ("\n\n" + before)[-2:]
