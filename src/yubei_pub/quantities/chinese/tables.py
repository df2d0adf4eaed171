"""What the reader of Chinese quantities knows: characters, words, approximators, classifiers, years."""

from __future__ import annotations

# Width and script do not change a number.  Every entry is one character for one, so that
# offsets stay; the full-width comma is left alone (see `numerals.plain`).
PLAIN = str.maketrans(
    "\t　０１２３４５６７８９％．－−／⁄＋＾萬億兩點負個餘幾貳叄陸贰叁對數倍過滿層棟條隻場歲時間"
    "ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ",
    "  0123456789%.--//+^万亿两点负个余几二三陆二三对数倍过满层栋条只场岁时间"
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
)

DIGITS = {
    character: value
    for value, characters in enumerate("零〇○ 一壹幺 二两俩倆 三仨 四肆 五伍 六陆 七柒 八捌 九玖".split())
    for character in characters
}
SMALL_UNITS = {"十": 10, "拾": 10, "廿": 20, "卅": 30, "卌": 40, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
BIG_UNITS = {"万": 10**4, "亿": 10**8, "兆": 10**12}

# Numerals that are also ordinary words (陆地, 入伍, 肆意, 拾取, 老幺): no number when alone.
FINANCIAL_WORDS = frozenset("肆伍陆拾幺")

# Before a number.  Longest first; a word that ends in another stands before it.
APPROXIMATORS_BEFORE = (
    *((f"不{may}{word}", "least") for may in "得能可应宜会" for word in ("少于", "低于", "小于")),
    *((f"不{may}{word}", "most") for may in "得能可应宜会" for word in ("超过", "高于", "多于", "大于")),
    *(
        (word, shade)
        for shade, words in (
            ("least", "大于等于 大于或等于 不小于"),
            ("most", "小于等于 小于或等于"),
            ("least", "不少于 不下于 不下 不低于 至少 最少 起码 少说也要 少说也得 少说也有 少说也 少说"),
            ("most", "不超过 不过 不高于 不多于 最多 至多 不大于 最高可达 最高 最长"),
            ("less", "不到 不足 不满 少于 低于 小于 将近 接近 临近 逼近 直逼 近 跌破"),
            ("least", "好于"),
            ("more", "超过 多于 高于 大于 突破 超出 破 超 逾 年过"),
            ("less", "年近 快"),
            ("about", "大约 约为 约合 约有 约占 约"),
            ("less", "几乎"),
            ("about", "大概 差不多 约莫"),
            ("", "左右"),  # belongs to the number before it
        )
        for word in words.split()
    ),
)

# 近 and 超 also end words that say nothing about the number behind them.
NOT_APPROXIMATORS = tuple(
    "以上 之上 晚上 早上 网上 线上 会上 每超 每超过 大幅超 高超 最近 附近 靠近 邻近 周近".split()  # 三年以上十年以下
    + "合约 节约 签约 条约 契约 公约 履约 打破 冲破 爆破".split()
)

# 上百亿, 过百: these too before a unit that has no digit of its own.
APPROXIMATORS_BEFORE_BARE = (("上", "least"), ("过", "more"))

# What may stand between the word for a change and its figure.
ROUGHLY = "(?:约|近|超过?|逾)?"

# After a number and its unit or classifier.
APPROXIMATORS_AFTER = tuple(
    (word, shade)
    for shade, words in (
        ("least", "以上 及以上 之上"),
        ("most", "以下 及以下 以内 之内 为限 为上限"),
        ("less", "不到"),
        ("about", "左右 上下 前后 许"),
        ("more", "有余 还多 出头 开外"),
    )
    for word in words.split()
)

# Two-character measure words and those in front of counted things.  A single Chinese digit
# before one of these (or a unit) is a count; before anything else it is likely part of a name
# or an idiom (三峡, 两江, 六中心合一).
CLASSIFIERS = frozenset(
    "个名位人家户座栋幢所间套件项种类批次场届期条款部辆台架艘只头匹颗株棵张份本册篇首支枚块片层级等排列组队班对双"
    "宗起笔单例桩门口处点段轮路站号区县市州省镇乡村国城院校厂店馆园湖库桥港机箱袋瓶盒杯碗桌顶把面大小岁周"
    "枝朵群股派界集幅句孩胜平负字页章节行声遍回趟步代辈成夜晚样"
)

SCHOOLS = {"初": 6, "高": 9}  # the years at school before these

# What is written with digits but says no quantity; each is looked for as it stands.
LEXICAL = (
    # 一 as a word: all, some, certainly, together, once, …
    *"一切 一些 一定 一样 一般 一直 一起 一旦 一向 一致 一律 一贯 一时 一味 一边 一面 一度 一心 一身".split(),
    *"一生 一体 一流 一手 一路 一带 一道 一共 一并 一如 一再 一来 一方面 一系列 一会 一看 一线 一行 一下子".split(),
    *"一亩三分地 一举 一同 一齐 一概 一经 一朝 统一 唯一 单一 同一 专一 万一 逐一 进一步 一步步 一代代".split(),
    *"一站式 一揽子 一窝蜂 一把手 一刀切 一模一样 一目了然 星期一 星期二 星期三 星期四 星期五".split(),
    *"星期六 礼拜一".split(),
    # other digits in ordinary words
    *"四川 四肢 四面八方 五湖四海 五金 五官 五彩 五星红旗 五花八门 三番五次 三角 三亚 三明".split(),
    *"三门峡 三星 乱七八糟 七上八下 九牛一毛 十全十美 十足 十字 十堰 九江 九寨沟 九龙坡 六安 六盘水".split(),
    *"四平 五台山 五指山 二手 二维码 再三 四舍五入 不三不四 说三道四 低三下四 举一反三 丢三落四".split(),
    *"朝三暮四 接二连三 三心二意 零下 不二 独一无二 三三两两 两侧 两旁 两边 两岸 两极 两栖 两用 银两".split(),
    *"三轮车 三文鱼 八卦 八仙 八角 七夕 五一 十一黄金周 四处".split(),
    *"三五斗 三五成群 三五知己 三五好友 货比三家 七零八落 老两口 两口子 千百万 一年一度 有一天".split(),
    # counts in sayings, sports and names of which English keeps no number
    *"十里八乡 十里八村 十里长街 十里洋场 十里桃花 三大球 三小球 九三学社 五洲 六神无主 七嘴八舌 七手八脚".split(),
    *"三令五申 三年五载 四通八达 八方 九霄 三生 三思 三伏 三九 四邻 四海 四野 四散 六畜 五谷 五脏 五味".split(),
    *"一成不变 有朝一日 信心百倍 身价百倍 三位一体 五位一体 十年寒窗 十年一剑 十二指肠 二十八宿".split(),
    *"十万火急 二人转 感慨万千 三头六臂 百万雄师 约法三章 不管三七二十一 十面埋伏 判若两人 两回事".split(),
    *"两码事 三字经 三步并作两步 一波三折 略知一二 八九不离十 三天两头 一点一滴 日复一日 年复一年".split(),
    *"一日三餐 一日千里 一日之 十年九旱 五角大楼 四人帮 八路军 三国 第三世界 第三方 第三者 百万富翁 半月刊".split(),
    *"半月板 半月谈 二元 三围 三原 九州 三界 三六九等 乌七八糟 七老八十 四分五裂 一穷二白 一清二楚".split(),
    *"一干二净 一五一十 三下五除二 三长两短 三言两语 九死一生 三元里 京九 二把手 三把手".split(),
    *"八达岭 八宝 四合院 三合院 五卅 零上".split(),
    *"一心一意 一言 一丝不苟 一见钟情 一石二鸟 一鸣惊人 两全其美 三顾茅庐 十拿九稳 零距离 八哥 六合".split(),
    *"百兆 千兆 万兆 说一不二 两手 没两样 没什么两样 二话不说 张三李四 五粮液".split(),
    # bare 百 千 万 亿 in words
    *"百姓 百货 百科 百花 百般 百合 百度 百分比 百分制 千方百计 千家万户 千千万万 千变万化".split(),
    *"千军万马 千古 千秋 千万别 千万不 万万不 千万要 千岛湖 千禧 万物 万众 万象 万能 万州 万盛 万达".split(),
    *"万科 亿万 成千上万 万无一失 万水千山 千山万水 百尺竿头 百里挑一".split(),
    *"百千万 十百千 千百年 大千世界 千钧 千锤百炼 千载难逢 碳十四".split(),
    # zero in words
    *"零售 零部件 零件 零散 零星 零食 零钱 零碎 零工 飘零 凋零".split(),
    # half in words
    "夜半",
    "两美刀",  # the currency's nickname swallows the numeral; so does Microsoft's reader
)

# 十分 is "very" unless minutes, a fraction or a score follow.
LEXICAL_PATTERNS = (
    r"(?<!翻)(?<!翻了)(?<!翻近)(?<!了近)一番",  # 一番努力, but 翻一番 is to double
    r"十分(?!钟|[ ]{0,2}之|[一二三四五六七八九0-9])",
    "(?<!第)四季(?!度)",
    "[一二三四五六七八九](?:氧化|氯[甲乙化]|氟[甲乙化]|硫化|聚[氰磷]|甲[苯胺]|乙[醇胺])",  # 二氧化碳, 三聚氰胺
    r"(?<![零〇一二三四五六七八九十])一一(?![零〇一二三四五六七八九十百千万])",
    "一两(?![十百千万亿个天年月次名人元句步，。；])",
    "千万(?=[”’]?工程)",
    "九九(?=重阳|归一|乘法|消寒)",
    "十(?:之|有)八九",
    "八百里(?=秦川|洞庭|加急|瓯江|太行)",
    r"一打(?=[开听通造印])",
    "(?<![0-9一二两三四五六七八九十百千半每])斤两(?![元块毛角])",
    # 每周一次 is once a week, 老周二十年来 twenty years
    r"周[一二三四五六](?![次年个期天]|十(?!.?[点时])|(?<=每周.)(?:小时|场(?!馆)|节(?!目)|[趟批堂篇]))",
    # days of the year by their names: 七一 is July 1, 9·11 and 3·15 are no decimals
    r"(?<![〇零一二三四五六七八九十百千万第])(?:七一|八一|六一|五四|三八|双十一|双十二|双1[12]|九一八|一二[·•]九)"
    r"(?![〇零一二三四五六七八九十百千万亿0-9年月日号个度分点成折%])",
    r"(?<![0-9.·•])[0-9]{1,2}[·•][0-9]{1,2}(?![0-9·•])",
    r"(?<![0-9])(?:315|618)(?=[”’]?(?:晚会|大促|购物节|期间|国际消费者|活动|当[天日]|促销))",
    "(?:(?:[二四八]|十六)分之一|1/(?:[248]|16))(?=决赛)",
    "七七(?=事变)",
    "一二三(?=产|次产)",
    "一日(?=游|往返|[ ]?[0-9一二两三四五六七八九十]{1,2}[次餐顿回])",
    "一[分毛]钱",
    "(?<=[十百千万亿])两(?=白银|黄金|纹银|银[子元])",
    "7[×xX*]24",
    r"第[0-9]+(?=\+[0-9])",  # 第90+4分钟
    "[一二三四五六七八九十]里[头屯桥河铺店沟营庄坪堡墩湾塘洞岗庙]",
    "(?:(?<!提)前|后|上|下)半(?!个?小时|天|个月|(?<=[前后]半)月)",
    "(?<![最至不])多半(?!个?小时|天|年|个?月|数)",
    "(?<=如)一日",
    "(?<=(?<!超)过)百年",  # 走过百年, but 超过百年 is more than a century
    "半百|花甲|耄耋",
    r"十一(?=”?(?:黄金周|国庆|期间|假期|长假|小长假))",
    # 一点 is "a little" unless it is one o'clock; 四周 is "all around" unless weeks are counted
    r"(?<![午晨晚])一点(?![ ]{0,2}[零〇一二三四五六七八九十0-9]|[钟半整许])",
    r"(?<!连续)(?<!期间)(?<!未来)(?<![期去近约满每共隔孕逾超第])四周(?![岁年后内]|[时期]间|以[上内])",
)

# Years by their distance from that of the page, before 年, 春 or 冬; what is part of another word is none: 现今, 过去,
# 说明年内, 目前年产值.
THIS, LAST, NEXT = "(?<![当现至如迄])今", "(?<!过)去", "(?<![说证表阐声])明"
OPEN = r"(?:^|(?<=[，。；、：\s比较于至自从和与到“（]))"
