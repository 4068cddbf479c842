import { quoteIdentifier } from '../engine/quote';
import type { Store } from '../contract/store';
import { keysHolding } from './keys-holding';

/** What a document is labelled with: the number of the cluster, or the stratum, that it belongs to. */
export type Labelling =
  | { by: 'nothing' }
  /** The number of its file in the input. */
  | { by: 'part' }
  /** Where its line lies: a table of `label`, `first` and `last`. */
  | { by: 'line'; table: string }
  /** The text at a path of its kind's own table: a table of `name` and `label`. */
  | { by: 'path'; table: string; path: string }
  /** Whether its key, at a path of its kind's own table, has anything at a path in any document. */
  | { by: 'presence'; key: string; path: string; present: number; absent: number };

/**
 * SQL of the documents of a kind as `_doc` and `label`, a whole number; null where a document has none.
 */
export function labelSql(store: Store, kind: string, labelling: Labelling): string {
  const source = store.source(kind);
  switch (labelling.by) {
    case 'nothing':
      return `select _doc, 0 as label from ${source}`;
    case 'part':
      return `select _doc, cast(_part as integer) as label from ${source}`;
    case 'line': {
      const bounds = `(select cast(label as integer) as label, cast("first" as bigint) as a, cast("last" as bigint) as z
        from ${quoteIdentifier(labelling.table)})`;
      return `select _doc, bounds.label from ${source} as documents
        left join ${bounds} as bounds on documents._line >= bounds.a and documents._line <= bounds.z`;
    }
    case 'path': {
      const entry = store.find(kind, labelling.path);
      if (!entry || entry.column === null || entry.table !== kind)
        return `select _doc, cast(null as integer) as label from ${source}`;
      const names = quoteIdentifier(labelling.table);
      return `select _doc, cast(names.label as integer) as label from ${source} as documents
        left join ${names} as names on names.name = documents.${quoteIdentifier(entry.column)}`;
    }
    case 'presence': {
      const { key, path, present, absent } = labelling;
      const entry = store.find(kind, key);
      if (!entry || entry.column === null || entry.table !== kind)
        return `select _doc, cast(null as integer) as label from ${source}`;
      const column = `documents.${quoteIdentifier(entry.column)}`;
      const holders = keysHolding(store, key, path);
      if (holders === null) return `select _doc, ${absent} as label from ${source}`;
      return `select _doc, case when holders.key is null then ${absent} else ${present} end as label
        from ${source} as documents left join (${holders}) as holders on holders.key = ${column}`;
    }
  }
}
