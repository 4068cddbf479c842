// What `npm run bench` measures, and the bar of each as a share of T0.
import * as inputs from './inputs';

/** One input that `inspect` is measured on. */
export interface Suite {
  title: string;
  make: inputs.MakeInput;
  /** People or documents. */
  size: number;
  /** Most that `inspect` may take, as a share of T0. */
  bar: number;
  /** How often both run. */
  pairs: number;
}

/** Suites that lay `inspect` beside T0, pair by pair. */
export const SUITES: Readonly<Record<string, Suite>> = {
  world: {
    title: 'A world of the first case with all its people, one NDJSON file a kind',
    make: inputs.world,
    size: 2_400_000,
    bar: 0.5,
    pairs: 3,
  },
  gz: { title: 'The same kinds, gzipped', make: inputs.gzipped, size: 480_000, bar: 0.5, pairs: 3 },
  csv: {
    title: 'The same kinds as CSV; T0 reads every column as text',
    make: inputs.csv,
    size: 480_000,
    bar: 1,
    pairs: 3,
  },
  people: {
    title: 'Accounts with nested devices, body metrics on the last 140 lines',
    make: inputs.people,
    size: 240_000,
    bar: 0.5,
    pairs: 5,
  },
  array: {
    title: 'The same accounts as one JSON array',
    make: inputs.arrayFile,
    size: 240_000,
    bar: 1,
    pairs: 3,
  },
  wide: {
    title: '10,000 columns, 40 in a document (T0 makes one map of them)',
    make: inputs.wide,
    size: 100_000,
    bar: 1,
    pairs: 3,
  },
  kinds: { title: '1,000 kinds, each with an array', make: inputs.kinds, size: 300_000, bar: 1, pairs: 3 },
  deep: { title: '50 levels', make: inputs.deep, size: 60_000, bar: 1, pairs: 3 },
};

/** Sizes of the growth suite, in people; the last one only with `--large`. */
export const GROWTH = [24_000, 240_000, 2_400_000, 9_600_000];
