"""Makes VanbanSymbols.ttf, the signs that offices type and Liberation Serif has not, of four Noto faces.

    python3 build-symbols.py FOLDER_WITH_NOTO_FILES     (needs fontTools; writes beside this file)

Noto Serif gives what belongs to text (scaled to the height of Liberation's capitals), Noto Sans Symbols, Symbols 2 and Math the
rest. Outlines are copied without hints. The vertical metrics are Liberation Serif's, so that a line keeps its height.
"""

import sys
import unicodedata
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
EM = 2048
# the first that has a character gives it; how large its outlines are drawn, percent
SOURCES = [("NotoSerif-Regular.ttf", 92), ("NotoSansSymbols-Regular.ttf", 100),
           ("NotoSansMath-Regular.ttf", 92), ("NotoSansSymbols2-Regular.ttf", 92)]

# What is drawn; emoji and private characters are not, nor what lines end beside in another way than beside letters (UAX 14 ID, IN, NS,
# OP, CL: ㎡, ✉, ⁽): word processors take ㎡ for Asian text and put space around it.
RANGES = """
2016 2023 2031 2034 2043-2044 2070-207c 207f-208c 2090-209c 20ab 2103 2105 2109 2113 2116-2117 2120-2122 2126-2127 212a-212b 212e
2150-215f 2189 2190-2199 21a9-21aa 21b5 21c4 21c6 21d0-21d5 21e6-21e9
2200-2209 220b-2215 2217-221a 221d-2220 2223-222b 222e 2234-2237 223c-223d 2243 2245 2248 224c 2260-2262 2264-2267 226a-226b
2282-2287 2295-2299 22a5 22c5 23ce 2460-2473 24ea 25a0-25ff 2605-2606 260e-2612 2660-2667 2690-2691 26a0
2706 270e-270f 2713-2718 2720 2726-2727 272a 2730 2736 274f-2752 2756 2776-277f 2794 2798-279e 27a1-27a6
27b2 27bd-27be 27f5-27fa 2b05-2b07
"""
# Roman numbers are made of letters
ROMAN = {c: unicodedata.normalize("NFKD", chr(c)) for c in range(0x2160, 0x2180)}
# those that phones and browsers draw in colour
EMOJI = {0x2705, 0x270A, 0x270B, 0x2728, 0x274C, 0x274E, 0x2753, 0x2754, 0x2755, 0x2757, 0x2795, 0x2796, 0x2797, 0x27B0, 0x27BF,
         0x231A, 0x231B, 0x25FD, 0x25FE, 0x2614, 0x2615, 0x267F, 0x2693, 0x26A1, 0x2B1B, 0x2B1C, 0x2B50, 0x2B55}


def wanted():
    for part in RANGES.split():
        first, _, last = part.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


def main(folder):
    liberation = TTFont(HERE / "LiberationSerif-Regular.ttf")
    known = set(liberation.getBestCmap())
    for style in ("Bold", "Italic", "BoldItalic"):
        known &= set(TTFont(HERE / f"LiberationSerif-{style}.ttf").getBestCmap())
    sources = [(TTFont(folder / name), percent) for name, percent in SOURCES]
    glyphs, advances, cmap = {}, {}, {}

    def draw(codes, pen):
        """Draws characters side by side and gives their advance."""
        x = 0
        for code in codes:
            for font, percent in sources:
                name = font.getBestCmap().get(code)
                if name is not None:
                    scale = EM / font["head"].unitsPerEm * percent / 100
                    recording = DecomposingRecordingPen(font.getGlyphSet())
                    font.getGlyphSet()[name].draw(recording)
                    recording.replay(TransformPen(pen, (scale, 0, 0, scale, x, 0)))
                    x += round(font["hmtx"][name][0] * scale)
                    break
            else:
                return None
        return x

    def add(code, codes):
        pen = TTGlyphPen(None)
        advance = draw(codes, pen)
        if advance is None:
            return
        name = f"uni{code:04X}"
        glyphs[name], advances[name], cmap[code] = pen.glyph(), advance, name

    for code in sorted(set(wanted()) - known - EMOJI - set(ROMAN)):
        add(code, [code])
    for code, text in ROMAN.items():
        if code not in known:
            add(code, [ord(c) for c in text])

    # a PDF needs it where a line ends with a sign
    glyphs["space"], advances["space"], cmap[0x20] = TTGlyphPen(None).glyph(), liberation["hmtx"]["space"][0], "space"
    pen = TTGlyphPen(None)
    for points in (((100, 0), (100, 1400), (900, 1400), (900, 0)), ((200, 100), (800, 100), (800, 1300), (200, 1300))):
        pen.moveTo(points[0])
        for point in points[1:]:
            pen.lineTo(point)
        pen.closePath()
    glyphs[".notdef"], advances[".notdef"] = pen.glyph(), 1000

    builder = FontBuilder(EM, isTTF=True)
    builder.setupGlyphOrder([".notdef"] + sorted(cmap.values()))
    builder.setupCharacterMap(cmap)
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics({name: (advances[name], builder.font["glyf"][name].xMin if hasattr(builder.font["glyf"][name], "xMin") else 0)
                                    for name in advances})
    hhea, os2 = liberation["hhea"], liberation["OS/2"]
    builder.setupHorizontalHeader(ascent=hhea.ascent, descent=hhea.descent, lineGap=hhea.lineGap)
    copyrights = sorted({font["name"].getDebugName(0) for font, _ in sources})
    builder.setupNameTable({
        "copyright": "Made of Noto Serif, Noto Sans Symbols, Noto Sans Symbols 2 and Noto Sans Math. " + " ".join(copyrights),
        "familyName": "Vanban Symbols", "styleName": "Regular", "uniqueFontIdentifier": "VanbanSymbols-Regular 1.0",
        "fullName": "Vanban Symbols", "psName": "VanbanSymbols-Regular", "version": "Version 1.0",
        "licenseDescription": "SIL Open Font License, Version 1.1", "licenseInfoURL": "https://openfontlicense.org"}, mac=False)
    builder.setupOS2(sTypoAscender=os2.sTypoAscender, sTypoDescender=os2.sTypoDescender, sTypoLineGap=os2.sTypoLineGap,
                     usWinAscent=os2.usWinAscent, usWinDescent=os2.usWinDescent, sCapHeight=1341, sxHeight=940,
                     fsType=0, fsSelection=64, usWeightClass=400, achVendID="NONE", xAvgCharWidth=1500)
    builder.font["OS/2"].panose.bFamilyType = 5
    builder.setupPost(keepGlyphNames=False)
    # the same bytes whenever it is run
    builder.font["head"].created = builder.font["head"].modified = 3_786_912_000
    builder.font.recalcTimestamp = False
    builder.font["head"].fontRevision = 1.0
    # only cmap format 4: all characters are in the Basic Multilingual Plane
    builder.font["cmap"].tables = [t for t in builder.font["cmap"].tables if t.format == 4]
    builder.save(HERE / "VanbanSymbols.ttf")
    print(len(cmap), "characters", (HERE / "VanbanSymbols.ttf").stat().st_size, "bytes")


main(Path(sys.argv[1]))
