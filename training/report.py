#!/usr/bin/env python3
"""What a training changed: figures out of fold and the model itself, against those committed.

  python3 report.py OUT SCORER BEFORE AFTER     prints a table and rewrites figures.json beside this file

OUT is what training/train filled (records of each set, tables/pages.jsonl), SCORER the sets' scoring program,
BEFORE and AFTER the two model files. A spread is the lowest and the highest mean over the five folds.
"""
import json, struct, subprocess, sys
from pathlib import Path

FIGURES = Path(__file__).with_name('figures.json')
SETS = 'wcxb-dev traf-dev fundus-dev news-dev'.split()


def head(path):
    """Day, summary, features, trees and size of a model file."""
    raw = path.read_bytes()
    at = 8

    def utf():
        nonlocal at
        length = struct.unpack_from('>H', raw, at)[0]
        at += 2 + length
        return raw[at - length:at].decode('utf-8')

    def number():
        nonlocal at
        at += 4
        return struct.unpack_from('>i', raw, at - 4)[0]

    day, summary = utf(), utf()
    features = [utf() for _ in range(number())]
    odds = number()
    at += 9 * odds
    return dict(day=day, summary=summary, features=features, trees=number(), bytes=len(raw))


def figures(out, scorer):
    """The mean of each set, by the scorer, and of each fold."""
    folds = {}
    for line in open(out / 'tables' / 'pages.jsonl', encoding='utf-8'):
        page = json.loads(line)
        folds[page['set'], page['id']] = page['fold']
    found = {}
    for name in SETS:
        told = subprocess.run([sys.executable, scorer, name, out / (name + '.jsonl'), '--json'],
                              check=True, capture_output=True, text=True)
        scores = json.loads(told.stdout)
        found[name] = spread(scores['metrics']['f1'], scores['pages'], folds, name)
        if len(scores['by_type']) > 1 and 'article' in scores['by_type']:
            articles = {k: v for k, v in scores['pages'].items() if v['type'] == 'article'}
            found[name + ' articles'] = spread(scores['by_type']['article']['f1'], articles, folds, name)
    return found


def spread(f1, pages, folds, name):
    means = []
    for fold in range(5):
        own = [page['f1'] for id_, page in pages.items() if folds.get((name, id_)) == fold]
        means += [sum(own) / len(own)] if own else []
    return dict(f1=round(f1, 4), least=round(min(means), 3), most=round(max(means), 3))


def main():
    out, scorer, before, after = (Path(a) for a in sys.argv[1:5])
    old = json.loads(FIGURES.read_text()) if FIGURES.exists() else {}
    new = figures(out, scorer)
    print(f'{"set":18} {"before":>7} {"now":>7} {"change":>8}  spread over folds')
    for name, now in new.items():
        was = old.get(name, {}).get('f1')
        change = '' if was is None else f'{now["f1"] - was:+.4f}'
        print(f'{name:18} {was or "":>7} {now["f1"]:7.4f} {change:>8}  {now["least"]:.3f} to {now["most"]:.3f}')
    a, b = head(before), head(after)
    for key in ('day', 'summary', 'trees', 'bytes'):
        print(f'{key:12} {a[key]} -> {b[key]}')
    print(f'{"features":12} {len(a["features"])} -> {len(b["features"])}')
    for sign, these, those in (('-', a, b), ('+', b, a)):
        names = [n for n in these['features'] if n not in those['features']]
        if names:
            print(' ', sign, ' '.join(names))
    FIGURES.write_text(json.dumps(new, indent=1) + '\n')


if __name__ == '__main__':
    main()
