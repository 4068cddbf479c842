import type { CaseFile } from '../../contract/case';
import type { Category } from '../../contract/categories';
import type { Counted } from '../../contract/evidence';
import type { Field } from '../../contract/field';
import { categoriesAbout, measureEntry, parseMeasureId } from '../../contract/measure-id';
import { categoriesOf as heldBy } from '../../fields/categories-of';
import { attributeOf, deviceCategory } from '../attributes/person-attributes';
import { TOKENS } from '../thing-measures';
import type { Nobodys } from './nobodys';
import type { Opaque } from './opaque-units';

/** What rooms know of what was not counted. */
export interface AccountSources {
  /** Documents that could not be read, and in how many of them a name of one of some categories stands. */
  unread: { documents: number | null; named: (categories: readonly Category[]) => number | null };
  /** By what people have: the documents that hold it and name nobody. */
  nobodys: ReadonlyMap<string, Nobodys>;
  /** Fields that could hold one of the categories and were not looked at, with the people and the values there. */
  opaque: (categories: readonly Category[]) => Opaque;
  fields: Field[];
  /** Kind and table of each key that people are told by. */
  keys: readonly { kind: string; table: string }[];
  /**
   * Where documents were drawn, and not people: the main definition, and how many documents have no key of it. They may be of people
   * who are not counted.
   */
  ownerless: { of: string; documents: number } | null;
  /** All documents are rows of tables. */
  areRows: boolean;
  /** Documents that were read. */
  documents: number;
  caseFile: CaseFile | null;
}

/**
 * A count with the account of what it does not know: the one place where the parts are joined. What describes the input
 * alone (an instant) has none.
 */
export function withAccount(counted: Counted, sources: AccountSources): Counted {
  if (measureEntry(counted.id)?.drawnAs === null) return counted;
  const categories = categoriesOf(counted.id, sources);
  const opaque = sources.opaque(categories);
  const named = sources.unread.named(categories);
  const nobodys =
    counted.id === sources.ownerless?.of
      ? { documents: sources.ownerless.documents, people: sources.ownerless.documents }
      : (sources.nobodys.get(attributeOf(counted.id) ?? '') ?? { documents: 0, people: 0 });
  return {
    ...counted,
    unknowns: {
      unread: {
        documents: sources.unread.documents,
        each: unitsOfDocument(counted, categories, sources),
        named,
        few: isFew(sources, named),
      },
      nobodys,
      opaque: {
        paths: opaque.fields.length,
        units: counted.under === null ? opaque.values : opaque.people,
      },
    },
  };
}

/**
 * How many units of a measure one document holds at most. People are told by the keys of the main definition: a column holds one, a
 * list any number. Addresses, tokens and devices stand in lists, too, wherever documents are no rows.
 *
 * @returns null: any number
 */
function unitsOfDocument(
  { id, under }: Counted,
  categories: readonly Category[],
  { fields, keys, areRows }: AccountSources,
): number | null {
  const unit = measureEntry(id)?.unit;
  if (unit === 'documents') return 1;
  // Rows have columns; any other document may hold a list of things, whether or not others do.
  if (under === null && !areRows) return null;
  const holds = (field: Field) => heldBy(field).some((category) => categories.includes(category));
  const counts = under === null ? fields.filter(holds).map(({ entry }) => entry) : keys;
  if (counts.some(({ kind, table }) => table.startsWith(`${kind}.`))) return null;
  const most = new Map<string, number>();
  for (const { kind } of counts) most.set(kind, (most.get(kind) ?? 0) + 1);
  return Math.max(1, ...most.values());
}

/** Of all documents at most so many may be left out by the usual reading of a denial. A choice, not a theorem. */
const FEW = 1 / 100_000;

function isFew({ unread, documents }: AccountSources, named: number | null): boolean {
  return named === 0 && unread.documents !== null && unread.documents <= FEW * (documents + unread.documents);
}

/** The categories whose values a measure counts, those among them that only this input, or its case, tells. */
function categoriesOf(measure: string, { fields, caseFile }: AccountSources): Category[] {
  const id = parseMeasureId(measure);
  if (id?.family === 'share.of' || id?.family === 'share.of-all') {
    const set = caseFile?.measures[id.parameter];
    return set ? [set.category] : [];
  }
  if (id?.family === 'people.owners' || id?.family === 'devices')
    return [deviceCategory(fields) ?? 'mac-address'];
  if (id?.family === 'tokens.alive-after') return [...TOKENS];
  return categoriesAbout(measure);
}
