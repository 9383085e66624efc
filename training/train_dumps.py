#!/usr/bin/env python3
"""Grows the trees of one stage of the dumps' line model from the tables of DumpExport.

  python3 train_dumps.py OUT STAGE [--models DIR]

Writes OUT/STAGE/oof.f32, what the trees say out of fold, for the next stage; OUT/folds/K/dump-STAGE.bin, the model that
never saw fold K; and DIR/dump-STAGE.bin, that of all dumps.

STAGE is lines, titles or second. See README.md. Needs numpy and lightgbm, in the versions of requirements.txt.
"""
import argparse, json, multiprocessing, time
from pathlib import Path

import lightgbm as lgb
import numpy as np

from train import write_model

PARAMETERS = dict(
    objective='binary', num_leaves=31, min_data_in_leaf=40, lambda_l2=5.0, feature_fraction=0.4, bagging_fraction=0.6,
    bagging_freq=1, max_bin=63, use_missing=False, deterministic=True, force_col_wise=True, num_threads=1, verbosity=-1,
    seed=7)
# Trees and learning rate of each stage.
STAGES = dict(lines=(150, 0.12), titles=(120, 0.08), second=(110, 0.12))
TEXT, TITLE, UNKNOWN = 1, 2, 3


def load(folder):
    names = (folder / 'features.txt').read_text().split()
    x = np.memmap(folder / 'values.f32', dtype='<f4', mode='r').reshape(-1, len(names))
    labels = np.fromfile(folder / 'labels.u8', dtype=np.uint8)
    weights = np.fromfile(folder / 'weights.f32', dtype='<f4')
    page = np.fromfile(folder / 'page.i32', dtype='<i4')
    pages = [json.loads(line) for line in open(folder / 'pages.jsonl', encoding='utf-8')]
    return names, x, labels, weights, page, pages


def targets(stage, folder, labels, weights, page, pages):
    """What a stage learns and how much each row weighs."""
    if stage != 'titles':
        return (labels == TEXT).astype(np.uint8), weights
    # A dump whose headline is unknown teaches nothing; repeats of the headline count as it, but less.
    truth = (labels == TITLE).astype(np.uint8)
    weight = weights.copy()
    starts = np.searchsorted(page, np.arange(len(pages) + 1))
    for p, one in enumerate(pages):
        a, b = starts[p], starts[p + 1]
        lines = [''.join(c for c in t if c.isalnum()).lower() for t in one['blocks']]
        titles = {lines[i] for i in range(b - a) if labels[a + i] == TITLE}
        if not titles:
            # Pages often have a headline in other words than the truth's.
            weight[a:b] *= 0 if one['set'].endswith('-dev') else 1
            continue
        weight[a:b] = weights[a:b].max() * (b - a) ** .5 * .1
        for i in range(b - a):
            if lines[i] in titles and labels[a + i] != TITLE:
                truth[a + i] = 1
                weight[a + i] *= .5
    return truth, weight


def grow(stage, x, truth, weight, rows):
    trees, rate = STAGES[stage]
    parameters = {**PARAMETERS, 'learning_rate': rate}
    return lgb.train(parameters, lgb.Dataset(x[rows], truth[rows], weight=weight[rows], params=parameters), trees)


def fold_model(stage, folder, truth, weight, used, folds, fold):
    """The trees that never saw a fold, as text."""
    return grow(stage, load(folder)[1], truth, weight, np.flatnonzero(used & (folds != fold))).model_to_string()


def save(a, booster, names, fold, folder, summary):
    folder.mkdir(parents=True, exist_ok=True)
    odds = (a.out / a.stage / f'odds-{fold}.bin').read_bytes() if a.stage == 'lines' else b''
    write_model(folder / f'dump-{a.stage}.bin', [booster], names, odds, summary, a.day)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('out', type=Path)
    parser.add_argument('stage', choices=STAGES)
    parser.add_argument('--models', type=Path)
    parser.add_argument('--without', help='a set never to learn from, only to judge by')
    parser.add_argument('--day', default=time.strftime('%Y-%m-%d'), help='training date to note in the model')
    a = parser.parse_args()
    begun = time.time()
    folder = a.out / a.stage
    names, x, labels, weights, page, pages = load(folder)
    folds = np.array([one['fold'] for one in pages])[page]
    truth, weight = targets(a.stage, folder, labels, weights, page, pages)
    used = weight > 0
    if a.without:
        used &= ~np.array([one['set'] == a.without for one in pages])[page]
    p = np.zeros(len(labels), dtype='<f4')
    # The last one, 5, is in no dump: the model of all of them.
    wanted = sorted(set(folds)) + ([5] if a.models else [])
    with multiprocessing.get_context('fork').Pool(2) as pool:
        jobs = [pool.apply_async(fold_model, (a.stage, folder, truth, weight, used, folds, fold)) for fold in wanted]
        boosters = [lgb.Booster(model_str=job.get()) for job in jobs]
    for fold, booster in zip(wanted, boosters):
        if fold == 5:
            continue
        p[folds == fold] = booster.predict(x[folds == fold], num_threads=1)
        save(a, booster, names, fold, a.out / 'folds' / str(fold), f'all but fold {fold}')
    p.tofile(folder / 'oof.f32')
    if a.models:
        booster = boosters[-1]
        sets = sorted({one['set'] for one in pages})
        save(a, booster, names, 5, a.models, f'{len(pages)} dumps: ' + ', '.join(sets))
        gain = sorted(zip(booster.feature_importance('gain'), names), reverse=True)
        total = sum(g for g, _ in gain)
        print(' '.join(f'{n}:{g / total:.3f}' for g, n in gain[:25]))
    print(f'{a.stage}: {time.time() - begun:.0f} s, {len(labels)} lines of {len(pages)} dumps, {len(names)} features')


if __name__ == '__main__':
    main()
