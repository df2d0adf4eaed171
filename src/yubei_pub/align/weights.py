"""The numbers that the aligner was tuned with, each with its reason.

Tuned on one set of magazine articles only (benchmarks/align.py), coarsely, so that they hold elsewhere.
"""

from __future__ import annotations

from math import log
from typing import Final

# How often translators render a sentences by b: the shape of Gale and Church (1993) and of later counts for Chinese
# and English, rounded, and nothing learnt from the tuning set.  A sentence left out is rarer than a merge.
BEADS: Final = {
    (1, 1): log(0.85),
    (2, 1): log(0.07),
    (1, 2): log(0.05),
    (2, 2): log(0.008),
    (3, 1): log(0.010),
    (1, 3): log(0.010),
    (4, 1): log(0.002),
    (1, 4): log(0.002),
    (2, 3): log(0.001),
    (3, 2): log(0.001),
    (1, 0): log(0.005),
    (0, 1): log(0.005),
}
# The first look, before anything was learnt, has to find the way, not to count sentences.
FIRST_LOOK: Final = {shape: cost for shape, cost in BEADS.items() if max(shape) <= 2 and shape != (2, 2)}

# English letters for a Chinese character where nothing is known yet; measured anew on each text.
LETTERS: Final = 3.0
# The logarithm of that ratio has a variance of SPREAD² for long sentences and more for short ones.
SPREAD: Final = 0.2
SHORT: Final = 2.0

# Evidence of words is dependent evidence (a phrase is several words): this share of its logarithm counts.
TRUST: Final = 0.25
# A word of a sentence is rendered by a given rendering of it this often; the rest is said in other words.
RENDERED: Final = 0.15

# What a text teaches: a pair of words counts from this association on (Dice, chance and one meeting taken off), and
# only words that occur in few enough sentences, for what is everywhere tells nothing.
ASSOCIATION: Final = 0.2
COMMON: Final = 0.1

# Words that a text might have had beside its own: so much that nothing changes in a long one.
BEYOND: Final = 3000
