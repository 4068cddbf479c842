import { rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { AnalysisError } from '../contract/errors';
import { RANK_SPACE } from '../contract/rank';
import type { Truth } from '../contract/truth';
import { crewOf, type Crew } from './crew';
import { boundOf, drawPeople, EVERYBODY, type Low, type PeopleDraw } from './draw-people';
import { inOrder } from './in-order';
import { KeySets } from './key-sets';
import { PROOF_FILE, TRUTH_FILE, type WorldOptions } from './make-world';
import { KINDS, type Kind } from './paths';
import { populationOf } from './population';
import { proofOf } from './proof-of';
import type { SecondDatabase } from './second-database';
import { addCounts } from './tally';
import { toParquet } from './to-parquet';
import { truthOf } from './truth-of';
import { WorldFiles, type FileWritten } from './world-files';
import type { WorldFormat } from './world-format';
import type { WorldParameters } from './world-parameters';
import { worldPaths, type WorldPath } from './world-paths';
import type { Account, Answer, Counted, Lot, Task } from './workshop';

/** People counted in one piece of work. */
const COUNTED = 50_000;
/** Documents in one piece of work, about. */
const DOCUMENTS = 12_000;
/** People, counted and written, from which on starting threads pays. */
const MANY = 60_000;
const MOST_THREADS = 8;
const PLAIN: WorldFormat = { name: 'ndjson', gz: false };

/** What is made: the world, or the second database beside it. */
export interface MakingOptions extends Omit<WorldOptions, 'second'> {
  second?: SecondDatabase | null;
}

/** One world in the making: the crew, the files and the counts. */
export class Making {
  readonly #options: WorldOptions;
  readonly #given: WorldParameters;
  readonly #folder: string;
  readonly #format: WorldFormat;
  readonly #sets: KeySets;
  readonly #crew: Crew;
  readonly #size: number;
  /** Made here: the second database, of these accounts. */
  readonly #second: SecondDatabase | null;
  readonly #paths: WorldPath[];
  /** Of the people drawn: places of those who are written. */
  readonly #part: { from: number; to: number };
  #files: WorldFiles | null = null;
  #done = 0;

  /** @param folder where it is made; it is there and empty */
  constructor(folder: string, given: WorldParameters, { second = null, ...world }: MakingOptions) {
    const { population: size, format = PLAIN, shard = { index: 1, of: 1 }, seed } = world;
    const options = second
      ? { ...world, population: second.members.length, people: second.drawn.length }
      : world;
    const written = options.people;
    const place = (index: number) => Math.floor((index * written) / shard.of);
    this.#folder = folder;
    this.#given = given;
    this.#options = options;
    this.#format = format;
    this.#size = size;
    this.#second = second;
    this.#paths = worldPaths(given);
    this.#part = { from: place(shard.index - 1), to: place(shard.index) };
    this.#sets = new KeySets(join(folder, 'keys.spill'));
    const accountsAlone = second !== null;
    this.#crew = crewOf(this.#threads(), { given, size, seed, written, format, accountsAlone });
  }

  /** @param more measures that only this draw decides */
  async make(more?: (draw: PeopleDraw) => Promise<Truth['measures']>): Promise<Truth> {
    const draw = await this.#draw();
    const totals = this.#format.name === 'es-hits' ? await this.#totals(draw) : null;
    const plan = { format: this.#text, paths: this.#paths, totals };
    const files = (this.#files = await WorldFiles.create(this.#folder, plan));
    await this.#work(this.#writing(draw), (answer) => files.add(answer));
    const accounts = await this.#crew.accounts();
    const written = await files.finish();
    const kinds = await this.#dropOthers(written);
    if (this.#format.name === 'parquet') await this.#pack(accounts, written, kinds);
    const { from, to } = this.#part;
    const context = {
      options: this.#options,
      given: this.#given,
      people: populationOf(this.#size, this.#given, this.#options.seed),
      format: this.#format,
      paths: this.#paths,
      sets: this.#sets,
      accounts,
      draw: this.#whole ? null : draw,
      alone: this.#alone,
      kinds,
    };
    const truth = truthOf(context, written, to - from);
    if (more) Object.assign(truth.measures, await more(draw));
    await this.#save(TRUTH_FILE, truth);
    await this.#save(PROOF_FILE, proofOf(context));
    this.#tell();
    return truth;
  }

  /** Stops whatever still works; removes what was only needed meanwhile. */
  async close(): Promise<void> {
    await this.#crew.stop();
    await this.#files?.close();
    this.#sets.close();
  }

  get #whole(): boolean {
    return this.#options.people === this.#options.population;
  }

  /** Everybody is written, and nothing is needed beforehand: they can be counted while they are written. */
  get #alone(): boolean {
    return this.#whole && this.#options.shard === undefined && this.#format.name !== 'es-hits';
  }

  /** What the text is written as. */
  get #text(): WorldFormat {
    return this.#format.name === 'parquet' ? { name: 'csv', gz: false } : this.#format;
  }

  #threads(): number {
    const { threads, population } = this.#options;
    if (threads !== undefined) return threads;
    const work = this.#part.to - this.#part.from + (this.#alone ? 0 : population);
    return work < MANY ? 1 : Math.min(availableParallelism(), MOST_THREADS);
  }

  /** Counts everybody and finds who is drawn; in a census everybody is counted while they are written. */
  async #draw(): Promise<PeopleDraw> {
    const { people, population } = this.#options;
    if (this.#second) return this.#drawSecond(this.#second);
    if (this.#alone) return EVERYBODY;
    const low: Low[] = [];
    const keep = (answer: Answer) => {
      if (answer.low) low.push(answer.low);
    };
    const bound = this.#whole ? 0 : boundOf(people, population);
    await this.#work(
      lots(population, (lot) => ({ work: 'count', whom: 'population', lot, bound })),
      keep,
    );
    if (this.#whole) return EVERYBODY;
    const draw = drawPeople(people, low);
    if (draw) return draw;
    low.length = 0;
    await this.#work(
      lots(population, (lot) => ({ work: 'rank', lot, bound: RANK_SPACE })),
      keep,
    );
    return drawPeople(people, low) as PeopleDraw;
  }

  async #drawSecond({ members, drawn, threshold }: SecondDatabase): Promise<PeopleDraw> {
    const count = ({ from, to }: { from: number; to: number }): Task => ({
      work: 'count',
      whom: 'population',
      lot: { numbers: members.slice(from, to) },
      bound: 0,
    });
    if (!this.#alone) await this.#work(lots(members.length, count), () => undefined);
    return { numbers: drawn, threshold };
  }

  /** Removes the files of kinds that the database does not hold. @returns those that it does */
  async #dropOthers(files: Record<Kind, FileWritten>): Promise<readonly Kind[]> {
    if (!this.#second) return KINDS;
    const [held, ...others] = KINDS;
    for (const kind of others) await rm(join(this.#folder, files[kind].name));
    return [held];
  }

  /** Documents of everybody drawn, by kind. */
  async #totals({ numbers }: PeopleDraw): Promise<Record<Kind, number>> {
    let whom: Counted = 'population';
    if (numbers) {
      whom = 'drawn';
      const some = ({ from, to }: { from: number; to: number }): Task => ({
        work: 'count',
        whom: 'drawn',
        lot: { numbers: numbers.slice(from, to) },
        bound: 0,
      });
      await this.#work(lots(numbers.length, some), () => undefined);
    }
    return addCounts((await this.#crew.accounts()).map(({ tallies }) => tallies[whom])).documents;
  }

  *#writing({ numbers }: PeopleDraw): Iterable<Task> {
    const step = peopleAtOnce(this.#given);
    const end = this.#part.to;
    for (let from = this.#part.from; from < end; from += step) {
      const to = Math.min(end, from + step);
      const lot: Lot = numbers ? { numbers: numbers.slice(from, to) } : { from, to };
      yield { work: 'write', lot, before: from };
    }
  }

  /** Lets the crew work; looks after each piece whether it shall go on. */
  async #work(tasks: Iterable<Task>, take: (answer: Answer) => Promise<void> | void): Promise<void> {
    this.#done = 0;
    this.#tell();
    await inOrder(this.#crew, tasks, async (answer) => {
      if (answer.texts) this.#done += answer.people;
      for (const [set, keys] of answer.keys) this.#sets.add(set, keys);
      await take(answer);
      this.#crew.reuse(answer);
      this.#tell();
    });
  }

  async #pack(accounts: Account[], files: Record<Kind, FileWritten>, kinds: readonly Kind[]): Promise<void> {
    const tables = kinds.map((kind) => ({
      csv: files[kind].name,
      parquet: files[kind].name.replace(/csv$/, 'parquet'),
      columns: this.#paths
        .filter((path) => path.kind === kind)
        .map(({ path }) => ({ path, counts: accounts.map(({ columns }) => columns[kind][path]) })),
    }));
    const hashes = await toParquet(this.#folder, tables);
    kinds.forEach((kind, i) => Object.assign(files[kind], { name: tables[i]?.parquet, sha256: hashes[i] }));
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

function* lots(people: number, task: (lot: { from: number; to: number }) => Task): Iterable<Task> {
  for (let from = 0; from < people; from += COUNTED)
    yield task({ from, to: Math.min(people, from + COUNTED) });
}

/** So many people that their documents are about {@link DOCUMENTS}, whatever they log. */
function peopleAtOnce({ devices, requests, events }: WorldParameters): number {
  const logs = [requests, events].reduce((sum, { active, further }) => sum + active * (1 + further), 0);
  return Math.max(1, Math.round(DOCUMENTS / (1 + devices.owners * (1 + devices.further) + logs)));
}
