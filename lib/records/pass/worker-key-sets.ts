import { KindChooser, MAX_KEY_SETS, MAX_KINDS } from './kind-chooser';
import type { KeySetReport, KindPlan } from './messages';
import type { PassExports, PassHost } from './pass-exports';

const ONE_ROOT = 0xffffffff;

/** The key sets that one worker has met, clustered in the order of their coming. */
export class WorkerKeySets implements Pick<PassHost, 'chooseCluster' | 'keepKeySet'> {
  readonly #chooser = new KindChooser();
  readonly #sets: { hash: bigint; keys: string[]; cluster: number }[] = [];
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  #asked: { hash: bigint; keys: string[]; cluster: number } | null = null;
  #pass: PassExports | null = null;

  constructor(private readonly onTooMany: () => void) {}

  /** Lets a pass begin, with the clusters that an earlier pass found. */
  begin(pass: PassExports, plan: KindPlan | null): void {
    this.#pass = pass;
    if (plan?.oneKind) pass.useOneRoot();
    for (const set of plan?.sets ?? []) {
      this.#sets.push(set);
      while (this.#chooser.size <= set.cluster)
        this.#chooser.start(this.#chooser.size === set.cluster ? set.keys : []);
      pass.assign(set.hash, set.cluster);
    }
  }

  chooseCluster(signedHash: bigint): number {
    const hash = BigInt.asUintN(64, signedHash);
    const pass = this.#pass;
    if (!pass) return ONE_ROOT;
    if (this.#sets.length >= MAX_KEY_SETS || this.#chooser.size > MAX_KINDS) {
      this.onTooMany();
      return ONE_ROOT;
    }
    const keys = Array.from({ length: pass.keyTotal() }, (_, i) =>
      this.#decoder.decode(new Uint8Array(pass.memory.buffer, pass.keyStart(i) >>> 0, pass.keyBytes(i))),
    );
    this.#asked = { hash, keys, cluster: this.#chooser.find(keys) ?? this.#chooser.size };
    return this.#asked.cluster;
  }

  keepKeySet(): void {
    if (!this.#asked) return;
    if (this.#asked.cluster === this.#chooser.size) this.#chooser.start(this.#asked.keys);
    this.#sets.push(this.#asked);
    this.#asked = null;
  }

  /** All sets with their documents. */
  report(): KeySetReport[] {
    return this.#sets.map((set) => ({ ...set, documents: Number(this.#pass?.documentsOf(set.hash) ?? 0) }));
  }
}
