// The large sum: batch part + speed part = merged total, and what the last publication moved.
import { byId, write } from './dom.js';
import { money, number, cents, amountOf, time } from './format.js';
import { makeBar } from './bar.js';
import { t, fill } from './texts.js';

const draw = makeBar(byId('sum-bar'));
let before = null, moved = null;

export function renderHeadline({ sum, coverage }) {
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
  draw(batch, speed, Math.max(Math.abs(batch) + Math.max(speed, 0), Math.max(batch, 0) + Math.abs(speed)));
  fill(byId('last-handoff'), moved ? t(moved.from === moved.to ? 'headline.moved.same' : 'headline.moved', {
    epoch: number(moved.epoch),
    time: time(moved.at),
    amount: money(amountOf(moved.gone)),
    from: money(moved.from),
    to: money(moved.to),
  }) : t(coverage.published_epoch > 0 ? 'headline.moved.none' : 'headline.moved.never'));
}
