import { Person } from './person';
import { planPerson } from './plan-person';
import type { Population } from './population';
import { Tally } from './tally';

/** Counts everybody of a population without writing anybody. */
export async function countPopulation(
  population: Population,
  pause: (people: number) => Promise<void>,
): Promise<Tally> {
  const tally = new Tally(population);
  const person = new Person();
  for (let number = 0; number < population.size; number++) {
    tally.add(planPerson(population, number, person));
    if ((number + 1) % 100_000 === 0) await pause(number + 1);
  }
  return tally;
}
