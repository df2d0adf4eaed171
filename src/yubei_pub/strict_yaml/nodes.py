"""What the strict reader gives: three kinds of node, each with its exact place in the file."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from yubei_pub.findings import Place
from yubei_pub.patterns import lazy_regex


class Scalar(NamedTuple):
    """A text.  `place` covers it as written, quotes included; `plain` says it has no quotes.

    An entry without a value (`en:`) is a plain, empty scalar of no length behind the colon.
    """

    value: str
    place: Place
    plain: bool


class Sequence(NamedTuple):
    """A list; `place` runs from the first dash (or bracket) to the end of the last item."""

    items: tuple[Node, ...]
    place: Place


class Mapping(NamedTuple):
    """Keys with their values, in the order of the file; no key stands twice."""

    entries: tuple[tuple[Scalar, Node], ...]
    place: Place

    def get(self, key: str) -> Node | None:
        return next((node for name, node in self.entries if name.value == key), None)


Node: TypeAlias = Scalar | Sequence | Mapping

# What YAML 1.1 programs (PyYAML, Ruby, Go before 1.2) take for something other than the text that
# was typed, so that it would come back changed.  Whole numbers and ISO dates come back as they were.
_AMBIGUOUS = lazy_regex(
    r"""(?ix) y | yes | n | no | on | off | true | false     # booleans
        | ~ | null                                           # nothing
        | [-+]? 0 [0-7_]+ | [-+]? 0 [xob] [0-9a-f_]+         # 010 is 8
        | [-+]? [0-9]+ (?: _ [0-9]+ )+                       # 1_000 is 1000
        | [-+]? [0-9]+ (?: : [0-5]?[0-9] )+ (?: \. [0-9]* )? # 12:30 is 750
        | [-+]? [0-9]* \. [0-9]* 0                           # 1.10 is 1.1
        | [-+]? \. [0-9]+ | [-+]? [0-9]+ \.                  # .5 is 0.5, 5. is 5.0
        | [-+]? (?: [0-9]+ | [0-9]* \. [0-9]* ) e [-+]? [0-9]+
        | [-+]? \. inf | \. nan | <<
    """
)
_LONGEST_WORD = len("false")


def ambiguous(scalar: Scalar) -> bool:
    """Whether other YAML programs would read an unquoted text as something else: no, 1.10, 12:30."""
    value = scalar.value
    if not (scalar.plain and value.isascii()) or (len(value) > _LONGEST_WORD and value[0].isalpha()):  # as nearly all
        return False
    return _AMBIGUOUS.fullmatch(value) is not None
