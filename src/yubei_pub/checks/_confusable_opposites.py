"""Words of notices, laws and reports that say the opposite of one another, one easily written for the other."""

from __future__ import annotations

from yubei_pub.checks._confusables import groups

OPPOSITES = groups(r"""
# one is for it, the other against
support  支持|赞成  supports?|supported|supporting|in favou?r of  back\w*|help\w*|assist\w*|aid\w*
oppose  反对  oppos(?:e|es|ed|ing)  against|reject\w*|object\w*|oppos\w+|resist\w*
    不支持|不赞成|不同意|抵制|批评|谴责|抗

# one lies over the mark, the other under it
above  高于|超过|超出|高出|(?<=[位线平准限值])以上  above|higher than|ahead of
    exceed\w*|over|more|faster|beyond|surpass\w*|top\w*|outpac\w+|outperform\w*|ahead|higher|better|up|greater
    以上|不低于|不少于|大于|多于|优于|好于|快于|海拔|(?<!未)达到|达标|突破|零上|上方|偏[高多]|[位跃]居|先|前|早
below  低于|少于|未达到|达不到|(?<![来手料猝赶])不及(?![时格待物早其防])|(?<=[位线平准限值])以下  below|lower than
    under|less|fewer|short|fail\w*|not|no|lower|slower|minimum|at least|down|within
    以下|不高于|不超过|小于|不足|零下|地下|下方|偏[低少]|水下|下潜|深潜|水深|井深|跌破|不到|山下|以内

# one is the most there may be, the other the least
highest  最高(?![法检人院级])|上限  maximum|highest|upper limit
    max\w*|high\w*|top\w*|peak\w*|up to|as \w+ as|most|cap\w*|ceiling|limit\w*|records?|best|larg\w+|great\w*|supreme
    最多|最大|最长|顶|高
lowest  最低|下限  minimum|lowest|lower limit
    minim\w*|low\w*|least|less|as \w+ as|floor|threshold|cheap\w*|bottom|below|basic|subsist\w*|short\w*|small\w*
    最少|最小|最短|底|起|至少|不低于|不少于|低|小|少

# one is before noon, the other after
morning  上午  mornings?  \d*a\.?m|early|dawn|forenoon|midday|noon|day|daytime  早|晨|午前|天亮
afternoon  下午  afternoons?  \d*p\.?m|lunch|noon|day|daytime  午后|午间|中午|傍晚
evening  晚上  evenings?  \d*p\.?m|nights?|tonight|dusk|dark|late  晚|傍|夜

# in one it is part of the figure, in the other it comes on top
including  [（(](?:包?含|包括)  including|inclusive of  inclu\w+|with|of which|contain\w*  (?<![不包])[包含](?!计)
excluding  [（(]不(?:包?含|包括|计)  excluding|exclusive of|not including|plus
    exclu\w+|not|without|apart|except\w*|before|net  不|除|外|另|加|余

# a currency rises in one and falls in the other
appreciate  升值  appreciat\w+  rise|rising|rose|strength\w*|gain\w*  欣赏|感谢|赞赏|升
depreciate  贬值  depreciat\w+  fall\w*|fell|weak\w*|devalu\w+  折旧|贬|跌

# in one all becomes dearer, in the other cheaper
inflation  通胀|通货膨胀  inflation  inflationary|price  物价|价格|涨
deflation  通缩|通货紧缩  deflation  deflationary  平减

# one sues, the other is sued
plaintiff  原告|起诉人  plaintiffs?  claimants?|appell\w+  起诉|上诉|诉请|诉讼请求|当事人
defendant  被告  defendants?|the accused  respondents?|accused  应诉|公诉|嫌疑|辩护|当事人|罪犯|刑

# one is owed, the other owes
creditor  债权  creditors?  claims?|credit\w*|debts?  债券|债务|欠
debtor  债务  debtors?  debts?|liabilit\w+|obligations?|owe\w*  债务|欠|借款人|被执行人|破产企业

# one takes the bribe, the other gives it
take bribes  受贿|索贿  (?:tak|accept|receiv)\w* (?:\w+ )?bribes?|bribe-taking  corruption|graft  贿赂|行贿受贿
offer bribes  行贿  (?:offer|giv|pay)\w* (?:\w+ )?bribes?|bribe-giving  bribery|bribing  贿赂

# one lets the decision stand, the other does not
uphold  维持(?:原判|原|一审|决定)  uph(?:old|olds|eld|olding)  affirm\w*|maintain\w*|stand\w*
    坚持|维护|拥护|捍卫|秉持|维持|守
revoke  撤销|吊销  revok\w+  cancel\w*|withdr\w+|annul\w*|overturn\w*|quash\w*|rescind\w*

# a floating rate moves, a fixed one does not
fixed  固定利率  fixed[- ](?:interest[- ])?rates?  fixed
floating  浮动利率  floating[- ](?:interest[- ])?rates?  floating|variable|adjustable

# one is of up to a year, the other of many
short-term  短期  short[- ]term  short\w*|temporar\w+|brief\w*  [短临近当眼]
long-term  (?<!中)长期(?!以来)  long[- ]term  long\w*|permanent\w*|lasting|sustain\w*|last  [长久远常]

# one is where a river comes from, the other where it goes
upstream  上游  upstream|upper reaches  upper|above|headwaters?
downstream  下游  downstream|lower reaches  lower|below

# one may be chosen, the other may not
voluntary  自愿  voluntar(?:y|ily)  will\w*|choose|chosen|free\w*|wish\w*  志愿|义务|主动
compulsory  强制  compulsor(?:y|ily)  mandator\w+|forc\w+|enforc\w+|coerc\w+|oblig\w+  义务|必[须修]|应

# one comes in, the other goes out
inbound  入境  inbound  ent(?:er|ry|ries|ering)\w*|arriv\w+|incoming|visit\w*|foreign  出入境|来华|进
outbound  (?<!入)出境(?!入)  outbound  exit\w*|leav\w+|depart\w*|abroad|outgoing|left  出|海外|对外|去

# deposits on demand may be taken out at any time
demand deposits  活期  demand deposits?  demand|current|checking|savings  活
time deposits  定期存款  time deposits?|fixed deposits?  time|fixed|term  定期|存单

# one strains the rule, the other eases it
tighten  收紧|从紧  tighten\w*  tight\w*|curb\w*|restrict\w*|strict\w*  严|紧|加强|强化|压|勒
relax  放宽|放松  relax(?:ed|es|ing)?|loosen\w*|eas(?:ed|es|ing)  eas\w+|lift\w*|wid\w+|broad\w+|extend\w*|rais\w+
    缓|宽|松|降

# a weekend is no working day
working days  工作日  (?:working|business|work)[- ]days?|work ?days?|week-?days?
    working|business|weeks?|(?:Mon|Fri)day\w*  上班|周[一五]|星期[一五]|平[日时]|假|双休|工日|职|劳动
days  (?<!工作)日|天  (?<!working )(?<!business )days?  daily|a day

# one moves the day back, the other forward
put off  推迟|延后|延期(?!付)  put off|postpon\w+|delay(?:s|ed|ing)?
    later|late|push\w* back|behind|defer\w*|exten\w+|moved?|wait\w*  [迟延误晚拖缓滞]
bring forward  提前|提早  (?:brought|bring|bringing|moved|move) forward|ahead of (?:schedule|time)
    early|earlier|advance|before\w*|ahead|sooner|forward|prior|pre\w+  [早先前]|提出

# one makes it better, the other worse
ease  缓解|减轻  eas(?:e|es|ed|ing)|alleviat\w+|reliev\w+
    reduc\w+|relief|light\w*|less\w*|cut\w*|mitigat\w+|lower\w*|sooth\w+|help\w*|improv\w+|solv\w+  [缓宽松轻便易舒降减]
worsen  加剧|加重|恶化  worsen(?:s|ed|ing)?|aggravat\w+|exacerbat\w+
    worse|increas\w+|deteriorat\w+|intensif\w+|sever\w+|grow\w*|heavier|more  [重恶差剧]

# one is more than before, the other less
rise  增长|上升|提高|提升|上涨|攀升|回升|走高|增多  rose|ris(?:es?|en|ing)|gr[eo]w(?:s|n|ing)?|climb\w*|increas\w+
    up\w*|high\w*|more|bett\w+|improv\w*|gain\w*|growth|expan\w+|rais\w+|rebound\w*|add\w*|boost\w*|above|strength\w*|
    faster|greater|larger|longer|extra|over|recover\w*|warm\w*|enhanc\w*|lift\w*|twice|doubl\w+
    [增升涨高多快扩加长好改复暖强]
fall  下降|减少|降低|下跌|下滑|回落|缩减|缩短|走低  f[ae]ll(?:s|en|ing)?|declin\w+|decreas\w+|dropp?\w*|shr[aiu]nk\w*
    down\w*|low\w*|less\w*|few\w*|cut\w*|reduc\w*|short\w*|sav\w+|small\w*|faster|quick\w*|eas\w+|below|under|
    los\w+|curb\w*|trim\w*|hal[fv]\w*|narrow\w*|off|from|instead|only|cheap\w*|retreat\w*|eliminat\w*|no
    [降减跌缩少低落亏损负短慢弱省节压回收消薄半免]

# a gap that widens is larger, one that narrows smaller
widen  扩大|拉大  widen(?:s|ed|ing)?
    expan\w+|enlarg\w+|exten\w+|increas\w+|gr[eo]w\w*|broad\w+|larger|wider|more|up|rais\w+|ris\w+|rose  [宽拓大]
narrow  缩小|收窄  narrow(?:s|ed|ing)?
    shr[aiu]\w+|reduc\w+|clos\w+|less\w*|small\w*|contract\w*|bridg\w+|eas\w+|cut\w*|fell|down|declin\w+|slow\w*
    [窄狭小]

# one is quicker than before, the other slower
accelerate  加快|加速|提速  accelerat\w+|sp(?:ed|eed\w*) up
    fast\w*|quick\w*|expedit\w*|speed\w*|rapid\w*|more|up|press\w*|hast\w*|pace|boost\w*|push\w*  [快提促]|[加迅高]速
slow  放缓|减慢|趋缓|减速  slow(?:s|ed|ing)?(?: down)?|decelerat\w+
    slow\w*|less|eas\w+|cool\w*|moderat\w+|weak\w*|down|fell|lower\w*|declin\w+  [慢缓低减落滞]
""")
