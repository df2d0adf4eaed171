"""The rows of a section: paragraphs n to m, pins, and the sentences within a row."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Yubei, write

from yubei_pub import align
from yubei_pub.model import Passage
from yubei_pub.project import Project

ZH = "# 題\n\n中心於2023年投用，接入44類感知設備。居民反映的問題平均3天辦結。\n\n口袋公園有300個。\n"


def passages(folder: Path, zh: str, en: str) -> list[Passage]:
    write(folder / "source/small/zh.md", zh)
    write(folder / "source/small/en.md", en)
    [section] = Project.find(folder).briefing("small").sections
    return list(section.passages)


def texts(passage: Passage) -> tuple[list[str], list[str]]:
    return [b.text.text[:6] for b in passage.source], [b.text.text[:12] for b in passage.target]


def test_a_paragraph_becomes_two(folder: Path) -> None:
    en = "# T\n\nThe center opened in 2023, with 44 kinds of sensing devices.\n\nProblems are settled in 3 days.\n\n"
    en += "There are 300 pocket parks.\n"
    first, second = passages(folder, ZH, en)
    assert texts(first) == (["中心于202"], ["The center o", "Problems are"])
    assert texts(second) == (["口袋公园有3"], ["There are 30"])
    assert (first.number, second.number) == (1, 2)


def test_what_only_the_english_has_stands_behind_what_it_follows_there(folder: Path) -> None:
    zh = "# 題\n\n中心於2023年投用。\n\n接入44類設備。\n\n口袋公園有300個。\n"
    en = "# T\n\nIt opened in 2023.\n\n![A figure](a.png)\n\nIt has 44 kinds of devices.\n\nThere are 300 parks.\n"
    english = [texts(row)[1] for row in passages(folder, zh, en)]
    assert english == [["It opened in"], ["A figure"], ["It has 44 ki"], ["There are 30"]]


def test_a_pin_holds_against_the_words(folder: Path) -> None:
    en = "# T\n\n<!-- yubei: zh 1-2 -->\n\nThere are 300 pocket parks.\n\nThe center opened in 2023.\n"
    first, second = passages(folder, ZH, en)
    assert texts(first) == (["中心于202", "口袋公园有3"], ["There are 30"])
    assert first.beads[0].pinned
    assert texts(second) == ([], ["The center o"])


def test_two_paragraphs_pinned_to_the_same_are_one_row(folder: Path) -> None:
    pin = "<!-- yubei: zh 2 -->\n\n"
    en = f"# T\n\nThe center opened in 2023.\n\n{pin}There are parks.\n\n{pin}They are 300.\n"
    first, second = passages(folder, ZH, en)
    assert texts(first) == (["中心于202"], ["The center o"])
    assert texts(second) == (["口袋公园有3"], ["There are pa", "They are 300"])
    assert second.beads[0].pinned


def test_a_translation_that_is_not_finished_stands_in_order(folder: Path) -> None:
    """What is still Chinese in en.md has its own paragraph beside it, whatever the words of the next say."""
    en = "# T\n\n口袋公園有300個。\n\nThe center opened in 2023, with 44 kinds of sensing devices.\n"
    first, second = passages(folder, ZH, en)
    assert texts(first) == (["中心于202"], ["口袋公園有300個。"])
    assert texts(second) == (["口袋公园有3"], ["The center o"])


def test_a_paragraph_left_out_pushes_no_row_out_of_its_table(folder: Path) -> None:
    zh = "# 題\n\n中心於2023年投用。\n\n主要參數\n\n| 項目 | 數值 |\n|---|---|\n| 口徑 | 500米 |\n| 單元 | 4450塊 |\n"
    en = "# T\n\nThe center opened in 2023.\n\n"
    en += "| Item | Figure |\n|---|---|\n| Aperture | 500 meters |\n| Panels | 4,450 |\n"
    *above, head, aperture, panels = passages(folder, zh, en)
    assert [block.text.text[:4] for passage in above for block in passage.source] == ["中心于2", "主要参数"]
    assert texts(head) == (["项目\t数值"], ["Item\tFigure"])
    assert texts(aperture) == (["口径\t500"], ["Aperture\t500"])
    assert texts(panels) == (["单元\t445"], ["Panels\t4,450"])


def test_a_paragraph_is_not_surely_part_of_the_item_before_it(folder: Path, yubei: Yubei) -> None:
    zh = "# 題\n\n- 可申請約10%的觀測時間；\n- 申請由委員會評審，結果7月20日公佈。\n\n科學家說：“天文學沒有國界。”\n"
    en = "# T\n\n- They may apply for about 10 percent of the time;\n"
    en += "- Applications are judged by a committee; the results are announced on July 20.\n"
    *_, last = passages(folder, zh, en)
    assert last.beads[0].confidence < 0.75
    assert "weak-alignment: it is not sure that this one English paragraph" in yubei("check", "small").out
    passages(folder, zh, en + "\nThey say, “Astronomy has no borders.”\n")
    assert "weak-alignment" not in yubei("check", "small").out


def test_what_is_not_sure_is_no_pair_for_a_memory(folder: Path) -> None:
    """A caption that has no English was handed to Trados as the Chinese of a sentence about buses."""
    zh = "# 題\n\n車程由3小時縮短到約45分鐘。穿梭巴士日間每5至10分鐘一班。\n\n"
    zh += "口岸實行“合作查驗、一次放行”，旅客只需排一次隊。\n\n圖為青州航道橋。李明 攝\n"
    en = "# T\n\nThe drive has been cut from three hours to about 45 minutes. "
    en += "Shuttle buses run every 5 to 10 minutes in daytime.\n"
    [passage] = passages(folder, zh, en)
    assert passage.beads[0].confidence < 0.75
    assert len(passage.sentences) == 1


def test_terms_and_figures_are_tied_within_a_sentence(folder: Path) -> None:
    en = "# T\n\nThe center opened in 2023, with 44 kinds of sensing devices. Problems are settled in 3 days.\n\n"
    en += "There are 300 pocket parks.\n"
    first, _ = passages(folder, ZH, en)
    one, two = first.sentences
    assert [s.text.text for s in one.target] == ["The center opened in 2023, with 44 kinds of sensing devices. "]
    [use] = one.terms
    assert use.target is not None
    assert (use.source.start, use.target.start) == (16, 44)
    tied = [(one.source_quantities[a].quantity.value, one.target_quantities[b].quantity.value) for a, b in one.ties]
    assert tied == [(2023, 2023), (44, 44)]
    assert [(two.source_quantities[a].quantity.start, b) for a, b in two.ties] == [(9, 0)]
    assert two.source[0].start == len(one.source[0].text)
    assert not two.terms


def test_what_a_sentence_begins_with_is_of_that_sentence(folder: Path) -> None:
    zh = "# 題\n\n2023年中心投用。3天辦結居民反映的問題。\n"
    en = "# T\n\nIn 2023 the center opened. 3 days settle what residents report.\n"
    [passage] = passages(folder, zh, en)
    assert [
        [(part.source_quantities[a].quantity.value, part.target_quantities[b].quantity.value) for a, b in part.ties]
        for part in passage.sentences
    ] == [[(2023, 2023)], [(3, 3)]]


def test_a_figure_moved_to_the_next_sentence_raises_no_alarm(folder: Path, yubei: Yubei) -> None:
    en = "# T\n\nThe center opened in 2023. With 44 kinds of sensing devices, it settles problems in 3 days.\n\n"
    en += "There are 300 pocket parks.\n"
    passages(folder, ZH, en)
    assert "numbers" not in yubei("check").out
    assert "terms:" not in yubei("check").out


NUMBERED = "# 題\n\n中心於2023年投用。\n\n接入44類設備。\n\n口袋公園有300個。\n"
IN_ORDER = "# T\n\nIt opened in 2023.\n\nIt has 44 kinds of devices.\n\nThere are 300 pocket parks.\n"


def test_nobody_looks_for_a_way_where_each_paragraph_has_a_figure_of_its_own(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("yubei_pub.align.beads", None)
    found = passages(folder, NUMBERED, IN_ORDER)
    assert [len(passage.source) == len(passage.target) == 1 for passage in found] == [True] * 3


@pytest.mark.parametrize(
    "english",
    [
        IN_ORDER.replace("44", "300 (44)"),  # stands in two paragraphs
        IN_ORDER.replace("44", "300").replace("300 pocket", "44 pocket"),
        IN_ORDER.replace("44", "many"),
        IN_ORDER.replace("300", "2023"),
    ],
)
def test_a_figure_of_another_paragraph_proves_nothing(english: str) -> None:
    ours, theirs, changed = (text.split("\n\n")[1:] for text in (NUMBERED, IN_ORDER, english))
    assert align.surely_in_order(align.Alike(ours, theirs))
    assert not align.surely_in_order(align.Alike(ours, changed))


def test_a_range_proves_as_much_as_a_figure() -> None:
    ours, theirs = ["上涨30%至40%。", "上涨50%至60%。"], ["Up 30% to 40%.", "Up 50% to 60%."]
    assert align.surely_in_order(align.Alike(ours, theirs))
    assert not align.surely_in_order(align.Alike(ours, theirs[::-1]))
