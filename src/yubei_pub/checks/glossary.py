"""glossary.yaml says what it means, entry by entry.

Found while the glossary is read.  A term that cannot be understood is left out and
reported; the others work on.

Bad:   - zh: 感知设备
         en: no
Good:  - zh: 感知设备
         en: sensing devices
         status: proposed

What to do: the message names the line and what to type there.  An approved term needs a
citation: the public document where the rendering was seen.
"""

from __future__ import annotations

from yubei_pub.findings import Severity

SEVERITY = Severity.ERROR
