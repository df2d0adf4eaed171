"""The project's texts and terms for the tools of others, and what comes back from them: values to values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import ModuleType

from yubei_pub import exchanges
from yubei_pub.findings import Message, YubeiError
from yubei_pub.glossary import Glossary
from yubei_pub.interchange import Data, Entry, Unit, cleaned, entry, units
from yubei_pub.model import Briefing, State
from yubei_pub.taking import Kind, Taken, take_terms, take_texts

__all__ = ["Kind", "Out", "Taken", "carries_terms", "formats", "out", "read", "take"]


@dataclass(frozen=True)
class Out:
    """A file for another tool: its bytes, what ends its name, how many texts are in it and not, characters left out."""

    data: bytes
    ending: str
    count: int
    held_back: int
    lost: tuple[str, ...]


def formats() -> dict[str, ModuleType]:
    """The formats by the name people type."""
    return exchanges.formats()


def carries_terms(format: str) -> bool:
    """Whether a format is one of glossaries."""
    return formats()[format].CARRIES is Entry


def out(format: str, briefings: Sequence[Briefing], glossary: Glossary, everything: bool) -> Out:
    """The file of a format.

    Where the format cannot tell what people approved from what they did not, only the former goes out,
    unless `everything` is asked for.
    """
    form = formats()[format]
    known: list[Unit | Entry]
    if form.CARRIES is Entry:
        known = [entry(term) for term in glossary.terms]
    else:
        known = [unit for briefing in briefings for unit in units(briefing)]
    chosen = [each for each in known if everything or form.TELLS_STATE or _approved(each)]
    data, lost = cleaned(chosen)
    return Out(form.write(data), _ending(format), len(data), len(known) - len(data), tuple(lost))


def _ending(format: str) -> str:
    """What ends the name of a file; of several formats with one ending all but the first say which they are."""
    known = formats()
    ending: str = known[format].ENDINGS[0]
    first = next(name for name, form in known.items() if form.ENDINGS[0] == ending)
    return ending if format == first else f"{format}.{ending}"


def _approved(each: Unit | Entry) -> bool:
    return each.state is State.REVIEWED if isinstance(each, Unit) else each.status != "proposed"


def read(name: str, data: bytes) -> tuple[str, Data]:
    """What a file of another tool is and what is in it; YubeiError says what is wrong and where."""
    form, found = exchanges.read(name, data)
    if not found:
        what = "terms" if form.CARRIES is Entry else "translated texts in Chinese and English"
        raise YubeiError(Message("{form} without any {what}", form=form.NAME, what=what), path=name)
    return form.NAME, cleaned(found)[0]


def take(data: Data, briefings: Sequence[Briefing], glossary: Glossary, reviewed_too: bool) -> list[Taken]:
    """The editors' files with what came in, none of them written yet."""
    terms = [each for each in data if isinstance(each, Entry)]
    texts = [each for each in data if isinstance(each, Unit)]
    taken = [take_terms(glossary, terms, reviewed_too)] if terms else []
    return [*taken, *take_texts(briefings, texts, reviewed_too)] if texts else taken
