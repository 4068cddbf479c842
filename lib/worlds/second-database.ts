import { RANK_SPACE, ranker } from '../contract/rank';
import { Randoms } from './randoms';
import { TABLE } from './tables';
import { UserIds } from './user-id';
import type { WorldParameters } from './world-parameters';

const FIELD = { second: 200 } as const;

/** Who is in a second database, beside the first that holds everybody of the population. */
export interface SecondDatabase {
  /** Account numbers in ascending order; from the population's size on they are in the second alone. */
  members: Uint32Array;
  /** Those who are drawn; everybody in a census. */
  drawn: Uint32Array;
  /** Largest rank that is in. */
  threshold: number;
}

/** What {@link secondDatabase} needs to know. */
export interface SecondWish {
  size: number;
  seed: string;
  /** Largest rank that is in. */
  threshold: number;
}

/**
 * The accounts of a second database that overlaps the first: a share of the first's, by a draw of each account's own, and
 * some that only it has. The same rank that draws people for the first draws them for the second.
 */
export function secondDatabase(
  { share, others }: NonNullable<WorldParameters['second']>,
  { size, seed, threshold }: SecondWish,
): SecondDatabase {
  const randoms = Randoms.of(seed);
  const found: number[] = [];
  for (let number = 0; number < size; number++)
    if (randoms.u64(TABLE.person, number, FIELD.second).first() < share) found.push(number);
  for (let other = 0; other < others; other++) found.push(size + other);
  const members = Uint32Array.from(found);
  if (threshold >= RANK_SPACE - 1) return { members, drawn: members, threshold };
  const ids = new UserIds(randoms);
  const rank = ranker(seed);
  const drawn = members.filter((number) => rank(ids.of(number).toString('latin1')) <= threshold);
  return { members, drawn, threshold };
}

/** How many people both databases hold, and how many either, of those drawn and of everybody. */
export function overlapMeasures(
  { members, drawn }: SecondDatabase,
  { size, people }: { size: number; people: number },
) {
  const both = (numbers: Uint32Array) => numbers.reduce((sum, number) => sum + Number(number < size), 0);
  return {
    'overlap:first,second': { population: both(members), file: both(drawn) },
    'union:first,second': {
      population: size + members.length - both(members),
      file: people + drawn.length - both(drawn),
    },
  };
}
