import { createHash, type Hash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { AnalysisError } from '../contract/errors';
import { ranker } from '../contract/rank';
import type { Proof, Truth } from '../contract/truth';
import { baseLines, textAt, type BaseLine } from './base-lines';
import { SELECTIONS, type Design, type Drawn, type Selection } from './designs';
import { worldParameters } from './load-parameters';
import { makeWorld, PROOF_FILE, TRUTH_FILE, worldAt, type WorldMade, type WorldOptions } from './make-world';
import { readSlowly } from './slow-reader';
import { swapIn } from './swap-in';

const SOURCE = Buffer.from('"_source":{');
const NEWLINE = Buffer.from('\n');

/** Documents that are held in memory to be counted. */
const MOST = 1_000_000;

type Known = NonNullable<Truth['known']>;

/** What was copied out of a whole world. */
interface Copied extends Drawn {
  planted: Known['planted'];
  /** Documents in the whole world by person, of people in what was copied. */
  counts: Map<string, number>;
}

/**
 * Makes a world and draws from it as a design says: `people` are the units drawn, people or documents. Census and random
 * draws of people are made as {@link makeWorld} makes them. For the others everybody is written first and removed at the
 * end, and what the truth file says of the files is counted from what was copied, document by document.
 *
 * @throws what {@link makeWorld} throws
 */
export async function designWorld(options: WorldOptions & { design: Design }): Promise<WorldMade> {
  const { design, population, seed, people } = options;
  if (design === 'census') return makeWorld({ ...options, people: population });
  if (design === 'srs-people') return makeWorld(options);
  const truth = await swapIn(options.out, async (folder) => {
    const format = {
      name: design === 'srs-records' ? ('elasticdump' as const) : ('ndjson' as const),
      gz: false,
    };
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const base = { ...options, people: population, format, out: join(folder, 'whole') };
    const whole = await makeWorld(base);
    const selection = SELECTIONS[design]({ whole, units: people, seed });
    const copied = copy({ whole, selection, folder, design });
    if (copied.documents > MOST) {
      const rule = `${copied.documents} documents are more than the ${MOST} that this design counts; make the population smaller`;
      throw new AnalysisError('WORLD_IMPOSSIBLE', { argument: options.world, rule });
    }
    rmSync(whole.dir, { recursive: true });
    const proof = proofOf(options, selection.proof(copied), whole.truth);
    if (design === 'srs-records' || design === 'cluster') proof.counts = writeCounts(folder, copied, seed);
    const made = truthOf({ folder, whole, copied, selection, proof, options });
    writeFileSync(join(folder, PROOF_FILE), `${JSON.stringify(proof, null, 1)}\n`, { mode: 0o600 });
    writeFileSync(join(folder, TRUTH_FILE), `${JSON.stringify(made, null, 1)}\n`, { mode: 0o600 });
    return made;
  });
  return worldAt(options.out, truth);
}

function copy({
  whole,
  selection,
  folder,
  design,
}: {
  whole: WorldMade;
  selection: Selection;
  folder: string;
  design: Design;
}): Copied {
  const outputs = new Map<string, { handle: number; hash: Hash; line: number; document: number }>();
  const fakes = new Set(whole.truth.known?.planted.map(({ file, line }) => `${file} ${line}`));
  const planted: Known['planted'] = [];
  const all = new Map<string, number>();
  const there = new Set<string>();
  let documents = 0;
  for (const each of baseLines(whole)) {
    const user = each.broken ? null : textAt(each, 'user_id');
    if (user !== null) all.set(user, (all.get(user) ?? 0) + 1);
    for (const name of selection.filesOf(each)) {
      const output = outputs.get(name) ?? { ...opened(join(folder, name)), line: 0, document: 0 };
      outputs.set(name, output);
      const bytes = design === 'srs-records' ? withId(each) : each.bytes;
      writeSync(output.handle, bytes);
      output.hash.update(bytes);
      output.line++;
      if (user === null) continue;
      output.document++;
      documents++;
      there.add(user);
      if (fakes.has(`${each.file} ${each.line}`))
        planted.push({ file: name, line: output.line, document: output.document });
    }
  }
  for (const { handle } of outputs.values()) closeSync(handle);
  return {
    hashes: new Map([...outputs].map(([name, { hash }]) => [name, hash.digest('hex')])),
    people: there.size,
    documents,
    planted,
    counts: new Map([...there].map((user) => [user, all.get(user) ?? 0])),
  };
}

/** A document with its id in it, out of the search hit that holds both. */
function withId(line: BaseLine): Buffer {
  const source = line.bytes.subarray(line.bytes.indexOf(SOURCE) + SOURCE.length, -2);
  return Buffer.concat([Buffer.from(`{"record_id":"${textAt(line, '_id')}",`), source, NEWLINE]);
}

function opened(path: string): { handle: number; hash: Hash } {
  return { handle: openSync(path, 'wx', 0o600), hash: createHash('sha256') };
}

/** How many documents each of these people has in all, by rank, beside the proof. */
function writeCounts(folder: string, { counts }: Copied, seed: string): NonNullable<Proof['counts']> {
  const rank = ranker(seed);
  const rows = [...counts].map(([user, count]) => [rank(user), count] as const).sort(([a], [b]) => a - b);
  const csv = `rank,count\n${rows.map((row) => `${row.join()}\n`).join('')}`;
  writeFileSync(join(folder, 'counts.csv'), csv, { mode: 0o600 });
  const sha256 = createHash('sha256').update(csv).digest('hex');
  return { person: 'user_id', whole: false, file: 'counts.csv', sha256 };
}

function proofOf(
  { design, people }: WorldOptions & { design: Design },
  own: Partial<Proof>,
  { population }: Truth,
): Proof {
  return {
    schema: 'breachscope/proof@1',
    kind: design,
    unit: 'people.accounts',
    key: 'user_id',
    population: { value: population, source: 'the size of the synthetic world' },
    draw: null,
    drawn: people,
    total: null,
    ...own,
  };
}

interface Parts {
  folder: string;
  whole: WorldMade;
  copied: Copied;
  selection: Selection;
  proof: Proof;
  options: WorldOptions;
}

function truthOf({ folder, whole, copied, selection, proof, options }: Parts): Truth {
  const { truth } = whole;
  const known: Known = {
    links: selection.whole
      ? (truth.known?.links ?? []).filter(({ accounts }) => accounts.every((user) => copied.counts.has(user)))
      : [],
    staff: (truth.known?.staff ?? []).filter((user) => copied.counts.has(user)),
    planted: copied.planted,
    genuine: {},
  };
  const files = [...copied.hashes.keys()].map((name) => join(folder, name));
  const found = readSlowly(
    { ...whole, files, truth: { ...truth, known } },
    worldParameters(options.parametersFile),
  );
  // Who is linked to whom shows only where people come with everything of theirs.
  const says = (id: string) => selection.whole || !['people.linked-l4', 'people.households'].includes(id);
  const both = (measures: Record<string, number>) =>
    Object.fromEntries(
      Object.entries(measures)
        .filter(([id, file]) => says(id) && !Number.isNaN(file))
        .map(([id, file]) => [id, { population: truth.measures[id]?.population ?? null, file }]),
    );
  const genuine = Object.entries(both(found.genuine)).filter(([id, { file }]) => file !== found.measures[id]);
  return {
    ...truth,
    people: copied.people,
    files: found.files,
    measures: both(found.measures),
    fields: found.fields,
    known: { ...known, genuine: Object.fromEntries(genuine) },
    draw: proof.draw,
  };
}
