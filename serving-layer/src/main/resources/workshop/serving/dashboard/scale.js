// Where an offset of the log stands on the picture. The width is shared by epochs, not linear: recent ones stay readable.
const openWeight = { wide: 2.4, narrow: 1.2 };

/** A lane for each partition; if there are more than `most`, one for all of them together. */
export function lanesOf({ partitions }, most = 8) {
  const lanes = partitions.map(({ partition, batch_to, speed_to, covered_to, end }) => (
    { key: String(partition), partitions: [partition], batch_to, speed_to, covered_to, end: Math.max(end ?? covered_to, covered_to) }));
  if (lanes.length <= most) return lanes;
  const sum = (name) => lanes.reduce((total, lane) => total + lane[name], 0);
  return [{
    key: 'all', partitions: lanes.flatMap((lane) => lane.partitions),
    batch_to: sum('batch_to'), speed_to: sum('speed_to'), covered_to: sum('covered_to'), end: sum('end'),
  }];
}

/** Columns from left to right: older epochs together, the last `closed` epochs, the open one; each with its stretch in each lane. */
export function columnsOf({ epochs, open_epoch, published_epoch }, lanes, closed) {
  const columns = [];
  let starts = lanes.map(() => 0);
  const add = (column, ends) => {
    columns.push({ ...column, starts, ends, records: ends.reduce((total, end, i) => total + end - starts[i], 0) });
    starts = ends;
  };
  const endsOf = ({ ends }) => lanes.map(({ partitions }, i) => Math.max(starts[i], ends
    .filter(({ partition }) => partitions.includes(partition)).reduce((total, { end }) => total + end, 0)));
  const shown = Math.max(0, epochs.length - closed);
  const first = epochs[shown];
  if (first && first.epoch > 1) {
    // The end of what lies before the first epoch with its own column; unknown only if the server left it out as well.
    const old = epochs[shown - 1];
    if (old) add({ key: 'old', kind: 'old', from: 1, to: old.epoch }, endsOf(old));
  }
  for (const epoch of epochs.slice(shown)) {
    const from = columns.length === 0 ? 1 : epoch.epoch; // it then stands for all before it, too
    const done = epoch.epoch <= published_epoch;
    add({ key: `epoch ${epoch.epoch}`, kind: done ? 'published' : 'pending', from, to: epoch.epoch }, endsOf(epoch));
  }
  const length = (column) => Math.max(...column.ends.map((end, i) => end - column.starts[i]));
  const open = lanes.map(({ end }, i) => end - starts[i]);
  const last = columns.filter(({ kind }) => kind !== 'old').map(length).at(-1) ?? 0;
  const wide = Math.max(1, last, ...open);
  add({ key: `epoch ${open_epoch}`, kind: 'open', from: open_epoch, to: open_epoch }, starts.map((start) => start + wide));
  columns.at(-1).records = open.reduce((total, each) => total + Math.max(0, each), 0); // its end is not reached yet

  const weightOf = ({ kind }) => (kind !== 'open' ? 1 : closed > 1 ? openWeight.wide : openWeight.narrow);
  const whole = columns.reduce((total, column) => total + weightOf(column), 0);
  let left = 0;
  for (const column of columns) {
    column.left = left;
    column.right = left += (weightOf(column) / whole) * 100;
  }
  return columns;
}

/**
 * What lane i has in a column, from left to right in percent: what batch, what speed and what neither has counted. A stretch
 * without records is one piece too, hollow.
 */
export function piecesOf({ key, kind, left, right, starts, ends }, i, { batch_to, covered_to, end }) {
  const start = starts[i];
  const stop = kind === 'open' ? Math.max(start, end) : ends[i];
  if (stop === start) return [{ key: `${key} hollow`, kind: 'hollow', from: left, to: right }];
  const at = (offset) => left + ((right - left) * (offset - start)) / (ends[i] - start);
  const within = (offset) => Math.min(stop, Math.max(start, offset));
  return [['batch', start, within(batch_to)], ['speed', within(batch_to), within(covered_to)], ['rest', within(covered_to), stop]]
    .filter(([, from, to]) => to > from)
    .map(([name, from, to]) => ({ key: `${key} ${name}`, kind: name, from: at(from), to: at(to) }));
}

/** Percent from the left for an offset of lane i. */
export function place(columns, i, offset) {
  let at = 0;
  for (const { left, right, starts, ends, kind } of columns) {
    if (offset >= ends[i] && kind !== 'open') { at = right; continue; }
    if (offset <= starts[i]) break;
    return left + (right - left) * Math.min(1, (offset - starts[i]) / (ends[i] - starts[i]));
  }
  return at;
}
