import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, inspect } from './commands';
import { taken } from './run-once';
import type { Taken } from './run-once';
import { median, medianInterval } from './statistics';
import type { Suite } from './suites';

/** Most that the interval of the median ratio may reach. */
export const AGAINST_BAR = 1.03;

/** What another checkout took and what this one takes for the same input, pair by pair. */
export interface Comparison {
  name: string;
  pairs: { before: Taken; after: Taken }[];
}

/** Measures `inspect` of another built checkout and of this one in turn; who is first changes from pair to pair. */
export async function compareCheckouts(
  name: string,
  suite: Suite,
  { other, pairs, work, say }: { other: string; pairs: number; work: string; say: (line: string) => void },
): Promise<Comparison> {
  say(`${name}: writing the input`);
  const files = await suite.make(work, suite.size);
  const cache = join(work, 'cache');
  const inspected = async (root: string) => {
    rmSync(cache, { recursive: true, force: true });
    return taken({ ...inspect(root, files), env: { BREACHSCOPE_CACHE: cache } });
  };
  const found: Comparison['pairs'] = [];
  await inspected(other);
  await inspected(ROOT);
  for (let pair = 1; pair <= pairs; pair++) {
    const otherFirst = pair % 2 === 1;
    const [first, second] = [
      await inspected(otherFirst ? other : ROOT),
      await inspected(otherFirst ? ROOT : other),
    ];
    const [before, after] = otherFirst ? [first, second] : [second, first];
    found.push({ before, after });
    const of = (key: keyof Taken) => `${before[key].toFixed(2)} s, now ${after[key].toFixed(2)} s`;
    say(`${name}: pair ${pair}: ${of('wall')}; of processor time ${of('processor')}`);
  }
  return { name, pairs: found };
}

/** Median ratio of now to before with its exact 95 % interval, by the clock or of processor time. */
export function ratioOf(
  { pairs }: Comparison,
  key: keyof Taken,
): { median: number; interval: [number, number] } {
  const ratios = pairs.map(({ before, after }) => after[key] / before[key]);
  return { median: median(ratios), interval: medianInterval(ratios) };
}

/** One line of a result. */
export function comparisonLine(comparison: Comparison): string {
  const of = (key: keyof Taken) => {
    const { median: middle, interval } = ratioOf(comparison, key);
    return `${middle.toFixed(3)} (${interval.map((end) => end.toFixed(3)).join(' to ')})`;
  };
  return `${comparison.name}: ${of('processor')} of the processor time before, ${of('wall')} by the clock, ${comparison.pairs.length} pairs\n`;
}
