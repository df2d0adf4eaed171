"""How the bytes of a saved page were read, where it was not UTF-8.

A file does not say its encoding.  A byte order mark or a declaration in an HTML page is believed
if the bytes agree with it; UTF-8 is recognised; GB18030 (GBK, GB2312), Big5 and UTF-16 are told by
the characters that come out.  The choice is reported once, when the page is imported.  A page
that makes no sense in any of them is refused, never guessed.

Bad:   a page in Big5, read as GBK: 笆慽ㄤい for 巴里其中.
Good:  the same page, reported as Big5 and read as such.

What to do: look whether zh.md is readable.  If it is not, open the page in the browser, copy its
text into an editor, save it as UTF-8 and import that.
"""

from __future__ import annotations

from yubei_pub.findings import Severity

SEVERITY = Severity.NOTE
