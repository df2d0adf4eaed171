"""A file that the program needs can be read.

What stands in its way is told with file, line and column: a file that is not UTF-8, YAML that cannot be
taken apart, two versions of a text that git left in one file, a folder with two saved pages.  Until it
is mended nothing else is known of the briefing (of any, if it is the glossary), so the check ends with 2.

Bad:
    <<<<<<< HEAD
    It connects 356,000 devices.
    =======
    It connects more than 356,000 devices.
    >>>>>>> a-branch

Good:
    It connects more than 356,000 devices.

What to do: what the message says, at the place that it names.
"""

from __future__ import annotations

from yubei_pub.findings import Severity

SEVERITY = Severity.ERROR
