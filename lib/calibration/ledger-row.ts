import type { AskedTest } from '../claims/wording/ask-tests';
import { runTests } from '../claims/judge/run-tests';
import type { Counted, Evidence } from '../contract/evidence';
import { randomsOf } from '../testing/randoms-of';
import { hypergeometricTails } from '../evidence/distributions/hypergeometric-tails';
import { firstWhole } from '../evidence/distributions/bisect';

/** How many ledgers had any claim decided wrongly. */
export interface LedgerRow {
  name: string;
  runs: number;
  wrong: number;
}

const CLAIMS = 24;
const MAIN = 'people.accounts';
const [EXAMINED, POPULATION] = [5000, 100_000];

/** Every claim false by one, every claim true at its very edge, and both by turns. */
const LEDGERS = ['every claim false by one', 'every claim true at its edge', 'false and true by turns'];

/**
 * Judges many ledgers of one draw each, with the ledger's own tests and their shared error. Each claim speaks of another
 * measure, drawn on its own: claims that go together are decided wrongly together, and less often in all.
 *
 * @param number 0 to 2: which ledger
 */
export function ledgerRow(number: number, runs: number): LedgerRow {
  const random = randomsOf(500 + number);
  const evidence: Evidence = {
    kind: 'srs-people',
    asked: 'srs-people',
    unit: MAIN,
    population: POPULATION,
    examined: EXAMINED,
    proof: 'checked',
    warnings: [],
    whole: true,
    words: { population: 'proof', total: null, drawn: 'proof' },
  };
  const claims = Array.from({ length: CLAIMS }, (_, i) => {
    const truth = 500 + 1500 * i;
    const holds = number === 1 || (number === 2 && i % 2 === 0);
    const region = holds
      ? { low: truth, high: Math.ceil(1.2 * truth) }
      : { low: truth + 1, high: Math.ceil(1.2 * truth) + 1 };
    return { id: `people.owners-${i}`, truth, holds, region, counts: countsFor(truth) };
  });
  const asked = claims.map(({ id, region }): AskedTest => ({
    measure: id,
    group: null,
    definition: null,
    hedge: null,
    regions: { strict: region, conventional: region, lenient: region },
  }));
  let wrong = 0;
  for (let run = 0; run < runs; run++) {
    const counted = claims.map(({ id, counts }): Counted => ({
      id,
      title: id,
      unit: 'people',
      of: MAIN,
      under: MAIN,
      count: counts(random()),
      outOf: null,
      drawnAs: MAIN,
    }));
    const tests = runTests(asked, { counted, evidence, review: null, fields: [], looks: [] });
    const any = tests.some(({ verdict }, i) => verdict === (claims[i]?.holds ? 'refuted' : 'supported'));
    if (any) wrong++;
  }
  return { name: LEDGERS[number] ?? '', runs, wrong: wrong / runs };
}

/** Counts as they fall in a draw while `holders` hold the thing, by inversion. */
function countsFor(holders: number): (chance: number) => number {
  const atMost = Array.from(
    { length: EXAMINED + 1 },
    (_, count) => hypergeometricTails(count, EXAMINED, holders, POPULATION).atMost,
  );
  return (chance) => firstWhole((count) => (atMost[count] ?? 1) >= chance, [0, EXAMINED]);
}
