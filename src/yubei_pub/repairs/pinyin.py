"""Readings that a mirror put into Chinese text are removed, and the characters they cut in two put together.

Mirrors convert a Simplified page to Traditional and insert `(pinyin)` behind every occurrence
of some 70 to 300 characters.  All of them are written differently in Traditional and are
outside GB2312, and the reading is one that a dictionary gives.  Readings without tones (guo), with figures (guo2) or in
full-width brackets have been seen on no mirror: they stay, and `leftover-damage` warns of them.

Bad:  `當(dāng)前位置:首頁(yè)`
Good: `當前位置:首頁`

What an author wrote stays: 乜(niè)家, 亳(bó)州, 綦(qí)江 are in GB2312 and never touched, and neither is
鄠(hù)邑, which t2s does not change.  For all others the page is judged as a whole:

- A reading is the mirror's if the character carries it in more than half of its places; an unusual one
  of an everyday character, like 龜(qiū)茲, only if it stands more than once: authors explain once.
- It is evidence for a mirror if, besides, the character's simplified form is common (GB2312 level 1), the
  reading a usual one, hardly a place is without it, and the character stands in a word somewhere, not
  always alone as in a list of characters to be learned.
- Readings are evidence for an author if the character has others or mostly stands without; and twice as
  much if it is an everyday character that no mirror annotates.
- The page is damaged if there is more evidence for a mirror than for an author, and enough of
  it for the length of the page, or, where there are ten readings, of its Chinese; a single reading
  must be the character's commonest.  Then the mirror's readings go; else everything stays.

A mirror looks for the bytes of a character without asking where characters begin.  In 亞東 (GBK
81 86 96 7C) it finds 問 (86 96), puts `(wèn)` in the middle, and a decoder swallows 96 and the
bracket as one question mark.  The lost byte is known again: it is the second byte of the
character that begins with the last byte before the question mark and is read that way.

Bad:  `歐亞?wèn)|部`, `咨詢?nèi)绾纬蔀?wéi)`
Good: `歐亞東部`, `咨詢如何成為`

Nothing is lost where the second byte is one of ASCII: the last of 硼 and B are those of 養.

Bad:  `硼B(yǎng)、碳C`
Good: `硼B、碳C`

From the question mark on every character shown is half of one and half of the next, until an
ASCII character or the next such reading.  What is found is damaged again in the same way: only if
that gives exactly what the page shows, and only one restoration does, is the text mended unmarked.
Some mirrors go through the text once for each character, so that two readings may stand in one: 局?jǐn)?shù)據(jù) of
局數據.  Private use characters are the pairs of bytes that GBK leaves free, as browsers show them, and 㑇 or ⻊ pairs
that only GB 18030 has.  Some sites show nothing in place of the free ones: where what the bytes give is hardly Chinese,
such as 周嚹老房子 for 周?chē)睦戏孔, text with such pairs is looked for, and never taken without a mark.

Where the bytes leave a choice (several characters fit; two bytes that make no character, or a byte and
the end of a line, became one question mark; a page was cut before bytes that look like ！？。, on some sites
like ；， too, as in 院?！翱平倘诤稀 of 院校“科教融合”), the likeliest text is taken if it gives the page again
and leaves little doubt.  How likely a text is, is told by counts of character sequences and by the page
itself.  Such an edit is a guess, never silent: it is marked as uncertain and reported until an editor has
seen it.  Anything else stays as it is and is reported by the check `leftover-damage`.

Bad:  `咨詢成果揭?shì)?` and the next line, in one
Good: `咨詢成果揭曉` and the next line, marked
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from yubei_pub.patterns import lazy_regex
from yubei_pub.repairs._table import ENDS, MORE_ENDS, READING, TONES, Sites, Table, page_table, universal
from yubei_pub.trace import Edit

if TYPE_CHECKING:  # the model and the tables of bytes are loaded for a damaged page only
    from yubei_pub.repairs._guess import Guesses
    from yubei_pub.repairs._seam import Stretch

# A reading whose bracket was swallowed, or the mark before a place where a page was cut.
_SEAM = lazy_regex(rf"\?(?:({READING})\)|(?=[{ENDS}{MORE_ENDS}!?;,:]))")
# Expressions that begin with one literal are ten times as fast on clean text.
_INSERTED = lazy_regex(rf"\({READING}\)")
_SAID = rf"(?P<said>{READING})[1-5]?"
_SITES = lazy_regex(rf"\({_SAID}\)"), lazy_regex(rf"（{_SAID}）")
_NO_TONES = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü", "aaaaeeeeiiiioooouuuuvvvvv")
_SWALLOWED = lazy_regex(rf"\?{READING}\)")
# A `?` that ate a byte before a reading, with its bracket or without; or the page was cut behind it.
_UNDECIDED = lazy_regex(rf"[^\x00-\x7f]\?(?:\(?({READING})\)|[{ENDS}{MORE_ENDS}](?=[\u3400-\u9fff]))")


def edits(text: str) -> Iterator[Edit]:
    """Remove the readings of the page's own table, and restore what they destroyed."""
    return iter(_all(text) if has_readings(text) else ())


def _all(text: str) -> list[Edit]:
    sites = Sites(text)
    page = page_table(sites)
    own = {f"{char}({reading})" for char, (reading,) in page.readings.items()}
    seams = _seams(sites, page)
    removals = sites.removals(own)
    halves = list(_halves(sites, page, seams))
    removals = sorted(removals + halves) if halves else removals
    found: list[Edit] = []
    at = 0
    for mended in seams:
        stop = bisect_left(removals, (mended.start,))
        found += (*removals[at:stop], mended)
        at = bisect_left(removals, (mended.end,), stop)
    return found + removals[at:]


def _halves(sites: Sites, page: Table, seams: Sequence[Edit]) -> Iterator[Edit]:
    """Remove the readings of pairs whose second byte is ASCII, where the bytes are in step; nothing was lost there."""
    text, ends = sites.text, [mended.end for mended in seams]
    at = last = 0  # where the bytes are in step, if no `?` follows; what was looked at
    for char, reading, edit in sites.halves() if page.readings else ():
        start = edit.start - 1
        mended = bisect_right(ends, start)
        at = max(at, text.rfind("\n", last, start) + 1, ends[mended - 1] if mended else 0)
        last = edit.end
        if text.find("?", at, start) < 0:
            at = last
            if page.readings[char] == (reading,) if char in page.readings else char not in text:
                yield edit


def has_readings(text: str) -> bool:
    """Whether there is anything to judge a page by."""
    return bool(_INSERTED.search(text, 1) or _SWALLOWED.search(text, 1))


def everyday_readings(text: str) -> Iterator[re.Match[str]]:
    """The usual readings of common characters, however they are written: 網(wǎng), 網（wǎng）, 網(wang3).

    Hardly an author explains these.
    """
    for said in sorted((said for sites in _SITES for said in sites.finditer(text, 1)), key=re.Match[str].start):
        usual = universal().everyday.get(text[said.start() - 1], ())
        if said["said"] in usual or said["said"] in [reading.translate(_NO_TONES) for reading in usual]:
            yield said


def undecided(text: str) -> Iterator[re.Match[str]]:
    """What looks like damage in a text that was repaired: nothing could decide what it should be."""
    return (seam for seam in _UNDECIDED.finditer(text) if not seam[1] or TONES.search(seam[1]))


def _seams(sites: Sites, page: Table) -> Sequence[Edit]:
    """The edits of the stretches that begin with a `?`."""
    from yubei_pub.repairs._guess import Guesses

    text = sites.text
    guesses = Guesses(sites, page)
    found = list(_found(text, page, guesses))
    return list(_found(text, page, guesses)) if guesses.drops else found  # which may be known from the last only


def _found(text: str, page: Table, guesses: Guesses) -> Iterator[Edit]:
    """The same, by what is known of the page."""
    from yubei_pub.repairs._seam import in_step

    at = 0
    guessed = 0  # up to here the bytes are in step only if a guess is right
    in_doubt = 0  # up to here the bytes may be out of step: no seam can be told
    for seam in _SEAM.finditer(text, 1):
        start, end = seam.span()
        if start < max(at, in_doubt) or not (page.readings or not seam[1] or TONES.search(seam[1])):
            continue
        edit = _mended(text, start, seam[1], page, guesses)
        if edit:
            at = edit.end
            if not edit.certain and at >= guessed:
                guessed = in_step(text, at)
            yield edit if start >= guessed else edit._replace(certain=False)
        else:
            in_doubt = in_step(text, end)


def _mended(text: str, at: int, lost: str | None, page: Table, guesses: Guesses) -> Edit | None:
    """The edit of the stretch that begins with the `?` at `at`; None if neither bytes nor model can tell."""
    allowed = _allowed(text, at, lost, page) if lost else []
    if len(allowed) == 1 and not guesses.doubts(at, allowed[0]):
        return Edit(at, allowed[0].end, allowed[0].text[1:], "pinyin")
    if not page.readings:
        return None  # without a mirror's table a guess has nothing to stand on
    guess = guesses.guess(at)
    return Edit(at, guess.end, guess.text, "pinyin", certain=False) if guess else None


def _allowed(text: str, at: int, reading: str, page: Table) -> list[Stretch]:
    """All restorations that the bytes allow of the seam whose `?` is at `at`, and that give the page again."""
    from yubei_pub.repairs._seam import confirmed, restorations

    return [s for s in restorations(text, at, reading, universal().trails) if confirmed(text, at - 1, s, page)]
