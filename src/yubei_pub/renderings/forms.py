"""English words reduced to what they are compared by.

`key` folds case, possessive, plural and British spelling, and nothing else: measured on 40
pairs (FACTS: English matching) that finds as much as a stemmer without its false hits, for
a stemmer also makes one of *developing* and *developed*, *planning* and *plan*.  Verbs are
therefore inflected only where a rendering is a verb phrase (`verbs.py`).
"""

from __future__ import annotations

import re
from functools import lru_cache

from yubei_pub.patterns import lazy_regex

_WORD_CACHE = 65_536  # the words of a large project, so that each is folded once

# Plurals that no rule gives back (-us is otherwise a singular, campus, and so is -is, basis), and singulars that only
# look like plurals: a news conference is not a new conference.
_SINGULAR = dict(
    pair.split()
    for pair in (
        "children child; people person; feet foot; teeth tooth; geese goose; mice mouse; criteria criterion; "
        "phenomena phenomenon; analyses analysis; crises crisis; theses thesis; syntheses synthesis; "
        "diagnoses diagnosis; hypotheses hypothesis; indices index; matrices matrix; quizzes quiz; menus menu; "
        "taxis taxi; lives life; halves half; shelves shelf; leaves leaf; knives knife; wives wife; "
        "wolves wolf; loaves loaf; calves calf; wharves wharf; thieves thief; scarves scarf; bureaus bureau; "
        "bureaux bureau; plateaus plateau; plateaux plateau; oases oasis; synopses synopsis; "
        "memoranda memorandum; curricula curriculum; bacteria bacterium; alumni alumnus; fungi fungus; "
        "nuclei nucleus; stimuli stimulus; larvae larva; formulae formula"
    ).split("; ")
) | {word: word for word in "news goods customs lens canvas atlas bias".split()}

# Words in -ics are fields of work (logistics, statistics), these are plurals.
_ICS_PLURALS = frozenset(
    """
    academics antibiotics ceramics characteristics classics clinics comics cosmetics critics epidemics fabrics graphics
    lyrics medics metrics mosaics pandemics picnics plastics publics relics republics tactics topics tropics
    """.split()
)

# British spellings of the words of press offices, by singular, and short titles; families are in the patterns below.
_SPELLINGS = dict(
    pair.split()
    for pair in (
        "programme program; catalogue catalog; dialogue dialog; analogue analog; monologue monolog; "
        "defence defense; offence offense; licence license; practise practice; practised practiced; "
        "practising practicing; grey gray; tyre tire; kerb curb; cheque check; aluminium aluminum; "
        "ageing aging; judgement judgment; acknowledgement acknowledgment; fulfil fulfill; "
        "fulfilment fulfillment; enrol enroll; enrolment enrollment; instalment installment; instal install; "
        "skilful skillful; storey story; mould mold; plough plow; artefact artifact; jewellery jewelry; "
        "speciality specialty; centring centering; aeroplane airplane; draught draft; "
        "tonne ton; cosy cozy; yoghurt yogurt; fibreglass fiberglass; manoeuvre maneuver; dr doctor; prof professor"
    ).split("; ")
)

# (what a word of it has, pattern, replacement): each family with the roots that have it, since four is not for.
_FAMILIES = (
    # -ise, -isation; applied to both sides, so that advise → advize harms nobody
    ("is", lazy_regex(r"(?<=\w{3})is(?=(?:e|ed|ing|er|ation|able)$)"), "iz"),
    ("ys", lazy_regex(r"(?<=\w{2})ys(?=(?:e|ed|ing|er)$)"), "yz"),
    (
        "our",
        lazy_regex(
            r"^((?:dis|mis|over|multi|re)?(?:col|lab|neighb|fav|hon|behavi|harb|hum|vap|endeav|arm|rig|vig|flav|od"
            r"|rum|sav|savi|splend|val|tum|clam|glam|demean))our"
        ),
        r"\1or",
    ),
    ("re", lazy_regex(r"^((?:epi|hyper)?cent|theat|\w*met|lit|fib|calib|spect|lust|somb)re$"), r"\1er"),
    ("red", lazy_regex(r"^((?:de)?cent)red$"), r"\1ered"),
    (
        "ll",
        lazy_regex(
            r"^((?:re)?(?:trave|mode|labe|cance|fue|leve|signa|channe|counse|tunne|pane|tota|dia|jewe|meda|riva))"
            r"ll(?=(?:ed|ing|er|or|ist)$)"
        ),
        r"\1l",
    ),
    ("ae", lazy_regex("ae(?=m|s|o|d|v|c)"), "e"),  # haemodialysis, anaesthesia, archaeology, orthopaedic
    ("oe", lazy_regex("^oe|(?<=^f)oe(?=t)|(?<=rrh)oe"), "e"),  # oesophagus, foetal, diarrhoea
    ("ulph", lazy_regex("ulph"), "ulf"),  # desulphurisation
)

ENDS_IN_Y = lazy_regex(r"[^aeiou]y$")  # city, carry; not day
_ACRONYM_PLURAL = lazy_regex(r"^[A-Z]{2,}s$")  # PCs, EVs: too short for the rule below
_POSSESSIVE = lazy_regex(r"['’ʼ＇]s?$", re.IGNORECASE)
_APOSTROPHES = str.maketrans("", "", "'’ʼ＇")
_SIGNS = {"&": "and", "%": "percent"}


@lru_cache(_WORD_CACHE)
def key(word: str) -> str:
    """What a word is compared by: `Centres’` → `center`, `Xi’an` → `xian`, `&` → `and`."""
    if not word.isalnum():
        word = _POSSESSIVE.sub("", word)
    if _ACRONYM_PLURAL.match(word):
        return word[:-1].casefold()
    word = _SIGNS.get(word, word).casefold().translate(_APOSTROPHES)
    return _ending(_spelling(_singular(word)))


def _singular(word: str) -> str:
    """Without the s of the plural (and of *reduces*); the rest of the ending is `_ending`'s."""
    if word in _SINGULAR:
        return _SINGULAR[word]
    if word.endswith("men"):
        return word[:-2] + "an"
    if len(word) <= 3 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ics") and word not in _ICS_PLURALS:
        return word
    return word[:-1]


def _spelling(word: str) -> str:
    """The American spelling."""
    if word in _SPELLINGS:
        return _SPELLINGS[word]
    for sign, pattern, replacement in _FAMILIES:
        if sign in word:
            word = pattern.sub(replacement, word)
    return word


def _ending(word: str) -> str:
    """One ending for singular and plural: city(e), box(e), hous(e), hero(e); never a word to show."""
    if word.endswith("ie") and len(word) > 3:
        return word[:-2] + "y"
    if word.endswith(("se", "xe", "ze", "che", "she", "oe")) and len(word) > 3:
        return word[:-1]
    return word


def plural(word: str) -> str:
    """The regular plural of a noun, for a replacement that a person will look at."""
    if ENDS_IN_Y.search(word):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")
