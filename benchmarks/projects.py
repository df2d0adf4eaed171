"""A project of any size, made of the sentence pairs of benchmarks/pairs: no two paragraphs alike, terms in most."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

from sentence_pairs import read

ROOT = Path(__file__).parent / "pairs"
A_SECTION = 20  # paragraphs


def _table(written: str) -> dict[str, str]:
    return dict(entry.strip().split(maxsplit=1) for entry in written.split(","))


_DISTRICTS = _table("""
    东湖 Donghu, 西山 Xishan, 南江 Nanjiang, 北岭 Beiling, 青坪 Qingping, 白云 Baiyun, 金沙 Jinsha, 银河 Yinhe,
    龙溪 Longxi, 凤台 Fengtai, 清水 Qingshui, 石门 Shimen, 大安 Da’an, 永兴 Yongxing, 新桥 Xinqiao, 古田 Gutian,
    松林 Songlin, 竹园 Zhuyuan, 梅山 Meishan, 兰亭 Lanting, 荷塘 Hetang, 桂花 Guihua, 柳州 Liuzhou, 枫林 Fenglin,
    桃源 Taoyuan
""")
_KINDS = _table("""
    智慧 smart, 绿色 green, 示范 model, 社区 community, 数字 digital, 便民 public, 文化 cultural, 体育 sports,
    农业 agricultural, 工业 industrial, 养老 elderly care, 托育 childcare, 健身 fitness, 科普 science,
    消防 fire safety, 供水 water supply, 节能 energy-saving, 物流 logistics, 创业 start-up, 法律 legal
""")
_THINGS = _table("""
    中心 center, 公园 park, 基地 base, 驿站 station, 园区 zone, 平台 platform, 广场 square, 学校 school,
    工程 project, 服务站 service station, 展馆 exhibition hall, 长廊 corridor, 讲堂 lecture hall, 车间 workshop,
    实验室 laboratory, 书屋 reading room, 大厅 hall, 网点 outlet, 花园 garden, 市场 market
""")


class Pair(NamedTuple):
    """A paragraph in both languages."""

    zh: str
    en: str


def terms() -> Iterator[Pair]:
    """10,000 terms with their English, always in the same order."""
    made = [
        Pair(place + kind + thing, f"{_DISTRICTS[place]} {_KINDS[kind]} {_THINGS[thing]}")
        for place, kind, thing in product(_DISTRICTS, _KINDS, _THINGS)
    ]
    random.Random(1).shuffle(made)
    return iter(made)


def glossary(count: int) -> str:
    """The text of a glossary.yaml with so many terms: those of the sentence pairs, then made ones."""
    real = (ROOT / "glossary.yaml").read_text("utf-8")
    lines = (f"  - {{zh: {zh}, en: {en}, status: proposed}}" for zh, en in terms())
    missing = count - real.count("- {zh:")
    return real + "".join(f"{line}\n" for line, _ in zip(lines, range(missing), strict=False))


def pairs(count: int, term_count: int) -> list[Pair]:
    """Paragraphs: two sentence pairs each, and one sentence more with a term and a figure that comes only once."""
    chance = random.Random(2)
    known = [pair for page in read((ROOT / "first.txt").read_text("utf-8")) for pair in page.pairs()]
    there = list(terms())[: term_count // 2]  # the glossary has these and those of the sentence pairs
    paragraphs: list[Pair] = []
    for number in range(1, count + 1):
        one, two = chance.sample(known, 2)
        term = chance.choice(there)
        zh = f"{one.zh}{two.zh}{term.zh}接待群众{number + 2100}人次。"
        en = f"{one.right} {two.right} The {term.en} received {number + 2100:,} visits."
        paragraphs.append(Pair(zh, en))
    return paragraphs


def write(folder: Path, paragraphs: list[Pair], term_count: int, id: str = "briefing") -> None:
    """A project with one briefing of these paragraphs."""
    source = folder / "source" / id
    source.mkdir(parents=True, exist_ok=True)
    (folder / "glossary.yaml").write_text(glossary(term_count), "utf-8")
    (source / "zh.md").write_text(document("---\ndate: 2024-07-16\n---", paragraphs, 0), "utf-8")
    (source / "en.md").write_text(document("---\nlanguage: en-US\n---", paragraphs, 1), "utf-8")


def document(front: str, paragraphs: list[Pair], side: int) -> str:
    """zh.md (side 0) or en.md (side 1)."""
    words = (("各地工作综述", "第{}部分"), ("A Review of the Work of All Places", "Part {}"))[side]
    blocks = [front, f"# {words[0]}"]
    for at, paragraph in enumerate(paragraphs):
        if at % A_SECTION == 0:
            number = at // A_SECTION + 1
            blocks.append(f"## {words[1].format(number)} {{#s{number}}}")
        blocks.append(paragraph[side])
    return "\n\n".join(blocks) + "\n"
