"""What the title and the paragraph before a bead say, so that its English may leave it out."""

from __future__ import annotations

from yubei_pub.beads import Bead, Quantity
from yubei_pub.model import Briefing
from yubei_pub.quantities.agreement import agree, sides
from yubei_pub.quantities.compare import Difference


def is_said_above(bead: Bead, difference: Difference, briefing: Briefing) -> bool:
    """Whether a date that the English leaves out is said in the title or the paragraph before, in both languages."""
    if difference.kind != "missing" or difference.source is None or difference.source.quantity.kind != "date":
        return False
    title = [section.heading for section in briefing.sections[:1]]
    date = difference.source.quantity
    return any(
        all(any(_names(use.quantity, date) for use in uses) for uses in (b.source_quantities, b.target_quantities))
        for b in (*title, *briefing.around(bead)[:1])
        if b is not bead
    )


def _names(quantity: Quantity, date: Quantity) -> bool:
    """Whether a quantity is a date that says all that another does."""
    if quantity.kind != "date" or not set(date.unit) <= set(quantity.unit):
        return False
    return any(agree(one, other) is not None for one in sides(date) for other in sides(quantity))
