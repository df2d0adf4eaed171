"""English put into en.md: the words that differ, each stretch by itself, so that the formatting around them stays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from yubei_pub.document import Block, BlockKind
from yubei_pub.findings import Message
from yubei_pub.markdown import writing
from yubei_pub.patterns import lazy_regex
from yubei_pub.taking.spots import Spot
from yubei_pub.taking.steps import RULE
from yubei_pub.trace import Edit, Source, TracedText

_WORD = lazy_regex(r"\s+|\w+|[^\w\s]")
# What stands in front of the words of a block that has none yet.
_MARK = lazy_regex(r"\s*(?:#+[ \t]*|!\[|[-+*][ \t]*|\d+[.)][ \t]*|>[ \t]*)?")
_JOINS = "it stands in several paragraphs of en.md, and what was changed joins them; change it there by hand"


class _Token(NamedTuple):
    """A word of the English and its stretch of the file; None between two texts."""

    text: str
    span: tuple[int, int] | None


def edits(spot: Spot, en: str) -> list[Edit] | Message:
    """The edits of en.md that make the English `en`, or why there are none."""
    if spot.en:
        return _replaced(spot, en)
    if spot.target:
        return [_filled(spot.target[0], en)]
    if spot.behind is None:
        return Message("en.md has no place for it yet; write the heading of its section first")
    if spot.blocks[0].kind is BlockKind.ROW:
        return Message("a table has to be begun in en.md by hand")
    written = writing.block(spot.blocks[0]._replace(text=TracedText.of(Source("", en))))
    return [Edit(spot.behind, spot.behind, f"\n\n{written}", RULE)]


def _filled(block: Block, en: str) -> Edit:
    """The edit that puts English into a heading or caption that is still empty."""
    text = block.text.source.text
    mark = _MARK.match(text, *block.span)
    at = mark.end() if mark else block.span[0]
    before = "" if at == block.span[0] or text[at - 1] in " \t[" else " "
    after = " " if text[at : at + 1] == "{" else ""
    return Edit(at, at, before + writing.inline(en, block.kind is BlockKind.HEADING) + after, RULE)


def _replaced(spot: Spot, en: str) -> list[Edit] | Message:
    old = list(_tokens(spot.english))
    new = [" " if word.isspace() else word for word in _WORD.findall(en)]
    found: list[Edit] = []
    for tag, a, b, c, d in SequenceMatcher(None, [token.text for token in old], new, autojunk=False).get_opcodes():
        if tag != "equal":
            if any(token.span is None for token in old[a:b]):
                return Message(_JOINS)
            found.append(Edit(*_stretch(old, a, b), _written("".join(new[c:d])), RULE))
    return found


def _written(words: str) -> str:
    """Words as Markdown; blanks at their ends, which it would take away, belong to them."""
    body = words.strip()
    start = len(words) - len(words.lstrip())
    return words[:start] + writing.inline(body) + words[start + len(body) :] if body else words


def _stretch(tokens: Sequence[_Token], a: int, b: int) -> tuple[int, int]:
    """The stretch of the file of `[a, b)` of the tokens; of none, the place behind the one before."""
    spans = [token.span for token in (tokens[a:b] or tokens[max(a - 1, 0) : a + 1]) if token.span]
    if a < b:
        return spans[0][0], spans[-1][1]
    at = spans[0][1] if a and tokens[a - 1].span else spans[-1][0]
    return at, at


def _tokens(texts: Sequence[TracedText]) -> Iterator[_Token]:
    for number, text in enumerate(filter(len, (text.strip() for text in texts))):
        if number:
            yield _Token(" ", None)
        for word in _WORD.finditer(text.text):
            yield _Token(" " if word[0].isspace() else word[0], text.origin_span(*word.span()))
