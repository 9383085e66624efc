#!/usr/bin/env python3
"""Finds labels that pages have around their text: mine_phrases.py DATA HELP > mined-phrases.txt

DATA holds the sets of pages with truth, HELP the help pages of an unpacked gnome-user-docs package, by which the
language of a page is told. A label is a line of at most eight words that stands outside of the truth on at least five
hosts of a language, hardly ever inside, and has no name in it: no given name, no word of a host that has it, no network.
Hosts of one domain and hosts that share most of their labels, as the papers of one publisher do, count as one.
Numbers count as {n}. Prints the labels, most frequent first, with the hosts that have them:

  language, label, hosts outside of the truth, hosts inside, hosts of each half outside, in which halves it was mined,
  whether a phrase file has it already

A host's half is the parity of the SHA-256 of its name. Ends with how the labels mined in one half do in the other. The
list is for reading: what is right goes into config/phrases by hand, as certain or as a hint, and the list stays beside
as where it came from.
"""
import argparse, gzip, hashlib, random, re, sys, unicodedata
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

import lxml.etree
import lxml.html

from make_dumps import (HERE, NETWORKS, align, decode, events, fold_space, help_lists, language, pages, phrases, read_help,
                        render, words)

LEAST_HOSTS = 5
# A half has half of the hosts; three of them are about five of all.
LEAST_OF_HALF = 3
# Of the hosts that have a label so many may have it inside of the truth.
MOST_INSIDE = 0.1
LONGEST = 8
# Two hosts that have so much of their labels in common are related.
RELATED = 0.35
TAIL = re.compile(r'\{(title|few|date)\}')


def key(line):
    """How a label is compared: words in small letters, a number as {n}."""
    return ' '.join('{n}' if re.fullmatch(r'[\d.,:]+[km]?', w) else w for w in words(re.sub(r'(\d)[.,:](?=\d)', r'\1', line)))


def half(host):
    return hashlib.sha256(host.encode()).digest()[-1] % 2


def known_phrases(lang):
    """What the phrase files say already: whole labels, and beginnings before a tail."""
    whole, starts = set(), []
    for code in {lang, 'any', 'en'}:
        for _, entries in phrases(HERE.parent / 'config' / 'phrases' / f'{code}.txt'):
            for entry in entries:
                entry = entry.replace('{n}', '0')
                if TAIL.search(entry):
                    starts.append(key(TAIL.split(entry)[0]))
                else:
                    whole.add(key(entry))
    return whole, tuple(s + ' ' for s in starts if s)


def names():
    """Given names of all languages, and names of networks."""
    found = {w for n in NETWORKS for w in words(n) if len(w) > 2 and n not in ('Copy Link', 'Print', 'Email', 'Threads')}
    found |= {'instagram', 'youtube', 'google', 'apple', 'spotify', 'tiktok', 'bluesky', 'mastodon', 'amazon', 'microsoft', 'wordpress'}
    for line in open(HERE.parent / 'config' / 'byline' / 'given-names.txt', encoding='utf-8'):
        if not line.startswith('#'):
            found.update(words(line.split(':', 1)[-1]))
    return found


def counted(data, lists):
    """Hosts by language and label, outside and inside of the truth, how the label is mostly written, hosts by language."""
    hosts = defaultdict(lambda: (set(), set()))
    shapes = defaultdict(lambda: defaultdict(int))
    all_hosts = defaultdict(set)
    for _, _, host, file, body, title in pages(data):
        try:
            root = lxml.html.document_fromstring(re.sub(r'^\s*<\?xml[^>]*\?>', '', decode(gzip.open(file).read())))
        except (lxml.etree.LxmlError, ValueError):
            continue
        top = root.find('.//body')
        if top is None or not body:
            continue
        lines = [line for line, _ in render(events(top), 'blocks', random.Random(0))]
        labels = align(lines, body, title)
        if labels is None:
            continue
        lang = language(' '.join(body), lists)
        all_hosts[lang].add(host)
        for line, label in zip(lines, labels):
            short = key(line)
            if label in ('junk', 'text') and short and len(line) <= 80 and 0 < short.count(' ') + 1 <= LONGEST:
                hosts[lang, short][label == 'text'].add(host)
                shapes[lang, short][re.sub(r'\d[\d.,:]*', '{n}', line)] += 1
    return hosts, shapes, all_hosts


def related(hosts):
    """One name for hosts that belong together, by host."""
    parent = {}

    def find(host):
        while parent.setdefault(host, host) != host:
            host = parent[host]
        return host

    labels, domains = defaultdict(set), defaultdict(list)
    for (lang, short), (outside, _) in hosts.items():
        if 2 <= len(outside) <= 40:
            for host in outside:
                labels[host].add((lang, short))
    every = {h for sides in hosts.values() for side in sides for h in side}
    for host in every:
        domains['.'.join(host.split('.')[-2:])].append(host)
    for domain, members in domains.items():
        if len(domain) > 6:
            for host in members:
                parent[find(host)] = find(members[0])
    shared = Counter(pair for outside, _ in hosts.values() if 2 <= len(outside) <= 40 for pair in combinations(sorted(outside), 2))
    for (one, other), common in shared.items():
        if common >= 10 and common >= RELATED * min(len(labels[one]), len(labels[other])):
            parent[find(one)] = find(other)
    return {host: find(host) for host in every}


def unnamed(short, around, given):
    own = {p for host in around for p in re.split(r'[.-]', host) if len(p) > 3}
    parts = [w for w in short.split() if w != '{n}']
    if not parts or sum(map(len, parts)) < 3 and not re.search(r'[\u3040-\u9fff\uac00-\ud7af]', short):
        return False
    joined = ''.join(parts)
    return not any(w in given or w in own for w in parts) and joined not in own


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('data', type=Path)
    parser.add_argument('help', type=Path)
    a = parser.parse_args()
    hosts, shapes, all_hosts = counted(a.data, help_lists(read_help(a.help)))
    groups, given = related(hosts), names()
    books = {lang: known_phrases(lang) for lang in all_hosts}
    rows, carried = [], [[0, 0, 0, 0], [0, 0, 0, 0]]
    for (lang, short), (outside, inside) in hosts.items():
        if not unnamed(short, outside | inside, given):
            continue
        outside, inside = ({groups[h] for h in side} for side in (outside, inside))
        sides = [({h for h in outside if half(h) == i}, {h for h in inside if half(h) == i}) for i in (0, 1)]
        mined = [len(out) >= LEAST_OF_HALF and len(in_) <= MOST_INSIDE * len(out) for out, in_ in sides]
        whole, starts = books[lang]
        known = key(short) in whole or (short + ' ').startswith(starts)
        for i in (0, 1):
            if mined[i]:
                out, in_ = sides[1 - i]
                carried[i][0] += 1
                carried[i][1] += bool(out)
                carried[i][2] += len(in_) > MOST_INSIDE * max(1, len(out))
                carried[i][3] += known
        if len(outside) >= LEAST_HOSTS and len(inside) <= MOST_INSIDE * len(outside):
            shape = max(shapes[lang, short].items(), key=lambda s: s[1])[0]
            rows.append((lang, -len(outside), shape, len(inside), len(sides[0][0]), len(sides[1][0]),
                         '+'.join('ab'[i] for i in (0, 1) if mined[i]) or '-', 'known' if known else 'new'))
    print('# Made by mine_phrases.py, which says what the columns are. Hosts read: '
          + ', '.join(f'{lang} {len(h)} ({len({groups[x] for x in h if x in groups})} unrelated)' for lang, h in
                      sorted(all_hosts.items(), key=lambda x: -len(x[1])) if len(h) >= LEAST_HOSTS))
    for lang, count, shape, *rest in sorted(rows):
        print(lang, fold_space(shape), -count, *rest, sep='\t')
    for i in (0, 1):
        total, seen, wrong, known = carried[i]
        print(f'# Mined in half {"ab"[i]}: {total} labels; {seen} of them stand outside of the truth in the other half, too, '
              f'{wrong} inside there more often than allowed; the phrase files had {known} already')


if __name__ == '__main__':
    main()
