import { createHash } from 'node:crypto';
import type { Hedge } from '../../contract/case';
import { HEDGES } from './hedges';
import { regionsOfWording, type WordingContext } from './regions-of-wording';

/** Numbers that tell every rule of the table of wordings from others. */
const NUMBERS: Record<'count' | 'share' | 'time', readonly number[]> = {
  count: [0, 1, 7, 24, 140, 200, 999, 1_000, 24_000, 2_400_000],
  share: [0, 0.004, 0.24, 0.5, 0.995, 1],
  time: [1, 22, 90],
};

/** Hex SHA-256 of what each wording is taken to mean: of its regions for numbers of each kind and size, under each reading. */
export function readingsDigest(): string {
  const hash = createHash('sha256');
  const contexts: WordingContext[] = [{ population: null }, { population: 2_400_000, everybody: 2_400_000 }];
  for (const hedge of Object.keys(HEDGES).sort() as Hedge[])
    for (const kind of ['count', 'share', 'time'] as const)
      for (const value of NUMBERS[kind])
        for (const context of contexts)
          hash.update(
            `${JSON.stringify([hedge, kind, value, regionsOfWording({ hedge, value }, { ...context, kind })])}\n`,
          );
  return hash.digest('hex');
}
