// A stacked bar of a batch part and a speed part. Zero and negative parts are drawn too: what a negative part takes
// away from the other is outlined, not filled.
import { make } from './dom.js';

export function widths(batch, speed) {
  const plus = Math.max(batch, 0) + Math.max(speed, 0);
  const minus = Math.max(-batch, 0) + Math.max(-speed, 0);
  const left = (part) => (part <= 0 ? 0 : minus === 0 ? part : Math.max(0, part - minus));
  return { batch: left(batch), speed: left(speed), minus: plus === 0 ? minus : Math.min(minus, plus), all: Math.max(plus, minus) };
}

export function makeBar(track = make('div', 'bar')) {
  const pieces = ['batch', 'speed', 'minus'].map((name) => make('i', name));
  track.append(...pieces);
  return (batch, speed, largest) => {
    const wide = widths(batch, speed);
    for (const piece of pieces) {
      const size = wide[piece.className.split(' ')[0]];
      piece.style.width = `${largest > 0 ? Math.min(100, (size / largest) * 100) : 0}%`;
      piece.classList.toggle('some', size > 0);
    }
  };
}
