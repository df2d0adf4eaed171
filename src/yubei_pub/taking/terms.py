"""Entries of other tools into glossary.yaml: every byte that is not concerned stays.

What is new becomes a proposed term, whatever the other tool calls it: nobody here has read its source.  What
renders an approved term is changed only when somebody says so, and the term is then proposed again, because
its citation speaks for the old rendering.  Nothing is ever taken out.  What another tool says of the status, the
citation and what is to be avoided of a term that is here already is told, and left to people.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from yubei_pub import glossary, han, interchange, strict_yaml
from yubei_pub.findings import Message, YubeiError
from yubei_pub.glossary import Citation, Glossary
from yubei_pub.interchange import Entry
from yubei_pub.patterns import lazy_regex
from yubei_pub.simplify import simplified
from yubei_pub.strict_yaml import Mapping, Scalar, scalar
from yubei_pub.taking.steps import RULE, Kind, Step, Taken, taken
from yubei_pub.trace import Edit, Source

_TEXTS = ("en", "short", "domain", "note")
_REVIEWED = ("en", "also", "short")  # what an approval says yes to
_NOTHING = Entry("", "")
_URL = lazy_regex(r"https?://\S+")


def take(known: Glossary, coming: Sequence[Entry], reviewed_too: bool) -> Taken:
    """The glossary with entries in it; YubeiError where glossary.yaml itself cannot be read."""
    file = _File(known)
    steps: list[Step] = []
    seen: dict[str, Entry] = {}
    coming = [replace(entry, zh=simplified(entry.zh, known.overrides())) for entry in coming]
    for entry in coming:
        first = seen.setdefault(entry.zh, entry)
        if first is not entry:
            why = Message("it stands twice in the file, and the first one counts ({at})", at=first.at)
            steps.append(Step(Kind.REFUSED, entry.zh, entry.at, _changes(_NOTHING, entry), why))
        else:
            steps.append(file.step(entry, reviewed_too))
            steps += file.left(entry)
    return taken(known.source, steps, partial(_holds, known, coming))


def _holds(known: Glossary, coming: Sequence[Entry], text: str, done: Sequence[Step]) -> bool:
    """Whether a glossary says what was taken, and of all else what it said before."""
    try:
        now = glossary.read(Source(known.source.path, text)).terms
    except YubeiError:
        return False
    names = {step.name for step in done}
    wanted = {entry.zh: entry for entry in reversed(coming)}
    said = {term.zh: term for term in now if term.zh in names}
    before, after = ({t.zh: t.meaning for t in terms if t.zh not in names} for terms in (known.terms, now))
    changed = any(_changes(interchange.entry(term), wanted[zh]) for zh, term in said.items())
    return before == after and said.keys() == names and not changed


def _changes(before: Entry, entry: Entry) -> tuple[tuple[str, str, str], ...]:
    """The keys that an entry says something new about: key, before, after; what is to be avoided of a new one only."""
    found = [(key, getattr(before, key), getattr(entry, key)) for key in _TEXTS]
    found = [(key, old, new) for key, old, new in found if new not in ("", old)]
    found += _beside("also", before, entry)
    if not before.zh:
        found += _beside("avoid", before, entry)
        found += [("citation", "", entry.citation.url)] if entry.citation and _complete(entry.citation) else []
    return tuple(found)


def _beside(key: str, before: Entry, entry: Entry) -> list[tuple[str, str, str]]:
    """The renderings that an entry has beside those that are there, as a change."""
    had = {*getattr(before, key), before.en, entry.en}
    new = ", ".join(dict.fromkeys(text for text in getattr(entry, key) if text not in had))
    return [(key, "", new)] if new else []


class _File:
    """glossary.yaml, with the nodes of its entries by their Chinese."""

    def __init__(self, known: Glossary) -> None:
        self.source, self.text, self.terms = known.source, known.source.text, known.by_chinese
        root = strict_yaml.parse(known.source)
        self.list = root.get("terms") if isinstance(root, Mapping) else None
        self.items = items = self.list.items if isinstance(self.list, strict_yaml.Sequence) else ()
        self.nodes: dict[str, Mapping] = {}
        for item in items:
            zh = item.get("zh") if isinstance(item, Mapping) else None
            if isinstance(item, Mapping) and isinstance(zh, Scalar):
                self.nodes.setdefault(zh.value, item)
        # Whether an empty line stands between entries, as in a glossary that people wrote.
        between = self.text[items[-2].place.end : items[-1].place.start] if len(items) > 1 else ""
        self.airy = len(items) < 2 or between.count("\n") > 1
        self.began = False

    def step(self, entry: Entry, reviewed_too: bool) -> Step:
        """What becomes of an entry."""
        term, node = self.terms.get(entry.zh), self.nodes.get(entry.zh)
        if term is None or node is None:
            if han.holds(entry.en) and not han.holds(entry.zh):
                exchanged = Message("its Chinese stands under “en”; are the names of the columns exchanged?")
                return Step(Kind.REFUSED, entry.zh, entry.at, _changes(_NOTHING, entry), exchanged)
            part = entry.citation and not _complete(entry.citation)
            why = Message("its citation lacks title, publisher, date or address, and stays out") if part else None
            return Step(Kind.ADDED, entry.zh, entry.at, _changes(_NOTHING, entry), why, (self._added(entry),))
        changes = _changes(interchange.entry(term), entry)
        at = str(term.place)
        if not changes:
            return Step(Kind.SAME, entry.zh, at)
        approved = term.status == "approved" and any(key in _REVIEWED for key, _, _ in changes)
        if approved and not reviewed_too:
            return Step(Kind.REVIEWED, entry.zh, at, changes, Message("it is approved"))
        if approved:
            changes = (*changes, ("status", "approved", "proposed"))
        edits = tuple(self._edit(node, key, new, entry) for key, _, new in changes)
        return Step(Kind.CHANGED, entry.zh, at, changes, edits=edits)

    def left(self, entry: Entry) -> Iterator[Step]:
        """What an entry says of a term that is here and is for people to write."""
        term = self.terms.get(entry.zh)
        if term is None or entry.zh not in self.nodes:
            return
        ours = interchange.entry(term)
        changes = _beside("avoid", ours, entry)
        if entry.status not in ("proposed", term.status):  # a tool that knows no status says “proposed” of all
            changes.append(("status", term.status, entry.status))
        if entry.citation and _complete(entry.citation) and entry.citation != ours.citation:
            changes.append(("citation", ours.citation.url if ours.citation else "", entry.citation.url))
        if changes:
            why = Message("that is for you to write into glossary.yaml")
            yield Step(Kind.REFUSED, entry.zh, str(term.place), tuple(changes), why)

    def _edit(self, node: Mapping, key: str, new: str, entry: Entry) -> Edit:
        """The edit that puts a value behind a key of an entry."""
        value = node.get(key)
        if key == "also":
            had = [item.value for item in getattr(value, "items", ()) if isinstance(item, Scalar)]
            more = [text for text in dict.fromkeys(entry.also) if text not in (*had, entry.en)]
            if isinstance(value, strict_yaml.Sequence) and value.items:
                return self._behind(value, more)
            new = f"[{', '.join(map(scalar, more))}]"
        else:
            new = scalar(new)
        if value is None:
            return self._key(node, f"{key}: {new}")
        start, end = value.place.start, value.place.end
        return Edit(start, end, new if start < end else f" {new}", RULE)  # behind a key without a value

    def _behind(self, value: strict_yaml.Sequence, more: Sequence[str]) -> Edit:
        """The edit that puts texts behind the last of a list."""
        last, place = value.items[-1].place, value.place
        if self.text[place.start] == "[":
            return Edit(last.end, last.end, "".join(f", {scalar(text)}" for text in more), RULE)
        indent = " " * (place.position.column - 1)
        end = self.source.line_end(last.end)
        return Edit(end, end, "".join(f"\n{indent}- {scalar(text)}" for text in more), RULE)

    def _key(self, node: Mapping, line: str) -> Edit:
        """The edit that puts a new key behind `en`."""
        key, value = next((key, value) for key, value in node.entries if key.value == "en")
        if self.text[node.place.start] == "{":
            return Edit(value.place.end, value.place.end, f", {line}", RULE)
        end = self.source.line_end(value.place.end)
        return Edit(end, end, f"\n{' ' * (key.place.position.column - 1)}{line}", RULE)

    def _added(self, entry: Entry) -> Edit:
        """The edit that puts a new entry behind all others."""
        if self.items and self.list:
            last, start = self.items[-1].place, self.list.place
            if self.text[start.start] == "[":
                return Edit(last.end, last.end, f", {{{', '.join(_lines(entry))}}}", RULE)
            end = self.source.line_end(last.end)
            return Edit(end, end, self._block(entry, start.position.column - 1), RULE)
        if self.list is not None:  # `terms:` or `terms: []`
            return Edit(self.list.place.start, self.list.place.end, self._block(entry, 2), RULE)
        end, began = len(self.text), self.began
        self.began = True
        gap = "" if began or not self.text or self.text.endswith("\n") else "\n"
        return Edit(end, end, f"{gap}{'' if began else 'terms:'}{self._block(entry, 2)}", RULE)

    def _block(self, entry: Entry, indent: int) -> str:
        lines = _lines(entry)
        first, rest = f"{' ' * indent}- {lines[0]}", (f"{' ' * indent}  {line}" for line in lines[1:])
        return "".join(f"\n{line}" for line in (*[""] * self.airy, first, *rest))


def _lines(entry: Entry) -> list[str]:
    """The keys of a new entry, one a line."""
    lines = [f"zh: {scalar(entry.zh)}", f"en: {scalar(entry.en)}", "status: proposed"]
    if entry.citation and _complete(entry.citation):
        cited = (f"{key}: {scalar(getattr(entry.citation, key))}" for key in ("title", "publisher", "date", "url"))
        lines.append(f"citation: {{{', '.join(cited)}}}")
    if entry.short:
        lines.append(f"short: {scalar(entry.short)}")
    if also := [text for text in dict.fromkeys(entry.also) if text != entry.en]:
        lines.append(f"also: [{', '.join(map(scalar, also))}]")
    if entry.avoid:
        lines.append(f"avoid: [{', '.join(f'{{en: {scalar(text)}}}' for text in dict.fromkeys(entry.avoid))}]")
    lines += (f"{key}: {scalar(getattr(entry, key))}" for key in ("domain", "note") if getattr(entry, key))
    return lines


def _complete(citation: Citation) -> bool:
    return bool(citation.title and citation.publisher and citation.date and _URL.fullmatch(citation.url))
