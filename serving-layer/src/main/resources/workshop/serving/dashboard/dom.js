// Small helpers: elements by id, new elements, and writing a text only if it differs.
export const byId = (id) => document.getElementById(id);

export function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

export function within(element, left, right) {
  element.style.left = `${left}%`;
  element.style.width = `${Math.max(0, right - left)}%`;
}

/** A window as wide as a phone: the same width as in the style sheet. */
export const narrow = matchMedia('(max-width: 760px)');

export const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Restarts a highlight on an element. */
export function highlight(element, name) {
  if (calm()) return;
  element.classList.remove(name);
  void element.offsetWidth;
  element.classList.add(name);
}
