import type { StorePath } from '../../contract/manifest';
import type { FoundJoin, JoinGround } from '../../contract/people';
import type { Store } from '../../contract/store';
import { DECLARED, type Join, SAID } from './find-joins';
import { ambiguousKeys } from './lay-owners';
import type { OwnedKind } from './owner-chains';

/** What joins are told from. */
interface JoinsTold {
  owned: readonly OwnedKind[];
  /** The people's keys, one for each table of people. */
  keys: readonly StorePath[];
  /** Joins of the same columns that gave way to a stronger one. */
  weaker: readonly Join[];
  /** Joins that another of the same column is as strong as. */
  unsure: readonly Join[];
}

/** The joins over which people are counted, by the kinds of their documents, each with those that gave way to it. */
export async function foundJoins(
  store: Store,
  { keys, owned, weaker, unsure }: JoinsTold,
): Promise<FoundJoin[]> {
  const told: FoundJoin[] = [];
  const keyOf = ({ to }: Join) => keys.find(({ kind }) => kind === to.kind);
  for (const { chain, kind } of owned) {
    const [join, ...further] = chain;
    if (!join) continue;
    // Where people, or documents of theirs, point at documents, each of them is told.
    const isPointed = join.to.kind === kind;
    const ambiguous = isPointed
      ? 0
      : await ambiguousKeys(store, join, further[0]?.from ?? keyOf(join) ?? join.to);
    const over = further.map(({ from }) => place(from));
    told.push({ ...toldOf(join), ambiguous, standing: 'used', over });
    for (const other of weaker.filter(({ from }) => from === join.from))
      told.push({ ...toldOf(other), ambiguous: 0, standing: 'weaker', over: [] });
  }
  // Of those that are not sure the ones that matter: one of them would lead to people.
  const isReached = (kind: string) =>
    keys.some((key) => key.kind === kind) || owned.some((each) => each.kind === kind);
  for (const join of unsure) {
    const rivals = unsure.filter(({ from }) => from === join.from);
    if (rivals.some(({ to }) => isReached(to.kind)))
      told.push({ ...toldOf(join), ambiguous: 0, standing: 'unsure', over: [] });
  }
  return told;
}

function toldOf({
  from,
  to,
  bond,
  values,
  matched,
}: Join): Omit<FoundJoin, 'ambiguous' | 'standing' | 'over'> {
  return { from: place(from), to: place(to), ground: groundOf(bond), values, matched };
}

const place = ({ kind, path }: StorePath) => ({ kind, path });

function groundOf(bond: number): JoinGround {
  if (bond === SAID) return 'said';
  if (bond === DECLARED) return 'declared';
  return bond > 0 ? 'names' : 'values';
}
