// A stacked bar of a batch part and a speed part around a zero line: what is positive stands right of it, what is negative left.
import { make } from './dom.js';

/** How far a bar reaches left and right of zero. */
export function reach(batch, speed) {
  return { minus: Math.max(-batch, 0) + Math.max(-speed, 0), plus: Math.max(batch, 0) + Math.max(speed, 0) };
}

/** What holds all of these bars. */
export function widest(reaches) {
  const most = { minus: 0, plus: 0 };
  for (const { minus, plus } of reaches) {
    most.minus = Math.max(most.minus, minus);
    most.plus = Math.max(most.plus, plus);
  }
  return most;
}

/** Returns what draws it: the two parts, and the reach of the widest bar beside it. */
export function makeBar(track = make('div', 'bar')) {
  const batch = make('i', 'batch'), speed = make('i', 'speed'), zero = make('i', 'zero');
  zero.hidden = true;
  track.append(batch, speed, zero);
  return (batchPart, speedPart, { minus, plus }) => {
    const percent = (size) => (minus + plus > 0 ? (size / (minus + plus)) * 100 : 0);
    const origin = percent(minus);
    let right = origin, left = origin;
    for (const [piece, part] of [[batch, batchPart], [speed, speedPart]]) {
      const size = percent(Math.abs(part));
      if (part < 0) left -= size;
      piece.style.left = `min(${part < 0 ? left : right}%, 100% - 3px)`; // the smallest part is seen, too
      piece.style.width = `${size}%`;
      if (part > 0) right += size;
      piece.classList.toggle('some', part !== 0);
    }
    zero.style.left = `${origin}%`;
    zero.hidden = minus === 0;
  };
}
