"""Verbs for a rise and a fall, in both languages, as alternatives of expressions, and what may follow the English."""

RISES_CHINESE = "增长|增加|提高|提升|上升|上涨|攀升|扩大|回升"
FALLS_CHINESE = "下降|减少|降低|下跌|下滑|回落|缩减|缩短|压缩|压减"
RISES = (
    r"rose|ris(?:es?|en|ing)|gr[eo]w(?:s|n|ing)?|increas(?:e[sd]?|ing)|climb(?:s|ed|ing)?|surg(?:e[sd]?|ing)"
    r"|gain(?:s|ed|ing)?|jump(?:s|ed)?|soar(?:s|ed)?|expand(?:s|ed|ing)?|raised?|lengthen(?:s|ed|ing)?"
)
FALLS = (
    r"f[ae]ll(?:s|en|ing)?|declin(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|drop(?:s|ped|ping)?|shr[aiu]nk(?:s|ing)?"
    r"|reduc(?:e[sd]?|ing|tions?)|slump(?:s|ed)?|plung(?:e[sd]?|ing)|slipp(?:ed|ing)|contract(?:ed|ion)|lowered"
    r"|shorten(?:s|ed|ing)?"
)
ABOUT = "about|around|some|nearly|almost|over|more than|just|only|roughly|slightly"  # before the figure
