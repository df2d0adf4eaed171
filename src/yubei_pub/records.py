"""Entries of a YAML file held against a table of the keys they may have.

The table says of each key what stands behind it and shows an example; from that come all
messages, so an editor reads how to write the line and not how a parser failed.  What can
be read is kept, whatever is wrong beside it.  (jsonschema finds the same mistakes, some
100 × slower at 10,000 terms, and describes them to programmers.)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from typing import NamedTuple

from yubei_pub import strict_yaml
from yubei_pub.findings import Finding, Fix, Message, Place, Severity
from yubei_pub.patterns import lazy_regex
from yubei_pub.strict_yaml import Node, Scalar, ambiguous
from yubei_pub.trace import Edit

_WRONG_VALUE = 'Behind "{key}:" belongs {shape}. Write it like this: {line}'
_COMMAS = lazy_regex("[，、；] ?")
_WRONG_ITEM = 'Each item behind "{key}:" is {shape}. Write it like this: {line}'


def is_day(text: str) -> bool:
    """Whether a text is a day as we write it: 2024-07-10."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


class Shape(Enum):
    """What stands behind a key; the value is what an editor calls it."""

    TEXT = "a text"
    TEXTS = "a list of texts"
    RECORD = "a group of entries"
    RECORDS = "a list of groups of entries"


class Key(NamedTuple):
    """A key an entry may have.  `example` is what stands behind the colon, as it would be typed."""

    name: str
    example: str
    shape: Shape = Shape.TEXT
    required: bool = False
    choices: tuple[str, ...] = ()
    pattern: str = ""
    keys: tuple[Key, ...] = ()

    def line(self, value: str = "") -> str:
        """The key as an editor would type it."""
        return f"{self.name}: {value or self.example}"


class Record:
    """An entry as read: texts, lists of them, and records by key, each key absent where it was not usable."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.texts: dict[str, Scalar] = {}
        self.lists: dict[str, tuple[Scalar, ...]] = {}
        self.records: dict[str, tuple[Record, ...]] = {}

    def text(self, key: str, default: str = "") -> str:
        scalar = self.texts.get(key)
        return scalar.value if scalar else default

    def values(self, key: str) -> tuple[str, ...]:
        return tuple(scalar.value for scalar in self.lists.get(key, ()))

    def record(self, key: str) -> Record | None:
        return next(iter(self.records.get(key, ())), None)


class RecordReader:
    """Reads records and collects what is wrong with them, as findings of one rule."""

    def __init__(self, rule: str) -> None:
        self.rule = rule
        self.findings: list[Finding] = []
        self._tables: dict[int, tuple[tuple[Key, ...], Mapping[str, Key]]] = {}

    def error(
        self, place: Place, message: Message, related: tuple[tuple[Place, Message], ...] = (), fix: Fix | None = None
    ) -> None:
        """Note an error."""
        self.findings.append(Finding(self.rule, Severity.ERROR, place, message, related, fix))

    def warning(self, place: Place, message: Message, fix: Fix | None = None) -> None:
        """Note a warning."""
        self.findings.append(Finding(self.rule, Severity.WARNING, place, message, fix=fix))

    def read(self, node: Node, keys: tuple[Key, ...]) -> Record | None:
        """A group of entries as a record; None, and an error, if the node is none."""
        if not isinstance(node, strict_yaml.Mapping):
            example = next(key for key in keys if key.required or key == keys[-1])
            message = 'Here a name, a colon and a text are wanted, for example "{line}".'
            self.error(node.place, Message(message, line=example.line()))
            return None
        record = Record(node.place)
        table = self._table(keys)
        before: Node | None = None
        cut: dict[int, tuple[Scalar, Scalar]] = {}  # texts in braces, and the last key that a comma made of each
        for name, value in node.entries:
            if key := table.get(name.value):
                self._take(record, key, value)
            elif isinstance(before, Scalar) and _has_no_colon(name, value):
                cut[before.place.start] = before, name
                continue
            else:
                self._unknown(name, table)
            before = value if key and not key.choices else None
        for text, rest in cut.values():
            self._cut(text, rest)
        names = {name.value for name, _ in node.entries}
        for key in keys:
            if key.required and key.name not in names:
                message = 'There is no "{key}" here. Add a line: {line}'
                self.error(_head(node), Message(message, key=key.name, line=key.line()))
        return record

    def _table(self, keys: tuple[Key, ...]) -> Mapping[str, Key]:
        if id(keys) not in self._tables:  # with the keys, so that their id stays theirs
            self._tables[id(keys)] = (keys, {key.name: key for key in keys})
        return self._tables[id(keys)][1]

    def _take(self, record: Record, key: Key, node: Node) -> None:
        if isinstance(node, Scalar) and not node.value.strip():
            message = 'There is nothing behind "{key}:". Write {line}, or delete the line.'
            self.error(node.place, Message(message, key=key.name, line=key.line()))
        elif key.shape is Shape.TEXT:
            if scalar := self._text(key, node):
                record.texts[key.name] = scalar
        elif key.shape is Shape.TEXTS:
            record.lists[key.name] = tuple(filter(None, (self._text(key, item) for item in self._items(key, node))))
        else:
            items = self._items(key, node) if key.shape is Shape.RECORDS else (node,)
            record.records[key.name] = tuple(filter(None, (self._group(key, item) for item in items)))

    def _items(self, key: Key, node: Node) -> tuple[Node, ...]:
        """The items of a list; of anything else none, and an error that shows it as one."""
        if isinstance(node, strict_yaml.Sequence):
            return node.items
        written = _COMMAS.sub(", ", node.place.written)
        one_line = isinstance(node, Scalar) and key.shape is Shape.TEXTS and "\n" not in written
        self._wrong_shape(key, node, key.shape, f"[{written}]" if one_line else "")
        return ()

    def _group(self, key: Key, node: Node) -> Record | None:
        if isinstance(node, strict_yaml.Mapping):
            return self.read(node, key.keys)
        self._wrong_shape(key, node, Shape.RECORD)
        return None

    def _text(self, key: Key, node: Node) -> Scalar | None:
        """The text of a node, if it is one; what is wrong with it is noted, and it is kept."""
        if not isinstance(node, Scalar):
            self._wrong_shape(key, node, Shape.TEXT)
            return None
        if not node.value.strip():
            self.error(node.place, Message('There is an empty text under "{key}". Delete it.', key=key.name))
            return None
        if key.choices and node.value not in key.choices:
            self._no_choice(key, node)
            return None
        if ambiguous(node):
            message = 'YAML does not read {value} as a text. Put it in straight quotation marks: "{value}"'
            quotes = Edit(node.place.start, node.place.end, f'"{node.value}"', self.rule)
            self.error(node.place, Message(message, value=node.value), fix=Fix((quotes,), certain=True))
        if key.pattern and not re.search(key.pattern, node.value):
            message = '"{key}" cannot be "{value}". Write it like this: {line}'
            self.error(node.place, Message(message, key=key.name, value=node.value, line=key.line()))
        return node

    def _wrong_shape(self, key: Key, node: Node, shape: Shape, value: str = "") -> None:
        listed = key.shape in (Shape.TEXTS, Shape.RECORDS) and shape is not key.shape
        message = _WRONG_ITEM if listed else _WRONG_VALUE
        self.error(node.place, Message(message, key=key.name, shape=shape.value, line=key.line(value)))

    def _no_choice(self, key: Key, scalar: Scalar) -> None:
        message = '"{key}" is {choices}, not "{value}".{hint}'
        hint = _hint(scalar.value, key.choices)
        args = {"key": key.name, "choices": _either(key.choices), "value": scalar.value, "hint": hint}
        self.error(scalar.place, Message(message, **args))

    def _cut(self, text: Scalar, rest: Scalar) -> None:
        """The comma of a text in braces begins the next entry: {en: food, drink}."""
        source, start, end = text.place.source, text.place.start, rest.place.end
        message = 'A comma in braces ends a text. Put all of it in straight quotation marks: "{whole}"'
        whole = source.text[start:end]
        fix = Fix((Edit(start, end, f'"{whole}"', self.rule),), certain=False) if '"' not in whole else None
        self.error(Place(source, start, end), Message(message, whole=whole), fix=fix)

    def _unknown(self, name: Scalar, table: Mapping[str, Key]) -> None:
        message = 'There is no key "{name}".{hint} Possible are {keys}.'
        near = nearest(name.value, table)
        edit = Edit(name.place.start, name.place.end, near, self.rule)
        fix = Fix((edit,), certain=False) if near else None
        args = {"name": name.value, "hint": _hint(name.value, table), "keys": ", ".join(table)}
        self.warning(name.place, Message(message, **args), fix)


def _has_no_colon(name: Scalar, value: Node) -> bool:
    return isinstance(value, Scalar) and value.plain and not value.value and value.place.start == name.place.end


def _head(node: strict_yaml.Mapping) -> Place:
    """The first entry of a group: what is missing in the group is told there."""
    if not node.entries:
        return node.place
    name, value = node.entries[0]
    end = value.place.end if isinstance(value, Scalar) else name.place.end
    return Place(node.place.source, name.place.start, end)


def nearest(word: str, words: Iterable[str]) -> str:
    """The word that somebody may have meant: one like it, else one that begins so; empty if there is none."""
    from difflib import get_close_matches  # for what is misspelled only

    written, known = word.strip().casefold(), list(words)
    begun = [each for each in known if len(written) > 2 and each.startswith(written)]
    return next(iter([*get_close_matches(written, known, n=1), *begun]), "")


def _hint(word: str, words: Iterable[str]) -> str:
    near = nearest(word, words)
    return f' Did you mean "{near}"?' if near else ""


def _either(words: tuple[str, ...]) -> str:
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))
