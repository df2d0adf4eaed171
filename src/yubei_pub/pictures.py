"""Pictures named in zh.md: what their bytes are, whatever their names say.

A picture is decoded once to see that it is whole: half a picture is a black box in Word.  Word
and the web show PNG, JPEG and GIF alike; everything else is a finding, and the figure's
caption is printed all the same.
"""

from __future__ import annotations

from pathlib import PurePosixPath

from yubei_pub.document import Block
from yubei_pub.findings import Finding, Message, Severity
from yubei_pub.model import Picture

KINDS = {"PNG": "png", "JPEG": "jpeg", "GIF": "gif"}

# A 40,000 × 40,000 PNG of 194 KB takes gigabytes in the reader's Word (measured): 60 megapixels
# are an A3 page at 600 dpi.
MAX_PIXELS = 60_000_000


def is_inside(path: str) -> bool:
    """Whether a picture path stays inside the briefing's folder, on every system."""
    parts = PurePosixPath(path.replace("\\", "/"))
    return bool(path) and not parts.is_absolute() and ".." not in parts.parts and ":" not in path


def inspect(block: Block, data: bytes | None) -> Picture | Finding:
    """The picture of a figure block, or the finding that says why there is none."""
    path = block.picture
    if not path:
        return _finding(block, Severity.ERROR, "this figure names no picture; write its file name between ( and )")
    if not is_inside(path):
        message = (
            "the picture “{path}” is outside the briefing’s folder; copy it into the folder and name it from there"
        )
        return _finding(block, Severity.ERROR, message)
    if data is None:
        message = "there is no picture “{path}” in the briefing’s folder; its caption is printed without it"
        return _finding(block, Severity.WARNING, message)
    return _decoded(block, data)


def _decoded(block: Block, data: bytes) -> Picture | Finding:
    import warnings
    from io import BytesIO

    from PIL import Image

    kind, width, height = "", 0, 0
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the size is judged here, with a message an editor can use
            with Image.open(BytesIO(data)) as image:
                kind, (width, height) = image.format or "", image.size
                if width * height > MAX_PIXELS:
                    return _too_large(block)
                if kind in KINDS:
                    image.load()
    except Image.DecompressionBombError:
        return _too_large(block)
    except (OSError, ValueError, SyntaxError):
        if kind in KINDS:
            return _finding(block, Severity.WARNING, "the picture “{path}” is damaged or not whole; save it again")
    if kind not in KINDS:
        message = "“{path}” is not a PNG, JPEG or GIF picture; save it as one of these to have it printed"
        return _finding(block, Severity.WARNING, message)
    return Picture(block.picture, data, KINDS[kind], width, height)


def _too_large(block: Block) -> Finding:
    message = "“{path}” has more than {most} million pixels, too many to print; 3000 pixels across are plenty"
    return _finding(block, Severity.WARNING, message, most=MAX_PIXELS // 1_000_000)


def _finding(block: Block, severity: Severity, template: str, **args: object) -> Finding:
    return Finding("pictures", severity, block.place, Message(template, path=block.picture, **args))
