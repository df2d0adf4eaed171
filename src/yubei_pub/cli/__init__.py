"""The command line: one file a command, found by its name and imported when it is called.

Only here does anything print or exit: 0 clean, 1 findings at error level, 2 cannot run.  What `--version` and `--help`
do not need is imported where it is used: they are as quick as click.
"""

from __future__ import annotations

import io
import os
import sys
from errno import EINVAL
from importlib import import_module
from typing import TYPE_CHECKING, TextIO

import click

import yubei_pub

if TYPE_CHECKING:
    from yubei_pub.findings import YubeiError

HELP = """Repair Chinese press pages, pair them with their English, check and typeset them.

\b
A day with it:
  yubei-pub import page.txt --id 2024-07-10-yubei   a saved page becomes source/<id>/zh.md
  yubei-pub check                                   what a reviser should look at
  yubei-pub approve 2024-07-10-yubei --by NAME      stand behind what you read
  yubei-pub build                                   Word and Markdown in build/
"""


class Commands(click.Group):
    """The modules of this package as commands; `import_` is the command `import`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, sorted."""
        from pkgutil import iter_modules

        return sorted(m.name.rstrip("_").replace("_", "-") for m in iter_modules(__path__) if m.name[0] != "_")

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, imported now."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = cmd_name.replace("-", "_")
        module = "import_" if module == "import" else module
        command: click.Command = import_module(f"{__name__}.{module}").command
        return command


@click.group(cls=Commands, help=HELP, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("-C", "directory", type=click.Path(exists=True, file_okay=False), help="Work in this folder.")
@click.version_option(yubei_pub.__version__, prog_name="yubei-pub")
@click.pass_context
def cli(ctx: click.Context, directory: str | None) -> None:
    """All commands; `ctx.obj` is the folder to look for the project in."""
    from pathlib import Path

    ctx.obj = Path(directory) if directory else Path.cwd()


def main() -> None:
    """The program `yubei-pub`."""
    sys.stdin, sys.stdout, sys.stderr = sys.stdin or _closed("r"), _open(sys.stdout), _open(sys.stderr)
    try:
        cli.main(prog_name="yubei-pub", standalone_mode=True)
    except OSError as error:
        if os.name == "nt" and error.errno == EINVAL and not error.filename:  # there, what a reader who has gone is
            sys.exit(1)
        where = f"{error.filename}: " if error.filename else ""
        click.echo(f"error: {where}{error.strerror or error}", err=True)
        sys.exit(2)
    except Exception as error:
        from yubei_pub.findings import YubeiError

        if isinstance(error, YubeiError):
            show_error(error)
            sys.exit(2)
        if _was_stopped(error):
            sys.exit("Aborted!")
        if isinstance(error, UnicodeEncodeError) and error.reason.startswith("surrogates"):
            words = "is in another encoding than UTF-8; rename what is called so, or set the terminal to UTF-8"
            click.echo(f"error: {error.object!r} {words}", err=True)
            sys.exit(2)
        if "YUBEI_DEBUG" in os.environ:
            raise
        click.echo(
            f"error: yubei-pub has a fault ({type(error).__name__}: {error}); your files are as they were. "
            "Please report it with what you did; YUBEI_DEBUG=1 shows where it happened.",
            err=True,
        )
        sys.exit(2)


def _was_stopped(error: BaseException | None) -> bool:
    """Whether Ctrl-C is behind an error: one that comes while a class is made or a module is loaded is wrapped so."""
    while error and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__ or error.__context__
    return error is not None


def show_error(error: YubeiError) -> None:
    """On standard error, in the form of a finding."""
    from yubei_pub.cli._terminal import visible

    click.echo(visible(told(error)), err=True)


def told(error: YubeiError) -> str:
    """The same as a line."""
    return f"{error.where}: error: {error.message}" if error.where else f"error: {error.message}"


def _open(stream: TextIO | None) -> TextIO:
    """A stream to write on.

    A console that cannot show a character (GBK, cp1252) shows its number instead of failing.  What goes into a file or
    another program is UTF-8 where the system's own encoding has no Chinese, as on a Western Windows: a list of \\u4e2d
    is of no use to anybody.  PYTHONIOENCODING still has the last word.
    """
    if stream is None:
        return _closed("w")
    if isinstance(stream, io.TextIOWrapper):
        own = stream.isatty() or "PYTHONIOENCODING" in os.environ or _has_chinese(stream.encoding)
        stream.reconfigure(encoding=None if own else "utf-8", errors="backslashreplace")
    return stream


def _closed(mode: str) -> TextIO:
    """In place of a stream that was closed when the program began (a scheduled task, pythonw): nothing, and nowhere."""
    return io.TextIOWrapper(io.FileIO(os.devnull, mode), "utf-8")


def _has_chinese(encoding: str) -> bool:
    try:
        return bool("中".encode(encoding))
    except UnicodeEncodeError:
        return False
