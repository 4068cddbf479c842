// `npm run bench large-people [ROWS]`: people linked over 24 million invented keys with 900 MB for the engine. A tenth of
// the accounts share an address with the one before, a twentieth a device with the one after; the count is known.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Category } from '../lib/dist/contract/categories';
import type { Field } from '../lib/dist/contract/field';
import type { StorePath } from '../lib/dist/contract/manifest';
import type { Store } from '../lib/dist/contract/store';
import { openEngine } from '../lib/dist/engine/open-engine';
import { countDefinitions } from '../lib/dist/measures/count-definitions';
import { findPeople } from '../lib/dist/people/find-people';

const ROWS = Number(process.argv[2] ?? 24_000_000);

/** A path of the one table, a text in every row. */
const pathOf = (column: string, path: string, distinct: number): StorePath => ({
  kind: 'k0',
  path,
  table: 'k0',
  column,
  typeColumn: null,
  present: ROWS,
  filled: ROWS,
  values: ROWS,
  filledValues: ROWS,
  distinct,
  types: { string: ROWS },
  first: { part: 0, line: 1, byte: 0 },
  last: { part: 0, line: ROWS, byte: 0 },
  fold: 0,
  maxBytes: 40,
});

const fieldOf = (category: Category, entry: StorePath): Field => ({
  entry,
  category,
  confidence: 1,
  why: [],
  alternatives: [],
  definitions: [],
  whose: 'own',
  hibp: null,
  veris: null,
  gdpr: 'personal',
});

async function main(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'large-people-'));
  const engine = await openEngine({ tempDir: dir, readable: [dir] });
  await engine.run(`create temp table k0 as select i as _doc, md5(cast(i as varchar)) as c0,
    'p' || (case when i % 10 = 1 then i - 1 else i end) || '@example.org' as c1,
    md5('m' || (case when i % 20 = 2 then i + 1 else i end)) as c2 from range(${ROWS}) as t(i)`);
  const [[accounts, emails, devices] = []] = await engine.numbers(
    'select count(distinct c0), count(distinct c1), count(distinct c2) from k0',
  );
  const fields = [
    fieldOf('account-id', pathOf('c0', 'user_id', accounts ?? 0)),
    fieldOf('email', pathOf('c1', 'email', emails ?? 0)),
    fieldOf('mac-address', pathOf('c2', 'mac', devices ?? 0)),
  ];
  const paths = fields.map(({ entry }) => entry);
  const kinds = [{ id: 'k0', documents: ROWS }];
  const tables = [{ name: 'k0', rows: ROWS, columns: [] }];
  const store = {
    manifest: { paths, tables, kinds },
    dir,
    engine,
    source: (table: string) => table,
    find: (kind: string, path: string) => paths.find((each) => each.kind === kind && each.path === path),
    close: () => engine.close(),
  } as unknown as Store;
  const started = performance.now();
  const { definitions } = await countDefinitions(store, await findPeople(store, fields));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const linked = definitions.find(({ links }) => links)?.count ?? 0;
  const made = ROWS - Math.ceil((ROWS - 1) / 10) - Math.ceil((ROWS - 2) / 20);
  const { maxRSS } = process.resourceUsage();
  process.stdout.write(
    `${ROWS.toLocaleString('en-GB')} accounts, ${linked.toLocaleString('en-GB')} people (${linked === made ? 'as made' : `made: ${made}`}), ` +
      `${seconds} s, at most ${(maxRSS / 1024).toFixed(0)} MB in memory, the table of keys included\n`,
  );
  store.close();
  rmSync(dir, { recursive: true, force: true });
  if (linked !== made) process.exitCode = 1;
}

void main();
