"""Stages, results, alarms, papers and degrees that translators take for one another, with the reason."""

from __future__ import annotations

from yubei_pub.checks._confusables import groups

EVENTS = groups(r"""
# 在建 is still being built, 建成 is finished
under construction  在建|正在建设  under construction|being built  construct\w+|build\w*|ongoing|under ?way
    建设|施工|开工|推进|续建|动工|加快|兴建|打造|建造|修建|筹建
completed  建成|竣工|完工|落成  completed|finished
    built|building|complet\w+|finish\w*|put into|open\w*|set up|establish\w*  完|投|结束|实现|通车|开通|收官|交付|到位

# 开工 is the start of the work, 竣工 and 完工 its end
start of construction  开工|动工|破土|奠基
    br(?:eak|oke|oken)(?:ing)? ground|ground[- ]?breaking|
    (?:construction|work)(?: \w+){0,6} (?:started|began|begun|commenced)|
    (?:started|began|begun|commenced) (?:construction|building|work)
    start\w*|beg[aiu]n\w*|commenc\w+|launch\w*|kick\w*|under ?way|ground\w*|construct\w+
    启动|开始|开建|施工|建设|实施|推进
completion  竣工|完工|收官|封顶|合龙  complet(?:ed|es|ion|ing)|finish(?:ed|es)?
    complet\w+|end\w*|built|open\w*|deliver\w*|done|conclud\w+|topp\w+|clos\w+|join\w*|wrap\w*
    完|建成|投用|结束|通车|到位|收尾|落成|建好|通过|全

# 死亡 and 遇难 count the dead, 受伤 the injured, 失踪 the missing
dead, killed  死亡|遇难|身亡|丧生|罹难  dead|died|killed  death\w*|fatal\w*|liv\w+|perish\w*|victims?
    死|亡|牺牲|去世|故
injured  受伤|轻伤|重伤|伤亡|负伤  injured|wounded  injur\w+|hurt|casualt\w+|wound\w*  伤
missing  失踪|失联  missing  unaccounted|lost  失|缺|漏

# 确诊 is confirmed, 疑似 suspected
confirmed  确诊  confirmed  diagnos\w+  确|证实
suspected  疑似  suspected  possible|presumed  嫌|疑

# the warnings of the weather service rise from blue over yellow and orange to red
a red warning  红色[^，。；]{0,8}预警  red(?=(?: [\w-]+){0,3} (?:alerts?|warnings?))  red  红
an orange warning  橙色[^，。；]{0,8}预警  orange(?=(?: [\w-]+){0,3} (?:alerts?|warnings?))  orange  橙
a yellow warning  黄色[^，。；]{0,8}预警  yellow(?=(?: [\w-]+){0,3} (?:alerts?|warnings?))  yellow  黄
a blue warning  蓝色[^，。；]{0,8}预警  blue(?=(?: [\w-]+){0,3} (?:alerts?|warnings?))  blue  蓝

# gold is first, silver second, bronze third
gold  金牌|冠军  golds?(?: medals?)?  champion\w*|titles?|first|w[io]n\w*|victor\w+  金
silver  银牌|亚军  silvers?(?: medals?)?  runners?-up|second  银|亚军
bronze  铜牌|季军  bronzes?(?: medals?)?  third  铜|季军

# 男子 are men’s events, 女子 women’s
men’s  男子|男单|男双|男足|男篮|男排  men[’']s  men|male|mixed|boys\w*  男
women’s  女子|女单|女双|女足|女篮|女排  women[’']s  women|female|mixed|girls\w*  女|妇

# the Paralympics follow the Olympics and are others
Paralympic  残奥  Paralympi\w+  para  残疾
Olympic  奥运|奥林匹克  Olympi\w+  Games  (?<!残)奥

# 主场 is at home, 客场 away
at home  主场  at home|home (?:sides?|teams?|wins?|games?|match(?:es)?|grounds?)  home|hosts?  主
away  客场  (?:play\w*|w[io]n|lost|drew) away|away (?:sides?|teams?|wins?|games?|match(?:es)?)  away|road  客

# 闭馆 is closed, 开馆 open
closed  [闭休]馆|[闭休]园|不开放  clos(?:ed|es|ing)  not open|shut\w*|no admission  [闭休关停]
open  (?:开馆|开园)(?!式)  open(?:s|ed|ing)?  re-?open\w*|from|hours  [开放]|营业

# the seasons of the year
spring  春[季天]|[今明去来]年?春  springs?  springtime|March|April|May  春
summer  夏[季天]|[今明去来]年?夏  summers?  summertime|June|July|August  夏
autumn  秋[季天]|[今明去来]年?秋  autumns?  fall|autumnal|September|October|November  秋
winter  冬[季天]|[今明去来]年?冬  winters?  wintertime|wintry|December|January|February  冬

# a memorandum is no treaty
memorandum of understanding  谅解备忘录  memorand\w+|MoUs?  understanding  备忘
treaty  条约  treat(?:y|ies)  conventions?|pacts?  约

# 本科 leads to a bachelor’s degree, 研究生 are postgraduates
undergraduate  本科  undergraduates?  bachelor\w*|first[- ]degree|universit\w+|colleges?  大学|学士
postgraduate  (?<!本科)(?<!本科和)研究生|硕士|博士  postgraduates?|master[’']s|doctoral|doctorates?|PhDs?
    graduates?|research  研究|硕|博|主人|大师

# a letter of intent binds nobody, a contract does
letter of intent  意向书|意向协议|意向金额  letters? of intent  inten\w+|memorand\w+|tentative|preliminary  意向
contract  合同  contracts?  contract\w*|agree\w+|deals?|orders?  约|协议

# 试点 tries a thing out, 示范 shows others how it is done (note)
pilot  试点|试验区|先行先试  pilots?|trials?  test\w*|experiment\w*  试|先行
demonstration, model  示范  demonstrations?  models?|exemplar\w*|showcase|demonstrat\w+  展示|演示|论证
""")
