import { availableParallelism } from 'node:os';
import type { WorldParameters } from '../parameters/world-parameters';
import type { Population } from '../population/population-plan';
import type { Task } from '../workers/person-batch';

/** People, counted and written, from which on starting threads pays. */
const MANY = 60_000;
const MOST_THREADS = 8;
/** People counted in one piece of work. */
const COUNTED = 50_000;
/** Documents in one piece of work, about. */
const DOCUMENTS = 12_000;

/** Counting everybody, piece by piece. */
export function* stretches(
  people: number,
  task: (stretch: { from: number; to: number }) => Task,
): Iterable<Task> {
  for (let from = 0; from < people; from += COUNTED)
    yield task({ from, to: Math.min(people, from + COUNTED) });
}

/** So many people that their documents are about {@link DOCUMENTS}, whatever they log. */
export function peopleAtOnce({ kinds }: WorldParameters): number {
  const documents = Object.values(kinds).reduce(
    (sum, { count }) => sum + (count.by === 'activity' ? count.active * (1 + count.further) : 0),
    1,
  );
  return Math.max(1, Math.round(DOCUMENTS / documents));
}

/** Bits among a person's facts that say that they have something at a path, in a document of any kind. */
export function factOf({ kinds }: Population, path: string | undefined): number {
  const columns = kinds.flatMap((kind) => kind.columns);
  return columns.reduce((all, column) => (column.path === path ? all | column.fact : all), 0);
}

/** Threads that so much work is shared by. @param people counted and written */
export function threadsFor(people: number): number {
  return people < MANY ? 1 : Math.min(availableParallelism(), MOST_THREADS);
}
