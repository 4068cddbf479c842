'use strict';
// The people curve alone, L4 included, on an input whose clean store lies in the cache: prints seconds of wall and of
// processor time as JSON. `node bench/people.cjs FILE…`; `bench/run.cjs` lays it beside T0. Bar: 0.2 of T0.
const { loadTaxonomy } = require('../lib/dist/cases/load-taxonomy.js');
const { classifyFields } = require('../lib/dist/fields/classify-fields.js');
const { emailMeasures } = require('../lib/dist/measures/email-measures.js');
const { findPeople } = require('../lib/dist/people/find-people.js');
const { openInput } = require('../lib/dist/records/open-input.js');

async function main(files) {
  const opened = await openInput(files);
  const { store } = opened;
  const fields = await classifyFields(store, loadTaxonomy(), null);
  const [started, used] = [performance.now(), process.cpuUsage()];
  const people = await findPeople(store, fields, { providers: loadTaxonomy().mailProviders });
  const emails = await emailMeasures(store, fields);
  const { user, system } = process.cpuUsage(used);
  const counts = [...people.definitions, ...emails].map(({ id, count }) => [id, count]);
  const report = {
    wall: (performance.now() - started) / 1000,
    processor: (user + system) / 1e6,
    counts: Object.fromEntries(counts),
    links: people.definitions.find(({ links }) => links)?.links ?? null,
  };
  process.stdout.write(`${JSON.stringify(report)}\n`);
  opened.close();
}

main(process.argv.slice(2));
