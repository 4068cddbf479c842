import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AnalysisError } from '../../contract/errors';
import { RANK_SPACE } from '../../contract/rank';
import type { Truth } from '../../contract/truth';
import { KeySets } from '../distinct/key-sets';
import type { WorldFormat } from '../documents/world-format';
import { toParquet } from '../files/to-parquet';
import { WorldFiles, type FileWritten } from '../files/world-files';
import type { WorldParameters } from '../parameters/world-parameters';
import { populationOf } from '../population/population';
import type { KindPlan, Population } from '../population/population-plan';
import { factOf, peopleAtOnce, stretches, threadsFor } from './pieces-of-work';
import type { SecondDatabase } from './second-database';
import { proofOf } from '../truth/proof-of';
import { truthOf, type WorldCounts } from '../truth/truth-of';
import {
  boundOf,
  drawBeside,
  drawPeople,
  EVERYBODY,
  type Low,
  type PeopleDraw,
} from '../workers/draw-people';
import { inOrder } from '../workers/in-order';
import type { Answer, Counted, Counts, People, Task } from '../workers/person-batch';
import { addCounts } from '../workers/person-counter';
import { workerPool, type WorkerPool } from '../workers/worker-pool';
import { PROOF_FILE, TRUTH_FILE, type WorldOptions } from './world-options';

const PLAIN: WorldFormat = { name: 'ndjson', gz: false };

/** What is built: the world, or the second database beside it. */
export interface BuilderOptions extends Omit<WorldOptions, 'second'> {
  second?: SecondDatabase | null;
}

/** Builds one world: its workers, files and counts. */
export class WorldBuilder {
  readonly #options: WorldOptions;
  readonly #given: WorldParameters;
  readonly #folder: string;
  readonly #format: WorldFormat;
  readonly #sets: KeySets;
  readonly #pool: WorkerPool;
  readonly #population: Population;
  /** Made here: the second database, of these people. */
  readonly #second: SecondDatabase | null;
  #files: WorldFiles | null = null;
  /** People written, of all parts: known once they are drawn. */
  #written: number;
  #done = 0;

  /** @param folder where it is made; it is there and empty */
  constructor(folder: string, given: WorldParameters, { second = null, ...world }: BuilderOptions) {
    const { population: size, format = PLAIN, seed } = world;
    const options = second
      ? { ...world, population: second.members.length, people: second.drawn.length }
      : world;
    this.#folder = folder;
    this.#given = given;
    this.#options = options;
    this.#written = options.people;
    this.#format = format;
    this.#second = second;
    this.#population = populationOf(size, given, seed);
    this.#sets = new KeySets(join(folder, 'keys.spill'));
    const peopleAlone = second !== null;
    const setup = { given, size, seed, format, peopleAlone };
    this.#pool = workerPool(this.#threads(), setup, this.#population);
  }

  /** @param more measures that only this draw decides */
  async make(more?: (draw: PeopleDraw) => Promise<Truth['measures']>): Promise<Truth> {
    const draw = await this.#draw();
    this.#written = draw.numbers?.length ?? this.#written;
    // A part's proof says how many documents all parts of a draw hold together.
    if (draw.numbers && (this.#format.name === 'es-hits' || this.#options.shard))
      await this.#countAll(draw.numbers, 'drawn');
    const totals = this.#format.name === 'es-hits' ? await this.#totals(draw) : null;
    const plan = { format: textFormat(this.#format), kinds: this.#population.kinds, totals };
    const files = (this.#files = await WorldFiles.create(this.#folder, plan));
    await this.#work(this.#writing(draw), (answer) => files.add(answer));
    const counts = await this.#pool.counts();
    const written = await files.finish();
    const kinds = await this.#dropOthers(written);
    if (this.#format.name === 'parquet') await this.#pack(counts, written, kinds);
    const { from, to } = this.#part;
    const { case: name, world, seed, population, shard } = this.#options;
    const people = this.#written;
    const counted: WorldCounts = {
      asked: { case: name, world, seed, population, people, ...(shard && { shard }) },
      population: this.#population,
      format: this.#format,
      sets: this.#sets,
      counts,
      draw: this.#whole ? null : draw,
      alone: this.#alone,
      kinds,
    };
    const truth = truthOf(counted, written, to - from);
    if (more) Object.assign(truth.measures, await more(draw));
    await this.#save(TRUTH_FILE, truth);
    await this.#save(PROOF_FILE, proofOf(counted));
    this.#tell();
    return truth;
  }

  /** Stops whatever still works; removes what was only needed meanwhile. */
  async close(): Promise<void> {
    await this.#pool.stop();
    await this.#files?.close();
    this.#sets.close();
  }

  get #whole(): boolean {
    const { people, population, presence } = this.#options;
    return people === population && presence === undefined;
  }

  /** Of the people drawn: places of those who are written. */
  get #part(): { from: number; to: number } {
    const { index, of } = this.#options.shard ?? { index: 1, of: 1 };
    const place = (part: number) => Math.floor((part * this.#written) / of);
    return { from: place(index - 1), to: place(index) };
  }

  /** Everybody is written, and nothing is needed beforehand: they can be counted while they are written. */
  get #alone(): boolean {
    return this.#whole && this.#options.shard === undefined && this.#format.name !== 'es-hits';
  }

  #threads(): number {
    const { threads, population } = this.#options;
    if (threads !== undefined) return threads;
    const work = this.#part.to - this.#part.from + (this.#alone ? 0 : population);
    return threadsFor(work);
  }

  /** Counts everybody and finds who is drawn; in a census everybody is counted while they are written. */
  async #draw(): Promise<PeopleDraw> {
    const { people, population, presence } = this.#options;
    if (this.#second) return this.#drawSecond(this.#second);
    if (this.#alone) return EVERYBODY;
    const low: Low[] = [];
    const holders: number[] = [];
    const keep = (answer: Answer) => {
      if (answer.low) low.push(answer.low);
      holders.push(...answer.holders);
    };
    const bound = this.#whole ? 0 : boundOf(people, population);
    const fact = factOf(this.#population, presence);
    await this.#work(
      stretches(population, (people) => ({ work: 'count', whom: 'population', people, bound, fact })),
      keep,
    );
    if (this.#whole) return EVERYBODY;
    const drawn = () => {
      if (presence === undefined) return drawPeople(people, low);
      const others = Math.min(people, population - holders.length);
      return drawBeside(presence, holders, { others, low });
    };
    const draw = drawn();
    if (draw) return draw;
    low.length = 0;
    await this.#work(
      stretches(population, (stretch) => ({ work: 'rank', people: stretch, bound: RANK_SPACE })),
      keep,
    );
    return drawn() ?? EVERYBODY;
  }

  async #drawSecond({ members, drawn, threshold }: SecondDatabase): Promise<PeopleDraw> {
    if (!this.#alone) await this.#countAll(members, 'population');
    return { numbers: drawn, threshold };
  }

  async #countAll(numbers: Uint32Array, whom: Counted): Promise<void> {
    const tasks = stretches(numbers.length, ({ from, to }) => {
      return { work: 'count', whom, people: { numbers: numbers.slice(from, to) }, bound: 0 };
    });
    await this.#work(tasks, () => undefined);
  }

  /** Removes the files of kinds that the database does not hold. @returns those that it does */
  async #dropOthers(files: FileWritten[]): Promise<readonly KindPlan[]> {
    if (!this.#second) return this.#population.kinds;
    for (const { name } of files.slice(1)) await rm(join(this.#folder, name));
    return [this.#population.people];
  }

  /** Documents of everybody drawn, by kind. */
  async #totals({ numbers }: PeopleDraw): Promise<number[]> {
    const whom = numbers ? 'drawn' : 'population';
    return addCounts((await this.#pool.counts()).map(({ people }) => people[whom])).documents;
  }

  *#writing({ numbers }: PeopleDraw): Iterable<Task> {
    const step = peopleAtOnce(this.#given);
    const part = this.#part;
    for (let { from } = part; from < part.to; from += step) {
      const to = Math.min(part.to, from + step);
      const people: People = numbers ? { numbers: numbers.slice(from, to) } : { from, to };
      yield { work: 'write', people, before: from, of: this.#written };
    }
  }

  /** Lets the workers work; looks after each piece whether it shall go on. */
  async #work(tasks: Iterable<Task>, take: (answer: Answer) => Promise<void> | void): Promise<void> {
    this.#done = 0;
    this.#tell();
    await inOrder(this.#pool, tasks, async (answer) => {
      if (answer.texts) this.#done += answer.people;
      for (const [set, keys] of answer.keys) this.#sets.add(set, keys);
      await take(answer);
      this.#pool.reuse(answer);
      this.#tell();
    });
  }

  async #pack(counts: Counts[], files: FileWritten[], kinds: readonly KindPlan[]): Promise<void> {
    const tables = kinds.map(({ parameters, index, columns }) => ({
      csv: `${parameters.file}.csv`,
      parquet: `${parameters.file}.parquet`,
      columns: columns.map(({ path, index: column }) => ({
        path,
        counts: counts.map((each) => each.columns[index]?.[column]),
      })),
    }));
    const hashes = await toParquet(this.#folder, tables);
    for (const [i, { index }] of kinds.entries())
      Object.assign(files[index] ?? {}, { name: tables[i]?.parquet, sha256: hashes[i] });
  }

  #tell(): void {
    const { onProgress, signal } = this.#options;
    const total = this.#part.to - this.#part.from;
    onProgress?.({ step: 'world', done: this.#done, total, unit: 'people' });
    if (signal?.aborted) throw new AnalysisError('INTERRUPTED');
  }

  async #save(name: string, content: unknown): Promise<void> {
    await writeFile(join(this.#folder, name), `${JSON.stringify(content, null, 1)}\n`, { mode: 0o600 });
  }
}

/** What the text is written as. */
function textFormat(format: WorldFormat): WorldFormat {
  return format.name === 'parquet' ? { name: 'csv', gz: false } : format;
}
