"""The persons whom a Chinese text names beyond doubt: between an office and a verb, or as photographer."""

from __future__ import annotations

from yubei_pub.names.surnames import is_name
from yubei_pub.patterns import lazy_regex

_HAN = "[\u4e00-\u9fff]"
_OFFICE = (
    "书记|[区市县省镇乡州局部厅处科院校会队站所馆司行社村组厂]长|秘书长|检察长|主任|主席|总理|常委|委员|代表|董事长|"
    "总经理|经理|总裁|总监|负责人|主管|发言人|教授|研究员|院士|工程师|医生|医师|护士|老师|教师|记者|主编|编辑|律师|"
    "法官|检察官|民警|教练|选手|运动员|导演|演员|作家|画家|歌手|歌唱家|科学家|专家|学者|大使|总领事|村民|市民|居民|"
    "店主|司机|工人|职工|创始人|传承人|志愿者|先生|女士|同志|小伙|游客"
)
# What stands behind a name that ends there; 等 and 、 in a list of names.
_BEHIND = (
    "报道|表示|介绍|指出|强调|认为|透露|告诉|坦言|回忆|宣布|要求|解释|补充|建议|提醒|呼吁|感慨|出席|主持|致辞|会见|率队|"
    "率领|陪同|参加|说|称|在|对|与|和|向|带|等|、|，|。|（|）|；|：|！|$"
)
_AFTER_OFFICE = lazy_regex(rf"(?:{_OFFICE})[、：\s]?(?P<name>{_HAN}{{2,4}}?)(?=(?P<cue>{_BEHIND}))")
_SPEAKER = lazy_regex(
    rf"(?:^|(?<=[。！？；]))(?P<name>{_HAN}{{2,3}}?)(?=(?P<cue>表示|介绍|指出|强调|认为|说，|说：|透露|告诉))"
)
_CREDIT = lazy_regex(rf"(?:^|(?<=[。！？\s]))(?P<name>{_HAN}{{2,4}})(?=(?P<cue>\s*[摄文]\s*$|\s+摄影?))")
_IN_NAMES = frozenset("对与和向带在")  # 王向东, 李和平, 陈在天
# Words that begin like a surname and stand where names do.
_NO_NAME = frozenset(
    "和平 高度 高级 安全 应当 应该 时任 成为 任职 任命 马上 全体 全市 全国 全省 全区 全县 全面 方面 方案 江苏 "
    "江西 安徽 云南 甘肃 宁夏 司法 文件 文化 公司 公安 白天 国家 石油 龙头 金融 农业 林业 华人 何时 何况 万一 "
    "元旦 时间 时候 位于 平时 平均 相关 相信 相比 计划 于是 华北 华东 华南 都市 都会 牛津 和谐 来自 来到 "
    "来说 过去 过来 干部 单位 应邀 任何 关于 关心 关注 向来 连续 连日 连夜 支持 支部 常州 温州 杭州 苏州 郑州 "
    "徐州 黄山 海口 海南 海外 祖国 章程 严肃 项目 管理 明确 明显 党委 党员 党组 党校 成员 成立 成都 成果 "
    "时代 向导 向前 向上 钱财 文明 文旅 强调 那么 那时 段落 平台 平安 柳州 沙漠 曲目 车辆 车间 温度 温暖 安排 "
    "安装 史上 宣布 宣传 计算 尚未 尚有 商务 商会 商业 游客 谈判 谈话 谈到 顾客 顾问 花园 花卉 盛会 盛典 简称 "
    "简单 冷静 展览 展示 展开 信息 信心 居民".split()
)


def names(text: str) -> list[str]:
    """The names of the persons in the order of the text, but what may be another word and those that may go on."""
    found: dict[int, str] = {}
    for pattern in (_AFTER_OFFICE, _SPEAKER, _CREDIT):
        for match in pattern.finditer(text):
            name, (start, end) = match["name"], match.span("name")
            if name[:2] not in _NO_NAME and is_name(name):
                # 王向 or 王向东: a name may go on where what stands behind it is a character of names too.
                goes_on = match["cue"] in _IN_NAMES and is_name(text[start : end + 1])
                found.setdefault(start, "" if goes_on else name)
    return [name for _, name in sorted(found.items()) if name]
