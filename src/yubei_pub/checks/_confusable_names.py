"""Countries, cities, dynasties and reigns, each a group of names that exclude each other.

A wrong one is told where the English has it, the Chinese has not, and the one of the Chinese is left out; a
capital may stand for its country, and a country be said by one character (中美, 访俄).
"""

from __future__ import annotations

from collections.abc import Iterator

from yubei_pub.checks._confusables import Group, Name, name
from yubei_pub.checks._tables import rows
from yubei_pub.quantities.reigns import REIGNS

_COUNTRIES = r"""
美国  United States|American?s?|USA?|U\.S|Washington  美|华盛顿|白宫
英国  United Kingdom|Brit\w+|UK|U\.K|England|English|London  英|伦敦
法国  France|French|Paris  法|巴黎
德国  Germany|German\w*|Berlin  德|柏林
俄罗斯  Russia\w*|Moscow  俄|莫斯科|苏联
日本  Japan\w*|Tokyo  [中美韩访驻对]日|日[方中美韩]|东京
韩国  South Korea|(?:South )?Korean?s?|ROK|Seoul  韩|首尔|朝
朝鲜  DPRK|North Korean?s?  朝
印度(?!尼|洋)  India|Indian?s?  印
巴基斯坦  Pakistan|Pakistani?s?|Islamabad  巴|伊斯兰堡
意大利  Italy|Ital\w+|Rome  意|罗马
西班牙  Spain|Spanish|Spaniards?|Madrid  西|马德里
葡萄牙  Portugal|Portug\w+|Lisbon  葡|里斯本
荷兰  Netherlands|Dutch|Hague  荷|海牙
比利时  Belgium|Belgi\w+|Brussels  比|布鲁塞尔
瑞士  Switzerland|Swiss|Geneva|Davos  瑞|日内瓦|达沃斯
瑞典  Sweden|Swed\w+|Stockholm  瑞|斯德哥尔摩
挪威  Norway|Norw\w+|Oslo  挪|奥斯陆
芬兰  Finland|Finnish|Finns?|Helsinki  芬|赫尔辛基
丹麦  Denmark|Danish|Danes?|Copenhagen  丹|哥本哈根
波兰  Poland|Poles|Warsaw  波|华沙
匈牙利  Hungary|Hungar\w+|Budapest  匈|布达佩斯
捷克  Czechia|Czech\w*|Prague  捷|布拉格
塞尔维亚  Serbia|Serbi\w+|Belgrade  塞|贝尔格莱德
希腊  Greece|Greek\w*|Athens  希|雅典
土耳其  Türkiye|Turk(?:ey|iye|ish)|Ankara|Istanbul  土|安卡拉|伊斯坦布尔
乌克兰  Ukraine|Ukrain\w+|Ky?iev|Kyiv  乌|基辅
哈萨克斯坦  Kazakhstan|Kazakh\w*|Astana|Almaty  哈|阿斯塔纳|阿拉木图
乌兹别克斯坦  Uzbekistan|Uzbek\w*|Tashkent|Samarkand  乌|塔什干|撒马尔罕
吉尔吉斯斯坦  Kyrgyzstan|Kyrgyz\w*|Bishkek  吉|比什凯克
塔吉克斯坦  Tajikistan|Tajik\w*|Dushanbe  塔|杜尚别
土库曼斯坦  Turkmenistan|Turkmen\w*|Ashgabat  土|阿什哈巴德
越南  Vietnam|Viet\w*|Hanoi  越|河内
老挝  Laos|Lao(?:tian)?|Vientiane  老|万象
柬埔寨  Cambodia|Cambodi\w+|Phnom Penh  柬|金边
泰国  Thailand|Thais?|Bangkok  泰|曼谷
缅甸  Myanmar  缅
马来西亚  Malaysia|Malaysian?s?|Kuala Lumpur  马|吉隆坡
新加坡  Singapore|Singapor\w+  新|狮城
印度尼西亚|印尼  Indonesia|Indonesian?s?|Jakarta|Bali  印|雅加达|巴厘
菲律宾  Philippines|Philippine|Filipin\w+|Manila  菲|马尼拉
尼泊尔  Nepal\w*|Kathmandu  尼|加德满都
斯里兰卡  Sri Lanka\w*|Colombo  斯|科伦坡
孟加拉国  Bangladesh\w*|Dhaka  孟|达卡
伊朗  Iran|Iranians?|Tehran  伊|德黑兰
伊拉克  Iraq\w*|Baghdad  伊|巴格达
沙特  Saudi\w*|Riyadh  沙|利雅得
阿联酋  UAE|Emirat\w+|Abu Dhabi|Dubai  阿|迪拜|酋
以色列  Israel\w*|Tel Aviv  以|特拉维夫
巴勒斯坦  Palestine|Palestin\w+  巴
埃及  Egypt\w*|Cairo  埃|开罗
阿尔及利亚  Algeria|Algeri\w+  阿
摩洛哥  Morocco|Morocc\w+|Rabat  摩
埃塞俄比亚  Ethiopia|Ethiopians?|Addis Ababa  埃|亚的斯亚贝巴
肯尼亚  Kenya|Kenyans?|Nairobi  肯|内罗毕
坦桑尼亚  Tanzania|Tanzani\w+  坦
南非  South Africa|South Africans?|Pretoria|Johannesburg  南|比勒陀利亚|约翰内斯堡
尼日利亚  Nigeria|Nigerians?|Abuja|Lagos  尼|阿布贾|拉各斯
澳大利亚  Australia|Australi\w+|Canberra|Sydney|Melbourne  澳|堪培拉|悉尼|墨尔本
新西兰  New Zealand\w*|Wellington|Auckland  新|惠灵顿|奥克兰
加拿大  Canada|Canad\w+|Ottawa|Toronto|Vancouver  加|渥太华|多伦多|温哥华
墨西哥  Mexico|Mexic\w+  墨
巴西  Brazil\w*|Brasilia  巴|里约
阿根廷  Argentina|Argentin\w+|Buenos Aires  阿|布宜诺斯
秘鲁  Peru\w*|Lima  秘|利马
古巴  Cuba|Cubans?|Havana  古|哈瓦那
"""
_PLACES = r"""
北京  Beijing  (?<!南)京|首都|中方|中国
上海  Shanghai  沪
天津  Tianjin  津
重庆  Chongqing  渝
河北  Hebei  冀
辽宁  Liaoning  辽
吉林  Jilin  吉
黑龙江  Heilongjiang  黑
江苏  Jiangsu  苏
浙江  Zhejiang  浙
安徽  Anhui  皖
福建  Fujian  闽
江西  Jiangxi  赣
山东  Shandong  鲁
河南  Henan  豫
湖北  Hubei  鄂
湖南  Hunan  湘
广东  Guangdong  粤
广西  Guangxi  桂
海南  Hainan  琼
四川  Sichuan|Szechuan  川|蜀
贵州  Guizhou  贵|黔
云南  Yunnan  滇
甘肃  Gansu  甘|陇
青海  Qinghai  青
宁夏  Ningxia  宁
新疆  Xinjiang  新|疆
内蒙古  Inner Mongolia|Inner Mongolian  蒙
西藏  Xizang|Tibet\w*  藏
香港  Hong Kong\w*  港
澳门  Macao|Macau  澳
台湾  Taiwan\w*  台|两岸
石家庄  Shijiazhuang  石
太原  Taiyuan  并
沈阳  Shenyang  沈
大连  Dalian  连
长春  Changchun  长
哈尔滨  Harbin  哈
南京  Nanjing|Nanking  宁|金陵
杭州  Hangzhou  杭
苏州|宿州  Suzhou  苏
宁波  Ningbo  甬
温州  Wenzhou  温
绍兴  Shaoxing  绍|越
合肥  Hefei  合
厦门  Xiamen|Amoy  厦
泉州  Quanzhou  泉
南昌  Nanchang  洪
济南  Jinan|Ji’nan  济
青岛  Qingdao|Tsingtao  青
烟台  Yantai  烟
郑州  Zhengzhou  郑
洛阳  Luoyang  洛
开封  Kaifeng  汴
武汉  Wuhan  汉
宜昌  Yichang  宜
长沙  Changsha  长
广州  Guangzhou|Canton  穗|广交
深圳  Shenzhen  深
珠海  Zhuhai  珠
佛山  Foshan  佛
东莞  Dongguan  莞
桂林  Guilin  桂
南宁  Nanning  邕
海口  Haikou  海
三亚  Sanya  亚
成都  Chengdu  成|蓉
绵阳  Mianyang  绵
贵阳  Guiyang  贵|筑
昆明  Kunming  昆
大理  Dali  理
拉萨  Lhasa  拉
西安  Xi’an|Xi'an|Xian  长安|西
兰州  Lanzhou  兰
敦煌  Dunhuang  敦
西宁  Xining  宁
银川  Yinchuan  银
乌鲁木齐  Urumqi|[UÜ]r[uü]mqi  乌
呼和浩特  Hohhot  呼
景德镇  Jingdezhen  景
曲阜  Qufu  曲
延安  Yan’an|Yan'an|Yanan  延
"""
_DYNASTIES = zip("秦汉隋唐宋辽元明清", "Qin Han Sui Tang Song Liao Yuan Ming Qing".split(), strict=True)
_HALVES = """
西周  Western Zhou
东周  Eastern Zhou

西汉  Western Han
东汉  Eastern Han

西晋  Western Jin
东晋  Eastern Jin

北宋  Northern Song
南宋  Southern Song
"""
_NO_REIGNS = ("Republic", "Xining")  # 西宁 is a city


def _proper(right: str, zh: str, en: str, may: str = "") -> Name:
    """A name with capitals: US is no *us*, Turkey no bird."""
    return name(right, zh, en, may=may, case=0)


def _names(table: str) -> tuple[Name, ...]:
    """A line each: the Chinese, the English, its name first, and what else may be meant by that."""
    return tuple(_proper(en.split("|")[0].split("\\")[0], zh, en, *may) for zh, en, *may in rows(table))


def _reigns() -> Iterator[Name]:
    for en in dict.fromkeys(english for english, _ in REIGNS.values() if english not in _NO_REIGNS):
        zh = "|".join(reign for reign, (english, _) in REIGNS.items() if english == en)
        yield _proper(en, zh, en)


NAMES = (
    Group("they are two countries", _names(_COUNTRIES)),
    Group("they are two places", _names(_PLACES)),
    Group(
        "they are two dynasties",
        tuple(
            name(
                f"{en} dynasty",
                f"{zh}代|{zh}朝|{zh}末|{zh}王朝|{zh}初(?=[年期，])|初{zh}|盛{zh}|中{zh}|晚{zh}",
                f"{en} (?:dynasty|era|period)",
                en,
                zh,
            )
            for zh, en in _DYNASTIES
        ),
    ),
    *(Group("one dynasty came after the other", _names(pair)) for pair in _HALVES.split("\n\n")),
    Group("they are two reigns", tuple(_reigns())),
)
