import type { Field } from '../../contract/field';
import type { Store } from '../../contract/store';
import { makeNamePairs } from './make-name-pairs';
import { makeNameRows } from './make-name-rows';
import { nameFields } from './name-fields';

/** Rows with names laid down in the tables `name_rows` and `name_pairs`, and what they rest on. */
export interface LinkedNames {
  /** The paths that were compared. */
  fields: Field[];
  /** Documents of the same kinds without a name: each may be about somebody else. */
  unnamed: number;
  /** A value that more rows share tells nobody apart and is taken for missing. */
  most: number;
}

/** More documents than these are not compared: they would take minutes, and memory for each. */
const MOST_DOCUMENTS = 1_000_000;

/** Rows that may share a birth date, a postcode …: what more of them share is compared with nothing. */
const LEAST_COMMON = 5000;

/** The most common birth date of a register is shared by a hundredth of it only where it stands for an unknown one. */
const COMMON = 0.01;

/**
 * Compares documents by names and what stands beside them, where no key tells people apart.
 *
 * @returns null where no kind has both, or there are too many documents
 */
export async function linkNames(store: Store, fields: readonly Field[]): Promise<LinkedNames | null> {
  const found = nameFields(store, fields);
  const documents = store.manifest.kinds
    .filter(({ id }) => found.some(({ kind }) => kind === id))
    .reduce((sum, kind) => sum + kind.documents, 0);
  if (found.length === 0 || documents > MOST_DOCUMENTS) return null;
  const most = Math.max(LEAST_COMMON, Math.round(COMMON * documents));
  const rows = await makeNameRows(
    store.engine,
    found.map(({ columns }) => columns),
    most,
  );
  await makeNamePairs(store.engine);
  return {
    fields: found.flatMap((each) => each.fields),
    unnamed: documents - rows,
    most,
  };
}
