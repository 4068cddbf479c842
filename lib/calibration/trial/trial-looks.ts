import type { PrivateResults } from '../../contract/results';
import type { PathLook, Review } from '../../contract/review';
import { nameOf, THINGS, type TrialWorld } from './trial-world';

/** What somebody says who has looked at every path of an input: which of the things it holds, and which it cannot. */
export function trialLooks(world: TrialWorld, { inputs, fields }: PrivateResults): Review {
  const held = new Map(
    THINGS.flatMap((thing) => {
      const { guise } = world.things[thing];
      return guise === 'masked' ? [] : [[nameOf(thing, guise), thing] as const];
    }),
  );
  const paths = fields.map(({ kind, path }): PathLook => {
    const holds = held.get(path) ?? null;
    const cannot = THINGS.filter((thing) => thing !== holds);
    return { kind, path, cannot, holds, by: 'ada', on: '2021-03-11' };
  });
  return { schema: 'breachscope/review@1', commitment: inputs[0]?.commitment ?? '', answers: [], paths };
}
