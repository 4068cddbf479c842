import { RANK_SPACE, ranker } from '../../contract/rank';
import type { Truth } from '../../contract/truth';
import type { WorldParameters } from '../parameters/world-parameters';
import type { Population } from '../population/population-plan';

/** Field of ids for who is in a second database, unless its draw has a name. */
const MEMBER = 63;

/** Who is in a second database, beside the first that holds everybody of the population. */
export interface SecondDatabase {
  /** Numbers of people in ascending order; from the population's size on they are in the second alone. */
  members: Uint32Array;
  /** Those who are drawn; everybody in a census. */
  drawn: Uint32Array;
  /** Largest rank that is in. */
  threshold: number;
}

/**
 * The people of a second database that overlaps the first: a share of the first's, by a draw of each person's own, and
 * some that only it has. The same rank that draws people for the first draws them for the second.
 *
 * @param draw threshold: largest rank that is in
 */
export function secondDatabase(
  { share, others, draw: text }: NonNullable<WorldParameters['second']>,
  { draws, ids, size }: Population,
  { seed, threshold }: { seed: string; threshold: number },
): SecondDatabase {
  const draw = draws.draw(text, { table: 'id', field: MEMBER, by: 'person' });
  const found: number[] = [];
  for (let number = 0; number < size; number++) if (draw.at(number) < share) found.push(number);
  for (let other = 0; other < others; other++) found.push(size + other);
  const members = Uint32Array.from(found);
  if (threshold >= RANK_SPACE - 1) return { members, drawn: members, threshold };
  const rank = ranker(seed);
  const drawn = members.filter((number) => rank(ids.text(number)) <= threshold);
  return { members, drawn, threshold };
}

/** How many people both databases hold, and how many either, of those drawn and of everybody. */
export function overlapTruth(
  { members, drawn }: SecondDatabase,
  { size, people }: { size: number; people: number },
): Truth['measures'] {
  const both = (numbers: Uint32Array) => numbers.reduce((sum, number) => sum + Number(number < size), 0);
  return {
    'overlap:first,second': { population: both(members), file: both(drawn) },
    'union:first,second': {
      population: size + members.length - both(members),
      file: people + drawn.length - both(drawn),
    },
  };
}
