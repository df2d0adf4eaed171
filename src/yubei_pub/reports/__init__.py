"""Formats of findings: one a file, `write(findings, manuals) -> str`.

`findings` come in the order of every report; `manuals` has what `yubei-pub explain` says of a
rule, for the formats that hand it on.  `REPOSITORY` says that a format's readers know files by
their path in the git repository, not in the project, which may be a folder of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

NO_MANUALS: Mapping[str, str] = MappingProxyType({})
