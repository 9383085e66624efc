// How the rules are on the stored pages, and what would repair them.
import { foreign, h, say } from './dom.js';
import { number, percent, t } from './texts.js';
import { json, put } from './api.js';

export function healthView() {
  const result = h('div', {});
  const button = h('button', { class: 'primary', type: 'button', click: () => check() }, t('check'));

  async function check() {
    say(t('checking'));
    button.disabled = true;
    try {
      const found = await json('/v1/health?rules=true');
      result.replaceChildren(...shown(found));
      say(t('checked'));
    } catch (error) {
      result.replaceChildren(h('p', { class: 'card error', role: 'alert' }, error.message));
    } finally {
      button.disabled = false;
    }
  }

  return h('div', {},
    h('section', { class: 'card' },
      h('h1', {}, t('healthTitle')),
      h('p', { class: 'hint' }, t('healthHint')),
      button),
    result);
}

function shown(found) {
  if (!found.storedPages) {
    return [h('p', { class: 'card' }, t('noPages'))];
  }
  const rules = found.health.rules;
  if (!rules.length) {
    return [h('p', { class: 'card' }, t('noRules'))];
  }
  return rules.map(rule);
}

function rule(state) {
  const dead = state.selectors.filter((one) => one.pages === 0);
  const bad = state.well < 0.9 * state.pages || dead.length > 0;
  return h('section', { class: 'card', 'aria-label': state.rule },
    h('h2', {}, state.rule, ' ', h('span', { class: bad ? 'badge bad' : 'badge fine' }, t(bad ? 'sick' : 'well'))),
    h('p', {}, t('wellOn', { well: number(state.well), pages: number(state.pages), misses: number(state.misses), beaten: number(state.beaten) })),
    state.cause ? foreign('p', state.cause) : null,
    state.lost_place ? h('p', {}, t('lost'), ' ', foreign('code', state.lost_place)) : null,
    h('table', {},
      h('caption', {}, t('fillRates')),
      h('tbody', {}, Object.entries(state.fields).map(([name, pages]) =>
        h('tr', {}, h('th', { scope: 'row' }, name), h('td', {}, percent(state.pages ? pages / state.pages : 0)))))),
    dead.length ? h('p', { class: 'error' }, t('dead')) : null,
    dead.length ? h('ul', {}, dead.map((one) => h('li', {}, foreign('code', `${one.key} ${one.selector}`)))) : null,
    state.repair.length ? repair(state) : null);
}

function repair(state) {
  const place = h('div', {});
  const show = async () => {
    try {
      const found = await json(`/v1/repairs/${encodeURIComponent(state.rule)}`);
      place.replaceChildren(
        h('div', { class: 'pair' },
          h('div', {}, h('h3', {}, t('before')), foreign('pre', found.before)),
          h('div', {}, h('h3', {}, t('after')), foreign('pre', found.after))),
        h('button', {
          type: 'button',
          class: 'primary',
          click: async () => {
            try {
              await put(`/v1/rules/${encodeURIComponent(state.rule)}`, { rule: found.after });
              place.replaceChildren(h('p', { class: 'good', role: 'status' }, t('repaired')));
            } catch (error) {
              place.append(h('p', { class: 'error', role: 'alert' }, error.message));
            }
          },
        }, t('accept')));
    } catch (error) {
      place.replaceChildren(h('p', { class: 'error', role: 'alert' }, error.message));
    }
  };
  return h('div', {},
    h('ul', {}, state.repair.map((one) => h('li', {}, foreign('code', one.was), ' → ', foreign('code', one.now.join(', ') || '–')))),
    h('button', { type: 'button', click: show }, t('showRepair')),
    place);
}
