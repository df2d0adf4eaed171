"""What a page says about itself, as front matter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from yubei_pub.findings import Place, Severity
from yubei_pub.outline import cues
from yubei_pub.outline.lines import Kind, Line, Notes, fields
from yubei_pub.patterns import lazy_regex
from yubei_pub.quantities import chinese

KEYS = ("date", "publisher", "place", "url", "source", "byline", "editors", "rights")
_TIME = lazy_regex(r"[\s\u3000]*\d{4}\s?[-年/.]\s?\d{1,2}\s?[-月/.].*$")  # behind a name, when it was published
_ALWAYS = ("date", "publisher", "url")  # written even where the page does not say: an editor fills them in


def front(
    labelled: Sequence[Line], rights: Sequence[Line], body: Sequence[Line], notes: Notes, published: str
) -> dict[str, str]:
    """The front matter, in the order of `KEYS`; the keys an editor must fill in are empty."""
    values: dict[str, list[str]] = {}
    for line in labelled:
        keys, reason = [], "a page tool"
        for key, written in fields(line.words):
            value = written if key in ("date", "url") else _TIME.sub("", written)
            if key == "date" and not cues.DATE.search(line.words):
                reason = "a day that cannot be read"
            elif value and key:
                values.setdefault(key, []).append(value)
                keys.append(key)
        if keys:
            notes.move(line, keys)
            if keys == ["date"] and (said := _beside(line.words)):
                words = "Beside the day stands “{said}”; write who published it behind “publisher:” in zh.md."
                notes.doubt(line.place, words, Severity.NOTE, said=said)
        else:
            notes.drop(line, reason)
    for line in rights:
        notes.move(line, ("rights",))
    found = {key: " ".join(dict.fromkeys(words)) for key, words in values.items()}
    found["date"] = _date(labelled, body, notes, published)
    found["rights"] = "\n".join((*values.get("rights", ()), *(line.words for line in rights)))
    return {key: found.get(key, "") for key in KEYS if found.get(key) or key in _ALWAYS}


def _beside(words: str) -> str:
    """The names in a line of which only the day was understood: 某某 某某發布 2024年7月10日 10:00 重慶."""
    day = cues.PUBLISHED.search(words)
    sides = (words[: day.start()], words[day.end() :]) if day else ()
    said = " ".join(" ".join(cues.BESIDE.sub("", side).strip(" ·") for side in sides).split())
    return said if cues.CHINESE.search(said) and not fields(said) else ""


def _date(labelled: Sequence[Line], body: Sequence[Line], notes: Notes, published: str) -> str:
    """The day of the briefing as YYYY-MM-DD: where the text begins with it, else when the page was published."""
    texts = [line for line in body if line.kind is Kind.TEXT][:3]  # title and first paragraphs, not an event's 時間：
    texts = [line for line in texts if not cues.SPOKEN.search(line.words)]
    dates = [_iso(match) for line in labelled if (match := cues.DATE.search(line.words))]
    dates += [_iso(match)] if (match := cues.DATE.match(published)) else []
    said = ((pattern.search(line.words), line) for pattern in (cues.DATE, cues.DAY) for line in texts)
    for match, line in said:
        if match:
            known = not dates or match.start() < 2  # 2024年7月10日，…, （2024年7月10日）, but not 于2024年7月10日通过
            whole = "y" in match.groupdict() and (known or _iso(match) in dates)
            return _iso(match) if whole else _with_year(match, line, dates, body, notes)
    signed = next((line for line in body[:2:-1] if cues.ONLY_A_DAY.fullmatch(line.words)), None)
    if not dates and signed and (day := next(chinese.find(signed.words), None)) and day.unit == "ymd":
        notes.doubt(signed.place, "The page's date is that of whoever signs it.", Severity.NOTE)
        return str(date.fromisoformat(str(day.value)))
    if not dates:
        place = body[0].place
        notes.doubt(place, "The page does not say its date. Write it behind “date:” in zh.md, as 2024-07-10.")
    return dates[0] if dates else ""


def _with_year(match: re.Match[str], line: Line, dates: Sequence[str], body: Sequence[Line], notes: Notes) -> str:
    """A day of the text, if the page's date of publication has the same; the year is never guessed."""
    day = f"{int(match['m']):02}-{int(match['d']):02}"
    place = Place.of(line.text, match.start(), match.end())
    if dates:
        if not dates[0].endswith(day):
            words = "The page is of {date}, the text begins with {day}. Check “date:” in zh.md."
            notes.doubt(place, words, date=dates[0], day=match[0])
        return dates[0]
    hints = (cues.IN_FILE_NAME.search(other.words) for other in body if other.kind is Kind.FILE)
    hint = next((_iso(hint) for hint in hints if hint), "")
    of_picture = "; a picture's name says {hint}" if hint.endswith(day) else ""
    words = f"The page says {{day}} without a year{of_picture}. Write the date behind “date:” in zh.md."
    notes.doubt(place, words, Severity.WARNING, day=match[0], hint=hint)
    return ""


def _iso(match: re.Match[str]) -> str:
    year = int(match["y"])
    return f"{year if year > 1000 else year + 1911}-{int(match['m']):02}-{int(match['d']):02}"
