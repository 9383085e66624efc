#!/usr/bin/env python3
"""How often dumps came out exact, by how doubtful their lines were: exactness.py DUMPS.jsonl RECORDS.jsonl

DUMPS is what make_dumps.py wrote, RECORDS what DumpFigures made of it out of fold. Prints the points of
Confidence.exact, fitted on half of the dumps and shown on the other, and the table of reliability.
"""
import json, sys
from collections import defaultdict

# Made dumps have faults of their own making in places; hand-made ones weigh most.
WEIGHTS = dict(hand=8, own=6, mutated=1, composed=0.5)
EDGES = [0.05, 0.1, 0.2, 0.4, 0.7, 1, 1.5, 2.5, 4, 1e9]


def key(text):
    return ''.join(c for c in text or '' if c.isalnum()).lower()


def main():
    records = {}
    for line in open(sys.argv[2], encoding='utf-8'):
        record = json.loads(line)
        records[record['id']] = record
    sides = [defaultdict(lambda: [0, 0, 0]) for _ in range(2)]
    for line in open(sys.argv[1], encoding='utf-8'):
        dump = json.loads(line)
        record = records.get(dump['id'])
        weight = WEIGHTS.get(dump['set'], 0)
        if not record or not weight:
            continue
        title = {key(t) for t, label in dump['lines'] if label == 'title'} or {''}
        text = key(''.join(t for t, label in dump['lines'] if label == 'text'))
        exact = key(record['title']) in title and key(record['text']) == text
        side = sides[dump['fold'] % 2]
        bin_ = next(i for i, edge in enumerate(EDGES) if record['doubt'] <= edge)
        side[bin_][0] += weight
        side[bin_][1] += weight * exact
        side[bin_][2] += weight * record['doubt']
    print('doubt up to | weight | mean doubt | exact, one half | the other half')
    for i, edge in enumerate(EDGES):
        a, b = sides[0][i], sides[1][i]
        if a[0] and b[0]:
            print(f'{edge:8.2f} | {a[0] + b[0]:7.0f} | {(a[2] + b[2]) / (a[0] + b[0]):.3f} | {a[1] / a[0]:.3f} | {b[1] / b[0]:.3f} | all {(a[1] + b[1]) / (a[0] + b[0]):.3f}')


if __name__ == '__main__':
    main()
