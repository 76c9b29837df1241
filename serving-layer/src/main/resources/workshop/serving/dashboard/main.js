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
import { addFolds, renderFolds } from './fold.js';
import { setCurrency } from './format.js';
import { remember, renderActivity } from './activity.js';
import { loadRecords, renderRecords } from './records.js';

// What a snapshot brings is of one instant, coverage.at, but for a proof that is not current.
const state = {
  connection: null, coverage: null, sum: null, rules: null, merges: null, proof: null, proofCurrent: false, received: 0, problem: null,
};
let signature = '';

function connect(connection, problem = null) {
  state.connection = connection;
  state.problem = problem;
  document.body.dataset.connection = connection;
  renderCoverage(state);
}

function snapshot({ coverage, sum, rules, merges, proof, proof_current: proofCurrent, changed, sample, history }) {
  const again = state.connection !== 'live';
  const published = state.coverage?.published_epoch;
  const now = [coverage.published_epoch, sum.total, sum.batch_total, sum.speed_total, sum.transactions, sum.customers].join();
  const news = again || changed.length > 0 || now !== signature;
  signature = now;
  Object.assign(state, { coverage, sum, rules, merges, proof, proofCurrent, received: performance.now() });
  setCurrency(coverage.currency);
  rememberCustomers(changed, again, coverage.at, news);
  remember({ sample, history });
  renderHeadline(state);
  connect('live');
  renderProof(state);
  renderMerges(state);
  renderHandoff(coverage);
  renderActivity(again);
  if (news) refreshCustomers();
  if (again || published !== coverage.published_epoch) loadRecords();
}

function renderAll() {
  renderHeadline(state);
  renderCoverage(state);
  renderCustomers();
  renderHandoff(state.coverage);
  renderProof(state);
  renderMerges(state);
  renderKappa();
  renderComparison();
  renderActivity(true);
  renderRecords();
  renderFolds();
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
addFolds(fit);
renderAll();
document.body.dataset.ready = 'true';
listen({ snapshot, problem: (problem) => connect('problem', problem), lost: () => connect('lost') });
poll('api/kappa', 2000, renderKappa);
poll(comparisonPath, 3000, renderComparison);
setInterval(() => renderCoverage(state), 1000);
byId('handoff-numbers').addEventListener('toggle', () => renderHandoff(state.coverage));

let width = innerWidth;
addEventListener('resize', () => {
  if (width === innerWidth) return;
  width = innerWidth;
  fit();
});

/** What is drawn for the room that it has. */
function fit() {
  renderHandoff(state.coverage);
  renderActivity(true);
}
