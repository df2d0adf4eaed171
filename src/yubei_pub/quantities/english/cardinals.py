"""Whole English numbers (two thousand three hundred, 4 million, three dozen) and decimals in words."""

from __future__ import annotations

from fractions import Fraction

from yubei_pub.quantities.english.tokens import Token, room_after


class _Sum:
    """A cardinal while it is read: `total` of the scales behind it, and the `group` under a thousand that is open.

    `room` is how much may still be added to the group, `scale` the last that was read, and a further one has to be
    under the `ceiling`: two million three hundred thousand and five.
    """

    def __init__(self, head: Token) -> None:
        self.total, self.group = Fraction(0), head.value
        self.room = room_after(head)
        self.scale, self.ceiling = 1, 10**21

    def multiply(self, token: Token, last: Token) -> bool:
        """Take a scale that stands behind the token `last`; False if it does not go on with the number."""
        size = int(token.value)
        if size in (12, 20):  # three hundred and two dozens; four score and seven
            if last.kind == "scale":  # two hundred dozen
                self.total, self.group = self.total * size, self.group * size
            else:
                self.group += (last.value if last.kind == "figure" else self.group % 100) * (size - 1)
            self.room, self.scale = 20 if size == 20 else 0, size
        elif size == 100 and self.group < 100 and self.ceiling > 100:
            self.group, self.room, self.scale = self.group * 100, 100, max(self.scale, 100) if self.total else 100
        elif size < self.ceiling:
            self.total, self.group, self.room = self.total + self.group * size, Fraction(0), min(1000, size)
            self.scale = self.ceiling = size
        elif not self.group and last.kind == "scale":  # five hundred thousand million
            self.total *= size
            self.scale = self.ceiling = size
        else:
            return False
        return True

    def add(self, token: Token) -> None:
        """Take a token that `Cardinals._adds`."""
        self.group, self.room = self.group + token.value, room_after(token) if token.value < self.room else 0


class Cardinals:
    """Reads cardinals from a run of tokens; `at` is the token after what was read."""

    def __init__(self, tokens: list[Token], at: int) -> None:
        self.tokens = tokens
        self.at = at

    def peek(self, ahead: int = 0) -> Token | None:
        """A token that was not read yet, None behind the last."""
        index = self.at + ahead
        return self.tokens[index] if index < len(self.tokens) else None

    @property
    def last(self) -> Token:
        """The token that was read last."""
        return self.tokens[self.at - 1]

    def cardinal(self) -> tuple[Fraction, int, int]:
        """The longest cardinal from here: its value, its last scale and how much may still be added to it."""
        head = self.tokens[self.at]
        read = _Sum(head)
        self.at += 1
        while (token := self.peek()) and token.join in ("space", "hyphen", "and"):
            if token.kind == "scale" and token.join != "and":
                if not read.multiply(token, self.last):
                    break
            elif self._adds(token, read) and not (head.kind == "figure" and self._is_apart(token)):
                read.add(token)
            else:
                break
            self.at += 1
        return read.total + read.group, read.scale, read.room

    def _is_apart(self, token: Token) -> bool:
        """Whether a word behind figures begins another number: $5 billion ten years ago, but 2 lakh fifty thousand."""
        after = self.peek(1)
        return token.kind == "cardinal" and token.join == "space" and not (after and after.kind == "scale")

    def _adds(self, token: Token, read: _Sum) -> bool:
        """Whether a token goes on with the number: one after twenty, twelve after hundred, 21 after "3 hundred and"."""
        after, room = self.peek(1), read.room
        if token.kind == "figure":
            fits = 100 <= room <= 1000 and token.value.denominator == 1 and token.value < room
            return fits and (token.join == "space" or (read.scale <= 1000 and not (after and after.kind == "scale")))
        if token.kind != "cardinal" or not 0 < token.value < room:
            return False
        if token.join == "hyphen":  # forty-two, three-thousand-two-hundred; but "two hundred-seat"
            return room == 10 or (self.last.kind == "scale" and self.last.join == "hyphen")
        if token.join == "and":
            if room == 10 or self._is_part(after, token):
                return False
            if after and after.kind == "scale":  # one hundred and two hundred are two numbers,
                return read.group < 100 if after.value == 100 else read.scale <= 100 or after.value < read.scale
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

    def begins_decimals(self, point: Token) -> bool:
        """point five alone, point zero five; but not "at this point five people"."""
        digit, other = self.peek(1), self.peek(2)
        more = other and other.kind == "cardinal" and other.join == "space"
        return bool(digit and digit.kind == "cardinal" and (point.start == 0 or digit.value == 0 or more))

    def decimals(self, value: Fraction) -> Fraction:
        """zero point zero eight, one point five billion."""
        point, digits = self.peek(), ""
        if point is None or point.kind != "point":
            return value
        self.at += 1
        while (token := self.peek()) and token.kind == "cardinal" and token.join == "space":
            tens = digits[-1:] == "0" and self.last.value >= 20 and token.value < 10  # six point twenty five
            digits = (digits[:-1] if tens else digits) + str(token.value)
            self.at += 1
        value += Fraction(int(digits or "0"), 10 ** len(digits))
        while digits and (scale := self.peek()) and scale.kind == "scale" and scale.join == "space":
            value *= scale.value
            self.at += 1
        return value
