"""Reigns by which Chinese counts years, with their English names and first years: 康熙二十三年 is 1684.

Ming and Qing whole, of the earlier ones those that local histories name most; not those that are also places (绍兴).
"""

from __future__ import annotations

LONGEST_REIGN = 61  # years: Kangxi's
_BY_DYNASTY = (
    "民国 Republic 1912; 民國 Republic 1912",
    "武德 Wude 618; 贞观 Zhenguan 627; 开元 Kaiyuan 713",  # Tang
    "建隆 Jianlong 960; 咸平 Xianping 998; 庆历 Qingli 1041; 嘉祐 Jiayou 1056; 熙宁 Xining 1068",  # Song
    "元丰 Yuanfeng 1078; 淳熙 Chunxi 1174; 淳祐 Chunyou 1241",
    "至正 Zhizheng 1341",  # Yuan
    "洪武 Hongwu 1368; 建文 Jianwen 1399; 永乐 Yongle 1403; 洪熙 Hongxi 1425; 宣德 Xuande 1426",  # Ming
    "正统 Zhengtong 1436; 景泰 Jingtai 1450; 天顺 Tianshun 1457; 成化 Chenghua 1465; 弘治 Hongzhi 1488",
    "正德 Zhengde 1506; 嘉靖 Jiajing 1522; 隆庆 Longqing 1567; 万历 Wanli 1573; 天启 Tianqi 1621; 崇祯 Chongzhen 1628",
    "顺治 Shunzhi 1644; 康熙 Kangxi 1662; 雍正 Yongzheng 1723; 乾隆 Qianlong 1736; 嘉庆 Jiaqing 1796",  # Qing
    "道光 Daoguang 1821; 咸丰 Xianfeng 1851; 同治 Tongzhi 1862; 光绪 Guangxu 1875; 宣统 Xuantong 1909",
)
REIGNS = {
    chinese: (english, int(first))
    for reigns in _BY_DYNASTY
    for chinese, english, first in map(str.split, reigns.split(";"))
}
