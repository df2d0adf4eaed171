"""`yubei-pub explain`: the manual of a rule."""

from __future__ import annotations

import click

from yubei_pub import checks, repairs
from yubei_pub.findings import Message, YubeiError


@click.command(help="Explain a rule: what it means, a bad and a good example, what to do.  Without one, list all.")
@click.argument("rule", required=False)
def command(rule: str | None) -> None:
    """The rule's own docstring: of a check, or of a repair."""
    manuals = dict.fromkeys(checks.rules(), checks.manual) | dict.fromkeys(repairs.REPAIRS, repairs.manual)
    if rule is None:
        for name, manual in manuals.items():
            click.echo(f"{name:22} {manual(name).splitlines()[0]}")
    elif rule in manuals:
        click.echo(f"{rule}\n\n{manuals[rule](rule).strip()}")
    else:
        known = ", ".join(manuals)
        raise YubeiError(Message("there is no rule “{rule}” (there are: {known})", rule=rule, known=known))
