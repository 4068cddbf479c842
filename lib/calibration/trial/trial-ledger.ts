import { among } from './among';
import { randomsOf } from '../../testing/randoms-of';
import { THINGS, type TrialWorld } from './trial-world';

/** What a claim says. */
export type ClaimSort = 'absence' | 'presence' | 'number' | 'share' | 'size' | 'outside';

/** A claim of a trial's ledger, with what only the maker knows. */
export interface TrialClaim {
  sort: ClaimSort;
  /** null: the records cannot say. */
  holds: boolean | null;
  entry: Record<string, unknown> & { id: string };
}

/** Claims on everything in a world, true and false ones, far off and by one, and some that records cannot show. */
export function trialLedger(world: TrialWorld): TrialClaim[] {
  const random = randomsOf(world.seed + 3);
  const claims: TrialClaim[] = [];
  const add = (
    sort: ClaimSort,
    holds: boolean | null,
    said: { subject: string; wording: object | null; measure?: string; testability?: string },
  ) => {
    const number = claims.length;
    const entry = {
      id: `c${number}-${sort}`,
      party: number % 2 === 0 ? 'finder' : 'lamplight',
      date: '2021-03-10',
      said: `A sentence of the ledger (${number}).`,
      sources: ['N1'],
      ...said,
    };
    claims.push({ sort, holds, entry });
  };
  const people = world.keys.length;
  for (const thing of THINGS) {
    const holders = world.things[thing].holders.size;
    const measure = `people.with:${thing}`;
    add('absence', holders === 0, { subject: thing, wording: { hedge: 'none' }, measure });
    add('presence', holders > 0, { subject: thing, wording: { hedge: 'some' }, measure });
    for (const { wording, holds } of numbers(holders, people, random))
      add('number', holds, { subject: thing, wording: { ...wording, unit: 'people' }, measure });
    for (const { value, digits } of shares(holders / people, random))
      add('share', Math.abs(value - holders / people) <= 0.5 * 10 ** -2, {
        subject: thing,
        wording: { hedge: 'bare', value, unit: 'share', ...(digits > 0 && { digits }) },
        measure: `share.with:${thing}`,
      });
  }
  for (const [measure, truth] of [
    ['people.accounts', people],
    ['documents', world.documents.length],
  ] as const)
    for (const { wording, holds } of numbers(truth, 10 * truth, random))
      add('size', holds, { subject: 'size', wording: { ...wording, unit: 'people' }, measure });
  add('outside', null, { subject: 'servers', wording: null });
  add('outside', null, { subject: 'servers', wording: { hedge: 'bare', value: 3, unit: 'servers' } });
  add('outside', null, {
    subject: 'passwords',
    wording: { hedge: 'none' },
    testability: 'outside',
    measure: 'people.with:password',
  });
  return claims;
}

interface Said {
  wording: { hedge: string; value: number; digits?: number };
  holds: boolean;
}

/** Five claims on a number: far from its edge and at it, each at random true or false. All readings of each agree. */
function numbers(truth: number, most: number, random: () => number): Said[] {
  const two = (value: number) => (value < 100 ? Math.round(value) : Number(value.toPrecision(2)));
  const edge = (value: number) => ({ value, digits: Math.max(1, String(value).length) });
  const half = Math.ceil(truth / 2);
  const pick = (list: Said[]) => among(list, random);
  const about = (value: number): Said['wording'] => ({
    hedge: 'about',
    ...(value < 100 ? edge(value) : { value, digits: 2 }),
  });
  return [
    pick([
      ...(truth > 0 ? [{ wording: about(two(truth)), holds: true }] : []),
      { wording: about(two(2 * truth + 12)), holds: false },
      ...(truth > 40 ? [{ wording: about(two(truth / 2)), holds: false }] : []),
    ]),
    pick([
      { wording: { hedge: 'at-least', ...edge(Math.floor(0.7 * truth)) }, holds: true },
      { wording: { hedge: 'at-least', ...edge(Math.ceil(1.4 * truth) + 5) }, holds: false },
      { wording: { hedge: 'at-least', ...edge(truth + 1) }, holds: false },
    ]),
    pick([
      { wording: { hedge: 'up-to', ...edge(Math.min(most, Math.ceil(1.4 * truth) + 5)) }, holds: true },
      ...(truth > 1 ? [{ wording: { hedge: 'up-to', ...edge(half) }, holds: half >= truth }] : []),
      ...(truth > 1 ? [{ wording: { hedge: 'up-to', ...edge(truth - 1) }, holds: false }] : []),
    ]),
    pick([
      { wording: { hedge: 'over', ...edge(truth) }, holds: false },
      { wording: { hedge: 'exactly', ...edge(truth) }, holds: true },
      { wording: { hedge: 'exactly', ...edge(truth + 1) }, holds: false },
    ]),
  ];
}

/** Two shares in whole percent: about right, and another; now and then "0 %". */
function shares(share: number, random: () => number): { value: number; digits: number }[] {
  const written = (value: number) => {
    const rounded = Math.min(1, Math.max(0, Math.round(100 * value) / 100));
    return { value: rounded, digits: rounded >= 1 ? 3 : rounded >= 0.1 ? 2 : rounded > 0 ? 1 : 0 };
  };
  const away = share > 0.5 ? share - 0.2 : share + 0.2;
  return [random() < 0.5 ? written(share) : written(away), ...(random() < 0.3 ? [written(0)] : [])];
}
