"""A body's rendering inside the name of another body: “National Health and Family Planning Commission”.

That a rendering may share its words with another (“the municipal education and health bureaus”) lets a former or a
neighbouring name through, of which the Chinese names only a half.
"""

from __future__ import annotations

import re

from yubei_pub.beads import Bead, Stretch, TermUse
from yubei_pub.patterns import lazy_regex

_REACH = 8  # characters beside a term in which a second body is joined to it
_JOINS = lazy_regex("[和与及、同暨或兼联]")
_OTHER_HALF = lazy_regex(r"(?:,|\band|&) [A-Z]")
# Of what a body has charge may be more: Ministry of Transport and Communications.
_IN_CHARGE = lazy_regex(
    r"\b(?:ministry|department|bureau|commission|office|administration|committee|division) of (?!.*\bchina$)",
    re.IGNORECASE,
)
_GOES_ON = lazy_regex(r" (?:and|&) [A-Z][a-z]+(?: [A-Z][a-z]+)*")


def of_another(bead: Bead, use: TermUse) -> Stretch | None:
    """The name of another body in which a rendering stands, where the Chinese names this body alone."""
    if use.term.kind != "body" or use.target is None or _is_joined(bead, use):
        return None
    number, start, end = use.target
    text = bead.target[number].text.text
    if _is_parted(text[start:end], use.rendering):
        return use.target
    goes_on = _GOES_ON.match(text, end) if _IN_CHARGE.search(use.rendering) else None
    if goes_on is None:
        return None
    reach = Stretch(number, start, goes_on.end())
    begins = (each.target._replace(end=each.target.start) for each in bead.terms if each.target and each is not use)
    return None if any(map(reach.holds, begins)) else reach  # Ministry of Transport and Ministry of Finance


def _is_joined(bead: Bead, use: TermUse) -> bool:
    """Whether the Chinese has a second body beside it: 市教育局、卫生健康委员会."""
    text, (_, start, end) = bead.source[use.source.segment].text.text, use.source
    return any(_JOINS.search(text, *near) for near in ((max(0, start - _REACH), start), (end, end + _REACH)))


def _is_parted(written: str, rendering: str) -> bool:
    """Whether another half stands between the words of a rendering, and one body is named: not *Bureaus*."""
    two = written.endswith("s") and not rendering.endswith("s")
    return not two and len(_OTHER_HALF.findall(written)) > len(_OTHER_HALF.findall(rendering))
