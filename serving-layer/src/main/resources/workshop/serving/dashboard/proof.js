// The live proof: the merged total of an instant beside a recount of the same records.
import { byId, write } from './dom.js';
import { money, number, time, duration } from './format.js';
import { t, counted, fill } from './texts.js';

export function renderProof({ proof, proofCurrent, coverage }) {
  if (!proof) return;
  const { state, merged, recounted, at, records, took_ms, differences, detail } = proof;
  byId('proof').dataset.state = state;
  byId('proof').dataset.moment = proofCurrent ? 'current' : 'earlier';
  write(byId('proof-merged'), money(merged));
  write(byId('proof-recounted'), money(recounted));
  write(byId('proof-verdict'), t(`proof.${state}`));
  const facts = [];
  if (at) {
    facts.push(t(proofCurrent ? 'proof.when.current' : 'proof.when.earlier', {
      time: time(proofCurrent ? coverage.at : at),
      records: counted('records', records, { count: number(records) }),
      duration: duration(took_ms),
    }));
  }
  if (state === 'differs') facts.push(counted('proof.differences', differences, { count: number(differences) }));
  if (detail) facts.push(detail.replaceAll('`', ''));
  fill(byId('proof-when'), facts.join(' ') || t(`proof.${state}.note`));
}
