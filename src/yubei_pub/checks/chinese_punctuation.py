"""No Chinese punctuation and no full-width letters or digits in the English.

`，。；：？！（）、《》` and `１２３`, `ＡＰＰ` come from a keyboard in Chinese mode, and a reader sees at once that
the line was never revised.  A title in 《》 is set in italics or quotation marks in English, `、` is a comma or
“and”, —— is an em dash.  Chinese in brackets behind its English keeps its own signs.

Bad:   It has built parks，squares and greenways（３００ in all）.
Good:  It has built parks, squares and greenways (300 in all).

What to do: take the fix, or write what English has for the sign.  For full-width letters, digits and stops
the fix is certain; what stands for `、` and 《》 is for a person to say.
"""

from __future__ import annotations

from collections.abc import Iterator

from yubei_pub.checks._prose import Prose
from yubei_pub.findings import Fix, Message, Remark, Severity
from yubei_pub.model import Briefing
from yubei_pub.patterns import lazy_regex

SEVERITY = Severity.WARNING

_LETTER = "[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]"  # full-width digits and letters
_WIDE = lazy_regex(f"{_LETTER}(?:[．，％]?{_LETTER})*％?")
_SIGN = lazy_regex(  # — and … only where two stand together; looked for by one class, which is quick
    "[，。；：？！（）［］、《》〈〉「」『』【】〔〕・～｜％＆＋－／＝＜＞＂＇＊＃＠＿＄\u3000．—…](?:(?<![—…])|(?<=—)—|(?<=…)…)"
)
_NARROW = dict(zip("。、《》〈〉「」『』【】〔〕・～＂＇\u3000", ".,“”‘’“”‘’[][]·–\"' ", strict=True))
_NARROW |= {"——": "—", "……": "…"}
_CERTAIN = frozenset("，。；：？！（）％＆．\u3000")
_CLOSING, _OPENING = frozenset(",.;:?!)]”’"), frozenset("([“‘")


def check_prose(prose: Prose, briefing: Briefing) -> Iterator[Remark]:
    """One remark a sign, one a run of full-width letters or digits."""
    yield from _wide(prose)
    yield from _signs(prose)


def _wide(piece: Prose) -> Iterator[Remark]:
    for match in _WIDE.finditer(piece.text):
        narrow = "".join(map(_narrow, match[0]))
        place = piece.place(*match.span())
        message = Message("full-width “{found}” in the English: write “{right}”", found=match[0], right=narrow)
        yield Remark(place, message, fix=Fix.of(place, match[0], narrow, certain=True))


def _signs(piece: Prose) -> Iterator[Remark]:
    wide = {at for match in _WIDE.finditer(piece.text) for at in range(*match.span())}
    for match in _SIGN.finditer(piece.text):
        if match.start() in wide:
            continue
        sign, (start, end) = match[0], match.span()
        right = _spaced(_narrow(sign), piece.text[:start], piece.text[end:])
        place = piece.place(start, end)
        message = Message("the Chinese sign “{found}” in the English", found=sign)
        if sign == "\u3000":
            message = Message("a full-width blank (U+3000) in the English")
        yield Remark(place, message, fix=Fix.of(place, sign, right, sign in _CERTAIN))


def _narrow(sign: str) -> str:
    """The sign of half the width: U+FF01 to U+FF5E stand in the order of ASCII."""
    return _NARROW.get(sign) or (chr(ord(sign) - 0xFEE0) if "！" <= sign <= "～" else sign)


def _spaced(sign: str, before: str, behind: str) -> str:
    """With the blank that a full-width sign carries in itself."""
    if sign in _OPENING and before[-1:].isalnum():
        return " " + sign
    return sign + " " if sign in _CLOSING and behind[:1].isalnum() else sign
