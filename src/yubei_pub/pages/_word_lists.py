"""The numbers that Word shows before headings and items: they are counted, and stand nowhere in the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from yubei_pub.patterns import lazy_regex
from yubei_pub.word.elements import W, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_PLACEHOLDER = lazy_regex(r"%([1-9])")
_TENS = "零一二三四五六七八九十"


class Level(NamedTuple):
    """A level of a list: how it counts (ST_NumberFormat), what its marker looks like (`%1、`), where it begins.

    It begins anew behind the levels before `restart`: 第三条 follows 第二条 in the next chapter, too, if that is 0.
    """

    form: str
    text: str
    start: int
    restart: int


class Lists:
    """The lists of a Word file, counted as its paragraphs come.

    Lists that are made of the same definition go on counting, unless one says with what it begins anew.
    """

    def __init__(self, root: _Element) -> None:
        self._lists: dict[str, tuple[str, dict[int, Level]]] = {}  # the definition, and its levels or the list's own
        self._anew: dict[tuple[str, int], int] = {}
        self._last: dict[tuple[str, int], int] = {}
        known = {each.get(f"{W}abstractNumId"): dict(_levels(each)) for each in root.iter(f"{W}abstractNum")}
        for number in root.iter(f"{W}num"):
            id, definition = number.get(f"{W}numId") or "", value(number, "abstractNumId")
            self._lists[id] = definition, known.get(definition, {}) | dict(_levels(number))
            for override in number.iter(f"{W}lvlOverride"):
                if override.find(f"{W}startOverride") is not None:
                    start = _number(value(override, "startOverride"), 1)
                    self._anew[id, _number(override.get(f"{W}ilvl"), 0)] = start

    def marker(self, id: str, level: int) -> str:
        """What stands before the next paragraph of a list at a level; empty for bullets and where nothing is known."""
        definition, levels = self._lists.get(id, ("", {}))
        if level not in levels or levels[level].form in ("bullet", "none"):
            return ""
        following = self._last.get((definition, level), levels[level].start - 1) + 1
        self._last[definition, level] = self._anew.pop((id, level), following)
        for deeper, other in levels.items():
            if level < min(deeper, other.restart):
                self._last.pop((definition, deeper), None)

        def counted(at: int) -> str:
            known = levels.get(at)
            return _written(known.form, self._last.get((definition, at), known.start)) if known else ""

        return _PLACEHOLDER.sub(lambda match: counted(int(match[1]) - 1), levels[level].text).strip()


def _levels(holder: _Element) -> Iterator[tuple[int, Level]]:
    for each in holder.iter(f"{W}lvl"):
        level = _number(each.get(f"{W}ilvl"), 0)
        text = f"%{level + 1}." if each.find(f"{W}lvlText") is None else value(each, "lvlText")
        start, restart = _number(value(each, "start"), 1), _number(value(each, "lvlRestart"), level)
        yield level, Level(value(each, "numFmt"), text, start, restart)


def _number(written: str | None, otherwise: int) -> int:
    return int(written) if written and written.isascii() and written.isdigit() and len(written) < 6 else otherwise


def _written(form: str, number: int) -> str:
    """A number as the form writes it, in figures where we do not know the form or it does not reach so far."""
    write = _FORMS.get(form)
    return (write(number) if write and 0 < number < 100 else "") or str(number)


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else _TENS[tens]) + ("十" if tens else "") + (_TENS[ones] if ones else "")


def _roman(number: int) -> str:
    tens = ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc")
    ones = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    return tens[number // 10] + ones[number % 10]


def _of(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1 : number]


_FORMS: Mapping[str, Callable[[int], str]] = {
    **dict.fromkeys(("chineseCounting", "chineseCountingThousand", "japaneseCounting"), _chinese),
    **dict.fromkeys(("taiwaneseCounting", "taiwaneseCountingThousand"), _chinese),
    "ideographTraditional": _of("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _of("子丑寅卯辰巳午未申酉戌亥"),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _of("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")),
    "decimalZero": lambda number: f"{number:02}",
    "upperLetter": _of("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    "lowerLetter": _of("abcdefghijklmnopqrstuvwxyz"),
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerRoman": _roman,
}
