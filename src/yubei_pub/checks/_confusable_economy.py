"""Figures of the economy that translators take for one another, with the reason."""

from __future__ import annotations

from yubei_pub.checks._confusables import groups

ECONOMY = groups(r"""
# output value counts all that was produced, added value what the last step added to it
output value  (?<!生)产值  output values?|gross output  output|production
added value  增加值|附加值  added[- ]values?|value[- ]added  added  增加|增值

# 同比 compares with a year before, 环比 with the month or quarter before
year on year  同比|同期|比上年|比去年|较上年|较去年  year[- ]on[- ]year|year[- ]over[- ]year|YoY
    year (?:earlier|ago|before)|(?:last|previous) year|same period|annual(?:ly)?|yearly  [去上]年|年增|年均
month on month (or quarter on quarter)  环比|比上个?月|较上个?月|上个?月|上一?季度
    (?:month|quarter)[- ](?:on|over)[- ](?:month|quarter)|(?:month|quarter) (?:earlier|ago)
    (?:last|previous|preceding) (?:month|quarter)|monthly|quarterly

# revenue is what comes in, profit what is left of it
revenue  营业收入|营收|销售收入  revenues?|turnover  income|sales|receipts|earn\w+  收入|销售
profit  利润|盈利|净利  profits?  earn\w+|income|surplus|gains?|margins?  利|盈|赚|收益|效益

# what is contracted is promised, what is 到位 has been paid in
contracted  签约|合同|协议  contracted|signed|pledged  contracts?|agree\w+|sign\w*  签|约
paid in, in place  (?:资金|外资|投资|款项)[^，。；]{0,6}到位|到位(?:资金|外资)|实际(?:使用|利用)外资
    paid[- ]in|in place|actual(?:ly)? (?:invest\w+|utili[sz]\w+|used?|paid|received)|disbursed
    arriv\w+|received|available|actual(?:ly)?|funds?|fund\w+|paid|secured  到位|落实|实际

# exports go out, imports come in
exports  出口|外销  exports?|export(?:ed|ing|ers?)  overseas|abroad|shipments?  外贸|外销
imports  进口  imports?|import(?:ed|ing|ers?)  abroad|overseas  外贸

# 顺差 and 盈余 are a surplus, 逆差 and 赤字 a deficit
surplus  顺差|盈余  surplus(?:es)?
deficit  逆差|赤字  deficits?  -  亏

# consumer prices are what people pay, producer prices what factories get
consumer prices (CPI)  居民消费价格|CPI  consumer prices?|consumer price index|CPI  inflation
producer prices (PPI)  出厂价格|PPI  producer prices?|producer price index|PPI  factory[- ]gate

# a deposit is the saver’s, a loan the borrower’s
deposits  存款  deposits?  savings?
loans  贷款  loans?  lend\w*|credit|mortgages?  贷|信用

# the central bank puts money into the market, or takes it out
injection  净投放|(?:投放|注入)(?:流动性|资金|货币|现金)  inject\w*  provid\w+|suppl\w+|releas\w+|pump\w*|add\w*  注|投
withdrawal  回笼  withdr\w+|drain\w*  mop\w*|absorb\w*|tak\w+|remov\w*|recoup\w*|recover\w*  撤|取|退|提

# wholesale sells to shops, retail to people
wholesale  批发  wholesale\w*
retail  零售  retail\w*  shops?|stores?  商店|商场|门店

# 国有 belongs to the state, 民营 and 私营 do not
state-owned  国有|国企|央企  state[- ]owned|SOEs?  state|public  国|央
private  民营|私营|民企  private(?:ly[- ]owned)?  non[- ]public  民|私|个体|社会资本|非公

# an application has been filed, a granted patent is in force
patent applications  专利[^，。；]{0,4}申请|申请[^，。；]{0,6}专利  appl(?:ied|ications?)  fil\w+  应用|用于|申
patents granted  专利[^，。；]{0,4}授权|授权[^，。；]{0,6}专利  granted
    obtain\w*|receiv\w+|award\w*|w[io]n|secur\w+|issued|authori[sz]\w+|grants?|h[eo]ld\w*  授|获

# 规模以上 is a legal class by revenue (above designated size), “large” another (note)
above designated size  规模以上|规上  designated size  designated|above[- ]scale|major|threshold  .
large  大型|大中型|大企业|龙头|重大|巨头  large(?:[- ]scale)?(?: \w+)? (?:enterprises|firms|companies)

# new-energy vehicles are electric, plug-in hybrid and fuel cell vehicles together (note)
new-energy vehicles  新能源[^，。；]{0,3}车  new[- ]energy|NEVs?  -  .
electric vehicles  电动|纯电|电车|充电  electric (?:vehicles?|cars?)|EVs?
""")
