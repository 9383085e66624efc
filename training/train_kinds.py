#!/usr/bin/env python3
"""Second half of the training of page kinds: shapes with types to the model file, and figures.

  python3 train_kinds.py SHAPES                 trains on one half of the hosts, checks on the other
  python3 train_kinds.py SHAPES --model FILE    and grows the final trees on both halves

SHAPES is what KindExport wrote. Needs numpy and lightgbm, in the versions of requirements.txt.
"""
import argparse, json, struct, time
from pathlib import Path

import lightgbm as lgb
import numpy as np

from train import flatten

KINDS = ['article', 'index', 'product', 'forum', 'other']
OF_TYPE = {'article': 0, 'listing': 1, 'collection': 1, 'product': 2, 'forum': 3, 'service': 4, 'documentation': 4}
LEAST = [0, 0.5, 0.35, 0.35, 0.5]  # less than this and it is what comes next; KindJudge has the same
TREES = 120
PARAMETERS = dict(
    objective='binary', num_leaves=8, learning_rate=0.1, min_data_in_leaf=24, lambda_l2=6.0,  # of pages that come twice
    feature_fraction=0.3, bagging_fraction=0.7, bagging_freq=1, max_bin=63, use_missing=False,
    deterministic=True, force_row_wise=True, num_threads=2, verbosity=-1, seed=3)


def grow(x, kind, rows):
    return [lgb.train(PARAMETERS, lgb.Dataset(x[rows], (kind[rows] == k).astype(int)), TREES)
            for k in range(len(KINDS))]


def choose(boosters, x):
    odds = 1 / (1 + np.exp(-np.array([b.predict(x, raw_score=True) for b in boosters]).T))
    odds /= odds.sum(1, keepdims=True)
    odds[odds < np.array(LEAST)] = 0
    return odds.argmax(1)


def table(pages, kind, chosen):
    print(f"{'':14}" + ''.join(f'{k:>9}' for k in KINDS))
    for name in list(OF_TYPE) + ['news-dev', 'fundus-dev', 'traf-dev']:
        rows = [i for i, p in enumerate(pages) if name == (p['type'] if p['set'] == 'wcxb-dev' else p['set'])]
        print(f'{name:14}' + ''.join(f'{int((chosen[rows] == k).sum()):9}' for k in range(len(KINDS))))


def write(path, boosters, names, summary, day):
    with open(path, 'wb') as out:
        def utf(text):
            raw = text.encode('utf-8')
            out.write(struct.pack('>H', len(raw)) + raw)
        out.write(struct.pack('>ii', 0x43504B4D, 1))
        utf(day)
        utf(summary)
        out.write(struct.pack('>i', len(names)))
        for name in names:
            utf(name)
        out.write(struct.pack('>i', len(boosters)))
        for kind, booster in zip(KINDS, boosters):
            utf(kind)
            trees = [flatten(t['tree_structure']) for t in booster.dump_model()['tree_info']]
            out.write(struct.pack('>i', len(trees)))
            for nodes, leaves in trees:
                out.write(struct.pack('>HH', len(nodes), len(leaves)))
                for feature, threshold, left, right, mean in nodes:
                    out.write(struct.pack('>Hfhhf', feature, threshold, left, right, mean))
                out.write(struct.pack(f'>{len(leaves)}f', *leaves))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('shapes', type=Path)
    parser.add_argument('--model', type=Path)
    parser.add_argument('--day', default=time.strftime('%Y-%m-%d'), help='training date to note in the model')
    a = parser.parse_args()
    lines = [json.loads(line) for line in open(a.shapes, encoding='utf-8')]
    names, pages = lines[0], lines[1:]
    x = np.array([p['x'] for p in pages], dtype=np.float32)
    kind = np.array([OF_TYPE[p['type']] for p in pages])
    # The types of traf-dev are not stated; nearly all are articles, which makes it a check.
    known = np.array([p['set'] != 'traf-dev' for p in pages])
    # Every page comes a second time as if nobody knew its address, and counts half each time.
    bare = np.array([p['bare'] for p in pages])
    half = np.isin([p['fold'] for p in pages], [0, 2, 4])
    chosen = np.zeros(len(pages), dtype=int)
    for learn, check, name in ((half, ~half, 'B'), (~half, half, 'A')):
        chosen[check] = choose(grow(x, kind, np.flatnonzero(learn & known)), x[check])
        for without in (False, True):
            rows = check & (bare == without) & np.array([p['set'] == 'wcxb-dev' for p in pages])
            how = ' without addresses' if without else ''
            print(f'half {name}{how}: {(chosen[rows] == kind[rows]).mean():.3f} of {rows.sum()} right')
    for without in (False, True):
        print('without addresses' if without else 'with addresses')
        rows = np.flatnonzero(bare == without)
        table([pages[i] for i in rows], kind[rows], chosen[rows])
    if a.model:
        summary = f'{int((known & ~bare).sum())} pages, with and without address: fundus-dev, news-dev, wcxb-dev'
        write(a.model, grow(x, kind, np.flatnonzero(known)), names, summary, a.day)


if __name__ == '__main__':
    main()
