#!/usr/bin/env python3
"""Second half of the training: feature tables with labels to the model file, and figures out of fold.

  python3 train.py TABLES --records DIR       cross-validation by host; writes DIR/<set>.jsonl to score
  python3 train.py TABLES --model FILE        grows the final trees on all folds and writes the model

TABLES is what TrainingExport wrote. Needs numpy and lightgbm, in the versions of requirements.txt.
"""
import argparse, json, struct, sys, time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import lightgbm as lgb
import numpy as np

PARAMETERS = dict(
    objective='binary', num_leaves=31, learning_rate=0.1, min_data_in_leaf=200, lambda_l2=5.0,
    feature_fraction=0.4, bagging_fraction=0.5, bagging_freq=1, max_bin=63, use_missing=False,
    deterministic=True, force_col_wise=True, num_threads=1, verbosity=-1, seed=7)
TREES = 160
SEEDS = [7, 1]  # a model is the mean of one for each: what chance does to one it seldom does to both
RENAMED = 0.2  # weight of a page under other names, where its own weighs 1


def load(folder):
    names = (folder / 'features.txt').read_text().split()
    x = np.memmap(folder / 'values.f32', dtype='<f4', mode='r').reshape(-1, len(names))
    labels = np.fromfile(folder / 'labels.u8', dtype=np.uint8)
    weights = np.fromfile(folder / 'weights.f32', dtype='<f4')
    page = np.fromfile(folder / 'page.i32', dtype='<i4')
    tokens = np.fromfile(folder / 'tokens.i32', dtype='<i4')
    pages = [json.loads(line) for line in open(folder / 'pages.jsonl', encoding='utf-8')]
    return names, x, labels, weights, page, tokens, pages


def renamed(folder, x):
    """The same rows of pages whose names of classes say nothing, or None: of dumps there are none."""
    file = folder / 'renamed.f32'
    return np.memmap(file, dtype='<f4', mode='r').reshape(x.shape) if file.exists() else None


def grow(x, other, labels, weights, rows, seeds, trees=TREES, **more):
    values, truth, weight = x[rows], labels[rows], weights[rows]
    if other is not None:
        values, truth = np.concatenate([values, other[rows]]), np.tile(truth, 2)
        weight = np.concatenate([weight, RENAMED * weight])
    data = lgb.Dataset(values, truth, weight=weight, params={**PARAMETERS, **more})
    return [lgb.train({**PARAMETERS, **more, 'seed': seed}, data, num_boost_round=trees) for seed in seeds]


def probability(boosters, x):
    sums = np.mean([b.predict(x, raw_score=True, num_threads=1) for b in boosters], axis=0)
    return 1 / (1 + np.exp(-sums))


def cut(p, tokens):
    """The threshold where the expected F1 over words is largest, kept within .15 and .75."""
    if len(p) == 0:
        return 0.5
    order = np.argsort(-p, kind='stable')
    mass = p[order] * tokens[order]
    gain = 2 * np.cumsum(mass) / (np.cumsum(tokens[order]) + mass.sum() + 1e-9)
    return float(min(0.75, max(0.15, p[order][int(np.argmax(gain))])))


def write_records(folder, pages, page, p, tokens):
    starts = np.searchsorted(page, np.arange(len(pages) + 1))
    files = {}
    for i, one in enumerate(pages):
        a, b = starts[i], starts[i + 1]
        threshold = cut(p[a:b], tokens[a:b])
        kept = [t for t, q in zip(one['blocks'], p[a:b]) if q >= threshold]
        if one['set'] not in files:
            files[one['set']] = open(folder / (one['set'] + '.jsonl'), 'w', encoding='utf-8')
        files[one['set']].write(json.dumps({'id': one['id'], 'text': '\n\n'.join(kept)}, ensure_ascii=False) + '\n')
    for out in files.values():
        out.close()


def floor_float(value):
    """The largest 32-bit float that is no larger, so that the same rows go left."""
    f = np.float32(value)
    return np.nextafter(f, np.float32(-np.inf)) if float(f) > value else f


def flatten(tree):
    """One tree as lists of inner nodes (feature, threshold, left, right, mean) and leaf values."""
    nodes, leaves = [], []

    def walk(node):
        if 'leaf_value' in node:
            leaves.append(node['leaf_value'])
            return ~(len(leaves) - 1)
        at = len(nodes)
        nodes.append(None)
        left, right = walk(node['left_child']), walk(node['right_child'])
        nodes[at] = (node['split_feature'], floor_float(node['threshold']), left, right, node['internal_value'])
        return at

    walk(tree)
    return nodes, leaves


def write_model(path, boosters, names, odds, summary, day):
    trees = [flatten(t['tree_structure']) for b in boosters for t in b.dump_model()['tree_info']]
    part = 1 / len(boosters)
    with open(path, 'wb') as out:
        def utf(text):
            raw = text.encode('utf-8')
            out.write(struct.pack('>H', len(raw)) + raw)
        out.write(struct.pack('>iI', 0x4350524D, 1))
        utf(day)
        utf(summary)
        out.write(struct.pack('>i', len(names)))
        for name in names:
            utf(name)
        out.write(struct.pack('>i', len(odds) // 9) + odds)
        out.write(struct.pack('>i', len(trees)))
        for nodes, leaves in trees:
            out.write(struct.pack('>HH', len(nodes), len(leaves)))
            for feature, threshold, left, right, mean in nodes:
                out.write(struct.pack('>Hfhhf', feature, threshold, left, right, mean * part))
            out.write(struct.pack(f'>{len(leaves)}f', *(leaf * part for leaf in leaves)))


def one_fold(fold, a, more):
    """Writes the model that never saw a fold and returns what it says of the fold's rows."""
    begun = time.time()
    names, x, labels, weights, page, _, pages = load(a.tables)
    folds = np.array([one['fold'] for one in pages])[page]
    rows = np.flatnonzero((weights > 0) & (folds != fold))
    boosters = grow(x, renamed(a.tables, x), labels, weights, rows, a.seeds, trees=a.trees, **more)
    write_model(a.records / f'fold-{fold}.bin', boosters, names, (a.tables / f'odds-{fold}.bin').read_bytes(),
                f'all but fold {fold}', a.day)
    print(f'fold {fold}: {time.time() - begun:.0f} s', file=sys.stderr)
    return probability(boosters, x[np.flatnonzero(folds == fold)])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('tables', type=Path)
    parser.add_argument('--records', type=Path)
    parser.add_argument('--model', type=Path)
    parser.add_argument('--day', default=time.strftime('%Y-%m-%d'), help='training date to note in the model')
    parser.add_argument('--trees', type=int, default=TREES)
    parser.add_argument('--seeds', nargs='*', type=int, default=SEEDS, help='a model for each, then their mean')
    parser.add_argument('--jobs', type=int, default=2, help='folds to train at a time')
    parser.add_argument('--set', nargs='*', default=[], help='parameters as name=value')
    a = parser.parse_args()
    more = {k: float(v) if '.' in v else int(v) for k, v in (s.split('=') for s in a.set)}
    names, x, labels, weights, page, tokens, pages = load(a.tables)
    folds = np.array([one['fold'] for one in pages])[page]
    used = weights > 0
    if a.records:
        a.records.mkdir(parents=True, exist_ok=True)
    if a.model:
        boosters = grow(x, renamed(a.tables, x), labels, weights, np.flatnonzero(used), a.seeds, trees=a.trees, **more)
        hosts = len({one['host'] for one in pages})
        summary = f'{len(pages)} pages of {hosts} hosts: ' + ', '.join(sorted({one['set'] for one in pages}))
        write_model(a.model, boosters, names, (a.tables / 'odds-5.bin').read_bytes(), summary, a.day)
    if a.records:
        p = np.zeros(len(labels), dtype=np.float32)
        # A process a fold, one thread each: on a busy machine threads wait for each other.
        with ProcessPoolExecutor(a.jobs) as pool:
            for fold, values in enumerate(pool.map(one_fold, range(5), [a] * 5, [more] * 5)):
                p[folds == fold] = values
        np.save(a.records.parent / 'oof.npy', p)
        write_records(a.records, pages, page, p, tokens)


if __name__ == '__main__':
    main()
