"""A damaged page: what its own text tells of what is likely on it."""

from __future__ import annotations

import string
from collections.abc import Callable, Container, Iterable, Mapping
from functools import cached_property, lru_cache
from math import inf, log

from yubei_pub.patterns import lazy_regex
from yubei_pub.repairs._gbk import CHARS, Known, Row, characters
from yubei_pub.repairs._model import Model
from yubei_pub.repairs._table import READING, Sites, Table, gbk

INSERTED = lazy_regex(rf"\(({READING})\)")
# Where the bytes may be out of step, to the second half of a character that is shown as one of ASCII.
_IN_DOUBT = lazy_regex(rf"\?(?:{READING}\))?[^\x00-\x7f]*[!-~]?")
# What tells whether the bytes are in step: some characters, and one of ASCII behind them that belongs to no reading.
_SHOWN = lazy_regex("[^\x00-\x7f]{0,6}(?:[\x00-\x27\x29-\x3e\x40-\x7f](?!\\())?")
_LETTER = lazy_regex("[A-Za-z]")
QUOTED = 300  # characters, in which a mark was opened, in a line before if not in the same
# A bracket that was opened before it; those of readings, whole or swallowed, are none.
_CLOSED = lazy_regex(rf"(?>(?:[(?]{READING}\)|[^()（）\n]){{0,{QUOTED}}})[)）]")
# What a line may end with or go on with behind a lost trail.  A digit is lost for good.
ASCII = "\n\t,:;.?!()% -/<>&\"'*+=#$"
TAG = "/?[A-Za-z]{1,10}[1-6]?/?>"  # what is left of one whose < was lost
_LEFT_OF_TAG = lazy_regex(TAG)
_BEGINS_NO_LINE = "》）】」』”’，。、；：！？％"
DIGIT = "\0"  # stands for a digit that nobody can know
# Numbers that no digit can stand before, and those that are the rest of others.
_WHOLE = lazy_regex("[12][0-9]{3}年|(?:1[0-2]|[3-9])月|(?:[12][0-9]|3[01])日")
_REST = lazy_regex("[90][0-9]{2}年|0[月日]")
_DIGITS = dict.fromkeys(string.digits, -log(10))
RETURN = "\r"  # lost of the line breaks of Windows; that they became \n is a repair of its own
UNKNOWN = "\1"  # for what cannot be read
# What is met on the page itself counts this much beside the model, less if it is met seldom; what
# follows two characters more than what follows one.  Tuned on the text set apart for that.
OWN, OWN_PAIR, OWN_REST = 0.1, 0.5, 0.5
OWN_TEXT = 20_000  # characters of a page that are looked at, so that a long one takes no longer for each guess
# Characters of the text that the model learned from to one end of a paragraph, and to one Latin letter.
NEW_LINE, LETTER = 100, 270
# Marks that the model counts as one, and how much each counts before the page is looked at.
FORMS = (
    {",": 0.3, "，": 0.3},
    {":": 0.3, "：": 0.3},
    {";": 0.1, "；": 0.3},
    {"?": 0.1, "？": 0.3},
    {"!": 0.1, "！": 0.3},
    {"(": 0.3, "（": 0.3},
    {")": 0.3, "）": 0.3},
    {".": 0.3, "．": 0.01},
    {"%": 0.3, "％": 0.03},
    {"\n": 1.0, " ": 0.1, "\t": 0.1, "\u3000": 0.1},
)
QUOTES = ({"“": 0.1, "「": 0.1}, {"”": 0.1, "」": 0.1})

# What a closing mark costs in a line that has opened none, and what it gains in one that has.
UNOPENED, OPENED = 4.0, 1.5
OPENING = {"”": "“", "’": "‘", "』": "『", "」": "「", "》": "《", "）": "（", "】": "【"}


@lru_cache(maxsize=100)
def _row(model: Model, marks: str) -> Row:
    """Marks all of which are tried; pages that have the same share it."""
    wholes = [Known(char, 0, ord(char), model.char("0" if char == DIGIT else char)) for char in marks]
    return Row(wholes, wholes)


class Page:
    """A damaged page: its text, the table of its mirror, and what its own text tells of what is likely on it."""

    def __init__(self, sites: Sites, table: Table, model: Model) -> None:
        self.text = sites.text
        self.table = table
        self.model = model
        self.known: Callable[[str], Known] = characters(model).__getitem__  # what the model knows of a character
        plain = _IN_DOUBT.sub(UNKNOWN, sites.plain()[:OWN_TEXT])
        self._plain = plain
        self._annotated_or: dict[str, Container[str]] = {}
        self._shown: dict[str, bool] = {}
        self._behind_two: dict[str, float] = {}
        self.behind: dict[str, Mapping[str, float]] = {}
        self.shares: dict[str, float] = {}
        ascii_ = plain.encode("ascii", "ignore").decode()  # a tenth of it, to count in
        self.corners = "「" in self.text  # which only a page that has them is thought to have lost
        for forms in (*FORMS, *QUOTES) if self.corners else FORMS:
            counts = {form: (ascii_ if form.isascii() else plain).count(form) + rest for form, rest in forms.items()}
            total = sum(counts.values())
            for form, count in counts.items():
                self.shares[form] = log(count / total)
        # The model counts all letters as one, and all digits.
        letters = len(_LETTER.findall(ascii_))
        rest = log((letters + 0.5) / (len(plain) / LETTER + 0.5)) - log(52)
        self.shares |= dict.fromkeys(string.ascii_letters, rest)
        self.shares |= _DIGITS
        self.shares["\n"] += log((ascii_.count("\n") + 0.5) / (len(plain) / NEW_LINE + 0.5))
        self.shares[RETURN] = self.shares["\n"]
        marks = [char for char in ASCII if char in ascii_ or char in "\n,.:;"]
        self._marks = "".join(marks) + DIGIT * any(digit in ascii_ for digit in string.digits)

    @cached_property
    def repeats_marks(self) -> bool:
        """Whether somebody types marks twice or more; a page that is cut before each byte of ！！！ shows the first."""
        return "????！" in self.text or "？？" in self.text

    @cached_property
    def _blank_lines(self) -> bool:
        return "\n\n" in self.text

    def ascii_before(self, at: int) -> Row:
        """The characters of ASCII that may have been lost before a place."""
        marks = self._marks
        if _LEFT_OF_TAG.match(self.text, at):
            return _row(self.model, "\n")  # in place of the <
        if self.text[at : at + 1] in _BEGINS_NO_LINE:  # or at the end, where a line break makes no difference
            marks = marks.replace("\n", "")
        elif self.text[at] == "\n" and not self._blank_lines:
            marks = marks.replace("\n", RETURN)
        elif _WHOLE.match(self.text, at):
            marks = marks.replace(DIGIT, "")
        elif _REST.match(self.text, at):
            marks = DIGIT
        if "(" in marks and not _CLOSED.match(self.text, at):
            marks = marks.replace("(", "")
        return _row(self.model, marks)

    def annotated_or(self, marks: str) -> Container[str]:
        """The characters of the mirror's table, and some marks."""
        chars = self._annotated_or.get(marks)
        if chars is None:
            chars = self._annotated_or[marks] = frozenset(self.table.readings).union(marks)
        return chars

    def shares_at(self, at: int) -> Mapping[str, float]:
        """What each form of a mark counts at a place, given what was opened before it."""
        near = max(0, at - QUOTED)
        line = self.text.rfind("\n", near, at)
        shares = dict(self.shares)
        for mark, opening in OPENING.items():
            opened = self.text.rfind(opening, near, at)
            if opened <= self.text.rfind(mark, near, at):
                shares[mark] = shares.get(mark, 0.0) - UNOPENED
            elif opened > line:
                shares[mark] = shares.get(mark, 0.0) + OPENED
        return shares

    def told(self, at: int) -> float:
        """How much likelier what is shown from a place on is as it stands than one byte out of step (a logarithm).

        Infinite if it cannot be out of step: a pair is no character, or one that the mirror would have annotated.
        """
        found = _SHOWN.match(self.text, at)
        shown = found[0] if found else ""
        data = gbk(shown)
        # Out of step, a second byte that is one of ASCII would be a character of its own, and all behind it in step.
        size = next((index for index, trail in enumerate(data[1::2]) if trail < 0x80), len(data))
        shown, data = shown[:size], data[: 2 * size]
        shifted = [CHARS[lead << 8 | trail] for lead, trail in zip(data[1::2], data[2::2], strict=False)]
        if "" in shifted or not self.table.readings.keys().isdisjoint(shifted) or b"" < data < b"@":
            return inf
        return self._likely(shown) - self._likely(shifted) if shifted else 0.0

    def _likely(self, chars: Iterable[str]) -> float:
        """How likely characters are, whatever stands before them (a logarithm)."""
        history, likely = 0, 0.0
        for char in chars:
            whole = self.known(char)
            likely += self.model.context(history).behind_both(whole.symbol, whole.alone) + whole.share
            history = self.model.history(history, whole.symbol)
        return likely

    def shows(self, char: str) -> bool:
        """Whether a character stands anywhere on the page."""
        shown = self._shown.get(char)
        if shown is None:
            shown = self._shown[char] = char in self.text
        return shown

    def behind_two(self, two: str, char: str) -> float:
        """The same of one character behind two others."""
        likely = self._behind_two.get(two + char)
        if likely is None:
            count = self._plain.count(two + char)
            likely = OWN_PAIR * count / (self._plain.count(two) + OWN_REST) if count else 0.0
            self._behind_two[two + char] = likely
        return likely

    def followed(self, char: str) -> Mapping[str, float]:
        """How likely others are to follow a character, as far as the page shows; `behind` has those asked for."""
        behind: dict[str, float] = {}
        if char in self._plain:
            parts = self._plain.split(char)
            share = OWN / (len(parts) - 1 + OWN_REST)
            for second in [part[:1] for part in parts[1:]]:
                behind[second] = behind.get(second, 0.0) + share
        self.behind[char] = behind
        return behind
