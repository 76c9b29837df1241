// What the server sends and what is asked of it: the event stream, which recovers by itself, and JSON answers.
const silence = 30_000;

/** on: snapshot(data), problem(data), lost(). After an error the browser reconnects; if it has given up, this does. */
export function listen(on) {
  let source, timer, heard = performance.now(), wait = 1000, full = false;

  function open() {
    clearTimeout(timer);
    source?.close();
    heard = performance.now();
    source = new EventSource('api/stream');
    const take = (handler) => (event) => {
      heard = performance.now();
      wait = 1000;
      full = false;
      handler(JSON.parse(event.data));
    };
    source.addEventListener('snapshot', take(on.snapshot));
    source.addEventListener('problem', take(on.problem));
    source.addEventListener('error', () => {
      if (!full) on.lost();
      if (source.readyState !== EventSource.CLOSED) return;
      clearTimeout(timer);
      timer = setTimeout(open, wait);
      wait = Math.min(wait * 2, 10_000);
      sayWhy(source);
    });
  }

  async function sayWhy(refused) {
    const code = await refusal();
    if (refused !== source) return;
    full = Boolean(code);
    if (full) on.problem({ code, detail: '' });
    else on.lost();
  }

  // A connection that died without a word (a laptop that slept): open it again, the first event brings everything.
  setInterval(() => { if (performance.now() - heard > silence) open(); }, 5000);
  addEventListener('online', open);
  open();
}

const refusals = { 429: 'streams.address', 503: 'streams.all' };

/** Why there is no room for a stream, which an EventSource does not say; undefined if there is room or no answer. */
async function refusal() {
  try { return refusals[(await fetch('api/stream', { method: 'HEAD' })).status]; } catch { return undefined; }
}

export async function get(path, values = {}) {
  const query = String(new URLSearchParams(values));
  const answer = await fetch(query ? `${path}?${query}` : path, { headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

const live = () => document.body.dataset.connection === 'live';

/** Asks for path every so often, one request at a time, while the page is seen and live. Failures are left to the stream. */
export function poll(path, milliseconds, handler) {
  async function once() {
    const ask = live() && !document.hidden;
    if (ask) {
      try { handler(await get(path)); } catch { /* the stream says if the connection is lost */ }
    }
    setTimeout(once, ask ? milliseconds : 500);
  }
  once();
}

/**
 * A function that runs work at most once in so many milliseconds, and never twice at once; what comes meanwhile runs it once
 * more. Called with true (somebody clicked) it does not wait for the rest of the pause.
 */
export function throttled(milliseconds, work) {
  let working = false, again = false, hurry = false, pause = null;
  async function run() {
    clearTimeout(pause);
    working = true;
    again = hurry = false;
    const started = performance.now();
    try { await work(); } catch { again = live(); /* otherwise the first snapshot after the failure asks again */ }
    working = false;
    const rest = hurry ? 0 : Math.max(0, milliseconds - (performance.now() - started));
    pause = setTimeout(() => { pause = null; if (again) run(); }, rest);
  }
  return (now = false) => {
    again = true;
    hurry ||= now;
    if (!working && (now || pause === null)) run();
  };
}
