#!/usr/bin/env python3
"""How often dumps came out exact, by how doubtful their lines were: exactness.py DUMPS.jsonl RECORDS.jsonl

DUMPS is what make_dumps.py wrote, RECORDS what DumpFigures made of it out of fold. Prints the points of
Confidence.exact, fitted on all dumps, and the table of reliability: what points fitted on one half of the folds say of
the other half, both ways round, beside the share that came out exact.
"""
import json, sys
from collections import defaultdict

# Made dumps have faults of their own making in places; hand-made ones weigh most.
WEIGHTS = dict(hand=8, own=6, mutated=1, composed=0.5)
EDGES = [0.1, 0.2, 0.4, 0.7, 1, 1.5, 2.5, 4, 1e9]
# What the chances of the table of reliability are sorted by.
CHANCES = [0.05, 0.2, 0.4, 0.6, 0.8, 0.9, 1.01]


def key(text):
    return ''.join(c for c in text or '' if c.isalnum()).lower()


def read(dumps, records):
    """Of each dump: its fold, its set, its weight, its doubt, whether it came out exact."""
    records = {r['id']: r for r in map(json.loads, open(records, encoding='utf-8'))}
    for dump in map(json.loads, open(dumps, encoding='utf-8')):
        record, weight = records.get(dump['id']), WEIGHTS.get(dump['set'], 0)
        if not record or not weight:
            continue
        title = {key(t) for t, label in dump['lines'] if label == 'title'} or {''}
        text = key(''.join(t for t, label in dump['lines'] if label == 'text'))
        exact = key(record['title']) in title and key(record['text']) == text
        yield dump['fold'], dump['set'], weight, record['doubt'], exact


def fit(rows):
    """Points of doubt and share, the share never rising."""
    bins = defaultdict(lambda: [0.0, 0.0, 0.0])
    for _, _, weight, doubt, exact in rows:
        one = bins[next(i for i, edge in enumerate(EDGES) if doubt <= edge)]
        for i, value in enumerate((weight, weight * doubt, weight * exact)):
            one[i] += value
    blocks = []
    for i in sorted(bins):
        blocks.append([bins[i]])
        while len(blocks) > 1 and share(blocks[-1]) > share(blocks[-2]):
            blocks[-2:] = [blocks[-2] + blocks[-1]]
    points = [(b[1] / b[0], share(block)) for block in blocks for b in block]
    return [(0, points[0][1])] + points


def share(block):
    return sum(b[2] for b in block) / sum(b[0] for b in block)


def along(points, doubt):
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        if doubt <= x1:
            return y0 + (y1 - y0) * (doubt - x0) / (x1 - x0)
    return points[-1][1]


def main():
    rows = list(read(*sys.argv[1:3]))
    points = fit(rows)
    print('DOUBT', ', '.join(f'{x:.2f}' for x, _ in points), '\nEXACT', ', '.join(f'{y:.3f}' for _, y in points))
    found = defaultdict(lambda: [0.0, 0.0, 0.0, 0, 0])
    for side in (0, 1):
        half = fit([r for r in rows if r[0] % 2 == side])
        for _, set_, weight, doubt, exact in (r for r in rows if r[0] % 2 != side):
            chance = along(half, doubt)
            one = found[next(i for i, edge in enumerate(CHANCES) if chance <= edge)]
            for i, value in enumerate((weight, weight * chance, weight * exact, set_ in ('hand', 'own'), exact * (set_ in ('hand', 'own')))):
                one[i] += value
    print('| said, up to | mean | came out exact | by hand | of these exact |\n|---|---|---|---|---|')
    for i, edge in enumerate(CHANCES):
        w, said, exact, hand, right = found[i]
        if w:
            print(f'| {min(edge, 1):.2f} | {said / w:.2f} | {exact / w:.2f} | {hand} | {right} |')


if __name__ == '__main__':
    main()
