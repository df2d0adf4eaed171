"""The files of an editor's folder: each read with its digest, written so that nothing is lost."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from unicodedata import normalize

from yubei_pub import files
from yubei_pub.findings import Message, Place, YubeiError
from yubei_pub.trace import Source

_OLD_MAC = Message(
    "the lines end as on an old Mac (CR), which git and yubei-pub take for one line; open it in VS Code, "
    "click LF or CRLF at the bottom right, choose LF, and save"
)


class Tree:
    """The files below a project's root, by their names relative to it, with `/`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.read: dict[str, str] = {}  # the digest of each file that was read, by its name
        self.sources: dict[str, Source] = {}  # the texts among them
        self._conflicts_told = False

    def ids(self) -> list[str]:
        """The briefings: folders in source/ with a zh.md or a saved page."""
        folder = self.root / "source"
        if not folder.is_dir():
            return []
        return sorted(f.name for f in folder.iterdir() if f.is_dir() and (has(f, "zh.md") or saved_pages(f)))

    def page(self, id: str) -> tuple[str, bytes] | None:
        """The name and the bytes of the saved page of a briefing; YubeiError where there are several."""
        found = saved_pages(self.root / "source" / id)
        if len(found) > 1:
            names = ", ".join(page.name for page in found)
            raise YubeiError(Message("more than one saved page: {names}; keep one", names=names), path=f"source/{id}")
        if not found:
            return None
        name = f"source/{id}/{found[0].name}"
        return name, self.load(found[0], name)

    def pictures(self, id: str, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Those pictures of a briefing that are there, by their paths in its folder."""
        for path in paths:
            if file := files.inside(self.root / "source" / id, path):
                yield path, self.load(file, f"source/{id}/{path}")

    def nearly(self, id: str, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
        """By paths that name no picture of a briefing, the file that some systems would open for them."""
        folder = self.root / "source" / id
        there = sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())
        alike = {_alike(name): name for name in there}
        yield from ((path, alike[_alike(path)]) for path in paths if _alike(path) in alike)

    def text(self, name: str) -> Source | None:
        """An editor's file, None where there is none."""
        return self.need(name) if (self.root / name).exists() else None

    def need(self, name: str) -> Source:
        """An editor's file; YubeiError where it cannot be read."""
        try:
            self.sources[name] = source = files.decode(name, self.load(self.root / name, name))
        except files.ConflictError as error:
            raise self._with_others(error) from None
        if "\n" not in source.text and "\r" in source.text.strip():
            raise YubeiError(_OLD_MAC, Place(source, 0, 0))
        return source

    def _with_others(self, error: files.ConflictError) -> YubeiError:
        """The first conflict that is met names the other files with one: a merge leaves them in several at once."""
        paths = [self.root / "glossary.yaml", self.root / "yubei-pub.yaml", *(self.root / "source").glob("*/*")]
        texts = (path for path in sorted(paths) if path.suffix in (".md", ".yaml") and path.is_file())
        conflicts = (path for path in texts if files.CONFLICT.search(path.read_bytes().decode("utf-8", "replace")))
        names = [path.relative_to(self.root).as_posix() for path in conflicts]
        others = ", ".join(name for name in names if name != error.path)
        if not others or self._conflicts_told:
            return error
        self._conflicts_told = True
        message = error.message.template + "; there are such lines in {others} too"
        return YubeiError(Message(message, **error.message.args, others=others), error.place)

    def load(self, path: Path, name: str) -> bytes:
        """A file as it is, its digest noted under its name."""
        data = files.read_bytes(path, name)
        self.read[name] = files.digest(data)
        return data

    def write(self, name: str, data: bytes) -> None:
        """Put a file in its place at once, its folders made first."""
        files.write(self.root / name, data, name)

    def rewrite(self, source: Source, text: str) -> None:
        """Put a text in the place of that of an editor's file, which must still be what was read."""
        self.write(source.path, self.with_text(source, text))

    def with_text(self, source: Source, text: str) -> bytes:
        """The bytes of an editor's file with another text."""
        path = self.root / source.path
        data = files.read_bytes(path, source.path) if path.exists() else b""
        mark = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
        if data != mark + source.text.encode():
            message = "was changed while it was being checked; nothing was written, try again"
            raise YubeiError(Message(message), path=source.path)
        return mark + text.encode()

    def build_folder(self) -> Path:
        """build/, which git is told to leave alone."""
        folder = self.root / "build"
        if not folder.is_dir():
            if folder.is_symlink() or folder.exists():
                message = "is no folder, and what is made goes into a folder of this name; delete it or rename it"
                raise YubeiError(Message(message), path="build")
            files.write(folder / ".gitignore", b"*\n!.gitignore\n", "build/.gitignore")
        return folder


def _alike(path: str) -> str:
    """The same for names that differ in capitals only, or in the form of Unicode that a system gave them."""
    return normalize("NFC", normalize("NFC", PurePosixPath(path).as_posix()).casefold())


def has(folder: Path, name: str) -> bool:
    """Whether a folder has such a file."""
    return (folder / name).is_file()


def saved_pages(folder: Path) -> list[Path]:
    """The saved pages in a folder: page.txt and its like; a page.png or page.txt.bak is none."""
    saved = sorted(path for path in folder.glob("page.*") if path.stem == "page")
    if not saved:
        return []
    from yubei_pub import pages

    known = pages.extensions()
    return [path for path in saved if path.suffix.lower() in known]
