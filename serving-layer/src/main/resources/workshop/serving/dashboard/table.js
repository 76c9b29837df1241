// Tables whose rows are written in place: what has not changed is not touched, so that a selection or a reader stays there.
// Where a row is a card, on a phone, its cells carry the names of their columns.
import { make, write } from './dom.js';

/** rows: a list of cells a row; a cell is [text, class name]. The first is the row's header. */
export function fillRows(body, rows) {
  const heads = [...body.parentNode.tHead.rows[0].cells];
  while (body.rows.length > rows.length) body.deleteRow(-1);
  rows.forEach((cells, i) => {
    const row = body.rows[i] ?? addRow(body);
    cells.forEach(([text, look = ''], column) => {
      const cell = row.cells[column] ?? addCell(row, column === 0);
      if (cell.className !== look) cell.className = look;
      cell.dataset.label = heads[column].textContent;
      write(cell, text);
    });
  });
}

// A card is no table row for a browser any more, so each part says what it is.
export function addRow(body) {
  const row = body.insertRow();
  row.setAttribute('role', 'row');
  return row;
}

export function addCell(row, header) {
  const cell = make(header ? 'th' : 'td');
  if (header) cell.scope = 'row';
  cell.setAttribute('role', header ? 'rowheader' : 'cell');
  row.append(cell);
  return cell;
}
