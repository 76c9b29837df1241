// Activity: records counted a second and lag over the last ten minutes.
import { write } from './dom.js';
import { number } from './format.js';
import { t } from './texts.js';
import { drawChart } from './chart.js';

const keep = 600_000;
const charts = [
  { name: 'rate', value: (sample) => sample.counted_per_second },
  { name: 'lag', value: (sample) => sample.lag },
];
let samples = [];
let drawn = 0;

export function remember({ sample, history }) {
  if (history) samples = history.map(timed);
  if (sample) {
    const latest = timed(sample);
    if (!samples.length || latest.time > samples.at(-1).time) samples.push(latest);
  }
  const newest = samples.at(-1)?.time ?? 0;
  samples = samples.filter(({ time }) => time >= newest - keep);
}

const timed = (sample) => ({ ...sample, time: Date.parse(sample.at) });

/** Draws at most once a second, unless it must (language, size). */
export function renderActivity(must = false) {
  if (!must && performance.now() - drawn < 950) return;
  drawn = performance.now();
  const now = samples.at(-1)?.time ?? Date.now();
  for (const { name, value } of charts) {
    const figure = document.querySelector(`[data-chart=${name}]`);
    const points = samples.map((sample) => ({ time: sample.time, value: value(sample) }));
    const last = points.at(-1)?.value ?? null;
    const most = points.reduce((largest, point) => Math.max(largest, point.value ?? 0), 0);
    const svg = figure.querySelector('svg');
    drawChart(svg, points, now, (ago) => t(ago ? 'activity.ago' : 'activity.now', { minutes: number(ago) }));
    svg.setAttribute('aria-label', t(`activity.${name}.alternative`, {
      last: last === null ? t('unknown') : number(last), most: number(most),
    }));
    write(figure.querySelector('.last'), last === null ? t('unknown') : number(last));
  }
}
