"""Repair, pair, check and typeset bilingual press briefings."""
