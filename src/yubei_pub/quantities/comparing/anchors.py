"""Words that stand beside figures in both languages: what is counted, and what tells which of two figures is which."""

from __future__ import annotations

import re

from yubei_pub.patterns import lazy_regex

# What may stand between an English number and its noun.
FEW_WORDS = (
    r"(?:[ -](?!(?:and|in|of|with|for|to|at|from|on|by|or|are|were|was|is|has|have|had|including|across|per)\b)"
    r"[A-Za-z’'-]+){0,3}?[ -]"
)


def _pairs(table: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Chinese words and the English that renders them: `医院 hospitals?; 占 accounts?|made up`."""
    pairs = (pair.split(maxsplit=1) for pair in table.split("; "))
    return tuple((lazy_regex(zh), lazy_regex(rf"\b(?:{en})\b", re.IGNORECASE)) for zh, en in pairs)


# Things that are counted, in both languages.
NOUNS = _pairs(
    "公园 parks?; 学校 schools?; 医院 hospitals?; 企业|公司 compan(?:y|ies)|enterprises?|business(?:es)?"
    "; 项目 projects?; 小区|社区 communit(?:y|ies)|compounds?; 户 households?"
    "; 人口|居民|群众|市民 population|residents?; 道路|公路 roads?|highways?; 管网|管道 pipes?|pipelines?"
    "; 类 categor(?:y|ies)|types?|kinds?|classes; 设备|装置 devices?|equipment|sensors?; 湖 lakes?; 桥 bridges?"
    "; 电梯 elevators?|lifts?; 床位 beds?; 学生 students?|pupils?; 老师|教师|教职工 teachers?|staff"
    "; 停车位|车位 parking; 车辆 vehicles?; 警力|民警|人员 officers?|personnel|staff|workers?; 车站|站点 stations?"
)
_SIDES = "; ".join(
    f"{zh}(?=[段线侧岸片区部翼端坡门路城]) {en}(?:ern)?"
    for zh, en in (("东", "east"), ("西", "west"), ("南", "south"), ("北", "north"))
)
_BEFORE_FIGURE = "(?=[ ](?:[a-z]+[ ]){0,2}?[^ A-Za-z]*[0-9])"  # but not "used to", "to build"
# Pairs of words that tell which of two numbers is which when their order differs between the languages.
ANCHORS = NOUNS + _pairs(
    r"新建|新增|新开 new(?:ly)?|built|build\w*|add(?:ed|ing)?"
    r"; 改造|翻新|更新|整修 renovat\w*|renew\w*|upgrad\w*|transform\w*; 老旧|旧 old|older|aging|ageing"
    r"; 增长|增加|上升|提高|提升|增速 grow\w*|grew|increas\w*|ris\w+|rose|up|gain\w*"
    r"; 下降|减少|降低|降幅 decreas\w*|declin\w*|fell|fall\w*|down|reduc\w*|drop\w*|cut\w*"
    r"; 占 account\w*|share|mak\w+ up|made up|proportion; 投资 invest\w*; 进口 import\w*; 出口 export\w*"
    "; 城镇|城市|城区 urban|cit(?:y|ies); 农村|乡村|村 rural|villages?; 绿地|绿化 green; 男 men|males?|boys?"
    r"; 女 women|females?|girls?; 产值 output; 收入 income|revenue; 工业 industr\w+; 服务 services?; 农业 agricultur\w+"
    "; 长 long|length; 宽 wide|width; 高 high|height|tall; 白天|日间 day(?:time|s)?"
    "; 夜[里间晚]|晚间|(?<![今昨当每])晚上?(?!会) nights?|evenings?; 早上?|上午|清晨 mornings?; 成人|大人 adults?"
    "; 儿童|小孩 child(?:ren)?; 包月|月[卡票] monthly; 包年|年[卡票] yearly|annual; 旺季 high|peak; 淡季 low|off"
    r"; 扩建|扩容 expand\w*|expansion|enlarg\w*; 支出 spend\w*|spent|expenditures?; 第一产业|一产 primary"
    "; 第二产业|二产 secondary; 第三产业|三产 tertiary; 一期 first phase|phase (?:one|1|I)"
    "; 二期 second(?: phase)?|phase (?:two|2|II); 一等奖 first prizes?; 二等奖 second prizes?; 金牌|[0-9]金 golds?"
    "; 银牌|[0-9]银 silvers?; 铜牌|[0-9]铜 bronzes?"
    f"; {_SIDES}; 从|由 from{_BEFORE_FIGURE}; 到|至 to{_BEFORE_FIGURE}"
)
