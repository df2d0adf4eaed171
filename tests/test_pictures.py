"""Pictures are what their bytes say, whole, and of a size that can be printed."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

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
    assert "not a PNG, JPEG or GIF" in says("a.png", data)


@pytest.mark.parametrize("side", [9000, 30000])
def test_a_bomb_is_too_large(side: int) -> None:
    assert "too many to print" in says("a.png", image("PNG", (side, side), "1"))


def test_no_path_and_no_picture() -> None:
    assert says("", None).startswith("error: this figure names no picture")
    assert says("a.png", None).startswith("warning: there is no picture")
