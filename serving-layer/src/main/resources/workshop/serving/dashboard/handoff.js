// The log as lanes: what the published batch answers for, what the speed layer has counted after it, and what waits.
import { byId, make, write, within } from './dom.js';
import { number, shortly } from './format.js';
import { fillRows } from './table.js';
import { t, counted, fill } from './texts.js';
import { lanesOf, columnsOf, piecesOf, place } from './scale.js';

const box = byId('handoff-lanes');
const history = make('div', 'history'), historyBlock = make('div', 'block');
history.append(make('b'), make('span'), make('span'), historyBlock);
const plot = make('div', 'plot'), grid = make('div', 'columns'), names = make('div', 'names'), ends = make('div', 'ends');
plot.append(grid);
box.append(history, names, plot, ends);

export function renderHandoff(coverage) {
  const lanes = coverage ? lanesOf(coverage) : [];
  if (coverage) fill(byId('handoff-state'), inWords(coverage));
  for (const id of ['handoff-lanes', 'handoff-legend', 'handoff-scale', 'handoff-numbers']) byId(id).hidden = lanes.length === 0;
  if (lanes.length === 0) return;
  const closed = Math.max(1, Math.min(5, Math.floor(plot.clientWidth / 116 - 3.4)));
  const columns = columnsOf(coverage, lanes, closed);
  drawHistory(coverage);
  drawColumns(columns);
  drawLanes(lanes, columns, coverage.lag !== null);
  write(byId('handoff-scale'), t(lanes.length === 1 && coverage.partitions.length > 1 ? 'handoff.scale.all' : 'handoff.scale',
    { count: number(coverage.partitions.length) }));
  if (byId('handoff-numbers').open) tabulate(coverage);
}

function inWords({ topic, open_epoch, published_epoch, pending_epoch, batch, kafka, history: files }) {
  if (topic === null) return t('handoff.state.no_topic');
  const words = [t('handoff.state.open', { epoch: number(open_epoch) })];
  words.push(published_epoch > 0 ? t('handoff.state.published', { epoch: number(published_epoch) }) : t('handoff.state.unpublished'));
  if (pending_epoch !== null) words.push(t(batch.running ? 'handoff.state.pending' : 'handoff.state.stuck', { epoch: number(pending_epoch) }));
  else if (batch.running) words.push(t('handoff.state.running'));
  if (!kafka.reachable) words.push(t('handoff.state.kafka'));
  if (kafka.another_log !== null) words.push(t('handoff.state.another_log'));
  words.push(files === null ? t('handoff.state.no_history')
    : counted('handoff.state.history', files.records, { count: number(files.records), files: inFiles(files) }));
  return words.join(' ');
}

const inFiles = ({ files }) => counted('handoff.files', files, { count: number(files) });

/** The history is no part of the log: a block of its own, as high as all lanes. */
function drawHistory({ history: files }) {
  const [title, kind, size] = history.children;
  historyBlock.className = `block ${files === null ? 'none' : files.records === 0 ? 'hollow' : 'batch'}`;
  write(title, t('handoff.history'));
  write(kind, files === null ? t('handoff.history.none') : inFiles(files));
  write(size, files === null ? '' : counted('handoff.size', files.records, { count: shortly(files.records) }));
}

/** Keeps one element a key below a parent, so that what moves glides. */
function keyed(parent, keys, build) {
  const kept = new Map([...parent.children].filter((child) => child.dataset.key).map((child) => [child.dataset.key, child]));
  for (const [key, child] of kept) if (!keys.includes(key)) child.remove();
  return keys.map((key) => {
    const child = kept.get(key) ?? build();
    if (!child.parentNode) { child.dataset.key = key; parent.append(child); }
    return child;
  });
}

function drawColumns(columns) {
  const build = () => {
    const column = make('div', 'column');
    column.append(make('b'), make('span'), make('span'));
    return column;
  };
  keyed(grid, columns.map(({ key }) => key), build).forEach((element, i) => {
    const { kind, from, to, left, right, records } = columns[i];
    element.className = `column ${kind} ${to % 2 ? 'odd' : 'even'}`;
    within(element, left, right);
    write(element.children[0], from === to ? t('handoff.epoch', { epoch: number(to) }) : t('handoff.epochs', { from: number(from), to: number(to) }));
    write(element.children[1], t(`handoff.kind.${kind}`));
    write(element.children[2], counted('handoff.size', records, { count: shortly(records) }));
  });
}

function drawLanes(lanes, columns, known) {
  const build = () => {
    const lane = make('div', 'lane');
    lane.append(make('i', 'cut'), make('i', 'at'));
    return lane;
  };
  const keys = lanes.map(({ key }) => key);
  const nameOf = keyed(names, keys, () => make('span')), endOf = keyed(ends, keys, () => make('span'));
  keyed(plot, keys, build).forEach((element, i) => {
    const lane = lanes[i];
    const [cut, at] = element.children;
    const pieces = columns.flatMap((column) => piecesOf(column, i, lane));
    keyed(element, pieces.map(({ key }) => key), () => make('i')).forEach((piece, n) => {
      const { kind, from, to } = pieces[n];
      piece.className = kind;
      within(piece, from, to);
    });
    cut.style.left = `${place(columns, i, lane.batch_to)}%`;
    at.style.left = `${place(columns, i, lane.speed_to)}%`;
    write(nameOf[i], lane.key === 'all' ? t('handoff.all') : t('handoff.lane', { partition: number(Number(lane.key)) }));
    write(endOf[i], known ? t('handoff.of', { covered: number(lane.covered_to), end: number(lane.end) }) : number(lane.covered_to));
  });
}

function tabulate({ partitions }) {
  const known = (value) => [value === null ? t('unknown') : number(value), 'number'];
  fillRows(document.querySelector('#handoff-numbers tbody'), partitions.map(({ partition, batch_to, speed_to, covered_to, end }) => [
    [number(partition)], known(batch_to), known(speed_to), known(end), known(end === null ? null : Math.max(0, end - covered_to)),
  ]));
}
