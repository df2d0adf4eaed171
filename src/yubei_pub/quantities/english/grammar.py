"""The grammar of English numerals: cardinals, ordinals, fractions (two thirds), half a million.

Tokens that stand side by side come in; as many of them as make one number are read together.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from yubei_pub.quantities.english.cardinals import Cardinals
from yubei_pub.quantities.english.tokens import Numeral, Token
from yubei_pub.quantities.values import is_shared


def read(tokens: list[Token]) -> Iterator[Numeral]:
    """The numerals of a run of tokens, each as long as it can be."""
    if len(tokens) <= 2 and (numeral := _short(tokens)):
        yield numeral
        return
    at = 0
    while at < len(tokens):
        reader = _Grammar(tokens, at)
        numeral = reader.numeral()
        if numeral is not None:
            yield numeral
        at = max(reader.at, at + 1)


def _short(tokens: list[Token]) -> Numeral | None:
    """What most numerals are: one figure or word, or a figure and its scale (351.2 billion)."""
    if not tokens or tokens[0].kind not in ("figure", "cardinal"):
        return None
    head, last = tokens[0], tokens[-1]
    if head is last:
        return Numeral(head.start, head.end, head.value, ordinal=False, figure=head.kind == "figure")
    scaled = head.kind == "figure" and last.kind == "scale" and last.join in ("space", "hyphen") and last.value > 100
    return Numeral(head.start, last.end, head.value * last.value, ordinal=False, figure=True) if scaled else None


_INCHES = (2, 3, 4, 8, 16)  # what 1-1/2 is written for; 5-10/15 is something else


class _Grammar(Cardinals):
    """Reads one numeral from a run of tokens; `at` is the token after what was read."""

    def _numeral(self, first: int, value: Fraction, ordinal: bool = False, part: bool = False) -> Numeral:
        last = self.last
        head = self.tokens[first]
        return Numeral(head.start, last.end, value, ordinal, head.kind == "figure" or last.kind == "figure", part)

    def numeral(self) -> Numeral | None:
        first = self.at
        head = self.tokens[first]
        if head.kind == "a":
            self.at += 1
            return self._after_article(first)
        if head.kind == "part":
            self.at += 1
            return self._half(first, head)
        if head.kind == "ordinal":
            self.at += 1
            return self._numeral(first, head.value, ordinal=True)
        if head.kind == "point" and self.begins_decimals(head):
            return self._numeral(first, self.decimals(Fraction(0)))
        if head.kind in ("scale", "over", "point"):  # a bare "hundred" or "dozen" is not a number
            self.at += 1
            return self._without_article(head) if head.kind == "scale" else None
        return self._counted(first)

    def _after_article(self, first: int) -> Numeral | None:
        """a hundred, a dozen, a third, a half, a quarter of a million."""
        after = self.peek()
        if after is None:
            return None
        if after.kind == "scale":
            self.at = first
            return self._counted(first)
        self.at += 1
        if after.kind == "part":
            return self._half(first, after)
        mark, value = self.at, self._of(1 / after.value)
        return self._numeral(first, value, part=self.at == mark)

    def _without_article(self, head: Token) -> Numeral | None:
        """the hundred and first, the hundred thousandth, Thousand and One Nights: of one hundred, one thousand."""
        after = self.peek()
        if after is None or not (after.join == "and" or (after.kind == "ordinal" and after.value >= 1000)):
            return None
        one = Token(head.start, head.start, "a", Fraction(1))
        reader = _Grammar([one, head._replace(join="space"), *self.tokens[self.at :]], 0)
        numeral = reader.numeral()
        if reader.at <= 2:
            return None
        self.at += reader.at - 2
        return numeral

    def _half(self, first: int, head: Token) -> Numeral:
        """half, half a million, half million, a quarter."""
        value = 1 / head.value
        article = self.peek()
        if article and article.kind == "a" and (scale := self.peek(1)) and scale.kind == "scale":
            self.at += 2
            return self._numeral(first, value * scale.value)
        if article and article.kind == "scale":
            self.at += 1
            return self._numeral(first, value * article.value)
        return self._numeral(first, value, part=True)

    def _counted(self, first: int) -> Numeral:
        """A cardinal, or an ordinal or fraction that begins with one."""
        value, scale, room = self.cardinal()
        value = self._mixed(first, self.decimals(value))
        after = self.peek()
        ordinal = after and after.kind == "ordinal" and after.join in ("space", "hyphen", "and")
        if after and ordinal and after.value and (read := self._ordinal_after(first, value, room, after)):
            return read
        if after and after.kind == "part" and after.join in ("space", "hyphen") and (after.plural or value == 1):
            self.at += 1
            return self._numeral(first, self._of(value / after.value))
        if (over := self._two_part(value)) is not None or (over := self._over(first, value)) is not None:
            return self._numeral(first, self._of(over))
        if self.peek() and (fraction := self._and_part(scale)):
            part, shared = fraction
            value = (value + part) * shared
        return self._numeral(first, value)

    def _over(self, first: int, value: Fraction) -> Fraction | None:
        """one over three, 3/5."""
        after = self.peek()
        if after and after.kind == "over" and value == 1 and after is not self.tokens[-1]:
            self.at += 1
            under, _, _ = self.cardinal()
            return value / under if under else value
        if after and after.join == "slash" and after.kind == "figure" and self._is_slashed(first, after):
            self.at += 1
            return value / after.value
        return None

    def _is_slashed(self, first: int, under: Token) -> bool:
        """1/2 is a fraction; 24/7, a telephone number and the two shares of 30/70 are not."""
        over = self.last
        short = over.end - over.start <= 3 and under.end - under.start <= 3
        apart = is_shared(over.value, under.value) or (over.value == 24 and under.value == 7)
        return short and bool(under.value) and not apart and self.at - 1 == first

    def _two_part(self, value: Fraction) -> Fraction | None:
        """one twenty-fifth, five ten-thousandths: a second cardinal with an ordinal at its end is the denominator."""
        mark = self.at
        after = self.peek()
        if after is None or after.kind not in ("cardinal", "a") or after.join not in ("space", "hyphen"):
            return None
        under, _, room = self.cardinal()
        ordinal = self.peek()
        if ordinal and ordinal.kind == "ordinal" and (ordinal.plural or value == 1):
            if ordinal.value < room:
                self.at += 1
                return value / (under + ordinal.value)
            joined = ordinal.join == "hyphen" or ordinal.plural or under == 1
            if joined and under < ordinal.value >= 100:  # two one hundredths
                self.at += 1
                return value / (under * ordinal.value)
        self.at = mark
        return None

    def _ordinal_after(self, first: int, value: Fraction, room: int, after: Token) -> Numeral | None:
        """twenty-third, one third, five eighths, one hundred thirty-fifths, two hundredth."""
        if after.join == "and" and (after.plural or after.value >= room or self.last.kind == "figure"):
            return None
        self.at += 1
        if not after.plural:
            return self._single_ordinal(first, value, room, after)
        tens = self.tokens[self.at - 2]
        if after.join == "hyphen" and tens.join == "space":
            if value > 100 and 20 <= tens.value < 100 and after.value < 10:
                return self._numeral(first, (value - tens.value) / (tens.value + after.value))
            if tens.kind == "scale" and tens.value < after.value:  # two hundred-thousandths
                return self._numeral(first, value / tens.value / (tens.value * after.value))
        return self._numeral(first, self._of(value / after.value))

    def _single_ordinal(self, first: int, value: Fraction, room: int, after: Token) -> Numeral | None:
        """twenty-third, one third, two hundredth; five third (prizes) is a number and an ordinal."""
        if after.value < room:
            return self._numeral(first, value + after.value, ordinal=True)
        if value == 1:
            return self._numeral(first, self._of(1 / after.value))
        last = value % (1000 if after.value == 100 else after.value * 1000)  # two thousand three hundredth
        if after.value >= 100 and 0 < last < after.value:
            return self._numeral(first, value - last + last * after.value, ordinal=True)
        self.at -= 1
        return None

    def _mixed(self, first: int, value: Fraction) -> Fraction:
        """1 1/3, 2 and 3/4, 1-1/2, 7 ⅛: a whole figure and a fraction in figures behind it."""
        over, under = self.peek(), self.peek(1)
        if not over or over.kind != "figure" or self.at - 1 != first or value.denominator != 1:
            return value
        if over.join == "space" and 0 < over.value < 1 and over.end - over.start == 1:
            self.at += 1
            return self._of(value + over.value)
        if not under or under.kind != "figure" or under.join != "slash" or not over.value < under.value:
            return value
        close = over.join == "hyphen" and over.start == self.last.end + 1 and under.value in _INCHES
        if over.join not in ("space", "and") and not close:
            return value
        self.at += 2
        return self._of(value + over.value / under.value)

    def _of(self, value: Fraction) -> Fraction:
        """two thirds of a million, 1/2 million."""
        article, scale = self.peek(), self.peek(1)
        if article and article.kind == "scale" and article.join == "space" and article.value > 100:
            self.at += 1
            return value * article.value
        if article and scale and article.join == "of" and article.value == 1 and scale.kind == "scale":
            self.at += 2
            return value * scale.value
        return value

    def _and_part(self, scale: int) -> tuple[Fraction, Fraction] | None:
        """… and two thirds, … and a half; behind a million, of the million.  And what both are multiplied by."""
        mark = self.at
        head = self.peek()
        if head is None or head.join != "and" or head.kind in ("ordinal", "part"):  # in 2022 and ninth; six and half
            return None
        over = Fraction(1)
        if head.kind in ("a", "cardinal"):
            over = head.value
            self.at += 1
        under, following = self.peek(), self.peek(1)
        scaled = following if following and following.kind == "scale" and following.join == "space" else None
        parts = under is not None and (
            under.plural or over == 1 or scaled or (under.kind, under.join) == ("part", "hyphen")
        )
        if under and under.kind in ("part", "ordinal") and over < under.value and parts:
            self.at += 1
            part = over / under.value
            if scaled:
                self.at += 1
                if scale <= 100:  # two and a half million
                    return part, scaled.value
                return part * scaled.value, Fraction(1)  # one billion and a half million
            shared = scale not in (1, 100) and (head.kind != "a" or under.kind == "part")
            return part * (scale if shared else 1), Fraction(1)
        self.at = mark
        return None
