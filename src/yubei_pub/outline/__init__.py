"""The lines of a repaired page as a document: what is title, heading, figure, text, and what is none of it.

A saved text page says nothing about its lines, so it is decided as follows; whatever leaves
a doubt is a finding with its place on the page, and every line left out has its reason in
`Outline.dropped`, of which the import tells.

- Lines with a cue of their own (cues.py) go first: breadcrumbs and what stands above them,
  share and print buttons, related links; bylines, editors, sources, dates and places, which move
  to the front matter; the publisher's notices, which move to `rights` word for word.
- Between sentences a day, a place (時間：, 地點：) or a 記者：who speaks is text, and not about the page; so is what
  stands at the head of an event of several days.
- Lines below one another with the same number of tabs are a table that was copied from a browser.
- The text ends with the last sentence, figure or caption.  Short lines below it that come
  after such a cue (the site's name, say) are the site's footer.
- The first line left is the title; what follows up to the first heading is the lead.
- A line that is a picture's file name begins a figure; the short line below it is the
  caption, surely so if it ends with a credit (某某 攝).
- A heading is a short line without a full stop between paragraphs.  Two in a row are
  parent and child.  A lone one is a child where a pair came before it, and a heading of
  the first level where none did; the next pair begins a new parent.  Numbers win: 一、 is
  the first level, （一） the second, if there is a first above.  Three or more short lines in a row are kept as text,
  but for those with a number above one that has none (一、时间, 9月26日); so is a name with a day below it: who signs.
- A date is taken only where the page writes its year out; that of whoever signs with a note.

An HTML or Word file does say what its lines are: its headings, captions, lists, tables and what
stands around the article (layout.py) win over what is guessed of the words.
"""

from yubei_pub.outline.lines import Away
from yubei_pub.outline.page import Outline, outline, skeleton, to_markdown

__all__ = ["Away", "Outline", "outline", "skeleton", "to_markdown"]
