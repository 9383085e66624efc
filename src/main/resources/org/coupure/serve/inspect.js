// A page as it was, beside its blocks with their verdicts.
import { foreign, h, say } from './dom.js';
import { language, number, percent, t } from './texts.js';
import { inspect } from './api.js';
import { teachPanel } from './teach.js';

/** Blocks are put into the list so many at a time, so that long pages can be used at once. */
const STEP = 400;

export function inspectView() {
  const result = h('div', { id: 'result' });
  const url = h('input', { id: 'url', type: 'url', inputmode: 'url', placeholder: 'https://…', autocomplete: 'off' });
  const html = h('textarea', { id: 'html', rows: 3, spellcheck: 'false', placeholder: t('htmlHint') });
  const file = h('input', { id: 'file', type: 'file' });
  const button = h('button', { class: 'primary' }, t('inspect'));
  let dropped = null;

  async function look(body, type) {
    say(t('looking'));
    button.disabled = true;
    try {
      const seen = await inspect(body, type, url.value.trim(), language);
      result.replaceChildren(...shown(seen));
      say(t('looked', { blocks: number(seen.blocks.length) }));
      result.querySelector('h2')?.focus();
    } catch (error) {
      result.replaceChildren(h('p', { class: 'card error', role: 'alert' }, error.message));
      say('');
    } finally {
      button.disabled = false;
    }
  }

  const chosen = () => dropped || file.files[0];
  const form = h(
    'form',
    {
      class: 'card ask',
      submit: (event) => {
        event.preventDefault();
        const body = html.value.trim() ? html.value : chosen();
        if (!body && !url.value.trim()) {
          say(t('nothing'));
          url.focus();
          return;
        }
        look(body || undefined, typeof body === 'string' ? 'text/html; charset=utf-8' : 'application/octet-stream');
      },
      dragover: (event) => {
        event.preventDefault();
        form.classList.add('over');
      },
      dragleave: () => form.classList.remove('over'),
      drop: (event) => {
        event.preventDefault();
        form.classList.remove('over');
        dropped = event.dataTransfer.files[0] || null;
        if (dropped) {
          html.value = '';
          look(dropped, 'application/octet-stream');
        }
      },
    },
    h('h1', {}, t('inspectTitle')),
    h('p', { class: 'hint' }, t('inspectHint')),
    h('div', { class: 'fields' },
      h('p', {}, h('label', { for: 'url' }, t('url')), url),
      h('p', {}, h('label', { for: 'file' }, t('file')), file),
      h('p', { class: 'wide' }, h('label', { for: 'html' }, t('html')), html)),
    h('p', {}, button),
  );
  file.addEventListener('change', () => (dropped = null));
  return h('div', { class: 'inspect' }, form, result);
}

function shown(seen) {
  const list = h('ol', { class: 'blocks', 'aria-label': t('blocks') });
  const frame = h('iframe', {
    class: 'frame',
    title: t('asItWas'),
    sandbox: 'allow-same-origin',
    referrerpolicy: 'no-referrer',
    src: `/v1/snapshots/${seen.snapshot}`,
  });
  const teach = teachPanel(seen);
  const view = { seen, list, frame, teach, chosen: -1 };
  frame.addEventListener('load', () => link(view));
  fill(view);
  return [
    summary(seen),
    fields(view),
    h('section', { class: 'pair', 'aria-label': t('pageAndBlocks') },
      h('div', { class: 'page card' },
        h('h3', {}, t('asItWas')),
        h('p', { class: 'legend' },
          h('span', { class: 'keep' }, t('as.keep')), ' ',
          h('span', { class: 'drop' }, t('as.drop')), ' ',
          h('span', { class: 'field' }, t('as.field'))),
        frame),
      h('div', { class: 'card side' }, h('h3', {}, t('blocks')), filters(view), list)),
    teach.element,
  ];
}

function summary(seen) {
  const quality = seen.quality || { flags: [], words: 0, confidence: 0, sentence: '' };
  const kept = seen.blocks.filter((block) => block.as === 'keep').length;
  return h('section', { class: 'card summary', 'aria-labelledby': 'outcome' },
    h('h2', { id: 'outcome', tabindex: '-1' }, t(`outcome.${seen.outcome}`)),
    seen.detail ? foreign('p', seen.detail) : null,
    h('dl', {},
      pair(t('kind'), seen.kind || '–'),
      pair(t('words'), number(quality.words)),
      pair(t('kept'), t('of', { part: number(kept), all: number(seen.blocks.length) })),
      pair(t('confidence'), h('span', {},
        h('meter', { min: 0, max: 1, low: 0.5, high: 0.9, optimum: 1, value: quality.confidence, 'aria-label': t('confidence') }),
        ` ${percent(quality.confidence)}`)),
      seen.rule ? pair(t('rule'), seen.rule) : null),
    h('p', { class: 'hint' }, quality.sentence),
    quality.flags.length
      ? h('ul', { class: 'flags' }, quality.flags.map((one) => h('li', {}, h('b', {}, one.flag), ` ${one.sentence}`)))
      : null);
}

const pair = (name, value) => h('div', {}, h('dt', {}, name), h('dd', {}, value));

function fields(view) {
  const rows = (view.seen.fields || []).map((field) =>
    h('tr', {},
      h('th', { scope: 'row' }, field.name),
      foreign('td', field.value),
      h('td', {},
        field.from || '',
        field.place ? foreign('code', ` ${field.place}`) : null,
        field.blocks.map((index) =>
          h('button', { type: 'button', class: 'link', click: () => choose(view, index, true) }, t('show')))),
      foreign('td', field.raw || '', { class: 'foreign raw' })));
  return h('details', { class: 'card', open: true },
    h('summary', {}, h('h3', {}, t('fields'))),
    h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': t('fields') },
      h('table', {},
        h('thead', {}, h('tr', {}, ['field', 'value', 'from', 'raw'].map((key) => h('th', { scope: 'col' }, t(key))))),
        h('tbody', {}, rows))));
}

function filters(view) {
  const as = h('select', { id: 'as' }, ['all', 'keep', 'drop', 'field'].map((key) => h('option', { value: key }, t(`as.${key}`))));
  const by = h('select', { id: 'by' },
    h('option', { value: '' }, t('anybody')),
    [...new Set(view.seen.blocks.map((block) => block.by))].sort().map((name) => h('option', { value: name }, t(`by.${name}`))));
  const words = h('input', { id: 'words', type: 'search' });
  const change = () => {
    view.filter = (block) =>
      (as.value === 'all' || block.as === as.value)
      && (!by.value || block.by === by.value)
      && (!words.value || block.text.toLowerCase().includes(words.value.toLowerCase()));
    fill(view);
  };
  [as, by, words].forEach((field) => field.addEventListener('input', change));
  return h('div', { class: 'filters' },
    h('label', { for: 'as' }, t('verdict')), as,
    h('label', { for: 'by' }, t('decider')), by,
    h('label', { for: 'words' }, t('find')), words);
}

/** Puts the blocks that pass the filter into the list, a part now and the rest as it goes. */
function fill(view) {
  const wanted = view.seen.blocks.map((block, index) => ({ block, index })).filter((one) => !view.filter || view.filter(one.block));
  const run = (view.run = {});
  view.items = new Map();
  view.list.replaceChildren();
  const add = (from) => {
    if (view.run !== run) {
      return;
    }
    const part = wanted.slice(from, from + STEP).map((one) => item(view, one.block, one.index));
    view.list.append(...part);
    if (from + STEP < wanted.length) {
      setTimeout(() => add(from + STEP));
    }
  };
  add(0);
  if (!wanted.length) {
    view.list.append(h('li', { class: 'hint' }, t('noBlocks')));
  }
}

function item(view, block, index) {
  const head = h('button', {
    type: 'button',
    class: 'head',
    'aria-expanded': 'false',
    click: () => choose(view, index, true),
    keydown: (event) => move(event),
  },
  h('span', { class: 'mark' }, t(`as.${block.as}`)),
  h('span', { class: 'who' }, t(`by.${block.by}`)));
  const element = h('li', { class: `block ${block.as}`, 'data-index': index },
    head,
    foreign('p', block.text, { class: 'foreign text' }),
    h('p', { class: 'reason' }, block.sentence));
  element.addEventListener('mouseenter', () => light(view, index));
  view.items.set(index, element);
  return element;
}

/** Arrows go from block to block. */
function move(event) {
  const step = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' }[event.key];
  const next = step && event.target.closest('li')[step];
  if (next?.querySelector('.head')) {
    event.preventDefault();
    next.querySelector('.head').focus();
  }
}

function choose(view, index, scroll) {
  const before = view.items.get(view.chosen);
  before?.classList.remove('on');
  before?.querySelector('.head').setAttribute('aria-expanded', 'false');
  before?.querySelector('.more')?.remove();
  let element = view.items.get(index);
  if (!element) {
    // Its part of the list is not there yet, or filtered out.
    element = item(view, view.seen.blocks[index], index);
    view.list.prepend(element);
  }
  view.chosen = index;
  element.classList.add('on');
  element.querySelector('.head').setAttribute('aria-expanded', 'true');
  element.append(more(view, view.seen.blocks[index], index));
  light(view, index, scroll);
  element.scrollIntoView({ block: 'nearest' });
  if (scroll) {
    element.querySelector('.head').focus({ preventScroll: true });
  }
}

function more(view, block, index) {
  return h('div', { class: 'more' },
    block.where ? h('p', {}, foreign('code', block.where)) : null,
    block.others.length
      ? h('div', {}, h('p', {}, t('others')), h('ul', {}, block.others.map((other) => h('li', {}, other))))
      : null,
    h('details', {}, h('summary', {}, t('numbers')), foreign('code', block.why)),
    h('p', { class: 'teach' }, t('thisIs'), ' ',
      ['junk', 'text', 'title', 'authors', 'published'].map((as) =>
        h('button', { type: 'button', 'data-as': as, click: () => view.teach.mark(index, as) }, t(`mark.${as}`)))));
}

const inFrame = (view, index) => view.frame.contentDocument?.querySelector(`[data-coupure~="${index}"]`);

function light(view, index, scroll) {
  view.lit?.classList.remove('coupure-on');
  view.lit = inFrame(view, index);
  view.lit?.classList.add('coupure-on');
  if (scroll) {
    view.lit?.scrollIntoView({ block: 'center' });
  }
}

/** Lets the page that is shown say which block the pointer is at. It runs no scripts of its own. */
function link(view) {
  const page = view.frame.contentDocument;
  if (!page) {
    return;
  }
  const indexOf = (event) => {
    const element = event.target.closest?.('[data-coupure]');
    return element ? Number(element.dataset.coupure.split(' ')[0]) : -1;
  };
  page.addEventListener('mouseover', (event) => {
    const index = indexOf(event);
    if (index >= 0 && view.chosen !== index) {
      light(view, index);
    }
  });
  page.addEventListener('click', (event) => {
    event.preventDefault();
    const index = indexOf(event);
    if (index >= 0) {
      choose(view, index, false);
    }
  });
}
