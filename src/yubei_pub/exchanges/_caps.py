"""How large a file of somebody else may be before it is refused, and what its text is."""

from __future__ import annotations

from yubei_pub.findings import Message, Place, YubeiError
from yubei_pub.trace import Source

MAX_BYTES = 32_000_000  # a translation memory of 100,000 pairs
MAX_UNPACKED = 128_000_000
MAX_DEPTH = 64
MAX_NODES = 2_000_000
MAX_ROWS = 200_000


def refuse_large(name: str, data: bytes) -> None:
    """YubeiError for a file that nobody means."""
    if len(data) > MAX_BYTES:
        message = "this file has more than {most} MB; export fewer texts at a time"
        raise YubeiError(Message(message, most=MAX_BYTES // 1_000_000), path=name)


def decoded(name: str, data: bytes) -> Source:
    """The text of a file in UTF-8 or, with its mark, UTF-16; YubeiError with the place where it is neither."""
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return Source(name, data.decode(encoding))
    except UnicodeDecodeError as error:
        good = Source(name, data[: error.start].decode(encoding, "ignore"))
        message = "from here on this is not UTF-8; save it again with the encoding UTF-8 (in Excel: “CSV UTF-8”)"
        raise YubeiError(Message(message), Place(good, len(good.text), len(good.text))) from None
