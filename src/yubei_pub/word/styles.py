"""Our styles and settings in the office's own Word file: what it has stays as it is, what it lacks is ours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import TYPE_CHECKING

from yubei_pub.word.elements import W
from yubei_pub.word.template import office

if TYPE_CHECKING:
    from lxml.etree import _Element

# What belongs to the text that is not there, or leads elsewhere.
_DROPPED = ("attachedTemplate", "mailMerge", "trackRevisions", "updateFields", "endnotePr", "footnotePr")
# Ours: where a Chinese line may not break, and the lines above footnotes.
_ADDED = ("noLineBreaksAfter", "noLineBreaksBefore", "footnotePr")
# The order of the schema from the first of ours on, of `w:settings` (17.15.1.78) and of `w:pPr` (17.3.1.26).
_SETTINGS = (
    *("noLineBreaksAfter", "noLineBreaksBefore"),
    *("savePreviewPicture", "doNotValidateAgainstSchema", "saveInvalidXml", "ignoreMixedContent"),
    *("alwaysShowPlaceholderText", "doNotDemarcateInvalidXml", "saveXmlDataOnly", "useXSLTWhenSaving"),
    *("saveThroughXslt", "showXMLTags", "alwaysMergeEmptyNamespace", "hdrShapeDefaults", "footnotePr"),
    *("compat", "docVars", "rsids", "attachedSchema", "themeFontLang", "clrSchemeMapping"),
    *("doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade", "captions", "readModeInkLockDown"),
    *("smartTagType", "schemaLibrary", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator"),
)
_PARAGRAPH = (
    *("ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment"),
    *("textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr"),
)
_SHORT_LINES = "doNotExpandShiftReturn"  # and what must stand before it in `w:compat` (17.15.3)
_BEFORE_SHORT_LINES = (
    *("useSingleBorderforContiguousCells", "wpJustification", "noTabHangInd", "noLeading", "spaceForUL"),
    *("noColumnBalance", "balanceSingleByteDoubleByteWidth", "noExtraLineSpacing", "doNotLeaveBackslashAlone"),
    "ulTrailSpace",
)


def settled(settings: _Element) -> _Element:
    """The settings without what belongs to the template's text, and with ours that it lacks."""
    from lxml import etree

    for name in _DROPPED:
        for each in settings.findall(f"{W}{name}"):
            settings.remove(each)
    ours = etree.fromstring(office("a4").parts["word/settings.xml"])
    for name in _ADDED:
        element = ours.find(f"{W}{name}")
        if element is not None and settings.find(f"{W}{name}") is None:
            _insert(settings, deepcopy(element), name, _SETTINGS)
    _leave_short_lines(settings)
    return settings


def _leave_short_lines(settings: _Element) -> None:
    """No line that ends in a break is pulled to the width of its column: verse would be."""
    compat = settings.find(f"{W}compat")
    if compat is None:
        compat = _insert(settings, settings.makeelement(f"{W}compat"), "compat", _SETTINGS)
    if compat.find(f"{W}{_SHORT_LINES}") is None:
        before = {f"{W}{name}" for name in _BEFORE_SHORT_LINES}
        at = next((at for at, each in enumerate(compat) if each.tag not in before), len(compat))
        compat.insert(at, compat.makeelement(f"{W}{_SHORT_LINES}"))


def _insert(parent: _Element, element: _Element, name: str, order: tuple[str, ...]) -> _Element:
    """A new child before the first that must follow it; what is of another namespace follows all of Word's."""
    behind = {f"{W}{each}" for each in order[order.index(name) + 1 :]}
    named = ((at, each.tag) for at, each in enumerate(parent) if isinstance(each.tag, str))  # no comments
    places = (at for at, tag in named if tag in behind or not tag.startswith(W))
    parent.insert(next(places, len(parent)), element)
    return element


def completed(styles: _Element) -> tuple[_Element, dict[str, str], tuple[str, ...]]:
    """The styles with ours that are missing, their ids by our ids where they differ, and the names of those added."""
    from lxml import etree

    known = {(_kind(each), _value(each, "name").lower()): each.get(f"{W}styleId") or "" for each in _each(styles)}
    taken = set(known.values())
    ours = list(_each(etree.fromstring(office("a4").parts["word/styles.xml"])))
    ids, missing = {}, []
    for each in ours:
        key, id = (_kind(each), _value(each, "name").lower()), each.get(f"{W}styleId") or ""
        if key in known:
            ids[id] = known[key]
        else:
            ids[id] = id if id not in taken else f"Briefing{id}"
            missing.append(each)
    for each in missing:
        styles.append(_renamed(_placed(deepcopy(each)), ids))
    differing = {ours: theirs for ours, theirs in ids.items() if ours != theirs}
    return styles, differing, tuple(_value(each, "name") for each in missing)


def _each(styles: _Element) -> Iterator[_Element]:
    return styles.iterfind(f"{W}style")


def _kind(style: _Element) -> str:
    return style.get(f"{W}type") or "paragraph"


def _renamed(style: _Element, ids: Mapping[str, str]) -> _Element:
    """One of our styles, its references in the template's ids; the template has its own defaults."""
    style.set(f"{W}styleId", ids[style.get(f"{W}styleId") or ""])
    style.attrib.pop(f"{W}default", "")
    for name in ("basedOn", "next", "link"):
        for each in style.findall(f"{W}{name}"):
            value = each.get(f"{W}val") or ""
            each.set(f"{W}val", ids.get(value, value))
    return style


def _placed(style: _Element) -> _Element:
    """A paragraph style of ours that stands where it says: the office's Normal may be centred or begin with an indent.

    首行缩进 2 字符 is what many have; `firstLineChars` overrules `firstLine` (17.3.1.12).
    """
    if _kind(style) != "paragraph" or _value(style, "basedOn") != "Normal":
        return style
    properties = style.find(f"{W}pPr")
    if properties is None:
        return style
    indent = properties.find(f"{W}ind")
    if indent is None:
        indent = _insert(properties, properties.makeelement(f"{W}ind"), "ind", _PARAGRAPH)
    for name in ("left", "right", "firstLineChars", *(() if indent.get(f"{W}hanging") else ("firstLine",))):
        indent.set(f"{W}{name}", indent.get(f"{W}{name}") or "0")
    if properties.find(f"{W}jc") is None:
        _insert(properties, properties.makeelement(f"{W}jc", {f"{W}val": "left"}), "jc", _PARAGRAPH)
    return style


def _value(element: _Element, name: str) -> str:
    found = element.find(f"{W}{name}")
    return "" if found is None else found.get(f"{W}val") or ""
