import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import type { Proof } from '../../contract/truth';
import { worldFormat } from '../documents/world-format';
import { makeWorld } from '../make/make-world';
import type { WorldMade } from '../make/world-options';
import { WYZE } from '../../testing/repository';
import { tempFolder } from '../../testing/temp-folder';

type Document = Record<string, unknown>;

const data = join(WYZE, 'worlds');
const folder = tempFolder('formats-test');

const parametersFile = join(folder, 'small.yaml');
writeFileSync(
  parametersFile,
  `extends: ${JSON.stringify(join(data, 'researcher.yaml'))}
roles:
  testers: { people: 12 }
  planted weigh-ins: { people: 3 }
  token holders: { people: 40 }
  sharers: { people: 500 }
  staff: { people: 20 }
pairs: { address: 25, mailbox: 20, device: 30, household: 40 }
kinds:
  account:
    columns:
      email: { gaps: { blank: 0.02, missing: 0.02 } }
      nickname: { gaps: { odd: 0.05 } }
  share: { count: { further: [200, 50] } }
broken: { lines: { account: [SYNTAX, NOT_UTF8], device: [CONTROL_CHARACTER] } }
`,
);

let made = 0;
function make(format: string, change: object = {}): Promise<WorldMade> {
  const known = worldFormat(format);
  assert.ok(known, format);
  const out = join(folder, `out-${made++}`);
  const base = {
    case: 'wyze-2019',
    world: 'researcher',
    population: 12_000,
    people: 12_000,
    seed: 'formats',
  };
  return makeWorld({ ...base, parametersFile, out, format: known, ...change });
}

const textOf = (file: string) => {
  const bytes = readFileSync(file);
  return file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
};

/** Lines of a file, without those that its truth says are broken. */
function linesOf(world: WorldMade, i: number): string[] {
  const broken = new Set(world.truth.files[i]?.broken.map(({ line }) => line));
  const lines = textOf(world.files[i] as string)
    .toString('utf8')
    .split('\n');
  assert.equal(lines.pop(), '');
  return lines.filter((_, line) => !broken.has(line + 1));
}

const parsed = (lines: string[]) => lines.map((line) => JSON.parse(line) as Document);

/** A document as a table holds it: texts by path, nothing where it has nothing. */
function row(document: Document): Record<string, string> {
  const cells = Object.entries(document).flatMap(([key, value]) =>
    value !== null && typeof value === 'object'
      ? Object.entries(value).map(([inner, held]) => [`${key}.${inner}`, held as unknown])
      : [[key, value]],
  );
  return Object.fromEntries(
    cells.filter(([, value]) => value !== null && value !== '').map(([key, value]) => [key, String(value)]),
  ) as Record<string, string>;
}

/** A row with numbers as JavaScript writes them: a JSON number does not keep the nought of 2.50. */
const numeric = (table: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(table).map(([path, cell]) => [
      path,
      /^\d+\.\d+$/.test(cell) ? String(Number(cell)) : cell,
    ]),
  );

const plain = make('ndjson');
const expected = plain.then((world) => world.files.map((_, i) => parsed(linesOf(world, i))));

/** The hits' documents by kind, with every id checked to be a new one. */
function sources(hits: Document[][]): Document[][] {
  const ids = hits.flat().map((hit) => `${String(hit['_index'])} ${String(hit['_id'])}`);
  assert.equal(new Set(ids).size, ids.length, 'every document has an id of its own');
  for (const id of ids) assert.match(id, /^[a-z]+ [\w-]{20}$/);
  return hits.map((kind) => kind.map((hit) => hit['_source'] as Document));
}

test('the hashes of the truth are those of the files and of their text', async () => {
  for (const format of ['ndjson', 'ndjson.gz', 'csv', 'parquet', 'es-bulk', 'es-hits.gz', 'elasticdump']) {
    const world = await make(format, { people: 900 });
    world.truth.files.forEach(({ name, sha256, textSha256 }, i) => {
      const file = world.files[i] as string;
      const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
      assert.equal(basename(file), name);
      assert.equal(sha256, hash(readFileSync(file)));
      assert.equal(textSha256, format.endsWith('.gz') ? hash(textOf(file)) : undefined);
    });
  }
});

test('compressed text is the plain text, in one gzip member, the same for any number of threads', async () => {
  const [one, two, text] = [
    await make('ndjson.gz', { threads: 1 }),
    await make('ndjson.gz', { threads: 2 }),
    await plain,
  ];
  text.files.forEach((file, i) => {
    assert.ok(textOf(one.files[i] as string).equals(readFileSync(file)));
    assert.ok(readFileSync(one.files[i] as string).equals(readFileSync(two.files[i] as string)));
    const members = readFileSync(one.files[i] as string).indexOf(Buffer.from([0x1f, 0x8b, 8, 0, 0]), 1);
    assert.equal(members, -1);
  });
  assert.deepEqual(
    one.truth.files.map(({ broken }) => broken),
    text.truth.files.map(({ broken }) => broken),
  );
});

test('elasticdump lines hold the same documents', async () => {
  const world = await make('elasticdump');
  const hits = world.files.map((_, i) => parsed(linesOf(world, i)));
  assert.deepEqual(sources(hits), await expected);
  assert.ok(world.truth.files.some(({ broken }) => broken.length > 0));
});

test('a bulk file holds the same documents after their action lines, and a few deletions', async () => {
  const world = await make('es-bulk');
  const hits = world.files.map((_, i) => {
    const lines = linesOf(world, i);
    const { actionLines, deleted, broken } = world.truth.files[i] as (typeof world.truth.files)[0];
    const found: Document[] = [];
    let actions = 0;
    let deletions = 0;
    for (let line = 0; line < lines.length; line++) {
      const action = JSON.parse(lines[line] as string) as { index?: Document; delete?: Document };
      if (action.delete) deletions++;
      else {
        actions++;
        const next = lines[line + 1];
        if (next === undefined || /^\{"(index|delete)":/.test(next)) continue;
        found.push({ ...action.index, _source: JSON.parse(next) as Document });
        line++;
      }
    }
    assert.deepEqual([actions, deletions], [actionLines, deleted]);
    assert.equal(actions - found.length, broken.length, 'only broken lines are missing');
    return found;
  });
  assert.deepEqual(sources(hits), await expected);
  assert.ok(world.truth.files.every(({ deleted }) => deleted !== undefined));
  assert.ok((world.truth.files[0]?.deleted ?? 0) >= 11);
});

test('hits come on pages of 10,000 that say the total, a kind without documents on one page', async () => {
  for (const [people, threads] of [
    [12_000, 2],
    [300, 1],
  ] as const) {
    const world = await make('es-hits', { people, threads });
    const texts = await make('ndjson', { people });
    const hits = world.files.map((file, i) => {
      const pages = parsed(readFileSync(file, 'utf8').split('\n').slice(0, -1)) as unknown as {
        hits: { total: { value: number; relation: string }; hits: Document[] };
      }[];
      const { documents, broken } = world.truth.files[i] as (typeof world.truth.files)[0];
      assert.deepEqual(broken, [], 'no part of a page is broken');
      for (const { hits: page } of pages) assert.deepEqual(page.total, { value: documents, relation: 'eq' });
      const sizes = pages.map(({ hits: page }) => page.hits.length);
      assert.ok(sizes.slice(0, -1).every((size) => size === 10_000));
      assert.equal(sizes.length, Math.max(1, Math.ceil(documents / 10_000)));
      return pages.flatMap(({ hits: page }) => page.hits);
    });
    assert.deepEqual(
      sources(hits),
      texts.files.map((_, i) => parsed(linesOf(texts, i))),
    );
  }
});

test('a CSV file holds the same values under the names of the paths; nothing and the empty text differ', async () => {
  const world = await make('csv');
  for (const [i, documents] of (await expected).entries()) {
    const text = textOf(world.files[i] as string).toString('utf8');
    const rows: Record<string, string>[] = parse(text, { columns: true });
    const filled = rows.map((cells) =>
      Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== '')),
    );
    assert.deepEqual(filled.map(numeric), documents.map(row).map(numeric));
    const { kind } =
      world.truth.fields.find((field) => field.kind === Object.keys(world.truth.files[i]?.kinds ?? {})[0]) ??
      {};
    const fields = world.truth.fields.filter((field) => field.kind === kind);
    assert.deepEqual(
      Object.keys(rows[0] ?? {}),
      fields.map(({ path }) => path),
    );
    for (const { path, present, filled: full, values } of fields) {
      assert.deepEqual([present, values], [rows.length, rows.length]);
      assert.equal(full, rows.filter((cells) => (cells[path] as string).trim() !== '').length, path);
    }
  }
  const accounts = textOf(world.files[0] as string).toString('utf8');
  assert.match(accounts, /^[0-9a-f]{32},"",/m, 'a blank address');
  assert.match(accounts, /^[0-9a-f]{32},,/m, 'no address');
});

test('a Parquet file holds the same values in columns of their types', async () => {
  const { parquetReadObjects } = await import('hyparquet');
  const rowsOf = (file: string): Promise<Document[]> => {
    const bytes = readFileSync(file);
    return parquetReadObjects({
      file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
    });
  };
  const world = await make('parquet', { threads: 2 });
  for (const [i, documents] of (await expected).entries()) {
    const rows = await rowsOf(world.files[i] as string);
    assert.deepEqual(rows.map(row), documents.map(row).map(numeric));
    for (const [key, value] of Object.entries(rows[0] ?? {})) {
      if (key.endsWith('_ts')) assert.ok(typeof value === 'bigint' || value === null, key);
    }
  }
  const scale = await rowsOf(world.files[5] as string);
  assert.equal(typeof scale[0]?.['height'], 'number');
});

for (const format of ['ndjson', 'ndjson.gz', 'elasticdump', 'es-bulk']) {
  for (const people of [12_000, 1_000]) {
    test(`three shards of ${people} people as ${format} are the whole, text and truth`, async () => {
      const whole = await make(format, { people });
      const parts = [1, 2, 3].map((index) =>
        make(format, { people, shard: { index, of: 3 }, threads: index }),
      );
      const shards = await Promise.all(parts);
      whole.files.forEach((file, i) => {
        const text = Buffer.concat(shards.map((shard) => textOf(shard.files[i] as string)));
        assert.ok(text.equals(textOf(file)), basename(file));
        const sum = (of: (file: WorldMade['truth']['files'][0]) => number) =>
          shards.reduce(
            (total, { truth }) => total + of(truth.files[i] as WorldMade['truth']['files'][0]),
            0,
          );
        const { documents, broken, deleted } = whole.truth.files[i] as WorldMade['truth']['files'][0];
        assert.equal(
          sum((each) => each.documents),
          documents,
        );
        assert.equal(
          sum((each) => each.broken.length),
          broken.length,
        );
        assert.equal(
          sum((each) => each.deleted ?? 0),
          deleted ?? 0,
        );
      });
      const proofOf = ({ proofFile }: WorldMade) => JSON.parse(readFileSync(proofFile, 'utf8')) as Proof;
      for (const shard of shards) {
        assert.deepEqual(proofOf(shard), proofOf(whole), 'each carries the proof of all together');
        for (const [id, { population }] of Object.entries(shard.truth.measures))
          assert.equal(population, whole.truth.measures[id]?.population, id);
      }
      for (const id of ['people.accounts', 'documents', 'people.with:bone-density', 'people.with:email']) {
        const sum = shards.reduce((total, { truth }) => total + (truth.measures[id]?.file ?? 0), 0);
        assert.equal(sum, whole.truth.measures[id]?.file, id);
      }
    });
  }
}

test('formats are read by name; what is none, and compressed Parquet, are none', () => {
  assert.deepEqual(worldFormat('csv.gz'), { name: 'csv', gz: true });
  assert.deepEqual(worldFormat('es-hits'), { name: 'es-hits', gz: false });
  for (const text of ['xml', 'parquet.gz', 'csv.zip', '.gz', '']) assert.equal(worldFormat(text), null);
});
