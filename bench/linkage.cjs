'use strict';
// `node bench/linkage.cjs`: how well linked people are told apart, on worlds where it is known who is who. Pairs of accounts
// that the kit joins against pairs that the world made: precision and recall, with devices and without.
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { findCase } = require('../lib/dist/cases/find-case.js');
const { loadCase } = require('../lib/dist/cases/load-case.js');
const { loadTaxonomy } = require('../lib/dist/cases/load-taxonomy.js');
const { Leaked } = require('../lib/dist/contract/leaked.js');
const { classifyFields } = require('../lib/dist/fields/classify-fields.js');
const { TIES } = require('../lib/dist/people/link-table.js');
const { findPeople } = require('../lib/dist/people/find-people.js');
const { openInput } = require('../lib/dist/records/open-input.js');
const { makeWorld } = require('../lib/dist/worlds/make-world.js');

const PEOPLE = Number(process.argv[2] ?? 2_400_000);
const percent = (part, whole) => (whole === 0 ? 'none' : `${((100 * part) / whole).toFixed(1)} %`);

async function main() {
  const caseFolder = loadCase(findCase('wyze-2019').dir);
  const population = caseFolder.file.populations[0].value;
  process.stdout.write(
    '| world | links | pairs joined | of one person (precision) | of all pairs of one person (recall) |\n',
  );
  process.stdout.write('| --- | --- | --- | --- | --- |\n');
  for (const world of caseFolder.file.worlds) {
    const work = mkdtempSync(join(tmpdir(), 'linkage-'));
    const parametersFile = join(caseFolder.dir, 'worlds', `${world}.yaml`);
    const made = await makeWorld({
      ...{ case: caseFolder.name, population, world, parametersFile },
      ...{ people: Math.min(PEOPLE, population), seed: caseFolder.file.seed, out: join(work, 'world') },
    });
    const opened = await openInput(made.files);
    try {
      await compare(world, opened.store, { caseFolder, truth: made.truth });
    } finally {
      opened.close();
      rmSync(work, { recursive: true, force: true });
    }
  }
}

async function compare(world, store, { caseFolder, truth }) {
  const taxonomy = loadTaxonomy();
  const fields = await classifyFields(store, taxonomy, caseFolder.notes);
  await findPeople(store, fields, { notes: caseFolder.notes, providers: taxonomy.mailProviders });
  const key = ([one, other]) => [one, other].sort().join(' ');
  const persons = new Set(
    truth.known.links.filter(({ one }) => one === 'person').map(({ accounts }) => key(accounts)),
  );
  for (const [name, weakest] of [
    ['own keys and devices', 'device'],
    ['own keys alone', 'own'],
  ]) {
    const joined = pairsOf(
      await store.engine.texts(
        `select cast(key as varchar), owner from links where tie <= ${TIES.indexOf(weakest)}`,
      ),
    );
    const right = [...joined].filter((pair) => persons.has(pair)).length;
    const precision = `${right.toLocaleString('en-GB')} (${percent(right, joined.size)})`;
    const recall = `${right.toLocaleString('en-GB')} of ${persons.size.toLocaleString('en-GB')} (${percent(right, persons.size)})`;
    process.stdout.write(
      `| ${world} | ${name} | ${joined.size.toLocaleString('en-GB')} | ${precision} | ${recall} |\n`,
    );
  }
}

/** Pairs of accounts in one group, over any chain. */
function pairsOf(links) {
  const parent = new Map();
  const root = (id) => (parent.get(id) === undefined ? id : root(parent.get(id)));
  const holders = new Map();
  for (const row of links) {
    const [key, owner] = row.map((cell) => Leaked.unseal(cell));
    if (!parent.has(owner)) parent.set(owner, undefined);
    const first = holders.get(key) ?? owner;
    holders.set(key, first);
    if (root(first) !== root(owner)) parent.set(root(owner), root(first));
  }
  const groups = new Map();
  for (const id of parent.keys()) groups.set(root(id), [...(groups.get(root(id)) ?? []), id.slice(1)]);
  const pairs = new Set();
  for (const group of groups.values()) {
    for (let i = 0; i < group.length; i++)
      for (let j = i + 1; j < group.length; j++) pairs.add([group[i], group[j]].sort().join(' '));
  }
  return pairs;
}

main();
