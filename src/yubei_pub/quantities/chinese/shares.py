"""Chinese shares of a whole: 百分之三点五, 三分之二, 3/5, 50%, 3.2个百分点, 两成五, 八五折."""

from __future__ import annotations

from fractions import Fraction

from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities.chinese.dates import TO
from yubei_pub.quantities.chinese.numerals import SP, Numeral
from yubei_pub.quantities.chinese.sums import by_digits
from yubei_pub.quantities.chinese.tables import DIGITS
from yubei_pub.quantities.chinese.units import BASIS_POINTS, OF, OF_PERCENT, PERCENT, POINTS, ends, signed
from yubei_pub.quantities.values import Read, is_shared

_AND = lazy_regex(rf"{SP}又{SP}")
_NO_TENTHS = "立功本绩员长果品都熟分套交群效"
_TENTHS = lazy_regex(
    rf"{SP}成(?:{SP}(?P<more>[1-9一二三四五六七八九半])(?![十成0-9.万亿年月个%]))?(?![{_NO_TENTHS}]|人(?![口员数]))(?!为(?<![二两三四五六七八九2-9]成为))"
)
_HALF_TENTH = lazy_regex("[ ]?成(?![品熟员])")
_DISCOUNT = lazy_regex(rf"{SP}折(?P<half>半)?(?![扣旧合叠射返磨戏子]|分[一二两三四五六七八九十])")
_SPACED_DISCOUNT = lazy_regex(rf"([1-9一二三四五六七八九]) ([1-9一二三四五六七八九]){SP}折")
_TO_SHARE = lazy_regex(rf"{TO}(?:{SP}百{SP}分{SP}之{SP})?")
_SPLIT = lazy_regex(
    "(一九|二八|三七|四六|五五|六四|七三|八二|九一)(?:分成|分账|分红|比例|定律|法则|[分开](?=[，。；、）”的]|$))"
)
_SLASH = lazy_regex(r"/(?=[0-9])")
_DENOMINATORS = {10**power for power in range(2, 9)}


def fraction(text: str, found: list[Numeral], index: int) -> Read | None:
    """三分之二, 百分之三点五, 三又二分之一, 3/5."""
    numeral = found[index]
    sign, start = signed(text, numeral)
    if (match := _AND.match(text, numeral.end)) and index + 1 < len(found) and found[index + 1].start == match.end():
        part = _part(text, found, index + 1, *signed(text, found[index + 1]))
        if part and part.kind == "number":
            value = sign * (numeral.low + part.low)
            return part._replace(low=value, high=value, start=start)
    return _part(text, found, index, sign, start)


def _part(text: str, found: list[Numeral], index: int, sign: int, start: int) -> Read | None:
    """三分之二, 百分之三点五, 3/5."""
    numeral = found[index]
    match = OF.match(text, numeral.end)
    if not match:
        return _slashed(text, found, index, sign, start)
    over = next((n for n in found[index + 1 : index + 2] if n.start == match.end()), None)
    if over is None or not numeral.low:
        return None
    sign *= -1 if match["sign"] else 1
    written = numeral.bare or (numeral.low > 1000 and text[numeral.start].isascii())  # 十万分之, 10万分之
    percent = written and numeral.low in _DENOMINATORS
    low, high = sorted((sign * over.low / numeral.low, sign * over.high / numeral.low))
    if percent and (last := _last_share(text, found, index + 1)) and last.high / numeral.low > high:
        return Read(low, last.high / numeral.low, "percent", "", start, last.end)
    return Read(low, high, "percent" if percent else "number", "", start, over.end)


def _last_share(text: str, found: list[Numeral], index: int) -> Numeral | None:
    """The other end of 百分之十到二十, 百分之三至百分之五."""
    match = _TO_SHARE.match(text, found[index].end)
    last = next((numeral for numeral in found[index + 1 : index + 3] if match and numeral.start == match.end()), None)
    return last if last and not PERCENT.match(text, last.end) and not OF.match(text, last.end) else None


def _slashed(text: str, found: list[Numeral], index: int, sign: int, start: int) -> Read | None:
    numeral = found[index]
    after = found[index + 1] if index + 1 < len(found) else None
    if after is None:
        return None
    if _SLASH.match(text, numeral.end) and after.start == numeral.end + 1 and after.low and text[start] not in "万亿":
        listed = "/" in (text[start - 1 : start], text[after.end : after.end + 1])  # 80/180/280元
        if listed or (numeral.low == 24 and after.low == 7) or is_shared(numeral.low, after.low):
            return None
        value = sign * numeral.low / after.low
        if share := PERCENT.match(text, after.end):  # 1/2%
            return _share(value, value, OF_PERCENT[share["sign"]], "", start, share.end())
        kind = "percent" if after.low >= 1000 and text[after.end - 1] == "万" else "number"  # 53/10万
        return Read(value, value, kind, "", start, after.end)
    if text[numeral.end : after.start] == " " and _SLASH.match(text, after.end) and text[numeral.end - 1].isdigit():
        part = _slashed(text, found, index + 1, 1, after.start)
        value = sign * (numeral.low + part.low) if part else Fraction(0)
        return part and part._replace(low=value, high=value, start=start)
    return None


def percent(text: str, found: list[Numeral], index: int) -> Read | None:
    """50%, 3‰, 3.2个百分点, 两成五, 三七分成, 八五折."""
    numeral = found[index]
    sign, start = signed(text, numeral)
    low, high = ends(numeral, sign)
    if match := PERCENT.match(text, numeral.end):
        return _share(low, high, OF_PERCENT[match["sign"]], "", start, match.end(), "more" if match["more"] else None)
    if match := POINTS.match(text, numeral.end):
        meaning = "more" if match["more"] or match["over"] else None
        half = Fraction(bool(match["half"]) or numeral.word == "半", 2)  # 一个半百分点, 半个百分点
        return _share(low + half, high + half, 100 if match["of"] == "百" else 1000, "pp", start, match.end(), meaning)
    if match := BASIS_POINTS.match(text, numeral.end):
        return _share(low, high, 10000, "pp", start, match.end())
    if numeral.word == "半" and (match := _HALF_TENTH.match(text, numeral.end)):
        return Read(Fraction(1, 20), Fraction(1, 20), "percent", "", start, match.end())
    if (share := tenths(text, numeral)) is not None:
        more, end = share
        return Read(low / 10 + more, high / 10 + more, "percent", "", start, end)
    return _split(text, numeral, start) or _discount(text, numeral)


def _share(low: Fraction, high: Fraction, of: int, unit: str, start: int, end: int, more: str | None = None) -> Read:
    """So many of a hundred or a thousand, divided once where both ends are one, as mostly."""
    share = low / of
    return Read(share, share if high is low else high / of, "percent", unit, start, end, more)


def tenths(text: str, numeral: Numeral) -> tuple[Fraction, int] | None:
    """What stands behind the 成 of a numeral (三成五, 三成半), and where that ends; None where there is no such 成."""
    match = _TENTHS.match(text, numeral.end)
    if (
        not match
        or not 0 < numeral.high <= 10
        or numeral.word
        or text[numeral.start - 1 : numeral.start] in ("第", "之")
    ):
        return None
    more = match["more"]
    return Fraction(5 if more == "半" else by_digits(more or "0"), 100), match.end()


def _split(text: str, numeral: Numeral, start: int) -> Read | None:
    """三七分成, 五五开: what two sides get of ten parts."""
    match = _SPLIT.match(text, numeral.start) if numeral.end - numeral.start == 2 else None
    if match is None:
        return None
    low, high = sorted(Fraction(DIGITS[digit], 10) for digit in match[1])
    return Read(low, high, "percent", "", start, match.end())


def discounts(text: str, last: Numeral, low: Fraction, high: Fraction, start: int) -> Read | None:
    """七至九折, of which `last` is the second number."""
    match = _DISCOUNT.match(text, last.end)
    if not match or last.word or not 0 < high <= 10:
        return None
    return Read(low / 10, high / 10, "percent", "", start, match.end())


def _discount(text: str, numeral: Numeral) -> Read | None:
    if match := _SPACED_DISCOUNT.match(text, numeral.start):
        value = Fraction(by_digits("".join(match.groups())), 100)
        return Read(value, value, "percent", "", *match.span())
    match = _DISCOUNT.match(text, numeral.end)
    if not match or numeral.word or not 0 < numeral.high < 100:
        return None
    if numeral.high - numeral.low == 2 and numeral.end - numeral.start == 2:  # 三五折 is not from three to five
        return Read(Fraction(35, 100), Fraction(35, 100), "percent", "", numeral.start, match.end())
    scale = 10 if numeral.high <= 10 else 100
    kind = "" if numeral.high == 10 and not text[numeral.start].isascii() else "percent"  # 十折: no discount at all
    half = Fraction(bool(match["half"]), 20)  # 八折半
    return Read(numeral.low / scale + half, numeral.high / scale + half, kind, "", numeral.start, match.end())
