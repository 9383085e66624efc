"""Writes texts with their language, to measure org.coupure.text.Languages with LanguageFigures.

    python3 language_cuts.py DATA > cuts.tsv

DATA holds the sets of README.md. A line is set, language as the page declares it, text; for each
page its whole truth ("article") and up to twelve pieces of 60 to 100 characters ("sentence").
"""

import gzip
import json
import random
import re
import sys
from pathlib import Path

LANG = re.compile(rb"<html[^>]*?\slang=[\"']?([A-Za-z]{2,3})")


def sentences(paragraphs):
    for paragraph in paragraphs:
        for sentence in re.split(r"(?<=[.!?…])\s+", paragraph):
            cut = sentence[:100]
            if len(sentence) > 100 and " " in cut[60:]:
                cut = cut[:cut.rfind(" ")]
            if len(cut) >= 60:
                yield cut


def main(data):
    chance = random.Random(1)
    for name in ("news-dev", "traf-dev"):
        folder = Path(data, name)
        truth = {}
        for line in (folder / "gold.jsonl").open(encoding="utf-8"):
            entry = json.loads(line)
            truth[entry["id"]] = entry.get("body") or entry.get("with") or []
        for line in (folder / "index.jsonl").open(encoding="utf-8"):
            entry = json.loads(line)
            declared = LANG.search(gzip.open(folder / entry["file"]).read())
            paragraphs = [" ".join(p.split()) for p in truth[entry["id"]] if isinstance(p, str)]
            if not declared or not paragraphs:
                continue
            tag = declared.group(1).decode().lower()
            print(f"{name} article", tag, " ".join(paragraphs), sep="\t")
            cuts = list(sentences(paragraphs))
            chance.shuffle(cuts)
            for cut in cuts[:12]:
                print(f"{name} sentence", tag, cut, sep="\t")


if __name__ == "__main__":
    main(*sys.argv[1:])
