"""Regular expressions that are compiled at first use: all of them can be, and none is before."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from yubei_pub.patterns import lazy_regex

# Imports everything, and says how many expressions there are and how many were compiled meanwhile.
EVERYTHING = """
import gc, importlib, pkgutil, yubei_pub
from yubei_pub import patterns
for module in pkgutil.walk_packages(yubei_pub.__path__, "yubei_pub."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
ours = [each for each in gc.get_objects() if isinstance(each, patterns._Pattern)]
print(len(ours), sum("search" in vars(each) for each in ours))
for each in ours:
    each.search("" if isinstance(each.pattern, str) else b"")
"""


def test_it_does_what_the_expression_does() -> None:
    lazy, ready = lazy_regex("(?P<letter>[a-c])(X)?", re.IGNORECASE), re.compile("(?P<letter>[a-c])(X)?", re.IGNORECASE)
    assert lazy.findall("ABxd") == ready.findall("ABxd")
    assert [m.span() for m in lazy.finditer("ABxd", 1)] == [m.span() for m in ready.finditer("ABxd", 1)]
    assert lazy.sub("-", "ABxd") == ready.sub("-", "ABxd")
    assert lazy.match("d") is None
    assert lazy.groupindex == ready.groupindex
    assert (lazy.pattern, lazy.flags) == ("(?P<letter>[a-c])(X)?", re.IGNORECASE)
    assert lazy_regex(rb"\d").search(b"a1") is not None


def test_a_slip_is_told_when_it_is_used() -> None:
    slip = lazy_regex("(")
    with pytest.raises(re.error):
        slip.search("")


def test_all_can_be_compiled_and_hardly_any_is_at_import() -> None:
    done = subprocess.run([sys.executable, "-c", EVERYTHING], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    expressions, compiled = map(int, done.stdout.split())
    assert expressions > 900
    assert compiled < 5
