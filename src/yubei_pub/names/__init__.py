"""Chinese names in Latin letters: Hanyu Pinyin without tones, and which Chinese it can stand for.

    >>> romanise("欧阳修"), romanise("单田芳"), romanise("王安安")
    ('Ouyang Xiu', 'Shan Tianfang', 'Wang An’an')
    >>> [match.zh for match in matches("渝北区委书记杨晓云", "Yang Xiaoyun, Secretary of Yubei")]
    ['杨晓云', '渝北']

`pinyin` knows syllables and the readings of characters, `surnames` which characters are
surnames and how they are read as such, `romanised` cuts an English text into the words that
may be pinyin, `matching` holds such words against a Chinese text, `misspelled` finds those that are
almost a name of it, `persons` those whom a Chinese text names with an office or as speaker, and
`dictionary_order` sorts Chinese words by how they are read.  All are pure functions of their arguments
and cheap enough to be asked for every paragraph.  The rules are those of GB/T 16159 and GB/T 28039: surname
first, the given name as one word, an apostrophe before a syllable in a, e or o.
"""

from yubei_pub.names.matching import Match, matches
from yubei_pub.names.surnames import romanise

__all__ = ["Match", "matches", "romanise"]
