"""British and American spellings that are right in one of the two only, beside each other.

`renderings.forms` folds spellings to compare words, and may fold too much; this table judges, and has only what no
dictionary of the other side admits.  Left out are words that depend on their sense (programme and program,
licence, practise, metre, storey, tyre, cheque, judgement, towards, grey) and -ize, which Oxford has too.
"""

from __future__ import annotations

from collections.abc import Iterator

# British root, American root, the endings they take.
_ROOTS = (
    (
        "colour favour honour labour neighbour behaviour harbour humour endeavour flavour rumour vapour vigour "
        "splendour",
        "color favor honor labor neighbor behavior harbor humor endeavor flavor rumor vapor vigor splendor",
        " s ed ing ful able ite hood al er ers hoods ably",
    ),
    ("centre theatre fibre calibre lustre", "center theater fiber caliber luster", " s"),
    ("centred centring", "centered centering", " "),
    ("analyse catalyse paralyse", "analyze catalyze paralyze", " d s"),
    ("analysing catalysing paralysing", "analyzing catalyzing paralyzing", " "),
    (
        "travell modell labell cancell fuell levell channell counsell signall tunnell diall",
        "travel model label cancel fuel level channel counsel signal tunnel dial",
        "ed ing er ers",
    ),
    ("catalogue defence offence", "catalog defense offense", " s"),
    ("jewellery aluminium paediatric skilful fulfil enrol", "jewelry aluminum pediatric skillful fulfill enroll", " s"),
    ("fulfilment enrolment instalment", "fulfillment enrollment installment", " s"),
    ("plough mould moulding manoeuvre", "plow mold molding maneuver", " s ed"),
    ("ageing", "aging", " "),
)
# Verbs whose -ise is British; advise, revise, exercise, promise are so everywhere.
_ISE = (
    "organis recognis modernis realis emphasis summaris prioritis standardis optimis maximis minimis utilis mobilis "
    "stabilis commercialis industrialis urbanis digitis digitalis globalis specialis centralis decentralis revitalis "
    "normalis finalis formalis legalis liberalis harmonis synchronis characteris categoris criticis apologis "
    "authoris capitalis subsidis sympathis visualis popularis privatis monetis incentivis institutionalis "
    "internationalis"
).split()
_ISE_ENDINGS = "e ed es ing er ers ation ations ational".split()


def _pairs() -> Iterator[tuple[str, str]]:
    for british, american, endings in _ROOTS:
        for ours, theirs in zip(british.split(), american.split(), strict=True):
            for ending in endings.split(" "):
                yield ours + ending, theirs + ending


def _ise() -> Iterator[tuple[str, str]]:
    for root in _ISE:
        for ending in _ISE_ENDINGS:
            yield root + ending, root[:-1] + "z" + ending


# What the other side has too, if in another sense: analyses are more than one analysis.
_OF_BOTH = frozenset("analyses catalyses paralyses catalog aging mold molding molds".split())
AMERICAN = {ours: theirs for ours, theirs in (*_pairs(), *_ise()) if ours not in _OF_BOTH}
BRITISH = {theirs: ours for ours, theirs in _pairs() if theirs not in _OF_BOTH}
