import type { Store } from '../../contract/store';
import { masked } from './masked';
import type { PersonAttribute } from './person-attributes';
import { type MainKey, personPatterns } from './person-patterns';

/** People by what they have. */
export interface PeopleByAttribute {
  /** People by the ids of what was counted; what nobody has is not in it. */
  with: Map<string, number>;
  /** Everybody with the main key; null where documents that carry it were not gone over. */
  all: number | null;
}

/** What {@link countByAttribute} goes over. */
export interface AttributeCounting extends MainKey {
  store: Store;
  attributes: PersonAttribute[];
  /** What to count, each as any of some attributes. */
  counts: Map<string, string[]>;
}

/** People by what they have, in one pass over the documents that carry the main key ({@link personPatterns}). */
export async function countByAttribute(context: AttributeCounting): Promise<PeopleByAttribute> {
  const patterns = await personPatterns(context.store, context.attributes, context);
  if (patterns === null) return { with: new Map(), all: null };
  const { rows, bits, attributes } = patterns;
  const people = new Map<string, number>();
  for (const [id, any] of context.counts) {
    const sum = masked(rows, bits.masks(any));
    if (sum > 0) people.set(id, sum);
  }
  const everybody = context.keyPaths.every(({ kind, table }) =>
    attributes.some((attribute) => attribute.kind === kind && attribute.table === table),
  );
  return { with: people, all: everybody ? rows.reduce((sum, row) => sum + (row.at(-1) ?? 0), 0) : null };
}
