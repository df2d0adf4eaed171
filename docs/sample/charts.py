"""Draws the four pictures of the sample briefing: python docs/sample/charts.py [FOLDER]

Only the figures that the briefing states are drawn; nothing is estimated. The same fonts give the same bytes.
Needs Pillow and Noto Sans CJK (Debian: fonts-noto-cjk).
"""

import math
import sys
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

HERE = Path(__file__).resolve()
FOLDER = HERE.parents[2] / "source" / "2024-07-10-yubei"

WIDTH, HEIGHT, SCALE = 1600, 700, 2  # drawn twice as large and reduced, for smooth edges
TEAL, MIST, RULE, GREY, WHITE = "#1f4e5f", "#c5d6da", "#e4e8ea", "#68727a", "#ffffff"
SIMPLIFIED = 2  # the Simplified Chinese face inside the font collection


class Canvas:
    """A white sheet, measured in pixels of the finished picture."""

    def __init__(self):
        self.image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), WHITE)
        self.draw = ImageDraw.Draw(self.image)

    def text(self, x, y, words, size, colour=GREY, bold=False, anchor="lm"):
        face = f"NotoSansCJK-{'Bold' if bold else 'Regular'}.ttc"
        font = ImageFont.truetype(face, size * SCALE, index=SIMPLIFIED)
        self.draw.text((x * SCALE, y * SCALE), words, colour, font, anchor)

    def pair(self, x, y, chinese, english, anchor="lm"):
        self.text(x, y, chinese, 34, TEAL, anchor=anchor)
        self.text(x, y + 46, english, 27, GREY, anchor=anchor)

    def box(self, x, y, width, height, colour):
        self.draw.rectangle([x * SCALE, y * SCALE, (x + width) * SCALE - 1, (y + height) * SCALE - 1], colour)

    def disc(self, x, y, radius, colour):
        self.draw.ellipse([(v * SCALE) for v in (x - radius, y - radius, x + radius, y + radius)], colour)

    def line(self, x1, y1, x2, y2, colour, width):
        self.draw.line([v * SCALE for v in (x1, y1, x2, y2)], colour, width * SCALE)

    def save(self, path):
        small = self.image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        small.save(path, optimize=True)


def six_centers(sheet):
    x, y, ring = 440, 350, 232
    for number in range(6):
        angle = math.radians(60 * number)
        cx, cy = x + ring * math.cos(angle), y - ring * math.sin(angle)
        sheet.line(x, y, cx, cy, MIST, 4)
        sheet.disc(cx, cy, 58, TEAL if number == 0 else MIST)
    sheet.disc(x, y, 118, TEAL)
    sheet.text(x, y - 4, "合一", 62, WHITE, bold=True, anchor="mm")
    sheet.line(742, y, 840, y, TEAL, 3)
    sheet.text(870, y - 128, "六中心合一", 64, TEAL, bold=True)
    sheet.text(870, y - 54, "Six centers into one", 38)
    sheet.line(870, y, 1480, y, RULE, 3)
    sheet.pair(870, y + 58, "区联合值班中心是其中之一", "The joint duty center of the district is one of them")


def parks(sheet):
    for dot in range(300):
        sheet.disc(110 + dot % 20 * 19, 130 + dot // 20 * 19, 6, TEAL)
    sheet.text(100, 482, "300+", 76, TEAL, bold=True)
    sheet.pair(102, 556, "大小公园（个）", "parks, large and small")

    x, y, edge = 670, 125, 280
    for cell in range(16):  # one cell is a square meter; the sixteenth is 0.8 of one
        left, top = x + cell % 4 * edge / 4, y + cell // 4 * edge / 4
        sheet.box(left, top, edge / 4 - 6, edge / 4 - 6, RULE)
        sheet.box(left, top, (edge / 4 - 6) * min(1, 15.8 - cell), edge / 4 - 6, TEAL)
    sheet.text(664, 482, "15.8 m²", 76, TEAL, bold=True)
    sheet.pair(666, 556, "人均公园绿地", "park green area per capita")

    x, y, radius = 1275, 263, 140
    sheet.disc(x, y, radius, MIST)
    around = [v * SCALE for v in (x - radius, y - radius, x + radius, y + radius)]
    sheet.draw.pieslice(around, -90, -90 + 360 * 0.366, TEAL)
    sheet.disc(x, y, 84, WHITE)
    sheet.text(1130, 482, "36.6%", 76, TEAL, bold=True)
    sheet.pair(1132, 556, "城市绿地率", "urban green space ratio")


def pipes(sheet):
    left, unit = 430, 7.6
    for mark in (0, 50, 100, 130):
        sheet.line(left + mark * unit, 110, left + mark * unit, 545, RULE, 3)
        sheet.text(left + mark * unit, 590, str(mark), 28, anchor="mm")
    sheet.text(left + 130 * unit + 36, 590, "公里 km", 28)
    for y, length, colour, chinese, english in (
        (150, 130, TEAL, "新建雨污管网", "new pipes"),
        (370, 110, "#7fa0aa", "改造老旧管网", "renovated pipes"),
    ):
        sheet.box(left, y, length * unit, 130, colour)
        sheet.pair(left - 36, y + 44, chinese, english, anchor="rm")
        sheet.text(left + length * unit - 32, y + 62, str(length), 76, WHITE, bold=True, anchor="rm")


def output_value(sheet):
    sheet.text(100, 160, "3512亿元", 100, TEAL, bold=True)
    sheet.pair(104, 252, "工业产值", "Industrial output value: 351.2 billion yuan")
    sheet.text(1200, 160, "20%", 100, TEAL, bold=True)
    sheet.pair(1204, 252, "今年增速", "growth this year")
    sheet.line(104, 362, 1500, 362, RULE, 3)
    for year in range(16):
        sheet.box(104 + year * 87.6, 412, 80, 80, TEAL if year == 15 else MIST)
        sheet.text(144 + year * 87.6, 450, str(year + 1), 30, WHITE if year == 15 else TEAL, anchor="mm")
    sheet.pair(104, 556, "连续16年位居全市第一", "First in the city for 16 consecutive years")


PICTURES = {
    "six-centers.png": six_centers,
    "公園綠地.png": parks,
    "pipes-2024.png": pipes,
    "工業產值.png": output_value,
}


def main(folder):
    for name, paint in PICTURES.items():
        sheet = Canvas()
        paint(sheet)
        sheet.save(folder / name)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
