"""The stages in their order, values to values: nothing here reads or writes a file.

zh.md, en.md ─ read ─ simplify ─ pair ─ align ─ annotate ─ check ─ typeset

What only some of them need (a saved page, the glossary of another day) is imported where it is used: to import all
took as long as pandoc takes for a small briefing.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from yubei_pub import checks as rules
from yubei_pub import dismissals, markdown, pictures, plugins
from yubei_pub import writers as outputs
from yubei_pub.dismissals import Answered
from yubei_pub.document import Block, BlockKind, Document, Piece, Section
from yubei_pub.findings import Finding, Message, Severity, YubeiError, in_order
from yubei_pub.garbage import no_garbage_collection
from yubei_pub.glossary import Glossary
from yubei_pub.later import Later
from yubei_pub.model import Briefing, Picture
from yubei_pub.origins import Provenance
from yubei_pub.pipeline.assembly import Assembly, Since
from yubei_pub.remembered import Remembered, digest
from yubei_pub.review import written
from yubei_pub.settings import Settings, Style
from yubei_pub.simplify import AS_IT_IS, is_simplified, simplify, simplify_text
from yubei_pub.terms import TermFinder
from yubei_pub.trace import Source
from yubei_pub.wording import matter

if TYPE_CHECKING:
    from yubei_pub.impact import Impact

NO_SETTINGS = Settings()
_SHOWN = 6  # digits of a digest that are printed
NAMED = 12  # styles that a Word file lacks; one that has none of ours lacks sixty, and is told so in each build


class Folder(NamedTuple):
    """What a briefing's folder holds.

    `zh` is read but not simplified; `page` is the path and the bytes of the saved page;
    `pictures` the bytes by the path written in zh.md (a picture that is not there has no entry);
    `there` are the ids of all briefings; `nearly` are files by the path that almost names them.
    """

    id: str
    zh: Document
    en: Source | None
    review: Source | None
    page: tuple[str, bytes] | None
    pictures: Mapping[str, bytes]
    there: Collection[str] = ()
    nearly: Mapping[str, str] = MappingProxyType({})


def picture_paths(document: Document) -> list[str]:
    """The pictures a document names that may be read: inside its folder, each once."""
    named = [b.picture for b in document.rich() if b.kind is BlockKind.FIGURE and pictures.is_inside(b.picture)]
    return list(dict.fromkeys(named))


def brief(
    folder: Folder,
    glossary: Glossary,
    finder: TermFinder,
    remembered: Remembered | None = None,
    part: slice = slice(None),
    since: Since | None = None,
) -> Briefing:
    """One briefing, paired, annotated and dated, ready to be checked and typeset.

    `finder` looks for the glossary's terms; it is made once for all briefings.  `remembered` has what was found in
    the same paragraphs before.  `part` are the sections that it is to have.  `since` is the glossary that they were
    looked through for then.
    """
    remembered = remembered or Remembered()
    source = simplified(folder.zh, glossary, remembered)
    target = markdown.read(folder.en, remembered) if folder.en else None
    shown, problems = _pictures(folder, remembered)
    provenance, read = _provenance(folder), written.read(folder.review)
    approvals = read.of_briefing(folder.id, folder.there)
    terms = glossary.source.digest
    parts = Assembly(source, target, shown, approvals, finder, remembered, terms, provenance, since)
    return Briefing(
        id=folder.id,
        source=source,
        target=target,
        sections=parts.sections(part),
        pictures=shown,
        provenance=provenance,
        findings=(
            *folder.zh.findings,
            *(target.findings if target else ()),
            *problems,
            *(written.findings(read, approvals, folder.review, folder.zh.sections) if folder.review else ()),
        ),
        text_digest=digest(folder.zh.source.text, folder.en.text if folder.en else "")[:_SHOWN],
        glossary_digest=glossary.source.digest[:_SHOWN],
        glossary=glossary.by_chinese,
        remembered=remembered,
    )


def look_through(briefing: Briefing) -> None:
    """Find what can be found in its sections, for who remembers it; nothing that hangs on other briefings."""
    rules.run([briefing], Glossary(Source("", ""), ()))
    _ = briefing.terms


def check(
    briefings: Sequence[Briefing],
    glossary: Glossary,
    settings: Settings = NO_SETTINGS,
    findings: Sequence[Finding] = (),
    whole: bool = True,
    remembered: Remembered | None = None,
) -> Answered:
    """What the checks find, with what was odd about the files, in the order of every report.

    `findings` are those about the settings; `whole` says that these are all briefings of the project;
    `remembered` has what was found in the same glossary before.
    """
    read = [finding for briefing in briefings for finding in briefing.findings]
    found = [*findings, *glossary.findings, *read, *rules.run(briefings, glossary, whole, remembered)]
    unsure = None if whole else rules.across_briefings()
    answered = dismissals.apply(in_order(found), briefings, settings.ignore, rules.rules(), unsure)
    return answered._replace(findings=in_order(answered.findings))


def impact(
    then: tuple[Glossary, Sequence[Briefing]], now: tuple[Glossary, Sequence[Briefing]], settings: Settings
) -> Impact:
    """What a change of the glossary does: the same texts under the glossary of then and of now."""
    from yubei_pub.impact import Reading, compare

    readings = (Reading(terms, read, check(read, terms, settings).findings) for terms, read in (then, now))
    return compare(*readings)


def manuals() -> dict[str, str]:
    """What every rule means, by its name."""
    return {rule: rules.manual(rule) for rule in rules.rules()}


def house_style(settings: Settings, data: bytes) -> tuple[Style, list[Finding]]:
    """The style with the bytes of the office's own Word file, and one finding that names the styles it does not have.

    Raises YubeiError for a file that cannot be a template.
    """
    from yubei_pub.word import house  # wants lxml

    style = settings.style._replace(house=data)
    missing = house.read(style.template, data).added
    if not missing or settings.template is None:
        return style, []
    words = Message(
        "{file} does not have these styles, so ours are used for them: {styles}{more}",
        file=style.template,
        styles=", ".join(missing[:NAMED]),
        more=f" and {len(missing) - NAMED} more" if len(missing) > NAMED else "",
    )
    return style, [Finding("settings", Severity.NOTE, settings.template, words)]


def formats() -> list[str]:
    """The formats there are writers for."""
    return plugins.names(outputs)


@no_garbage_collection()
def typeset(briefings: Sequence[Briefing], style: Style, format: str) -> tuple[bytes, list[str]]:
    """The finished document in one format, same input, same bytes; and where it falls short of the text."""
    writer = plugins.load(outputs, format)
    if hasattr(writer, "typeset"):
        made: tuple[bytes, list[str]] = writer.typeset(briefings, style)
        return made
    return writer.write(briefings, style), []


def volume(briefings: Sequence[Briefing]) -> tuple[str, list[Briefing]]:
    """Briefings bound together in the order of their dates, and the name of the volume: the last date.

    Several on one day stand in the order of their ids.
    """
    ordered = sorted(briefings, key=lambda briefing: (matter.core_date(briefing), briefing.id))
    return f"{matter.core_date(ordered[-1])}-volume", ordered


def simplified(document: Document, glossary: Glossary, remembered: Remembered | None = None) -> Document:
    """The document in Simplified script, in one call of OpenCC; paragraphs of words when somebody looks at them.

    The page's `script` names the configuration; the glossary's `traditional` spellings win.  A page without it that
    is in Simplified script already stays as it is.  `remembered` has what was found in the same paragraphs before.
    Raises YubeiError, with the place of `script`, for a configuration that cannot be used.
    """
    config, overrides = document.front.get("script"), glossary.overrides()
    if not config:
        config = AS_IT_IS if _is_simplified(document, remembered or Remembered()) else "t2s"

    def simple(blocks: Sequence[Block]) -> list[Block]:
        texts = simplify([block.text for block in blocks], config, overrides)
        return [block.with_text(text) for block, text in zip(blocks, texts, strict=True)]

    now = [*(section.heading for section in document.sections), *document.rich(), *document.notes.values()]
    try:
        changed = {id(block): new for block, new in zip(now, simple(now), strict=True)}
    except YubeiError as error:
        raise YubeiError(error.message, document.places.get("script"), document.source.path) from None

    def changed_section(section: Section) -> Section:
        blocks: Sequence[Block] = Later(lambda: simple(section.blocks))
        if section.plain is None:
            blocks = tuple(changed[id(block)] for block in section.blocks)
        return replace(section, heading=changed[id(section.heading)], blocks=blocks)

    return replace(
        document,
        sections=tuple(map(changed_section, document.sections)),
        notes={label: changed[id(note)] for label, note in document.notes.items()},
        simplified={
            key: value if key == "url" else simplify_text(value, config, overrides)
            for key, value in document.front.items()
        },
        script=config,
    )


def _is_simplified(document: Document, remembered: Remembered) -> bool:
    """Whether OpenCC has nothing to do in any piece of a page."""

    def make(piece: Piece) -> bool:
        return is_simplified(document.source.text[piece.start : piece.end])

    return all(remembered.page(piece.digest)("simplified", partial(make, piece)) for piece in document.cover)


def _provenance(folder: Folder) -> Provenance | None:
    if folder.page is None:
        return None
    from yubei_pub.pipeline import importing

    return importing.provenance_of(folder.zh, *folder.page)


def _pictures(folder: Folder, remembered: Remembered) -> tuple[dict[str, Picture], list[Finding]]:
    shown: dict[str, Picture] = {}
    problems: list[Finding] = []
    for block in folder.zh.rich():
        if block.kind is BlockKind.FIGURE and (path := block.picture) not in shown:
            found = pictures.recall(block, folder.pictures.get(path), remembered, folder.nearly.get(path, ""))
            if isinstance(found, Picture):
                shown[path] = found
            else:
                problems.append(found)
    return shown, problems
