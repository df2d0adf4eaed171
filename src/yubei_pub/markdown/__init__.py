"""zh.md and en.md: read into a `Document`, every character traced to the file; written for an import.

front.py     the front matter and its keys
meant.py     line ends, control characters, and markup typed in full width, as it was meant
lines.py     the lines of Markdown's blocks, traced
inline.py    formatting inside a block: plain text, marks, pictures
blocks.py    Markdown's blocks as ours
stretches.py a file cut at its headings; plain paragraphs without the parser
reading.py   blocks to sections, and what is odd about them
writing.py   texts to Markdown that reads back the same
"""

from yubei_pub.markdown.front import KEYS
from yubei_pub.markdown.reading import read
from yubei_pub.markdown.writing import block, picture_path, write

__all__ = ["KEYS", "block", "picture_path", "read", "write"]
