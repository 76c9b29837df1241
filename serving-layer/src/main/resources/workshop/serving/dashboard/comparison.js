// Customer by customer: the merged total and Kappa's beside a recount. Equal ones are quiet, differences have a sign and a
// reason.
import { byId, write } from './dom.js';
import { money, number, cents, time, duration } from './format.js';
import { fillRows } from './table.js';
import { t, counted, fill } from './texts.js';

const shown = 20;
export const comparisonPath = `api/comparison?size=${shown}`;

const body = document.querySelector('#comparison tbody');
let last = null;

export function renderComparison(answer = last) {
  if (!answer) return;
  last = answer;
  const { at, version, took_ms, detail, count, differing, unexplained, rows } = answer;
  const state = stateOf(answer);
  const ready = ['equal', 'differs', 'unexplained'].includes(state);
  byId('comparison').dataset.state = state;
  byId('comparison-table').hidden = !ready;
  const many = { equal: count, differs: differing, unexplained }[state];
  const values = { count: number(count), differing: number(differing), unexplained: number(unexplained), shown: number(rows.length) };
  write(byId('comparison-verdict'), ready ? counted(`comparison.${state}`, many, values) : t(`comparison.${state}`));
  fill(byId('comparison-when'), ready ? t('comparison.when', { time: time(at), version, duration: duration(took_ms) })
    : detail ? detail.replaceAll('`', '') : t(`comparison.${state}.note`));
  if (!ready) return;
  write(byId('comparison-caption'), counted(rows.length < count ? 'comparison.caption.some' : 'comparison.caption.all', count, values));
  fillRows(body, rows.map(cellsOf));
}

/** Without a version there is nothing to compare with yet. */
function stateOf({ state, version, differing, unexplained }) {
  if (state !== 'ready') return state;
  if (version === null) return 'waiting';
  return unexplained > 0 ? 'unexplained' : differing > 0 ? 'differs' : 'equal';
}

function cellsOf({ customer, merged, kappa, recount, merged_difference, kappa_difference, reasons, explained }) {
  const why = explained ? reasons : [...reasons, t('comparison.why.unknown')];
  return [
    [customer, 'name'],
    [money(recount), 'number'],
    [money(merged), 'number'],
    difference(merged_difference),
    [money(kappa), 'number'],
    difference(kappa_difference),
    [why.join('\n').replaceAll('`', ''), explained ? 'reasons' : 'reasons unexplained'],
  ];
}

function difference(amount) {
  const size = cents(amount);
  if (size === null) return ['–', 'number quiet'];
  return size === 0n ? [t('comparison.none'), 'number quiet'] : [`${size > 0n ? '+' : ''}${money(amount)}`, 'number differs'];
}
