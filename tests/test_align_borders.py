"""What the aligner makes of how sentences begin and end, quotations, the shapes of a text, and everyday words."""

from __future__ import annotations

import re
from math import exp

import pytest

from yubei_pub import shipped
from yubei_pub.align import align, dictionary, weights, words
from yubei_pub.align.marks import end, quoted, start
from yubei_pub.align.path import Ranges
from yubei_pub.align.shapes import shapes


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("谁来做？", "asks"),
        ("“谁来做？”", "asks"),
        ('"Who will?"', "asks"),
        ("一、总体要求", "open"),
        ("2.1 Definitions", "open"),
        ("好的。", "stop"),
        ("It is done.”", "stop"),
        ("the river rises and it falls,", "stop"),
        ("他说：", "stop"),
        ("", "stop"),
    ],
)
def test_how_a_sentence_ends(text: str, how: str) -> None:
    assert end(text) == how


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("“谁来做？”", "quote"),
        ('"Who will?" he asked.', "quote"),
        ("问：谁来做？", "label"),
        ("Mr. Li: Who will?", "label"),
        ("（一）总体要求", "label"),
        ("第十二条 本条例自公布之日起施行。", "label"),
        ("Article 12 These Regulations take effect on promulgation.", "label"),
        ("(b) two copies;", "label"),
        ("3. Two copies", "label"),
        ("3.5 metres of snow fell.", "word"),
        ("2019年，他回来了。", "word"),
        ("他说：“好。”", "word"),
        ("他昨天在会上当着大家的面说：好。", "word"),
        ("He said: “Good.”", "word"),
        ("I. M. Pei drew it.", "word"),
        ("", "word"),
    ],
)
def test_how_a_sentence_begins(text: str, how: str) -> None:
    assert start(text) == how


@pytest.mark.parametrize(
    "texts",
    [
        ["他说：", "“我娘。", "她在等。", "快！”", "雨停了。"],
        ["He said:", '"My mother.', "She's waiting.", 'Hurry!"', "It stopped raining."],
        ["He said:", "'My mother.", "She's waiting.", "Hurry!'", "The dogs' barking stopped."],
        ["He said:", "“My mother.", "She’s waiting.", "Hurry!”", "The dogs’ barking stopped."],
    ],
)
def test_a_quotation_goes_on(texts: list[str]) -> None:
    assert quoted(texts) == [False, False, True, True, False, False]


def test_a_quotation_that_is_not_closed_is_none() -> None:
    assert not any(quoted(["“不行。", *["雨停了。"] * 20, "他说“好”。"]))


def test_a_quotation_is_not_cut_on_one_side() -> None:
    zh = ["老人摇了摇头。", "“算了。", "这钱你留着买药吧。”", "她没有动。"]
    en = ["The old man shook his head.", '"Never mind. Keep that for the medicine."', "She did not move."]
    assert align(zh, en) == [(range(1), range(1)), (range(1, 3), range(1, 2)), (range(3, 4), range(2, 3))]
    zh = ["“算了。", "不要紧。", "留着吧。”", "她没有动。", "天黑了。"]
    en = ['"Never mind.', 'Keep it."', "She stood still.", "Night fell over the town."]
    assert align(zh, en)[:2] == [(range(2), range(1)), (range(2, 3), range(1, 2))]


def test_what_one_side_adds_is_not_put_before_a_label() -> None:
    zh = ["问：您平时看表吗？", "答：做饭不戴表。", "戴了也沾面。", "问：听说您从没去过别家面馆？"]
    en = ["Q: Do you look at your watch?", "A: I cook without a watch.", "Q: Is it true you never went elsewhere?"]
    assert (range(3, 4), range(2, 3)) in align(zh, en)


def test_a_label_begins_a_bead_on_both_sides() -> None:
    zh = ["记者：你好。", "他们握手。", "李明：谢谢大家。", "大家坐下。"]
    en = ["Reporter: Hello.", "They shook hands.", "Li Ming: Thanks to all.", "All sat down."]
    assert align([zh[0], *zh[2:]], en)[:2] == [(range(1), range(2)), (range(1, 2), range(2, 3))]
    assert align(zh, [en[0], *en[2:]])[:2] == [(range(2), range(1)), (range(2, 3), range(1, 2))]


def test_shapes_are_those_of_the_text() -> None:
    split = [Ranges(range(i, i + 1), range(2 * i, 2 * i + 2), 1.0) for i in range(400)]
    usual, told = shapes(), shapes(split)
    assert sum(map(exp, usual.values())) == pytest.approx(1.0, abs=0.02)
    assert usual[1, 2] == usual[2, 1]
    assert usual[1, 0] == usual[0, 1]
    assert told[1, 2] > usual[1, 2] > told[2, 1]
    assert told[1, 0] == usual[1, 0]  # that none was left out so far does not make it rarer


def test_what_is_left_out_is_believed_of_the_text() -> None:
    way = [Ranges(range(i, i + 1), range(i // 2, i // 2 + i % 2), 1.0) for i in range(400)]
    assert shapes(way)[1, 0] > shapes()[1, 0]
    assert set(shapes(most=2)) == {(1, 1), (1, 2), (2, 1), (1, 0), (0, 1)}
    assert max(a + b for a, b in shapes()) == weights.MOST + 1


def test_everyday_words_stand_in_for_a_dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dictionary, "_file", lambda: None)
    dictionary.words.cache_clear()
    try:
        assert set(dictionary.renderings("医院")) == {"hospit"}
        assert not dictionary.installed()
        assert [*words.pairs("水平高，水多", dictionary.words())] == ["水平", "平高", "高", "水多", "水", "多"]
        pairs = "学校 school, 医院 hospital, 银行 bank, 森林 forest, 火车 train, 月亮 moon, 窗户 window, 母亲 mother"
        both = [pair.split() for pair in pairs.split(", ")]
        zh = [f"那里还有一处{word}。" for word, _ in both]
        en = [f"And there was also a {word}." for _, word in both[:2] + both[4:]]
        theirs = dict(enumerate([0, 1, 4, 5, 6, 7]))  # the Chinese sentence of each English one
        assert all(theirs[j] in bead[0] for bead in align(zh, en) for j in bead[1])
    finally:
        dictionary.words.cache_clear()


def test_everyday_words_are_a_table() -> None:
    lines = [line for line in shipped.text("everyday.txt").splitlines() if line[0] != "#"]
    assert all(re.fullmatch("[一-龥]{1,2}( [a-z']+)+", line) for line in lines)
    assert len({line.split()[0] for line in lines}) == len(lines)
