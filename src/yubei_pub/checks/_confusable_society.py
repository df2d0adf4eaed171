"""People, areas and public bodies that translators take for one another, with the reason."""

from __future__ import annotations

from yubei_pub.checks._confusables import groups

SOCIETY = groups(r"""
# 绿地率 is the share of land that is green space, 绿化覆盖率 what trees and plants cover, which is always more
green space ratio  绿地率  green(?:[- ]space|[- ]land) (?:ratio|rate|percentage)|ratio of green (?:space|land)
    green[- ]spaces?|green[- ]land|green[- ]areas?
green coverage  绿化覆盖率?|绿化率
    green(?:ery|ing)?[- ](?:coverage|cover)|coverage of (?:green\w*|vegetation)|vegetation cover(?:age)?
    greening|greenery|covered  绿化|植被
forest coverage  森林覆盖率  forest (?:coverage|cover)  forests?|forested|wood\w+  林

# 常住人口 are those who live there, 户籍人口 those who are registered there
permanent (resident) population  常住
    (?:permanent|usual) (?:resident )?population|resident population|(?:permanent|usual) residents
    permanent\w*|resid\w+|liv\w+
registered population  户籍|户口  registered (?:\w+ )?(?:population|residents?)|hukou  regist\w+  登记|注册

# a household is counted once, however many live in it
households  (?<=[0-9万亿余多千百])户(?!外|籍|口|型|均|企|主|商)  households?  famil\w+|homes?|users?|customers?  .
people  人|民|群众|百姓|户主|企|商|经营|合作社|主体  people|persons

# 人次 counts visits or trips: who comes twice counts twice (note)
visits, trips  人次  visits|trips|person[- ]times  visit|trip|journeys?|attend\w+|times|traffic|rides?  .
people  人(?!次)  people|persons|individuals

# 全国 is the whole country, 全省 (全市, 全区) a part of it
in the whole country  全国|国内|我国
    nationwide|(?:in|across) China|China[’']s (?:first|largest|biggest|only)|
    (?:in|across|throughout) the (?:country|nation)
    nation\w*|countr\w+|Chin\w+|domestic\w*  国|中央|海内外|境内|中华
in the whole province  全省|省内|我省  province[- ]?wide|(?:in|across|throughout) the (?:whole |entire )?province
    provinc\w+  省|自治区
in the whole city  全市|市内|我市  city[- ]?wide|(?:in|across|throughout) the (?:whole |entire )?(?:city|municipality)
    cit(?:y|ies)|municipal\w*|urban|Chongqing|Beijing|Shanghai|Tianjin  市|城|都会|渝|京|沪|津
in the whole district  全区|我区  district[- ]?wide|(?:in|across|throughout) the (?:whole |entire )?district
    districts?|regions?|regional|zones?|areas?|autonomous  区|片

# which level of government it belongs to
national  国家级  national[- ]level|national  state\w*|nation\w*|countr\w+|Chin\w+  国|央
provincial  省级  provincial[- ]level|provincial  provinc\w+  省|市|自治区
municipal  市级  municipal[- ]level|municipal|city[- ]level  cit(?:y|ies)\w*|provinc\w+  市|城
county-level  县级(?!市)  county[- ]level  count(?:y|ies)  县

# 城镇 is urban, 农村 and 乡村 are rural
urban  城镇|城市|城区|都市|城乡  urban  cit(?:y|ies)|towns?|municipal\w*  城|市|镇|都
rural  农村|乡村|城乡  rural  countryside|villag\w+|farm\w*  农|乡|村|田

# the quarters of the sky
east  东部|华东|[向往朝]东(?![东西南北])|(?<![东西南北])东(?:起|至|行[至驶进，。])
    eastern|(?-i:east)(?:ward|wards|bound)?  east\w*  东
west  西部|[向往朝]西(?![东西南北])|(?<![东西南北])西(?:起|至|行[至驶进，。])
    western|(?-i:west)(?:ward|wards|bound)?  west\w*  西
south  南部|华南|[向往朝]南(?![东西南北])|(?<![东西南北])南(?:起|至|行[至驶进，。])
    southern|(?-i:south)(?:ward|wards|bound)?  south\w*  南
north  北部|华北|[向往朝]北(?![东西南北])|(?<![东西南北])北(?:起|至|行[至驶进，。])
    northern|(?-i:north)(?:ward|wards|bound)?  north\w*  北

# the Party committee (区委, 市委) and the government (区政府, 市政府) are two bodies
Committee (of the CPC)  [省市区县]委(?!员|会|托|办|派|属)
    (?:CPC|Party) (?:\w+ ){0,3}Committee|(?:Municipal|District|Provincial|County) Committee  committees?|party|CPC
    委|党
Government  政府  (?:Municipal|District|Provincial|County)(?: People[’']s)? Government
    governments?|authorit\w+|officials?|administrati\w+|municipal\w*|state  政|国务院|官方|人民

# 人大 is the people’s congress, 政协 the CPPCC
People’s Congress  人大|人民代表大会  people[’']s congress(?:es)?|NPC  congress|legislat\w+|deput\w+  人民代表
CPPCC  政协  CPPCC|political consultative  consultative|advis\w+  政治协商

# a court judges, a procuratorate prosecutes
court  法院|法庭  courts?  tribunals?|judicia\w+  法|庭|球场|院
procuratorate  检察  procuratorates?|prosecutors?|procurators?  prosecut\w+  检|公诉|起诉

# 小学 is a primary school, 中学 a secondary school, 幼儿园 a kindergarten
primary school  小学  (?:primary|elementary) schools?  primary|elementary|pupils?|schools?  小学|义务教育|校
secondary school  中学|初中|高中|中小学  (?:secondary|middle|high) schools?  secondary|schools?  中|高|校
kindergarten  幼儿园  kindergartens?  preschools?|nurser\w+|schools?  幼|托|学前

# who tests positive has it, who tests negative has not
positive  阳性  positiv\w+  infect\w*|cases?|carr\w+|detect\w*|found  积极|正|利好|乐观|阳
negative  阴性  negativ\w+  clear\w*|no|not|none|free  负|消极|不良|不利|阴

# a 主管部门 has the authority (competent), 有关部门 are those concerned (note)
the competent authority  主管(?:部门|机关|单位)  competent (?:authorit\w+|departments?)  \w*authorit\w+|in charge
the departments concerned  (?:有关|相关)(?:部门|单位|方面)  (?:relevant|related) (?:departments|authorities)  concerned

# a 负责人 is in charge, whatever the office; a director holds one (note)
person in charge  负责人  person in charge  charge|responsible|heads?|leaders?|officials?|executives?  .
director, manager  主任|董事|总监|经理|导演|主管|[局馆处院所司厅台站园科队校行]长  directors?|managers?|presidents?
""")
