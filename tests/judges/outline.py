"""outline.py ODT_FOLDER FILE.docx...   prints a line a heading: file, reader, level, text, parted by tabs
outline.py resize IN OUT POINTS      sets the size of the style that running text follows
outline.py probe                     fails where a reader is absent
Numbers that a word processor counts are no part of the texts."""
import html
import json
import os
import re
import subprocess
import sys
import zipfile

import docx
import mammoth
from docx.shared import Pt


def plain(markup):
    return html.unescape(re.sub(r"<[^>]+>", "", re.sub(r"<(br|text:line-break|text:s) ?/?>", " ", markup)))


def pandoc_text(node):
    if isinstance(node, list):
        return "".join(pandoc_text(item) for item in node)
    if not isinstance(node, dict):
        return ""
    if node["t"] == "Str":
        return node["c"]
    return " " if node["t"] in ("Space", "SoftBreak", "LineBreak") else pandoc_text(node.get("c", ""))


def pandoc(path):
    tree = json.loads(subprocess.check_output(["pandoc", "-f", "docx", "-t", "json", path]))
    return [(block["c"][0], pandoc_text(block["c"][2])) for block in tree["blocks"] if block["t"] == "Header"]


def by_mammoth(path):
    with open(path, "rb") as file:
        page = mammoth.convert_to_html(file).value
    return [(level, plain(text)) for level, text in re.findall(r"<h(\d)>(.*?)</h\d>", page, re.S)]


def by_python_docx(path):
    for paragraph in docx.Document(path).paragraphs:
        name = paragraph.style.name
        if name.startswith("Heading "):
            yield name.removeprefix("Heading "), paragraph.text


def navigator(path):
    content = zipfile.ZipFile(path).read("content.xml").decode()
    return [(level, plain(text)) for level, text in re.findall(
        r'<text:h [^>]*text:outline-level="(\d+)"[^>]*>(.*?)</text:h>', content, re.S)]


if sys.argv[1] == "probe":
    subprocess.check_output(["pandoc", "--version"])
elif sys.argv[1] == "resize":
    document = docx.Document(sys.argv[2])
    document.styles["Nội dung"].font.size = Pt(int(sys.argv[4]))
    document.save(sys.argv[3])
else:
    for path in sys.argv[2:]:
        name = os.path.basename(path)
        odt = os.path.join(sys.argv[1], os.path.splitext(name)[0] + ".odt")
        for reader, headings in (("pandoc", pandoc(path)), ("mammoth", by_mammoth(path)),
                                 ("python-docx", by_python_docx(path)), ("LibreOffice", navigator(odt))):
            for level, text in headings:
                print(name, reader, level, " ".join(text.split()), sep="\t")
