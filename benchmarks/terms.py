"""How fast terms are annotated and checked: 10,000 terms over 10,000 paragraph pairs.

    make bench-terms

Beside it, the least that could do the work: an Aho–Corasick automaton over the Chinese, and for every hit the Snowball
stems of its rendering looked up in those of the English; once with pyahocorasick and PyStemmer, which are written in
C, and once with the same ideas in Python.  Neither knows overlaps or contexts, says where a rendering stands, gives a
stretch to one term only, or tells “developing” from “developed”.

The terms are all pairs of 102 modifiers and 100 nouns; a paragraph has six of them, one rendered wrongly in twenty
paragraphs.  Both sides see the same text; each figure is the median of five runs.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from statistics import median
from time import process_time
from typing import TypeVar

from yubei_pub import annotate, glossary, markdown
from yubei_pub.beads import Bead, Segment
from yubei_pub.checks import avoided_renderings, terms
from yubei_pub.document import Document
from yubei_pub.model import Briefing, BriefingSection, Passage, State
from yubei_pub.renderings.forms import plural
from yubei_pub.terms import TermFinder
from yubei_pub.trace import Source

Done = TypeVar("Done")

RUNS = 5
PAIRS = 10_000

MODIFIERS = """
城市urban 农村rural 社区community 数字digital 智能smart 绿色green 生态ecological 公共public 基层grassroots
现代modern 工业industrial 农业agricultural 商业commercial 文化cultural 体育sports 医疗medical 养老elderly
教育educational 科技scientific 交通transport 水务water 能源energy 电力power 燃气gas 环境environmental
安全safety 应急emergency 消防fire 金融financial 财政fiscal 法律legal 行政administrative 民生livelihood
就业employment 住房housing 旅游tourism 信息information 网络network 物流logistics 国际international
区域regional 地方local 中央central 全国national 市级municipal 县级county 镇级township 村级village
沿江riverside 山地mountain 地下underground 高空aerial 海上maritime 空中air 铁路railway 公路highway 港口port
机场airport 桥梁bridge 隧道tunnel 森林forest 湿地wetland 湖泊lake 河流river 土壤soil 大气atmospheric 噪音noise
垃圾waste 污水sewage 雨水rainwater 饮水drinking 食品food 药品drug 设备equipment 材料material 汽车automobile
电子electronic 软件software 机械machinery 化工chemical 纺织textile 建筑building 装修decoration 园林garden
苗木seedling 粮食grain 蔬菜vegetable 水果fruit 畜牧livestock 渔业fishery 种业seed 青年youth 儿童child
妇女women 老人senior 职工worker 学生student 居民resident 游客visitor 企业enterprise 园区park 专利patent
"""
NOUNS = """
规划plan 治理governance 建设construction 管理management 服务service 中心center 系统system 平台platform
网点outlet 工程project 项目program 改革reform 体系framework 机制mechanism 政策policy 标准standard
指标indicator 数据data 设施facility 基地base 产业industry 经济economy 市场market 投资investment
消费consumption 贸易trade 合作cooperation 交流exchange 创新innovation 研究research 培训training 检测testing
监测monitoring 评估assessment 考核evaluation 监督supervision 执法enforcement 保障guarantee 救助assistance
补贴subsidy 基金fund 贷款loan 保险insurance 税收taxation 预算budget 成本cost 收入income 效益benefit
质量quality 品牌brand 人才talent 队伍team 组织organization 协会association 联盟alliance 论坛forum
展览exhibition 博览expo 节日festival 活动activity 文件document 报告report 统计statistics 年鉴yearbook 地图map
手册handbook 指南guide 方案scheme 计划blueprint 行动campaign 示范demonstration 试点pilot 样板model 案例case
经验experience 成果achievement 奖项award 荣誉honor 称号title 排名ranking 风险risk 隐患hazard 事故accident
灾害disaster 污染pollution 排放emission 能耗usage 节约saving 循环recycling 修复restoration 通道corridor
枢纽hub 站点station 线路route 车辆vehicle 船舶vessel 航线airway 仓库warehouse 码头wharf 广场square
"""
FILLER = (
    ("一年来，各方面的工作都有新的进展，", "Over the year there has been progress on all sides, and "),
    ("从居民的需要出发，", "starting from what people need, they worked on the "),
    ("同时，着力推进", "At the same time there is more of the "),
    ("这项工作得到了大家的认可，也为", "Everybody likes it, and it has been of use for the "),
    ("今后还要继续下去，把", "They will go on with it, and with the "),
    ("做得更好，让更多的人受益，并与", "so that it does good to more people, side by side with the "),
)


def words(text: str) -> list[tuple[str, str]]:
    """Chinese with its English."""
    return [(found[1], found[2]) for word in text.split() if (found := re.fullmatch(r"([^a-z]+)([a-z]+)", word))]


def main() -> None:
    """Print the figures."""
    entries = [(a + b, f"{x} {y}") for a, x in words(MODIFIERS) for b, y in words(NOUNS)]
    text = "terms:\n" + "".join(f"  - {{zh: {zh}, en: {en}, status: proposed}}\n" for zh, en in entries)
    read, reading = timed(lambda: glossary.read(Source("glossary.yaml", text)))
    finder, building = timed(lambda: TermFinder(read.terms))
    pairs = list(paragraphs(entries))
    characters = sum(len(zh) for zh, _ in pairs)
    print(f"{len(read.terms):,} terms, {len(pairs):,} paragraph pairs, {characters:,} Chinese characters")
    print(f"glossary read in {reading:.2f} s, automaton built in {building:.3f} s")
    ours = [bead(zh, en) for zh, en in pairs]
    compiled, interpreted = Compiled(entries), Interpreted(entries)
    done: dict[str, list[float]] = {}
    works = (
        ("compiled", lambda: compiled.missing(pairs)),
        ("interpreted", lambda: interpreted.missing(pairs)),
        ("ours", lambda: annotated(ours, finder)),
        ("checked", lambda: checked(ours, finder)),
    )
    for _ in range(RUNS):
        for name, work in works:
            found, seconds = timed(work)
            done.setdefault(name, []).append(seconds)
            done.setdefault(f"{name} found", []).append(found)
    bare, python = median(done["compiled"]), median(done["interpreted"])
    print(f"{'':<50}{'seconds':>8}{'× in C':>10}{'× in Python':>14}{'missing':>10}")
    for name, what in (
        ("compiled", "automaton and stem lookup in C"),
        ("interpreted", "automaton and stem lookup in Python"),
        ("ours", "terms annotated"),
        ("checked", "annotated, terms and avoided renderings checked"),
    ):
        seconds, found = median(done[name]), int(median(done[f"{name} found"]))
        print(f"{what:<50}{seconds:8.2f}{bare / seconds:10.2f}{python / seconds:14.2f}{found:10,}")


def paragraphs(entries: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Chinese and English with six terms each; in one of twenty pairs one is rendered wrongly."""
    chance = random.Random(1)
    for number in range(PAIRS):
        chosen = [chance.choice(entries) for _ in FILLER]
        zh = "".join(f"{filler}{term}" for (filler, _), (term, _) in zip(FILLER, chosen, strict=True)) + "。"
        wrong = chance.randrange(6) if number % 20 == 0 else -1
        renderings = ["wrong thing" if at == wrong else inflected(en, at) for at, (_, en) in enumerate(chosen)]
        en = ". ".join(f"{filler}{each}" for (_, filler), each in zip(FILLER, renderings, strict=True)) + "."
        yield zh, en


def inflected(en: str, at: int) -> str:
    """Every second rendering in the plural."""
    first, last = en.split()
    return f"{first} {plural(last)}" if at % 2 and not last.endswith("s") else en


class Compiled:
    """The bare automaton and the stems, both in C."""

    def __init__(self, entries: list[tuple[str, str]]) -> None:
        import ahocorasick  # type: ignore[import-not-found]
        import Stemmer  # type: ignore[import-not-found]

        stemmer = Stemmer.Stemmer("english")
        stemmer.maxCacheSize = 100_000
        self.stems: Callable[[list[str]], list[str]] = stemmer.stemWords
        automaton = ahocorasick.Automaton()
        for zh, en in entries:
            automaton.add_word(zh, f" {' '.join(self.stems(en.split()))} ")
        automaton.make_automaton()
        self.hits: Callable[[str], Iterable[str]] = lambda zh: (rendering for _, rendering in automaton.iter(zh))

    def missing(self, pairs: list[tuple[str, str]]) -> int:
        """How many hits have no rendering."""
        missing = 0
        for zh, en in pairs:
            english = f" {' '.join(self.stems(re.findall(r'[a-z]+', en.lower())))} "
            missing += sum(rendering not in english for rendering in self.hits(zh))
        return missing


class Interpreted(Compiled):
    """The same in Python: terms keyed by their first character, Snowball’s Python stemmer, each word stemmed once."""

    def __init__(self, entries: list[tuple[str, str]]) -> None:
        import snowballstemmer  # type: ignore[import-not-found]

        stem = lru_cache(100_000)(snowballstemmer.stemmer("english").stemWord)
        self.stems = lambda words: list(map(stem, words))
        renderings = {zh: f" {' '.join(self.stems(en.split()))} " for zh, en in entries}
        lengths: dict[str, set[int]] = {}
        for zh in renderings:
            lengths.setdefault(zh[0], set()).add(len(zh))

        def hits(zh: str) -> Iterator[str]:
            for start, char in enumerate(zh):
                for length in lengths.get(char, ()):
                    if rendering := renderings.get(zh[start : start + length]):
                        yield rendering

        self.hits = hits


def bead(zh: str, en: str) -> Bead:
    """A paragraph pair as the pipeline has it."""
    source, target = (markdown.read(Source(path, f"# T\n\n{text}")) for path, text in (("zh.md", zh), ("en.md", en)))
    ours, theirs = source.sections[0].blocks[0], target.sections[0].blocks[0]
    return Bead((Segment(ours.text, ours),), (Segment(theirs.text, theirs),))


def annotated(beads: list[Bead], finder: TermFinder) -> int:
    """How many terms of the beads have no rendering."""
    return sum(use.target is None for each in beads for use in annotate.terms_of(each, finder))


def checked(beads: list[Bead], finder: TermFinder) -> int:
    """How many findings the two rules make of the beads, in sections of twenty."""
    uses = [each._replace(terms=annotate.terms_of(each, finder)) for each in beads]
    sections = tuple(section(uses[at : at + 20]) for at in range(0, len(uses), 20))
    document = Document(Source("zh.md", ""), {}, ())
    briefing = Briefing("all", document, None, sections, {}, None, (), "", "")
    found = list(terms.check_briefing(briefing))
    found += [remark for each in uses for remark in avoided_renderings.check_bead(each, briefing)]
    return len(found)


def section(beads: list[Bead]) -> BriefingSection:
    """A section without a heading."""
    passages = tuple(Passage(number, (), (), (each,)) for number, each in enumerate(beads, 1))
    return BriefingSection("s1", 2, None, None, (Bead((), ()),), passages, State.UNREVIEWED)


def timed(work: Callable[[], Done]) -> tuple[Done, float]:
    """What some work gives, and the seconds of the processor it took."""
    start = process_time()
    result = work()
    return result, process_time() - start


if __name__ == "__main__":
    main()
