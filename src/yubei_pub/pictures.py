"""Pictures named in zh.md: what their bytes are, whatever their names say.

A picture is decoded once to see that it is whole: half a picture is a black box in Word.  Word
and the web show PNG, JPEG and GIF alike; everything else is a finding, and the figure's
caption is printed all the same.  One that its camera held on its side, or that has more pixels than
paper shows, is turned and scaled for the documents; the file stays as it is.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from hashlib import sha256
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from yubei_pub.document import Block
from yubei_pub.findings import Finding, Message, Severity
from yubei_pub.model import Picture
from yubei_pub.remembered import Json, Remembered

if TYPE_CHECKING:
    from PIL import Image

# A telephone's JPEG with a second picture behind it (MPO) is a JPEG for all who do not look for the second.
KINDS = {"PNG": "png", "JPEG": "jpeg", "MPO": "jpeg", "GIF": "gif"}
_NAMES = {"WEBP": "a WebP picture", "TIFF": "a TIFF picture", "BMP": "a BMP picture", "AVIF": "an AVIF picture"}

# A 40,000 × 40,000 PNG of 194 KB takes gigabytes in the reader's Word (measured): 60 megapixels
# are an A3 page at 600 dpi.
MAX_PIXELS = 60_000_000

# 300 pixels an inch, which is what presses ask for, over the text of an A4 page, 166 mm wide, and 180 mm of its height.
ACROSS, DOWN = 1965, 2125
_QUALITY = 88  # of a JPEG: no difference is seen on paper
# What can be scaled, and as what; what is not here (sixteen bits, say) is printed as it is.
_SCALED = {"1": "L", "L": "L", "LA": "LA", "P": "RGBA", "RGB": "RGB", "RGBA": "RGBA", "CMYK": "CMYK"}
_ORIENTATION = 0x0112  # the tag of EXIF (2.3, 4.6.4 A) that says how the camera was held; 1 is upright


def is_inside(path: str) -> bool:
    """Whether a picture path stays inside the briefing's folder, on every system."""
    parts = PurePosixPath(path.replace("\\", "/"))
    return bool(path) and not parts.is_absolute() and ".." not in parts.parts and ":" not in path


def is_one(data: bytes) -> bool:
    """Whether bytes are a picture, of whatever kind."""
    from io import BytesIO

    from PIL import Image

    try:
        with Image.open(BytesIO(data)):
            return True
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return False


def inspect(block: Block, data: bytes | None, near: str = "") -> Picture | Finding:
    """The picture of a figure block, or the finding that says why there is none but a file `near` to its name."""
    path = block.picture
    if not path:
        return _finding(block, Severity.ERROR, "this figure names no picture; write its file name between ( and )")
    if not is_inside(path):
        message = (
            "the picture “{path}” is outside the briefing’s folder; copy it into the folder and name it from there"
        )
        return _finding(block, Severity.ERROR, message)
    if data is None and near:
        message = (
            "the picture “{path}” is called “{near}” in the briefing’s folder, which only some systems take for the "
            "same name; copy the file’s own name into zh.md and en.md"
        )
        return _finding(block, Severity.WARNING, message, near=near)
    if data is None:
        message = "there is no picture “{path}” in the briefing’s folder; its caption is printed without it"
        return _finding(block, Severity.WARNING, message)
    return _decoded(block, data)


def recall(block: Block, data: bytes | None, remembered: Remembered, near: str) -> Picture | Finding:
    """The same, but of a file that is known what was made of it then."""
    if data is None:
        return inspect(block, data, near)
    made = list[Picture | Finding]()

    def make() -> Json:
        made.append(found := inspect(block, data))
        if isinstance(found, Finding):
            return None
        return [b64encode(found.data).decode() if found.original else "", *found[2:]]

    known = remembered(f"picture\n{sha256(data).hexdigest()}", make)
    if made or known is None:
        return made[0] if made else inspect(block, data)
    printed, *looks = known
    return Picture(block.picture, b64decode(printed) or data, *looks)


def _decoded(block: Block, data: bytes) -> Picture | Finding:
    import warnings
    from io import BytesIO

    from PIL import Image

    kind = ""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the size is judged here, with a message an editor can use
            with Image.open(BytesIO(data)) as image:
                kind = image.format or ""
                if image.width * image.height > MAX_PIXELS:
                    return _too_large(block)
                if kind in KINDS:
                    printed = _printed(block.picture, data, image)
                    image.load()
                    return printed
    except Image.DecompressionBombError:
        return _too_large(block)
    except (OSError, ValueError, SyntaxError):
        if kind in KINDS:
            return _finding(block, Severity.WARNING, "the picture “{path}” is damaged or not whole; save it again")
    message = "“{path}” is {kind}, not a PNG, JPEG or GIF picture; save it as one of these to have it printed"
    return _finding(block, Severity.WARNING, message, kind=_other_kind(kind, data))


def _other_kind(kind: str, data: bytes) -> str:
    """What a picture is that we do not print, as an editor would call it."""
    if kind:
        return _NAMES.get(kind, kind)
    return "an SVG drawing" if b"<svg" in data[:1000] else "something else"


def _printed(path: str, data: bytes, image: Image.Image) -> Picture:
    """The picture upright and no finer than paper shows; the file's own bytes where they are that already."""
    from PIL import Image, ImageOps

    kind = KINDS[image.format or ""]
    as_it_is = Picture(path, data, kind, *image.size)
    turned = image.getexif().get(_ORIENTATION, 1) != 1
    fine = max(image.size) > min(ACROSS, DOWN)
    if kind == "gif" or image.mode not in _SCALED or not (turned or fine):  # an animation stays whole
        return as_it_is
    if fine:
        image.draft(None, (DOWN, DOWN))  # a JPEG is decoded no larger than needed: a fifth of the time
    upright = ImageOps.exif_transpose(image)
    scale = min(1.0, ACROSS / upright.width, DOWN / upright.height)
    if scale < 1.0:
        size = max(1, round(upright.width * scale)), max(1, round(upright.height * scale))
        upright = upright.convert(_SCALED[image.mode]).resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    encoded = _encoded(upright, kind, image.info.get("icc_profile"))
    if not turned and len(encoded) >= len(data):  # a drawing in few colours grows when it is scaled
        return as_it_is
    return Picture(path, encoded, kind, *upright.size, original=sha256(data).hexdigest())


def _encoded(image: Image.Image, kind: str, profile: bytes | None) -> bytes:
    """The bytes of a picture with its colour profile, and nothing else of the file: no camera, no place."""
    from io import BytesIO

    buffer = BytesIO()
    image.save(buffer, kind, quality=_QUALITY, icc_profile=profile)
    return buffer.getvalue()


def _too_large(block: Block) -> Finding:
    message = "“{path}” has more than {most} million pixels, too many to print; 3000 pixels across are plenty"
    return _finding(block, Severity.WARNING, message, most=MAX_PIXELS // 1_000_000)


def _finding(block: Block, severity: Severity, template: str, **args: object) -> Finding:
    return Finding("pictures", severity, block.place, Message(template, path=block.picture, **args))
