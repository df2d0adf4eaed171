"""What the reader of English quantities knows: number words, months, approximators, negations."""

from __future__ import annotations

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth"
)

CARDINALS = {word: value for value, word in enumerate(_ONES.split())} | {
    word: value * 10 for value, word in enumerate(_TENS.split(), 2)
}
CARDINALS |= {"nought": 0, "naught": 0}
_POWERS = (  # of ten
    "2 hundred; 3 thousand; 5 lakh lakhs; 6 million; 7 crore crores; 9 billion; 12 trillion; 15 quadrillion"
    "; 18 quintillion"
)
SCALES: dict[str, int] = dict.fromkeys("dozen dozens dz dzs doz".split(), 12) | {
    word: 10 ** int(power) for power, *words in map(str.split, _POWERS.split(";")) for word in words
}
# Letters behind a figure only; a bare m is a metre unless money stands before it.
SCALE_LETTERS = {"k": 1000, "mn": 10**6, "mln": 10**6, "bn": 10**9, "bln": 10**9} | dict.fromkeys(
    ("tn", "trn", "tln"), 10**12
)
ORDINALS = {word: value for value, word in enumerate(_ORDINALS.split(), 1)} | {
    word[:-1] + "ieth": value * 10 for value, word in enumerate(_TENS.split(), 2)
}
ORDINALS |= {scale + "th": value for scale, value in SCALES.items() if value >= 100}
FRACTIONS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4}
# Width does not change a number, nor does a space that keeps a line together; one character for one.
PLAIN = str.maketrans("０１２３４５６７８９％．，⁄\u2010\u2011\u00a0\u202f\u2007\u2009", "0123456789%.,/--    ")

# "tens of thousands" says an order of magnitude.
VAGUE = {"dozens": 10, "scores": 20, "tens": 10, "hundreds": 100, "thousands": 1000}
VAGUE |= {"millions": 10**6, "billions": 10**9, "trillions": 10**12}

_MULTIPLY = {"doubl": 2, "tripl": 3, "trebl": 3, "quadrupl": 4, "quintupl": 5, "sextupl": 6, "septupl": 7, "octupl": 8}
MULTIPLES = {stem + end: str(value) for stem, value in _MULTIPLY.items() for end in ("e", "ed", "es", "ing")}
MULTIPLES |= {f"half as {word} again": "3/2" for word in "much many big large high long far".split()}
MULTIPLES |= {"twice": "2", "thrice": "3", "halve": "1/2", "halved": "1/2", "halves": "1/2", "halving": "1/2"}
MULTIPLES |= {
    word + fold: str(value)
    for word, value in (*CARDINALS.items(), ("hundred", 100), ("thousand", 1000))
    for fold in ("fold", "-fold")
    if value > 1
}

_MONTHS = "january february march april may june july august september october november december"
MONTHS = {word: value for value, word in enumerate(_MONTHS.split(), 1)}
MONTHS |= {word[:3]: value for word, value in MONTHS.items() if word != "may"} | {"sept": 9}
MONTH_NAMES = tuple(word.capitalize() for word in _MONTHS.split())

NEGATIONS = "not|no|nobody|none|never|nor|neither|cannot|without"

# Words before a number, longest first where one ends in another.
APPROXIMATORS_BEFORE = {
    shade: tuple(words.split("; "))
    for shade, words in {
        "least": (
            "at least; no less than; no fewer than; not less than; a minimum of; upwards of; not fewer than; "
            "no lower than; not lower than; not below; no smaller than; no earlier than; greater than or equal to; "
            "more than or equal to; equal to or greater than; equal to or more than"
        ),
        "most": (
            "up to; at most; no more than; not more than; within; a maximum of; not exceeding; no later than; "
            "no higher than; no longer than; not longer than; no larger than; no farther than; no further than; "
            "no older than; capped at; limited to; a cap of; a ceiling of; a limit of; the limit of; upper limit of; "
            "the ceiling of; not higher than; less than or equal to; equal to or less than"
        ),
        "less": (
            "nearly; almost; close to; approaching; just under; under; below; less than; fewer than; lower than; "
            "smaller than; shorter than; younger than; nearing; short of; shy of; not quite; not even; close on; "
            "verging on; the best part of; the better part of; nigh on; getting on for; pushing; not yet"
        ),
        "more": (
            "more than; over; above; exceeding; exceed; exceeds; exceeded; in excess of; surpass; surpasses; "
            "surpassed; surpassing; passed; passing; crossed; crossing; broke through; topping; tops; to top; "
            "will top; would top; to pass; will pass; to cross; to break; topped; well over; beyond; north of; "
            "upward of; breaking; broke; hitting more than"
        ),
        "about": (
            "about; around; some; approximately; roughly; circa; shortly after; just after; shortly before; "
            "an estimated; in the region of; in the neighborhood of; in the neighbourhood of; on the order of; "
            "give or take; or so; something like"
        ),
    }.items()
}
APPROXIMATORS_BEFORE["more"] += (
    *(f"{word} past" for word in "is are was were be well just now long already aged".split()),
    *(f"{word} past" for word in "edged crept nudged climbed rose pushed sailed swept raced shot surged went".split()),
    *(f"{word} past" for word in "those anyone everyone people men women".split()),
    *(f"{way} {word}" for way in ("just", "slightly", "a little", "well") for word in ("above", "beyond")),
)
# Words behind a number and its unit, as expressions.
APPROXIMATORS_AFTER = {
    shade: tuple(words.split("; "))
    for shade, words in {
        "least": (
            "or more; or above; and above; and over(?! [0-9a-z]*[0-9]); or over; or older; and older; or higher; "
            "or longer; or later; or greater; or larger; or better; or heavier; or taller; or wider; or deeper; "
            "or faster; or stronger; or hotter; or warmer; or further; or farther; and upwards?; "
            "and up(?! [0-9a-z]); or upwards?; upwards?; ,? ?at (?:the )?(?:very )?least(?=[.,;:)]|$)"
        ),
        "most": (
            "or less; or below; and below; or under; or fewer; and under; or shorter; or smaller; or lower; "
            "or younger; and younger; or colder; or cooler; or lighter; or thinner; or narrower; or slower; "
            "or earlier; or sooner; or cheaper; or weaker; or closer; or nearer; "
            ",? ?at (?:the )?(?:very )?most(?=[.,;:)]|$)"
        ),
        "about": "or so",
    }.items()
} | {"more": ("-odd", "odd", "-plus", "plus", " and more", r"\+")}
