// The texts of the page: one file a language, applied to every element with a data-t attribute.
import { setLanguage as setFormats } from './format.js';

const languages = ['en', 'fr'];
const filled = new WeakMap();
let texts = {};
let plural = new Intl.PluralRules('en');

export const stored = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
export const store = (key, value) => { try { localStorage.setItem(key, value); } catch { /* only not remembered */ } };

export function firstLanguage() {
  const wanted = [stored('language'), ...(navigator.languages ?? [navigator.language])];
  return wanted.map((tag) => (tag ?? '').slice(0, 2).toLowerCase()).find((tag) => languages.includes(tag)) ?? 'en';
}

export async function useLanguage(language) {
  const answer = await fetch(`texts.${language}.json`);
  if (!answer.ok) throw new Error(`texts.${language}.json: ${answer.status}`);
  texts = await answer.json();
  plural = new Intl.PluralRules(language);
  setFormats(language);
  document.documentElement.lang = language;
  document.title = t('title');
  for (const element of document.querySelectorAll('[data-t]')) fill(element, t(element.dataset.t));
  for (const element of document.querySelectorAll('[data-t-label]')) element.setAttribute('aria-label', t(element.dataset.tLabel));
}

export const has = (key) => key in texts;

/** The text of a key, with {name} replaced. */
export function t(key, values = {}) {
  return (texts[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** The text for a count: key.zero if there is one and the count is 0, then key.one or key.other as the language says. */
export function counted(key, count, values) {
  if (count === 0 && `${key}.zero` in texts) return t(`${key}.zero`, values);
  const form = `${key}.${plural.select(count)}`;
  return t(form in texts ? form : `${key}.other`, values);
}

/** Puts a text into an element; what is between backticks becomes code. Nothing is touched if the text is there already. */
export function fill(element, text) {
  if (filled.get(element) === text) return;
  filled.set(element, text);
  element.replaceChildren(...text.split('`').map((piece, i) => {
    if (i % 2 === 0) return document.createTextNode(piece);
    const code = document.createElement('code');
    code.textContent = piece;
    return code;
  }));
}
