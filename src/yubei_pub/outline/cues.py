"""What tells the lines of a Chinese press page from its text, in both scripts, with the reason.

Half-width colons and brackets are here too: a page need not have been repaired.
"""

from __future__ import annotations

import re

from yubei_pub.layout import PICTURE
from yubei_pub.patterns import lazy_regex

# Breadcrumbs.  "當前位置：首頁 > 新聞 > 正文"; without the words, a path that begins at a home page.
BREADCRUMBS = lazy_regex(
    r"^(?:[您你]?(?:(?:現在|现在|所在|當前|当前)?的?)位置(?:是)?|[當当]前(?:欄目|栏目|頁面|页面))\s*[：:]"
    r"|^(?:網站|网站)?(?:首\s?[頁页]|主[頁页]|Home)\s*(?:>|›|»|→|/|-|＞|·)|^人民日[報报][圖图]文[數数][據据][庫库]"
)

# What an office puts above the titles of all that it tells the press.
PRESS_RELEASE = lazy_regex(r"^[\u4e00-\u9fff]{0,10}新[聞闻](?:公[報报]|稿)$")

OPERATOR = "the site's operator"
# Lines of the page's furniture, by what they are.
FURNITURE: dict[str, re.Pattern[str]] = {
    "it stands above the titles of all": PRESS_RELEASE,
    "a share button": lazy_regex(
        r"^【?(?:分享(?:[到至给給](?:[^。，]{0,4}朋友圈)?)?|轉發|转发|點讚|点赞|收藏|評論|评论)(?:[：:】]|\s|$)"
    ),
    "an advertisement": lazy_regex(
        r"^(?:用(?:微信|手[機机]))?(?:掃一掃|扫一扫|掃碼|扫码|長按|长按|[廣广]告$|[點点][個个][“「]?(?:在看|[贊赞])|(?:[點点][擊击])?(?:[關关]注|(?:上|下)方?[藍蓝][字色][^。]{0,6}[關关]注)|下[載载]|打[開开]\s?APP)"
    ),
    "the site's registration": lazy_regex(
        r"ICP[備备證证]|公[網网]安[備备]|[網网]站(?:標識碼|标识码|地圖|地图)|許可證(?:編號|号)|许可证(?:编号|号)"
    ),
    OPERATOR: lazy_regex(r"^(?:主[辦办]|承[辦办]|協辦|协办|技術支持|技术支持|運行維護|运行维护)(?:單位|单位)?\s*[：:]"),
    "a menu": lazy_regex(
        r"^(?:[簡简繁][體体]版?|English)\s*[|｜]|^(?:聯繫我們|联系我们|關於我們|关于我们|返回(?:頂部|顶部|首[頁页])|回到[頂顶]部)"
    ),
    "the end mark": lazy_regex(r"^[（(【]?[-—– ]*(?:完|全文完|本文完|END)[-—– ]*[）)】]?$", re.IGNORECASE),
    "a page number": lazy_regex(
        r"^(?:[-—–－][ 　]*\d{1,3}[ 　]*[-—–－]|\d{1,3}\s?/\s?\d{1,3})$"
        r"|^第\s?\d{1,3}\s?[頁页](?:[，, /]*共\s?\d{1,3}\s?[頁页])?$"
    ),
    "the title once more": lazy_regex(r"^[（(]?原[標标][題题]\s*[：:]"),
    "a page tool": lazy_regex(
        r"^[【\[]?(?:打印|列印|關閉|关闭|收藏|複製鏈接|复制链接|字[號号體体]|大\s+中\s+小|【大\s*中\s*小】)"
        r"|^(?:【?我?要?[糾纠][錯错](?:】|$)|[+＋]\d{1,3}$|[參参][與与]互[動动]|返回搜狐|[點点][擊击][進进]入|[舉举][報报](?:/|$)"
        r"|[閱阅][讀读](?:原文|全文)?\s*[\d.萬万]*$|[小大]字[號号]|[復复][製制][鏈链鍊]接|本帖最[後后]由|[關关]注$|[圖图]片$"
        r"|跟[貼贴帖]\s*\d*$|第\s?[A-Z]?\d{1,3}\s?版\s?[：:]|收[錄录][於于]|原[創创]$|[約约]?\s?\d{1,3}(?:\s?[–-]\s?\d{1,3})?\s?分[鐘钟]$)"
        r"|已下[載载]\s*\d*\s*次$|^(?:#[^\s#]{1,12}\s*)+$"
        r"|^(?:[上下]一[頁页版](?:[\s\d]|$)|(?:版面|[標标][題题])[導导]航|放大\s+[縮缩]小|展[開开]全文$"
        r"|(?:\[\d{1,2}\]\s*)+下一[頁页]|\d{1,2}:\d{2} / \d{1,2}:\d{2}$)"
    ),
}

# From here on short lines are links to other pages.
RELATED = lazy_regex(
    r"^【?(?:相[關关](?:新[聞闻]|[閱阅][讀读]|鏈接|链接|[報报][道導]|文章|推[薦荐]|政策|文件|解[讀读]|[資资][訊讯])|延伸[閱阅][讀读]|推[薦荐][閱阅][讀读]|"
    r"猜你喜[歡欢]|往期(?:推[薦荐]|回[顧顾]|精[選选]|文章)|[熱热][門门](?:新[聞闻]|推[薦荐]|文章)|精彩推[薦荐]|更多(?:新[聞闻]|>|推[薦荐]|精彩)|上一[篇條条]|下一[篇條条])"
)

# The publisher's notices: kept word for word.  The first is a notice by its heading, the second by its words.
NOTICE = lazy_regex(
    r"^[【\[［(（]?\s*(?:(?:版[權权]|免[責责]|平[臺台]|著作[權权]|[鄭郑]重|特[別别]|重要|法律)[聲声]明|[聲声]明|版[權权](?:所有|[說说]明))\s*(?:[】\]］)）]|[：:]|$|\s)"
    r"|^本文[^。，]{0,10}[，,]?未[經经]|^(?:[\u4e00-\u9fff]\s?){2,16}版\s?[權权]\s?所\s?有(?:[\s，,].{0,60})?$|版[權权](?:均|皆)?[歸归][^。]{2,30}所有"
    r"|^(?:凡本[網网站]|本[網网]站?(?:之|所有|刊[載载]|[轉转][載载])|未[經经](?:本[網网站]|授[權权]|[書书]面)|[轉转][載载][請请])"
    r"|^[^。]{0,40}(?:不得|[請请]勿|禁止)(?:擅自)?[轉转][載载][^。]{0,40}$"
    r"|^(?:©|Copyright\b|\(c\))",
    re.IGNORECASE,
)
NOTICE_GOES_ON = lazy_regex(
    r"^(?:\d{1,2}[.．、]|[（(]?[一二三四五六七八九十]{1,2}[、）)])|本[網网站]|版[權权]|[轉转][載载]|授[權权]|侵[權权]|稿件"
)

# What journalists say they are of: 本報, 新華社, 某某日報.
_OFFICE = r"本[報报社台臺][網网]?|[\u4e00-\u9fff]{1,8}(?:社|[報报]|[網网]|新[聞闻]|[電电][視视]台|客[戶户]端)"

# Labels of the lines around a text, by their key in the front matter ("" is dropped).
LABELS: dict[str, tuple[str, ...]] = {
    "byline": (
        rf"(?:{_OFFICE})?(?:首席|[見见][習习]|[實实][習习]|特[約约]|全媒[體体])?(?:作者|[記记]者|通[訊讯][員员])",
        r"[攝摄]影|[實实][習习]生|[圖图](?=\s*[|｜丨．])",
        r"撰稿(?:人)?|撰文|文字|文(?=\s*[|｜丨．])",
    ),
    "editors": (
        r"(?:[責责]任|值班|本期|[網网][絡络])?[編编][輯辑]|[責责][編编]|主[編编]|[編编][審审]",
        r"[審审][核覈]|校[對对]|[監监][製制]|[簽签][發发]|[初二三][審审]|[終终][審审]",
    ),
    "publisher": (r"[發发][布佈稿](?:[單单]位|[機机][構构]|[機机][關关])",),
    "source": (r"(?:信息|文章|本文|新[聞闻]|稿件)?[來来]源|稿源|[來来]自|出[處处]",),
    "date": (r"(?:[發发](?:[布佈表文])|更新|[編编][輯辑])?(?:日期|[時时][間间])|(?:出版|更新)(?=\s*[：:]\s*\d{4})",),
    "place": (r"(?:[發发][布佈][會会]?|[會会][議议]|[舉举][行辦办]|活[動动]|[採采][訪访])?地[點点]",),
    "rights": ("版[權权]所有",),
    "url": (r"(?:原文)?(?:[鏈链]接|[網网]址|地址)(?=\s*[：:]\s*https?:)",),
    "": (
        r"[瀏浏][覽览](?:次[數数]|量)?|[閱阅][讀读](?:次[數数]|量)?|[點点][擊击](?:次[數数]|量|率)?|[點点][閱阅](?:次?[數数]|率)?|人[氣气]",
        r"字[號号體体](?:大小)?|[評评][論论]|(?:文章)?[關关][鍵键][詞词]|[標标][簽签]",
        r"[發发][布佈][於于]|IP[屬属]地",
    ),
}

# Who is there, when and where, who speaks, and whom to ask: text, and no heading however short.
SPOKEN = lazy_regex(
    r"^(?:(?:活[動动]|[會会][議议]|[舉举][行辦办]|[發发][布佈][會会]?)?(?:時間|时间|日期|地[點点])|主持(?:人)?|(?:新[聞闻])?[發发][布佈言]人|嘉[賓宾]|主[題题]|[簽签][發发]人|"
    r"出席(?:人[員员]|[領领][導导]|嘉[賓宾])?|[主承協协][辦办](?:單位|单位)?|[參参](?:加|[會会])人[員员]|[^：:]{0,12}[記记]者|[問问答]|"
    r"(?:[聯联][繫系絡络]|[咨諮][詢询]|服[務务]|[電电]子)?(?:[電电][話话]|[熱热][線线]|[郵邮]箱|[郵邮](?:政[編编][碼码]|[編编])|[傳传]真|方式|地址|人)|[網网]址|附件)\s*[：:]"
    r"|^(?:\d{1,2}(?::\d{2}){1,2}\s?)?[\[【［][\u4e00-\u9fff· ]{2,12}[\]】］]"
)
# What stands alone on a short line of an official text and heads nothing: its number, where and when news was
# written, the title of a table.
OFFICIAL_NUMBER = lazy_regex(
    r"[〔\[（(]\d{4}[〕\]）)](?:[\u4e00-\u9fff]\d{2,4}[\u4e00-\u9fff]{1,4})?\s?第?\s?\d{1,5}\s?[號号]$"
)
LETTERHEAD = lazy_regex(r"[府室會会局委廳厅部院組组處处]文件$")
NO_HEADING = lazy_regex(
    rf"{OFFICIAL_NUMBER.pattern}|{LETTERHEAD.pattern}|"
    r"^[^，。]{2,14}\d{1,2}月\d{1,2}日[電电訊讯]|日印[發发]$|^—|^(?:特[急提]|[加平]急)$|^表\s?\d{1,2}(?!\d)|"
    r"\.(?:docx?|xlsx?|pptx?|wps|et|pdf|zip|rar|ofd)$|"
    r"(?:主任|[書书][記记]|[長长]|主席|[經经]理|教授|代表|[發发]言人|[師师])[ \u3000]{1,4}[\u4e00-\u9fff]{2,4}$|"
    r"[ \u3000][\u4e00-\u9fff]{1,3}(?:女士|先生|老[師师]|同志)$|"
    r"[（(][單单]位[：:][^）)]{1,12}[）)]$|^[單单]位[：:]|^[（(][^（）()]+[）)]$"
)

# What belongs to an official text stands below its date, too.
ATTACHED = lazy_regex(r"附件\s?[\d一二三四五六七八九十]{0,2}\s?[：:]")

# A picture's file name, alone on its line.
FILE_NAME = lazy_regex(rf"[^\s。，；：“”][^。；\n]{{0,150}}{PICTURE}", re.IGNORECASE)
# The credit at the end of a caption, and words at its beginning.
CREDIT = lazy_regex(
    r"(?:[攝摄](?:影)?|供[圖图]|[圖图](?:源|片[來来]源|片提供)?(?:[：:／/].{1,20})?|[資资]料[圖图]|[製制][圖图]|提供)\s*[）)】\]]?$"
)
CREDIT_ONLY = lazy_regex(
    r"^[（(]?(?:[^\s。，]{1,12}[\s／/：:]{0,3}){1,3}(?:[攝摄](?:影)?|供[圖图]|[製制][圖图]|[攝摄]影[報报][道導])\s*[）)]?$"
)
FIGURE = lazy_regex(r"^[圖图]\s?[一二三四五六七八九十\d]{1,3}[：:、 \u3000]")
TAKEN = lazy_regex(r"[拍航][攝摄拍]")
CAPTION = lazy_regex(r"^(?:[▲△▼▽↑↓◆]|[圖图](?:[為为]|[：:]|[一二三四五六七八九十\d]+[：:、 ]))")

# The label of a page's title.
TITLED = lazy_regex(r"[標标][題题]\s*[：:]\s*(?=\S)")

# Dates that say their year, in Taiwan that of the Republic.
DATE = lazy_regex(
    r"(?<!\d)(?P<y>(?:19|20)\d{2}|(?:(?<=民[國国])|(?<=[期間间][：:])|(?<=[期間间][：:]\s))1[0-2]\d)\s?(?:年|[-/.])\s?(?P<m>0?[1-9]|1[0-2])\s?(?:月|[-/.])\s?(?P<d>0?[1-9]|[12]\d|3[01])(?:\s?日|(?!\d))"
)
# 《 人民日报 》（ 2018年07月11日 13 版）
PRINTED = lazy_regex(
    rf"《\s?(?P<name>[^》]{{2,12}}?)\s?》\s?[（(]\s?{DATE.pattern}\s?第?\s?[A-Z]?\d{{1,3}}\s?版\s?[）)]"
)
# Days that an event lasts; a page is published on one.
LASTS = lazy_regex(DATE.pattern + r"\s?(?:[至到]|[-—–~～－]+\s?(?:\d|[^\W\d]))")
DAY = lazy_regex(r"(?P<m>0?[1-9]|1[0-2])月(?P<d>0?[1-9]|[12]\d|3[01])日")
IN_FILE_NAME = lazy_regex(r"(?<!\d)(?P<y>20\d{2})[-_.]?(?P<m>0[1-9]|1[0-2])[-_.]?(?P<d>0[1-9]|[12]\d|3[01])")
# A day alone on its line, as behind who signs.
ONLY_A_DAY = lazy_regex(
    r"(?:(?:19|20)\d{2}|[一二][一二三四五六七八九〇零○]{3})\s?年\s?[\d一二三四五六七八九十]{1,3}\s?月\s?[\d一二三四五六七八九十]{1,3}\s?日"
)
TIME = lazy_regex(r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?|[（(]?(?:星期|[週周])[一二三四五六日天][）)]?")
# A day and the time of day in a line of names is when a page was published.
PUBLISHED = lazy_regex(DATE.pattern + r"\s?(?:T\s?)?\d{1,2}[:：]\d{2}")
# What may stand beside it, and behind a source.
BESIDE = lazy_regex(
    r"[發发][布佈][於于][：:].*|(?:[發发][布佈表]|更新|[編编][輯辑])[於于]|原[創创]|(?:我要)?[評评][論论].*|[閱阅][讀读]\s*[\d.]+[萬万+]*|只看[該该]作者|更新|第\s?[A-Z]?\d{1,3}\s?版.*|我?要?[糾纠][錯错]|"
    r"【?\s?[大小]?字[號号體体].*|【?(?:打印|列印|分享|收藏|[舉举][報报]).*"
)
NO_NAME = lazy_regex(r"[，。！？!?—…：:《》“”]|[在的上中後后起]|[會会議议]")
# How the names of those end who publish.
PUBLISHER = lazy_regex(
    r"[\u4e00-\u9fff]{2,10}(?:[報报社網网台臺]|新[聞闻]|[發发][布佈]|客[戶户]端|在[線线]|[頻频]道|[頭头][條条])(?!\S)"
)

# A sentence ends with one of these, closing quotation marks and brackets behind it.
SENTENCE_END = lazy_regex(r"[。！？!?…][”’」』）)】\]》〉]*$")
# A line that ends so announces what follows, or goes on.
GOES_ON = lazy_regex(r"[，、；：,;:—]$|[；;][及和或]$")
COMMA = "，", "、", ","
IN_A_WORD = lazy_regex(r"[\u3400-\u9fff\d，、]")
CHINESE = lazy_regex("[\u3400-\u9fff]")
SIGNS = lazy_regex(r"[\W_]+")
# Numbers that say a heading's level.
NUMBERED: tuple[tuple[re.Pattern[str], int], ...] = (
    (lazy_regex(r"^[一二三四五六七八九十]{1,3}、|^第[一二三四五六七八九十]{1,3}(?:部分|章|[節节])"), 2),
    (lazy_regex(r"^[（(][一二三四五六七八九十]{1,3}[）)]"), 3),
)
