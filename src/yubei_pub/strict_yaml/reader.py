"""From PyYAML's events to nodes, without recursion, refusing what nobody means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from yubei_pub.findings import Message, Place, YubeiError
from yubei_pub.garbage import no_garbage_collection
from yubei_pub.patterns import lazy_regex
from yubei_pub.strict_yaml import habits
from yubei_pub.strict_yaml.nodes import Mapping, Node, Scalar, Sequence
from yubei_pub.trace import Source

if TYPE_CHECKING:
    from yaml.error import MarkedYAMLError

Event = Any  # one of PyYAML's; their attributes are not in its types
MAX_BYTES = 4 * 1024 * 1024  # a glossary of 10,000 full entries is half of this
MAX_DEPTH = 32  # our formats need 5; the C reader's own stack gives way at 200,000

# Not allowed in YAML 1.1, or invisible: controls, lone surrogates, a byte order mark inside.
# (Named one by one: a class of all that is allowed takes ten times as long to compile.)
_UNPRINTABLE = lazy_regex(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")

_DEEP = f"More than {MAX_DEPTH} levels inside each other."

# PyYAML's and LibYAML's words (some differ) for what no habit explains.
_PROBLEMS: tuple[tuple[str, str], ...] = (
    ("unexpected end of stream", "A quotation mark is opened here and never closed. Close it with the same mark."),
    ("URI", "A text cannot begin with ! unless it stands in straight quotation marks."),
    ("escape", r"In double quotation marks \ has a meaning of its own: type \\, or use single ones: '…'"),
    ("',' or ']'", "A list in [ ] is not closed here. Close it with ], and type a comma between its items."),
    ("',' or '}'", "The braces are not closed here. Close them with }}, and type a comma between their entries."),
    ("could not find expected ':'", "There is no colon on this line. Type a name, a colon and a space first."),
    ("mapping values are not allowed", 'There is a second ": " on this line. Put the text that holds it in "…".'),
    ("undefined alias", "A text cannot begin with * unless it stands in straight quotation marks."),
    ("tab character", "There is a tab here. YAML wants spaces: type two spaces instead."),
    ("'-' indicator", "This line stands in a list. Begin it with a hyphen and a space, or indent it like its item."),
    ("node content", "Something is missing here: a text, or a closing bracket."),
    ("cannot start any token", 'A text cannot begin with this character: put it in "…".'),
    ("nesting depth", _DEEP),  # LibYAML's own limit, 1,000, which it meets before it tells of any level
)
_REFERENCE = "A text that begins with * or & must stand in straight quotation marks."
_INDENTATION = "This line is not indented like its neighbours. Lines that belong together begin in the same column."


@dataclass
class _Open:
    """A list or mapping whose end has not come yet."""

    start: int
    flow: bool
    mapping: bool
    nodes: list[Node] = field(default_factory=list)
    keys: dict[str, Scalar] = field(default_factory=dict)

    @property
    def wants_key(self) -> bool:
        return self.mapping and len(self.nodes) % 2 == 0


def parse(source: Source, start: int = 0, end: int | None = None) -> Node | None:
    """The node that `[start, end)` of a file holds (front matter is a part of one); None if it holds nothing.

    Every place is in offsets of `source.text`.  Raises YubeiError with the place and what to type instead.
    """
    end = len(source.text) if end is None else end
    if source.text.startswith("\ufeff", start, end):
        start += 1
    if len(source.text[start:end].encode("utf-8", "replace")) > MAX_BYTES:
        raise YubeiError(Message("The file is larger than {limit} MB.", limit=MAX_BYTES // 2**20), path=source.path)
    if bad := _UNPRINTABLE.search(source.text, start, end):
        message = Message("There is an invisible character here (U+{code}). Delete it.", code=f"{ord(bad[0]):04X}")
        raise YubeiError(message, Place(source, bad.start(), bad.end()))
    with no_garbage_collection():
        return _Reader(source, start, end).read()


class _Reader:
    def __init__(self, source: Source, start: int, end: int) -> None:
        self.source, self.base, self.end = source, start, end
        self.stack: list[_Open] = []
        self.last: Event | None = None  # the last scalar: where an error usually has its cause
        self.root: Node | None = None

    def read(self) -> Node | None:
        import yaml  # here, because it takes longer than starting Python does

        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # events of both agree; C is 10 × faster
        try:
            for event in yaml.parse(self.source.text[self.base : self.end], Loader=loader):
                self._take(event)
        except yaml.MarkedYAMLError as error:
            raise self._explained(error) from None
        return None if isinstance(self.root, Scalar) and not self.root.place.end > self.root.place.start else self.root

    def _take(self, event: Event) -> None:
        name = type(event).__name__
        if name == "ScalarEvent":
            self._scalar(event)
        elif name in ("SequenceStartEvent", "MappingStartEvent"):
            self._refuse(event)
            if len(self.stack) >= MAX_DEPTH:
                raise self._error(_DEEP, event)
            if self.stack and self.stack[-1].wants_key:
                raise self._error('A list or mapping cannot be the name of an entry. Put the text in "…".', event)
            self.stack.append(_Open(self._start(event), bool(event.flow_style), name[0] == "M"))
        elif name in ("SequenceEndEvent", "MappingEndEvent"):
            self._add(self._closed(self.stack.pop(), self._end(event)))
        elif name == "AliasEvent":
            raise self._error(_REFERENCE, event)
        elif name == "DocumentStartEvent" and self.root is not None:
            raise self._error("A line of three hyphens ends the file here, and more follows. Delete the line.", event)

    def _refuse(self, event: Event) -> None:
        if event.anchor:
            raise self._error(_REFERENCE, event)
        if event.tag:
            raise self._error("A text that begins with ! must stand in straight quotation marks.", event)

    def _scalar(self, event: Event) -> None:
        """A text: the name of an entry, its value, or an item."""
        if event.anchor or event.tag:
            self._refuse(event)
        inside = self.stack[-1] if self.stack else None
        is_key = inside is not None and inside.wants_key
        start, end = self.base + event.start_mark.index, self.base + event.end_mark.index
        plain = event.implicit[0]
        if plain:
            self._check_plain(start, end, inside, is_key)
        scalar = Scalar(event.value, Place(self.source, start, end), plain)
        self.last = event
        if inside is None:
            self.root = scalar
            return
        if is_key:
            self._check_key(inside.keys, scalar)
        inside.nodes.append(scalar)

    def _check_plain(self, start: int, end: int, inside: _Open | None, is_key: bool) -> None:
        """Stop at a text that YAML reads in another way than it was meant."""
        text = self.source.text
        behind = text[end : end + 1]
        if not is_key and behind in " \t" and (lost := habits.LOST.match(text, end, self.end)):
            raise self._lost(start, end, lost)
        written = text[start:end]
        if written.isalnum() or not habits.SUSPECT.search(written):
            return
        tables = [habits.KEY_HABITS if is_key else habits.TEXT_HABITS]
        if not inside or not inside.mapping:
            tables.append(habits.ITEM_HABITS)
        if inside and inside.flow:
            tables.append(habits.FLOW_HABITS)
        for table in tables:
            if error := habits.met(table, self.source, start, end):
                raise error

    def _lost(self, start: int, end: int, lost: re.Match[str]) -> YubeiError:
        whole = self.source.text[start:end] + lost[0].rstrip() if start < end else lost[0].strip()
        template = "YAML drops {lost}. If it belongs to the text, type {quoted}; if it is a note, type a space after #."
        message = Message(template, lost=lost[0].strip(), quoted=habits.as_typed(whole))
        return YubeiError(message, Place(self.source, lost.start("at"), lost.start() + len(lost[0].rstrip())))

    def _add(self, node: Node) -> None:
        if self.stack:
            self.stack[-1].nodes.append(node)
        else:
            self.root = node

    def _check_key(self, keys: dict[str, Scalar], key: Scalar) -> None:
        if not key.value:
            raise YubeiError(Message("There is no name before the colon. Type: name: text"), key.place)
        if first := keys.get(key.value):
            template = (
                'Two entries are named "{key}", on lines {first} and {second}. Keep one of them; '
                "if the second begins a new item of a list, put a hyphen and a space before it."
            )
            lines = {"first": first.place.position.line, "second": key.place.position.line}
            raise YubeiError(Message(template, key=key.value, **lines), key.place)
        keys[key.value] = key

    def _closed(self, inside: _Open, end: int) -> Node:
        nodes = inside.nodes
        if not inside.flow and nodes:
            end = nodes[-1].place.end  # a block's own end mark lies behind the blank lines that follow
        place = Place(self.source, inside.start, end)
        if not inside.mapping:
            return Sequence(tuple(nodes), place)
        keys = (key for key in nodes[::2] if isinstance(key, Scalar))
        return Mapping(tuple(zip(keys, nodes[1::2], strict=True)), place)

    def _explained(self, error: MarkedYAMLError) -> YubeiError:
        """PyYAML's error in an editor's words: the habit behind it, or else what is wrong."""
        problem, mark = error.problem or "", error.problem_mark or error.context_mark
        at = min(self.base + mark.index, self.end) if mark else self.base
        context = self.base + error.context_mark.index if error.context_mark else at
        if "unexpected end of stream" in problem:
            return YubeiError(Message(_PROBLEMS[0][1]), Place(self.source, context, context + 1))
        if self.last and not self.last.implicit[0] and self.last.end_mark.line > self.last.start_mark.line:
            template = "The quotation mark opened here is closed only on line {line}. Is one missing on this line?"
            line = self.source.locate(self._end(self.last)).line
            start = self._start(self.last)
            return YubeiError(Message(template, line=line), Place(self.source, start, start + 1))
        if found := habits.met_on_lines(self.source, self._suspects(at, context, problem), self.base):
            return found
        template = next((words for key, words in _PROBLEMS if key in problem), _INDENTATION)
        at = context if "expected ':'" in problem else at  # YAML looks for it as far as the next line
        if self.last and "mapping values" in problem and self.last.start_mark.line < self.last.end_mark.line:
            template, at = _INDENTATION, self.source.text.rfind("\n", self.base, at) + 1
        if "escape" in problem:  # LibYAML points at the backslash, PyYAML behind it
            at = max(at if "URI" in problem else 0, self.source.text.rfind("\\", self.base, at + 1))
        return YubeiError(Message(template), Place(self.source, at, min(at + 1, self.end)))

    def _suspects(self, at: int, context: int, problem: str) -> Iterator[int]:
        """Offsets on the lines where the cause of an error may stand, the likeliest first."""
        yield at
        if self.last:
            yield self._start(self.last)
        if "':'" in problem:
            yield context
        line_start = self.source.text.rfind("\n", self.base, at)
        if line_start > self.base:
            yield line_start

    def _error(self, template: str, event: Event, **args: object) -> YubeiError:
        start = self._start(event)
        return YubeiError(Message(template, **args), Place(self.source, start, max(start, self._end(event))))

    def _start(self, event: Event) -> int:
        start: int = self.base + event.start_mark.index
        return start

    def _end(self, event: Event) -> int:
        end: int = self.base + event.end_mark.index
        return end
