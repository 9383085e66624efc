// Makes elements. Texts are always text, never HTML: what a page says must not become part of this one.

/**
 * Returns an element. Attributes that are functions become listeners; null and false leave one out.
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(name, value);
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

/** Returns text of a page: it has its own direction and can't turn that of what is around it. */
export function foreign(tag, text, attributes = {}) {
  return h(tag, { dir: 'auto', class: 'foreign', ...attributes }, text);
}

let silence = 0;

/** Says something to everybody, also to those who don't see the page; it goes away by itself. */
export function say(text) {
  const status = document.getElementById('status');
  status.textContent = text;
  clearTimeout(silence);
  if (!text.endsWith('…')) {
    silence = setTimeout(() => (status.textContent = ''), 6000);
  }
}
