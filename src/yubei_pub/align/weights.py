"""The numbers that the aligner was tuned with, each with its reason.

Tuned on one set of magazine articles only (benchmarks/align.py), coarsely, so that they hold elsewhere.
"""

from __future__ import annotations

from math import log
from typing import Final

# A translator makes one bead of a sentence more with this chance, for each side, and leaves a sentence out with
# that one, as far as a text does not say otherwise: this many beads of it say as much.  Usual chances are wide
# ones, for they differ by genre: in counts by hand from one in a hundred to one in four.
GOES_ON: Final = 0.25
LEFT_OUT: Final = 0.01
USUAL_BEADS: Final = 50
MOST: Final = 4  # sentences of one side, where the other has one

# English letters for a Chinese character where nothing is known yet; this many characters of a text, and then its
# beads, say otherwise.  Chinese translated into English has 3.5 to 4, English translated into Chinese less than 3.
LETTERS: Final = 3.0
USUAL: Final = 1000
# The logarithm of that ratio has a variance of SPREAD² for long sentences and more for short ones.
SPREAD: Final = 0.2
SHORT: Final = 2.0

# Evidence of words is dependent evidence (a phrase is several words): this share of its logarithm counts.
TRUST: Final = 0.27
# A word of a sentence is rendered by a given rendering of it this often; the rest is said in other words.
RENDERED: Final = 0.15

# What a text teaches: a pair of words counts from this association on (Dice, chance and one meeting taken off), and
# only words that occur in few enough sentences, for what is everywhere tells nothing.
ASSOCIATION: Final = 0.2
COMMON: Final = 0.1

# Words that a text might have had beside its own: so much that nothing changes in a long one.
BEYOND: Final = 3000

# Two sentences that end a bead end alike (both ask, both have no stop) this often for that reason, else by chance.
ALIKE: Final = 0.5
# A quotation that goes on behind a bead on one side only is a slip of the writer.
QUOTED: Final = log(0.05)
