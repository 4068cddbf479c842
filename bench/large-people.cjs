'use strict';
// `node bench/large-people.cjs [ROWS]`: people linked over 24 million invented keys with 900 MB for the engine. A tenth of
// the accounts share an address with the one before, a twentieth a device with the one after; the count is known.
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { openEngine } = require('../lib/dist/engine/open-engine.js');
const { findPeople } = require('../lib/dist/people/find-people.js');

const ROWS = Number(process.argv[2] ?? 24_000_000);

async function main() {
  const dir = mkdtempSync(join(tmpdir(), 'large-people-'));
  const engine = await openEngine({ tempDir: dir, readable: [dir] });
  await engine.run(`create temp table k0 as select i as _doc, md5(cast(i as varchar)) as c0,
    'p' || (case when i % 10 = 1 then i - 1 else i end) || '@example.org' as c1,
    md5('m' || (case when i % 20 = 2 then i + 1 else i end)) as c2 from range(${ROWS}) as t(i)`);
  const [[accounts, emails, devices]] = await engine.numbers(
    'select count(distinct c0), count(distinct c1), count(distinct c2) from k0',
  );
  const entry = (column, path, distinct) => ({
    ...{ kind: 'k0', path, table: 'k0', column, typeColumn: null, present: ROWS, filled: ROWS, values: ROWS },
    ...{ filledValues: ROWS, distinct, types: { string: ROWS }, fold: 0, maxBytes: 40 },
  });
  const field = (category, own) => ({ entry: own, category, confidence: 1, definitions: [], whose: 'own' });
  const fields = [
    field('account-id', entry('c0', 'user_id', accounts)),
    field('email', entry('c1', 'email', emails)),
    field('mac-address', entry('c2', 'mac', devices)),
  ];
  const paths = fields.map((each) => each.entry);
  const store = {
    manifest: {
      paths,
      tables: [{ name: 'k0', rows: ROWS, columns: [] }],
      kinds: [{ id: 'k0', documents: ROWS }],
    },
    ...{ dir, engine, source: (table) => table },
    find: (kind, path) => paths.find((each) => each.kind === kind && each.path === path),
  };
  const started = performance.now();
  const { definitions } = await findPeople(store, fields);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const linked = definitions.find(({ links }) => links);
  const pairs = Math.ceil((ROWS - 1) / 10) + Math.ceil((ROWS - 2) / 20);
  const right = linked.count === ROWS - pairs;
  const { maxRSS } = process.resourceUsage();
  process.stdout.write(
    `${ROWS.toLocaleString('en-GB')} accounts, ${linked.count.toLocaleString('en-GB')} people (${right ? 'as made' : `made: ${ROWS - pairs}`}), ` +
      `${seconds} s, at most ${(maxRSS / 1024).toFixed(0)} MB in memory, the table of keys included\n`,
  );
  engine.close();
  rmSync(dir, { recursive: true, force: true });
  if (!right) process.exitCode = 1;
}

main();
