"""A file with nearly the name of one of ours, or in the wrong folder, holds work that nothing reads.

A briefing is a folder in source/ itself: one in source/2024/ is not looked for, nor a zh.md or en.md outside of all
folders, nor a saved page that nobody imported.  OneDrive keeps `en-LAPTOP.md` beside `en.md` when two people wrote at
once, Explorer makes `en - Copy.md`, and Notepad saves `en.md.txt`, whose ending Windows hides.

Bad:   source/2024-07-10-yubei/en.md.txt
Good:  source/2024-07-10-yubei/en.md

What to do: where there is no such file of ours yet, rename it; else take over what is new in it (VS Code:
mark both, *Compare Selected*), and delete it.  A copy that you want to keep goes into another folder.
"""

from __future__ import annotations

from yubei_pub.findings import Severity

SEVERITY = Severity.WARNING
