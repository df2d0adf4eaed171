"""An editor's folder: the only floor that reads and writes its files.

glossary.yaml   yubei-pub.yaml   source/<id>/{page.*, zh.md, en.md, review.yaml}   build/
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from fnmatch import fnmatchcase
from functools import cached_property
from glob import escape
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from yubei_pub import files, glossary, glossary_kept, markdown, pipeline, settings
from yubei_pub.dismissals import Answered
from yubei_pub.files import kept
from yubei_pub.files.kept import GLOSSARY, Kept
from yubei_pub.files.strays import strays
from yubei_pub.files.tree import Tree, has
from yubei_pub.findings import Finding, Message, Place, YubeiError
from yubei_pub.glossary import Glossary
from yubei_pub.model import Briefing
from yubei_pub.pipeline.assembly import Since
from yubei_pub.review import written
from yubei_pub.settings import Settings
from yubei_pub.term_changes import TermChanges
from yubei_pub.terms import TermFinder
from yubei_pub.trace import Source

if TYPE_CHECKING:
    from yubei_pub.impact import Impact
    from yubei_pub.memory import Memory

EDITED = ("zh.md", "en.md", "glossary.yaml", "yubei-pub.yaml")  # by people; nothing else is ever mended


class Project:
    """A project by its root folder.  Paths in messages are relative to the root, with `/`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.tree = Tree(root)
        self.kept = Kept(root / "build" / kept.FOLDER)

    @classmethod
    def find(cls, start: Path, or_begin: bool = False) -> Project:
        """The project that `start` lies in: the nearest folder upwards with a glossary, settings or source/.

        With `or_begin`, where there is none, `start` becomes one as soon as something is written.
        """
        root = files.project_folder(start) or (start.resolve() if or_begin else None)
        if root:
            return cls(root)
        message = "there is no glossary.yaml and no source folder here; go to the folder of your project first"
        raise YubeiError(Message(message), path=start.name)

    @property
    def in_repository(self) -> str:
        """The project's folder in its git repository, with `/` behind it; empty if that is the same folder or none."""
        for folder in (self.root, *self.root.parents):
            if (folder / ".git").exists():
                inside = self.root.relative_to(folder).as_posix()
                return "" if inside == "." else f"{inside}/"
        return ""

    def lock(self) -> AbstractContextManager[None]:
        """Held by whoever writes: the file is in build/, which can always be deleted."""
        return files.locked(self.tree.build_folder() / ".lock")

    def open(self) -> None:
        """Read what all briefings share, so that a fault there is told once; YubeiError where it cannot be read."""
        self._settings, self.finder  # noqa: B018  (what is asked for is read)

    @cached_property
    def _settings(self) -> tuple[Settings, tuple[Finding, ...]]:
        source = self.tree.text("yubei-pub.yaml")
        if source is None:
            return Settings(), ()
        read, findings = settings.read(source)
        if read.template is None:
            return read, tuple(findings)
        style, missing = pipeline.house_style(read, self._template(read.style.template, read.template))
        return read._replace(style=style), (*findings, *missing)

    def _template(self, path: str, place: Place) -> bytes:
        """The office's own Word file; YubeiError names the line of the settings where it is not there."""
        file = files.inside(self.root, path)
        if file is None:
            message = "there is no file “{path}” in the project's folder; the template is a Word file, like house.docx"
            raise YubeiError(Message(message, path=path), place)
        return self.tree.load(file, path)

    @property
    def settings(self) -> Settings:
        """yubei-pub.yaml, or the defaults."""
        return self._settings[0]

    @cached_property
    def glossary(self) -> Glossary:
        """glossary.yaml, or no terms at all."""
        source = self.tree.text("glossary.yaml")
        if source is None:
            return Glossary(Source("glossary.yaml", ""), ())
        return glossary_kept.read(source, self.kept.of(GLOSSARY)) if GLOSSARY in self.kept else glossary.read(source)

    @cached_property
    def finder(self) -> TermFinder:
        """What looks for the glossary's terms."""
        return TermFinder(self.glossary.terms)

    @cached_property
    def _since(self) -> Since | None:
        """The glossary of the last build, if this is another that simplifies texts alike."""
        before = glossary_kept.before(self.glossary.source, self.kept.of(GLOSSARY))
        if before is None or before[1].overrides() != self.glossary.overrides():
            return None
        digest, then = before
        return Since(digest, TermChanges(TermFinder(then.terms), self.finder), bool(then.overrides()))

    @cached_property
    def _ids(self) -> list[str]:
        return self.tree.ids()

    def chosen(self, ids: Sequence[str]) -> list[str]:
        """The briefings somebody named, as `2024-07*` too, or all of them; YubeiError for one that is not there."""
        known = self.tree.ids()
        ids = [id for named in map(_id, ids) for id in _matching(known, named) or [named]]
        for id in ids:
            if id not in known:
                there = ", ".join(known) if known else "none yet; `yubei-pub import` makes one"
                message = "there is no briefing “{id}” (there are: {there})" + _meant(id) + "{unread}"
                unread = self._unread(f"source/{id}/" if known else "")
                raise YubeiError(Message(message, id=id, there=there, unread=unread))
        if not known:
            message = "there is no briefing yet; `yubei-pub import page.txt --id NAME` makes one from a saved page"
            left = ", ".join(self.built_before())
            message += ". From an earlier build there is still {left}" if left else ""
            raise YubeiError(Message(message + "{unread}", left=left, unread=self._unread("")), path="source")
        return list(dict.fromkeys(ids)) or known

    def _unread(self, folder: str) -> str:
        """What lies there and is no briefing: its zh.md is lost, or it was put elsewhere."""
        found = (stray for stray in strays(self.root, "") if stray.place.path.startswith(folder))
        return "".join(f"; {stray.place.path}: {stray.message}" for stray in found)

    def briefing(self, id: str, part: slice = slice(None)) -> Briefing:
        """One briefing, from its files as they are now; of its sections perhaps only a part."""
        return pipeline.brief(self._folder(id), self.glossary, self.finder, self.kept.of(id), part, self._since)

    def _folder(self, id: str) -> pipeline.Folder:
        zh = markdown.read(self.tree.need(f"source/{id}/zh.md"), self.kept.of(id))
        named = pipeline.picture_paths(zh)
        pictures = dict(self.tree.pictures(id, named))
        missing = [path for path in named if path not in pictures]
        return pipeline.Folder(
            id=id,
            zh=zh,
            en=self.tree.text(f"source/{id}/en.md"),
            review=self.tree.text(f"source/{id}/review.yaml"),
            page=self.tree.page(id),
            pictures=pictures,
            there=self._ids,
            nearly=dict(self.tree.nearly(id, missing)) if missing else {},
        )

    @contextmanager
    def memory(self, told: Callable[[YubeiError], None] = lambda _: None) -> Iterator[Memory]:
        """The translation memory, up to date; a briefing that cannot be read is left out and `told`."""
        from yubei_pub.files import memory_file

        def read(id: str) -> Briefing | None:
            try:
                return self.briefing(id)
            except YubeiError as error:
                told(error)
                return None

        folders = [self.root / "source" / id for id in self.tree.ids()]
        terms = self.glossary.source.text
        digests = {folder.name: memory_file.digest(folder, terms) for folder in folders if has(folder, "zh.md")}
        with memory_file.opened(self.tree.build_folder() / "memory.sqlite", digests, read) as memory:
            yield memory

    def check(self, briefings: Sequence[Briefing]) -> Answered:
        """What the checks find in some briefings and in the project's own files, and what was dismissed of it."""
        whole = {briefing.id for briefing in briefings} == set(self.tree.ids())
        settings, odd = self._settings
        stray = [finding for id in ("", *(b.id for b in briefings)) for finding in strays(self.root, id)]
        return pipeline.check(briefings, self.glossary, settings, (*odd, *stray), whole, self.kept.of(GLOSSARY))

    def concerned(self, findings: Sequence[Finding], briefings: Sequence[Briefing], revision: str) -> list[Finding]:
        """The findings that concern what was changed since HEAD parted from a revision."""
        from yubei_pub import changed
        from yubei_pub.files.history import History

        past = History(self.root)
        return changed.concerned(findings, briefings, past.changed_lines(past.base(revision)))

    def impact(self, briefings: Sequence[Briefing], revision: str) -> tuple[str, Impact]:
        """What the change of glossary.yaml since HEAD parted from a revision does, and the commit it is held against.

        Without a revision, since HEAD parted from the main branch.
        """
        from yubei_pub.files.history import History

        past = History(self.root)
        commit = past.base(revision)
        before = glossary.read(past.text("glossary.yaml", commit) or Source("glossary.yaml", ""))
        finder = TermFinder(before.terms)
        then = [pipeline.brief(self._folder(briefing.id), before, finder) for briefing in briefings]
        return commit, pipeline.impact((before, then), (self.glossary, briefings), self.settings)

    def fix(self, findings: Sequence[Finding]) -> list[Finding]:
        """Mend what is certain in the editors' files; the findings that are mended.

        A project read before does not know of it: begin anew.
        """
        by_file: dict[str, list[Finding]] = {}
        for finding in findings:
            if finding.fix and finding.fix.certain and finding.place.path.rpartition("/")[2] in EDITED:
                by_file.setdefault(finding.place.path, []).append(finding)
        with self.lock():
            mended = [(path, *self._mended(found)) for path, found in by_file.items()]
            for path, data, _ in mended:
                self.tree.write(path, data)
        return [finding for _, _, done in mended for finding in done]

    def _mended(self, findings: Sequence[Finding]) -> tuple[bytes, list[Finding]]:
        """The bytes of a file with what is certain mended, which must still be what was checked."""
        from yubei_pub import fixing

        source = findings[0].place.source
        text, mended = fixing.apply(source.text, findings)
        return self.tree.with_text(source, text), mended

    def gaps(self, briefing: Briefing) -> dict[str, Finding]:
        """The sections translated in part, each with the first gap."""
        from yubei_pub.pipeline import approval

        return approval.gaps(briefing, self.glossary, self.settings)

    def approve(self, briefing: Briefing, sections: Sequence[str], by: str, on: str) -> dict[str, Finding]:
        """Write the approval of some sections into review.yaml; gives those translated in part, with the first gap."""
        from yubei_pub.pipeline import approval

        gaps = self.gaps(briefing)
        name = f"source/{briefing.id}/review.yaml"
        approvals = written.read(self.tree.text(name)).of_briefing(briefing.id, self.tree.ids())
        approvals = approval.approve(briefing, sections, approvals, by, on, gaps)
        self.tree.write(name, written.write(approvals).encode())
        return gaps

    def write_build(self, name: str, data: bytes) -> str:
        """Write a document into build/, which can always be made again; gives its path relative to the root.

        Who writes holds the lock, so what is half written of the same document is of one that was killed.
        """
        folder = self.tree.build_folder()
        with suppress(OSError):
            for begun in folder.glob(f".{escape(name)}.*.part"):
                begun.unlink()
        files.write(folder / name, data, f"build/{name}", lasting=False)
        return f"build/{name}"

    def built(self, id: str) -> list[str]:
        """The documents of a briefing that stand in build/ now, relative to the root."""
        found = (self.root / "build" / f"{id}.{form}" for form in pipeline.formats())
        return [f"build/{path.name}" for path in found if path.is_file()]

    def built_before(self) -> list[str]:
        """The documents in build/ of no briefing that is here: one was withdrawn or renamed, or it is a volume."""
        ids, endings = self.tree.ids(), {f".{form}" for form in pipeline.formats()}
        found = sorted((self.root / "build").glob("*.*"))
        return [f"build/{path.name}" for path in found if path.suffix in endings and path.stem not in ids]


def _matching(known: Sequence[str], pattern: str) -> list[str]:
    return [] if pattern in known else [id for id in known if fnmatchcase(id, pattern)]


def _id(named: str) -> str:
    """A briefing by its id or its folder: the Tab key makes `source\\ID\\` of it, VS Code the path of a file in it."""
    parts = [part for part in named.replace("\\", "/").split("/") if part not in ("", ".")]
    for before, id in reversed(list(pairwise(parts))):
        if before == "source":
            return id
    return parts[0] if len(parts) == 1 else named


def _meant(id: str) -> str:
    """What somebody may have meant who named a briefing that is not there."""
    if id[:1] in tuple("–—－−"):
        return "; an option begins with two hyphens: --"
    if id.startswith("#"):
        return "; cmd.exe knows no remark behind #, leave it out"
    return '; PowerShell wants quotation marks around several formats: "docx,md"' if id in pipeline.formats() else ""
