"""What the rule `numbers` says of a difference: at the English, with the Chinese, and the right figure as a fix."""

from __future__ import annotations

from yubei_pub.beads import Bead, QuantityUse, Stretch
from yubei_pub.checks._beads import against
from yubei_pub.document import BlockKind
from yubei_pub.findings import Fix, Message, Place, Remark, Severity
from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities import chinese, english
from yubei_pub.quantities.comparing import Difference
from yubei_pub.quantities.comparing.mistakes import factor
from yubei_pub.quantities.comparing.writing import describe, like
from yubei_pub.trace import Edit

_MILD = {  # the others are errors
    **dict.fromkeys("approximator order points vague unit".split(), Severity.WARNING),
    **dict.fromkeys("repeated year currency times added rounded moved above below reckoned".split(), Severity.NOTE),
}
_TEMPLATES = {
    "wrong": "{zh} is {right}; the English says {en}",
    "code": "the Chinese says {zh}; the English says {en}",
    "size": "{zh} and {en} have the same digits, but the heads before them say different sizes (亿 is 100 million)",
    "swapped": "two figures have changed places: {zh} is {right}; the English says {en} there",
    "missing": "the English does not say {zh}, which is {right}",
    "moved": "the English says {zh}, which is {right}, in the paragraph before or after",
    "above": "the English leaves {zh}, which is {right}, to another paragraph",
    "below": "the English heading says {en}, which the Chinese says only in the text",
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


def of(bead: Bead, difference: Difference) -> Remark:
    """A remark on a difference, at the English quantity or else at all of the English."""
    related: tuple[tuple[Place, Message], ...] = ()
    if difference.source is not None:
        place = bead.source_place(difference.source.stretch)
        related = ((place, Message("the Chinese: {phrase}", phrase=_chinese(bead, difference.source))),)
    heading = bead.source[0].block.kind is BlockKind.HEADING
    bare = difference.kind == "missing" and not bead.target_quantities
    shortened = heading and (bare or difference.kind == "approximator")  # 百余座: “A Hundred Small Parks”
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


def _message(bead: Bead, difference: Difference) -> Message:
    template = _TEMPLATES[difference.kind]
    args: dict[str, object] = {}
    if difference.source is not None:
        args |= {"zh": _chinese(bead, difference.source), "right": (right := describe(difference.source.quantity))}
        if args["zh"] in (right, right.replace(",", "")):  # 97.2% needs no explaining, nor a telephone number a comma
            for said, plainly in _PLAINLY:
                template = template.replace(said, plainly)
    if difference.target is not None:
        about = _ABOUT.get(difference.target.quantity.approximator, "only ")
        en = bead.target_text(difference.target.stretch)
        if _other_unit(difference):
            en = english.phrase(bead.target[difference.target.segment].text.text, difference.target.quantity)
        args |= {"en": en, "about": about}
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
    written = bead.target_text(difference.target.stretch)
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
    return Fix((Edit(place.start, place.end, right),), digits and not coins and difference.sure)


def otherwise(bead: Bead, ours: Stretch, theirs: Stretch, right: str) -> Remark:
    """A remark on a word that says another time or direction."""
    template = _TEMPLATES["wrong" if right != bead.source_text(ours) else "code"]
    return against(bead, ours, theirs, template, right=right)
