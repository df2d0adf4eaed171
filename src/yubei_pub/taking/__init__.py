"""What came back from other tools, taken into the editors' files: shown first, spliced in, read back.

spots.py   where Chinese stands, with the English that renders it
words.py   English into en.md, by the words that differ
steps.py   what is done with each text, and the splicing
terms.py   entries into glossary.yaml
texts.py   units into en.md
"""

from yubei_pub.taking.steps import Kind, Taken
from yubei_pub.taking.terms import take as take_terms
from yubei_pub.taking.texts import take as take_texts

__all__ = ["Kind", "Taken", "take_terms", "take_texts"]
