#!/usr/bin/env python3
"""How dumps that were written by hand come out, by language: dump_languages.py DUMPS.jsonl RECORDS.jsonl

DUMPS is what make_dumps.py wrote, RECORDS what DumpFigures made of it out of fold. Prints a table for each of the sets
`hand` and `own`: how many dumps are exact, paragraphs of the text that are lost, lines of junk that are kept, titles that
are right.
"""
import json, sys
from collections import Counter, defaultdict


def norm(text):
    return ' '.join((text or '').split())


def gold(dump):
    """The title and the paragraphs that should be left."""
    if 'gold' in dump:
        return [norm(p) for p in dump['gold']]
    title = next((norm(t) for t, label in dump['lines'] if label == 'title'), '')
    return [title] + [norm(t) for t, label in dump['lines'] if label == 'text']


def main():
    records = {r['id']: r for r in map(json.loads, open(sys.argv[2], encoding='utf-8'))}
    tables = {'hand': defaultdict(Counter), 'own': defaultdict(Counter)}
    for dump in map(json.loads, open(sys.argv[1], encoding='utf-8')):
        record = records.get(dump['id'])
        if record is None or dump['set'] not in tables:
            continue
        title, *want = gold(dump)
        have = [norm(p) for p in (record['text'] or '').split('\n') if p.strip()]
        right = norm(record['title']) == title
        counts = dict(dumps=1, exact=int(right and want == have), lost=(Counter(want) - Counter(have)).total(),
                      kept=(Counter(have) - Counter(want)).total(), titles=int(right))
        for lang in (dump['lang'], 'all'):
            tables[dump['set']][lang].update(counts)
        if '-v' in sys.argv and not counts['exact']:
            print(dump['set'], dump['id'], 'title ' + repr(record['title']) if not right else '',
                  *[f'\n   lost {p[:100]}' for p in (Counter(want) - Counter(have)).elements()],
                  *[f'\n   kept {p[:100]}' for p in (Counter(have) - Counter(want)).elements()])
    for set_, table in tables.items():
        print(f'\n{set_}, out of fold\n| language | dumps | exact | lost | kept | titles |\n|---|---|---|---|---|---|')
        for lang in sorted(table, key=lambda k: (k == 'all', k)):
            print(f'| {lang} |', ' | '.join(str(table[lang][k]) for k in ('dumps', 'exact', 'lost', 'kept', 'titles')), '|')


if __name__ == '__main__':
    main()
