"""The program: `yubei-pub`, and `python -m yubei_pub` for a machine where it is not on the path."""

import gc
import os
import sys
from contextlib import suppress


def main() -> None:
    """Run the command line; who stops the program while Python is still loading it sees no traceback either."""
    # Nearly all that a command makes it keeps until the process ends: looking for garbage meanwhile was 4% of a small
    # build and a quarter of one of 10,000 paragraphs.
    gc.disable()
    try:
        from yubei_pub.cli import main as run
    except KeyboardInterrupt:
        raise SystemExit("Aborted!") from None
    try:
        run()
    except SystemExit as end:
        if isinstance(end.code, int):
            _leave(end.code)
        raise


def _leave(code: int) -> None:
    """End at once: to give back a million objects one by one takes Python longer than a build with nothing to do."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):  # nobody reads it, or the disk is full: that was told
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
