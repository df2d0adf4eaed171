"""A saved page taken into a project: nothing that is there is overwritten."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from yubei_pub import files
from yubei_pub.files.strays import misnamed
from yubei_pub.files.tree import has, saved_pages
from yubei_pub.findings import Finding, Message, YubeiError
from yubei_pub.patterns import lazy_regex

if TYPE_CHECKING:
    from yubei_pub.pipeline.importing import Imported
    from yubei_pub.project import Project

# A folder name on every system: no separators, no leading dot, no names that Windows keeps for itself; and no hyphen
# that would make an option of it.
ID = lazy_regex(
    r"(?!(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$))[^\s./\\:*?\"<>|\x00-\x1f-][^/\\:*?\"<>|\x00-\x1f]*(?<![. ])", re.I
)
_MAX_ID = 120  # bytes: Windows opens paths of 260 characters, other systems names of 255 bytes


def take(project: Project, path: Path, id: str) -> tuple[list[str], Sequence[Finding]]:
    """Take a page in: the files written (relative to the root), and what to look at.

    YubeiError where the folder has a zh.md or another page.
    """
    _must_be_a_name(id, project.tree.ids())
    data = files.read_bytes(path, path.name)
    name = f"page{path.suffix.lower() or '.txt'}"
    _must_be_free(project.root / "source" / id, name, data)
    page = f"source/{id}/{name}"
    try:
        imported = _imported(project, page, data)
    except YubeiError as error:  # nothing is at that place yet: name the file that the editor has
        raise error.of(path.name) if error.path == page else error from None
    project.tree.write(page, data)
    return [page, *_written(project, id, imported, path.parent)], imported.findings


def take_missing(project: Project, id: str) -> tuple[list[str], Sequence[Finding]]:
    """The same for a folder that has a saved page and no zh.md; nothing for any other.

    YubeiError where a text lies there under another name: a new one beside it would be taken for the editor's.
    """
    page = project.tree.page(id)
    if page is None or has(project.root / "source" / id, "zh.md"):
        return [], ()
    if text := misnamed(project.root, id):
        message = (
            "is neither zh.md nor en.md, so it is not read; rename it, or delete it to have the page taken in again"
        )
        raise YubeiError(Message(message), path=f"source/{id}/{text.name}")
    imported = _imported(project, *page)
    with project.lock():
        return _written(project, id, imported, project.root / "source" / id), imported.findings


def _must_be_a_name(id: str, there: Sequence[str]) -> None:
    """YubeiError for what cannot name a folder beside those that are there, here or on another system."""
    message = "“{id}” cannot be the name of a folder; use letters, digits and hyphens, like 2024-07-10-yubei"
    if not ID.fullmatch(id):
        raise YubeiError(Message(message, id=id))
    if len(id.encode()) > _MAX_ID:
        message = "“{id}” is too long for the name of a folder; the date and a word or two do, like 2024-07-10-yubei"
        raise YubeiError(Message(message, id=f"{id[:20]}…"))
    for other in there:
        if other != id and other.casefold() == id.casefold():
            message = "“{id}” and “{other}” are the same folder for Windows; give the new one another name"
            raise YubeiError(Message(message, id=id, other=other))


def _must_be_free(folder: Path, name: str, data: bytes) -> None:
    """An import begun before, with the same page, may go on."""
    if has(folder, "zh.md"):
        message = (
            "is already there, and an editor may have worked on it; delete it first if you want to start again, or "
            "take a new edition of the page in under another --id, and compare both"
        )
        raise YubeiError(Message(message), path=f"source/{folder.name}/zh.md")
    for other in saved_pages(folder):
        if other.name != name or other.read_bytes() != data:
            raise YubeiError(Message("another saved page is already there"), path=f"source/{folder.name}/{other.name}")


def _imported(project: Project, path: str, data: bytes) -> Imported:
    from yubei_pub.pipeline import importing

    with project.memory() as memory:
        return importing.import_page(path, data, memory.near)


def _written(project: Project, id: str, imported: Imported, folder: Path) -> list[str]:
    """zh.md, en.md, and the pictures that the page holds or that were saved in `folder`: those not there yet."""
    from yubei_pub import pictures

    texts = {"zh.md": imported.zh.encode(), "en.md": imported.en.encode()}
    held = {path: data or _beside(folder, path) for path, data in imported.pictures.items() if path not in texts}
    shown = {path: data for path, data in held.items() if data and pictures.is_one(data)}
    new = {f"source/{id}/{path}": data for path, data in (texts | shown).items()}
    missing = {name: data for name, data in new.items() if not (project.root / name).exists()}
    for name, data in missing.items():
        project.tree.write(name, data)
    return list(missing)


def _beside(folder: Path, path: str) -> bytes | None:
    file = files.inside(folder, path)
    return files.read_bytes(file, path) if file else None
