"""Pictures for a screen: a large one is scaled, because a file with a whole photograph in it is mailed to nobody."""

from __future__ import annotations

from io import BytesIO

from yubei_pub.model import Picture

# Twice the width of the text on a wide screen, for screens with two points a pixel.
MOST_ACROSS = 1920
_LARGE = 400_000  # bytes; a smaller file is left as it is, unless it is far too wide
_QUALITY = 85


def for_screen(picture: Picture) -> Picture:
    """The picture as it is, or scaled and turned as its camera meant, its colour profile kept.

    An animation stays whole.
    """
    small = len(picture.data) <= _LARGE and picture.width <= 2 * MOST_ACROSS
    if small or picture.kind == "gif" or max(picture.width, picture.height) <= MOST_ACROSS:
        return picture
    from PIL import Image, ImageOps

    with Image.open(BytesIO(picture.data)) as image:
        turned = ImageOps.exif_transpose(image)
        profile = image.info.get("icc_profile")
    if turned.mode == "P":
        turned = turned.convert("RGBA" if "transparency" in turned.info else "RGB")
    turned.thumbnail((MOST_ACROSS, MOST_ACROSS), Image.Resampling.LANCZOS)
    buffer = BytesIO()
    turned.save(buffer, picture.kind, quality=_QUALITY, optimize=picture.kind == "png", icc_profile=profile)
    return picture._replace(data=buffer.getvalue(), width=turned.width, height=turned.height)
