"""Reads running text of many languages out of unpacked Debian packages of translations.

Nothing that is read here is kept; only counts of letter sequences and words leave train_languages.
"""

import html
import re
import zipfile
from pathlib import Path

LANGPACK = "usr/lib/firefox-esr/browser/extensions/*.xpi"
HELP = "usr/share/help"

# The packages' codes, where they are not ours. Norwegian, Portuguese and the Serbo-Croatian written
# in Latin with "ije" are one language each for us.
CODES = {
    "bs": "hr", "en-GB": "en", "es-ES": "es", "fy-NL": "fy", "ga-IE": "ga", "gu-IN": "gu",
    "hi-IN": "hi", "hy-AM": "hy", "nb-NO": "nb", "nn-NO": "nn", "ne-NP": "ne", "pt-BR": "pt",
    "pt-PT": "pt", "pt_BR": "pt", "sv-SE": "sv", "C": "en", "en_GB": "en", "zh_CN": "zh", "zh_TW": "zh",
    "sr@latin": "sr-Latn",
}

_PLACEHOLDER = re.compile(r"\{[^{}]*\}|%\S*|<[^<>]*>|&\w+;|https?://\S+|\\[nu]\w*|#\d|\$\w+")
_FTL_VALUE = re.compile(r"^\s*(?:\.?[-\w]+\s*=|\*?\[[^\]]*\])?\s*(.*)$")
_TAG = re.compile(r"<[^>]*>")
_MARKUP = re.compile(r"(?s)<(info|code|screen|pre|style|script|cmd|sys|input)\b.*?</\1>|<!--.*?-->")


def _clean(value):
    return " ".join(_PLACEHOLDER.sub(" ", _PLACEHOLDER.sub(" ", value)).split())


def langpack(path):
    """Returns {(file, line's key): text} of one package of Firefox translations."""
    found = {}
    with zipfile.ZipFile(path) as pack:
        for name in pack.namelist():
            if not name.endswith((".ftl", ".properties")):
                continue
            key = ""
            for line in pack.read(name).decode("utf-8", "replace").splitlines():
                if not line.strip() or line.startswith("#"):
                    continue
                match = re.match(r"^\s*(\.?[-\w]+)\s*=", line)
                if match:
                    key = match.group(1)
                text = _clean(_FTL_VALUE.match(line).group(1))
                if len(text.split()) > 1 or len(text) > 12:
                    short = "/".join(name.split("/")[-2:])
                    found[(short, key, len(found) if (short, key) in found else 0)] = text
    return found


def help_pages(folder):
    """Yields the paragraphs of one language's help pages."""
    for page in sorted(folder.rglob("*.page")):
        yield from paragraphs(page.read_text("utf-8"))


def paragraphs(markup):
    """Yields the text of the paragraphs of XML or HTML."""
    markup = _MARKUP.sub(" ", markup)
    for match in re.finditer(r"(?s)<(p|title)\b[^>]*>(.*?)</\1>", markup):
        text = " ".join(html.unescape(_TAG.sub("", match.group(2))).split())
        if len(text) > 30:
            yield text


def corpus(root):
    """Returns {language: [text]} of all packages unpacked below root, without what is English there."""
    texts = {}
    packs = {}
    for pack in sorted(Path(root).glob("*/" + LANGPACK)):
        packs[pack.name.split("@")[0].removeprefix("langpack-")] = langpack(pack)
    english = set(packs.get("en-GB", {}).values())
    for code, strings in packs.items():
        tag = CODES.get(code, code)
        own = [t for t in strings.values() if tag == "en" or t not in english]
        texts.setdefault(tag, []).extend(own)
    original = set()
    for folder in sorted(Path(root).glob("*/" + HELP + "/*")):
        if folder.name == "C":
            original = set(help_pages(folder))
            texts.setdefault("en", []).extend(original)
    for folder in sorted(Path(root).glob("*/" + HELP + "/*")):
        if folder.name != "C":
            tag = CODES.get(folder.name, folder.name)
            texts.setdefault(tag, []).extend(t for t in help_pages(folder) if t not in original)
    return texts
