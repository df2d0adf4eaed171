"""The grammar of English numerals: cardinals, ordinals, fractions (two thirds), half a million.

Tokens that stand side by side come in; as many of them as make one number are read together.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from yubei_pub.quantities._english_tokens import Numeral, Token, room_after
from yubei_pub.quantities._values import is_shared


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


class _Grammar:
    """Reads one numeral from a run of tokens; `at` is the token after what was read."""

    def __init__(self, tokens: list[Token], at: int) -> None:
        self.tokens = tokens
        self.at = at

    def _peek(self, ahead: int = 0) -> Token | None:
        index = self.at + ahead
        return self.tokens[index] if index < len(self.tokens) else None

    def _numeral(self, first: int, value: Fraction, ordinal: bool = False, part: bool = False) -> Numeral:
        last = self.tokens[self.at - 1]
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
        if head.kind == "point" and self._begins_decimals(head):
            return self._numeral(first, self._decimals(Fraction(0)))
        if head.kind in ("scale", "over", "point"):  # a bare "hundred" or "dozen" is not a number
            self.at += 1
            return self._without_article(head) if head.kind == "scale" else None
        return self._counted(first)

    def _after_article(self, first: int) -> Numeral | None:
        """a hundred, a dozen, a third, a half, a quarter of a million."""
        after = self._peek()
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
        after = self._peek()
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
        article = self._peek()
        if article and article.kind == "a" and (scale := self._peek(1)) and scale.kind == "scale":
            self.at += 2
            return self._numeral(first, value * scale.value)
        if article and article.kind == "scale":
            self.at += 1
            return self._numeral(first, value * article.value)
        return self._numeral(first, value, part=True)

    def _counted(self, first: int) -> Numeral:
        """A cardinal, or an ordinal or fraction that begins with one."""
        value, scale, room = self._cardinal()
        value = self._mixed(first, self._decimals(value))
        after = self._peek()
        ordinal = after and after.kind == "ordinal" and after.join in ("space", "hyphen", "and")
        if after and ordinal and after.value and (read := self._ordinal_after(first, value, room, after)):
            return read
        if after and after.kind == "part" and after.join in ("space", "hyphen") and (after.plural or value == 1):
            self.at += 1
            return self._numeral(first, self._of(value / after.value))
        if (over := self._two_part(value)) is not None or (over := self._over(first, value)) is not None:
            return self._numeral(first, self._of(over))
        if self._peek() and (fraction := self._and_part(scale)):
            part, shared = fraction
            value = (value + part) * shared
        return self._numeral(first, value)

    def _over(self, first: int, value: Fraction) -> Fraction | None:
        """one over three, 3/5."""
        after = self._peek()
        if after and after.kind == "over" and value == 1 and after is not self.tokens[-1]:
            self.at += 1
            under, _, _ = self._cardinal()
            return value / under if under else value
        if after and after.join == "slash" and after.kind == "figure" and self._is_slashed(first, after):
            self.at += 1
            return value / after.value
        return None

    def _is_slashed(self, first: int, under: Token) -> bool:
        """1/2 is a fraction; 24/7, a telephone number and the two shares of 30/70 are not."""
        over = self.tokens[self.at - 1]
        short = over.end - over.start <= 3 and under.end - under.start <= 3
        apart = is_shared(over.value, under.value) or (over.value == 24 and under.value == 7)
        return short and bool(under.value) and not apart and self.at - 1 == first

    def _two_part(self, value: Fraction) -> Fraction | None:
        """one twenty-fifth, five ten-thousandths: a second cardinal with an ordinal at its end is the denominator."""
        mark = self.at
        after = self._peek()
        if after is None or after.kind not in ("cardinal", "a") or after.join not in ("space", "hyphen"):
            return None
        under, _, room = self._cardinal()
        ordinal = self._peek()
        if ordinal and ordinal.kind == "ordinal" and (ordinal.plural or value == 1):
            if ordinal.value < room:
                self.at += 1
                return value / (under + ordinal.value)
            if under < 100 <= ordinal.value and (
                ordinal.join == "hyphen" or ordinal.plural or under == 1
            ):  # two one hundredths
                self.at += 1
                return value / (under * ordinal.value)
        self.at = mark
        return None

    def _ordinal_after(self, first: int, value: Fraction, room: int, after: Token) -> Numeral | None:
        """twenty-third, one third, five eighths, one hundred thirty-fifths, two hundredth."""
        if after.join == "and" and (after.plural or after.value >= room or self.tokens[self.at - 1].kind == "figure"):
            return None
        self.at += 1
        if not after.plural:
            return self._single_ordinal(first, value, room, after)
        tens = self.tokens[self.at - 2]
        if (
            after.join == "hyphen"
            and 20 <= tens.value < 100
            and value > 100
            and after.value < 10
            and tens.join == "space"
        ):
            return self._numeral(first, (value - tens.value) / (tens.value + after.value))
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
        """1 1/3, 2 and 3/4: a whole figure and a fraction in figures behind it."""
        over, under = self._peek(), self._peek(1)
        if not (over and under and over.kind == under.kind == "figure" and over.join in ("space", "and")):
            return value
        if self.at - 1 != first or value.denominator != 1 or under.join != "slash" or not over.value < under.value:
            return value
        self.at += 2
        return self._of(value + over.value / under.value)

    def _begins_decimals(self, point: Token) -> bool:
        """point five alone, point zero five; but not "at this point five people"."""
        digit, other = self._peek(1), self._peek(2)
        more = other and other.kind == "cardinal" and other.join == "space"
        return bool(digit and digit.kind == "cardinal" and (point.start == 0 or digit.value == 0 or more))

    def _decimals(self, value: Fraction) -> Fraction:
        """zero point zero eight, one point five billion."""
        point, digits = self._peek(), ""
        if point is None or point.kind != "point":
            return value
        self.at += 1
        while (token := self._peek()) and token.kind == "cardinal" and token.join == "space":
            digits += str(token.value)
            self.at += 1
        value += Fraction(int(digits or "0"), 10 ** len(digits))
        while digits and (scale := self._peek()) and scale.kind == "scale" and scale.join == "space":
            value *= scale.value
            self.at += 1
        return value

    def _of(self, value: Fraction) -> Fraction:
        """two thirds of a million, 1/2 million."""
        article, scale = self._peek(), self._peek(1)
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
        head = self._peek()
        if head is None or head.join != "and" or head.kind in ("ordinal", "part"):  # in 2022 and ninth; six and half
            return None
        over = Fraction(1)
        if head.kind in ("a", "cardinal"):
            over = head.value
            self.at += 1
        under = self._peek()
        if under and under.kind in ("part", "ordinal") and (under.plural or over == 1) and (over < under.value):
            following = self._peek(1)
            self.at += 1
            part = over / under.value
            if following and following.kind == "scale" and following.join == "space":
                self.at += 1
                if scale <= 100:  # two and a half million
                    return part, following.value
                return part * following.value, Fraction(1)  # one billion and a half million
            shared = scale not in (1, 100) and (head.kind != "a" or under.kind == "part")
            return part * (scale if shared else 1), Fraction(1)
        self.at = mark
        return None

    def _cardinal(self) -> tuple[Fraction, int, int]:
        """The longest cardinal from here: its value, its last scale and how much may still be added to it."""
        total = Fraction(0)
        head = self.tokens[self.at]
        group, room = head.value, room_after(head)
        scale, ceiling = 1, 10**21
        self.at += 1
        while (token := self._peek()) and token.join in ("space", "hyphen", "and"):
            if token.kind == "scale" and token.join != "and":
                if token.value in (12, 20):  # three hundred and two dozens; four score and seven
                    last = self.tokens[self.at - 1]
                    if last.kind == "scale":  # two hundred dozen
                        total, group = total * token.value, group * token.value
                    else:
                        group += (last.value if last.kind == "figure" else group % 100) * (token.value - 1)
                    room, scale = 20 if token.value == 20 else 0, int(token.value)
                elif token.value == 100 and group < 100 and ceiling > 100:
                    group, room, scale = group * 100, 100, max(scale, 100) if total else 100
                elif token.value < ceiling:
                    total, group, room = total + group * token.value, Fraction(0), min(1000, int(token.value))
                    scale = ceiling = int(token.value)
                elif not group and self.tokens[self.at - 1].kind == "scale":  # five hundred thousand million
                    total *= token.value
                    scale = ceiling = int(token.value)
                else:
                    break
            elif self._adds(token, room, group, scale) and not (head.kind == "figure" and self._is_apart(token)):
                group, room = group + token.value, room_after(token) if token.value < room else 0
            else:
                break
            self.at += 1
        return total + group, scale, room

    def _is_apart(self, token: Token) -> bool:
        """Whether a word behind figures begins another number: $5 billion ten years ago, but 2 lakh fifty thousand."""
        after = self._peek(1)
        return token.kind == "cardinal" and token.join == "space" and not (after and after.kind == "scale")

    def _adds(self, token: Token, room: int, group: Fraction, scale: int) -> bool:
        """Whether a token goes on with the number: one after twenty, twelve after hundred, 21 after "3 hundred and"."""
        after = self._peek(1)
        if token.kind == "figure":
            fits = 100 <= room <= 1000 and token.value.denominator == 1 and token.value < room
            return fits and (token.join == "space" or (scale <= 1000 and not (after and after.kind == "scale")))
        if token.kind != "cardinal" or token.value >= room or (token.join == "hyphen" and room != 10):
            return False
        if room == 10 and token.join == "and":
            return False
        if token.value == 0 or (token.join == "and" and self._is_part(after, token)):
            return False
        if token.join == "and" and after and after.kind == "scale":  # one hundred and two hundred are two numbers,
            return group < 100 if after.value == 100 else scale <= 100 or after.value < scale
        return True  # two hundred and twenty million one

    @staticmethod
    def _is_part(after: Token | None, token: Token) -> bool:
        """Whether what follows "and" is a proper fraction: … and two thirds."""
        return bool(
            after
            and after.join != "and"
            and after.kind in ("ordinal", "part")
            and (after.plural or token.value == 1)
            and token.value < after.value
        )
