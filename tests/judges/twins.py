#!/usr/bin/env python3
"""Compares two PDFs word by word: ours, and the one a word processor makes of our .docx.

usage: twins.py [--show N] [--row NAME] OUR.pdf THEIR.pdf
       twins.py --spec FILE.json [--show N]     renders the specification, converts its .docx and compares

Words and their boxes come from `pdftotext -bbox`. Printed: a summary, then the first N words (40 unless told) that
deviate, with page and place in both. `--row NAME` prints one row of the table in target/twins.txt instead.
Exit 0: twins (same pages, every line starts with the same word, 99 % of the words within 2 pt across and 1 pt down); 1: not; 2: could not run.

How words are paired: first each word with the nearest word of the same text so near on the same page; what is left
over, in reading order, by the longest common sequence. So one line that breaks elsewhere does not spoil the rest.
A word starts a line when no word stands on its line less than 20 pt to the left: the two columns of the header and of
the closing block are lines of their own.
"""

import argparse
import difflib
import html
import os
import re
import subprocess
import sys
import tempfile
import unicodedata

# LibreOffice ends a justified line up to 2 pt short of the edge (whole twips a space, slanted text keeps room free); ours
# reaches it
NEAR_X = 2.0  # pt: as good as the same place
NEAR_Y = 1.0
GAP = 20.0  # pt: more room than this to the left, and a word starts a line (a stretched space is far below)
SHARE = 99.0  # percent of the words that must be near


class Word:
    """A word, its page (from 1), and its box in points from the top left corner."""

    __slots__ = ("text", "page", "x", "y", "right", "bottom", "starts", "before")

    def __init__(self, text, page, x, y, right, bottom):
        self.text, self.page, self.x, self.y, self.right, self.bottom = text, page, x, y, right, bottom
        self.starts, self.before = True, None

    def place(self):
        return f"p{self.page} ({self.x:7.2f}, {self.y:7.2f})"


def run(command, **more):
    try:
        return subprocess.run(command, check=True, capture_output=True, **more).stdout
    except FileNotFoundError:
        stop(f"{command[0]} is not installed: run `bash tests/run`")
    except subprocess.CalledProcessError as fault:
        stop(f"{' '.join(command)} failed: {fault.stderr.decode(errors='replace')}")


def stop(message):
    print(f"twins: {message}", file=sys.stderr)
    sys.exit(2)


def read(path):
    """The words of a PDF in reading order (page, line, place) and the number of its pages."""
    out = run(["pdftotext", "-bbox", path, "-"]).decode()
    pages = 0
    words = []
    pattern = re.compile(
        r'<page |<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>', re.S
    )
    for hit in pattern.finditer(out):
        if hit.group(5) is None:
            pages += 1
            continue
        x, y, right, bottom = (float(hit.group(i)) for i in range(1, 5))
        # LibreOffice draws the no-break hyphen as a plain one
        text = unicodedata.normalize("NFC", html.unescape(hit.group(5))).replace("\u2011", "-")
        words.append(Word(text, pages, x, y, right, bottom))
    # figures are all of one width, which part of the box's height that is the font's data say
    figures = sorted((w.right - w.x) / len(w.text) / (w.bottom - w.y) for w in words if w.text.isdigit() and len(w.text) > 1)
    figure = figures[len(figures) // 2] if figures else 0.45
    words = [part for word in words for part in without_dots(word, figure)]
    by_page = {}
    for word in words:
        by_page.setdefault(word.page, []).append(word)
    ordered = []
    for page in sorted(by_page):
        ordered += in_lines(by_page[page])
    return ordered, pages


def without_dots(word, figure):
    """The words before and behind the dots of a tab, which are no text; LibreOffice draws all three without a space between.
    `figure` is the width of a figure as part of the box's height."""
    before, dots, behind = re.fullmatch(r"(.*?)(\.{4,}|$)(.*)", word.text, re.S).groups()
    if not dots:
        return [word]
    # behind them stands a number
    start = word.right - len(behind) * (word.bottom - word.y) * figure
    parts = []
    if before:
        parts.append(Word(before, word.page, word.x, word.y, start, word.bottom))
    if behind:
        parts.append(Word(behind, word.page, start, word.y, word.right, word.bottom))
    return parts


def same_line(a, b):
    overlap = min(a.bottom, b.bottom) - max(a.y, b.y)
    return overlap >= 0.6 * min(a.bottom - a.y, b.bottom - b.y)


def in_lines(words):
    """Marks the words that start a line and returns the words line by line."""
    for word in words:
        left = [o for o in words if o is not word and o.right <= word.x + 1 and o.x < word.x and same_line(o, word)]
        word.before = max(left, key=lambda o: o.right, default=None)
        word.starts = word.before is None or word.x - word.before.right > GAP
    followers = {}
    for word in words:
        if not word.starts:
            followers.setdefault(id(word.before), []).append(word)
    ordered = []
    for start in sorted((w for w in words if w.starts), key=lambda w: (round(w.y), w.x)):
        line, todo = [], [start]
        while todo:
            word = todo.pop()
            line.append(word)
            todo += followers.get(id(word), [])
        ordered += sorted(line, key=lambda w: w.x)
    return ordered


def pair(ours, theirs):
    """Pairs the words; returns the pairs, ours without partner, theirs without partner."""
    places = {}
    for word in theirs:
        places.setdefault((word.page, word.text), []).append(word)
    pairs, rest, taken = [], [], set()
    for word in ours:
        near = [
            o
            for o in places.get((word.page, word.text), [])
            if id(o) not in taken and abs(o.x - word.x) <= NEAR_X and abs(o.y - word.y) <= NEAR_Y
        ]
        if near:
            best = min(near, key=lambda o: abs(o.x - word.x) + abs(o.y - word.y))
            taken.add(id(best))
            pairs.append((word, best))
        else:
            rest.append(word)
    left = [w for w in theirs if id(w) not in taken]
    matcher = difflib.SequenceMatcher(None, [w.text for w in rest], [w.text for w in left], autojunk=False)
    lonely, foreign = [], []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            pairs += zip(rest[a:b], left[c:d])
        else:
            lonely += rest[a:b]
            foreign += left[c:d]
    return pairs, lonely, foreign


def is_near(a, b):
    return a.page == b.page and abs(a.x - b.x) <= NEAR_X and abs(a.y - b.y) <= NEAR_Y


class Comparison:
    """What came of comparing two files."""

    def __init__(self, our_path, their_path):
        self.ours, self.our_pages = read(our_path)
        self.theirs, self.their_pages = read(their_path)
        if not self.ours or not self.theirs:
            stop("no words in " + (our_path if not self.ours else their_path))
        pairs, self.lonely, self.foreign = pair(self.ours, self.theirs)
        partner = {id(a): b for a, b in pairs}
        reverse = {id(b): a for a, b in pairs}
        self.pairs = [(w, partner[id(w)]) for w in self.ours if id(w) in partner]
        self.near = sum(is_near(a, b) for a, b in self.pairs)
        self.max_x = max((abs(a.x - b.x) for a, b in self.pairs if a.page == b.page), default=0.0)
        self.max_y = max((abs(a.y - b.y) for a, b in self.pairs if a.page == b.page), default=0.0)
        self.lines = sum(w.starts for w in self.ours)
        self.their_lines = sum(w.starts for w in self.theirs)
        self.broken = [w for w in self.ours if w.starts and not self.agrees(w, partner)]
        self.broken_there = [w for w in self.theirs if w.starts and not self.agrees(w, reverse)]

    @staticmethod
    def agrees(word, partner):
        """Whether the line that `word` starts starts with the same word on the same page in the other file."""
        other = partner.get(id(word))
        if other is None or other.page != word.page:
            return False
        if other.starts:
            return True
        # a gap of just 20 pt may count on one side alone: equal neighbours at equal places are equal lines
        if word.before is None or other.before is None or not is_near(word, other):
            return False
        mate = partner.get(id(word.before))
        return mate is other.before and is_near(word.before, other.before)

    def percent(self):
        return 100.0 * self.near / max(len(self.ours), len(self.theirs))

    def good(self):
        return (
            self.our_pages == self.their_pages
            and not self.broken
            and not self.broken_there
            and self.percent() >= SHARE
        )

    def row(self, name):
        agreed = self.lines - len(self.broken)
        return (
            f"{name:<28} {self.our_pages:>3}/{self.their_pages:<3} {len(self.ours):>6} {agreed:>5}/{self.lines:<5} "
            f"{self.percent():>7.2f} % {self.max_x:>8.2f} {self.max_y:>8.2f}  {'twins' if self.good() else 'DIFFER'}"
        )

    def details(self, show):
        print(f"pages              ours {self.our_pages}, theirs {self.their_pages}")
        print(f"words              ours {len(self.ours)}, theirs {len(self.theirs)}, paired {len(self.pairs)}")
        print(f"lines              ours {self.lines}, theirs {self.their_lines}")
        print(f"lines that agree   {self.lines - len(self.broken)} of {self.lines}")
        print(f"words within {NEAR_X:g} pt across and {NEAR_Y:g} pt down  {self.near} = {self.percent():.2f} %")
        print(f"largest deviation  x {self.max_x:.2f} pt, y {self.max_y:.2f} pt (words on the same page)")
        self.listing("lines of ours that start otherwise there", self.broken, show, self.line_text)
        self.listing("lines of theirs that start otherwise here", self.broken_there, show, self.line_text)
        self.listing("words of ours alone", self.lonely, show)
        self.listing("words of theirs alone", self.foreign, show)
        far = [(a, b) for a, b in self.pairs if not is_near(a, b)]
        if far:
            print(f"\npaired words that lie elsewhere ({len(far)}); ours, theirs, difference:")
            for a, b in far[:show]:
                print(f"  {a.text:<18} {a.place()}  {b.place()}  dx {b.x - a.x:+7.2f}  dy {b.y - a.y:+7.2f}")

    @staticmethod
    def listing(title, words, show, text=lambda w: w.text):
        if words:
            print(f"\n{title} ({len(words)}):")
            for word in words[:show]:
                print(f"  {word.place()}  {text(word)}")

    def line_text(self, start):
        words = self.ours if start in self.ours else self.theirs
        index = words.index(start)
        line = [start.text]
        for word in words[index + 1 :]:
            if word.starts:
                break
            line.append(word.text)
        return " ".join(line)


HEADINGS = f"{'sample':<28} {'pages':>7} {'words':>6} {'first words':>11} {'near':>9} {'max dx':>8} {'max dy':>8}"


def render(spec, folder):
    """Renders a specification with the program and converts its .docx; returns the two PDFs."""
    here = os.path.dirname(os.path.abspath(__file__))
    root = os.path.dirname(os.path.dirname(here))
    program = os.environ.get("VANBAN") or os.path.join(root, "target", "debug", "vanban")
    run([program, "render", spec, "-o", folder + "/", "--force"])
    names = os.listdir(folder)
    docx = [n for n in names if n.endswith(".docx")]
    pdf = [n for n in names if n.endswith(".pdf")]
    if len(docx) != 1 or len(pdf) != 1:
        stop(f"rendering {spec} made {sorted(names)}")
    office = os.path.join(folder, "office")
    os.mkdir(office)
    run(["bash", os.path.join(here, "soffice"), office, os.path.join(folder, docx[0])])
    return os.path.join(folder, pdf[0]), os.path.join(office, docx[0][:-5] + ".pdf")


def main():
    arguments = argparse.ArgumentParser(usage=__doc__)
    arguments.add_argument("--show", type=int, default=40)
    arguments.add_argument("--row")
    arguments.add_argument("--spec")
    arguments.add_argument("--headings", action="store_true")
    arguments.add_argument("files", nargs="*")
    given = arguments.parse_args()
    if given.headings:
        print(HEADINGS)
        return 0
    if given.spec:
        with tempfile.TemporaryDirectory() as folder:
            comparison = Comparison(*render(given.spec, folder))
    elif len(given.files) == 2:
        comparison = Comparison(*given.files)
    else:
        arguments.error("two PDFs, or --spec FILE.json")
    if given.row:
        print(comparison.row(given.row))
    if not given.row or not comparison.good():
        comparison.details(given.show)
    return 0 if comparison.good() else 1


if __name__ == "__main__":
    sys.exit(main())
