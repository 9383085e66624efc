#!/usr/bin/env python3
"""How often pages were good at each F1 that the classifier expected: the points of Confidence and their proof.

  python3 confidence.py OUT SCORER [dumps]   prints the points fitted on one half of the hosts, then on all, and both tables

OUT holds tables/, oof.npy and <set>.jsonl, explained, as OutOfFold writes it when it is given a fourth word.
Good is an F1 of .9 or more by the scorer.
"""
import json, subprocess, sys, zlib
from pathlib import Path

import numpy as np

SETS = 'wcxb-dev news-dev fundus-dev'.split()
DUMPS = 'dumps-dev news-dumps fundus-dumps'.split()
EXPECTED = [0, .5, .6, .7, .76, .82, .87, .91, .93, .95, .97, .985, 1]
EXPECTED_OF_DUMPS = [0, .65, .72, .78, .82, .86, .89, .91, .93, .95, .97, .985, 1]
ROWS = [0, .6, .7, .8, .9, .92, .94, .96, .98, .99, 1.01]


def sample(out, scorer, dumps):
    """(expected F1, F1, half of the hosts) of every page where the classifier kept something."""
    tables = out / ('dumps' if dumps else 'tables')
    p = np.load(out / 'folds' / 'oof.npy' if dumps else out / 'oof.npy')
    tokens = np.fromfile(tables / 'tokens.i32', dtype='<i4')
    page = np.fromfile(tables / 'page.i32', dtype='<i4')
    pages = [json.loads(line) for line in open(tables / 'pages.jsonl', encoding='utf-8')]
    starts = np.searchsorted(page, np.arange(len(pages) + 1))
    at = {}
    for i, one in enumerate(pages):
        at.setdefault((one['set'], one['id']), []).append(i)
    found = []
    for name in DUMPS if dumps else SETS:
        records = out / (name + '.jsonl')
        where = ['--data', tables] if (tables / name).exists() else []
        told = subprocess.run([sys.executable, scorer, *where, name, records, '--json'],
                              check=True, capture_output=True, text=True)
        scores = json.loads(told.stdout)['pages']
        for line in open(records, encoding='utf-8'):
            record = json.loads(line)
            verdicts = record.get('verdicts') or []
            texts = [v['text'] for v in verdicts]
            # A page may be in the tables as dumps of several styles.
            own = [i for i in at.get((name.replace('-dumps', '-dev'), record['id']), ()) if pages[i]['blocks'] == texts]
            if not own:
                continue
            i = own[0]
            q, t = p[starts[i]:starts[i + 1]].astype(float), tokens[starts[i]:starts[i + 1]]
            mine = np.array([v['by'] == 'classifier' for v in verdicts], dtype=bool)
            kept = np.array([v['kept'] is not None for v in verdicts], dtype=bool)
            expected, hits, words = (q * t)[mine | kept].sum(), (q * t)[kept].sum(), t[kept].sum()
            if words > 0:
                half = zlib.crc32(pages[i]['host'].encode()) % 2
                found.append((min(1, 2 * hits / (words + expected)), scores[record['id']]['f1'], half))
    return np.array(found)


def fit(e, good, knots):
    """Shares at the knots, rising, of the line through them that errs least."""
    knots = np.array(knots)
    right = np.clip(np.searchsorted(knots, e), 1, len(knots) - 1)
    share = (e - knots[right - 1]) / (knots[right] - knots[right - 1])
    a = np.zeros((len(e), len(knots)))
    a[np.arange(len(e)), right - 1] = 1 - share
    a[np.arange(len(e)), right] = share
    # A little pull towards neighbours, for knots that few pages stand near.
    pull = np.diff(np.eye(len(knots)), axis=0)
    points = np.linalg.solve(a.T @ a + 3 * pull.T @ pull + 1e-6 * np.eye(len(knots)), a.T @ good)
    return [float(p) for p in np.round(np.clip(np.maximum.accumulate(points), .01, .995), 3)]


def table(rows, points, knots):
    said = np.interp(rows[:, 0], knots, points)
    for low, high in zip(ROWS, ROWS[1:]):
        here = (rows[:, 0] >= low) & (rows[:, 0] < high)
        if here.any():
            own = rows[here]
            print(f'  {low:.2f} to {high:.2f}: {here.sum():4} pages, F1 {own[:, 1].mean():.3f}, '
                  f'said {said[here].mean():.2f}, good {(own[:, 1] >= .9).mean():.2f}')
    for least in (.9, .95):
        sure = said >= least
        print(f'  said {least} or more: {sure.sum()} pages, good {(rows[sure, 1] >= .9).mean():.3f}')


def main():
    dumps = sys.argv[3:] == ['dumps']
    knots = EXPECTED_OF_DUMPS if dumps else EXPECTED
    rows = sample(Path(sys.argv[1]), sys.argv[2], dumps)
    for half in (0, 1):
        a, b = rows[rows[:, 2] == half], rows[rows[:, 2] != half]
        points = fit(a[:, 0], a[:, 1] >= .9, knots)
        print(f'fitted on half {half} ({len(a)} pages):', points, 'shown on the other')
        table(b, points, knots)
    points = fit(rows[:, 0], rows[:, 1] >= .9, knots)
    print('fitted on all:', knots, points)
    table(rows, points, knots)


if __name__ == '__main__':
    main()
