"""Files with nearly the name of one of ours, or in the wrong folder: likely to hold work, and nothing reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize

from yubei_pub.files.tree import has, saved_pages
from yubei_pub.findings import Finding, Message, Place, Severity
from yubei_pub.patterns import lazy_regex
from yubei_pub.trace import Source

# What Windows, OneDrive and people make of our names: en.md.txt, "en (1).md", en-LAPTOP.md, glossary.yml.
_OF_A_BRIEFING = {
    "zh.md": lazy_regex(r"zh\b.*\.md(?:\.txt)?|zh\.txt", re.I),
    "en.md": lazy_regex(r"en\b.*\.md(?:\.txt)?|en\.txt", re.I),
    "review.yaml": lazy_regex(r"review\b.*\.ya?ml(?:\.txt)?", re.I),
}
_TYPED_ELSEWHERE = lazy_regex(r"(?P<text>zh|en)\.(?:docx?|rtf|odt|wps)", re.I)
_OF_THE_PROJECT = {
    "glossary.yaml": lazy_regex(r"glossary\b.*\.ya?ml(?:\.txt)?", re.I),
    "yubei-pub.yaml": lazy_regex(r"yubei-pub\b.*\.ya?ml(?:\.txt)?", re.I),
}
_COPY_OF = lazy_regex(r"(?:Copy of |副本 ?)?(?P<name>.+?)(?: ?- ?(?:Copy|副本)| ?副本)?(?: ?[(（]\d+[)）])?", re.I)
_RENAME = "this is not read, for it is not called {ours}; rename it (Windows may hide an ending .txt)"
_CAPITALS = "some systems do not read this, for it is not called {ours}; rename it"
_COPY = "this looks like a copy of {ours}, and only that is read; take over what is new in it, then delete it"
_ELSEWHERE = "this is not read; copy its text into {ours}, which is a plain text"
_LOOSE = "this is not read; the files of a briefing lie in a folder of their own in source/, like source/2024-07-10-x"
_TWICE = "this folder looks like a copy of “{name}”, and is a briefing of its own; delete it, or give it another name"
_ALONE = "this is not read, for there is no zh.md beside it and no saved page; put back what was deleted"
_NOT_IMPORTED = "this saved page is not read; `yubei-pub import` takes it in"
_DEEP = "this is not read, for a briefing's folder lies in source/ itself; move “{name}” there"


def strays(root: Path, id: str) -> Iterator[Finding]:
    """Those in the folder of a briefing, or, if `id` is empty, in that of the project."""
    folder = f"source/{id}/" if id else ""
    names = sorted(path.name for path in (root / folder).iterdir() if path.is_file())
    for ours, like in (_OF_A_BRIEFING if id else _OF_THE_PROJECT).items():
        for name in names:
            if name != ours and like.fullmatch(_typed(name)):
                wrong = _CAPITALS if name.lower() == ours else _RENAME
                yield _stray(f"{folder}{name}", Message(_COPY if ours in names else wrong, ours=ours))
    if not id:
        yield from _astray(root)
        yield from _copies(root / "source")
        return
    for name in names:
        if match := _TYPED_ELSEWHERE.fullmatch(name):
            yield _stray(f"{folder}{name}", Message(_ELSEWHERE, ours=f"{match['text'].lower()}.md"))


def _typed(name: str) -> str:
    """A name as a keyboard in Chinese mode was to type it: en．md and en。md are meant for en.md."""
    return normalize("NFKC", name).replace("。", ".")


def _copies(source: Path) -> Iterator[Finding]:
    """Folders that Explorer or OneDrive made beside another: two briefings of one text."""
    names = {folder.name for folder in source.iterdir() if folder.is_dir()} if source.is_dir() else set()
    for name in sorted(names):
        copy = _COPY_OF.fullmatch(name)
        if copy and copy["name"] != name and copy["name"] in names:
            yield _stray(f"source/{name}", Message(_TWICE, name=copy["name"]))


def misnamed(root: Path, id: str) -> Path | None:
    """The file that is likely to be the zh.md or en.md of a briefing which does not have one."""
    folder = root / "source" / id
    names = sorted(path.name for path in folder.iterdir() if path.is_file())
    missing = (ours for ours in ("zh.md", "en.md") if ours not in names)
    found = (name for ours in missing for name in names if _OF_A_BRIEFING[ours].fullmatch(_typed(name)))
    return next((folder / name for name in found), None)


def _astray(root: Path) -> Iterator[Finding]:
    """Files of a briefing outside the folders that briefings are looked for in."""
    source = root / "source"
    for folder in (root, source):
        for ours in _OF_A_BRIEFING:
            if has(folder, ours) and (folder is source or ours.endswith(".md")):
                yield _stray((folder / ours).relative_to(root).as_posix(), Message(_LOOSE))
    if not source.is_dir():
        return
    yield from _not_imported(root, source)
    for folder in sorted(filter(Path.is_dir, source.iterdir())):
        if not has(folder, "zh.md") and not saved_pages(folder):
            yield from _not_imported(root, folder)
            yield from _no_briefing(folder)


def _no_briefing(folder: Path) -> Iterator[Finding]:
    """What lies in a folder without a Chinese text."""
    for ours in _OF_A_BRIEFING:
        if has(folder, ours):
            yield _stray(f"source/{folder.name}/{ours}", Message(_ALONE))
    for deeper in sorted(filter(Path.is_dir, folder.iterdir())):
        if has(deeper, "zh.md"):
            yield _stray(f"source/{folder.name}/{deeper.name}/zh.md", Message(_DEEP, name=deeper.name))


def _not_imported(root: Path, folder: Path) -> Iterator[Finding]:
    """Saved pages that were put where briefings are, under names of their own; a .txt or .md may be a note."""
    names = (path for path in sorted(folder.iterdir()) if path.is_file() and not path.name.startswith((".", "~")))
    if other := [path for path in names if path.suffix.lower() not in ("", ".md", ".txt", ".yaml")]:
        from yubei_pub import pages

        known = pages.extensions()
        for path in other:
            if path.suffix.lower() in known:
                yield _stray(path.relative_to(root).as_posix(), Message(_NOT_IMPORTED))


def _stray(name: str, message: Message) -> Finding:
    return Finding("stray-files", Severity.WARNING, Place(Source(name, ""), 0, 0), message)
