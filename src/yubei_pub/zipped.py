"""Zips: an entry that is the same every day, and what zipfile raises for what is no whole zip."""

from __future__ import annotations

from zipfile import ZIP_DEFLATED, BadZipFile, ZipInfo
from zlib import error

# Cut off, damaged, with a password, packed in a strange way.
BROKEN = (BadZipFile, KeyError, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, error)


def entry(name: str, compression: int = ZIP_DEFLATED) -> ZipInfo:
    """An entry that is the same on every day (it is of 1980-01-01) and every system."""
    info = ZipInfo(name)
    info.compress_type = compression
    info.create_system = 0
    info.external_attr = 0o600 << 16  # what zipfile would set for a stream; given, it is the same for all
    return info
