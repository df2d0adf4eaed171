"""What keyboards and habits do to YAML, and what to type instead.

`LINE_HABITS` explain a line at which YAML gave up; `*_HABITS` of nodes catch what YAML
reads without a word, but not as it was meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yubei_pub.findings import Message, Place, YubeiError
from yubei_pub.patterns import lazy_regex
from yubei_pub.trace import Source

Habit = tuple[re.Pattern[str], str]

_WIDE_COLON = '"{key}" is followed by a full-width colon. Type an ordinary colon and a space: {key}: …'
_NO_SPACE = 'There is no space after the colon. Type a space: "{key}: …" (or, if this is one text, put it in "…").'
_OTHER_SPACE = "The space after the colon is a full-width or no-break one. Type an ordinary space: {key}: …"
_WIDE_SPACE = "The line begins with a full-width or no-break space. Indent with ordinary spaces."
_DASH_SPACE = "There is no space after the dash. A list item begins with a hyphen and a space: - …"
_WIDE_DASH = "A list item begins with an ordinary hyphen and a space: - …"
_WIDE_BRACKET = 'Type ordinary brackets, [ ] or {{ }} (or, if the brackets belong to the text, put it in "…").'
_WIDE_QUOTE = 'Type straight quotation marks: "…"'
_KEY = r"^[ ]*(?:-[ ]+)*(?P<key>[A-Za-z_][\w-]{0,40})"

# Tried in this order on the lines around the place where YAML gave up.
LINE_HABITS: tuple[Habit, ...] = (
    (lazy_regex(r"^ *(?P<at>\t+)"), "The line is indented with a tab. YAML wants spaces: type two spaces instead."),
    (lazy_regex(r"^ *(?P<at>[\u3000\u00a0\u2000-\u200b]+)"), _WIDE_SPACE),
    (lazy_regex(r"^ *(?P<at>[－–—])(?=[\s\w])"), _WIDE_DASH),
    (lazy_regex(r"^ *(?P<at>-)(?=[^\s\d-])"), _DASH_SPACE),
    (lazy_regex(_KEY + r"[ ]*(?P<at>：)"), _WIDE_COLON),
    (lazy_regex(_KEY + r":(?P<at>[\u3000\u00a0])"), _OTHER_SPACE),
    (lazy_regex(_KEY + r"(?P<at>:)(?=[^ \t\r\n/])"), _NO_SPACE),
    (lazy_regex(_KEY + r":[ ]+(?P<at>[［｛])"), _WIDE_BRACKET),
    (lazy_regex(_KEY + r":[ ]+(?P<at>＂)"), _WIDE_QUOTE),
    (lazy_regex(r"(?P<at>[，、])(?=[^\[\]{}]*[\]}］｝]?$)(?<=[\[{].)"), "Type an ordinary comma between the items: , "),
    (
        lazy_regex(_KEY + r":[ ]+(?P<at>(?P<value>[^\s\"'\[{|>#].*?:(?:[ ].*)?))$"),
        'The text after "{key}:" has a colon in it. Put the text in straight quotation marks: {key}: {quoted}',
    ),
    (
        lazy_regex(_KEY + r":[ ]+(?P<at>(?P<value>(?P<char>[@`%&*!]).*))$"),
        "A text cannot begin with {char} unless it stands in straight quotation marks: {key}: {quoted}",
    ),
    (
        lazy_regex(_KEY + r":[ ]+(?P<value>(?P<at>\"[^\"]*\"|'[^']*')[ ]*[^\s#,\]}].*)$"),
        "There is more text behind the closing quotation mark. Put the whole text into one pair: {key}: {quoted}",
    ),
    (lazy_regex(r"^[ ]*(?P<key>[A-Za-z_][\w-]{0,40})[ ]*(?P<at>)$"), 'There is no colon after "{key}". Type: {key}: …'),
)

# A plain key that YAML took for a name, but that nobody means as one.
KEY_HABITS: tuple[Habit, ...] = (
    (lazy_regex(r"^(?P<at>[\u3000\u00a0\u2000-\u200b]+)"), _WIDE_SPACE),
    (lazy_regex(r"^(?P<at>-)(?=.)"), _DASH_SPACE),
    (lazy_regex(r"^(?P<at>[－–—])"), _WIDE_DASH),
    (lazy_regex(r"^(?P<at>[“”‘’＂])"), "The name before the colon is written without quotation marks."),
    (lazy_regex(r"^(?P<key>[^:：]*)(?P<at>：)"), _WIDE_COLON),
    (lazy_regex(r"^(?P<key>[^:：]*):(?P<at>[\u3000\u00a0])"), _OTHER_SPACE),
    (lazy_regex(r"^(?P<key>[^:：]*)(?P<at>:)"), _NO_SPACE),
)

# A plain text standing where a list item or a whole file stands: an entry that is none.
ITEM_HABITS: tuple[Habit, ...] = (
    (lazy_regex(_KEY + r"[ ]*(?P<at>：)"), _WIDE_COLON),
    (lazy_regex(_KEY + r":(?P<at>[\u3000\u00a0])"), _OTHER_SPACE),
    (lazy_regex(_KEY + r"(?P<at>:)(?!//)"), _NO_SPACE),
    (lazy_regex(r"^(?P<at>-)(?=[^\s\d-])"), _DASH_SPACE),
    (lazy_regex(r"^(?P<at>[－–—]) "), _WIDE_DASH),
)

# Any plain text.
TEXT_HABITS: tuple[Habit, ...] = (
    (lazy_regex(r"\n[ ]*(?:-[ ]+)*(?P<key>[A-Za-z_][\w-]{0,40})[ ]*(?P<at>：)"), _WIDE_COLON),
    (lazy_regex(r"\n[ ]*(?:-[ ]+)*(?P<key>[A-Za-z_][\w-]{0,40})(?P<at>:)(?!//)"), _NO_SPACE),
    (lazy_regex(r"\n[ ]*(?P<at>-)(?=[^\s\d-])"), _DASH_SPACE),
    (lazy_regex(r"^(?P<at>[［｛])"), _WIDE_BRACKET),
    (lazy_regex(r"^(?P<at>＂)"), _WIDE_QUOTE),
    (
        lazy_regex(r"[ \u3000](?P<at>＃)"),
        'A full-width ＃ begins no comment. Type #, or put the text in "…" if the ＃ belongs to it.',
    ),
)

# A plain text between [ ] or {{ }}.
FLOW_HABITS: tuple[Habit, ...] = (
    (
        lazy_regex(r"(?P<at>[，、；])"),
        'Is this one item or several? Between items type an ordinary comma; put one item with {char} in "…".',
    ),
)

# Without one of these characters a plain text has none of the habits: nearly all are done with one look.
SUSPECT = lazy_regex(r"[\n:：，、；＃＂“”‘’［｛\u3000\u00a0\u2000-\u200b]|^[-－–—]")

# Behind a plain text, on its line.  "No. #1 thing" loses what follows the #; "# note" is a comment.
LOST = lazy_regex(r"[ \t]+(?P<at>#)(?![\s#]|$)[^\n]*")


def as_typed(value: str) -> str:
    """The text as it should be typed, in the quotes that leave it as it is."""
    bare = value.strip()
    if bare[:1] in ("'", '"'):  # quotes that close too early: the outer pair comes off
        bare = bare[1:].removesuffix(bare[0])
    short = bare if len(bare) <= 60 else bare[:57] + "…"
    return f"'{short}'" if '"' in short and "'" not in short else '"' + short.replace('"', '\\"') + '"'


def met(habits: tuple[Habit, ...], source: Source, start: int, end: int) -> YubeiError | None:
    """The first habit met in `[start, end)`, as an error at its place."""
    text = source.text[start:end]
    for pattern, template in habits:
        if match := pattern.search(text):
            args: dict[str, object] = {"char": match["at"], **match.groupdict()}
            if "value" in args:
                args["quoted"] = as_typed(match["value"])
            place = Place(source, start + match.start("at"), start + match.end("at"))
            return YubeiError(Message(template, **args), place)
    return None


def met_on_lines(source: Source, offsets: Iterator[int], floor: int) -> YubeiError | None:
    """The first habit met on the lines of these offsets; nothing before `floor` is looked at."""
    for offset in offsets:
        start = max(source.text.rfind("\n", floor, offset) + 1, floor)
        if error := met(LINE_HABITS, source, start, max(start, source.line_end(offset))):
            return error
    return None
