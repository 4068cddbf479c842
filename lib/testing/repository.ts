import { join } from 'node:path';

/** Root of the checkout; the compiled tests run in `lib/dist`. */
export const ROOT = join(__dirname, '..', '..', '..');

/** The command. */
export const BIN = join(ROOT, 'lib', 'bin', 'breachscope.cjs');

/** Broken and hostile inputs, with what is expected of each in `expected.json`. */
export const CORPUS = join(ROOT, 'lib', 'records', 'testing', 'corpus');

/** The invented case of the contract's examples. */
export const GOLDEN = join(ROOT, 'lib', 'contract', 'golden');

/** The first case. */
export const WYZE = join(ROOT, 'data', 'wyze-2019');
