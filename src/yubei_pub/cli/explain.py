"""`yubei-pub explain`: the manual of a rule."""

from __future__ import annotations

import click

from yubei_pub import checks, plugins
from yubei_pub.findings import Message, YubeiError


@click.command(help="Explain a rule: what it means, a bad and a good example, what to do.  Without one, list all.")
@click.argument("rule", required=False)
def command(rule: str | None) -> None:
    """The rule's own docstring."""
    known = plugins.names(checks)
    if rule is None:
        for name in known:
            click.echo(f"{name:22} {checks.manual(name).splitlines()[0]}")
    elif rule in known:
        click.echo(f"{rule}\n\n{checks.manual(rule).strip()}")
    else:
        raise YubeiError(Message("there is no rule “{rule}” (there are: {known})", rule=rule, known=", ".join(known)))
