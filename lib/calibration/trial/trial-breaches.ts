import { binomialTails } from '../../evidence/distributions/binomial-tails';
import type { Breach } from '../targets';
import { BY_CHANCE } from './hostile';
import type { TrialRow } from './trial-rows';

/** Least share of the verdicts decided rightly before that must still be decided. */
const STILL = 0.8;
/** Of fewer than so many a share says nothing. */
const FEW = 20;
/** Share of worlds with any wrong verdict, and of limits on each side of the truth, that a draw may come to by chance. */
const WRONG_WORLDS = 0.05;
const TAIL = 0.025;
/** As unlikely as three standard deviations of a normal distribution, on one side. */
const UNLIKELY = 0.00135;

/** What a trial of files misses: see the bars in `docs/method.md`. */
export function trialBreachesOf(rows: readonly TrialRow[]): Breach[] {
  return rows.flatMap((row) => {
    const where = `files of ${row.design}`;
    const byChance = BY_CHANCE.includes(row.design);
    const bars: [what: string, value: number, target: number][] = [
      byChance
        ? ['worlds with a wrong verdict', row.wrongWorlds, mostByChance(row.worlds, WRONG_WORLDS)]
        : ['wrong verdicts without chance', row.wrong, 0],
      ['wrong verdicts after a failed proof', row.wrongAfterFailed, 0],
      ['claims decided that are outside the records', row.outside, 0],
      ['wrong proofs neither caught nor told', row.unsaid, 0],
      ['certain limits without the truth', row.certainMisses, 0],
      ['limits above the truth', row.above, mostByChance(row.limits, TAIL)],
      ['limits below the truth', row.below, mostByChance(row.limits, TAIL)],
    ];
    const found = bars.filter(([, value, target]) => value > target);
    const kept = row.before < FEW ? 1 : row.still / row.before;
    return [
      ...found.map(([what, value, target]) => ({ where, what, value, target })),
      ...((byChance || row.design === 'census') && kept < STILL
        ? [{ where, what: 'verdicts still decided', value: kept, target: STILL }]
        : []),
    ];
  });
}

/**
 * Largest share of `runs` that chance alone would come to where each has the given chance: the exact binomial tail, since
 * a normal one is far off for a handful of runs.
 *
 * @example mostByChance(10, 0.025) // 0.3
 */
export function mostByChance(runs: number, chance: number): number {
  let most = runs;
  while (most > 0 && binomialTails(most, runs, chance).atLeast < UNLIKELY) most--;
  return runs === 0 ? 0 : most / runs;
}
