"""Learns which letter sequences and words tell languages apart, and writes languages.bin.

    python3 train_languages.py PACKAGES ../src/main/resources/org/coupure/text/languages.bin

PACKAGES is a folder with one folder for each unpacked Debian package; README.md says which. The same
input gives the same bytes. org.coupure.text.Languages reads the file and cuts words as words() does.
"""

import collections
import struct
import sys
import unicodedata
from pathlib import Path

import numpy

import languages_corpus

FORMAT = 1
# Languages by script; how many features a script gets, so that the whole file stays under 200 kB.
SCRIPTS = {
    "LATIN": (5500, "en fr de es it pt nl pl cs sk sl hr sr-Latn ro hu tr az vi id ms tl sw da nb nn "
              "sv fi et lv lt sq mt ca eu gl is ga cy af uz so ha ku eo xh zu lb fy"),
    "CYRILLIC": (1200, "ru uk be bg mk sr kk ky mn tg"),
    "ARABIC": (900, "ar fa ur ps ckb ug"),
    "DEVANAGARI": (500, "hi mr ne"),
}
# Neighbours, and how many features of each script are kept only because they tell such a pair apart.
PAIRS = ("hr sr-Latn, id ms, da nb, cs sk, pt gl, es gl, es ca, nl af, tr az, fi et, zu xh, "
         "ru uk, ru be, ru bg, bg mk, mk sr, kk ky, ar fa, fa ur, hi mr, hi ne, mr ne")
PAIR_FEATURES = 60
# What a class is called in a record, where that is another name.
TAGS = {"nb": "no", "nn": "no"}
# Xhosa's translations are many and Zulu's none: learned from them the one would swallow the other.
OWN_WORDS_ONLY = {"xh"}
LANES = 16  # weights of four bits to a long
TOP = 15
STEP = 0.45  # nats a unit of weight; 15 units reach from the likeliest language to one 800 times less
SHARE = 0.2  # of a language's mass, from languages.txt
BACKGROUND = 0.02  # of each probability, from the mean of all languages
NEVER = 2e-7
CANDIDATES = 60_000

SERBIAN = dict(zip("абвгдђежзијклљмнњопрстћуфхцчџш", (
    "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š").split()))


def lower(char):
    small = "i" if char == "İ" else char.lower()
    return small if len(small) == 1 else char


def is_letter(char):
    # Modifier letters are how some write apostrophes.
    return unicodedata.category(char)[0] in "LM" and not "\u02b0" <= char <= "\u02ff"


def words(text):
    text = unicodedata.normalize("NFC", text)
    return "".join(lower(c) if is_letter(c) else " " for c in text).split()


def fnv(seed, chars):
    value = 0x811C9DC5 ^ seed << 24
    for unit in chars:
        value = ((value ^ ord(unit)) * 0x01000193) & 0xFFFFFFFF
    return value


def features(word):
    padded = " " + word + " "
    for i in range(len(padded) - 2):
        yield 1, padded[i:i + 3]
    yield 2, word
    for char in word:
        if char > "\u007f":
            yield 3, char


def belongs(word, script):
    return unicodedata.name(word[0], "").startswith(script)


def counts(tag, script, corpus, own):
    found = collections.Counter()
    texts = [] if tag in OWN_WORDS_ONLY else list(corpus.get(tag, []))
    if tag == "sr-Latn":
        texts += ["".join(SERBIAN.get(c, c) for c in t.lower()) for t in corpus["sr"]]
    for text in texts:
        for word in words(text):
            if belongs(word, script):
                found.update(features(word))
    ours = collections.Counter()
    for line in own.get(tag, []):
        running = "." in line
        for rank, word in enumerate(words(line)):
            times = 3 if running else max(1, round(60 / (rank + 6)))
            for feature in features(word):
                ours[feature] += times
    total, our_total = sum(found.values()), sum(ours.values())
    times = max(1.0, SHARE / (1 - SHARE) * total / max(1, our_total))
    for feature, count in ours.items():
        found[feature] += count * times
    return found


def table(script, size, tags, corpus, own):
    """Returns [(key, weights)]: how likely a feature is in each language, the likeliest at TOP."""
    all_counts = [counts(tag, script, corpus, own) for tag in tags]
    totals = numpy.array([sum(c.values()) for c in all_counts])
    mass = collections.Counter()
    for found, total in zip(all_counts, totals):
        for feature, count in found.items():
            mass[feature] += count / total
    candidates = sorted(mass, key=lambda f: (-mass[f], f))[:CANDIDATES]
    share = numpy.array([[c.get(f, 0) for c in all_counts] for f in candidates]) / totals
    logs = numpy.log((1 - BACKGROUND) * share + BACKGROUND * share.mean(1, keepdims=True) + NEVER)
    telling = (share * (logs - logs.mean(1, keepdims=True)) ** 2).sum(1)
    chosen = choose(share, logs, telling, size, tags)
    logs = logs[chosen]
    weights = numpy.clip(numpy.round(TOP + (logs - logs.max(1, keepdims=True)) / STEP), 0, TOP)
    rows = {}
    for row, index in enumerate(chosen):
        seed, chars = candidates[index]
        rows[fnv(seed, chars)] = weights[row].astype(int).tolist()
    return sorted(rows.items())


def choose(share, logs, telling, size, tags):
    """Returns the rows to keep: first those that tell neighbours apart, then the most telling."""
    chosen = {}
    for pair in PAIRS.split(", "):
        one, other = pair.split()
        if one in tags and other in tags:
            a, b = tags.index(one), tags.index(other)
            worth = (share[:, a] + share[:, b]) * (logs[:, a] - logs[:, b]) ** 2
            chosen.update(dict.fromkeys(numpy.argsort(-worth, kind="stable")[:PAIR_FEATURES]))
    for row in numpy.argsort(-telling, kind="stable"):
        if len(chosen) < size:
            chosen[row] = None
    return list(chosen)


def pack(row, longs):
    padded = row + [0] * (longs * LANES - len(row))
    for start in range(0, len(padded), LANES):
        yield sum(weight << 4 * lane for lane, weight in enumerate(padded[start:start + LANES]))


def text_field(text):
    data = text.encode()
    return struct.pack("<H", len(data)) + data


def own_lines(path):
    lines = {}
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            tag, text = line.split(":", 1)
            lines.setdefault(tag, []).append(text)
    return lines


def main(packages, target):
    corpus = languages_corpus.corpus(packages)
    own = own_lines(Path(__file__).with_name("languages.txt"))
    out = bytearray(struct.pack("<4sB", b"LANG", FORMAT))
    for script, (size, names) in SCRIPTS.items():
        tags = names.split()
        rows = table(script, size, tags, corpus, own)
        longs = -(-len(tags) // LANES)
        out += text_field(script) + text_field(" ".join(TAGS.get(t, t) for t in tags))
        out += struct.pack("<HH", len(rows), longs)
        out += struct.pack(f"<{len(rows)}I", *(key for key, _ in rows))
        for _, row in rows:
            out += struct.pack(f"<{longs}Q", *pack(row, longs))
        print(f"{script}: {len(rows)} features, {len(tags)} languages")
    Path(target).write_bytes(out)
    print(f"{target}: {len(out)} bytes")


if __name__ == "__main__":
    main(*sys.argv[1:])
