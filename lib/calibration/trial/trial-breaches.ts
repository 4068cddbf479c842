import type { Breach } from '../targets';
import { BY_CHANCE } from './hostile';
import type { TrialRow } from './trial-rows';

/** Least share of the verdicts decided rightly before that must still be decided. */
const STILL = 0.8;
/** Of fewer than so many a share says nothing. */
const FEW = 20;

/** What a trial of files misses: see the bars in `docs/method.md`. */
export function trialBreachesOf(rows: readonly TrialRow[]): Breach[] {
  return rows.flatMap((row) => {
    const where = `files of ${row.design}`;
    const spread = (share: number) => share + 3 * Math.sqrt((share * (1 - share)) / row.worlds);
    const byChance = BY_CHANCE.includes(row.design);
    const bars: [what: string, value: number, target: number][] = [
      byChance
        ? ['worlds with a wrong verdict', row.wrongWorlds, spread(0.05)]
        : ['wrong verdicts without chance', row.wrong, 0],
      ['wrong verdicts after a failed proof', row.wrongAfterFailed, 0],
      ['claims decided that are outside the records', row.outside, 0],
      ['wrong proofs neither caught nor told', row.unsaid, 0],
      ['certain limits without the truth', row.certainMisses, 0],
      ['limits above the truth', row.above, spread(0.025)],
      ['limits below the truth', row.below, spread(0.025)],
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
