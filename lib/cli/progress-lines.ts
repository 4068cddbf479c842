import type { OnProgress, ProgressEvent } from '../contract/progress';
import { formatBytes, formatCount, formatSeconds } from './format';

const TITLES: Record<ProgressEvent['step'], string> = {
  look: 'Looking at the input',
  read: 'Reading every document',
  count: 'Counting distinct values',
  store: 'Finishing the working copy',
  fields: 'Finding what each field holds',
  people: 'Counting people',
  measures: 'Measuring',
  claims: 'Weighing the claims',
  notebooks: 'Running the notebooks',
  brief: 'Writing the brief',
  world: 'Making a synthetic world',
};
/** A step that ends sooner says nothing. */
const QUIET_MS = 2000;
const REDRAW_MS = 200;
const BAR_CELLS = 24;

/** Where progress goes, and what the clock says. */
export interface ProgressScreen {
  write(text: string): void;
  /** A terminal gets one line that is drawn again; everything else gets a plain line every two seconds. */
  isTerminal: boolean;
  now(): number;
}

/**
 * Prints progress of steps that take longer than two seconds: a bar with rate and time left on a terminal, plain lines
 * elsewhere.
 *
 * @returns the receiver of events, and `end`, which clears a bar that is still there
 */
export function progressLines(screen: ProgressScreen): { onProgress: OnProgress; end: () => void } {
  let step: ProgressEvent['step'] | null = null;
  let started = 0;
  let drawn = 0;
  let open = false;
  const end = () => {
    if (open) screen.write('\r\u001b[K');
    open = false;
    step = null;
  };
  const onProgress: OnProgress = (event) => {
    const now = screen.now();
    if (event.step !== step) {
      end();
      step = event.step;
      started = now;
      drawn = now;
    }
    const wait = now - started < QUIET_MS || now - drawn < (screen.isTerminal ? REDRAW_MS : QUIET_MS);
    if (wait && !(open && event.done === event.total)) return;
    drawn = now;
    const line = lineOf(event, (now - started) / 1000, screen.isTerminal);
    screen.write(screen.isTerminal ? `\r\u001b[K${line}` : `${line}\n`);
    open = screen.isTerminal;
  };
  return { onProgress, end };
}

function lineOf(event: ProgressEvent, seconds: number, bar: boolean): string {
  const { done, total, unit } = event;
  const amount = unit === 'bytes' ? formatBytes : (count: number) => `${formatCount(count)} ${unit}`;
  const parts = [TITLES[event.step]];
  if (total !== null && total > 0) {
    const share = Math.min(1, done / total);
    if (bar) parts.push('█'.repeat(Math.round(share * BAR_CELLS)).padEnd(BAR_CELLS, '░'));
    parts.push(`${Math.floor(share * 100)} %`);
    if (done > 0) parts.push(`${amount(done / seconds)} a second`);
    if (share > 0 && share < 1) parts.push(`${formatSeconds((seconds / share) * (1 - share))} left`);
  } else if (done > 0) parts.push(amount(done));
  for (const [name, count] of Object.entries(event.known ?? {}))
    if (name !== 'textBytes') parts.push(`${formatCount(count)} ${name}`);
  return parts.join('  ');
}
