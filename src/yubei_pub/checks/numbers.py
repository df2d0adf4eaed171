"""A figure, date, percentage, ordinal or amount of money differs between the Chinese and the English.

Values are compared, not digits: 35.6万 is 356,000, 30余亿元 is more than 3 billion yuan, 第三批
is the third batch, 翻番 is to double.  A date may gain or lose only what the Chinese or the date of
the page bears out: 去年 is 2023 on a page of 2024.  Names and idioms that contain a numeral (一件事,
六中心合一, 四面八方) are not held against the English, nor are "one of the" and the like.  An
exchange rate is never inferred: an amount in a currency that the Chinese does not name is only noted,
and so is a "more than" or "about" that the translator adds, or a figure that stands in the paragraph
before or after, where the Chinese has none like it.

Where it can only guess, it notes.  An error: a value that differs, a percentage, an amount of money, a
measure, a date or a figure of two digits and more that is missing, such a figure that is extra.  A
warning: a lost or turned "more than" or "nearly", a count for an ordinal, percent for percentage
points, no currency.  A note, for good translators do so: a small or round number in words that only
one language has (三大板块, 一百天, "three things"), as long as nothing on the other side could be what
became of it; one in a quoted name, a term or a hotline, or in the Chinese of a heading whose English
has no figure; an extra length of time, a gloss in brackets, what is reckoned from the figures of the
other side; a figure said once where the Chinese says it twice; a year or month that the context gives,
a year left to it, a date left to the title or the paragraph before; "more than" lost in an adjective
(the 600-year-old custom); "about" for "nearly", though not for "less than"; a rounded figure (2.79
trillion for 27934亿); a count of more than twelve as the place of the last (its 1,000th); "one" or
"half" where a figure is missing.

What to do: put the figure of the Chinese into the English, or correct the Chinese if the page
itself was misread.  "More than", "nearly" and their like must not be lost or changed; their opposite
("less than" for 以上) is an error, as is a word for another time or direction ("this year" for 去年,
"first half" for 下半年, "rose" for 下降, "a day" for 每小时, "after ten minutes" for 10分钟内).

Bad:
    接入35.6万余个感知设备。
    It connects more than 35,600 sensing devices.

Good:
    接入35.6万余个感知设备。
    It connects more than 356,000 sensing devices.
"""

from __future__ import annotations

from collections.abc import Iterator

from yubei_pub.beads import Bead, QuantityUse, Stretch
from yubei_pub.checks._context import is_said_above
from yubei_pub.document import BlockKind
from yubei_pub.findings import Fix, Message, Place, Remark, Severity
from yubei_pub.model import Briefing
from yubei_pub.names import matches
from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities import chinese, english
from yubei_pub.quantities.compare import Difference, differences, moved
from yubei_pub.quantities.direction import turned
from yubei_pub.quantities.figures import describe, like
from yubei_pub.quantities.items import Half
from yubei_pub.quantities.mistakes import factor
from yubei_pub.quantities.named import Contradiction, contradictions
from yubei_pub.trace import Edit

SEVERITY = Severity.ERROR

_MILD = {
    "approximator": Severity.WARNING,
    "order": Severity.WARNING,
    "repeated": Severity.NOTE,
    "points": Severity.WARNING,
    "vague": Severity.WARNING,
    "year": Severity.NOTE,
    "unit": Severity.WARNING,
    "currency": Severity.NOTE,
    "times": Severity.NOTE,
    "added": Severity.NOTE,
    "rounded": Severity.NOTE,
    "moved": Severity.NOTE,
    "above": Severity.NOTE,
    "reckoned": Severity.NOTE,
}


def check_bead(bead: Bead, briefing: Briefing) -> Iterator[Remark]:
    """A remark for every quantity that the two sides of a bead do not share; none where one side is missing."""
    if not bead.source or not any(segment.text.text.strip() for segment in bead.target):
        return  # `untranslated` speaks of it, or `structure`
    source, target = _halves(bead)
    found = list(differences(source, target, list(_anchors(bead, source, target)), briefing.front.get("date", "")))
    around = list(_around(bead, briefing)) if any(d.kind in ("missing", "extra") for d in found) else []
    for difference in found:
        if _in_a_name(bead, difference):
            continue
        if difference.kind == "direction":
            yield from _turned(bead, difference)
        elif is_said_above(bead, difference, briefing):
            yield _remark(bead, difference._replace(kind="above"))
        elif not any(moved(difference, other) for other in around):
            yield _remark(bead, difference)
        elif difference.kind == "missing":  # what is extra there is said by this
            yield _remark(bead, difference._replace(kind="moved"))
    for word in contradictions(source.text, target.text):
        yield _contradiction(bead, word, source, target)


def _in_a_name(bead: Bead, difference: Difference) -> bool:
    """Whether a number that only one language has stands in a term and its rendering, which `terms` answers for.

    Or in a name that the English has in pinyin, where it is none.
    """
    if difference.kind not in ("missing", "repeated", "extra"):
        return False
    use, names = difference.source, [term.source for term in bead.terms if term.target is not None]
    if use is None:
        use, names = difference.target, [term.target for term in bead.terms if term.target is not None]
    if use is None or any(name.holds(use.stretch) for name in names):
        return use is not None
    return use is difference.source and _in_pinyin(bead, use)


def _in_pinyin(bead: Bead, use: QuantityUse) -> bool:
    """Whether a number of the Chinese is part of a name: 胡九成 is Hu Jiucheng, and nobody's 90%."""
    chinese = bead.source[use.segment].text.text
    start, end = use.quantity.start, use.quantity.end
    named = (match.zh for match in matches(chinese, bead.english))
    return any(chinese.find(zh, max(0, end - len(zh)), start + len(zh)) >= 0 for zh in named)


def _halves(bead: Bead) -> tuple[Half, Half]:
    source = Half(tuple(s.text.text for s in bead.source), bead.source_quantities)
    return source, Half(tuple(s.text.text for s in bead.target), bead.target_quantities)


def _around(bead: Bead, briefing: Briefing) -> Iterator[Difference]:
    """What differs in the paragraphs before and after: a translator may have moved a sentence there."""
    for other in briefing.around(bead):
        yield from differences(*_halves(other), date=briefing.front.get("date", ""))


def _anchors(bead: Bead, source: Half, target: Half) -> Iterator[tuple[int, int]]:
    """Where the terms of a bead stand in both passages."""
    for use in bead.terms:
        if use.target is not None:
            before = sum(len(text) + 1 for text in source.texts[: use.source.segment])
            behind = sum(len(text) + 1 for text in target.texts[: use.target.segment])
            yield before + use.source.start, behind + use.target.start


def _contradiction(bead: Bead, word: Contradiction, source: Half, target: Half) -> Remark:
    """去年 and "this year"."""
    (zh, start), (en, begin) = source.locate(word.source[0]), target.locate(word.target[0])
    ours = Stretch(zh, start, start + word.source[1] - word.source[0])
    theirs = Stretch(en, begin, begin + word.target[1] - word.target[0])
    return _otherwise(bead, ours, theirs, word.right)


def _turned(bead: Bead, difference: Difference) -> Iterator[Remark]:
    """下降 and "rose" beside a figure that both share."""
    if (ours := difference.source) and (theirs := difference.target):
        zh, en = bead.source[ours.segment].text.text, bead.target[theirs.segment].text.text
        if word := turned(chinese.plain(zh), ours.quantity, english.plain(en), theirs.quantity):
            yield _otherwise(
                bead, Stretch(ours.segment, *word.source), Stretch(theirs.segment, *word.target), word.right
            )


def _otherwise(bead: Bead, ours: Stretch, theirs: Stretch, right: str) -> Remark:
    zh, en = bead.source_text(ours), bead.target_text(theirs)
    message = Message(_TEMPLATES["wrong" if right != zh else "code"], zh=zh, right=right, en=en)
    related = ((bead.source_place(ours), Message("the Chinese: {phrase}", phrase=zh)),)
    return Remark(place=bead.target_place(theirs), message=message, related=related)


def _remark(bead: Bead, difference: Difference) -> Remark:
    related: tuple[tuple[Place, Message], ...] = ()
    if difference.source is not None:
        place = bead.source_place(difference.source.stretch)
        related = ((place, Message("the Chinese: {phrase}", phrase=_chinese(bead, difference.source))),)
    heading = bool(bead.source) and bead.source[0].block.kind is BlockKind.HEADING
    shortened = heading and difference.kind == "missing" and not bead.target_quantities
    return Remark(
        place=_place(bead, difference.target),
        message=_message(bead, difference),
        severity=Severity.NOTE if difference.doubtful or shortened else _MILD.get(difference.kind),
        related=related,
        fix=_fix(bead, difference),
    )


def _place(bead: Bead, target: QuantityUse | None) -> Place:
    """The English quantity, or the whole English where it is missing."""
    if target is not None:
        return bead.target_place(target.stretch)
    return Place.of(bead.target[0].text)


def _chinese(bead: Bead, use: QuantityUse) -> str:
    return chinese.phrase(bead.source[use.segment].text.text, use.quantity)


def _english(bead: Bead, use: QuantityUse, unit: bool = False) -> str:
    if unit:
        return english.phrase(bead.target[use.segment].text.text, use.quantity)
    return bead.target_text(use.stretch)


_TEMPLATES = {
    "wrong": "{zh} is {right}; the English says {en}",
    "code": "the Chinese says {zh}; the English says {en}",
    "size": "{zh} and {en} have the same digits, but the heads before them say different sizes (亿 is 100 million)",
    "swapped": "two figures have changed places: {zh} is {right}; the English says {en} there",
    "missing": "the English does not say {zh}, which is {right}",
    "moved": "the English says {zh}, which is {right}, in the paragraph before or after",
    "above": "the English leaves {zh}, which is {right}, to the title or the paragraph before",
    "reckoned": "{zh} is {right}; the English says {en}, which is reckoned from it and the figure beside it",
    "repeated": "the Chinese says {zh} ({right}) more often than the English",
    "approximator": "{zh} is {right}; the English says {about}{en}",
    "added": "{zh} is {right}; the English says {about}{en}",
    "contradiction": "{zh} is {right}; the English says {about}{en}, the opposite",
    "vague": "{zh} is {right}; the English says only {en}",
    "year": "{zh} is {right}; the English says {en} without the year, which is not that of the page",
    "unit": "{zh} is {right}; the English says {en} and no currency",
    "result": "{zh}: the English makes of a change by so much a change to so much, or the other way round",
    "limit": "{en} for {zh} stands behind “after” or “over” where within or before is meant, or the other way round",
    "rounded": "{zh} is {right}; the English rounds it to {en}",
    "times": "{zh} is {right} ({zh} on top of what was); the English says {en}: check which is meant",
    "order": "{zh} is {right}; the English says {en}: a count and a place in a series are not the same",
    "points": "{zh} is {right}; the English says {en}: percent and percentage points are not the same",
    "extra": "the English says {en}, which the Chinese does not",
    "currency": "the English gives {en} in a currency that the Chinese does not name: check the exchange rate by hand",
}
_PLAINLY = (("{zh} is {right}", "the Chinese says {zh}"), (", which is {right}", ""), (" ({right})", ""))
_COINS = lazy_regex(r" (?:[A-Za-z]+ )?(?:cents?|fen|jiao|mao|pence|sen)\b")  # 0.41港元: 41 HK cents
_ABOUT = {
    "more": "more than ",
    "less": "less than or nearly ",
    "about": "about ",
    "least": "at least ",
    "most": "up to ",
}


def _message(bead: Bead, difference: Difference) -> Message:
    template = _TEMPLATES[difference.kind]
    args: dict[str, object] = {}
    if difference.source is not None:
        args |= {"zh": _chinese(bead, difference.source), "right": describe(difference.source.quantity)}
        if args["zh"] == args["right"]:  # 97.2% needs no explaining
            for said, plainly in _PLAINLY:
                template = template.replace(said, plainly)
    if difference.target is not None:
        about = _ABOUT.get(difference.target.quantity.approximator, "only ")
        args |= {"en": _english(bead, difference.target, _other_unit(difference)), "about": about}
    if difference.kind == "wrong" and (power := _power(difference)):
        size = f"{10 ** abs(power):,}"
        way = "too large" if power > 0 else "too small"
        return Message("{size}× {way}: " + template, size=size, way=way, **args)
    return Message(template, **args)


def _power(difference: Difference) -> int:
    """The power of ten by which the English is wrong, 0 if it is wrong in another way."""
    if difference.source is None or difference.target is None or _other_unit(difference):
        return 0
    right, wrong = difference.source.quantity, difference.target.quantity
    if right.value is None or wrong.value is None or "date" in (right.kind, wrong.kind):
        return 0
    return factor(float(right.value), float(wrong.value))


def _other_unit(difference: Difference) -> bool:
    """Whether the two quantities are measured in different units, so that a figure cannot stand for the other."""
    units = {use.quantity.unit for use in (difference.source, difference.target) if use is not None}
    return len(units - {""}) > 1


def _fix(bead: Bead, difference: Difference) -> Fix | None:
    """The right figure in the form of the wrong one; certain only for plain digits against plain digits."""
    if difference.kind not in ("wrong", "swapped") or difference.source is None or difference.target is None:
        return None
    kinds = {difference.source.quantity.kind, difference.target.quantity.kind}
    if _other_unit(difference) or difference.target.quantity.value is None or (len(kinds) > 1 and "percent" in kinds):
        return None
    written = _english(bead, difference.target)
    counted = difference.source.quantity.unit == "quarter"  # the word is part of the number, as no other unit is
    number, quarters, _ = written.partition(" quarters") if counted else (written, "", "")
    right = like(difference.source.quantity, number)
    zh = bead.source_text(difference.source.stretch)
    if not right or right == number or zh.endswith("折"):  # English may say what is taken off
        return None
    right += quarters
    place = _place(bead, difference.target)
    digits = all(text.replace(",", "").replace(".", "").isdecimal() and text.isascii() for text in (zh, written, right))
    coins = _COINS.match(bead.target[difference.target.segment].text.text, difference.target.quantity.end)
    return Fix((Edit(place.start, place.end, right, "numbers"),), digits and not coins and difference.sure)
