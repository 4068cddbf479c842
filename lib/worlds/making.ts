import { availableParallelism } from 'node:os';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { AnalysisError } from '../contract/errors';
import { RANK_SPACE } from '../contract/rank';
import type { Proof, Truth } from '../contract/truth';
import type { ColumnCounts } from './column';
import { crewOf, type Crew } from './crew';
import { boundOf, drawPeople, EVERYBODY, type Low, type PeopleDraw } from './draw-people';
import { inOrder } from './in-order';
import { KeySets } from './key-sets';
import { PROOF_FILE, TRUTH_FILE, type WorldOptions } from './make-world';
import { pairsAmong, type Pair } from './links';
import type { Kind } from './paths';
import { populationOf, type Population } from './population';
import { addCounts, type TallyCounts } from './tally';
import { WorldFiles, type FileWritten } from './world-files';
import { measuresOf, withoutPlanted } from './world-measures';
import type { WorldParameters } from './world-parameters';
import { worldPaths, type WorldPath } from './world-paths';
import {
  columnSet,
  tallySet,
  type Account,
  type Answer,
  type Counted,
  type Lot,
  type Task,
} from './workshop';

/** People counted in one piece of work. */
const COUNTED = 50_000;
/** Documents in one piece of work, about. */
const DOCUMENTS = 12_000;
/** People, counted and written, from which on starting threads pays. */
const MANY = 60_000;
const MOST_THREADS = 8;

/** One world in the making: the crew, the files and the counts. */
export class Making {
  readonly #options: WorldOptions;
  readonly #given: WorldParameters;
  readonly #folder: string;
  readonly #sets: KeySets;
  readonly #crew: Crew;
  readonly #paths: WorldPath[];
  readonly #population: Population;
  readonly #counts = new Map<string, number>();
  #files: WorldFiles | null = null;
  #done = 0;

  /** @param folder where it is made; it is there and empty */
  constructor(folder: string, given: WorldParameters, options: WorldOptions) {
    this.#folder = folder;
    this.#given = given;
    this.#options = options;
    this.#paths = worldPaths(given);
    this.#sets = new KeySets(join(folder, 'keys.spill'));
    const { population: size, seed, people: written } = options;
    this.#population = populationOf(size, given, seed);
    this.#crew = crewOf(this.#threads(), { given, size, seed, written });
  }

  async make(): Promise<Truth> {
    const draw = await this.#draw();
    const files = (this.#files = await WorldFiles.create(this.#folder));
    await this.#work(this.#writing(draw), (answer) => files.add(answer));
    const accounts = await this.#crew.accounts();
    const truth = this.#truth(draw, accounts, await files.finish());
    await this.#save(TRUTH_FILE, truth);
    await this.#save(PROOF_FILE, this.#proof(draw, truth));
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

  #threads(): number {
    const { threads, people, population } = this.#options;
    if (threads !== undefined) return threads;
    const work = people + (this.#whole ? 0 : population);
    return work < MANY ? 1 : Math.min(availableParallelism(), MOST_THREADS);
  }

  /** Counts everybody and finds who is drawn; in a census everybody is counted while they are written. */
  async #draw(): Promise<PeopleDraw> {
    const { people, population } = this.#options;
    if (this.#whole) return EVERYBODY;
    const low: Low[] = [];
    const keep = (answer: Answer) => void (answer.low && low.push(answer.low));
    const bound = boundOf(people, population);
    await this.#work(
      lots(population, (lot) => ({ work: 'count', whom: 'population', lot, bound })),
      keep,
    );
    const draw = drawPeople(people, low);
    if (draw) return draw;
    low.length = 0;
    await this.#work(
      lots(population, (lot) => ({ work: 'rank', lot, bound: RANK_SPACE })),
      keep,
    );
    return drawPeople(people, low) as PeopleDraw;
  }

  *#writing({ numbers }: PeopleDraw): Iterable<Task> {
    const { people } = this.#options;
    const step = peopleAtOnce(this.#given);
    for (let from = 0; from < people; from += step) {
      const to = Math.min(people, from + step);
      const lot = numbers ? { numbers: numbers.slice(from, to) } : { from, to };
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
      this.#tell();
    });
  }

  #tell(): void {
    const { onProgress, signal, people } = this.#options;
    onProgress?.({ step: 'world', done: this.#done, total: people, unit: 'people' });
    if (signal?.aborted) throw new AnalysisError('INTERRUPTED');
  }

  #truth(draw: PeopleDraw, accounts: Account[], files: Record<Kind, FileWritten>): Truth {
    const { case: name, world, seed, population, people } = this.#options;
    const written = this.#counted('written', accounts);
    const everybody = this.#whole ? written : this.#counted('population', accounts);
    const measures = this.#both(everybody, written);
    const genuine = this.#both(withoutPlanted(everybody), withoutPlanted(written));
    return {
      schema: 'breachscope/truth@1',
      case: name,
      world,
      seed,
      population,
      people,
      files: Object.entries(files).map(([kind, { name: file, sha256, broken }]) => {
        const documents = written.documents[kind as Kind];
        return { name: file, sha256, documents, kinds: documents > 0 ? { [kind]: documents } : {}, broken };
      }),
      measures,
      fields: this.#fields(accounts),
      known: {
        links: this.#pairs(written).map(({ accounts: [one, other], ...pair }) => ({
          accounts: [this.#id(one), this.#id(other)],
          ...pair,
        })),
        staff: written.staff.map((number) => this.#id(number)),
        planted: Object.values(files).flatMap(({ name: file, planted, broken }) =>
          planted.map((line) => ({
            file,
            line,
            document: line - broken.filter((each) => each.line < line).length,
          })),
        ),
        genuine: Object.fromEntries(
          Object.entries(genuine).filter(([id, measure]) => !isDeepStrictEqual(measure, measures[id])),
        ),
      },
      claims: this.#given.claims,
      draw: this.#drawRule(draw),
    };
  }

  #counted(whom: Counted, accounts: Account[]): TallyCounts {
    return addCounts(accounts.map(({ tallies }) => tallies[whom]));
  }

  #both(everybody: TallyCounts, written: TallyCounts): Truth['measures'] {
    const inFile = this.#measures('written', written);
    const inAll = this.#whole ? inFile : this.#measures('population', everybody);
    return Object.fromEntries(
      Object.entries(inFile).map(([id, file]) => [id, { population: inAll[id] ?? null, file }]),
    );
  }

  #measures(whom: Counted, counts: TallyCounts): Record<string, number> {
    return measuresOf(counts, {
      given: this.#given,
      paths: this.#paths,
      pairs: this.#pairs(counts),
      different: (...sets) => this.#different(...sets.map((set) => tallySet(whom, set))),
    });
  }

  /** Sets do not change once the work is done, and planted documents change none. */
  #different(...sets: string[]): number {
    const name = sets.join();
    const count = this.#counts.get(name) ?? this.#sets.count(...sets);
    this.#counts.set(name, count);
    return count;
  }

  #pairs({ linked }: TallyCounts): Pair[] {
    return pairsAmong(this.#population, linked);
  }

  #id(person: number): string {
    return this.#population.ids.of(person).toString('latin1');
  }

  /** The inventory as the writers counted it; a path that nobody has is no row. */
  #fields(accounts: Account[]): Truth['fields'] {
    return this.#paths.flatMap(({ kind, path, category }) => {
      const sum = (of: keyof ColumnCounts) =>
        accounts.reduce((total, { columns }) => total + (columns[kind][path]?.[of] ?? 0), 0);
      const [present, filled, values] = [sum('present'), sum('filled'), sum('values')];
      if (present === 0) return [];
      const distinct = sum('each') + this.#sets.count(columnSet(kind, path));
      return [{ kind, path, present, filled, values, distinct, category }];
    });
  }

  #drawRule({ threshold }: PeopleDraw): Truth['draw'] {
    return this.#whole ? null : { rule: 'lowest-rank', seed: this.#options.seed, threshold };
  }

  /** Everything drawn is a census with a total from outside the files; less is a random draw with its seed. */
  #proof(draw: PeopleDraw, { files }: Truth): Proof {
    const lines = files.reduce((sum, file) => sum + file.documents + file.broken.length, 0);
    const total = { value: lines, source: 'the generator’s own count of lines', at: this.#given.time.newest };
    return {
      schema: 'breachscope/proof@1',
      kind: this.#whole ? 'census' : 'srs-people',
      unit: 'people.accounts',
      key: 'user_id',
      population: { value: this.#options.population, source: 'the size of the synthetic world' },
      draw: this.#drawRule(draw),
      drawn: this.#options.people,
      total: this.#whole ? total : null,
    };
  }

  async #save(name: string, content: unknown): Promise<void> {
    await writeFile(join(this.#folder, name), `${JSON.stringify(content, null, 1)}\n`, { mode: 0o600 });
  }
}

function* lots(people: number, task: (lot: Lot) => Task): Iterable<Task> {
  for (let from = 0; from < people; from += COUNTED)
    yield task({ from, to: Math.min(people, from + COUNTED) });
}

/** So many people that their documents are about {@link DOCUMENTS}, whatever they log. */
function peopleAtOnce({ devices, requests, events }: WorldParameters): number {
  const logs = [requests, events].reduce((sum, { active, further }) => sum + active * (1 + further), 0);
  return Math.max(1, Math.round(DOCUMENTS / (1 + devices.owners * (1 + devices.further) + logs)));
}
