// The versions of the Kappa job: which one answers, by which rule, and how far each is behind the end of the log.
import { byId } from './dom.js';
import { number } from './format.js';
import { fillRows } from './table.js';
import { t, counted, fill } from './texts.js';

const body = document.querySelector('#kappa-versions tbody');
let last = null;

export function renderKappa(answer = last) {
  if (!answer) return;
  last = answer;
  const { versions } = answer;
  fill(byId('kappa-state'), inWords(versions));
  byId('kappa-numbers').hidden = versions.length === 0;
  fillRows(body, versions.map((version) => [
    [version.version, 'name'],
    mark(version.promoted),
    mark(version.running),
    [version.rule, 'rule'],
    [number(version.read), 'number'],
    [version.behind === null ? t('unknown') : number(version.behind), `number ${version.behind === 0 ? 'quiet' : 'behind'}`],
  ]));
}

const mark = (yes) => [t(yes ? 'kappa.yes' : 'kappa.no'), yes ? 'yes' : 'quiet'];

function inWords(versions) {
  if (versions.length === 0) return t('kappa.none');
  const words = [];
  const promoted = versions.find((each) => each.promoted);
  if (promoted) {
    const { version, rule, running, behind, another_log: other } = promoted;
    const values = { version, rule, count: behind === null ? '' : number(behind) };
    words.push(other ? t('kappa.state.another_log', values) : behind === null ? t('kappa.state.unknown', values)
      : behind === 0 ? t('kappa.state.complete', values) : counted('kappa.state.behind', behind, values));
    if (!running) words.push(t('kappa.state.stopped', values));
  }
  // A later version that has caught up waits for nothing but this.
  const next = versions.slice(versions.indexOf(promoted) + 1).filter(({ behind }) => behind === 0).at(-1);
  if (next) words.push(t('kappa.state.promote', { version: next.version, rule: next.rule }));
  return words.join(' ');
}
