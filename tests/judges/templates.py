#!/usr/bin/env python3
"""usage: templates.py PHU-LUC-III.docx [VANBAN]     (from anywhere; needs poppler, and LibreOffice as tests/run installs it)

Lays the official templates of Nghị định 30/2020/NĐ-CP, Phụ lục III, beside our samples of the same form, for the eye: writes
target/templates/MẪU.png, the official pages on the left, ours on the right. VANBAN is the program, else target/debug/vanban.
"""
import pathlib
import re
import struct
import subprocess
import sys
import tempfile
import zlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
# the sample of each template; a template without one is told
SAMPLES = {
    "1.1": "nghi-quyet",
    "1.2": "quyet-dinh",
    "1.3": "quyet-dinh-ban-hanh",
    "1.4": "ke-hoach",
    "1.5": "cong-van",
    "1.6": "cong-dien",
    "1.7": "giay-moi",
    "1.8": "giay-gioi-thieu",
    "1.9": "bien-ban",
    "1.10": "giay-nghi-phep",
    "2.1": "quyet-dinh-ban-hanh",
    "2.2": "ke-hoach-phu-luc",
    "3.1": "sao-y",
}
RESOLUTION = 70
MOST_PAGES = 2


def run(*arguments):
    return subprocess.run([str(one) for one in arguments], check=True, capture_output=True).stdout


def drawn(pdf, first, last):
    """The pages of a PDF that it has of these, as (width, height, rows of RGB)."""
    pages = []
    count = int(re.search(rb"^Pages:\s+(\d+)", run("pdfinfo", pdf), re.MULTILINE)[1])
    for page in range(first, min(last, count) + 1):
        picture = run("pdftoppm", "-r", RESOLUTION, "-f", page, "-l", page, pdf)
        head = re.match(rb"P6\s+(\d+)\s+(\d+)\s+255\s", picture)
        width, height = int(head[1]), int(head[2])
        pixels = picture[head.end():]
        pages.append((width, height, [pixels[3 * width * row:3 * width * (row + 1)] for row in range(height)]))
    return pages


def beside(left, right):
    """Two columns of pages as one picture, a grey line between them."""
    columns = []
    for pages in (left, right):
        width = max(page[0] for page in pages)
        rows = [row + b"\xff" * (3 * (width - page[0])) for page in pages for row in page[2]]
        columns.append((width, rows))
    height = max(len(rows) for _, rows in columns)
    for width, rows in columns:
        rows.extend([b"\xff" * (3 * width)] * (height - len(rows)))
    rows = [a + b"\x80" * 9 + b for a, b in zip(columns[0][1], columns[1][1])]
    return columns[0][0] + 3 + columns[1][0], height, rows


def png(width, height, rows):
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def official(pdf):
    """The page that each template begins on."""
    found = {}
    for number, text in enumerate(run("pdftotext", "-layout", pdf, "-").decode().split("\f"), 1):
        for name in re.findall(r"^\s*Mẫu (\d\.\d+) - ", text, re.MULTILINE):
            found.setdefault(name, number)
    return found


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    template = pathlib.Path(sys.argv[1]).resolve()
    vanban = pathlib.Path(sys.argv[2]) if len(sys.argv) == 3 else ROOT / "target/debug/vanban"
    out = ROOT / "target/templates"
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        run("bash", ROOT / "tests/judges/soffice", folder, template)
        theirs = folder / template.with_suffix(".pdf").name
        for name, page in official(theirs).items():
            sample = ROOT / "samples" / f"{SAMPLES.get(name)}.json"
            if not sample.exists():
                print(f"{name}: no sample")
                continue
            ours = folder / f"{name}.pdf"
            run(vanban, "render", sample, "-o", ours)
            picture = beside(drawn(theirs, page, page + MOST_PAGES - 1), drawn(ours, 1, MOST_PAGES))
            path = out / f"{name}.png"
            path.write_bytes(png(*picture))
            print(path)


main()
