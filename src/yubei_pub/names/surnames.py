"""Surnames, with all the readings they have as surnames."""

from __future__ import annotations

from yubei_pub.names import pinyin

# The surnames of nearly everybody, also those that are more often another word (和, 于, 时).
_SINGLE = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于余蒋蔡杜叶程苏魏吕丁任沈姚卢姜崔钟"
    "谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱丘江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛"
    "邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游"
    "辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧"
    "闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮"
    "粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁都芮普阙浦戈伏"
    "鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利呼居揭干但尉冶斯元束檀衣信展阴昝"
    "智幸奉植衡富尧闭由员召种折黑逄秘繁佴过藏句么粘郗郇隗訾谯牧庹"
)
_COMPOUND = frozenset(
    "欧阳 上官 司马 诸葛 司徒 东方 皇甫 尉迟 公孙 令狐 慕容 夏侯 轩辕 端木 独孤 南宫 百里 宇文 长孙 呼延 闻人 澹台 "
    "淳于 太史 申屠 钟离 万俟 西门 公冶 宗政 濮阳 单于 拓跋 赫连 第五 司空 鲜于 闾丘 完颜 纳兰 耶律".split()
)
SURNAMES = _SINGLE | _COMPOUND
# As a surname otherwise than usually, the commonest first; what stands here is all that is admitted.  朴 is Piao of
# Koreans of China, and Park of Korea.
_READINGS = {
    family: tuple(ways.split("/"))
    for family, ways in (
        entry.split(" ")
        for entry in (
            "单 shan; 区 ou; 解 xie; 查 zha; 仇 qiu; 朴 piao/park; 曾 zeng; 盖 ge/gai; 缪 miao; 乐 yue/le; "
            "覃 qin/tan; 谌 chen/shen; 员 yun; 召 shao; 种 chong; 翟 zhai/di; 折 she; 黑 he/hei; 秘 bi/mi; "
            "繁 po/fan; 佴 nai; 隗 wei/kui; 郗 xi/chi; 郇 xun/huan; 柏 bai/bo; 薄 bo; 都 du; 么 yao; "
            "牟 mou/mu; 费 fei/bi; 尉 wei/yu; 句 gou; 藏 zang; 粘 nian; 阚 kan; 尉迟 yuchi; 万俟 moqi; "
            "澹台 tantai; 单于 chanyu"
        ).split("; ")
    )
}


def surname(name: str) -> str:
    """The surname a Chinese name begins with, empty if it begins with none: 欧阳修 → 欧阳, 单田芳 → 单."""
    if name[:2] in _COMPOUND and len(name) > 2:
        return name[:2]
    return name[:1] if name[:1] in _SINGLE else ""


def surname_readings(family: str) -> tuple[str, ...]:
    """How a surname is read, in small letters, the commonest first: 单 → shan; 查 → zha; 尉迟 → yuchi."""
    return _READINGS.get(family) or (pinyin.join([pinyin.readings(char)[0] for char in family]),)


def is_read(family: str, word: str) -> bool:
    """Whether a word in Latin letters can be a surname: `Shan` 单, `Lyu`, `Lü` or `Lu` 吕."""
    bare = pinyin.bare(word)
    if bare in surname_readings(family):
        return True
    ways = [way for way in pinyin.syllables(word) if len(way) == len(family)]
    usual = [reading for reading in surname_readings(family) if "ü" in reading]
    return bool(usual) and any(all(map(pinyin.reads, family, way)) for way in ways)


def romanise(name: str) -> str:
    """A person's name by the rules and the usual readings; empty without a surname, or where a character is unknown."""
    family = surname(name)
    given = [pinyin.readings(char) for char in name[len(family) :]]
    if not family or not given or not all(given):
        return ""
    return f"{surname_readings(family)[0].capitalize()} {pinyin.join([known[0] for known in given]).capitalize()}"


def is_name(text: str) -> bool:
    """Whether Chinese characters are a surname and a given name, as far as their number tells."""
    return (text[:2] in _COMPOUND and len(text) > 2) or (text[:1] in _SINGLE and 2 <= len(text) <= 3)
