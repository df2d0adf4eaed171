"""Ministries, commissions, departments and bureaus by what they look after: a group of names that exclude each other.

Each row has how the Chinese names begin, before 局, 厅, 部 or 委; what the English is called after, the usual name
first; and the words that will do for it.  Where the Chinese speaks of the matter itself (教育部门), the English may
name the body.
"""

from __future__ import annotations

from collections.abc import Iterator

from yubei_pub.checks._confusables import Group, Name, name
from yubei_pub.checks._tables import rows

_BODIES = r"""
教育  Education  educat\w*|school\w*
卫生健康|卫健  Health  health\w*|medic\w+|NHC
公安  Public Security  police|security|MPS
民政  Civil Affairs  civil
司法  Justice  justice|judicial
财政  Finance  financ\w+|fiscal|treasury|MOF
人力资源和?社会保障|人社  Human Resources  human|labou?r|social|employment
自然资源  Natural Resources  resources|land|planning
生态环境|环境保护|环保  Ecology and Environment|Ecology|Environmental Protection|Environment  ecolog\w+|environment\w*
住房和?城乡建设|住建  Housing  housing|construction|building
交通运输|交通  Transport|Transportation  transport\w*|traffic|communications
水利|水务  Water Resources|Water  water
农业农村|农业  Agriculture  agricultur\w+|farm\w*|rural
商务  Commerce  commerc\w+|trade|business|MOFCOM
文化和?旅游|文旅|文化|旅游  Culture and Tourism|Culture|Tourism  cultur\w+|touris\w+
文物  Cultural Heritage|Cultural Relics  heritage|relics?|antiquities
应急管理|应急  Emergency Management  emergenc\w+
审计  Audit  audit\w*
市场监管|市场监督管理  Market Regulation|Market Supervision  market|SAMR
统计  Statistics  statistic\w*|NBS
医疗保障|医保  Healthcare Security|Medical Insurance  health\w*|medic\w+|insurance
城市管理|城管  Urban Management|Urban Administration|City Management  urban|city|chengguan
税务  Taxation|Tax  tax\w*
气象  Meteorology|Meteorological  meteorolog\w+|weather|observator\w+
工业和?信息化|工信  Industry and Information  industr\w+|information|MIIT
科技|科学技术  Science and Technology  scien\w+|technolog\w+
发展和?改革|发改  Development and Reform|National Development and Reform  development|reform|NDRC
体育  Sports|Sport  sports?|athlet\w+|games
退役军人事务|退役军人  Veterans Affairs|Veterans  veterans?
林业和草原|林草|林业|园林绿化|园林  Forestry|Landscaping|Parks  forest\w*|grassland|landscap\w+|green\w*|parks?
"""
_ENDS = ("总局", "总署", "局", "厅", "部(?![门分队])", "委员会", "委(?![员托派])", "署")
_KINDS = "(?:Ministry|Department|Bureau|Administration|Commission|Authority)"


def _bodies() -> Iterator[Name]:
    for zh, en, also in rows(_BODIES):
        called = rf"{_KINDS} (?:of|for) (?:the )?(?:{en})|(?:{en}) {_KINDS}"
        written = "|".join(one + end for one in zh.split("|") for end in _ENDS)  # in full: few texts have one
        yield name(f"… of {en.split('|')[0]}", written, called, also, zh, case=0)


BODIES = (Group("they are two bodies", tuple(_bodies())),)
