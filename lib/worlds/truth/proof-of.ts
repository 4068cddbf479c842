import { RANK_SPACE } from '../../contract/rank';
import type { DrawnStrata, Proof } from '../../contract/truth';
import { canBreak } from '../documents/world-format';
import type { PeopleDraw } from '../workers/draw-people';
import { countsOf, drawRule, type WorldCounts } from './truth-of';

/**
 * The proof of a world's draw: everything drawn is a census with a total from outside the files, less is a random draw
 * with its seed. Each shard carries the proof of all of them together; alone it proves nothing.
 */
export function proofOf(counts: WorldCounts): Proof {
  const { asked, population, draw } = counts;
  const source = 'the generator’s own count of documents, readable or not';
  const documents = accountedFor(counts);
  return {
    schema: 'breachscope/proof@2',
    kind: draw?.presence ? 'stratified' : draw ? 'srs-people' : 'census',
    unit: 'people.accounts',
    key: population.people.key,
    population: { value: asked.population, source: 'the size of the synthetic world' },
    draw: drawRule(counts),
    drawn: asked.people,
    ...(draw?.presence && { strata: strataOf(draw.presence, asked.population) }),
    total: draw ? null : { value: documents, source, at: population.given.time.newest },
    documents,
  };
}

/** Everybody with something at a path, and some of the others. */
function strataOf(
  { path, holders, others, threshold }: NonNullable<PeopleDraw['presence']>,
  population: number,
): DrawnStrata {
  return {
    path,
    by: 'presence',
    list: [
      { value: 'present', population: holders, drawn: holders, threshold: RANK_SPACE - 1 },
      { value: 'absent', population: population - holders, drawn: others, threshold },
    ],
  };
}

/** Documents of everybody drawn, in all parts: read, rejected and deleted. */
function accountedFor(counts: WorldCounts): number {
  const { population, kinds, format, alone, draw, asked } = counts;
  const whole = alone ? 'written' : 'population';
  const { documents, deletions } = countsOf(counts, !draw ? whole : asked.shard ? 'drawn' : 'written');
  const { lines } = population.given.broken;
  const broken = kinds.map(({ name }) => (canBreak(format) ? (lines[name]?.length ?? 0) : 0));
  const deleted = format.name === 'es-bulk' ? deletions : [];
  return [documents, broken, deleted].flat().reduce((sum, each) => sum + each, 0);
}
