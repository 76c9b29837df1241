// On a phone the parts further down are closed until somebody opens them; elsewhere all are open, and there is nothing to press.
import { make, write } from './dom.js';
import { t } from './texts.js';

const sections = [...document.querySelectorAll('section[data-folded]')];
const buttons = new Map();

/** opened: called after a part has got its room. */
export function addFolds(opened) {
  for (const section of sections) {
    const button = make('button', 'fold');
    button.type = 'button';
    section.querySelector('.section-head').append(button);
    buttons.set(section, button);
    button.addEventListener('click', () => {
      section.dataset.folded = String(section.dataset.folded !== 'true');
      renderFolds();
      opened();
    });
  }
}

export function renderFolds() {
  for (const [section, button] of buttons) {
    const folded = section.dataset.folded === 'true';
    const text = t(folded ? 'fold.show' : 'fold.hide');
    write(button, text);
    button.setAttribute('aria-expanded', String(!folded));
    button.setAttribute('aria-label', `${text}: ${section.querySelector('h2').textContent}`);
  }
}
