"""Simplification: what OpenCC says, what the glossary says against it, and that nothing moves."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from conftest import cases
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

from yubei_pub import markdown, pipeline
from yubei_pub.findings import YubeiError
from yubei_pub.glossary import Glossary
from yubei_pub.simplify import AS_IT_IS, CONFIGURATIONS, REWORDING, convert, is_simplified, simplify, simplify_text
from yubei_pub.trace import Run, Source, TracedText

CASES = cases("simplify")
TRADITIONAL = st.text("重慶區縣談落實東亞後裏著甚麼名手張乾a1,\n 𠀀", max_size=30)


def traced(text: str) -> TracedText:
    return TracedText.of(Source("zh.md", text))


@pytest.mark.parametrize(
    ("config", "text", "expected"),
    [
        ("t2s", "重慶市政府新聞辦，餘光中", "重庆市政府新闻办，余光中"),
        ("tw2s", "跟著看著", "跟着看着"),
        ("hk2s", "發佈會", "发布会"),
        ("t2s", "", ""),
    ],
)
def test_simplified(config: str, text: str, expected: str) -> None:
    assert simplify_text(text, config) == expected


@pytest.mark.parametrize(
    ("text", "overrides", "expected"),
    [
        ("張乾說", {"張乾": "张乾"}, "张乾说"),
        ("文徵明畫", {"文徵明": "文征明"}, "文征明画"),
        ("甲乙丙丁", {"乙丙": "一一", "乙丙丁": "二二二"}, "甲二二二"),  # the longest spelling wins
        ("張乾", {"": ""}, "张干"),
    ],
)
def test_the_glossary_wins(text: str, overrides: Mapping[str, str], expected: str) -> None:
    assert simplify_text(text, overrides=overrides) == expected


def test_only_what_changed_is_an_edit() -> None:
    [result] = simplify([traced("市政府新聞辦舉行")])
    assert result.text == "市政府新闻办举行"
    assert [run for run in result.runs if run.rule] == [Run(4, 7, 4, 7, "simplify")]


@given(st.lists(TRADITIONAL, max_size=5), st.sampled_from(CONFIGURATIONS))
def test_many_texts_as_each_alone_and_nothing_moves(texts: list[str], config: str) -> None:
    results = simplify([traced(text) for text in texts], config)
    assert [result.text for result in results] == [simplify_text(text, config) for text in texts]
    for text, result in zip(texts, results, strict=True):
        assert [result.origin(i) for i in range(len(text))] == list(range(len(text)))


@given(TRADITIONAL, st.sampled_from(CONFIGURATIONS))
def test_all_but_the_variants_is_what_opencc_says(text: str, config: str) -> None:
    theirs = OpenCC(config).convert(text)
    assert convert(text, config) == theirs
    ours = simplify_text(text, config)
    assert [a for a, b in zip(ours, theirs, strict=True) if a != b and a not in "着著什"] == []


@pytest.mark.parametrize("config", CONFIGURATIONS)
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path, config: str) -> None:
    texts, expected = path.read_text("utf-8").removesuffix("\n").split("\n---\n")
    assert simplify_text(texts, config) == expected
    assert simplify_text(expected, config) == expected


@pytest.mark.parametrize("config", REWORDING)
def test_a_configuration_that_rewords_is_refused_with_the_reason(config: str) -> None:
    with pytest.raises(YubeiError, match=r"changes the length of the text.*use t2s, tw2s or hk2s"):
        simplify_text("線上", config)


@pytest.mark.parametrize(
    ("text", "simple"),
    [
        ("# 张乾 摄\n\n宫商角徵羽，拚搏。", True),
        ("# 張乾 攝", False),
        ("此後，於是", False),  # Simplified texts have 后 and 于
        ("张乾。" * 2000 + "張", False),
        ("", True),
    ],
)
def test_a_text_that_is_simplified_already_is_known(text: str, simple: bool) -> None:
    assert is_simplified(text) is simple


def test_what_is_simplified_already_stays_but_for_the_glossary() -> None:
    assert simplify_text("张乾、俞淸", AS_IT_IS, {"俞淸": "俞清"}) == "张乾、俞清"


@pytest.mark.parametrize(
    ("zh", "printed"),
    [
        ("# 题\n\n张乾 摄\n", "张乾 摄"),
        ("# 題\n\n張乾 攝\n", "张干 摄"),  # the rule simplified-names asks about it
        ("---\nscript: t2s\n---\n\n# 题\n\n张乾 摄\n", "张干 摄"),  # as the page's `script` says
    ],
)
def test_a_page_in_simplified_script_is_printed_as_it_is(zh: str, printed: str) -> None:
    document = pipeline.simplified(markdown.read(Source("zh.md", zh)), Glossary(Source("glossary.yaml", ""), ()))
    assert [block.text.text for block in document.sections[0].blocks] == [printed]


def test_an_unknown_configuration_is_refused() -> None:
    with pytest.raises(YubeiError, match="script: s2t is not known; use t2s"):
        simplify([traced("線上")], "s2t")


def test_an_override_of_another_length_is_refused() -> None:
    with pytest.raises(YubeiError, match="張乾 and its term 张 must have the same number of characters"):
        simplify_text("張乾", overrides={"張乾": "张"})
