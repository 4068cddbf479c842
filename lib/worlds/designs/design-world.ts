import { createHash, type Hash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { AnalysisError } from '../../contract/errors';
import { ranker } from '../../contract/rank';
import type { Proof, Truth } from '../../contract/truth';
import { swapIn } from '../files/swap-in';
import { makeWorld } from '../make/make-world';
import { worldParameters } from '../parameters/load-parameters';
import { populationOf } from '../population/population';
import type { KindPlan, Population } from '../population/population-plan';
import { PROOF_FILE, TRUTH_FILE, worldAt, type WorldMade, type WorldOptions } from '../make/world-options';
import { baseLines, personOfLine, textAt, type BaseLine, type BaseWorld } from './base-lines';
import { SELECTIONS, type Design, type Selection } from './designs';
import { countedDocument } from './counted-document';
import { DocumentCounter } from './document-counter';
import { truthOfCopy, type Copied } from './truth-of-copy';

const SOURCE = Buffer.from('"_source":{');
const NEWLINE = Buffer.from('\n');

/** Documents that are held in memory to be counted. */
const MOST = 1_000_000;

type DesignOptions = WorldOptions & { design: Design };

/**
 * Makes a world and draws from it as a design says: `people` are the units drawn, people or documents. Census and random
 * draws of people are made as {@link makeWorld} makes them, with or without everybody who has something at a path (then
 * `people` are of the others). For the other designs everybody is written first and removed at the end, and what the
 * truth file says of the files is counted from what was copied, document by document.
 *
 * @throws what {@link makeWorld} throws
 */
export async function designWorld(options: DesignOptions): Promise<WorldMade> {
  const { design, population: size, seed, people } = options;
  if (design === 'census') return makeWorld({ ...options, people: size });
  if (design === 'srs-people') return makeWorld(options);
  if (design === 'presence') return makeWorld({ ...options, presence: presenceOf(options) });
  const truth = await swapIn(options.out, async (folder) => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const name = design === 'srs-records' ? 'elasticdump' : 'ndjson';
    const format = { name, gz: false } as const;
    const made = await makeWorld({ ...options, people: size, format, out: join(folder, 'whole') });
    const given = worldParameters(options.parametersFile);
    const population = populationOf(size, given, seed);
    const strata = given.designs?.strata ?? '';
    if (design === 'stratified' && !population.people.columns.some(({ path }) => path === strata)) {
      const rule = 'its parameters name no column of the first kind whose values are strata';
      throw new AnalysisError('WORLD_IMPOSSIBLE', { argument: options.world, rule });
    }
    const whole = { made, kinds: population.kinds };
    const asked = given.designs?.asked ?? given.time.newest;
    const selection = SELECTIONS[design]({ whole, units: people, seed, strata, asked });
    const copied = copy(selection, { whole, population, folder, withIds: design === 'srs-records' });
    if (copied.documents > MOST) {
      const rule = `${copied.documents} documents are more than the ${MOST} that this design counts; make the population smaller`;
      throw new AnalysisError('WORLD_IMPOSSIBLE', { argument: options.world, rule });
    }
    rmSync(made.dir, { recursive: true });
    const { key } = population.people;
    const documents = copied.documents + copied.broken;
    const proof: Proof = { ...proofOf({ ...options, design }, key, selection.proof(copied)), documents };
    if (design === 'srs-records' || design === 'cluster')
      proof.counts = writeCounts(folder, copied, { seed, key });
    const drawn = truthOfCopy({ truth: made.truth, copied, selection, proof });
    writeFileSync(join(folder, PROOF_FILE), `${JSON.stringify(proof, null, 1)}\n`, { mode: 0o600 });
    writeFileSync(join(folder, TRUTH_FILE), `${JSON.stringify(drawn, null, 1)}\n`, { mode: 0o600 });
    return drawn;
  });
  return worldAt(options.out, truth);
}

/** The path that says who is taken whatever their rank. @throws WORLD_IMPOSSIBLE where the world names none */
function presenceOf({ parametersFile, world }: DesignOptions): string {
  const { designs, kinds } = worldParameters(parametersFile);
  const path = designs?.presence;
  if (path !== undefined && Object.values(kinds).some(({ columns }) => path in columns)) return path;
  const rule = 'its parameters name no column that tells who is taken in any case';
  throw new AnalysisError('WORLD_IMPOSSIBLE', { argument: world, rule });
}

/** A file that lines are copied to. */
interface Output {
  /** Which of the files it is, from 0. */
  number: number;
  handle: number;
  hash: Hash;
  line: number;
  bytes: number;
  documents: Map<string, number>;
  broken: Truth['files'][0]['broken'];
}

interface CopyOptions {
  whole: BaseWorld;
  population: Population;
  folder: string;
  /** Write the id of each document into it. */
  withIds: boolean;
}

function copy(selection: Selection, { whole, population, folder, withIds }: CopyOptions): Copied {
  const outputs = new Map<string, Output>();
  const fakes = new Set(whole.made.truth.known?.planted.map(({ file, line }) => `${file} ${line}`));
  const planted: Copied['planted'] = [];
  const counts = new Map<string, number>();
  const there = new Set<string>();
  const [all, genuine] = [new DocumentCounter(population), new DocumentCounter(population)];
  let documents = 0;
  for (const each of baseLines(whole)) {
    const person = each.broken === null ? personOfLine(each) : null;
    if (person !== null) counts.set(person, (counts.get(person) ?? 0) + 1);
    for (const name of selection.filesOf(each)) {
      const output = outputs.get(name) ?? opened(join(folder, name), outputs.size);
      outputs.set(name, output);
      const bytes = withIds ? withId(each) : each.bytes;
      const byte = output.bytes;
      writeLine(output, bytes);
      if (person === null) {
        output.broken.push({ line: output.line, byte, code: each.broken ?? '' });
        continue;
      }
      documents++;
      there.add(person);
      output.documents.set(each.kind.name, (output.documents.get(each.kind.name) ?? 0) + 1);
      const isFake = fakes.has(`${each.file} ${each.line}`);
      if (isFake) planted.push({ file: name, line: output.line, document: sumOf(output.documents) });
      if (documents > MOST) continue;
      const place = { kind: each.kind, person, file: output.number, line: output.line };
      const document = countedDocument(place, bytes);
      all.add(document);
      if (!isFake) genuine.add(document);
    }
  }
  for (const { handle } of outputs.values()) closeSync(handle);
  const files = [...outputs].map(([name, output]) => fileOf(name, output, population.kinds));
  return {
    files,
    hashes: new Map(files.map(({ name, sha256 }) => [name, sha256])),
    people: there.size,
    documents,
    broken: files.reduce((sum, file) => sum + file.broken.length, 0),
    planted,
    counts: new Map([...there].map((person) => [person, counts.get(person) ?? 0])),
    all,
    genuine,
  };
}

function writeLine(output: Output, bytes: Buffer): void {
  writeSync(output.handle, bytes);
  output.hash.update(bytes);
  output.line++;
  output.bytes += bytes.length;
}

function fileOf(name: string, output: Output, kinds: readonly KindPlan[]): Truth['files'][0] {
  const counts = kinds.map(({ name: kind }) => [kind, output.documents.get(kind) ?? 0] as const);
  return {
    name,
    sha256: output.hash.digest('hex'),
    documents: sumOf(output.documents),
    kinds: Object.fromEntries(counts.filter(([, count]) => count > 0)),
    broken: output.broken,
  };
}

function sumOf(counts: Map<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

/** A document with its id in it, out of the search hit that holds both. */
function withId(line: BaseLine): Buffer {
  const source = line.bytes.subarray(line.bytes.indexOf(SOURCE) + SOURCE.length, -2);
  return Buffer.concat([Buffer.from(`{"record_id":"${textAt(line, '_id')}",`), source, NEWLINE]);
}

function opened(path: string, number: number): Output {
  return {
    number,
    handle: openSync(path, 'wx', 0o600),
    hash: createHash('sha256'),
    line: 0,
    bytes: 0,
    documents: new Map(),
    broken: [],
  };
}

/** How many documents each of these people has in all, by rank, beside the proof. */
function writeCounts(
  folder: string,
  { counts }: Copied,
  { seed, key }: { seed: string; key: string },
): NonNullable<Proof['counts']> {
  const rank = ranker(seed);
  const rows = [...counts].map(([user, count]) => [rank(user), count] as const).sort(([a], [b]) => a - b);
  const csv = `rank,count\n${rows.map((row) => `${row.join()}\n`).join('')}`;
  writeFileSync(join(folder, 'counts.csv'), csv, { mode: 0o600 });
  const sha256 = createHash('sha256').update(csv).digest('hex');
  return { person: key, whole: false, file: 'counts.csv', sha256 };
}

function proofOf(
  { design, people, population }: DesignOptions & { design: Exclude<Design, 'presence'> },
  key: string,
  own: Partial<Proof>,
): Proof {
  return {
    schema: 'breachscope/proof@2',
    kind: design,
    unit: 'people.accounts',
    key,
    population: { value: population, source: 'the size of the synthetic world' },
    draw: null,
    drawn: people,
    total: null,
    ...own,
  };
}
