import { ONE_ROOT } from '../wasm/shared/limits';
import { KindChooser, MAX_KEY_SETS, MAX_KINDS } from './kind-chooser';
import { withoutDate } from './index-name';
import type { KeySetReport, KindName, NamedReport } from './worker-report';
import type { KindPlan } from './worker-setup';
import type { PassHost } from '../wasm/load-pass';
import type { PassExports } from '../wasm/pass-exports';

/** The key sets that one worker has met, clustered in the order of their coming. */
export class WorkerKeySets implements Pick<PassHost, 'chooseCluster' | 'chooseKind' | 'keepKeySet'> {
  readonly #chooser = new KindChooser();
  readonly #sets: { hash: bigint; keys: string[]; cluster: number }[] = [];
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  readonly #named = new Map<string, { name: KindName; kind: number }>();
  readonly #keys = new Map<number, string>();
  #asked: { hash: bigint; keys: string[]; cluster: number } | null = null;
  #pass: PassExports | null = null;
  #isOneKind = false;

  constructor(private readonly onTooMany: () => void) {}

  /** Lets a pass begin, with the clusters that an earlier pass found. */
  begin(pass: PassExports, plan: KindPlan | null): void {
    this.#pass = pass;
    this.#isOneKind = plan?.oneKind ?? false;
    if (this.#isOneKind) pass.useOneRoot();
    for (const set of plan?.sets ?? []) {
      this.#sets.push(set);
      while (this.#chooser.size <= set.cluster)
        this.#chooser.start(this.#chooser.size === set.cluster ? set.keys : []);
      pass.assign(set.hash, set.cluster);
    }
  }

  /** The cluster of a set of top-level keys that is new to this worker. @param signedHash of the set */
  chooseCluster(signedHash: bigint): number {
    const hash = BigInt.asUintN(64, signedHash);
    const pass = this.#pass;
    if (!pass) return ONE_ROOT;
    if (this.#sets.length >= MAX_KEY_SETS || this.#chooser.size + this.#named.size > MAX_KINDS) {
      this.onTooMany();
      return ONE_ROOT;
    }
    const keys = Array.from({ length: pass.keyTotal() }, (_, i) => this.#key(pass, i));
    this.#asked = { hash, keys, cluster: this.#chooser.find(keys) ?? this.#chooser.size };
    return this.#asked.cluster;
  }

  /** A key's text. Keys keep their place in the pass's memory to the end. */
  #key(pass: PassExports, i: number): string {
    const start = pass.keyStart(i) >>> 0;
    const known = this.#keys.get(start);
    if (known !== undefined) return known;
    const key = this.#decoder.decode(new Uint8Array(pass.memory.buffer, start, pass.keyBytes(i)));
    this.#keys.set(start, key);
    return key;
  }

  /** The set that was asked about last has an accepted document: it counts from now on. */
  keepKeySet(): void {
    if (!this.#asked) return;
    if (this.#asked.cluster === this.#chooser.size) this.#chooser.start(this.#asked.keys);
    this.#sets.push(this.#asked);
    this.#asked = null;
  }

  /** The kind of the index and type that the pass has just read. */
  chooseKind(): number {
    const pass = this.#pass;
    if (!pass) return ONE_ROOT;
    const [index = '', ownType = ''] = [0, 1].map((part) =>
      this.#decoder.decode(
        new Uint8Array(pass.memory.buffer, pass.kindNameStart(part) >>> 0, pass.kindNameBytes(part)),
      ),
    );
    const undated = withoutDate(index);
    const type = ownType === '_doc' ? '' : ownType; // version 7's word for no type
    return this.#kindOf({ index: undated, type });
  }

  /** The kind of a table's rows. */
  tableKind(table: string): number {
    return this.#isOneKind ? 0 : this.#kindOf({ table });
  }

  #kindOf(name: KindName): number {
    if (this.#chooser.size + this.#named.size > MAX_KINDS) {
      this.onTooMany();
      return ONE_ROOT;
    }
    const text = JSON.stringify(name);
    const known = this.#named.get(text) ?? { name, kind: this.#named.size };
    this.#named.set(text, known);
    return known.kind;
  }

  /** Kinds that envelopes name, with their roots. */
  named(): NamedReport[] {
    return [...this.#named.values()].map(({ name, kind }) => ({
      name,
      root: this.#pass?.namedRootId(kind) ?? -1,
    }));
  }

  /** All sets with their documents. */
  report(): KeySetReport[] {
    return this.#sets.map((set) => ({ ...set, documents: Number(this.#pass?.documentsOf(set.hash) ?? 0) }));
  }
}
