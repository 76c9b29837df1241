// The large sum: batch part + speed part = merged total, and what the last publication moved.
import { byId, write } from './dom.js';
import { money, number, cents, amountOf, time, list } from './format.js';
import { makeBar, reach } from './bar.js';
import { t, counted, fill } from './texts.js';

const draw = makeBar(byId('sum-bar'));
let before = null, moved = null;

export function renderHeadline({ sum, coverage, rules }) {
  if (!sum) return;
  if (before && before.epoch < coverage.published_epoch) {
    moved = {
      epoch: coverage.published_epoch,
      at: coverage.published_at,
      from: before.total,
      to: sum.total,
      gone: cents(before.speed) - cents(sum.speed_total),
    };
  } else if (before && before.epoch > coverage.published_epoch) {
    moved = null; // another or a fresh database
  }
  before = { epoch: coverage.published_epoch, speed: sum.speed_total, total: sum.total };

  write(byId('sum-batch'), money(sum.batch_total));
  write(byId('sum-speed'), money(sum.speed_total));
  write(byId('sum-total'), money(sum.total));
  write(byId('sum-counts'), t('headline.counts', { transactions: number(sum.transactions), customers: number(sum.customers) }));
  const batch = Number(sum.batch_total), speed = Number(sum.speed_total);
  draw(batch, speed, reach(batch, speed));
  fill(byId('sum-rule'), ruleInWords(rules, sum));
  fill(byId('last-handoff'), moved ? t(moved.from === moved.to ? 'headline.moved.same' : 'headline.moved', {
    epoch: number(moved.epoch),
    time: time(moved.at),
    amount: money(amountOf(moved.gone)),
    from: money(moved.from),
    to: money(moved.to),
  }) : t(coverage.published_epoch > 0 ? 'headline.moved.none' : 'headline.moved.never'));
}

/** By which rule the totals are counted, and what it leaves out of them. */
function ruleInWords({ mixed, batch, speed, latest }, sum) {
  const code = (rule) => `\`${rule}\``;
  if (batch === null && latest === null) return '';
  const words = [!mixed ? t('headline.rule', { rule: code(batch ?? latest) })
    : batch === null ? t('headline.rule.speed', { speed: list(speed.map(code)) })
      : t('headline.rule.mixed', { batch: code(batch), speed: list(speed.map(code)) })];
  const out = sum.left_out_transactions;
  if (out > 0) words.push(counted('headline.left_out', out, { count: number(out), amount: money(sum.left_out) }));
  return words.join(' ');
}
