import type { CaseFile } from '../../contract/case';
import type { Category } from '../../contract/categories';
import type { Counted } from '../../contract/evidence';
import type { Field } from '../../contract/field';
import { categoriesAbout, measureEntry, parseMeasureId } from '../../contract/measure-id';
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
  const nobodys = sources.nobodys.get(attributeOf(counted.id) ?? '') ?? { documents: 0, people: 0 };
  return {
    ...counted,
    unknowns: {
      unread: { documents: sources.unread.documents, named, few: isFew(sources, named) },
      nobodys,
      opaque: {
        paths: opaque.fields.length,
        units: counted.under === null ? opaque.values : opaque.people,
      },
    },
  };
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
