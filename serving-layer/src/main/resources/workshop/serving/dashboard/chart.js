// A line chart of the last ten minutes as SVG: axes with labels, the line, its last point.
import { number } from './format.js';

const svgNamespace = 'http://www.w3.org/2000/svg';
const span = 600_000, gap = 10_000;
const edge = { left: 52, right: 14, top: 10, bottom: 26 };
const height = 190;

function draw(tag, attributes, text) {
  const element = document.createElementNS(svgNamespace, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (text !== undefined) element.textContent = text;
  return element;
}

/** The smallest of 1, 2, 5, 10, 20, 50, ... that is not below the value. */
export function ceiling(value) {
  let step = 1;
  for (let i = 0; step < value; i++) step *= i % 3 === 1 ? 2.5 : 2;
  return step;
}

/** points: [{time, value or null}] in the order of time; minutes(n) words a label of the time axis. */
export function drawChart(svg, points, now, minutes) {
  const width = Math.max(240, svg.clientWidth);
  const largest = points.reduce((most, { value }) => Math.max(most, value ?? 0), 0);
  const top = ceiling(Math.max(2, largest));
  const x = (time) => edge.left + (1 - (now - time) / span) * (width - edge.left - edge.right);
  const y = (value) => edge.top + (1 - value / top) * (height - edge.top - edge.bottom);
  const bottom = y(0);
  const parts = [];
  for (const value of [0, top / 2, top]) {
    parts.push(draw('line', { class: value === 0 ? 'axis' : 'grid', x1: edge.left, x2: width - edge.right, y1: y(value), y2: y(value) }));
    parts.push(draw('text', { x: edge.left - 8, y: y(value) + 5, 'text-anchor': 'end' }, number(value)));
  }
  for (const ago of [10, 5, 0]) {
    const at = x(now - ago * 60_000);
    parts.push(draw('line', { class: 'axis', x1: at, x2: at, y1: bottom, y2: bottom + 5 }));
    parts.push(draw('text', { x: at, y: height - 5, 'text-anchor': ago === 10 ? 'start' : ago === 0 ? 'end' : 'middle' }, minutes(ago)));
  }
  let path = '', previous = null;
  for (const { time, value } of points) {
    if (value === null || time < now - span) { previous = null; continue; }
    const joined = previous !== null && time - previous <= gap;
    path += `${joined ? 'L' : 'M'}${x(time).toFixed(1)} ${y(value).toFixed(1)}`;
    previous = time;
  }
  if (path) parts.push(draw('path', { class: 'line', d: path }));
  const last = points.at(-1);
  if (last && last.value !== null && last.time >= now - span) parts.push(draw('circle', { class: 'point', cx: x(last.time), cy: y(last.value), r: 4 }));
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  svg.replaceChildren(...parts);
}
