import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomsOf } from '../../testing/randoms-of';
import type { SafeGroups } from './safe-groups';
import { safeGroups } from './safe-groups';

/** What a reader of one answer sees: the told numbers. */
interface Seen {
  shown: number[];
  without: number | null;
  others: SafeGroups['others'];
}

/** The answer on people, of whom each has a set of values, written as bits. */
async function answerOn(people: readonly number[], values: number): Promise<Seen> {
  const having = (value: number) => people.filter((own) => own & (1 << value)).length;
  const sizes = Array.from({ length: values }, (_, value) => having(value));
  const groups = sizes
    .map((size, id) => ({ id, people: size, margins: [] }))
    .filter((group) => group.people >= 10)
    .sort((a, b) => b.people - a.people);
  const told = await safeGroups({
    everybody: people.length,
    without: people.filter((own) => own === 0).length,
    groups,
    outside: (shown) => {
      const mask = shown.reduce((bits, id) => bits | (1 << id), 0);
      return Promise.resolve(people.filter((own) => (own & ~mask) !== 0).length);
    },
  });
  return { ...told, shown: told.shown.map((id) => sizes[id] ?? 0) };
}

/** Every way to part so many people into groups, the largest first. */
function* partitions(people: number, most = people): Generator<number[]> {
  if (people === 0) yield [];
  for (let first = Math.min(people, most); first > 0; first--)
    for (const rest of partitions(people - first, first)) yield [first, ...rest];
}

/** What each told answer leaves possible, over every way in which so many people can have one value each, or none. */
async function possibilities(
  everybody: number,
): Promise<Map<string, { groups: number[]; without: number }[]>> {
  const possible = new Map<string, { groups: number[]; without: number }[]>();
  for (let without = 0; without <= everybody; without++) {
    for (const groups of partitions(everybody - without)) {
      const open = groups
        .map((people, id) => ({ id, people, margins: [] }))
        .filter(({ people }) => people >= 10);
      const { shown, ...rest } = await safeGroups({
        everybody,
        without,
        groups: open,
        outside: (ids) =>
          Promise.resolve(groups.reduce((sum, people, id) => sum + (ids.includes(id) ? 0 : people), 0)),
      });
      const seen = JSON.stringify([shown.map((id) => groups[id]), rest]);
      const own = possible.get(seen);
      if (own) own.push({ groups, without });
      else possible.set(seen, [{ groups, without }]);
    }
  }
  return possible;
}

test('who knows the rules and tries every way to have one value each works out no number from 1 to 9', async () => {
  let answers = 0;
  for (const everybody of [10, 11, 12, 18, 19, 20, 21, 22, 24, 28, 31, 34]) {
    for (const [seen, ways] of await possibilities(everybody)) {
      answers++;
      const [first] = ways;
      for (let count = 1; count <= 9; count++) {
        const certain = `${everybody} people, told ${seen}: certainly`;
        assert.ok(!ways.every(({ groups }) => groups.includes(count)), `${certain} a group of ${count}`);
        assert.ok(!ways.every(({ without }) => without === count), `${certain} ${count} without`);
        const fewer = ways.map(({ groups }) =>
          groups.filter((people) => people < 10).reduce((a, b) => a + b, 0),
        );
        assert.ok(!fewer.every((people) => people === count), `${certain} ${count} in small groups`);
      }
      assert.ok(first);
    }
  }
  assert.ok(answers > 100, `${answers} answers`);
});

test('in a table of pairs nobody is left over in a row or a column', async () => {
  const cell = (id: number, people: number, row: number, column: number) => ({
    id,
    people,
    margins: [
      { value: '0.1', people: row },
      { value: `1.${id}`, people: column },
    ],
  });
  const tell = async (groups: ReturnType<typeof cell>[]) =>
    (
      await safeGroups({
        everybody: 500,
        without: 0,
        groups,
        outside: (shown) =>
          Promise.resolve(
            500 - groups.reduce((sum, { id, people }) => sum + (shown.includes(id) ? people : 0), 0),
          ),
      })
    ).shown;
  assert.deepEqual(await tell([cell(1, 60, 100, 60), cell(2, 40, 100, 40)]), [1, 2]);
  assert.deepEqual(await tell([cell(1, 60, 105, 60), cell(2, 40, 105, 40)]), [1], 'a row of five more');
  assert.deepEqual(await tell([cell(1, 60, 120, 63), cell(2, 40, 120, 40)]), [2], 'a column of three more');
});

/**
 * Numbers of people by what they have of told groups and others (bits), in every way that the told numbers leave possible.
 *
 * @param bits one for each told group, the last one for the others
 */
function* reconstructions(everybody: number, { shown, without, others }: Seen): Generator<number[]> {
  const bits = shown.length + 1;
  const atoms = 1 << bits;
  const limits = [
    ...shown.map((people): [number, number] => [people, people]),
    othersRange(others, everybody),
  ];
  const counts = new Array<number>(atoms).fill(0);
  function* place(atom: number, left: number, sums: number[]): Generator<number[]> {
    if (atom === 0) {
      // Whoever is in no told group and not among the others has no value, and that is told.
      if (left === (without ?? 0) && limits.every(([low], i) => (sums[i] ?? 0) >= low)) {
        counts[0] = left;
        yield counts;
      }
      return;
    }
    const room = limits.map(([, high], i) => (atom & (1 << i) ? high - (sums[i] ?? 0) : Infinity));
    for (let people = Math.min(left, ...room); people >= 0; people--) {
      counts[atom] = people;
      yield* place(
        atom - 1,
        left - people,
        sums.map((sum, i) => (atom & (1 << i) ? sum + people : sum)),
      );
    }
  }
  yield* place(
    atoms - 1,
    everybody,
    limits.map(() => 0),
  );
}

function othersRange(others: SafeGroups['others'], everybody: number): [number, number] {
  if (others === '<10') return [1, 9];
  return others === 'withheld' ? [10, everybody] : [others, others];
}

/** The numbers from 1 to 9 that are the same in every reconstruction: of people in these and not in those. */
function certainNumbers(everybody: number, seen: Seen): number[] {
  const atoms = 1 << (seen.shown.length + 1);
  const numberIn = (counts: number[], event: number) =>
    counts.reduce((sum, people, atom) => (event & (1 << atom) ? sum + people : sum), 0);
  let known: Map<number, number> | null = null;
  for (const counts of reconstructions(everybody, seen)) {
    if (known === null) {
      const events = Array.from({ length: (1 << atoms) - 1 }, (_, i) => i + 1);
      known = new Map(events.map((event) => [event, numberIn(counts, event)]));
    }
    for (const [event, number] of known) if (numberIn(counts, event) !== number) known.delete(event);
    if ([...known.values()].every((number) => number < 1 || number > 9)) return [];
  }
  assert.ok(known, 'what is so is possible');
  return [...known.values()].filter((number) => number >= 1 && number <= 9);
}

test('who tries every way to have several values each works out no number from 1 to 9', async () => {
  const random = randomsOf(15);
  let [tried, told] = [0, 0];
  while (tried < 1500) {
    const everybody = 10 + Math.floor(random() * 26);
    const values = 1 + Math.floor(random() * 4);
    const [one, odds] = [random(), Array.from({ length: values }, () => random() * 1.1)];
    const people = Array.from({ length: everybody }, () => {
      if (random() < one) return 1 << Math.floor(random() ** 2 * values);
      return odds.reduce((own, odd, value) => (random() < odd ? own | (1 << value) : own), 0);
    });
    const seen = await answerOn(people, values);
    if (seen.shown.length > 2) continue;
    tried++;
    if (seen.shown.length > 0) told++;
    assert.deepEqual(
      certainNumbers(everybody, seen),
      [],
      `${everybody} people, told ${JSON.stringify(seen)}`,
    );
  }
  assert.ok(told > 200, `${told} answers told something`);
});
