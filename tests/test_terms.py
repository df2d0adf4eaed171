"""Terms in Chinese, renderings in English: the cases, and the laws of both finders."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from conftest import cases
from hypothesis import given
from hypothesis import strategies as st

from yubei_pub.findings import Place
from yubei_pub.glossary import Term
from yubei_pub.renderings import EnglishIndex, Part, liberties, paraphrases, pattern
from yubei_pub.renderings.forms import key
from yubei_pub.renderings.verbs import verb_keys
from yubei_pub.term_changes import TermChanges
from yubei_pub.terms import TermFinder, official_patterns, spellings
from yubei_pub.trace import Source

CASES = Path(__file__).parent / "cases"
TERMS = cases("terms")
RENDERINGS = cases("renderings")
NOWHERE = Place(Source("glossary.yaml", ""), 0, 0)


def term(zh: str, en: str = "x", unless: Iterable[str] = (), forms: Iterable[str] = ()) -> Term:
    return Term(zh, en, "proposed", NOWHERE, NOWHERE, unless=tuple(unless), forms=tuple(forms))


def bracketed(text: str, places: Iterable[tuple[int, int]]) -> str:
    for start, end in sorted(places, reverse=True):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


def case(path: Path) -> tuple[str, str]:
    text, expected = path.read_text(encoding="utf-8").rsplit("---\n", 1)
    return text.rstrip("\n"), expected.rstrip("\n")


@pytest.mark.parametrize("path", TERMS, ids=lambda p: p.stem)
def test_terms(path: Path) -> None:
    text, expected = case(path)
    glossary, chinese = text.split("\n\n")
    terms = []
    for line in glossary.split("\n"):
        zh, _, contexts = line.partition(" unless ")
        terms.append(term(zh, unless=contexts.split(", ") if contexts else ()))
    found = TermFinder(terms).find(chinese)
    assert bracketed(chinese, [(start, end) for start, end, _ in found]) == expected
    assert all(set(spellings(chinese[start:end])) & set(spellings(met.zh)) for start, end, met in found)


def find_rendering(rendering: str, text: str, case: str = "free") -> list[tuple[int, int]]:
    return [(hit.start, hit.end) for hit in EnglishIndex(text).find(pattern(rendering, case))]


@pytest.mark.parametrize("path", RENDERINGS, ids=lambda p: p.stem)
def test_renderings(path: Path) -> None:
    text, expected = case(path)
    head, *lines = text.split("\n")
    rendering, exact = head.removeprefix("rendering: "), lines[0] == "case: exact"
    lines = lines[exact:]
    found = [bracketed(line, find_rendering(rendering, line, "exact" if exact else "free")) for line in lines]
    assert "\n".join(found) == expected


CHINESE = st.text(alphabet="甲乙丙丁", max_size=12)
TERM_TEXTS = st.sets(st.text(alphabet="甲乙丙丁", min_size=1, max_size=4), max_size=6)


@given(CHINESE, TERM_TEXTS)
def test_terms_do_not_overlap_and_none_could_be_added(text: str, zhs: set[str]) -> None:
    found = TermFinder([term(zh) for zh in sorted(zhs)]).find(text)
    covered: set[int] = set()
    for start, end, met in found:
        assert text[start:end] == met.zh
        assert end - start == len(met.zh)
        assert covered.isdisjoint(range(start, end))
        covered.update(range(start, end))
    assert found == sorted(found, key=lambda f: f[0])
    for zh in zhs:
        for start in range(len(text) - len(zh) + 1):
            if text.startswith(zh, start):
                here = set(range(start, start + len(zh)))
                rivals = [f for f in found if here & set(range(f[0], f[1]))]
                assert any(f[1] - f[0] >= len(zh) for f in rivals), "a free or longer occurrence was left out"


AROUND = st.text(alphabet="天地“”", max_size=4)


@given(
    AROUND,
    st.text(alphabet="甲乙丙丁", min_size=2, max_size=6),
    st.sampled_from(["“”", "《》", '""']),
    st.data(),
    AROUND,
)
def test_a_term_partly_in_quotation_marks_is_that_term(
    before: str, zh: str, marks: str, data: st.DataObject, behind: str
) -> None:
    first = data.draw(st.integers(0, len(zh) - 1))
    last = data.draw(st.integers(first + 1, len(zh)))
    written = f"{zh[:first]}{marks[0]}{zh[first:last]}{marks[1]}{zh[last:]}"
    for name in (zh, written):
        ((start, end, _),) = TermFinder([term(name)]).find(f"{before}{written}{behind}")
        wrapped = len(written) - 2 == last - first and name == zh  # “一件事” is 一件事, quoted
        assert (start, end) == (len(before) + wrapped, len(before) + len(written) - wrapped)


WORDS = st.lists(
    st.sampled_from("the a center centers’ Deputy of Head reduces park-cities R&D 3,000 Xi’an . , A".split()),
    min_size=1,
    max_size=8,
)


@given(WORDS, WORDS, WORDS)
def test_a_text_contains_what_it_was_made_of(before: list[str], words: list[str], after: list[str]) -> None:
    rendering = " ".join(words)
    if not any(word.strip(".,") and word.casefold() not in ("the", "a") for word in words):
        return
    text = " ".join([*before, rendering, *after])
    assert len(find_rendering(rendering, rendering)) == 1
    assert find_rendering(rendering, text)


@given(st.text(max_size=60), st.text(max_size=12))
def test_any_text_can_be_searched(text: str, rendering: str) -> None:
    end = 0
    for start, stop in find_rendering(rendering, text):
        assert end <= start < stop <= len(text)
        end = stop


LIBERTIES = st.lists(
    st.sampled_from(
        "the install Installed installation of and Yubei District districts elevators . , ( ) were 3,000".split()
    ),
    max_size=12,
).map(" ".join)


@given(LIBERTIES, LIBERTIES, st.sampled_from(["free", "exact"]))
def test_liberties_are_stretches_of_the_text(text: str, rendering: str, case: str) -> None:
    for hit in liberties.find(EnglishIndex(text), pattern(rendering, case)):
        assert hit.pieces[0][0] == hit.start
        assert hit.pieces[-1][1] == hit.end
        assert all(0 <= start < end <= len(text) for start, end in hit.pieces)


PIECES = ("A¦a¦The¦park¦Parks’¦tea-houses¦“A¦R&D¦3,000¦Xi’an's¦.¦? ¦—¦\u00a0¦\n¦  ¦ ").split("¦")


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_every_word_is_found_where_it_stands(text: str) -> None:
    index = EnglishIndex(text)
    for word in index.words:
        part = Part((key(word.text),), (word.text,), "")
        assert index.words.index(word) in [first for first, _ in index.occurrences(part)]


RENDERED = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join)


@given(st.lists(RENDERED, max_size=4).map(" ".join), RENDERED)
def test_keys_in_place_tell_the_same_as_the_words(text: str, rendering: str) -> None:
    index = EnglishIndex(f"{text} {rendering}")
    for parts in pattern(rendering).variants:
        places = [(index.words[a].start, index.words[b].end) for a, b in index.occurrences(parts[0])]
        assert index.places(parts[0]) == sorted(set(places))


@given(st.text(alphabet="abceghilmnorstuyz’'", min_size=1, max_size=12))
def test_capitals_do_not_matter(word: str) -> None:
    assert key(word.upper()) == key(word.lower()) == key(word.capitalize())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("centres", "center"),
        ("boxes", "box"),
        ("buses", "bus"),
        ("campuses", "campus"),
        ("analyses", "analysis"),
        ("houses", "house"),
        ("movies", "movie"),
        ("heroes", "hero"),
        ("cities", "city"),
        ("organisations", "organization"),
        ("kilometres", "kilometer"),
        ("PCs", "PC"),
        ("Xi’an", "Xi'an"),
        ("travelled", "traveled"),
    ],
)
def test_same_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("four", "for"),
        ("news", "new"),
        ("goods", "good"),
        ("logistics", "logistic"),
        ("customs", "custom"),
        ("planning", "plan"),
        ("developed", "developing"),
        ("organization", "organ"),
        ("university", "universe"),
        ("general", "generate"),
        ("gas", "ga"),
    ],
)
def test_different_key(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize(
    ("word", "definite", "forms"),
    [
        ("reduce", False, "reduce reducing reduced"),
        ("reducing", False, "reducing reduce"),
        ("reducing", True, "reducing reduce reduced"),
        ("carry", False, "carry carrying carried"),
        ("cut", False, "cut cutting"),
        ("commit", False, "commit committing committed"),
        ("build", False, "build building built"),
        ("planning", False, "planning"),
        ("spring", False, "spring"),
        ("integrated", True, "integrated"),
    ],
)
def test_verb_keys(word: str, definite: bool, forms: str) -> None:
    assert verb_keys(word, definite) == tuple(forms.split())


@pytest.mark.parametrize(
    ("en", "form", "rendering"),
    [
        ("Quality Criterion", "criteria", "Quality criteria"),
        ("Person in Charge", "people", "people in Charge"),
        ("Criterion of Quality", "criteria", "criteria of Quality"),
        ("Governance Center", "governance centres", "governance centres"),
        ("operations center", "centers", "operations centers"),
    ],
)
def test_irregular_forms_stand_in_the_rendering(en: str, form: str, rendering: str) -> None:
    assert rendering in [pattern.rendering for pattern in official_patterns(term("词", en, forms=[form]))]


PAIRS = cases("rendering_pairs")
FREE = cases("liberties")
OTHERWISE = cases("paraphrases")


def is_said(rendering: str, english: str) -> bool:
    index, wanted = EnglishIndex(english), pattern(rendering)
    return bool(index.find(wanted) or liberties.find(index, wanted))


def is_paraphrased(rendering: str, english: str) -> bool:
    return not is_said(rendering, english) and paraphrases.in_other_words(rendering, english)


@pytest.mark.parametrize(
    ("path", "is_found"),
    [*((path, is_said) for path in FREE), *((path, is_paraphrased) for path in OTHERWISE)],
    ids=lambda p: f"{p.parent.name}-{p.stem}" if isinstance(p, Path) else "",
)
def test_said_otherwise(path: Path, is_found: Callable[[str, str], bool]) -> None:
    text, expected = case(path)
    said = {line: is_found(*line.split(" | ")) for line in text.split("\n")}
    right = path.stem == "right"
    odd = [f"{'not found' if right else 'found'}: {line}" for line, found in said.items() if found != right]
    assert "\n".join(odd or [f"all {len(said)} found" if right else f"none of {len(said)} found"]) == expected


@pytest.mark.parametrize("path", PAIRS, ids=lambda p: p.stem)
def test_pairs(path: Path) -> None:
    text, expected = case(path)
    pairs = [line.split(" | ") for line in text.split("\n")]
    right = path.stem == "right"
    odd = [
        f"{'not found' if right else 'found'}: {rendering} | {english}"
        for rendering, english in pairs
        if bool(find_rendering(rendering, english)) != right
    ]
    assert "\n".join(odd or [f"all {len(pairs)} found" if right else f"none of {len(pairs)} found"]) == expected


# Characters of which spellings and texts are made so that they overlap, are cut by marks and folded.
CHARACTERS = st.sampled_from(
    [
        "感",
        "知",
        "市",
        "区",
        "长",
        "G",
        "ｇ",
        "g",
        "5",
        "“",
        "”",
        "‘",
        "'",
        "＇",
        "＂",
        " ",
        "\u3000",
        "\n",
        "（",
        "·",
        "•",
    ]
)
WRITTEN = st.lists(CHARACTERS, min_size=1, max_size=4).map("".join)
ENTRIES = st.lists(st.tuples(WRITTEN, st.sampled_from("xy"), st.lists(WRITTEN, max_size=1)), max_size=5)


@given(ENTRIES, ENTRIES, st.booleans(), st.lists(CHARACTERS, max_size=14).map("".join))
def test_a_changed_glossary_finds_the_same_in_texts_that_it_does_not_concern(
    before: list[tuple[str, str, list[str]]], more: list[tuple[str, str, list[str]]], added: bool, text: str
) -> None:
    then, now = (
        TermFinder([term(zh, en, [zh + after for after in unless]) for zh, en, unless in entries])
        for entries in (before, [*before, *more] if added else more)
    )
    if not TermChanges(then, now).may_concern(text):
        assert [(a, b, t.meaning) for a, b, t in then.find(text)] == [(a, b, t.meaning) for a, b, t in now.find(text)]


def test_a_changed_term_concerns_the_texts_that_have_it() -> None:
    then, now = TermFinder([term("感知设备"), term("市长")]), TermFinder([term("感知设备", "y"), term("市长")])
    changes = TermChanges(then, now)
    assert changes.may_concern("很多“感知” 设备。")
    assert not changes.may_concern("市长说，设备感知。")
    assert TermChanges(then, TermFinder([term(f"甲{n}") for n in range(999)])).may_concern("")
