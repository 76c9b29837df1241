// The right merge beside the two wrong ones.
import { write } from './dom.js';
import { money, number, cents } from './format.js';
import { t, counted } from './texts.js';

let last = null;

export function renderMerges(merges = last) {
  if (!merges) return;
  last = merges;
  for (const card of document.querySelectorAll('[data-merge]')) {
    const { total, error, customers_wrong } = merges[card.dataset.merge];
    write(card.querySelector('.amount'), money(total));
    const right = error === undefined;
    const none = right || cents(error) === 0n;
    card.dataset.wrong = String(!none);
    write(card.querySelector('.error'), right ? t('merges.right')
      : none ? t('merges.no_error')
        : counted('merges.error', customers_wrong, { error: money(error), count: number(customers_wrong) }));
  }
}
