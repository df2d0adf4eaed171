"""Words that stand beside figures in both languages: what is counted, and what tells which of two figures is which."""

from __future__ import annotations

import re

from yubei_pub.patterns import lazy_regex

# What may stand between an English number and its noun.
FEW_WORDS = (
    r"(?:[ -](?!(?:and|in|of|with|for|to|at|from|on|by|or|are|were|was|is|has|have|had|including|across|per)\b)"
    r"[A-Za-z’'-]+){0,3}?[ -]"
)
# Things that are counted, in both languages.
NOUNS = tuple(
    (lazy_regex(chinese), lazy_regex(english, re.IGNORECASE))
    for chinese, english in (
        (r"公园", r"\bparks?\b"),
        (r"学校", r"\bschools?\b"),
        (r"医院", r"\bhospitals?\b"),
        (r"企业|公司", r"\bcompan(?:y|ies)\b|\benterprises?\b|\bbusiness(?:es)?\b"),
        (r"项目", r"\bprojects?\b"),
        (r"小区|社区", r"\bcommunit(?:y|ies)\b|\bcompounds?\b"),
        (r"户", r"\bhouseholds?\b"),
        (r"人口|居民|群众|市民", r"\bpopulation\b|\bresidents?\b"),
        (r"道路|公路", r"\broads?\b|\bhighways?\b"),
        (r"管网|管道", r"\bpipes?\b|\bpipelines?\b"),
        (r"类", r"\bcategor(?:y|ies)\b|\btypes?\b|\bkinds?\b|\bclasses\b"),
        (r"设备|装置", r"\bdevices?\b|\bequipment\b|\bsensors?\b"),
        (r"湖", r"\blakes?\b"),
        (r"桥", r"\bbridges?\b"),
        (r"电梯", r"\b(?:elevators?|lifts?)\b"),
        (r"床位", r"\bbeds?\b"),
        (r"学生", r"\bstudents?\b|\bpupils?\b"),
        (r"老师|教师|教职工", r"\bteachers?\b|\bstaff\b"),
        (r"停车位|车位", r"\bparking\b"),
        (r"车辆", r"\bvehicles?\b"),
        (r"警力|民警|人员", r"\bofficers?\b|\bpersonnel\b|\bstaff\b|\bworkers?\b"),
        (r"车站|站点", r"\bstations?\b"),
    )
)
# Pairs of words that tell which of two numbers is which when their order differs between the languages.
ANCHORS = NOUNS + tuple(
    (lazy_regex(chinese), lazy_regex(english, re.IGNORECASE))
    for chinese, english in (
        (r"新建|新增|新开", r"\bnew(?:ly)?\b|\bbuilt\b|\bbuild|\badd(?:ed|ing)?\b"),
        (r"改造|翻新|更新|整修", r"\brenovat\w*|\brenew\w*|\bupgrad\w*|\btransform\w*"),
        (r"老旧|旧", r"\bold\b|\bolder\b|\baging\b|\bageing\b"),
        (r"增长|增加|上升|提高|提升|增速", r"\bgrow\w*|\bgrew\b|\bincreas\w*|\bris\w+|\brose\b|\bup\b|\bgain\w*"),
        (r"下降|减少|降低|降幅", r"\bdecreas\w*|\bdeclin\w*|\bfell\b|\bfall\w*|\bdown\b|\breduc\w*|\bdrop\w*|\bcut\w*"),
        (r"占", r"\baccount\w*|\bshare\b|\bmak\w+ up\b|\bmade up\b|\bproportion\b"),
        (r"投资", r"\binvest\w*"),
        (r"进口", r"\bimport\w*"),
        (r"出口", r"\bexport\w*"),
        (r"城镇|城市|城区", r"\burban\b|\bcit(?:y|ies)\b"),
        (r"农村|乡村|村", r"\brural\b|\bvillages?\b"),
        (r"绿地|绿化", r"\bgreen\b"),
        *(
            (rf"{zh}(?=[段线侧岸片区部翼端坡门路城])", rf"\b{en}(?:ern)?\b")
            for zh, en in (("东", "east"), ("西", "west"), ("南", "south"), ("北", "north"))
        ),
        (r"男", r"\bmen\b|\bmales?\b|\bboys?\b"),
        (r"女", r"\bwomen\b|\bfemales?\b|\bgirls?\b"),
        (r"产值", r"\boutput\b"),
        (r"收入", r"\bincome\b|\brevenue\b"),
        (r"工业", r"\bindustr\w+"),
        (r"服务", r"\bservices?\b"),
        (r"农业", r"\bagricultur\w+"),
        (r"长", r"\blong\b|\blength\b"),
        (r"宽", r"\bwide\b|\bwidth\b"),
        (r"高", r"\bhigh\b|\bheight\b|\btall\b"),
        (r"白天|日间", r"\bday(?:time|s)?\b"),
        (r"夜[里间晚]|晚间|(?<![今昨当每])晚上?(?!会)", r"\bnights?\b|\bevenings?\b"),
        (r"早上?|上午|清晨", r"\bmornings?\b"),
        (r"成人|大人", r"\badults?\b"),
        (r"儿童|小孩", r"\bchild(?:ren)?\b"),
        (r"包月|月[卡票]", r"\bmonthly\b"),
        (r"包年|年[卡票]", r"\b(?:yearly|annual)\b"),
        (r"旺季", r"\b(?:high|peak)\b"),
        (r"淡季", r"\b(?:low|off)\b"),
        (r"扩建|扩容", r"\bexpand\w*|\bexpansion\b|\benlarg\w*"),
        (r"支出", r"\bspend\w*|\bspent\b|\bexpenditures?\b"),
        (r"第一产业|一产", r"\bprimary\b"),
        (r"第二产业|二产", r"\bsecondary\b"),
        (r"第三产业|三产", r"\btertiary\b"),
        (r"一期", r"\bfirst phase\b|\bphase (?:one|1|I)\b"),
        (r"二期", r"\bsecond(?: phase)?\b|\bphase (?:two|2|II)\b"),
        (r"一等奖", r"\bfirst prizes?\b"),
        (r"二等奖", r"\bsecond prizes?\b"),
        (r"金牌|[0-9]金", r"\bgolds?\b"),
        (r"银牌|[0-9]银", r"\bsilvers?\b"),
        (r"铜牌|[0-9]铜", r"\bbronzes?\b"),
        (r"从|由", r"\bfrom[ ](?=(?:[a-z]+[ ]){0,2}?[^ A-Za-z]*[0-9])"),
        (r"到|至", r"\bto[ ](?=(?:[a-z]+[ ]){0,2}?[^ A-Za-z]*[0-9])"),  # but not "used to", "to build"
    )
)
