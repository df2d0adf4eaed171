"""Regular expressions that are compiled at first use: all of them can be, none is before, and none misses a match."""

from __future__ import annotations

import gc
import importlib
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import yubei_pub
from yubei_pub import patterns
from yubei_pub.literals import needed, opening
from yubei_pub.patterns import lazy_regex

# Imports everything, and says how many expressions there are and how many were compiled meanwhile.
EVERYTHING = """
import gc, importlib, pkgutil, yubei_pub
import yubei_pub
from yubei_pub import patterns
for module in pkgutil.walk_packages(yubei_pub.__path__, "yubei_pub."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
ours = [each for each in gc.get_objects() if isinstance(each, patterns._Pattern)]
print(len(ours), sum("match" in vars(each) for each in ours))
for each in ours:
    each.match("" if isinstance(each.pattern, str) else b"")
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


def test_a_search_for_what_is_not_there_compiles_nothing() -> None:
    lazy = lazy_regex("(?:绿地|绿化)率")
    assert (lazy.search("城市面积"), list(lazy.finditer("绿")), lazy.findall("")) == (None, [], [])
    assert "match" not in vars(lazy)
    assert [m[0] for m in lazy.finditer("绿地率、绿化率")] == lazy.findall("绿地率、绿化率") == ["绿地率", "绿化率"]
    assert (found := lazy.search("绿地率", 0)) is not None
    assert found[0] == "绿地率"


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("产值|(?<!生)增加值", {"产值", "增加值"}),
        (r"\bfirst (?:six|6) months\b", {" months"}),
        ("(?:增长|上升|增)了?", {"上升", "增"}),
        ("[去上]年|年增|年均", {"年"}),
        ("(?P<one>year|month)s? on (?P=one)", set()),
        ("(?i:first)", set()),
        ("first|[0-9]+th", set()),
        (r"a{2}bc[ ]d\.e", {"bc d.e"}),
        ("(?!first)second|third{0,2}", {"second", "thir"}),
        ("on|up", set()),
        ("(", set()),
        ("first)", set()),
    ],
)
def test_what_a_match_needs(pattern: str, needs: set[str]) -> None:
    assert needed(pattern) == needs


def test_where_case_is_none_small_letters_are_needed() -> None:
    assert needed("Five-Year Plan", re.IGNORECASE) == {"five-year plan"}
    assert (found := lazy_regex("Five-Year Plan", re.IGNORECASE).search("The FIVE-YEAR PLAN")) is not None
    assert found.start() == 4


def _joined(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    group = st.lists(parts, min_size=1, max_size=3).map("|".join)
    bracket = st.sampled_from(["(?:", "(", "(?=", "(?!", "(?<!a)(?:"])
    return st.tuples(
        st.lists(parts, max_size=2).map("".join), bracket, group, st.sampled_from(")? )* )+ ){2} )".split())
    ).map("".join)


_PATTERNS = st.recursive(
    st.sampled_from(["abc", "万", "a?", "b*", "[ab]", "[^a]", "[c]", r"\b", r"\w", ".", "abc{0,2}", "cab+", r"\."]),
    _joined,
    max_leaves=8,  # a star in a star in a star takes minutes for a dozen characters
)


@given(st.lists(_PATTERNS, min_size=1, max_size=3).map("".join), st.text("abc万.", max_size=8))
def test_what_is_found_has_what_is_needed(pattern: str, text: str) -> None:
    if re.search(pattern, text) and (needs := needed(pattern)):
        assert any(need in text for need in needs)


@pytest.mark.parametrize(
    ("pattern", "characters"),
    [
        ("abc|(?<!x)[ef]?g", "aefg"),
        (r"(?:十|[0-9])?年|\b第", "十0-9年第"),
        ("[-—]a|[+-]b", r"\-—+\-"),
        ("a|.", ""),
        ("a|b?", ""),
        ("[^a]", ""),
    ],
)
def test_what_a_match_begins_with(pattern: str, characters: str) -> None:
    assert opening(pattern) == characters


@given(st.lists(_PATTERNS, min_size=1, max_size=3).map("".join), st.text("abc万.", max_size=8))
def test_what_is_found_begins_so(pattern: str, text: str) -> None:
    if (match := re.search(pattern, text)) and (characters := opening(pattern)):
        assert re.match(f"[{characters}]", text[match.start() :])


def test_so_it_is_with_all_expressions_of_the_program() -> None:
    for module in pkgutil.walk_packages(yubei_pub.__path__, "yubei_pub."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    cases = Path(__file__).parent / "cases"
    texts = [t for case in sorted(cases.glob("*_pairs/*.txt")) for t in case.read_text("utf-8").split("\n")][::7]
    for each in gc.get_objects():
        if isinstance(each, patterns._Pattern) and isinstance(each.pattern, str) and needed(each.pattern, each.flags):
            ready = re.compile(each.pattern, each.flags)
            assert [bool(each.search(text)) for text in texts] == [bool(ready.search(text)) for text in texts]


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


def test_a_lookout_tells_what_may_be_spoken_of() -> None:
    """By what each expression needs; one that needs nothing, or for which case is none, may be anywhere."""
    needed, case, none = lazy_regex("绿地率|产值"), lazy_regex("revenue", re.IGNORECASE), lazy_regex("[0-9]")
    lookout = patterns.Lookout([[needed], [case], [none], [needed, none]])
    assert (lookout.look("产值12亿元"), lookout.look("公园")) == ([0, 1, 2, 3], [1, 2, 3])


def test_no_group_is_possessive() -> None:
    """Debian's Python 3.11.2 begins a match too late behind one; an atomic group, `(?>…)`, says the same."""
    rooms = sorted(Path(patterns.__file__).parent.rglob("*.py"))
    assert rooms
    assert [path.name for path in rooms if re.search(r"\)(?:[*+?]|\{\d+(?:,\d*)?\})\+", path.read_text("utf-8"))] == []
