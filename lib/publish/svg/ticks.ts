/** A place on an axis and what stands there. */
export interface Tick {
  at: number;
  text: string;
}

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Steps of 1, 2 or 5 times a power of ten. */
export function numberTicks(from: number, to: number, most: number): Tick[] {
  const rough = (to - from) / most;
  if (!(rough > 0)) return [{ at: from, text: numberText(from) }];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10);
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => {
    const at = Number(((first + i) * step).toPrecision(12));
    return { at, text: numberText(at) };
  });
}

/** Steps of hours, days or months, named as ISO 8601 does. */
export function dateTicks(from: number, to: number, most: number): Tick[] {
  const step = (to - from) / most;
  if (step > 27 * DAY) return monthTicks(from, to, Math.ceil(step / (30.4 * DAY)));
  const unit = step > DAY / 2 ? DAY * Math.ceil(step / DAY) : HOUR * Math.max(1, Math.ceil(step / HOUR));
  const ticks: Tick[] = [];
  for (let at = Math.ceil(from / unit) * unit; at <= to; at += unit) {
    const iso = new Date(at).toISOString();
    ticks.push({ at, text: unit < DAY ? `${iso.slice(5, 10)} ${iso.slice(11, 16)}` : iso.slice(0, 10) });
  }
  return ticks;
}

function monthTicks(from: number, to: number, months: number): Tick[] {
  // Whole years, halves, quarters where that many are skipped.
  const step = [1, 2, 3, 6, 12].find((each) => each >= months) ?? 12 * Math.ceil(months / 12);
  const start = new Date(from);
  const ticks: Tick[] = [];
  const first = 12 * start.getUTCFullYear() + start.getUTCMonth();
  for (let month = Math.ceil(first / step) * step; ; month += step) {
    const at = Date.UTC(Math.floor(month / 12), month % 12, 1);
    if (at > to) return ticks;
    if (at >= from) ticks.push({ at, text: new Date(at).toISOString().slice(0, step % 12 === 0 ? 4 : 7) });
  }
}

function numberText(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 10 });
}
