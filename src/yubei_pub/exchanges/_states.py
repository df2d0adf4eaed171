"""States of a translation by the names that files give them."""

from __future__ import annotations

from yubei_pub.model import State


def known_state(name: str, otherwise: State) -> State:
    """The state of a name of ours."""
    return next((state for state in State if state.value == name), otherwise)
