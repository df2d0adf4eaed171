"""Whether the contents list of a Word file names the page on which LibreOffice sets each heading.

    make bench-contents                                      # the sample, and the real page where it is at hand
    make bench-contents ARGS="DIR ..."                       # folders of other briefings, with zh.md and en.md

Each is built in all layouts, both orders, on A4 and Letter.  For each build it prints how many headings stand how
many pages behind the one that the list names.  Wants LibreOffice.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import Any

import docx
from pypdf import PdfReader
from pypdf.generic import Destination

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "source" / "2024-07-10-yubei"
REAL = ROOT.parent / "shared" / "pages" / "yubei-2024-07-10.txt"
AS_PDF = 'pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"true"}}'


def bare(heading: str) -> str:
    """A heading without blanks and draft mark, by which both files are compared."""
    return re.sub(r"\s", "", heading).removesuffix("NOTREVIEWED")


def listed(word: Path) -> Iterator[tuple[str, int]]:
    """The entries of the contents list, each with the page that it names."""
    for paragraph in docx.Document(str(word)).element.body.iter("{*}p"):
        style = paragraph.find("{*}pPr/{*}pStyle")
        if style is None or not str(style.get(style.keys()[0])).startswith("TOC"):
            continue
        entry = "".join(text.text or "" for text in paragraph.iter("{*}t"))
        if found := re.fullmatch(r"(.+?)\s*(\d+)", entry):
            yield found[1], int(found[2])


def standing(pdf: Path) -> list[tuple[str, int]]:
    """The headings of a PDF, each with its page."""
    reader = PdfReader(pdf)

    def walk(outline: Sequence[Any]) -> Iterator[tuple[str, int]]:
        for entry in outline:
            if isinstance(entry, Destination):
                yield str(entry.title), (reader.get_destination_page_number(entry) or 0) + 1
            else:
                yield from walk(entry)

    return list(walk(reader.outline))


def behind(word: Path, pdf: Path) -> Counter[int]:
    """How many headings stand how many pages behind the one that is named."""
    found, counted, at = standing(pdf), Counter[int](), 0
    for entry, page in listed(word):
        at = next(later for later in range(at, len(found)) if bare(entry) in bare(found[later][0]))
        counted[found[at][1] - page] += 1
        at += 1
    return counted


def run(*command: str | Path, at: Path) -> None:
    """A command whose output nobody reads; a build with findings is a build."""
    subprocess.run(command, cwd=at, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)


def project(work: Path, folders: Sequence[Path]) -> Path:
    """An editor's folder with these briefings, or with the sample and the real page."""
    shutil.copy(ROOT / "glossary.yaml", work)
    for folder in folders or [SAMPLE]:
        shutil.copytree(folder, work / "source" / folder.resolve().name)
    if not folders and REAL.exists():
        run(sys.executable, "-m", "yubei_pub", "import", REAL, "--id", "real", at=work)
        shutil.copy(REAL.with_suffix(".en.md"), work / "source" / "real" / "en.md")
    return work


def main(folders: Sequence[Path]) -> None:
    """Print all."""
    total = Counter[int]()
    with tempfile.TemporaryDirectory() as folder:
        work = project(Path(folder), folders)
        for layout, order, paper in product(("parallel", "stacked", "english"), ("en-zh", "zh-en"), ("a4", "letter")):
            settings = f"layout: {layout}\norder: {order}\npaper: {paper}\n"
            (work / "yubei-pub.yaml").write_text(settings, "utf-8")
            run(sys.executable, "-m", "yubei_pub", "build", "--format", "docx", at=work)
            words = sorted((work / "build").glob("*.docx"))
            profile = f"-env:UserInstallation=file://{work}/profile"
            run("soffice", profile, "--headless", "--convert-to", AS_PDF, "--outdir", work, *words, at=work)
            for word in words:
                counted = behind(word, work / f"{word.stem}.pdf")
                print(f"{layout:9}{order:6}{paper:7}{word.stem:24}", told(counted))
                total += counted
    print(f"{sum(total.values())} headings:", told(total))


def told(counted: Counter[int]) -> str:
    """Pages behind, and how many headings."""
    return ", ".join(
        f"{pages:+d}: {number}" if pages else f"right: {number}" for pages, number in sorted(counted.items())
    )


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
