// What the answer covers, how old both sides are, and banners that say what to do when something does not run.
import { byId, make, write } from './dom.js';
import { number, age, time, list } from './format.js';
import { t, counted, fill } from './texts.js';

const steady = 2500;
let announced = '', candidate = '', since = 0;

/** state: {connection, coverage, rules, received, problem}; ages count on from the moment a snapshot was received. */
export function renderCoverage(state) {
  const box = byId('coverage');
  const kind = kindOf(state);
  const lag = state.coverage?.lag ?? 0;
  box.dataset.state = kind;
  write(byId('coverage-state'), kind === 'behind' ? counted('coverage.behind', lag, { count: number(lag) })
    : t(`coverage.${kind}`, kind === 'stale' ? { time: time(state.coverage.at) } : {}));
  write(byId('coverage-ages'), ages(state));
  announce(kind);
  renderBanners(state);
}

function kindOf({ connection, coverage }) {
  if (connection === 'lost' || connection === 'problem') return coverage ? 'stale' : 'none';
  if (!coverage) return 'waiting';
  if (coverage.kafka.another_log !== null) return 'another_log';
  if (!coverage.kafka.reachable || coverage.lag === null) return 'unknown';
  if (coverage.published_epoch === 0) return 'unbatched';
  return coverage.lag > 0 ? 'behind' : 'complete';
}

function ages({ coverage, received, connection }) {
  if (!coverage) return '';
  const passed = (performance.now() - received) / 1000;
  const words = (seconds) => (seconds === null ? t('age.never') : age(seconds + passed) ?? t('age.now'));
  if (connection !== 'live') return words(0);
  return t('coverage.ages', {
    time: time(coverage.at), batch: words(coverage.batch.age_seconds), speed: words(coverage.speed.age_seconds),
  });
}

/** The state is read out once it has held for a moment, without its numbers. */
function announce(kind) {
  if (kind !== candidate) { candidate = kind; since = performance.now(); }
  if (kind === announced || performance.now() - since < steady) return;
  announced = kind;
  write(byId('coverage-announced'), t(`coverage.${kind}${kind === 'behind' || kind === 'stale' ? '.announced' : ''}`));
}

function renderBanners(state) {
  const { coverage, connection, problem, rules } = state;
  const wanted = [];
  if (connection === 'problem') wanted.push([problem.code, 'bad', { server: problem.server, detail: problem.detail.replaceAll('`', '') }]);
  else if (connection === 'lost') wanted.push(['lost', 'bad']);
  else if (coverage) {
    if (!coverage.kafka.reachable) wanted.push(['kafka', 'bad']);
    if (coverage.kafka.another_log !== null) wanted.push(['another_log', 'bad', { detail: coverage.kafka.another_log.replaceAll('`', '') }]);
    if (rules?.mixed) wanted.push([rules.batch === null ? 'rules.speed' : 'rules', 'todo', inWords(rules)]);
    if (coverage.published_epoch === 0) wanted.push([coverage.batch.running || coverage.pending_epoch ? 'first' : 'batch', 'todo']);
    if (!coverage.speed.running) wanted.push(['speed', 'todo']);
  }
  const box = byId('banners');
  for (const banner of [...box.children]) if (!wanted.some(([name]) => name === banner.dataset.banner)) banner.remove();
  for (const [name, level, values] of wanted) {
    let banner = [...box.children].find((each) => each.dataset.banner === name);
    if (!banner) {
      banner = make('p', `banner ${level}`);
      banner.dataset.banner = name;
      box.append(banner);
    }
    fill(banner, t(`banner.${name}`, values));
  }
}

/** What the texts of a mixture need; the rules are shown as code. */
function inWords({ batch, speed, latest }) {
  return { batch, latest, speed: list(speed.map((rule) => `\`${rule}\``)) };
}
