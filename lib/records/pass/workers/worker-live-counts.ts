import { PathCounter } from '../wasm/shared/path-counter';
import { lettersOf } from '../../../cases/letters-of';
import type { WatchedName, WatchedNames } from '../../../cases/load-watched-names';
import type { Category } from '../../../contract/categories';
import type { LiveCountsMessage } from './messages';
import type { PassExports } from '../wasm/pass-exports';
import { ADDRESS_MAP_BYTES } from './live-counts';

/** New paths that are looked at with one block: an input of 200,000 paths must not wait for this. */
const MOST_PATHS = 500;
const MOST_BYTES = 64;

/** A path that is counted. */
interface Watched {
  id: number;
  root: number;
  parent: number;
  name: WatchedName;
}

/**
 * What one worker can say of its paths while it still reads: how many documents have a body metric, and marks for the
 * e-mail addresses. Names of paths stay here.
 */
export class WorkerLiveCounts {
  readonly #watched: Watched[] = [];
  readonly #rootsOfPeople = new Set<number>();
  readonly #goods = new Set<number>();
  #looked = 0;
  #told = Date.now();

  constructor(
    private readonly pass: PassExports,
    private readonly how: { watched: WatchedNames; addressMap: SharedArrayBuffer; liveCountsMs: number },
  ) {}

  /** Looks at the names of paths that are new. */
  checkNewPaths(): void {
    const end = Math.min(this.pass.nodeTotal(), this.#looked + MOST_PATHS);
    for (; this.#looked < end; this.#looked++) this.#checkPath(this.#looked);
  }

  /** The counts so far; null where they were sent a moment ago. */
  tell(): LiveCountsMessage | null {
    return Date.now() - this.#told < this.how.liveCountsMs ? null : this.tellNow();
  }

  /** The counts so far; null where no path is watched. */
  tellNow(): LiveCountsMessage | null {
    if (this.#watched.length === 0) return null;
    this.#told = Date.now();
    return { type: 'live-counts', addresses: this.#shareAddressMap(), documents: this.#documents() };
  }

  #checkPath(id: number): void {
    const parent = this.pass.nodeParent(id);
    const key = this.#keyOf(id) || (parent < 0 ? '' : this.#keyOf(parent));
    if (key === '') return;
    if (this.how.watched.goods.includes(lettersOf(key))) this.#goods.add(parent);
    const name = nameOf(key, this.how.watched);
    if (!name) return;
    const root = this.#rootOf(id);
    this.#watched.push({ id, root, parent, name });
    if (!name.needsPerson) this.#rootsOfPeople.add(root);
    if (name.category === 'email') this.pass.watch(id);
  }

  #keyOf(id: number): string {
    const bytes = this.pass.nodeKeyBytes(id);
    if (bytes > MOST_BYTES) return '';
    return Buffer.from(this.pass.memory.buffer, this.pass.nodeKeyStart(id) >>> 0, bytes).toString('utf8');
  }

  #rootOf(id: number): number {
    let root = id;
    for (let above = this.pass.nodeParent(root); above >= 0; above = this.pass.nodeParent(root)) root = above;
    return root;
  }

  /** Documents by category: of several paths of one kind that which most have, so that no document counts twice. */
  #documents(): Partial<Record<Category, number>> {
    const most = new Map<string, number>();
    const total: Partial<Record<Category, number>> = {};
    for (const { id, root, parent, name } of this.#watched) {
      if (name.category === 'email') continue;
      if (name.needsPerson && (!this.#rootsOfPeople.has(root) || this.#goods.has(parent))) continue;
      const filled = this.#filledOf(id);
      const before = most.get(`${root} ${name.category}`) ?? 0;
      if (filled <= before) continue;
      most.set(`${root} ${name.category}`, filled);
      total[name.category] = (total[name.category] ?? 0) + filled - before;
    }
    return total;
  }

  #filledOf(id: number): number {
    const counters = this.pass.nodeCounters(id) >>> 0;
    return Number(
      new BigInt64Array(this.pass.memory.buffer, counters, PathCounter.COUNT)[PathCounter.FILLED],
    );
  }

  /** Takes over the marks of all, gives this worker's to all and counts them. What is lost where two do so at once is given again. */
  #shareAddressMap(): number {
    for (const { id, name } of this.#watched) if (name.category === 'email') this.pass.markDictionary(id);
    if (this.pass.addressMapStart() === 0) return 0;
    const others = this.pass.allocate(ADDRESS_MAP_BYTES) >>> 0;
    const shared = new Uint8Array(this.how.addressMap);
    new Uint8Array(this.pass.memory.buffer).set(shared, others);
    const count = this.pass.unite(others) >>> 0;
    this.pass.release(others);
    shared.set(new Uint8Array(this.pass.memory.buffer, this.pass.addressMapStart() >>> 0, ADDRESS_MAP_BYTES));
    return count;
  }
}

/** The name that a key is, or ends in. */
function nameOf(key: string, names: WatchedNames): WatchedName | null {
  const words = key.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').match(/\p{L}+/gu) ?? [];
  if (words.length > 1 && names.flags.includes(words[0]?.toLowerCase() ?? '')) return null;
  for (let start = 0; start < words.length; start++) {
    const letters = lettersOf(words.slice(start).join(''));
    const map = start === 0 ? names.whole : names.end;
    const name = map.get(letters) ?? map.get(letters.replace(/(.{3,})s$/, '$1'));
    if (name) return name;
  }
  return null;
}
