// The table of the customers: sorted, searched and paged by the server, its rows updated in place.
import { byId, make, write, highlight, calm, narrow } from './dom.js';
import { money, number, time } from './format.js';
import { get, throttled } from './stream.js';
import { makeBar, reach, widest } from './bar.js';
import { t, counted, fill } from './texts.js';

const sizes = { phone: 6, other: 20 };
const asked = { page: 1, size: narrow.matches ? sizes.phone : sizes.other, sort: 'total', order: 'desc', search: '' };
const rows = new Map();
const scale = new Map(); // customer -> how far its bar reaches, for all customers that were seen
let answer = null, question = 0;
let now = null, changed = null; // the instant of the newest snapshot, and of the one that last brought something new

const body = byId('customer-rows');
const headers = [...document.querySelectorAll('#customers th[data-sort]')];

export const refreshCustomers = throttled(1000, async () => {
  const asking = question;
  const { search, ...rest } = asked;
  const got = await get('api/customers', search ? { ...rest, search } : rest);
  if (asking !== question) return;
  answer = got;
  if (answer.page > answer.pages) { asked.page = Math.max(1, answer.pages); refreshCustomers(true); }
  renderCustomers();
});

/** The customers of a snapshot: only their size matters here, the rows come from the API. news: whether a total is another. */
export function rememberCustomers(customers, all, at, news) {
  if (all) scale.clear();
  for (const each of customers) remember(each);
  now = at;
  if (news || changed === null) changed = at;
  renderMoment();
}

/** The rows are of the newest snapshot's instant, unless something has been counted since they were read. */
function renderMoment() {
  if (!answer) return;
  const current = Date.parse(answer.at) >= Date.parse(changed);
  write(byId('customers-when'), t('customers.when', { time: time(current ? now : answer.at) }));
}

function remember({ customer, batch_total, speed_total }) {
  scale.set(customer, reach(Number(batch_total), Number(speed_total)));
}

export function renderCustomers() {
  for (const header of headers) {
    const chosen = header.dataset.sort === asked.sort;
    if (chosen) header.setAttribute('aria-sort', asked.order === 'asc' ? 'ascending' : 'descending');
    else header.removeAttribute('aria-sort');
  }
  if (!answer) return;
  answer.customers.forEach(remember);
  const all = widest(scale.values());
  const shown = new Set(answer.customers.map(({ customer }) => customer));
  for (const [customer, row] of rows) if (!shown.has(customer)) { row.element.remove(); rows.delete(customer); }
  arrange(answer.customers.map(({ customer }) => rows.get(customer) ?? add(customer)));
  for (const each of answer.customers) update(rows.get(each.customer), each, all);
  renderPaging();
  renderMoment();
}

function add(customer) {
  const element = make('tr');
  element.dataset.customer = customer;
  element.setAttribute('role', 'row');
  const cell = (className, tag = 'td') => {
    const made = make(tag, className);
    made.setAttribute('role', tag === 'th' ? 'rowheader' : 'cell');
    element.append(made);
    return made;
  };
  const name = cell('name', 'th');
  name.scope = 'row';
  name.textContent = customer;
  const share = cell('share-column');
  const track = make('div', 'bar');
  track.setAttribute('aria-hidden', 'true');
  share.append(track);
  const row = { element, draw: makeBar(track), last: null };
  for (const column of ['batch_total', 'speed_total', 'total', 'transactions']) row[column] = cell(`number ${column}`);
  rows.set(customer, row);
  return row;
}

/** Puts the rows in order; those that are in place stay untouched, the others glide. */
function arrange(wanted) {
  const was = new Map(wanted.filter(({ element }) => element.isConnected).map((row) => [row, row.element.offsetTop]));
  wanted.forEach(({ element }, i) => { if (body.children[i] !== element) body.insertBefore(element, body.children[i] ?? null); });
  if (calm()) return;
  for (const [row, top] of was) {
    const by = top - row.element.offsetTop;
    if (by !== 0) row.element.animate([{ transform: `translateY(${by}px)` }, { transform: 'none' }], { duration: 350, easing: 'ease-out' });
  }
}

function update(row, each, all) {
  for (const column of ['batch_total', 'speed_total', 'total']) write(row[column], money(each[column]));
  write(row.transactions, number(each.transactions));
  for (const [column, key] of [['batch_total', 'part.batch'], ['speed_total', 'part.speed'], ['transactions', 'column.transactions']]) {
    row[column].dataset.label = t(key);
  }
  row.draw(Number(each.batch_total), Number(each.speed_total), all);
  if (row.last && row.last.total !== each.total) highlight(row.total, 'changed');
  else if (row.last && row.last.batch_total !== each.batch_total) highlight(row.element, 'moved');
  row.last = each;
}

function renderPaging() {
  const first = (answer.page - 1) * answer.size;
  const none = answer.count === 0;
  byId('customers-empty').hidden = !none;
  if (none) fill(byId('customers-empty'), asked.search ? t('customers.none', { search: asked.search.replaceAll('`', '') }) : t('customers.empty'));
  byId('paging').hidden = answer.pages <= 1;
  write(byId('page-state'), counted('paging.state', answer.count, {
    from: number(none ? 0 : first + 1), to: number(first + answer.customers.length), count: number(answer.count),
  }));
  for (const [id, off] of [['page-previous', answer.page <= 1], ['page-next', answer.page >= answer.pages]]) {
    byId(id).setAttribute('aria-disabled', String(off));
  }
}

function ask(changes) {
  Object.assign(asked, changes);
  question++; // an answer to the earlier question is not shown any more
  renderCustomers();
  refreshCustomers(true);
}

for (const header of headers) {
  header.querySelector('button').addEventListener('click', () => {
    const sort = header.dataset.sort;
    const natural = sort === 'customer' ? 'asc' : 'desc';
    ask({ sort, page: 1, order: asked.sort !== sort ? natural : asked.order === 'asc' ? 'desc' : 'asc' });
  });
}
narrow.addEventListener('change', () => ask({ size: narrow.matches ? sizes.phone : sizes.other, page: 1 }));
byId('search').addEventListener('input', (event) => ask({ search: event.target.value.trim(), page: 1 }));
byId('page-previous').addEventListener('click', () => { if (asked.page > 1) ask({ page: asked.page - 1 }); });
byId('page-next').addEventListener('click', () => { if (answer && asked.page < answer.pages) ask({ page: asked.page + 1 }); });
