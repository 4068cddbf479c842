'use strict';
// What `npm run bench` measures, and the bar of each as a share of T0.
const inputs = require('./inputs.cjs');

/** Suites that lay `inspect` beside T0, pair by pair. `size`: people or documents. */
exports.PAIRS = {
  world: {
    title: 'A world of the first case with all its people, one NDJSON file a kind',
    ...{ make: inputs.world, size: 2_400_000, bar: 0.5, pairs: 3 },
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
    ...{ make: inputs.people, size: 240_000, bar: 0.5, pairs: 5 },
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
exports.GROWTH = [24_000, 240_000, 2_400_000, 9_600_000];
