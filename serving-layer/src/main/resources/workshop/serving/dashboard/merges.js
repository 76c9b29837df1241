// The right merge beside the two wrong ones, of the instant of the headline. Where one of these does not differ
// now, why it would be wrong.
import { byId, write } from './dom.js';
import { money, number, cents, time } from './format.js';
import { t, counted } from './texts.js';

export function renderMerges({ merges, coverage }) {
  if (!coverage) return;
  write(byId('merges-when'), t(merges ? 'merges.when' : 'merges.slow', { time: time(coverage.at) }));
  for (const card of document.querySelectorAll('[data-merge]')) {
    const name = card.dataset.merge;
    if (!merges) {
      for (const [part, text] of [['.amount', '–'], ['.error', ''], ['.why', '']]) write(card.querySelector(part), text);
      card.dataset.wrong = 'false';
      continue;
    }
    const { total, error, customers_wrong } = merges[name];
    write(card.querySelector('.amount'), money(total));
    const right = error === undefined;
    const none = right || cents(error) === 0n;
    card.dataset.wrong = String(!none);
    write(card.querySelector('.error'), right ? t('merges.right')
      : none ? t('merges.no_error')
        : counted('merges.error', customers_wrong, { error: money(error), count: number(customers_wrong) }));
    write(card.querySelector('.why'), t(`merges.${name}.why${none && !right ? '.else' : ''}`));
  }
}
