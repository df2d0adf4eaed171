"""Pictures are what their bytes say, whole, and of a size that can be printed."""

from __future__ import annotations

import struct
import zlib
from hashlib import sha256
from io import BytesIO

import pytest
from PIL import Image, ImageCms

from yubei_pub import markdown, pictures
from yubei_pub.document import Block
from yubei_pub.findings import Finding
from yubei_pub.model import Picture
from yubei_pub.trace import Source


def figure(path: str) -> Block:
    document = markdown.read(Source("zh.md", f"# 题\n\n![图。]({path})\n"))
    return document.sections[0].blocks[0]


def image(kind: str, size: tuple[int, int] = (40, 30), mode: str = "RGB") -> bytes:
    out = BytesIO()
    Image.new(mode, size, 120).save(out, kind)
    return out.getvalue()


def says(path: str, data: bytes | None) -> str:
    found = pictures.inspect(figure(path), data)
    assert isinstance(found, Finding)
    return f"{found.severity.value}: {found.message}"


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF"])
def test_the_kind_is_that_of_the_bytes(kind: str) -> None:
    data = image(kind)
    assert pictures.inspect(figure("a.dat"), data) == Picture("a.dat", data, kind.lower(), 40, 30)


@pytest.mark.parametrize("path", ["../a.png", "a/../../b.png", "/etc/a.png", "C:/a.png", "..\\a.png", "http://a/b.png"])
def test_a_path_out_of_the_folder_is_an_error(path: str) -> None:
    assert says(path, image("PNG")).startswith("error: the picture")


@pytest.mark.parametrize("path", ["a.png", "figures/a b.png", "趙.jpg", "063--09鳥瞰.jpg", "a..b.png"])
def test_a_path_inside_is_none(path: str) -> None:
    assert isinstance(pictures.inspect(figure(f"<{path}>"), image("PNG")), Picture)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF"])
def test_half_a_picture_is_damaged(kind: str) -> None:
    noise = Image.effect_noise((200, 200), 80)
    out = BytesIO()
    noise.save(out, kind)
    assert "damaged or not whole" in says("a.png", out.getvalue()[: len(out.getvalue()) // 2])


@pytest.mark.parametrize("data", [b"", b"<svg/>", image("WEBP"), image("BMP")], ids=["empty", "svg", "webp", "bmp"])
def test_other_kinds_are_said(data: bytes) -> None:
    assert "not a PNG, JPEG or GIF picture" in says("a.png", data)


@pytest.mark.parametrize("side", [9000, 30000])
def test_a_bomb_is_too_large(side: int) -> None:
    assert "too many to print" in says("a.png", image("PNG", (side, side), "1"))


def test_no_path_and_no_picture() -> None:
    assert says("", None).startswith("error: this figure names no picture")
    assert says("a.png", None).startswith("warning: there is no picture")


def test_a_file_of_nearly_the_name_is_told() -> None:
    assert isinstance(pictures.inspect(figure("a.png"), image("PNG"), "A.png"), Picture)
    found = pictures.inspect(figure("a.png"), None, "A.PNG")
    assert isinstance(found, Finding)
    assert str(found.message).startswith("the picture “a.png” is called “A.PNG” in the briefing’s folder")


def shown(data: bytes) -> Picture:
    found = pictures.inspect(figure("a.jpg"), data)
    assert isinstance(found, Picture), found.message
    return found


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def photograph(kind: str, size: tuple[int, int], orientation: int = 1, **more: object) -> bytes:
    """Noise with a white corner at the top left, as a camera saves it."""
    image = Image.effect_noise(size, 60).convert("RGB")
    image.paste("white", (0, 0, size[0] // 4, size[1] // 4))
    exif = Image.Exif()
    exif[0x0112] = orientation
    out = BytesIO()
    image.save(out, kind, exif=exif, **more)
    return out.getvalue()


# Where the corner that is at the top left in the file belongs, by EXIF's orientation.
CORNERS = {2: (3, 0), 3: (3, 3), 4: (0, 3), 5: (0, 0), 6: (3, 0), 7: (3, 3), 8: (0, 3)}


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
@pytest.mark.parametrize("orientation", CORNERS)
def test_a_picture_is_turned_as_the_camera_was_held(kind: str, orientation: int) -> None:
    data = photograph(kind, (80, 40), orientation)
    picture = shown(data)
    assert (picture.width, picture.height) == ((40, 80) if orientation > 4 else (80, 40))
    turned = opened(picture.data).convert("L")
    assert turned.size == (picture.width, picture.height)
    assert turned.getexif().get(0x0112, 1) == 1
    parts = turned.resize((4, 4), Image.Resampling.BOX)
    assert max(((x, y) for x in range(4) for y in range(4)), key=parts.getpixel) == CORNERS[orientation]  # type: ignore[arg-type]
    assert picture.original == sha256(data).hexdigest()


@pytest.mark.parametrize("size", [(3000, 300), (300, 3000), (2400, 1800)])
def test_a_large_picture_is_scaled_for_print(size: tuple[int, int]) -> None:
    data = photograph("JPEG", size)
    picture = shown(data)
    scale = min(pictures.ACROSS / size[0], pictures.DOWN / size[1])
    assert (picture.width, picture.height) == (round(size[0] * scale), round(size[1] * scale))
    assert opened(picture.data).size == (picture.width, picture.height)
    assert picture.data == shown(data).data, "the same bytes each time"


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_the_colour_profile_is_kept(kind: str) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    picture = shown(photograph(kind, (3000, 40), icc_profile=profile))
    assert picture.width == pictures.ACROSS
    assert opened(picture.data).info["icc_profile"] == profile


def test_where_the_photograph_was_taken_does_not_go_into_a_scaled_one() -> None:
    assert not opened(shown(photograph("JPEG", (3000, 40), 6)).data).getexif()


@pytest.mark.parametrize("mode", ["1", "P"])
def test_a_drawing_that_would_grow_stays_as_it_is(mode: str) -> None:
    drawing = Image.new("1", (3000, 2000), 1)
    drawing.paste(0, (100, 100, 2900, 1900))
    out = BytesIO()
    drawing.convert(mode).save(out, "PNG", optimize=True)
    assert shown(out.getvalue()) == Picture("a.jpg", out.getvalue(), "png", 3000, 2000)


def test_the_second_picture_of_a_telephone_does_not_disturb() -> None:
    one, two = (Image.new("RGB", (40, 30), colour) for colour in ("red", "blue"))
    out = BytesIO()
    one.save(out, "MPO", save_all=True, append_images=[two])
    assert shown(out.getvalue()).kind == "jpeg"


@pytest.mark.parametrize("large", [False, True])
def test_half_a_large_picture_is_damaged_too(large: bool) -> None:
    data = photograph("JPEG", (3000, 2000) if large else (300, 200), 6)
    assert "damaged or not whole" in says("a.jpg", data[: len(data) // 2])


def test_the_bomb_of_the_facts() -> None:
    """40,000 × 40,000 pixels in 194 KB, put together from its parts: Pillow refuses to make one."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = zlib.compressobj(9)
    pixels = b"".join(rows.compress(b"\0" * 5001) for _ in range(40_000)) + rows.flush()
    head = struct.pack(">IIBBBBB", 40_000, 40_000, 1, 0, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    assert len(bomb) < 250_000
    assert "too many to print" in says("a.png", bomb)


@pytest.mark.parametrize(("data", "kind"), [(image("WEBP"), "a WebP picture"), (b"<svg/>", "an SVG drawing")])
def test_what_else_it_is_is_said(data: bytes, kind: str) -> None:
    assert says("a.png", data).startswith(f"warning: “a.png” is {kind}, not a PNG")
