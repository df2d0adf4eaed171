"""What is done with each text that came in, and how what is done gets into a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from yubei_pub.findings import Message
from yubei_pub.interchange import NOTHING, Said
from yubei_pub.trace import Edit, Source

RULE = "exchange"
_CANNOT = Message("the file cannot hold this at its place; change it there by hand")


class Kind(Enum):
    """What becomes of a text: `REVIEWED` would change what people stand behind, and waits for their yes."""

    ADDED = "added"
    CHANGED = "changed"
    SAME = "same"
    REVIEWED = "not taken, reviewed"
    REFUSED = "not taken"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Step:
    """One text: its name, where it stands, what of it changes from what to what, and why it is not taken.

    `edits` are in offsets of the editors' file, and so is `start`, where the text begins that changes; `before` and
    `after` are that text.
    """

    kind: Kind
    name: str
    at: str
    changes: tuple[tuple[str, str, str], ...] = ()
    why: Message | None = None
    edits: tuple[Edit, ...] = ()
    start: int = 0
    before: Said = NOTHING
    after: Said = NOTHING


@dataclass(frozen=True)
class Taken:
    """A file of the editors with what came in: its text before and after, and what was done."""

    source: Source
    text: str
    steps: tuple[Step, ...]


def taken(source: Source, steps: Sequence[Step], holds: Callable[[str, Sequence[Step]], bool]) -> Taken:
    """The steps spliced into a file.  `holds` reads a text back and says whether some steps are in it and nothing else.

    Those that do not hold beside the others are refused, and of two that say one text in two ways both.  A line break
    in what comes in is one of the file's.
    """

    def of_the_file(edit: Edit) -> Edit:
        return edit._replace(replacement=edit.replacement.replace("\n", source.newline))

    steps = [replace(step, edits=tuple(map(of_the_file, step.edits))) for step in steps]

    def hold(some: Sequence[int]) -> bool:
        doing = [steps[at] for at in sorted(some)]
        return holds(_spliced(source.text, doing), doing)

    def holding(good: list[int], more: list[int]) -> list[int]:
        if hold([*good, *more]):
            return [*good, *more]
        half = len(more) // 2
        return holding(holding(good, more[:half]), more[half:]) if half else good

    # The last first: a footnote comes behind the text that refers to it, and has to be there before.
    doing = [at for at in reversed(range(len(steps))) if steps[at].edits]
    good = set(holding([], doing))
    torn = {steps[at].name for at in doing if at not in good and hold([at])}
    good = {at for at in good if steps[at].name not in torn}
    kept = [s if not s.edits or at in good else refused(s) for at, s in enumerate(steps)]
    return Taken(source, _spliced(source.text, kept), tuple(kept))


def refused(step: Step, why: Message = _CANNOT) -> Step:
    """A step that is not done, with what was odd about it before."""
    both = Message("{what}; {why}", what=step.why, why=why) if step.why else why
    return replace(step, kind=Kind.REFUSED, why=both, edits=())


def _spliced(text: str, steps: Sequence[Step]) -> str:
    """A text with the edits of all steps; of those at one place, new texts come behind changes of old ones."""
    pieces: list[str] = []
    at = 0
    ordered = [edit for new in (False, True) for s in steps if (s.kind is Kind.ADDED) is new for edit in s.edits]
    for edit in sorted(ordered, key=lambda edit: (edit.start, edit.end)):
        pieces += (text[at : edit.start], edit.replacement)
        at = max(at, edit.end)
    return "".join((*pieces, text[at:]))
