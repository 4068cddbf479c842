import type { Proof } from '../contract/truth';
import { KINDS } from './paths';
import { drawRule, tallied, type WorldCounts } from './truth-of';
import { canBreak } from './world-format';

/**
 * The proof of a world's draw: everything drawn is a census with a total from outside the files, less is a random draw
 * with its seed. Each shard carries the proof of all of them together; alone it proves nothing.
 */
export function proofOf(counts: WorldCounts): Proof {
  const { options, given, draw } = counts;
  const source = 'the generator’s own count of documents, readable or not';
  return {
    schema: 'breachscope/proof@1',
    kind: draw ? 'srs-people' : 'census',
    unit: 'people.accounts',
    key: 'user_id',
    population: { value: options.population, source: 'the size of the synthetic world' },
    draw: drawRule(counts),
    drawn: options.people,
    total: draw ? null : { value: accountedFor(counts), source, at: given.time.newest },
  };
}

/** Documents of everybody: read, rejected and deleted. */
function accountedFor(counts: WorldCounts): number {
  const { given, format, alone } = counts;
  const all = tallied(counts, alone ? 'written' : 'population');
  const sum = (of: (kind: (typeof KINDS)[number]) => number) =>
    KINDS.reduce((total, kind) => total + of(kind), 0);
  const broken = canBreak(format) ? sum((kind) => given.broken[kind]?.length ?? 0) : 0;
  const deleted = format.name === 'es-bulk' ? sum((kind) => all.deletions[kind]) : 0;
  return sum((kind) => all.documents[kind]) + broken + deleted;
}
