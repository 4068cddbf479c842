import type { Category } from '../contract/categories';
import type { Field } from '../contract/field';
import type { StorePath } from '../contract/manifest';
import { lastKey } from '../fields/path-keys';
import type { Relations, UserWord } from './joins/relate';
import { BARE, KEY_CATEGORIES, ONE_EACH } from './key-names';

/** A key of people: the field that defines it, and the fields of all kinds that carry it. */
export interface CandidateKey {
  category: (typeof KEY_CATEGORIES)[number];
  field: Field;
  /** Its own kind first: there every path of people's own addresses or numbers; in each other kind one. */
  carriers: Field[];
}

/**
 * Keys of people without a case: the record's own account ids, e-mails and phones in the kind that has the most
 * different ones, one to a document. Another kind carries the same key where a path of the same category has the same
 * last key and is not somebody else's. A bare `id` or `_id` may be the document's own: a key that says whose it is goes
 * before it, and in another kind it is another thing's.
 *
 * @param ids of {@link ownFields}
 * @param known `rows`: ids that number rows, of `rowNumbers`; `byFile`: those laid down file by file, of `idsByFile`; `relations`: how the kinds point at a table of people, if they do;
 *   `said`: paths to which the user gave a category, each of which is a key of it
 */
export function candidateKeys(
  ids: readonly Field[],
  {
    rows,
    byFile,
    relations,
    said,
  }: {
    rows: ReadonlySet<StorePath>;
    byFile: ReadonlySet<StorePath>;
    relations: Relations | null;
    said: UserWord['paths'];
  },
): CandidateKey[] {
  const all = ids.filter(
    ({ entry }) => (!rows.has(entry) || said.has(entry)) && entry !== relations?.key.entry,
  );
  // What other tables call people by is their key, whatever it is called.
  const key = relations && { ...relations.key, category: keyCategory(relations.key.category) };
  const own = key ? [key, ...all] : all;
  const kind = key?.entry.kind ?? richest(own);
  return KEY_CATEGORIES.flatMap((category) => {
    if (key?.category === category) return [{ category, field: key, carriers: carriersOf(key) }];
    const worth = own.filter((each) => each.entry.kind === kind && each.category === category).sort(byWorth);
    const named = worth.find((each) => !BARE.test(lastKey(each.entry.path)));
    const [most] = worth;
    const isSaid = (each: Field) => said.has(each.entry) && each.category === category;
    const first = worth.find(isSaid) ?? (most ? null : own.find(isSaid));
    if (first) return [{ category, field: first, carriers: carriersOf(first) }];
    if (!most) return [];
    const field = named && named.entry.distinct >= MOST_OF * most.entry.distinct ? named : most;
    return [{ category, field, carriers: carriersOf(field) }];
  });

  /** Every field that carries a key; what the user says of another is the same key's. */
  function carriersOf(field: Field): Field[] {
    const alone = [field, ...beside(field), ...alike(field)];
    const joined = relations?.owned.map((each) => each.kind) ?? [];
    const others = own.filter(
      (each) =>
        said.has(each.entry) &&
        each.category === field.category &&
        !(field.category === 'account-id' && joined.includes(each.entry.kind)) &&
        !alone.includes(each),
    );
    return [...alone, ...others, ...elsewhere(field, [...alone, ...others])];
  }

  /** The same sort of key in further tables of people. */
  function elsewhere(field: Field, carried: readonly Field[]): Field[] {
    const further = relations?.others ?? [];
    if (key && field.entry === key.entry) return further.map((each) => each.key);
    return further
      .map((each) => each.key.entry.kind)
      .filter((other) => !carried.some(({ entry }) => entry.kind === other))
      .flatMap(
        (other) =>
          own
            .filter((each) => each.entry.kind === other && each.category === field.category)
            .sort(byWorth)[0] ?? [],
      );
  }

  /** The further addresses or numbers of a key's own kind: the work and the private one, `phone` and `mobile`. */
  function beside(field: Field): Field[] {
    if (field.category !== 'email' && field.category !== 'phone') return [];
    const often = MOST_OF * (field.entry.distinct / field.entry.filledValues);
    return own
      .filter((each) => each !== field && each.category === field.category)
      .filter(({ entry }) => entry.kind === kind && isOfRow(entry, field.entry))
      .filter(({ entry }) => entry.distinct >= often * entry.filledValues)
      .sort(byWorth);
  }

  /** The fields of other kinds that have the name of a key; a bare one names another thing in each. */
  function alike(field: Field): Field[] {
    // Counted anew in each file, a number does not say whose it is elsewhere.
    if (BARE.test(lastKey(field.entry.path)) || byFile.has(field.entry)) return [];
    const same = own
      .filter(
        (each) => each.category === field.category && lastKey(each.entry.path) === lastKey(field.entry.path),
      )
      .filter((each) => each.entry.kind !== kind)
      .sort((a, b) => depth(a) - depth(b) || byWorth(a, b));
    const joined = relations?.owned.map((each) => each.kind) ?? [];
    const kinds = [...new Set(same.map((each) => each.entry.kind))].sort();
    return kinds
      .filter((other) => field.category !== 'account-id' || !joined.includes(other))
      .flatMap((other) => same.find((each) => each.entry.kind === other) ?? []);
  }
}

/** Whether a path says something of the row in which a key stands: in its table, or as a list of plain values. */
function isOfRow({ path, table }: StorePath, key: StorePath): boolean {
  return table === key.table || /^[^[\]]+\[\]$|«address»$/u.test(path);
}

function keyCategory(category: Category): CandidateKey['category'] {
  return category === 'email' || category === 'phone' ? category : 'account-id';
}

/** Documents come twice and accounts do not: the account's own key may have a few values less than theirs. */
const MOST_OF = 0.5;

/** The kind with the most different keys among those whose documents have one each, else among all. */
function richest(own: Field[]): string | undefined {
  const oneEach = own.filter(({ entry }) => entry.distinct >= ONE_EACH * entry.filledValues);
  const keys = oneEach.length > 0 ? oneEach : own;
  const of = (kind: string) => keys.filter((field) => field.entry.kind === kind);
  const most = (kind: string) => Math.max(...of(kind).map((field) => field.entry.distinct));
  const sorts = (kind: string) => new Set(of(kind).map((field) => field.category)).size;
  return [...new Set(keys.map((field) => field.entry.kind))].sort(
    (a, b) => most(b) - most(a) || sorts(b) - sorts(a) || (a < b ? -1 : 1),
  )[0];
}

function byWorth(a: Field, b: Field): number {
  const distinct = b.entry.distinct - a.entry.distinct;
  return (
    distinct || b.confidence - a.confidence || depth(a) - depth(b) || (a.entry.path < b.entry.path ? -1 : 1)
  );
}

function depth(field: Field): number {
  return field.entry.path.split(/[.[]/).length;
}
