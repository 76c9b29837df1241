// Tables whose rows are written in place: what has not changed is not touched, so that a selection or a reader stays there.
import { make, write } from './dom.js';

/** rows: a list of cells a row; a cell is [text, class name]. The first is the row's header. */
export function fillRows(body, rows) {
  while (body.rows.length > rows.length) body.deleteRow(-1);
  rows.forEach((cells, i) => {
    const row = body.rows[i] ?? body.insertRow();
    cells.forEach(([text, look = ''], column) => {
      let cell = row.cells[column];
      if (!cell) {
        cell = make(column === 0 ? 'th' : 'td');
        if (column === 0) cell.scope = 'row';
        row.append(cell);
      }
      if (cell.className !== look) cell.className = look;
      write(cell, text);
    });
  });
}
