#!/usr/bin/env python3
"""Makes plain-text dumps with a label for each line, for the line model of dumps.

  python3 make_dumps.py DATA HELP OUT.jsonl [--pages N] [--composed N] [--hand FOLDER]

DATA holds the sets of pages with truth, HELP the help pages of an unpacked gnome-user-docs package (articles with
sub-headings and lists in forty languages). Each output line is one dump: id, set, host, lang, text (the dump),
lines (text and label of each line, in order) and fold, by which it is judged.

Labels: text, title, junk, unknown. Needs lxml, Babel and Faker, in the versions of requirements.txt.
"""
import argparse, gzip, hashlib, json, random, re, sys, unicodedata
from collections import Counter, defaultdict
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import lxml.etree
import lxml.html
from babel.core import UnknownLocaleError
from babel.dates import format_date
from faker import Faker

HERE = Path(__file__).parent
FOLDS = 5
SPACE = re.compile(r'[\s\u200b]+')
CJK = r'\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff'
WORD = re.compile(rf'[{CJK}]|[^\W{CJK}]+')
SENTENCE = re.compile(r'(?<=[.!?。！？।؟])\s*(?=\S)')
FAKER = dict(ar='ar_AA', bg='bg_BG', bn='bn_BD', cs='cs_CZ', da='da_DK', de='de_DE', el='el_GR', en='en_US', es='es_ES',
             fa='fa_IR', fi='fi_FI', fr='fr_FR', he='he_IL', hi='hi_IN', hu='hu_HU', id='id_ID', it='it_IT', ja='ja_JP',
             ko='ko_KR', nl='nl_NL', pl='pl_PL', pt='pt_PT', ro='ro_RO', ru='ru_RU', sr='hr_HR',
             sv='sv_SE', sw='en_GB', th='th_TH', tr='tr_TR', uk='uk_UA', ur='ar_AA', vi='vi_VN',
             zh='zh_CN')

# Whose articles stand in where a language has none: the same script, or the same shape.
STAND_IN = dict(ar='fa', ur='fa', bg='sr', bn='as', sw='id', th='zh')


def words(text):
    return WORD.findall(unicodedata.normalize('NFKC', text).lower())


def fold_space(text):
    return SPACE.sub(' ', text).strip()


def seed(*parts):
    return int(hashlib.md5('/'.join(parts).encode()).hexdigest(), 16)


# ---------------------------------------------------------------- articles

class Article:
    """A headline and paragraphs, each with its sort: text, head, item, verse, row."""

    def __init__(self, lang, host, title, parts, set_='', id_=''):
        self.lang, self.host, self.title, self.parts, self.set, self.id = lang, host, title, parts, set_, id_


def language(text, lists):
    """The language whose function words are most frequent; en where none is."""
    count = Counter(words(text))
    total = sum(count.values()) or 1
    if sum(v for w, v in count.items() if re.match(f'[{CJK}]', w)) > total / 2:
        return 'ja' if re.search(r'[\u3040-\u30ff]', text) else 'zh'
    if re.search(r'[\uac00-\ud7af]{2}', text):
        return 'ko'
    score = {k: sum(count[w] for w in v) / total for k, v in lists.items()}
    best = max(score, key=score.get)
    return best if score[best] > .08 else 'en'


def help_lists(helps):
    """Frequent words of each language of the help pages, those that stand in most pages."""
    lists = {}
    for lang, articles in helps.items():
        count = Counter(w for a in articles for w in set(words(' '.join(p for p, _ in a.parts))) if not w.isdigit())
        lists[lang] = [w for w, _ in count.most_common(60)]
    return lists


def read_help(folder):
    helps = defaultdict(list)
    english = set()
    for place in sorted(folder.iterdir(), key=lambda p: (p.name != 'C', p.name)):
        lang = {'pt_BR': 'pt', 'zh_CN': 'zh', 'C': 'en', 'sr@latin': 'sr'}.get(place.name, place.name)
        if lang not in FAKER and lang not in STAND_IN.values():
            continue
        for file in sorted((place / 'gnome-help').glob('*.page')):
            try:
                root = lxml.etree.parse(str(file)).getroot()
            except lxml.etree.XMLSyntaxError:
                continue
            parts, title = [], None
            for element in root.iter():
                tag = lxml.etree.QName(element).localname if isinstance(element.tag, str) else ''
                above = {lxml.etree.QName(a).localname for a in element.iterancestors()}
                if above & {'info', 'note', 'links', 'table'}:
                    continue
                text = fold_space(''.join(element.itertext())) if tag in ('title', 'p') else ''
                if not text:
                    continue
                if tag == 'title':
                    if title is None:
                        title = text
                    elif not above & {'figure', 'media', 'terms', 'item'}:
                        parts.append((text, 'head'))
                elif tag == 'p':
                    parts.append((text, 'item' if above & {'item', 'steps', 'list'} else 'text'))
            if place.name == 'C':
                english.update([title or '', *(p for p, _ in parts)])
            if lang != 'en':
                parts = [p for p in parts if p[0] not in english]
            if title and sum(len(p) for p, _ in parts) > 300 and (lang == 'en' or title not in english):
                helps[lang].append(Article(lang, 'help-' + file.stem, title, parts, 'help', place.name + '-' + file.stem))
    return helps


# ---------------------------------------------------------------- pages and their truth

BLOCK = set('address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer '
            'form h1 h2 h3 h4 h5 h6 header hr li main nav ol optgroup p pre section summary table tbody td tfoot th '
            'thead tr ul'.split())
PARAGRAPH = set('p h1 h2 h3 h4 h5 h6 blockquote pre table ul ol figure hr dl section article'.split())
HARD = PARAGRAPH | set('tr figcaption form header footer nav main'.split())
CONTROL = ('button', 'option', 'label', 'textarea', 'select')
SKIPPED = set('script style noscript template svg head iframe object video audio canvas math map'.split())
# blocks: each block a line; tight: no blank lines; glued: only hard blocks break, controls stick; lynx: marks of links;
# paragraphs: blank lines round paragraphs; html2text: marks of headings and lists; reader: blank lines round headings.
DUMPERS = ['blocks', 'tight', 'glued', 'lynx', 'paragraphs', 'html2text', 'reader']


def events(root):
    out = []

    def walk(element):
        tag = element.tag.lower() if isinstance(element.tag, str) else ''
        if tag == 'br':
            out.append(('br', tag))
        elif tag == 'img':
            out.append(('img', element.get('alt') or ''))
        elif tag and tag not in SKIPPED:
            sort = 'open' if tag in BLOCK else 'link' if tag == 'a' and element.get('href') else 'control' if tag in CONTROL else ''
            if sort:
                out.append((sort, tag))
            if element.text:
                out.append(('text', element.text))
            for child in element:
                walk(child)
            if tag in BLOCK:
                out.append(('close', tag))
            elif sort == 'control':
                out.append((sort, tag))
        if element.tail:
            out.append(('text', element.tail))

    sys.setrecursionlimit(10000)
    try:
        walk(root)
    except RecursionError:
        return []
    return out


def render(found, dumper, rnd):
    """The lines of a page, each with whether a blank one stands before it."""
    lines, current, gap, link = [], [], 0, 0

    def flush(after):
        nonlocal current, gap
        text = fold_space(''.join(current))
        current = []
        if text.strip('*#- '):
            lines.append((text, gap))
            gap = after
        else:
            gap = max(gap, after)

    for sort, value in found:
        if sort == 'text':
            current.append(value)
        elif sort == 'br':
            flush(0)
        elif sort == 'control':
            current.append('' if dumper == 'glued' else ' ')
        elif sort == 'link' and dumper == 'lynx':
            link += 1
            current.append(f'[{link}]')
        elif sort == 'img' and dumper in ('lynx', 'html2text') and rnd.random() < .3:
            current.append(f'[{value or "INLINE"}]' if dumper == 'lynx' else f'![{value}](image.jpg)')
        elif sort in ('open', 'close'):
            blank = dict(blocks=1, tight=0, paragraphs=value in PARAGRAPH, lynx=value in PARAGRAPH or value == 'div',
                         html2text=value in PARAGRAPH, reader=value in ('p', 'h1', 'h2', 'h3', 'h4'),
                         glued=value in PARAGRAPH)[dumper]
            if dumper != 'glued' or value in HARD:
                flush(int(blank))
            if sort == 'open' and value == 'li' and dumper in ('lynx', 'html2text'):
                current.append('* ')
            if sort == 'open' and dumper == 'html2text' and re.fullmatch('h[1-6]', value):
                current.append('#' * int(value[1]) + ' ')
    flush(0)
    return lines


def align(lines, gold, title):
    """Labels of a page's lines by the truth's tokens, or None where the truth is not found."""
    tokens = [words(re.sub(r'\[\d+\]', '', line)) for line in lines]
    parts = [words(p) for p in gold]
    whole = {' '.join(p) for p in parts if p}
    joined = [w for p in parts for w in p]
    text = ' ' + ' '.join(joined) + ' '
    runs = set(zip(joined, joined[1:], joined[2:]))
    labels = []
    for t in tokens:
        line = ' '.join(t)
        if len(t) >= 8:
            share = sum(r in runs for r in zip(t, t[1:], t[2:])) / (len(t) - 2)
            labels.append('text' if share >= .8 else 'unknown' if share > .25 else 'junk')
        elif not t:
            labels.append('junk')
        elif line in whole:
            labels.append('text')
        else:
            labels.append('unknown' if len(t) >= 3 and f' {line} ' in text else 'junk')
    best = score = start = 0
    span = None
    for i, t in enumerate(tokens):
        value = min(len(t), 60) if labels[i] == 'text' and len(t) >= 8 else 1 if labels[i] == 'text' else -6
        if score <= 0:
            score, start = 0, i
        score += value
        if score > best:
            best, span = score, (start, i + 1)
    if span is None:
        return None
    inside = {' '.join(tokens[i]) for i in range(*span) if labels[i] == 'text'}
    for i in range(len(lines)):
        if labels[i] == 'text' and not span[0] <= i < span[1]:
            labels[i] = 'junk' if len(tokens[i]) < 8 or ' '.join(tokens[i]) in inside else 'unknown'
    kept = sum(len(tokens[i]) for i in range(len(lines)) if labels[i] == 'text')
    if kept < .7 * len(joined) or kept < 40:
        return None
    first = next(i for i in range(*span) if labels[i] == 'text')
    head = words(title or '')
    if head:
        same = [i for i in range(min(len(lines), first + 4)) if tokens[i] == head]
        if same:
            above = [i for i in same if i <= first]
            for i in same:
                labels[i] = 'junk'
            labels[(above or same)[-1]] = 'title'
    return labels


def pages(data):
    """Every page with truth: set, id, host, html, gold paragraphs, title."""
    for set_ in ('wcxb-dev', 'news-dev', 'fundus-dev', 'suites-dev'):
        index = {json.loads(line)['id']: json.loads(line) for line in open(data / set_ / 'index.jsonl', encoding='utf-8')}
        for line in open(data / set_ / 'gold.jsonl', encoding='utf-8'):
            gold = json.loads(line)
            entry = index[gold['id']]
            if set_ == 'wcxb-dev':
                if entry['type'] not in ('article', 'documentation'):
                    continue
                body = (gold['ground_truth'].get('main_content') or '').split('\n')
                title = gold['ground_truth'].get('title')
            else:
                body = [q for p in (gold.get('summary') or []) + gold['body'] for q in p.split('\n')]
                title = gold.get('title')
            if set_ == 'fundus-dev':
                body = [p[1:-1] if p[:1] == '[' and p[-1:] == ']' else p for p in body]
            host = (urlsplit(entry.get('url') or '').hostname or gold['id']).removeprefix('www.')
            yield set_, gold['id'], host, data / set_ / entry['file'], [fold_space(p) for p in body if p.strip()], title


def of_dump(data, entry, gold, lists):
    """A page that came as plain text, with its labels; None where the truth is not found in it."""
    truth = gold['ground_truth']
    body = [fold_space(p) for p in (truth.get('main_content') or '').split('\n') if p.strip()]
    text = gzip.open(data / 'dumps-dev' / entry['file']).read().decode('utf-8', 'replace')
    lines = [fold_space(line) for line in text.split('\n') if line.strip()]
    labels = align(lines, body, fold_space(truth.get('title') or '')) if body else None
    if labels is None or len(lines) > 2500:
        return None
    host = (urlsplit(entry.get('url') or '').hostname or entry['id']).removeprefix('www.')
    return dict(id='dumps-dev-' + entry['id'], set='dumps-dev', host=host, lang=language(' '.join(body), lists), text=text,
                lines=[list(pair) for pair in zip(lines, labels)], fold=seed(host) % FOLDS)


def plain_pages(data, count, lists):
    index = [json.loads(line) for line in open(data / 'dumps-dev' / 'index.jsonl', encoding='utf-8')]
    golds = {json.loads(line)['id']: json.loads(line) for line in open(data / 'dumps-dev' / 'gold.jsonl', encoding='utf-8')}
    for entry in index[:count]:
        made = of_dump(data, entry, golds[entry['id']], lists)
        if made:
            yield made


def decode(raw):
    try:
        return raw.decode('utf-8')
    except UnicodeDecodeError:
        found = re.search(rb'charset=["\']?([\w-]+)', raw[:4000])
        try:
            return raw.decode(found[1].decode() if found else 'cp1252', 'replace')
        except LookupError:
            return raw.decode('cp1252', 'replace')


def of_page(set_, id_, host, file, body, title, count, lists):
    """Dumps of one page, and its article."""
    rnd = random.Random(seed(set_, id_))
    try:
        root = lxml.html.document_fromstring(re.sub(r'^\s*<\?xml[^>]*\?>', '', decode(gzip.open(file).read())))
    except (lxml.etree.LxmlError, ValueError):
        return [], None
    top = root.find('.//body')
    if top is None or not body:
        return [], None
    stated = fold_space(root.findtext('.//title') or '')
    if not title:
        for query in ('//h1//text()', '//meta[@property="og:title"]/@content'):
            found = fold_space(' '.join(root.xpath(query)[:3]))
            title = title or found or None
    title = fold_space(title) if title else None
    lang = language(' '.join(body), lists)
    found = events(top)
    dumps, article = [], None
    for dumper in rnd.sample(DUMPERS, min(len(DUMPERS), count + 1)):
        lines = render(found, dumper, rnd)
        labels = align([line for line, _ in lines], body, title)
        if labels is None:
            continue
        if article is None and dumper not in ('lynx', 'html2text'):
            parts = []
            for (line, _), label in zip(lines, labels):
                short = len(words(line)) <= 12 and not re.search(r'[.!?:。]["»”)]*$', line)
                if label == 'text':
                    parts.append((line, 'head' if short else 'text'))
            if title:
                article = Article(lang, host, title, parts, set_, id_)
        if len(dumps) < count:
            rows = [[line, label, gap] for (line, gap), label in zip(lines, labels)]
            # What is clean already stays as it is.
            rows = [r for r in rows if r[1] in ('title', 'text')] if rnd.random() < .12 else cropped(rows, rnd)
            if stated and rnd.random() < .25 and any(r[1] == 'junk' for r in rows):
                rows.insert(0, [stated, 'title' if title and words(stated) == words(title) and not any(
                    r[1] == 'title' for r in rows) else 'junk', 0])
            dumps.append(finished(dict(id=f'{set_}-{id_}-{dumper}', set=set_, host=host, lang=lang), rows, rnd,
                                  folded=dumper == 'lynx' or rnd.random() < .07))
    return dumps, article


def cropped(rows, rnd):
    """People keep a part of what stands before and after the text."""
    kept = [i for i, row in enumerate(rows) if row[1] in ('text', 'title')]
    low, high = kept[0], kept[-1] + 1
    if rnd.random() < .55:
        before, after = int(rnd.random() ** 2 * 40), int(rnd.random() ** 2 * 45)
        return rows[max(0, low - before):high + after]
    return rows[max(0, low - 400):high + 900]


# ---------------------------------------------------------------- composing

def phrases(file):
    """The categories of a phrase file with their phrases, sure ones and hints; docs/word-files.md has the syntax."""
    category = None
    for line in open(file, encoding='utf-8') if file.exists() else ():
        entry = line.strip()
        if not entry or entry.startswith('#'):
            continue
        if line[0] != ' ':
            key, _, rest = entry.partition(':')
            category, entry = key.split(' ', 1)[1], rest.strip()
        if entry:
            yield category, [entry]


class Words:
    """What stands around articles in one language."""

    def __init__(self, lang, headlines, sentences):
        self.lang, self.headlines, self.sentences = lang, headlines, sentences
        self.fields = defaultdict(list)
        for line in open(HERE / 'dump_words.txt', encoding='utf-8'):
            if not line.startswith('#'):
                code, field, choices = line.rstrip('\n').split('\t')
                if code == lang:
                    self.fields[field] = choices.split('|')
        self.phrases = defaultdict(list)
        for code in (lang, 'any'):
            for category, entries in phrases(HERE.parent / 'config' / 'phrases' / f'{code}.txt'):
                self.phrases[category] += entries
        self.faker = Faker(FAKER[lang])
        self.faker.seed_instance(seed('words', lang))

    def name(self, rnd):
        self.faker.seed_instance(rnd.random())
        name = re.sub(r'^(\S+\.)\s+', '', self.faker.name())
        return name.upper() if rnd.random() < .06 else name

    def town(self, rnd):
        self.faker.seed_instance(rnd.random())
        make = rnd.choice(['city', 'company', 'last_name'])
        return str(getattr(self.faker, make)())

    def date(self, rnd):
        day = date(2012, 1, 1) + timedelta(days=rnd.randrange(5000))
        sort = rnd.choice(['short', 'medium', 'long', 'long', 'full', 'iso', 'dots', 'slash'])
        if sort == 'iso':
            text = day.isoformat()
        elif sort in ('dots', 'slash'):
            text = day.strftime('%d.%m.%Y' if sort == 'dots' else '%d/%m/%Y')
        else:
            try:
                text = format_date(day, sort, locale=self.lang)
            except UnknownLocaleError:
                text = day.isoformat()
        clock = f'{rnd.randrange(24):02d}:{rnd.randrange(60):02d}'
        return rnd.choice([text] * 4 + [f'{text} {clock}', f'{text}, {clock}', f'{text} - {clock}', f'{text} | {clock}'])

    def headline(self, rnd):
        return rnd.choice(self.headlines)

    def fill(self, text, rnd, title=None):
        text = text.replace('{title}', '{t}').replace('{few}', '{c}').replace('{date}', '{d}')
        text = text.replace('{n}', '{N}') if re.search(r'\{n\}', text) and title == 'phrase' else text
        text = re.sub(r'\{N\}|\{0\}', lambda m: rnd.choice([str(rnd.randrange(60)), str(rnd.randrange(2000)), '1,2K', '1.4', '0']), text)
        text = re.sub(r'\{n\}', lambda m: self.name(rnd), text)
        text = re.sub(r'\{c\}', lambda m: self.town(rnd), text)
        text = re.sub(r'\{d\}', lambda m: self.date(rnd), text)
        return re.sub(r'\{t\}', lambda m: title if title and title != 'phrase' else self.headline(rnd), text)

    def field(self, name, rnd, title=None):
        return self.fill(rnd.choice(self.fields[name]), rnd, title) if self.fields[name] else ''

    def phrase(self, category, rnd):
        return self.fill(rnd.choice(self.phrases[category]), rnd, 'phrase') if self.phrases[category] else ''

    def some(self, category, rnd, least=1, most=4):
        return [p for p in (self.phrase(category, rnd) for _ in range(rnd.randint(least, most))) if p]


NETWORKS = ['Facebook', 'Twitter', 'X', 'WhatsApp', 'Telegram', 'LinkedIn', 'Pinterest', 'Reddit', 'Email', 'Messenger', 'Viber', 'VK',
            'Tumblr', 'Copy Link', 'Print', 'Threads']
CODE = ['function toggleMenu(){document.getElementById("m").classList.toggle("on")}', '(adsbygoogle = window.adsbygoogle || []).push({});',
        '.td-post{font-size:14px;color:#222}', 'window.dataLayer = window.dataLayer || [];', '[vc_row][vc_column]', '[ad_1]', '[ad_2]',
        'var s = document.createElement("script");', 'googletag.cmd.push(function() { googletag.display("div-gpt-ad-1"); });']
MARKS = ['⚡️⚡️', '👇👇👇', '▶', '★★★★★', '* * *', '---', '•', '←', '→', '☰', '×', '🔴', '◀ ▶', '👍 12 ❤️ 40', '👁 1.2K', '#1', '...', '0', '1', '12']


class Composer:
    """Puts furniture around an article, as themes do."""

    def __init__(self, own, english, rnd):
        self.own, self.english, self.rnd = own, english, rnd
        self.site = own.town(rnd)
        self.foreign = rnd.random() < .2
        self.sections = [self.section() for _ in range(rnd.randint(4, 9))]

    def w(self):
        return self.english if self.foreign and self.rnd.random() < .5 else self.own

    def section(self):
        rnd = self.rnd
        source = rnd.choice(self.own.headlines)
        parts = [p for p in source.split() if len(p) > 3]
        label = rnd.choice(parts).strip('.,:;«»"“”?!') if parts else source[:4]
        if len(source.split()) == 1:
            start = rnd.randrange(max(1, len(source) - 3))
            label = source[start:start + rnd.randint(2, 4)]
        label = label[:1].upper() + label[1:]
        return label.upper() if rnd.random() < .2 else label

    def cut(self, title):
        rnd = self.rnd
        at = rnd.randint(max(1, len(title) // 2), max(2, len(title) - 3))
        return title[:at].rstrip() + rnd.choice(['…', '...', ' ...', ' […]'])

    def menu(self):
        rnd = self.rnd
        entries = rnd.sample(self.sections, rnd.randint(2, len(self.sections)))
        sort = rnd.random()
        if sort < .35:
            return entries
        return [rnd.choice([' ', ' | ', '', ' · ', ' / ', '\t', ' - ']).join(entries)]

    def trail(self, title):
        rnd = self.rnd
        home = self.w().phrase('breadcrumb', rnd) or 'Home'
        parts = [home, *rnd.sample(self.sections, rnd.randint(1, 2))]
        end = rnd.random()
        if title and end < .3:
            parts.append(title)
        elif title and end < .5:
            parts.append(self.cut(title))
        return [rnd.choice([' » ', ' > ', ' / ', ' › ', '', ' ', '>', ' | ']).join(parts)]

    def ticker(self):
        rnd = self.rnd
        sort = rnd.randrange(4)
        if sort == 0:
            return [f'{self.own.town(rnd)} {rnd.randint(-9, 40)}° / {rnd.randint(-9, 40)}°']
        if sort == 1:
            return [f'{c} {rnd.random() * 90:.2f}' for c in rnd.sample(['USD', 'EUR', 'GBP', 'BTC', 'DAX', 'JPY', 'CHF'], 2)]
        if sort == 2:
            return [f'{rnd.randrange(24):02d}:{rnd.randrange(60):02d} {self.own.headline(rnd)}' for _ in range(rnd.randint(1, 4))]
        return [self.own.headline(rnd) for _ in range(rnd.randint(1, 3))]

    def share(self):
        rnd = self.rnd
        names = rnd.sample(NETWORKS, rnd.randint(2, 6))
        sort = rnd.random()
        lines = [self.w().phrase('share', rnd)] if rnd.random() < .5 else []
        if sort < .35:
            return lines + names
        return lines + [rnd.choice([' ', '', ' | ', '  ']).join(names)]

    def caption(self, article):
        rnd = self.rnd
        about = rnd.choice(article.parts)[0] if article.parts else self.own.headline(rnd)
        about = SENTENCE.split(about)[0]
        tokens = about.split(' ')
        about = ' '.join(tokens[:rnd.randint(4, 14)]).rstrip('.,;:') if len(tokens) > 1 else about[:rnd.randint(8, 24)]
        credit = self.w().field('photo', rnd)
        sort = rnd.random()
        if sort < .3:
            return [credit]
        return [about + rnd.choice(['. ', ' ', ' (', ' / ', ' | ']) + credit] if sort < .85 else [about + '.', credit]

    def thread(self):
        """Comments of readers under their number: names, dates, a sentence or two of other articles."""
        rnd = self.rnd
        lines = self.w().some('comments', rnd, 1, 1)
        for _ in range(rnd.randint(1, 5)):
            if rnd.random() < .7:
                lines.append(self.own.name(rnd) + rnd.choice(['', '', ':', ' ' + self.own.date(rnd)]))
            if rnd.random() < .4:
                lines.append(self.own.date(rnd))
            lines.append(rnd.choice(self.own.sentences))
            lines += self.w().some('comment-form', rnd, 1, 1) if rnd.random() < .3 else []
        return lines

    def labels(self, *names):
        return [x for x in (self.w().field(n, self.rnd) for n in names) if x]

    def items(self, least=1, most=5):
        """Headlines of other articles, with a section, a date or a number beside them."""
        rnd, lines = self.rnd, []
        with_ = rnd.choice(['', '', 'date', 'section', 'both', 'number'])
        for i in range(rnd.randint(least, most)):
            if with_ in ('section', 'both'):
                lines.append(rnd.choice(self.sections))
            lines.append((f'{i + 1}' if with_ == 'number' and rnd.random() < .5 else '') + self.own.headline(rnd))
            if with_ in ('date', 'both'):
                lines.append(self.own.date(rnd))
        return lines

    def before(self, article, title):
        rnd, w = self.rnd, self.w
        makers = [
            (.15, lambda: w().some('consent', rnd, 1, 3)), (.25, lambda: w().some('label', rnd, 1, 3)), (.25, self.menu),
            (.25, lambda: [self.site]), (.15, lambda: [self.own.date(rnd)]), (.15, self.ticker), (.1, self.menu),
            (.12, lambda: w().some('newsletter', rnd, 1, 2)), (.1, lambda: self.items(1, 3)),
            (.05, lambda: [rnd.choice(CODE)]), (.08, lambda: w().some('ad', rnd, 1, 1)), (.3, lambda: self.trail(title)),
            (.1, lambda: [f'{title} {rnd.choice("|-–—·")} {self.site}']), (.08, lambda: [self.cut(title)]), (.1, lambda: [title]),
            (.05, lambda: [f'https://{self.site.lower().split()[0]}.example/{rnd.randrange(9999)}']),
            (.25, lambda: [rnd.choice(self.sections)]), (.08, lambda: [rnd.choice(MARKS)]), (.1, lambda: self.labels('ask')),
            (.05, lambda: self.share()), (.06, lambda: [f'{self.site} - {w().phrase("label", rnd)}'])]
        out = []
        for chance, make in makers:
            if rnd.random() < chance:
                out += make()
        if rnd.random() < .12:
            # A teaser above the article: its own headline, and the beginning of its first paragraph.
            first = article.parts[0][0] if article.parts else ''
            out += [title, self.cut(first[:rnd.randint(60, 200)])] if len(first) > 60 else []
        return out

    def meta(self, article, chance=1.0):
        rnd, w = self.rnd, self.w
        makers = [(.55, lambda: self.labels('by')), (.6, lambda: self.labels('date')), (.25, lambda: self.labels('count')),
                  (.25, self.share), (.12, lambda: [rnd.choice(['A A', 'A+ A-', 'A- A A+', '0', 'Aa', 'অ অ'])]),
                  (.12, lambda: [self.own.name(rnd)]), (.12, lambda: [self.own.date(rnd)]), (.1, lambda: self.labels('date')),
                  (.1, lambda: w().some('label', rnd, 1, 2)), (.1, lambda: [rnd.choice(self.sections)]),
                  (.25, lambda: self.caption(article)), (.1, lambda: self.labels('count')), (.06, lambda: self.labels('ask')),
                  (.05, lambda: w().some('comments', rnd, 1, 1)),
                  (.06, lambda: [rnd.choice([' | ', ' - ', ' · ', ', ', ' ']).join(self.labels('by', 'date'))])]
        out = []
        rnd.shuffle(makers) if rnd.random() < .4 else None
        for odds, make in makers:
            if rnd.random() < odds * chance:
                out += make()
        return out

    def inside(self, article):
        rnd, w = self.rnd, self.w
        return rnd.choice([lambda: w().some('ad', rnd, 1, 1), lambda: self.labels('also'), lambda: self.labels('also'),
                           lambda: self.caption(article), lambda: self.caption(article),
                           lambda: [w().phrase('related', rnd), *self.items(1, 3)], lambda: w().some('newsletter', rnd, 1, 2),
                           lambda: [rnd.choice(CODE)], lambda: self.labels('ask'), lambda: w().some('label', rnd, 1, 1),
                           lambda: [w().phrase('share', rnd)], lambda: [rnd.choice(MARKS)],
                           lambda: [f'pic.twitter.com/{rnd.randrange(10**8)}', f'— {self.own.name(rnd)} (@user{rnd.randrange(99)}) {self.own.date(rnd)}'],
                           ])()

    def after(self, article, title):
        rnd, w = self.rnd, self.w
        makers = [
            (.3, lambda: self.labels('tail')), (.25, self.share), (.12, lambda: self.labels('by')), (.1, lambda: self.labels('date')),
            (.15, lambda: [rnd.choice(['', '#', '', 'Tags: ']) + rnd.choice([' ', ', ', '', ' #']).join(rnd.sample(self.sections, 3))]),
            (.15, lambda: w().some('comments', rnd, 1, 2)), (.12, self.thread), (.25, lambda: [self.own.name(rnd), *self.labels('bio')]),
            (.1, lambda: self.labels('photo')), (.15, lambda: self.labels('ask')), (.1, lambda: [rnd.choice(self.sections)]),
            (.3, lambda: [x for x in (w().phrase('neighbour', rnd), self.own.headline(rnd), w().phrase('neighbour', rnd), self.own.headline(rnd)) if x]),
            (.45, lambda: [w().phrase('related', rnd), *self.items()]), (.2, lambda: [w().phrase('related', rnd), *self.items()]),
            (.3, lambda: w().some('comment-form', rnd, 1, 5)), (.12, lambda: self.items(1, 4)), (.15, lambda: w().some('newsletter', rnd, 1, 3)),
            (.15, lambda: w().some('source-link', rnd, 1, 1)), (.2, lambda: w().some('legal', rnd, 1, 2)), (.15, self.menu),
            (.25, lambda: self.labels('tail')), (.1, lambda: [self.site]), (.08, lambda: [rnd.choice(CODE)]), (.1, lambda: w().some('label', rnd, 1, 3)),
            (.06, lambda: [self.english.fill('The post {t} appeared first on {c}.', rnd, title)]), (.05, lambda: [rnd.choice(MARKS)])]
        out = []
        for chance, make in makers:
            if rnd.random() < chance:
                out += make()
        return out


def short_parts(article, w, rnd):
    """The article with what golds of pages lack: letters, verse, tables, results, lists, one-word sub-headings, questions."""
    parts = [p for p in article.parts if p[1] == 'text'][:rnd.randint(3, 14)]
    spaced = ' ' in ''.join(p for p, _ in parts[:3])

    def piece(low, high):
        source = rnd.choice(article.parts)[0]
        tokens = source.split(' ') if spaced else list(source)
        scale = 1 if spaced else 3
        start = rnd.randrange(max(1, len(tokens) - low * scale))
        text = (' ' if spaced else '').join(tokens[start:start + rnd.randint(low, high) * scale]).strip(' ,;:.()«»"“”。、，')
        return text[:1].upper() + text[1:] if text else w.town(rnd)

    def head():
        return w.field('head', rnd) if rnd.random() < .4 and w.fields['head'] else piece(1, 6)

    def listing():
        mark = rnd.choice(['', '', '- ', '• ', '* ', '– ', '#', 'a'])
        end = rnd.choice(['', '', ';', '.'])
        count = rnd.randint(2, 8)
        low, high = rnd.choice([(1, 3), (2, 6), (4, 12)])
        items = []
        for i in range(count):
            text = piece(low, high)
            if rnd.random() < .3:
                text = f'{rnd.randint(1, 500)} {rnd.choice(["g", "kg", "ml", "l", "€", "%", ""])} {text}'.replace('  ', ' ')
            if end == ';':
                text = text[:1].lower() + text[1:] + (';' if i < count - 1 else '.')
            else:
                text += end
            items.append(({'#': f'{i + 1}. ', 'a': f'{i + 1}) '}.get(mark, mark) + text, 'item'))
        return items

    def table():
        rows = [('\t'.join([piece(1, 2), *rnd.sample(['V', 'D', 'Pts', 'J', 'G', '%', '+/-'], 3)]), 'row')] if rnd.random() < .6 else []
        for i in range(rnd.randint(2, 7)):
            cells = [str(rnd.randrange(30)) for _ in range(3)]
            name = w.town(rnd)
            rows.append((rnd.choice(['\t', ' ', '\t'] if i else ['\t']).join([name, *cells]), 'row'))
        return rows

    def results():
        sep = rnd.choice([', ', ' – ', ' - '])
        return [(rnd.choice([f'{w.town(rnd)} {rnd.randrange(9)}{sep}{w.town(rnd)} {rnd.randrange(9)}',
                             f'{i + 1}. {w.town(rnd)} {rnd.randrange(99)} {rnd.randrange(99)}:{rnd.randrange(99)}',
                             f'{piece(1, 2)}: {rnd.randint(1, 900)}.{rnd.randrange(999):03d}']), 'item') for i in range(rnd.randint(2, 6))]

    def verse():
        return [(piece(3, 7) + rnd.choice(['', ',', '', '.']), 'verse') for _ in range(rnd.randint(3, 9))]

    def talk():
        out = []
        for _ in range(rnd.randint(2, 6)):
            out.append((w.field('q', rnd) if rnd.random() < .6 and w.fields['q'] else piece(3, 9) + '?', 'head'))
            out.append((w.field('a', rnd) if rnd.random() < .5 and w.fields['a'] else piece(5, 30) + '.', 'text'))
        return out

    out = list(parts)
    for _ in range(rnd.choice([0, 1, 1, 2, 3])):
        at = rnd.randint(min(1, len(out)), len(out))
        made = rnd.choice([listing, listing, table, results, verse, talk, lambda: [(head(), 'head')], lambda: [(head(), 'head')],
                           lambda: [(head(), 'head'), *listing()], lambda: [(head(), 'head'), *results()],
                           lambda: [(f'{i + 1}. {piece(2, 7)}.', 'head') for i in range(1)],
                           lambda: [('«' + piece(3, 10) + '».', 'text')],
                           lambda: [(rnd.choice(['P.S. ', 'NB: ', '(', '[1] ']) + piece(4, 12) + '.', 'text')]])()
        out[at:at] = made
    for i in range(len(out) - 1, 0, -1):
        if rnd.random() < .08:
            out.insert(i, (head(), 'head'))
        elif rnd.random() < .08 and out[i][1] == 'text':
            sentences = [s for s in SENTENCE.split(out[i][0]) if s.strip()]
            if len(sentences) > 1:
                out[i:i + 1] = [(sentences[0], 'text'), ((' ' if spaced else '').join(sentences[1:]), 'text')]
    if rnd.random() < .12 and w.fields['sal']:
        out = [(w.field('sal', rnd), 'text'), *out, (w.field('clo', rnd) or w.name(rnd), 'text'), (w.name(rnd), 'text')]
        if rnd.random() < .3:
            out.append(('P.S. ' + piece(3, 9) + '.', 'text'))
    if rnd.random() < .12 and out:
        town = w.town(rnd)
        out[0] = (rnd.choice([f'{town} - ', f'{town.upper()} (AFP) – ', f'({town}, {w.date(rnd)}) ', f'{town}: ', f'{town} — ']) + out[0][0], 'text')
    return [p for p in out if p[0].strip()]


def compose(article, own, english, number):
    rnd = random.Random(seed('composed', article.set, article.id, str(number)))
    composer = Composer(own, english, rnd)
    title = article.title
    if (article.set == 'help' and rnd.random() < .7) or len(title) > 160:
        title = rnd.choice((own.headlines if rnd.random() < .15 else headlines_of(article)[1:]) or [title])
    if title.endswith('.') and rnd.random() < .8:
        title = title.rstrip('.')
    parts = short_parts(article, own, rnd) if rnd.random() < .75 else article.parts[:40]
    if not parts:
        return None
    rows = []

    def junk(lines):
        gap = rnd.random() < .4
        for i, line in enumerate(lines):
            if line.strip():
                rows.append([fold_space(line), 'junk', int(rnd.random() < .1 or (i == 0 and gap))])

    spaced = rnd.random() < .75
    clean = rnd.random() < .06
    if not clean and rnd.random() < .9:
        junk(composer.before(article, title))
    below = rnd.random() < .1 and not clean
    if below:
        junk(composer.meta(article, .5))
    named = clean or rnd.random() < .97
    if named:
        rows.append([title, 'title', 1])
    if not clean:
        junk(composer.meta(article, rnd.choice([.3, .7, 1])))
        if rnd.random() < .05 and len(parts[0][0]) > 80:
            junk([composer.cut(parts[0][0][:rnd.randint(60, 240)]) if rnd.random() < .5 else parts[0][0]])
    chance = rnd.choice([0, 0, .05, .12, .2]) if not clean else 0
    for i, (text, sort) in enumerate(parts):
        tight = sort in ('item', 'row', 'verse') and i and parts[i - 1][1] == sort and rnd.random() < .8
        rows.append([text, 'text', 0 if tight else int(spaced)])
        if i + 1 < len(parts) and rnd.random() < chance:
            at = len(rows)
            junk(composer.inside(article))
            if at < len(rows):
                rows[at][2] = int(spaced)
    if not clean and rnd.random() < .92:
        at = len(rows)
        junk(composer.after(article, title))
        if at < len(rows):
            rows[at][2] = int(spaced)
    entry = dict(id=f'composed-{article.set}-{article.id}-{number}', set='composed', host=article.host, lang=own.lang)
    return finished(entry, rows, rnd, folded=rnd.random() < .06, blanks=rnd.choice(['as', 'as', 'as', 'all', 'none']))


def finished(entry, rows, rnd, folded=False, blanks='as'):
    """The dump as text: glue at some seams, lines folded or not, blank lines or not."""
    rows = [r for r in rows if r[0]]
    glue = rnd.random() < .08
    text = []
    width = rnd.choice([66, 69, 72, 76, 78])
    lines = []
    for i, (line, label, gap) in enumerate(rows):
        joined = False
        if glue and i and rnd.random() < .06 and label == 'junk' and rows[i - 1][1] == 'junk':
            text[-1] += line
            joined = True
        lines.append([line, label])
        if joined:
            continue
        blank = gap if blanks == 'as' else int(blanks == 'all')
        if blank and text:
            text.append('')
        text += wrapped(line, width) if folded else [line]
    entry.update(lines=lines, text='\n'.join(text), fold=seed(entry['host']) % FOLDS)
    return entry


def wrapped(line, width):
    out, current = [], ''
    for word in line.split(' '):
        if current and len(current) + 1 + len(word) > width:
            out.append(current)
            current = word
        else:
            current = f'{current} {word}' if current else word
    return out + [current]


def headlines_of(article):
    """Beginnings of its sentences, as long as headlines are."""
    out = []
    for text, sort in article.parts:
        if sort != 'text':
            continue
        sentence = SENTENCE.split(text)[0]
        tokens = sentence.split(' ')
        if len(tokens) >= 5:
            out.append(' '.join(tokens[:5 + seed(sentence) % 9]).rstrip('.,;:'))
        elif len(sentence) > 12:
            out.append(re.split('[，、。]', sentence)[0][:30])
    return [h for h in out if len(h) > 10]


class Own:
    """A dump written for the training, its lines labelled one by one (dumps/README.md says how)."""

    def __init__(self, file):
        self.name, self.lang = file.stem, file.stem.split('-')[1]
        self.host = 'own-' + self.name
        self.fold = seed(self.host) % FOLDS
        self.rows = []  # a line's pieces [text, label], whether a blank line stands before it, and the physical lines
        gap = 0
        for line in file.read_text('utf-8').split('\n'):
            if not line.strip():
                gap = 1
                continue
            mark, text = line[:1], line[2:]
            if mark in '~=':
                self.rows[-1][2].append((' ' if mark == '~' else '') + text)
            else:
                self.rows.append([{'T': 'title', '+': 'text', '-': 'junk'}[mark], gap, [text]])
            gap = 0

    def pieces(self, row):
        """A row's pieces with their labels; what stands in double brackets is junk."""
        label, _, parts = row
        out = []
        for i, piece in enumerate(re.split(r'\[\[(.*?)\]\]', ''.join(parts))):
            if piece.strip():
                out.append([piece, 'junk' if i % 2 else label])
        return out

    def plain(self):
        text = []
        for _, gap, parts in self.rows:
            if gap and text:
                text.append('')
            for i, part in enumerate(parts):
                part = part.replace('[[', '').replace(']]', '')
                text.append(part.strip() if i and part.startswith(' ') else part)
        return '\n'.join(text)

    def article(self):
        title = next((p[0] for row in self.rows if row[0] == 'title' for p in self.pieces(row) if p[1] == 'title'), None)
        parts = [(fold_space(p[0]), 'text' if len(p[0]) > 60 else 'head') for row in self.rows if row[0] == 'text'
                 for p in self.pieces(row) if p[1] == 'text']
        return Article(self.lang, self.host, title, parts, 'own', self.name) if title and parts else None

    def cut(self):
        """Its lines above the title or the text, between, inside, below, as rows."""
        text = [i for i, row in enumerate(self.rows) if row[0] == 'text']
        title = [i for i, row in enumerate(self.rows) if row[0] == 'title']
        low, high = text[0], text[-1] + 1
        top = title[0] if title and title[0] < low else low
        return self.rows[:top], self.rows[top:low], self.rows[low:high], self.rows[high:]


def of_own(folder, books, mutations):
    """The dumps written for the training as they are, and each changed in many ways."""
    own = [Own(file) for file in sorted(folder.glob('[0-9]*.txt'))]
    for dump in own:
        entry = dict(id=dump.name, set='own', host=dump.host, lang=dump.lang, fold=dump.fold)
        yield dict(entry, text=dump.plain(), lines=[p for row in dump.rows for p in dump.pieces(row)])
        bare = [[piece, label, 1] for row in dump.rows for piece, label in dump.pieces(row) if label != 'junk']
        yield dict(finished(dict(entry, id=f'{dump.name}-bare', set='mutated'), bare, random.Random(1)), fold=dump.fold)
        for number in range(mutations):
            rnd = random.Random(seed('own', dump.name, str(number)))
            made = changed(dump, own, books, rnd)
            yield dict(finished(dict(entry, id=f'{dump.name}-{number}', set='mutated'), made, rnd, folded=rnd.random() < .08,
                                blanks=rnd.choice(['as', 'as', 'all', 'none'])), fold=dump.fold)


def changed(dump, own, books, rnd):
    """Rows [text, label, gap] of a dump with other furniture, less of it, or with a part of the text only."""
    peers = [o for o in own if o.fold == dump.fold and (o.lang == dump.lang or rnd.random() < .15)]
    above, head, text, below = dump.cut()
    above, below = (rnd.choice(peers).cut()[0] if rnd.random() < .4 else above), (rnd.choice(peers).cut()[3] if rnd.random() < .4 else below)
    words = books.get(dump.lang) or books['en']
    composer, article = Composer(words, books['en'], rnd), dump.article()
    if article is None:
        article = Article(dump.lang, dump.host, words.headline(rnd), [(''.join(r[2]), 'text') for r in text[:9]])
    if rnd.random() < .3:
        above = above[rnd.randint(0, len(above)):]
    if rnd.random() < .3:
        below = below[:rnd.randint(0, len(below))]

    def rows(source):
        out = []
        for row in source:
            for i, (piece, label) in enumerate(dump.pieces(row)):
                out.append([fold_space(piece), label, row[1] if i == 0 else 0])
        return out

    def junk(lines):
        return [[fold_space(line), 'junk', int(rnd.random() < .15)] for line in lines if line.strip()]

    start, title, middle, end = rows(above), rows(head), rows(text), rows(below)
    if rnd.random() < .3:
        start = junk(composer.before(article, article.title)) + (start if rnd.random() < .5 else [])
    if rnd.random() < .3:
        end = (end if rnd.random() < .5 else []) + junk(composer.after(article, article.title))
    if rnd.random() < .2:
        title = [r for r in title if r[1] == 'title'] + junk(composer.meta(article))
    if rnd.random() < .25:
        at = rnd.randrange(len(middle))
        if middle[at][1] == 'text':
            middle[at:at] = [[*r[:2], 1] for r in junk(composer.inside(article))]
    if rnd.random() < .3 and len(middle) > 6:
        low = rnd.randrange(len(middle) - 4)
        middle = middle[low:] if rnd.random() < .3 else middle[:low + 4]
        middle = middle if any(r[1] == 'text' for r in middle) else rows(text)
    if rnd.random() < .15:
        start.append([rnd.choice([article.title, composer.cut(article.title), composer.trail(article.title)[0]]), 'junk', 0])
    return start + title + middle + end


def of_hand(folder, number_of_folds=FOLDS):
    """Hand-made dumps: the paragraphs of the gold are sought in the dump in their order."""
    files = sorted(folder.glob('*.gold.txt'))
    for place, file in enumerate(files):
        name = file.name.removesuffix('.gold.txt')
        gold = [p for p in file.read_text('utf-8').split('\n\n') if p.strip()]
        text = (folder / f'{name}.in.txt').read_text('utf-8')
        kept = [(i, c) for i, c in enumerate(text) if c.isalnum()]
        letters = ''.join(c for _, c in kept)
        pure = [''.join(c for c in p if c.isalnum()) for p in gold]
        marks = ['junk'] * len(letters)
        spans = {}
        for i in sorted(range(1, len(gold)), key=lambda i: -len(pure[i])):
            low = max((spans[j][1] for j in spans if j < i), default=0)
            high = min((spans[j][0] for j in spans if j > i), default=len(letters))
            at = whole(letters, kept, text, pure[i], low, high)
            if at >= 0:
                spans[i] = (at, at + len(pure[i]))
        for a, b in spans.values():
            marks[a:b] = ['text'] * (b - a)
        first = min((a for a, _ in spans.values()), default=len(letters))
        found, at = [], whole(letters, kept, text, pure[0], 0, len(letters))
        while at >= 0:
            found.append(at)
            at = whole(letters, kept, text, pure[0], at + 1, len(letters))
        above = [a for a in found if a < first]
        if found:
            a = (above or found)[-1]
            for k in range(a, a + len(pure[0])):
                marks[k] = 'title'
        lines, start = [], 0
        for k in range(1, len(letters) + 1):
            newline = k < len(letters) and '\n' in text[kept[k - 1][0]:kept[k][0]]
            if k == len(letters) or marks[k] != marks[k - 1] or newline:
                lines.append([text[kept[start][0]:kept[k - 1][0] + 1], marks[start]])
                start = k
        yield dict(id=name, set='hand', host='hand-' + name, lang=name.split('-')[1], text=text, lines=lines,
                   fold=place % number_of_folds, gold=gold)


def whole(letters, kept, text, part, low, high):
    """Where {part} stands, at a line's beginning if it does so anywhere; -1 for nowhere."""
    first, at = -1, letters.find(part, low, high)
    while at >= 0:
        first = at if first < 0 else first
        if at == 0 or '\n' in text[kept[at - 1][0]:kept[at][0]]:
            end = at + len(part)
            if end >= len(letters) or '\n' in text[kept[end - 1][0]:kept[end][0]]:
                return at
        at = letters.find(part, at + 1, high)
    return first


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('data', type=Path)
    parser.add_argument('help', type=Path)
    parser.add_argument('out', type=Path)
    parser.add_argument('--pages', type=int, default=1200, help='pages to make dumps of')
    parser.add_argument('--composed', type=int, default=2600, help='dumps to compose, the same number a language')
    parser.add_argument('--plain', type=int, default=793, help='pages of dumps-dev to learn from')
    parser.add_argument('--mutations', type=int, default=8, help='changed dumps of each one that was written by hand')
    parser.add_argument('--hand', type=Path, help='hand-made dumps, to judge by')
    a = parser.parse_args()
    helps = read_help(a.help)
    lists = help_lists(helps)
    articles = defaultdict(list)
    dumps = []
    sources = list(pages(a.data))
    random.Random(1).shuffle(sources)
    sources.sort(key=lambda s: s[0] == 'wcxb-dev')
    for source in sources[:a.pages]:
        made, article = of_page(*source, 1 if source[0] == 'wcxb-dev' else 2, lists)
        dumps += made
        if article and article.lang in FAKER and len(article.parts) >= 3:
            articles[article.lang].append(article)
    for file in sorted((HERE / 'dumps').glob('[0-9]*.txt')):
        article = Own(file).article()
        if article and article.lang in FAKER:
            articles[article.lang] += [article] * 3
    books, pools = {}, {}
    for lang in FAKER:
        source = lang if len(articles[lang] + helps.get(lang, [])) > 20 else STAND_IN.get(lang, 'en')
        pool = articles[source] + helps.get(source, [])
        pools[lang] = articles[source], helps.get(source) or articles[source]
        headlines = [x.title for x in articles[lang] if len(x.title) < 140] + [h for x in pool[:250] for h in headlines_of(x)[:4]]
        headlines += [x.title for x in helps.get(lang, [])[:30]]
        sentences = [p for x in pool[-250:] for p, sort in x.parts[1:4] if sort == 'text' and len(p) < 300]
        books[lang] = Words(lang, headlines, sentences or headlines)
    langs = sorted(FAKER)
    for i in range(a.composed):
        lang = langs[i % len(langs)]
        rnd = random.Random(seed('pick', str(i)))
        read, help_pages = pools[lang]
        pool = read if read and rnd.random() < (.75 if len(read) > 15 else .35) else help_pages
        made = compose(rnd.choice(pool), books[lang], books['en'], i)
        if made:
            dumps.append(made)
    dumps += list(plain_pages(a.data, a.plain, lists))
    dumps += list(of_own(HERE / 'dumps', books, a.mutations))
    if a.hand:
        dumps += list(of_hand(a.hand))
    with open(a.out, 'w', encoding='utf-8') as out:
        for dump in dumps:
            out.write(json.dumps(dump, ensure_ascii=False) + '\n')
    print(len(dumps), 'dumps', Counter(d['set'] for d in dumps), Counter(d['lang'] for d in dumps).most_common(40))


if __name__ == '__main__':
    main()
