// Shows the section that the address names, in the language of the person.
import { h, say } from './dom.js';
import { language, setLanguage, t } from './texts.js';
import { needsKey, setKey } from './api.js';
import { inspectView } from './inspect.js';
import { healthView } from './health.js';
import { searchView } from './search.js';

const sections = { inspect: inspectView, health: healthView };
if (document.querySelector('meta[name=coupure-store]').content === 'yes') {
  sections.search = searchView;
}
const main = document.getElementById('main');
const kept = new Map();

function current() {
  const name = location.hash.slice(2).split('/')[0];
  return name in sections ? name : 'inspect';
}

function keyView(next) {
  const field = h('input', { id: 'key', type: 'password', autocomplete: 'off', required: true });
  const form = h(
    'form',
    {
      class: 'card narrow',
      submit: async (event) => {
        event.preventDefault();
        try {
          await setKey(field.value);
          next();
        } catch (error) {
          say(error.message);
        }
      },
    },
    h('h1', {}, t('keyTitle')),
    h('label', { for: 'key' }, t('key')),
    field,
    h('button', { class: 'primary' }, t('go')),
  );
  main.replaceChildren(form);
  field.focus();
}

function show() {
  document.documentElement.lang = language;
  document.querySelectorAll('[data-text]').forEach((e) => (e.textContent = t(e.dataset.text)));
  document.querySelectorAll('[data-label]').forEach((e) => e.setAttribute('aria-label', t(e.dataset.label)));
  const name = current();
  document.getElementById('nav').replaceChildren(
    ...Object.keys(sections).map((section) =>
      h('a', { href: `#/${section}`, 'aria-current': section === name ? 'page' : null }, t(section)),
    ),
  );
  document.title = `${t(name)} – Coupure`;
  if (needsKey()) {
    keyView(show);
    return;
  }
  if (!kept.has(name)) {
    kept.set(name, sections[name]());
  }
  main.replaceChildren(kept.get(name));
}

const select = document.getElementById('language');
select.value = language;
select.addEventListener('change', () => {
  setLanguage(select.value);
  kept.clear();
  show();
});
addEventListener('hashchange', show);
show();
