import type { OnProgress, ProgressEvent } from '../../contract/progress';
import { formatNumber } from '../../words/numbers/format-number';
import { formatBytes, formatSeconds } from '../../words/numbers/format-size';
import { knownWords } from './known-words';

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
const SHORT_TITLES: Partial<Record<ProgressEvent['step'], string>> = { read: 'Reading' };
/** A step that ends sooner says nothing. */
const QUIET_MS = 2000;
const REDRAW_MS = 200;
const BAR_CELLS = 24;
const MOST_COLUMNS = 100;

/** Where progress goes, and what the clock says. */
export interface ProgressScreen {
  write(text: string): void;
  /** A terminal gets one line that is drawn again; everything else gets a plain line every two seconds. */
  isTerminal: boolean;
  /** Width of the terminal, where it has one. */
  columns?: number | undefined;
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
    const line = lineOf(event, (now - started) / 1000, screen);
    screen.write(screen.isTerminal ? `\r\u001b[K${line}` : `${line}\n`);
    open = screen.isTerminal;
  };
  return { onProgress, end };
}

/** A line of a step: of what does not fit, what can be spared goes first: the rate, the bar, the time left, the words. */
function lineOf(event: ProgressEvent, seconds: number, { isTerminal, columns }: ProgressScreen): string {
  const { done, total, unit } = event;
  const amount = unit === 'bytes' ? formatBytes : (count: number) => `${formatNumber(count)} ${unit}`;
  const parts: Part[] = [{ text: TITLES[event.step], shorter: SHORT_TITLES[event.step] ?? '', spare: 3 }];
  const add = (text: string, spare = 0) => parts.push({ text, shorter: '', spare });
  if (total !== null && total > 0) {
    const share = Math.min(1, done / total);
    if (isTerminal) add('█'.repeat(Math.round(share * BAR_CELLS)).padEnd(BAR_CELLS, '░'), 4);
    add(`${Math.floor(share * 100)} %`);
    if (done > 0) add(`${amount(done / seconds)} a second`, 5);
    if (share > 0 && share < 1) add(`${formatSeconds((seconds / share) * (1 - share))} left`, 2);
  } else if (done > 0) add(amount(done));
  for (const text of knownWords(event.known)) add(text);
  return fitted(parts, Math.min(MOST_COLUMNS, (columns ?? Infinity) - 1));
}

/** A piece of a line, and how early it is spared; 0: only where nothing else is left. */
interface Part {
  text: string;
  shorter: string;
  spare: number;
}

function fitted(parts: Part[], columns: number): string {
  for (;;) {
    const line = parts
      .map(({ text }) => text)
      .filter(Boolean)
      .join('  ');
    const part = parts.reduce((a, b) => (b.text !== '' && b.spare > a.spare ? b : a), { spare: 0 } as Part);
    if (line.length <= columns || part.spare === 0) return line.slice(0, columns);
    part.text = part.text === part.shorter ? '' : part.shorter;
    part.spare = 1;
  }
}
