// Amounts, numbers, times and ages in the language of the page. Amounts stay decimal strings: no float touches them.
const named = { timeStyle: 'medium' };
let money0, numbers, shorts, times, ages, lists, cases;
let currency = null;

export function setLanguage(language) {
  money0 = moneyOf(language);
  numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  shorts = new Intl.NumberFormat(language, { notation: 'compact', maximumSignificantDigits: 3 });
  times = new Intl.DateTimeFormat(language, { ...named, hour12: false });
  ages = new Intl.RelativeTimeFormat(language, { numeric: 'always', style: 'short' });
  lists = new Intl.ListFormat(language, { type: 'conjunction' });
  cases = language;
}
setLanguage('en');

/** The currency of all amounts, as the API names it. */
export function setCurrency(code) {
  if (code === currency) return;
  currency = code;
  money0 = moneyOf(cases);
}

/** Two decimals in every currency: the contract's amounts have them. */
function moneyOf(language) {
  const named = currency ? { style: 'currency', currency } : {};
  return new Intl.NumberFormat(language, { ...named, minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

const shape = /^(-?)(\d+)\.(\d\d)$/;

/** "80540.20" as the language writes it: whole units are grouped as a BigInt, the cents are copied. */
export function money(amount) {
  const parts = shape.exec(amount ?? '');
  if (!parts) return amount ?? '–';
  const [, minus, units, decimals] = parts;
  const written = money0.formatToParts(BigInt(units))
    .map(({ type, value }) => (type === 'fraction' ? decimals : value)).join('');
  return (minus ? '\u2212' : '') + written;
}

/** Cents as a BigInt, for exact differences; null if it is no amount. */
export function cents(amount) {
  const parts = shape.exec(amount ?? '');
  return parts && BigInt(parts[1] + parts[2] + parts[3]);
}

export function amountOf(inCents) {
  const digits = String(inCents < 0n ? -inCents : inCents).padStart(3, '0');
  return `${inCents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export const number = (value) => numbers.format(value);
/** Short where there is little room: 12,345 and 1.23M. */
export const shortly = (value) => (value < 100_000 ? number(value) : shorts.format(value));
export const time = (instant) => times.format(typeof instant === 'string' ? new Date(instant) : instant);
/** "a, b and c". */
export const list = (values) => lists.format(values);
export const language = () => cases;

/** "2 min. ago"; null below five seconds, which the texts call "just now". */
export function age(seconds) {
  if (seconds < 5) return null;
  if (seconds < 90) return ages.format(-Math.round(seconds), 'second');
  if (seconds < 5400) return ages.format(-Math.round(seconds / 60), 'minute');
  if (seconds < 129600) return ages.format(-Math.round(seconds / 3600), 'hour');
  return ages.format(-Math.round(seconds / 86400), 'day');
}

/** A duration in milliseconds. */
export function duration(milliseconds) {
  const seconds = milliseconds >= 1000;
  return new Intl.NumberFormat(cases, { style: 'unit', unit: seconds ? 'second' : 'millisecond', maximumFractionDigits: 1 })
    .format(seconds ? milliseconds / 1000 : milliseconds);
}
