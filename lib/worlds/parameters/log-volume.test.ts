import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { worldParameters } from './load-parameters';
import { plannerOf } from '../population/plan-person';
import { personOf, populationOf } from '../population/population';
import { withLogs } from './log-volume';
import { refuses } from '../../testing/refuses';
import { WYZE } from '../../testing/repository';

const file = join(WYZE, 'worlds', 'researcher.yaml');
const given = worldParameters(file);
const size = 2_400_000;
const world = { population: size, world: 'researcher' };

function logsOf(logs: number, people: number): number[] {
  const population = populationOf(size, withLogs(given, { ...world, logs }), 'logs');
  const [person, plan] = [personOf(population), plannerOf(population)];
  const [requests = -1, events = -1] = ['request', 'event'].map((name) =>
    population.kinds.findIndex((kind) => kind.name === name),
  );
  const isHolder = population.roles.test('app token');
  return Array.from({ length: people }, (_, i) => {
    const { counts, number } = plan(i * Math.floor(size / people), person);
    assert.ok(!isHolder(number) || (counts[requests] ?? 0) > 0, 'whoever has a token has a request');
    return (counts[requests] ?? 0) + (counts[events] ?? 0);
  });
}

test('the mean is what was asked for, from a few to the 753 that were reported, and the tail is heavy', () => {
  for (const [logs, people] of [
    [0.5, 100_000],
    [10, 100_000],
    [753, 60_000],
  ] as const) {
    const counts = logsOf(logs, people);
    const mean = counts.reduce((sum, count) => sum + count, 0) / people;
    const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / people;
    assert.ok(Math.abs(mean - logs) < 5 * Math.sqrt(variance / people), `${mean} for ${logs}`);
    counts.sort((a, b) => b - a);
    const top = counts.slice(0, people / 100).reduce((sum, count) => sum + count, 0) / (mean * people);
    assert.ok(top > 0.08, `the busiest hundredth has ${top} of all documents`);
    assert.ok((counts[0] as number) <= 200_000);
  }
});

test('without a wish nothing changes; what cannot be is refused', () => {
  assert.equal(withLogs(given, world), given);
  for (const logs of [0.01, 5_000]) {
    refuses(
      () => withLogs(given, { ...world, logs }),
      'WORLD_IMPOSSIBLE',
      /log documents a person: at least one for each who must have one, at most \d/,
    );
  }
});
