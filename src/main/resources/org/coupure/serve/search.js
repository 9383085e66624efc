// The records of the store: found by words, narrowed by facets, with their revisions.
import { foreign, h, say } from './dom.js';
import { language, number, percent, t } from './texts.js';
import { json } from './api.js';

const FACETS = ['site', 'subject', 'language', 'outcome', 'day'];

export function searchView() {
  const q = h('input', { id: 'q', type: 'search', autocomplete: 'off' });
  const since = h('input', { id: 'since', type: 'date' });
  const until = h('input', { id: 'until', type: 'date' });
  const facets = h('aside', { class: 'card', 'aria-label': t('narrow') });
  const hits = h('div', { class: 'hits' });
  const narrowed = new Map();
  let records = [];

  const query = (max) => {
    const asked = new URLSearchParams({ max, facets: 'true' });
    for (const [name, value] of [['q', q.value.trim()], ['since', since.value], ['until', until.value], ...narrowed]) {
      if (value && name !== 'outcome') {
        asked.set(name, value);
      }
    }
    return `/v1/search?${asked}`;
  };

  async function search() {
    say(t('searching'));
    try {
      const found = await json(query(50));
      records = found.records.filter((one) => !narrowed.has('outcome') || one.outcome === narrowed.get('outcome'));
      const count = number(found.count) + (found.more ? '+' : '');
      hits.replaceChildren(
        h('p', { class: 'hint' }, t('found', { count }), ' ',
          h('button', { type: 'button', class: 'link', click: download }, t('export'))),
        ...records.map(hit));
      facets.replaceChildren(h('h2', {}, t('narrow')),
        ...FACETS.filter((name) => found.facets[name].length).map((name) => facet(name, found.facets[name])));
      say(t('found', { count }));
    } catch (error) {
      hits.replaceChildren(h('p', { class: 'card error', role: 'alert' }, error.message));
      say('');
    }
  }

  function facet(name, values) {
    const chosen = narrowed.get(name);
    return h('details', { open: name !== 'day' },
      h('summary', {}, t(`facet.${name}`)),
      h('ul', { class: 'facet' }, values.map((one) =>
        h('li', {}, h('button', {
          type: 'button',
          class: 'link',
          'aria-pressed': String(one.value === chosen),
          click: () => {
            if (one.value === chosen) {
              narrowed.delete(name);
            } else if (name === 'day') {
              since.value = until.value = one.value;
            } else {
              narrowed.set(name, one.value);
            }
            search();
          },
        }, foreign('span', one.value || t('unknown'))), ` ${number(one.records)}`))));
  }

  function download() {
    const lines = records.map((one) => JSON.stringify({ ...one, title: plain(one.title), snippet: plain(one.snippet) }));
    const link = h('a', { href: URL.createObjectURL(new Blob([lines.join('\n')])), download: 'found.jsonl' });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  const form = h('form', {
    class: 'card ask',
    role: 'search',
    submit: (event) => {
      event.preventDefault();
      search();
    },
  },
  h('h1', {}, t('searchTitle')),
  h('p', { class: 'hint' }, t('searchHint')),
  h('div', { class: 'fields' },
    h('p', { class: 'wide' }, h('label', { for: 'q' }, t('words')), q),
    h('p', {}, h('label', { for: 'since' }, t('since')), since),
    h('p', {}, h('label', { for: 'until' }, t('until')), until)),
  h('button', { class: 'primary' }, t('search')));
  search();
  return h('div', {}, form, h('div', { class: 'found' }, facets, hits));
}

const plain = (pieces) => pieces.map((piece) => piece.text).join('');

const marked = (pieces) => pieces.map((piece) => (piece.found ? h('mark', {}, piece.text) : piece.text));

function day(text) {
  const time = text && new Date(text);
  return time && !Number.isNaN(time.valueOf()) ? new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(time) : '';
}

function hit(one) {
  const more = h('div', { class: 'more' });
  return h('article', { class: 'card' },
    h('h2', { dir: 'auto' }, marked(one.title).length ? marked(one.title) : t('untitled')),
    h('p', { class: 'hint' }, [one.site, day(one.published), one.language, t(`outcome.${one.outcome}`), percent(one.confidence)].filter(Boolean).join(' · ')),
    h('p', { dir: 'auto', class: 'foreign' }, marked(one.snippet)),
    one.url ? foreign('p', one.url, { class: 'foreign hint' }) : null,
    h('button', { type: 'button', click: () => show(one.id, more) }, t('showRecord')),
    more);
}

async function show(id, place) {
  try {
    const found = await json(`/v1/records/${encodeURIComponent(id)}`);
    place.replaceChildren(
      ...found.record.body.map((passage) => foreign(passage.kind === 'heading' ? 'h3' : 'p', passage.text)),
      ...found.revisions.filter((one) => one.lines.length).map((one) =>
        h('details', {}, h('summary', {}, t('revision', { time: day(one.captured) || '–' })),
          h('div', { class: 'revision' }, one.lines.map((line) =>
            foreign({ gone: 'del', new: 'ins' }[line.kind] || 'p', line.text, { class: 'foreign line' }))))));
  } catch (error) {
    place.replaceChildren(h('p', { class: 'error', role: 'alert' }, error.message));
  }
}
