"""A damaged page: what its own text tells of what is likely on it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from math import log

from yubei_pub.repairs._gbk import Known
from yubei_pub.repairs._model import Model
from yubei_pub.repairs._table import READING, Table

INSERTED = re.compile(rf"\(({READING})\)")
# Where the bytes may be out of step.
_IN_DOUBT = re.compile(r"\?[^\x00-\x7f]*")
# What a line may end with or go on with behind a lost trail.  A digit is lost for good.
ASCII = "\n,:;.?!()% -/<>&\"'"
DIGIT = "\0"  # stands for a digit that nobody can know
# What is met on the page itself counts this much beside the model, less if it is met seldom.
OWN, OWN_REST = 0.2, 1.0
# Characters of the paragraphs that the model learned from.
NEW_LINE = 100
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
    {"\n": 1.0, " ": 0.1, "\u3000": 0.1},
)


class Page:
    """A damaged page: its text, the table of its mirror, and what its own text tells of what is likely on it."""

    def __init__(self, text: str, table: Table, model: Model) -> None:
        self.text = text
        self.table = table
        self.model = model
        plain = _IN_DOUBT.sub("", INSERTED.sub("", text))
        self.ones = Counter(plain)
        self._plain = plain
        self._behind: dict[str, dict[str, float]] = {}
        self.shares: dict[str, float] = {}
        for forms in FORMS:
            counts = {form: self.ones[form] + rest for form, rest in forms.items()}
            self.shares |= {form: log(count / sum(counts.values())) for form, count in counts.items()}
        self.shares["\n"] += log((self.ones["\n"] + 0.5) / (len(plain) / NEW_LINE + 0.5))
        marks = [char for char in ASCII if self.ones[char] or char in "\n,.:;"]
        digits = any(self.ones[digit] for digit in "0123456789")
        self.ascii = [Known(char, *model.char(char)) for char in marks]
        if digits:
            self.ascii.append(Known(DIGIT, *model.char("0")))

    def behind(self, char: str) -> Mapping[str, float]:
        """How likely a character is to be followed by others, as far as the page itself shows."""
        behind = self._behind.get(char)
        if behind is None:
            share = OWN / (self.ones[char] + OWN_REST)
            seconds = Counter(part[:1] for part in self._plain.split(char)[1:])
            behind = self._behind[char] = {second: share * count for second, count in seconds.items()}
        return behind
