"""English words reduced to what they are compared by.

`key` folds case, possessive, plural and British spelling, and nothing else: measured on 40
pairs (FACTS: English matching) that finds as much as a stemmer without its false hits, for
a stemmer also makes one of *developing* and *developed*, *planning* and *plan*.  Verbs are
therefore inflected only where a rendering is a verb phrase (`verb_keys`).
"""

from __future__ import annotations

import re
from functools import lru_cache

from yubei_pub.patterns import lazy_regex

_WORD_CACHE = 65_536  # the words of a large project, so that each is folded once

# Plurals that no rule gives back, and singulars that only look like plurals.
_SINGULAR = {
    "children": "child",
    "people": "person",
    "feet": "foot",
    "teeth": "tooth",
    "geese": "goose",
    "mice": "mouse",
    "criteria": "criterion",
    "phenomena": "phenomenon",
    "analyses": "analysis",
    "crises": "crisis",
    "theses": "thesis",
    "syntheses": "synthesis",
    "diagnoses": "diagnosis",
    "hypotheses": "hypothesis",
    "indices": "index",
    "matrices": "matrix",
    "quizzes": "quiz",
    "menus": "menu",  # -us is otherwise a singular: campus
    "taxis": "taxi",  # and so is -is: basis
    "lives": "life",
    "halves": "half",
    "shelves": "shelf",
    "leaves": "leaf",
    "knives": "knife",
    "wives": "wife",
    "wolves": "wolf",
    "loaves": "loaf",
    "calves": "calf",
    "wharves": "wharf",
    "thieves": "thief",
    "scarves": "scarf",
    "bureaus": "bureau",
    "bureaux": "bureau",
    "plateaus": "plateau",
    "plateaux": "plateau",
    "oases": "oasis",
    "synopses": "synopsis",
    "memoranda": "memorandum",
    "curricula": "curriculum",
    "bacteria": "bacterium",
    "alumni": "alumnus",
    "fungi": "fungus",
    "nuclei": "nucleus",
    "stimuli": "stimulus",
    "larvae": "larva",
    "formulae": "formula",
    "news": "news",  # a news conference is not a new conference
    "goods": "goods",
    "customs": "customs",
    "lens": "lens",
    "canvas": "canvas",
    "atlas": "atlas",
    "bias": "bias",
}

# Words in -ics are fields of work (logistics, statistics), these are plurals.
_ICS_PLURALS = frozenset("clinics topics critics fabrics metrics mosaics comics graphics picnics publics".split())

# British spellings of the words of press offices, by singular; families are in the patterns below.
_SPELLINGS = {
    "programme": "program",
    "catalogue": "catalog",
    "dialogue": "dialog",
    "analogue": "analog",
    "monologue": "monolog",
    "defence": "defense",
    "offence": "offense",
    "licence": "license",
    "practise": "practice",
    "practised": "practiced",
    "practising": "practicing",
    "grey": "gray",
    "tyre": "tire",
    "kerb": "curb",
    "cheque": "check",
    "aluminium": "aluminum",
    "ageing": "aging",
    "judgement": "judgment",
    "acknowledgement": "acknowledgment",
    "fulfil": "fulfill",
    "fulfilment": "fulfillment",
    "enrol": "enroll",
    "enrolment": "enrollment",
    "instalment": "installment",
    "instal": "install",
    "skilful": "skillful",
    "storey": "story",
    "mould": "mold",
    "plough": "plow",
    "artefact": "artifact",
    "jewellery": "jewelry",
    "towards": "toward",
    "speciality": "specialty",
    "centring": "centering",
    "aeroplane": "airplane",
    "draught": "draft",
    "tonne": "ton",
    "cosy": "cozy",
    "yoghurt": "yogurt",
    "fibreglass": "fiberglass",
    "manoeuvre": "maneuver",
}

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

_WORD = lazy_regex(r"[^\W_]+(?:['’ʼ＇][^\W_]+)*|[&%]")
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


def keys_of(rendering: str) -> str:
    """A rendering by what it is compared by: `The Sensing-Devices` and `sensing device` are one."""
    words = _WORD.findall(rendering)
    return "".join([key(word) for word in words if word.casefold() not in ("the", "a", "an")])


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


# The verbs that verb phrases of press offices begin with.  Left out are words that stand as often for an adjective or a
# noun (complete neighborhoods, clean energy, model district, project, plan, open, separate, advance, program).
_VERBS = frozenset(
    """
    abolish accelerate achieve activate adapt address adhere adjust adopt allocate analyze apply arrange assess
    assist attract avoid boost bring broaden build carry combat combine commit connect conserve consolidate construct
    continue coordinate create crack cultivate cut deepen deliver demolish deploy develop digitize dismantle drive ease
    eliminate empower enable encourage enhance enlarge enrich ensure establish examine expand explore extend facilitate
    finish follow forge form foster fulfill gather give govern guarantee guide handle harmonize help hold implement
    improve increase innovate install integrate introduce invest investigate join keep launch lay lead leverage lift
    lighten list loosen lower maintain make manage merge mobilize modernize monitor move nurture offer optimize organize
    oversee perfect perform pool prevent promote protect provide punish purify pursue raise realize rebuild rectify
    reduce refine reform regulate reinforce rejuvenate relocate remediate remove renovate repair replace resolve restore
    restructure revitalize safeguard save secure seize select serve set settle shape share simplify solidify solve speed
    stabilize standardize stimulate streamline strengthen strive substitute summarize support tackle take tidy tighten
    train transfer transform treat turn unify update upgrade uphold urbanize use widen win withdraw
    """.split()
)

# base → (past, participle) of irregular verbs.
_IRREGULAR = {
    "bring": ("brought", "brought"),
    "build": ("built", "built"),
    "cut": ("cut", "cut"),
    "draw": ("drew", "drawn"),
    "drive": ("drove", "driven"),
    "find": ("found", "found"),
    "give": ("gave", "given"),
    "grow": ("grew", "grown"),
    "hold": ("held", "held"),
    "keep": ("kept", "kept"),
    "lay": ("laid", "laid"),
    "lead": ("led", "led"),
    "make": ("made", "made"),
    "oversee": ("oversaw", "overseen"),
    "put": ("put", "put"),
    "rebuild": ("rebuilt", "rebuilt"),
    "run": ("ran", "run"),
    "seek": ("sought", "sought"),
    "set": ("set", "set"),
    "speed": ("sped", "sped"),
    "spend": ("spent", "spent"),
    "strive": ("strove", "striven"),
    "take": ("took", "taken"),
    "uphold": ("upheld", "upheld"),
    "win": ("won", "won"),
    "withdraw": ("withdrew", "withdrawn"),
    "write": ("wrote", "written"),
}

# Verbs of more than one syllable that double their last consonant; of one syllable all do.
_DOUBLING = frozenset("commit submit permit admit omit transfer refer prefer control patrol equip begin".split())
_SHORT_VERB = lazy_regex(r"^[^aeiou]*[aeiou][^aeiouwxy]$")
_SYLLABLE_Y = lazy_regex(r"[^aeiou]y$")


def verb_keys(word: str, definite: bool) -> tuple[str, ...]:
    """The keys that the verb a phrase begins with may take in a text, its own first.

    `word` is the verb as the glossary has it, `definite` whether an article follows, which
    proves that it is one.  *Reduce* may be reducing or reduced; *developing* without an
    article may be develop, but never developed, and *developed* only itself.
    """
    bases = _bases(word.casefold(), definite)
    if not bases:
        return (key(word),)
    keys = {key(word): None}
    for base in bases:
        past = _IRREGULAR.get(base, (_with_suffix(base, "ed"),)) if definite or base == word.casefold() else ()
        keys |= dict.fromkeys(key(form) for form in (base, _with_suffix(base, "ing"), *past))
    return tuple(keys)


def _bases(word: str, definite: bool) -> tuple[str, ...]:
    """The base forms of a word that is a verb in base form or in -ing; none if it is not known to be one."""
    if not word.endswith("ing") or word in _VERBS:
        return (word,) if word in _VERBS or (definite and not word.endswith("ed")) else ()
    stem = word[:-3]
    if not re.search("[aeiouy]", stem):
        return ()  # bring, spring
    undoubled = stem[:-1] if stem[-1] == stem[-2:-1] else stem
    candidates = dict.fromkeys((stem, stem + "e", undoubled))
    fitting = tuple(base for base in candidates if _with_suffix(base, "ing") == word)
    return tuple(base for base in fitting if base in _VERBS) or (fitting if definite else ())


def _with_suffix(base: str, suffix: str) -> str:
    """The regular form in -ed or -ing."""
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + suffix
    if suffix == "ed" and _SYLLABLE_Y.search(base):
        return base[:-1] + "ied"
    if base in _DOUBLING or _SHORT_VERB.match(base):
        return base + base[-1] + suffix
    return base + suffix


def plural(word: str) -> str:
    """The regular plural of a noun, for a replacement that a person will look at."""
    if _SYLLABLE_Y.search(word):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")
