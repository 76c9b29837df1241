// Rejected and duplicate records, as the last published batch found them: counts in the summary, tables when opened.
import { byId, make } from './dom.js';
import { money, number } from './format.js';
import { get, throttled } from './stream.js';
import { t, counted, fill, has } from './texts.js';
import { addRow, addCell } from './table.js';

const limit = 50;
const kinds = {
  rejected: {
    columns: ['reason', 'where', 'record'],
    cells: ({ code, sentence, place, record }) => [[code, 'code', reason(code, sentence)], [inWords(place)], [record, 'code']],
  },
  duplicates: {
    columns: ['id', 'customer', 'amount', 'where', 'counted', 'content'],
    cells: ({ transaction_id, customer, amount, place, counted_place: kept, conflicting }) => [
      [transaction_id, 'code'], [customer], [money(amount), 'number'], [inWords(place)], [inWords(kept)], [t(conflicting ? 'duplicates.conflicting' : 'duplicates.same')]],
  },
};
const answers = {};

/** The sentence names what is wrong with this record, in English. Another language says it by the code. */
const reason = (code, sentence) => (has(`reason.${code}`) ? t(`reason.${code}`) : sentence);

function inWords({ file, line, partition, offset }) {
  return file === null ? t('records.place.log', { partition, offset }) : t('records.place.file', { file, line });
}

export const loadRecords = throttled(1000, () => Promise.all(Object.keys(kinds).map(async (kind) => {
  answers[kind] = await get(`api/${kind}`, { limit });
  show(kind);
})));

export const renderRecords = () => Object.keys(kinds).forEach(show);

function show(kind) {
  const answer = answers[kind];
  const box = byId(kind);
  fill(box.querySelector('summary'), answer ? counted(`${kind}.summary`, answer.count, { count: number(answer.count) }) : t(`${kind}.title`));
  const body = box.querySelector('.body');
  if (!answer || !box.open) return;
  const parts = [];
  if (answer.count === 0) parts.push(make('p', 'empty', t(`${kind}.none`)));
  else {
    if (answer.by_code?.length) {
      const list = make('ul', 'codes');
      for (const { code, count } of answer.by_code) {
        const item = make('li');
        item.append(make('code', '', code), make('span', '', number(count)));
        list.append(item);
      }
      parts.push(list);
    }
    parts.push(tableOf(kind, answer));
  }
  body.replaceChildren(...parts);
}

function tableOf(kind, { records, count }) {
  const { columns, cells } = kinds[kind];
  const table = make('table', 'stack');
  table.setAttribute('role', 'table');
  const caption = make('caption', '', t(records.length < count ? 'records.caption.some' : 'records.caption.all',
    { title: t(`${kind}.title`), shown: number(records.length), count: number(count) }));
  caption.id = `${kind}-caption`;
  const head = make('tr');
  head.setAttribute('role', 'row');
  for (const column of columns) {
    const cell = make('th', column === 'amount' ? 'number' : '', t(`${kind}.${column}`));
    cell.scope = 'col';
    cell.setAttribute('role', 'columnheader');
    head.append(cell);
  }
  table.append(caption);
  table.createTHead().append(head);
  const rows = table.createTBody();
  for (const part of [table.tHead, rows]) part.setAttribute('role', 'rowgroup');
  for (const record of records) {
    const row = addRow(rows);
    for (const [column, [text, look, more]] of cells(record).entries()) {
      const cell = addCell(row, false);
      cell.dataset.label = head.cells[column].textContent;
      if (look === 'code') cell.append(make('code', '', text));
      else { cell.textContent = text; if (look) cell.className = look; }
      if (more) cell.append(make('span', 'more', more));
    }
  }
  const scroll = make('div', 'scroll');
  scroll.tabIndex = 0;
  scroll.setAttribute('role', 'region');
  scroll.setAttribute('aria-labelledby', caption.id);
  scroll.append(table);
  return scroll;
}

for (const kind of Object.keys(kinds)) byId(kind).addEventListener('toggle', (event) => { if (event.target.open) { show(kind); loadRecords(true); } });
