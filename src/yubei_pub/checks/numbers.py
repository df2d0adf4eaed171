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
points, no currency.  A note, for good translators do so: a small or round number in words that only one
language has (三大板块, 一百天, "three things"), as long as nothing on the other side could be what became of
it; one in a quoted name, a term or a hotline, or in the Chinese of a heading whose English has no
figure; in the English of a heading a percentage or one of 10 and more that the text has, or without its
"more than", and one that it leaves to the text; an extra length of time, a gloss in brackets, what is reckoned
from the figures of the other side; a figure said once where the Chinese says it twice; a year or month that the
context gives, a quarter of which it names a month, a year left to it, a date left to the title, the paragraph
before or the last that names a day, a count of two digits and more that both have above; what can be reckoned
(1985年出生 as "at 40", 8点40分 … 20分钟 as "at nine"); "more than" lost in an adjective (the 600-year-old custom);
"about" for "nearly", though not for "less than", and "some 400" for 400多; a rounded figure (2.79 trillion for
27934亿); a count of more than twelve as the place of the last (its 1,000th); "one" or "half" for a missing figure.

What to do: put the figure of the Chinese into the English, or correct the Chinese if the page
itself was misread.  "More than", "nearly" and their like must not be lost or changed; their opposite
("less than" for 以上) is an error, as is a word for another time or direction ("this year" for 去年,
"first half" for 下半年, "early March" for 3月底, "rose" for 下降, "a day" for 每小时, "after ten
minutes" for 10分钟内).

Bad:
    接入35.6万余个感知设备。
    It connects more than 35,600 sensing devices.

Good:
    接入35.6万余个感知设备。
    It connects more than 356,000 sensing devices.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from yubei_pub.beads import Bead, Quantity, QuantityUse, Stretch
from yubei_pub.checks import _number_remarks as say
from yubei_pub.document import BlockKind
from yubei_pub.findings import Remark, Severity
from yubei_pub.model import Briefing
from yubei_pub.names import matches
from yubei_pub.quantities import chinese, english
from yubei_pub.quantities.comparing import Difference, differences, moved, says
from yubei_pub.quantities.comparing.agreement import agree, fields, sides, significant
from yubei_pub.quantities.comparing.contradictions import Contradiction, contradictions
from yubei_pub.quantities.comparing.direction import turned
from yubei_pub.quantities.comparing.items import Half

SEVERITY = Severity.ERROR


def check_bead(bead: Bead, briefing: Briefing) -> Iterator[Remark]:
    """A remark for every quantity that the two sides of a bead do not share; none where one side is missing."""
    if not bead.source or not any(segment.text.text.strip() for segment in bead.target):
        return  # `untranslated` speaks of it, or `structure`
    source, target = _halves(bead)
    found = list(differences(source, target, list(_anchors(bead, source, target)), briefing.front.get("date", "")))
    around = list(_around(bead, briefing)) if any(d.kind in ("missing", "extra") for d in found) else []
    for difference in found:
        if _in_a_name(bead, difference) or _is_of_month_above(bead, difference, briefing):
            continue
        if difference.kind == "direction":
            yield from _turned(bead, difference)
        elif _is_said_above(bead, difference, briefing):
            yield say.of(bead, difference._replace(kind="above"))
        elif _is_said_below(bead, difference, briefing):
            yield say.of(bead, difference._replace(kind="below" if difference.target else "above"))
        elif not any(moved(difference, other) for other in around):
            yield say.of(bead, difference)
        elif difference.kind == "missing":  # what is extra there is said by this
            yield say.of(bead, difference._replace(kind="moved"))
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


def _is_said_above(bead: Bead, difference: Difference, briefing: Briefing) -> bool:
    """Whether a date that the English leaves out is said in the title, the paragraph before or, a day, in the last that
    names one, in both languages; a count of two digits and more, in its section before.
    """
    if difference.kind != "missing" or difference.source is None:
        return False
    figure = difference.source.quantity
    if figure.kind == "date":
        title = [section.heading for section in briefing.sections[:1]]
        places = [*title, *briefing.around(bead)[:1], *(_last_dated(bead, briefing, "d") if "d" in figure.unit else ())]
    else:
        telling = figure[3:5] == ("number", "") and (figure.value or 0) > 1 and significant(figure.value or 0) > 1
        places = [*briefing.above(bead)] if telling else []
    both = ((b.source_quantities, b.target_quantities) for b in places if b is not bead)
    return any(all(any(_is_as_full(use.quantity, figure) for use in uses) for uses in each) for each in both)


def _is_of_month_above(bead: Bead, difference: Difference, briefing: Briefing) -> bool:
    """Whether the English names the month of a bare day, which is the last that the Chinese before it names."""
    ours, theirs = (use.quantity if use else None for use in (difference.source, difference.target))
    if difference.kind != "wrong" or not (ours and theirs and ours.unit == "d" and _is_as_full(theirs, ours)):
        return False
    dates = (use.quantity for last in _last_dated(bead, briefing, "m") for use in last.source_quantities)
    months = {fields(side).get("m") for date in dates if date.kind == "date" for side in sides(date)}
    return any(fields(side).get("m") in months for side in sides(theirs))


def _last_dated(bead: Bead, briefing: Briefing, part: str) -> Iterator[Bead]:
    """The last paragraph before one whose Chinese names a day (`d`) or month (`m`), if any does."""
    dates = ((other, use.quantity) for other in briefing.before(bead) for use in other.source_quantities)
    return islice((other for other, date in dates if date.kind == "date" and part in date.unit), 1)


def _is_said_below(bead: Bead, difference: Difference, briefing: Briefing) -> bool:
    """Whether a figure that one side of a heading has is in the text: translators make their own headlines."""
    if difference.kind not in ("wrong", "extra", "missing") or bead.source[0].block.kind is not BlockKind.HEADING:
        return False
    (zh, en), others = _halves(bead), (_halves(other) for other in briefing.beads() if other is not bead)
    if difference.target is None and difference.source:
        return any(says(zh, theirs, difference.source) for _, theirs in others)
    return any(says(ours, en, difference.target) for ours, _ in others if difference.target)


def _is_as_full(quantity: Quantity, figure: Quantity) -> bool:
    """Whether a quantity says all that another does."""
    if (quantity.kind == "date") is not (figure.kind == "date") or not set(figure.unit) <= set(quantity.unit):
        return False
    return any(agree(one, other) is not None for one in sides(figure) for other in sides(quantity))


def _contradiction(bead: Bead, word: Contradiction, source: Half, target: Half) -> Remark:
    """去年 and "this year"."""
    (zh, start), (en, begin) = source.locate(word.source[0]), target.locate(word.target[0])
    ours = Stretch(zh, start, start + word.source[1] - word.source[0])
    theirs = Stretch(en, begin, begin + word.target[1] - word.target[0])
    return say.otherwise(bead, ours, theirs, word.right)


def _turned(bead: Bead, difference: Difference) -> Iterator[Remark]:
    """下降 and "rose" beside a figure that both share."""
    if (ours := difference.source) and (theirs := difference.target):
        zh, en = bead.source[ours.segment].text.text, bead.target[theirs.segment].text.text
        if word := turned(chinese.plain(zh), ours.quantity, english.plain(en), theirs.quantity):
            yield say.otherwise(
                bead, Stretch(ours.segment, *word.source), Stretch(theirs.segment, *word.target), word.right
            )
