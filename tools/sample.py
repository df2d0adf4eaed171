"""Build docs/sample anew: the sample as Word and Markdown, its pages and its web page as pictures.

    .venv/bin/python tools/sample.py [DIR]

The pages want LibreOffice, poppler's pdftoppm, and the fonts that .ci/run installs; the web page Chromium.
Web page and EPUB are not kept there: with the charts in them they are half a megabyte each.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from yubei_pub import pipeline
from yubei_pub.project import Project
from yubei_pub.settings import Style

TOP = Path(__file__).parents[1]
SAMPLE = "2024-07-10-yubei"
STYLE = Style(pictures="../../source")  # seen from docs/sample/
SHIPPED = ("docx", "md")
LAYOUTS = ("stacked", "english")
SCREENS = {"web-wide": (1280, 1500), "web-phone": (390, 1500)}  # pixels


def build(folder: Path) -> list[Path]:
    """The documents, byte for byte the same for the same sample."""
    briefing = Project(TOP).briefing(SAMPLE)
    written = []
    for name in SHIPPED:
        path = folder / f"{SAMPLE}.{name}"
        path.write_bytes(pipeline.typeset([briefing], STYLE, name)[0])
        written.append(path)
    return written


def pages(document: Path, folder: Path) -> None:
    """page-1.png, page-2.png, … as LibreOffice sets them."""
    with TemporaryDirectory() as work:
        (pdf,) = printed(Path(work), document)
        for old in folder.glob("page-*.png"):
            old.unlink()
        subprocess.run(["pdftoppm", "-r", "90", "-png", pdf, folder / "page"], check=True)


def layouts(folder: Path) -> None:
    """The second page in each of the other layouts: stacked.png, english.png."""
    briefing = Project(TOP).briefing(SAMPLE)
    with TemporaryDirectory() as work:
        documents = [Path(work) / f"{layout}.docx" for layout in LAYOUTS]
        for document in documents:
            document.write_bytes(pipeline.typeset([briefing], STYLE._replace(layout=document.stem), "docx")[0])
        for pdf in printed(Path(work), *documents):
            second = ["-r", "60", "-f", "2", "-l", "2", "-singlefile", "-png"]
            subprocess.run(["pdftoppm", *second, pdf, folder / pdf.stem], check=True)


def printed(work: Path, *documents: Path) -> list[Path]:
    """The documents as PDF."""
    office = ["soffice", f"-env:UserInstallation=file://{work}/profile", "--headless"]
    subprocess.run([*office, "--convert-to", "pdf", "--outdir", work, *documents], check=True, capture_output=True)
    return [work / f"{document.stem}.pdf" for document in documents]


def screens(folder: Path) -> None:
    """web-wide.png and web-phone.png as Chromium shows them."""
    from PIL import Image

    briefing = Project(TOP).briefing(SAMPLE)
    with TemporaryDirectory() as work:
        page = Path(work) / "page.html"
        page.write_bytes(pipeline.typeset([briefing], STYLE, "html")[0])
        for name, (width, height) in SCREENS.items():
            shot = folder / f"{name}.png"
            size = [f"--window-size={width},{height}", f"--screenshot={shot}", f"--user-data-dir={work}/profile"]
            options = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", *size]
            subprocess.run(["chromium", *options, page.as_uri()], check=True, capture_output=True)
            with Image.open(shot) as image:
                small = image.convert("RGB").quantize(64)
            small.save(shot, optimize=True)


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TOP / "docs" / "sample"
    for path in build(target):
        print(path)
    pages(target / f"{SAMPLE}.docx", target)
    layouts(target)
    screens(target)
