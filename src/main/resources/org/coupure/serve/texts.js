// The texts of the page in the language of the person.
import en from './en.js';
import fr from './fr.js';

const all = { en, fr };
const known = Object.keys(all);

function first() {
  const chosen = localStorage.getItem('coupure-language');
  const wanted = [chosen, ...navigator.languages].map((tag) => String(tag).slice(0, 2));
  return wanted.find((tag) => known.includes(tag)) || 'en';
}

export let language = first();

export function setLanguage(tag) {
  language = known.includes(tag) ? tag : 'en';
  localStorage.setItem('coupure-language', language);
}

/** Returns a text; {names} in it are replaced by values. */
export function t(key, values = {}) {
  const text = all[language][key] ?? en[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

export function number(value) {
  return new Intl.NumberFormat(language).format(value);
}

export function percent(value) {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(value);
}
