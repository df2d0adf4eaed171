"""The verb that a rendering begins with, in the forms that a text may have of it, and the nouns of verbs."""

from __future__ import annotations

import re

from yubei_pub.patterns import lazy_regex
from yubei_pub.renderings.forms import ENDS_IN_Y, key

# The verbs that verb phrases of press offices begin with.  Left out are words that stand as often for an adjective or a
# noun (complete neighborhoods, clean energy, model district, project, plan, open, separate, advance, program).
_VERBS = frozenset(
    """
    abolish accelerate achieve activate adapt address adhere adjust adopt allocate analyze apply approve arrange assess
    assist attract avoid boost bring broaden build cancel carry certify combat combine commit compensate connect
    conserve consolidate construct continue coordinate crack create cultivate cut deepen deliver demolish deploy detect
    develop digitize dismantle dispose donate drive ease eliminate empower enable encourage enhance enlarge enrich
    ensure establish evacuate examine expand explore extend facilitate finish follow forge form foster fulfill gather
    give govern guarantee guide handle harmonize help hold implement improve increase innovate inspect install integrate
    introduce invest investigate join keep launch lay lead leverage lift lighten list loosen lower maintain make manage
    merge mobilize modernize monitor move nurture offer optimize organize oversee perfect perform pool prevent promote
    protect provide publish punish purify pursue raise realize rebuild recruit rectify recycle reduce refine reform
    register regulate reinforce rejuvenate release relocate remediate remove renovate repair replace resolve restore
    restructure revitalize revoke safeguard save secure seize select serve set settle shape share simplify solidify
    solve speed stabilize standardize stimulate streamline strengthen strive substitute summarize support suspend tackle
    take tidy tighten train transfer transform treat turn unify update upgrade uphold urbanize use vaccinate widen win
    withdraw
    """.split()
)

# base → (past, participle) of irregular verbs.
_IRREGULAR = {
    base: tuple(past)
    for base, *past in map(
        str.split,
        (
            "bring brought brought; build built built; cut cut cut; draw drew drawn; drive drove driven; "
            "find found found; give gave given; grow grew grown; hold held held; keep kept kept; "
            "lay laid laid; lead led led; make made made; oversee oversaw overseen; put put put; "
            "rebuild rebuilt rebuilt; run ran run; seek sought sought; set set set; speed sped sped; "
            "spend spent spent; strive strove striven; take took taken; uphold upheld upheld; win won won; "
            "withdraw withdrew withdrawn; write wrote written"
        ).split("; "),
    )
}

_THINGS = frozenset("building housing clothing meeting crossing dwelling".split())  # which are not what one does

# Verbs of press offices and what they are called as nouns, where that is not the form in -ing.
NOUNS = dict(
    pair.split(":")
    for pair in """
    achieve:achievement adjust:adjustment adopt:adoption alleviate:alleviation allocate:allocation analyze:analysis
    apply:application arrange:arrangement assess:assessment build:construction collect:collection
    combine:combination compensate:compensation connect:connection conserve:conservation consolidate:consolidation
    construct:construction consume:consumption convert:conversion cooperate:cooperation coordinate:coordination
    cultivate:cultivation deliver:delivery demolish:demolition deploy:deployment develop:development
    digitize:digitization divert:diversion donate:donation elect:election eliminate:elimination enhance:enhancement
    enlarge:enlargement eradicate:eradication establish:establishment evaluate:evaluation examine:examination
    expand:expansion explore:exploration extend:extension govern:governance implement:implementation
    improve:improvement innovate:innovation inspect:inspection install:installation integrate:integration
    introduce:introduction invest:investment investigate:investigation maintain:maintenance manage:management
    mediate:mediation merge:merger mix:mixture mobilize:mobilization modernize:modernization optimize:optimization
    participate:participation prevent:prevention promote:promotion prosecute:prosecution protect:protection
    provide:provision purify:purification recognize:recognition recruit:recruitment reduce:reduction
    register:registration regulate:regulation rehabilitate:rehabilitation rejuvenate:rejuvenation
    relocate:relocation remediate:remediation remove:removal renew:renewal renovate:renovation replace:replacement
    resolve:resolution restore:restoration restructure:restructuring revitalize:revitalization separate:separation
    settle:settlement simplify:simplification standardize:standardization supervise:supervision transfer:transfer
    transform:transformation treat:treatment unify:unification urbanize:urbanization utilize:utilization
    vaccinate:vaccination verify:verification
    """.split()
)
VERB_OF = {noun: verb for verb, noun in NOUNS.items() if noun not in ("construction", "development", "application")}

# Verbs of more than one syllable that double their last consonant; of one syllable all do.
_DOUBLING = frozenset("commit submit permit admit omit transfer refer prefer control patrol equip begin".split())
_SHORT_VERB = lazy_regex(r"^[^aeiou]*[aeiou][^aeiouwxy]$")


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


def noun_of(verb: str) -> str:
    """*Installation* of *install*, *commercialization* of *commercialize*; nothing where it is not known."""
    return NOUNS.get(verb) or (f"{verb[:-1]}ation" if verb.endswith("ize") else "")


def verb_of(noun: str) -> str:
    """*Install* of *installation*, *sorting* of *sorting*; nothing where it is none of a verb."""
    if (noun.endswith("ing") and noun not in _THINGS) or noun in VERB_OF:
        return VERB_OF.get(noun, noun)
    return f"{noun[:-5]}e" if noun.endswith("ization") else ""


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
    if suffix == "ed" and ENDS_IN_Y.search(base):
        return base[:-1] + "ied"
    if base in _DOUBLING or _SHORT_VERB.match(base):
        return base + base[-1] + suffix
    return base + suffix
