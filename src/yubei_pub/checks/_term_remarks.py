"""What the rule `terms` says of a term: at its rendering or at the sentence that should have it, with both texts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yubei_pub.beads import Bead, Stretch, TermUse
from yubei_pub.checks import _counterpart
from yubei_pub.findings import Fix, Message, Place, Remark, Severity
from yubei_pub.glossary import Term

_QUOTED = 60  # characters of the English, a third of them of the Chinese, that a message quotes
_OPENING, _CLOSING = '“"‘«', '”"’»'

MISSING = "“{zh}”{context} is “{en}” in English{source}. This English does not have it: “{english}”"
ANOTHER = "“{zh}”{context} is “{en}” in English{source}. What stands here names another body: “{english}”"
_CAPITALS = "“{zh}” is “{en}” in English{source}, with exactly these capitals."
_QUOTES = "“{english}” for “{zh}” is always in quotation marks."
SHARED = "“{zh}” is “{en}” in English, but the one that stands here already renders another term."
PRONOUN = "“{zh}” (“{en}”) is not named again here; see that the pronoun says clearly what is meant."
LEFT_OUT = "“{zh}” (“{en}”) was named before and is left out here."
OTHER_WORDS = "“{zh}” (“{en}”) seems to be said in other words here; see that it is meant."
IN_PART = "“{zh}” (“{en}”) seems to be said by a part of it here; see that it is meant."
PEOPLE = "“{zh}” (“{en}”) seems to be said by a word for any person here."
MEASURED = "“{zh}” (“{en}”) was named before; see that it is clear what the figure measures."
HEADING = "“{zh}” (“{en}”) is left out of this heading."
AGENT = "“{zh}” (“{en}”) is left out of this passive; see that it is clear who acts."
ABROAD = "“{zh}” (“{en}”) seems to be another country’s here."
BESIDE = "“{zh}” is not rendered here; “{en}” stands in the paragraph beside."
SHORT_FIRST = "“{rendering}” is short for “{en}” (“{zh}”), which has not been named in full before."
DEPRECATED = "“{rendering}” for “{zh}” is deprecated in the glossary."


def unquoted(bead: Bead, use: TermUse) -> Iterator[Remark]:
    """Of a rendering without its quotation marks, which stand around it alone or around more words; the fix is certain
    where no full stop or comma would have to move.
    """
    if (target := use.target) is None:
        return
    text = bead.target[target.segment].text.text
    before, behind = text[: target.start], text[target.end :]
    alone = before.rstrip().endswith(tuple(_OPENING)) and re.match(rf"[.,!?;:]?[{_CLOSING}]", behind)
    if not alone and before.count("“") <= before.count("”") and before.count('"') % 2 == 0:
        remark, written = at(bead, use, _QUOTES, Severity.WARNING), bead.target_text(target)
        sure = not behind.startswith(tuple(",.;:!?’'"))
        yield remark._replace(fix=Fix.of(remark.place, written, f"“{written}”", sure))


def capitals(bead: Bead, use: TermUse, stretch: Stretch, severity: Severity) -> Remark:
    """A rendering in other capitals; the fix is certain where the words are those of the glossary letter by letter."""
    place = bead.target_place(stretch)
    written, term = place.written, use.term
    mended = Fix.of(place, written, term.en, certain=True) if written.casefold() == term.en.casefold() else None
    message = Message(_CAPITALS, zh=term.zh, en=term.en, source=_source(term))
    return Remark(place, message, severity, _related(bead, use), mended)


def at(bead: Bead, use: TermUse, template: str, severity: Severity) -> Remark:
    """A remark on a use, at its rendering or else at the English sentence that should have it."""
    term, chinese = use.term, bead.source[use.source.segment].text.text
    stretch = use.target or _counterpart.sentence(bead, use.source)
    english = bead.target_text(stretch)
    around = _counterpart.clause(chinese, use.source.start, use.source.end, _QUOTED // 3)
    message = Message(
        template,
        zh=term.zh,
        en=term.en,
        rendering=use.rendering,
        source=_source(term),
        context="" if around == term.zh else f" in “{around}”",
        english=english if len(english) <= _QUOTED else f"{english[:_QUOTED].rsplit(' ', 1)[0]} …",
    )
    return Remark(bead.target_place(stretch), message, severity, _related(bead, use))


def _source(term: Term) -> str:
    """Who says so, for the message."""
    if term.status != "approved" or term.citation is None:
        return ""
    return f" ({term.citation.source})"


def _related(bead: Bead, use: TermUse) -> tuple[tuple[Place, Message], ...]:
    """The Chinese, and the glossary's word with the document it cites."""
    term = use.term
    cited = f": {term.citation.title}, {term.citation.url}" if term.citation else ""
    return (
        (bead.source_place(use.source), Message("“{zh}” stands here", zh=term.zh)),
        (term.en_place, Message("the glossary has “{en}”{cited}", en=term.en, cited=cited)),
    )
