"""Sections approved as they stand, and what keeps one from being approved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from yubei_pub import checks as rules
from yubei_pub import dismissals
from yubei_pub.findings import Finding, Message, YubeiError
from yubei_pub.glossary import Glossary
from yubei_pub.model import Briefing, BriefingSection, State
from yubei_pub.pipeline import assembly
from yubei_pub.review import ledger
from yubei_pub.settings import Settings


def approve(
    briefing: Briefing, ids: Sequence[str], approvals: ledger.Ledger, by: str, on: str, gaps: Mapping[str, Finding]
) -> ledger.Ledger:
    """The ledger with sections of a briefing approved as they stand; if none is named, all that are translated.

    Of these it leaves those alone that are reviewed: an approval that holds is its reviewer's.  Who approves the first
    section stands for which there are: approvals of others go.  `gaps` are those that lack a part of their English:
    nobody can have read it.  YubeiError where there is nothing to approve.
    """
    sections = {section.id: section for section in briefing.sections if section.source_heading is not None}
    translated = [s.id for s in sections.values() if s.state is not State.MISSING and s.id not in gaps]
    if not ids and not translated:
        none = "no section is wholly translated yet" if gaps else "nothing is translated yet"
        raise YubeiError(Message(f"{none}, so there is nothing to approve"), path=briefing.id)
    for id in ids or [id for id in translated if sections[id].state is not State.REVIEWED]:
        if id not in sections:
            there = ", ".join(sections)
            message = "there is no section “{id}” (there are: {there}); a name of two words wants quotation marks"
            raise YubeiError(Message(message, id=id, there=there))
        if sections[id].state is State.MISSING:
            raise YubeiError(Message("section “{id}” has no English yet, so there is nothing to approve", id=id))
        if gap := gaps.get(id):
            message = "section “{id}” is not wholly translated, so it cannot be approved: {what}"
            raise YubeiError(Message(message, id=id, what=gap.message), gap.place)
        approvals = approvals.with_approval(_approval(briefing, sections[id], by, on))
    return approvals.of(sections) if not ids or briefing.sections[0].id in ids else approvals


def gaps(briefing: Briefing, glossary: Glossary, settings: Settings) -> dict[str, Finding]:
    """The sections translated in part, each with the first place that has no English (and nobody dismissed)."""
    found = rules.run([briefing], glossary, only="untranslated")
    answered = dismissals.apply(found, [briefing], settings.ignore, rules.rules())
    missing = [finding for finding in answered.findings if finding.rule == "untranslated"]
    begun = [section for section in briefing.sections if section.state is not State.MISSING]
    first = {section.id: next((f for f in missing if section.has(f.place)), None) for section in begun}
    return {id: finding for id, finding in first.items() if finding}


def _approval(briefing: Briefing, section: BriefingSection, by: str, on: str) -> ledger.Approval:
    ours = next(s for s in briefing.source.sections if s.heading is section.source_heading)
    english = briefing.target.sections if briefing.target else ()
    theirs = next(s for s in english if s.heading is section.target_heading)
    seen = assembly.seen(briefing.source, ours, briefing.target, theirs, briefing.pictures, briefing.provenance)
    return ledger.approve(section.id, seen, by, on)
