import type { StorePath } from '../../contract/manifest';
import type { FoundJoin, JoinGround } from '../../contract/people';
import type { Store } from '../../contract/store';
import { DECLARED, type Join, SAID } from './find-joins';
import { ambiguousKeys } from './lay-owners';
import type { OwnedKind } from './owner-chains';

/** What joins are told from. */
interface JoinsTold {
  owned: readonly OwnedKind[];
  /** The people's key. */
  key: StorePath;
  /** Joins of the same columns that gave way to a stronger one. */
  weaker: readonly Join[];
}

/** The joins over which people are counted, by the kinds of their documents, each with those that gave way to it. */
export async function foundJoins(store: Store, { key, owned, weaker }: JoinsTold): Promise<FoundJoin[]> {
  const told: FoundJoin[] = [];
  for (const { chain } of owned) {
    const [join, ...further] = chain;
    if (!join) continue;
    // Where people point at documents, each of them is told.
    const isPointed = join.from.kind === key.kind;
    const ambiguous = isPointed ? 0 : await ambiguousKeys(store, join, further[0]?.from ?? key);
    const over = further.map(({ from }) => place(from));
    told.push({ ...toldOf(join), ambiguous, used: true, over });
    for (const other of weaker.filter(({ from }) => from === join.from))
      told.push({ ...toldOf(other), ambiguous: 0, used: false, over: [] });
  }
  return told;
}

function toldOf({ from, to, bond, values, matched }: Join): Omit<FoundJoin, 'ambiguous' | 'used' | 'over'> {
  return { from: place(from), to: place(to), ground: groundOf(bond), values, matched };
}

const place = ({ kind, path }: StorePath) => ({ kind, path });

function groundOf(bond: number): JoinGround {
  if (bond === SAID) return 'said';
  if (bond === DECLARED) return 'declared';
  return bond > 0 ? 'names' : 'values';
}
