// Brings the parts together: the stream's events change the state, the parts draw what is theirs.
import { byId } from './dom.js';
import { listen, poll } from './stream.js';
import { firstLanguage, useLanguage, store, stored } from './texts.js';
import { renderHeadline } from './headline.js';
import { renderCoverage } from './coverage.js';
import { refreshCustomers, renderCustomers, rememberCustomers } from './customers.js';
import { renderHandoff } from './handoff.js';
import { renderProof } from './proof.js';
import { renderMerges } from './merges.js';
import { renderKappa } from './kappa.js';
import { comparisonPath, renderComparison } from './comparison.js';
import { remember, renderActivity } from './activity.js';
import { loadRecords, renderRecords } from './records.js';

const state = { connection: null, coverage: null, sum: null, rules: null, received: 0, at: null, problem: null };
let signature = '';

function connect(connection, problem = null) {
  state.connection = connection;
  state.problem = problem;
  document.body.dataset.connection = connection;
  renderCoverage(state);
}

function snapshot({ coverage, sum, changed, sample, history }) {
  const again = state.connection !== 'live';
  const published = state.coverage?.published_epoch;
  Object.assign(state, { coverage, sum, received: performance.now(), at: new Date() });
  rememberCustomers(changed, again);
  remember({ sample, history });
  renderHeadline(state);
  connect('live');
  renderHandoff(coverage);
  renderActivity(again);
  const now = [coverage.published_epoch, sum.total, sum.batch_total, sum.speed_total, sum.transactions, sum.customers].join();
  if (again || changed.length > 0 || now !== signature) refreshCustomers();
  signature = now;
  if (again || published !== coverage.published_epoch) loadRecords();
}

function kappa(answer) {
  state.rules = answer.rules;
  renderKappa(answer);
  renderCoverage(state);
}

function renderAll() {
  renderHeadline(state);
  renderCoverage(state);
  renderCustomers();
  renderHandoff(state.coverage);
  renderProof();
  renderMerges();
  renderKappa();
  renderComparison();
  renderActivity(true);
  renderRecords();
}

function settings() {
  const language = byId('language'), theme = byId('theme');
  language.value = document.documentElement.lang;
  language.addEventListener('change', async () => {
    await useLanguage(language.value);
    store('language', language.value);
    renderAll();
  });
  const chosen = stored('theme');
  theme.value = chosen === 'light' || chosen === 'dark' ? chosen : 'auto';
  theme.addEventListener('change', () => {
    document.documentElement.dataset.theme = theme.value;
    store('theme', theme.value);
  });
}

await useLanguage(firstLanguage());
settings();
renderAll();
document.body.dataset.ready = 'true';
listen({ snapshot, problem: (problem) => connect('problem', problem), lost: () => connect('lost') });
poll('api/proof', 3000, renderProof);
poll('api/merges', 5000, renderMerges);
poll('api/kappa', 2000, kappa);
poll(comparisonPath, 3000, renderComparison);
setInterval(() => renderCoverage(state), 1000);
byId('handoff-numbers').addEventListener('toggle', () => renderHandoff(state.coverage));

let width = innerWidth;
addEventListener('resize', () => {
  if (width === innerWidth) return;
  width = innerWidth;
  renderHandoff(state.coverage);
  renderActivity(true);
});
