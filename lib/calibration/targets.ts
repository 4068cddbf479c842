import type { ExactRow } from './exact-rows';
import type { LedgerRow } from './ledger-row';
import type { CalibrationRow } from './simulate';
import type { UnevenRow } from './uneven-pages';

/** A number of the table that is worse than its target. */
export interface Breach {
  where: string;
  what: string;
  value: number;
  target: number;
}

/** Least share of draws whose limits must hold the truth, by design. */
const COVERS: Record<string, number> = {
  census: 1,
  'people at random': 0.95,
  'documents at random': 0.935,
  'pages at random': 0.94,
  'two strata': 0.95,
  'one stratum whole': 0.95,
  'two captures': 0.95,
  'the first part': 1,
  'half a download': 1,
};

/** Of claims, false or true, how many may be decided wrongly. */
const WRONG = 0.05;

/** Simulated shares may miss their target by chance: by 4.5 standard deviations. */
const SPREAD = 4.5;

/** Every number of the simulated table that misses its target by more than chance allows. */
export function breachesOf(rows: CalibrationRow[]): Breach[] {
  return rows.flatMap((row) => {
    const where = `${row.design}, ${row.world} (seed ${row.seed})`;
    const covers = COVERS[row.design] ?? 1;
    const found: Breach[] = [];
    if (row.covers < covers - slack(covers, row.runs))
      found.push({ where, what: 'limits hold the truth too seldom', value: row.covers, target: covers });
    const limit = WRONG + slack(WRONG, row.judged);
    if (row.falseSupported > limit)
      found.push({ where, what: 'false claims supported', value: row.falseSupported, target: WRONG });
    if (row.falseRefuted > limit)
      found.push({ where, what: 'true claims refuted', value: row.falseRefuted, target: WRONG });
    return found;
  });
}

function slack(target: number, runs: number): number {
  return SPREAD * Math.sqrt((target * (1 - target)) / runs);
}

/** Every number of the enumerated table that misses its target: no chance is involved. */
export function exactBreachesOf(rows: ExactRow[]): Breach[] {
  return rows.flatMap((row) => {
    const where = `${row.method}, ${row.examined} of ${row.population ?? 'no end'}`;
    const found: Breach[] = [];
    const demand = (what: string, value: number, target: number, holds: boolean) => {
      if (!holds) found.push({ where, what, value, target });
    };
    if (row.method === 'mid-p') {
      demand('least coverage', row.least, 0.91, row.least >= 0.91);
      demand('mean coverage', row.mean, 0.95, !(Math.abs(row.mean - 0.95) > 0.01));
      return found;
    }
    demand('misses above', row.above, 0.025, row.above <= 0.025 + 1e-9);
    demand('misses below', row.below, 0.025, row.below <= 0.025 + 1e-9);
    demand('mean coverage', row.mean, 0.965, !(row.mean > 0.965));
    return found;
  });
}

/** Ledgers decided wrongly more often than the error they share. */
export function ledgerBreachesOf(rows: LedgerRow[]): Breach[] {
  return rows
    .filter((row) => row.wrong > WRONG + slack(WRONG, row.runs))
    .map((row) => ({
      where: row.name,
      what: 'ledgers with a wrong verdict',
      value: row.wrong,
      target: WRONG,
    }));
}

/** Chance of a miss that each limit may have on its side. */
const TAIL = 0.025;

/** Limits from pages of unequal size that miss more often on a side than they say. */
export function unevenBreachesOf(rows: UnevenRow[]): Breach[] {
  return rows.flatMap((row) => {
    const where = `${row.drawn} of ${row.frame} pages, sizes: ${row.sizes}, holders: ${row.holders}`;
    const sides = [
      ['limits above the truth', row.above],
      ['limits below the truth', row.below],
    ] as const;
    return sides
      .filter(([, value]) => value > TAIL + slack(TAIL, row.runs))
      .map(([what, value]) => ({ where, what, value, target: TAIL }));
  });
}
