"""What zipfile raises for a file that is no whole zip: cut off, damaged, with a password, packed in a strange way."""

from __future__ import annotations

from zipfile import BadZipFile
from zlib import error

BROKEN = (BadZipFile, KeyError, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, error)
