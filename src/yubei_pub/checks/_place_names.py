"""Places whose name is not spelled as one would read it, and words for kinds of places."""

from __future__ import annotations

from yubei_pub.checks._tables import rows

# Chinese, the spelling, and those that are wrong for it; Shaanxi is the only way to tell 陕西 from 山西 without tones.
SPELLINGS = rows("""
陕西  Shaanxi  Shanxi|Shan’xi|Shan-xi
山西  Shanxi  Shaanxi
六安  Lu’an  Liu’an|Liuan
蚌埠  Bengbu  Bangbu|Bangfu
铅山  Yanshan  Qianshan
东莞  Dongguan  Dongwan
乐清  Yueqing  Leqing
乐亭  Laoting  Leting|Yueting
乐陵  Laoling  Leling|Yueling
郫都  Pidu  Bidu
犍为  Qianwei  Jianwei
井陉  Jingxing  Jingjing
洪洞  Hongtong  Hongdong
厦门  Xiamen  Shamen
重庆  Chongqing  Zhongqing
长寿  Changshou  Zhangshou
綦江  Qijiang  Jijiang
涪陵  Fuling  Peiling
北碚  Beibei  Beipei|Beifei
黔江  Qianjiang  Jinjiang
酉阳  Youyang  Xiyang
阆中  Langzhong  Liangzhong
番禺  Panyu  Fanyu
莘庄  Xinzhuang  Shenzhuang
盱眙  Xuyi  Yutai
枞阳  Zongyang  Congyang
亳州  Bozhou  Haozhou
朝阳  Chaoyang  Zhaoyang
涡阳  Guoyang  Woyang
尉犁  Yuli  Weili
牟平  Muping  Mouping
渑池  Mianchi  Shengchi
泌阳  Biyang  Miyang
荥阳  Xingyang  Yingyang
荥经  Yingjing  Xingjing
珲春  Hunchun  Huichun
郴州  Chenzhou  Binzhou|Linzhou
鄱阳  Poyang  Fanyang
吐鲁番  Turpan  Tulufan
哈尔滨  Harbin  Haerbin|Ha’erbin
呼和浩特  Hohhot  Huhehaote
乌鲁木齐  Urumqi  Wulumuqi
拉萨  Lhasa  Lasa
内蒙古  Inner Mongolia  Neimenggu
鄂尔多斯  Ordos  Eerduosi|E’erduosi
香港  Hong Kong  Xianggang
澳门  Macao  Aomen
""")

# What stands behind a name in Chinese, and the English words for it; none where the name is part of another.  What
# comes first counts: 新区 before 区.
_LEVELS = """
自治区  Autonomous Region|Region
自治州  Prefecture
自治县  County
新区  New Area|New District|District
高新区|开发区|园区|景区|保税区|示范区|试验区|合作区|库区|山区|灾区|校区|社区|小区|城区|市区|片区|地区|
    林区|矿区|港区|疆区|军区|防区  -
区  District
县城|市场|市政|镇海|村民|省会|州长|乡村  -
县  County
市  City|Municipality
省  Province
州  Prefecture
街道  Subdistrict|Sub-district
街  Street
镇  Town
乡  Township
村  Village
城  City|Town
"""
LEVELS = {zh: english.split("|") if english else [] for names, english in rows(_LEVELS) for zh in names.split("|")}
