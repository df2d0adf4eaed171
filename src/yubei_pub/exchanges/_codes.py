"""Inline codes of XLIFF: marks beside a text as elements in it, and back.

A mark that both languages have has one id in both, which the standards ask for and translators' tools go by.  Where a
link leads and which footnote is meant is nothing to translate: that is known by the id when it comes back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from yubei_pub.document import Mark, MarkKind
from yubei_pub.exchanges._xml import Element, at, element
from yubei_pub.inline import nested
from yubei_pub.interchange import Pair, Said, on_one_line, one_line
from yubei_pub.patterns import lazy_regex

_TYPED = lazy_regex(r"</?(?:g|x|bx|ex|pc|ph|sc|ec)\d+/?>")  # as OmegaT shows codes, and people type them
_SILENT = ("cp", "sm", "em")  # a character that XML cannot hold; where remarks of a tool begin and end


@dataclass(frozen=True)
class Codes:
    """How a version of XLIFF says marks: in an element, by one alone, by one at each end; and what says the kind."""

    around: str
    alone: str
    opening: tuple[str, ...]
    closing: tuple[str, ...]
    kinds: Mapping[MarkKind, Mapping[str, str]]

    def written(self, said: Said) -> str:
        """A text with its codes as XML."""
        parts, at = [], 0
        for offset, opens, mark in nested(*said):
            parts.append(escape(said.text[at:offset]))
            at, lone = offset, mark.kind is MarkKind.NOTE
            tag = element(self.alone if lone else self.around, {"id": mark.target, **self.kinds[mark.kind]})
            if lone:
                parts.append(tag if opens else "")
            else:
                parts.append(f"{tag.removesuffix('/>')}>" if opens else f"</{self.around}>")
        return "".join((*parts, escape(said.text[at:])))

    def pairs(self, name: str, sides: Sequence[tuple[Element | None, Element | None]]) -> tuple[list[Pair], list[str]]:
        """What the segments of a unit say, and which of the codes in its English mean nothing here, and where."""
        zhs, ens = zip(*sides, strict=True) if sides else ((), ())
        ours = _Side(self, {}).read(zhs)
        theirs = _Side(self, {mark.target: mark.kind for mark in ours.marks}).read(ens)
        found = sorted(theirs.odd, key=lambda each: each[0].at)
        odd = [
            f"{at(name, code)}: the code <{code.name} id=“{_id(code)}”> {why}, and is left out" for code, why in found
        ]
        typed = [tag for tag in dict.fromkeys(_TYPED.findall(theirs.text)) if tag not in ours.text]
        odd += [f"{at(name, side)}: {tag} is text here, and no code" for side in ens[:1] if side for tag in typed]
        both = zip(ours.segments(), theirs.segments(), strict=True)
        return [Pair(zh.text, en.text, zh.marks, en.marks) for zh, en in both], odd


def _id(code: Element) -> str:
    """The id that says which code an element is, or opens or closes."""
    return code.get("startRef") or code.get("rid") or code.get("id")


@dataclass
class _Side:
    """A side of a unit being read; `known` are the kinds of the codes of the other side, by id.

    A code may be opened in a segment and closed in a later one; `bounds` are where the segments end, at a line break.
    """

    codes: Codes
    known: Mapping[str, MarkKind]
    text: str = ""
    marks: list[Mark] = field(default_factory=list)
    odd: list[tuple[Element, str]] = field(default_factory=list)
    open: dict[str, tuple[Element, int]] = field(default_factory=dict)
    bounds: list[int] = field(default_factory=list)
    ended: int = -1

    def read(self, segments: Iterable[Element | None]) -> _Side:
        for segment in segments:
            if segment:
                self.walk(segment)
            self.bounds.append(len(self.text))
            self.text += "\n"
        self.odd += ((code, "is not closed") for code, _ in self.open.values())
        return self

    def segments(self) -> Iterator[Said]:
        start = 0
        for end in self.bounds:
            marks = (
                mark.within(start, end)
                for mark in self.marks
                if (mark.start < end and start < mark.end) or start <= mark.start == mark.end <= end
            )
            yield on_one_line(Said(self.text[start:end], tuple(marks)), one_line)
            start = end + 1

    def walk(self, inside: Element) -> None:
        for part in inside.content:
            start = len(self.text)
            if isinstance(part, str):
                self.text += part
            elif part.name == "mrk":  # in it is text
                segment = part.get("mtype") == "seg"
                self.text += " " * (segment and self.ended == start)  # Chinese has none between its sentences
                self.walk(part)
                self.ended = len(self.text) if segment else self.ended
            elif part.name == self.codes.around:
                self.walk(part)
                self._mark(part, start)
            elif part.name in self.codes.opening:
                self.open[part.get("rid") or part.get("id")] = (part, start)
            elif part.name in self.codes.closing:
                opened = self.open.pop(_id(part), None)
                if opened:
                    self._mark(*opened)
                else:
                    self.odd.append((part, "closes nothing"))
            elif part.name not in _SILENT:
                self._mark(part, start)

    def _mark(self, code: Element, start: int) -> None:
        """Add the mark of a code that ends here."""
        id, end = code.get("copyOf") or code.get("id"), len(self.text)
        kind = next((kind for kind, own in self.codes.kinds.items() if own.items() <= code.attributes.items()), None)
        kind = kind or self.known.get(id)
        if kind is None or (kind is MarkKind.NOTE and start < end):
            self.odd.append((code, "is not known here"))
        elif start < end or kind is MarkKind.NOTE:
            self.marks.append(Mark(start, end, kind, id))
