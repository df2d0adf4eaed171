"""`yubei-pub explain`: the manual of a rule."""

from __future__ import annotations

import click

from yubei_pub import checks, repairs
from yubei_pub.findings import Message, YubeiError
from yubei_pub.records import nearest


@click.command(
    short_help="Explain a rule and what to do about it, or list all rules.",
    help="Explain a rule: what it means, a bad and a good example, what to do.  Without one, list all.",
)
@click.argument("rule", required=False)
def command(rule: str | None) -> None:
    """The rule's own docstring: of a check, of a repair, or of both where they have one name."""
    manuals: dict[str, list[str]] = {name: [checks.manual(name)] for name in checks.rules()}
    for name in repairs.REPAIRS:
        manuals.setdefault(name, []).append(repairs.manual(name))
    if rule is None:
        for name, found in manuals.items():
            click.echo(f"{name:22} {found[0].splitlines()[0]}")
    elif rule in manuals:
        click.echo(f"{rule}\n\n" + "\n\nAnd as a repair:\n\n".join(manual.strip() for manual in manuals[rule]))
    else:
        near = nearest(rule, manuals)
        hint = f"did you mean “{near}”?" if near else "`yubei-pub explain` lists them"
        raise YubeiError(Message("there is no rule “{rule}”; {hint}", rule=rule, hint=hint))
