"""Figures, dates and amounts: read in both languages, and held against each other.

    chinese/     reads them in Chinese: numerals, and by what stands around each its kind
    english/     the same in English
    comparing/   pairs what both say, and tells what differs
    units.py, currencies.py, values.py, reigns.py, changes.py   what all three know

The `__init__` of each of the three is its door.
"""
