// A rule that grows from marks, with what it changes on this page and on the stored ones.
import { foreign, h, say } from './dom.js';
import { language, number, t } from './texts.js';
import { post, put } from './api.js';

export function teachPanel(seen) {
  const marks = new Map();
  const list = h('ul', { class: 'marks' });
  const name = h('input', { id: 'name', pattern: '[a-z0-9][a-z0-9.-]*', autocomplete: 'off', spellcheck: 'false' });
  const rule = h('textarea', { id: 'rule', rows: 14, spellcheck: 'false', class: 'code' });
  const effect = h('div', { class: 'effect', 'aria-live': 'polite' });
  let named = false;
  name.addEventListener('input', () => (named = true));

  const attempt = async (work) => {
    try {
      await work();
    } catch (error) {
      effect.replaceChildren(h('p', { class: 'error', role: 'alert' }, error.message));
    }
  };

  const tryOut = () =>
    attempt(async () => {
      say(t('trying'));
      const tried = await post('/v1/rules/try', {
        rule: rule.value, name: name.value || 'draft', snapshot: seen.snapshot, stored: true, lang: language,
      });
      effect.replaceChildren(...result(tried));
      say(t('tried'));
    });

  const learn = () =>
    attempt(async () => {
      const asked = {
        snapshot: seen.snapshot,
        name: named ? name.value : '',
        marks: [...marks].map(([block, as]) => ({ block, as })),
      };
      const learned = await post('/v1/rules/learn', asked);
      name.value = learned.name;
      rule.value = learned.rule;
      await tryOut();
    });

  const save = () =>
    attempt(async () => {
      const saved = await put(`/v1/rules/${encodeURIComponent(name.value)}`, { rule: rule.value, snapshot: seen.snapshot });
      effect.prepend(h('p', { class: 'good', role: 'status' }, t('saved', { file: saved.saved })));
    });

  const download = () => {
    const link = h('a', {
      href: URL.createObjectURL(new Blob([rule.value], { type: 'application/yaml' })),
      download: `${name.value || 'rule'}.yaml`,
    });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  const element = h('section', { class: 'card teachPanel', hidden: true, 'aria-labelledby': 'teach' },
    h('h2', { id: 'teach' }, t('teach')),
    h('p', { class: 'hint' }, t('teachHint')),
    list,
    h('div', { class: 'pair' },
      h('div', {},
        h('p', {}, h('label', { for: 'name' }, t('ruleName')), name),
        h('p', {}, h('label', { for: 'rule' }, t('ruleText')), rule),
        h('p', { class: 'buttons' },
          h('button', { type: 'button', click: tryOut }, t('try')),
          h('button', { type: 'button', class: 'primary', click: save }, t('save')),
          h('button', { type: 'button', click: download }, t('download')))),
      effect));

  function showMarks() {
    list.replaceChildren(...[...marks].map(([index, as]) =>
      h('li', {},
        h('b', {}, t(`mark.${as}`)), ' ',
        foreign('span', seen.blocks[index].text.slice(0, 80)), ' ',
        h('button', {
          type: 'button',
          class: 'link',
          'aria-label': t('unmark', { text: seen.blocks[index].text.slice(0, 30) }),
          click: () => {
            marks.delete(index);
            showMarks();
            if (marks.size) {
              learn();
            }
          },
        }, '×'))));
  }

  return {
    element,
    mark(index, as) {
      marks.set(index, as);
      element.hidden = false;
      showMarks();
      learn();
      element.scrollIntoView({ block: 'nearest' });
    },
  };
}

function result(tried) {
  if (tried.mistakes.length) {
    return [h('ul', { class: 'error' }, tried.mistakes.map((one) => h('li', {}, foreign('code', one))))];
  }
  const parts = [h('p', { class: tried.worse ? 'error' : 'good' },
    t('effect', { changed: number(tried.changed), tried: number(tried.tried), worse: number(tried.worse) }))];
  for (const page of tried.pages.filter((one) => !one.same).slice(0, 20)) {
    parts.push(h('details', { open: page === tried.pages[0] },
      h('summary', {},
        page.worse ? h('b', { class: 'error' }, `${t('worse')} `) : null,
        foreign('span', page.url || page.source),
        ` ${t('wordsChange', { before: number(page.wordsBefore), after: number(page.wordsAfter) })}`),
      page.detail ? foreign('p', page.detail) : null,
      h('ul', { class: 'changes' },
        page.blocks.map((block) => h('li', {}, foreign(block.new ? 'ins' : 'del', block.text))),
        page.fields.map((field) => h('li', {}, `${field.name}: `, foreign('del', field.before), ' ', foreign('ins', field.after))))));
  }
  return parts;
}
