"""Inline codes of XLIFF: marks beside a text as elements in it, and back.

A mark that both languages have has one id in both, which the standards ask for and translators' tools go by.  Where a
link leads and which footnote is meant is nothing to translate: that is known by the id when it comes back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from yubei_pub.document import Mark, MarkKind
from yubei_pub.exchanges._xml import Element, at, element
from yubei_pub.inline import nested
from yubei_pub.interchange import Pair, Said, on_one_line, one_line

_THROUGH = ("mrk",)  # in it is text
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

    def pair(self, name: str, zh: Element | None, en: Element | None) -> tuple[Pair, list[str]]:
        """What a segment of a file says, and which of the codes in its English mean nothing here, and where."""
        ours = _Side(self, {}).read(zh)
        theirs = _Side(self, {mark.target: mark.kind for mark in ours.marks}).read(en)
        said = [on_one_line(Said(side.text, tuple(side.marks)), one_line) for side in (ours, theirs)]
        found = sorted(theirs.odd, key=lambda each: (each[0].line, each[0].column))
        odd = [
            f"{at(name, code)}: the code <{code.name} id=“{code.get('id')}”> {why}, and is left out"
            for code, why in found
        ]
        return Pair(said[0].text, said[1].text, said[0].marks, said[1].marks), odd


@dataclass
class _Side:
    """A side of a segment being read; `known` are the kinds of the codes of the other side, by id."""

    codes: Codes
    known: Mapping[str, MarkKind]
    text: str = ""
    marks: list[Mark] = field(default_factory=list)
    odd: list[tuple[Element, str]] = field(default_factory=list)
    open: dict[str, tuple[Element, int]] = field(default_factory=dict)

    def read(self, side: Element | None) -> _Side:
        if side:
            self.walk(side)
        self.odd += ((code, "is not closed") for code, _ in self.open.values())
        return self

    def walk(self, inside: Element) -> None:
        for part in inside.content:
            start = len(self.text)
            if isinstance(part, str):
                self.text += part
            elif part.name in _THROUGH:
                self.walk(part)
            elif part.name == self.codes.around:
                self.walk(part)
                self._mark(part, start)
            elif part.name in self.codes.opening:
                self.open[part.get("rid") or part.get("id")] = (part, start)
            elif part.name in self.codes.closing:
                opened = self.open.pop(part.get("startRef") or part.get("rid") or part.get("id"), None)
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
