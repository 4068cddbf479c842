import { categoriesIn, type Category, isCategory } from './categories';
import { COUNTED_GROUPS, type CountedGroup } from './categories';
import { type MeasureEntry, MEASURES } from './measure-table';

/** The part of a measure's id before the colon: a row of {@link MEASURES}. */
export type MeasureFamily = keyof typeof MEASURES;

/** What the parameters of ids are. */
interface Parameters {
  CATEGORY: Category;
  GROUP: CountedGroup;
  /** The case's name of a kind, or the kit's. */
  KIND: string;
  /** A set of values or a window of the case, a cloud provider. */
  NAME: string;
  /** Two kinds, or the two captures of one input. */
  PAIR: readonly [string, string];
  /** ISO 8601 with a zone. */
  INSTANT: string;
}

type ParameterOf<F extends MeasureFamily> = (typeof MEASURES)[F]['parameter'];

/** A measure's id, taken apart: `people.with:email` is `{ family: 'people.with', parameter: 'email' }`. */
export type MeasureId = {
  [F in MeasureFamily]: ParameterOf<F> extends keyof Parameters
    ? { family: F; parameter: Parameters[ParameterOf<F>] }
    : { family: F; parameter?: undefined };
}[MeasureFamily];

/** Ids of the ways of counting people: their keys at one level, and what links make of them. */
export type PeopleId = Extract<
  MeasureFamily,
  `people.${'accounts' | 'phones' | 'user-names' | 'emails-named' | `emails-l${0 | 1 | 2 | 3}` | 'linked-l4' | 'linked-names' | 'households'}`
>;

const NAME = /^[a-z0-9][a-z0-9-]*$/;
const INSTANT = /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/;

const PARSERS: { [K in keyof Parameters]: (text: string) => Parameters[K] | null } = {
  CATEGORY: (text) => (isCategory(text) ? text : null),
  GROUP: (text) => COUNTED_GROUPS.find((group) => group === text) ?? null,
  KIND: (text) => (text === '' ? null : text),
  NAME: (text) => (NAME.test(text) ? text : null),
  PAIR(text) {
    const [one = '', other = '', more] = text.split(',');
    return NAME.test(one) && NAME.test(other) && more === undefined ? [one, other] : null;
  },
  INSTANT: (text) => (INSTANT.test(text) && !Number.isNaN(Date.parse(text)) ? text : null),
};

/**
 * Takes a measure's id apart. No other code reads one.
 *
 * @returns null where the kit has no such measure
 * @example parseMeasureId('people.with:email') // { family: 'people.with', parameter: 'email' }
 */
export function parseMeasureId(id: string): MeasureId | null {
  const colon = id.indexOf(':');
  const family = colon < 0 ? id : id.slice(0, colon);
  if (!Object.hasOwn(MEASURES, family)) return null;
  const kind = MEASURES[family as MeasureFamily].parameter;
  if (kind === null) return colon < 0 ? ({ family } as MeasureId) : null;
  const parameter = colon < 0 ? null : PARSERS[kind](id.slice(colon + 1));
  return parameter === null ? null : ({ family, parameter } as MeasureId);
}

/** The id as documents and cases write it. */
export function formatMeasureId({ family, parameter }: MeasureId): string {
  return parameter === undefined ? family : `${family}:${String(parameter)}`;
}

/** A measure's title as results print it, with words for each `{}` of the table's, in their order. */
export function measureTitle(family: MeasureFamily, words: readonly string[] = []): string {
  const left = [...words];
  return MEASURES[family].title.replaceAll('{}', () => left.shift() ?? '');
}

/** The table's row of a measure; null where the kit has no such measure. */
export function measureEntry(id: string): MeasureEntry | null {
  const known = parseMeasureId(id);
  return known && MEASURES[known.family];
}

/** The category that a measure is about; null where it is about none. */
export function categoryOf(id: string): Category | null {
  const known = parseMeasureId(id);
  return known !== null && MEASURES[known.family].parameter === 'CATEGORY'
    ? (known.parameter as Category)
    : null;
}

/** Families of measures that count values of one category without naming it. */
const OF_CATEGORY: Partial<Record<MeasureFamily, Category>> = {
  'people.emails-any': 'email',
  'people.emails-others': 'email',
  'people.emails-mentioned': 'email',
  'people.share-only': 'email',
  'hosts.provider': 'hostname',
};

/** The categories whose values a measure counts, as its id says: of a group all of them; none where it counts something else. */
export function categoriesAbout(id: string): Category[] {
  const known = parseMeasureId(id);
  if (known?.family === 'people.with-any' || known?.family === 'share.with-any')
    return categoriesIn(known.parameter);
  const category = (known && OF_CATEGORY[known.family]) ?? categoryOf(id);
  return category === null ? [] : [category];
}

/** Whether a measure is a share, 0 to 1. */
export function isShare(id: string): boolean {
  return measureEntry(id)?.unit === 'share';
}

/** Whether a measure is a number of people, or of addresses that stand for some. */
export function countsPeople(id: string): boolean {
  return parseMeasureId(id)?.family.startsWith('people.') === true;
}

/** Whether a unit that can be drawn is a document, of any kind or of one; null is none. */
export function isDocuments(unit: string | null): boolean {
  const family = unit === null ? undefined : parseMeasureId(unit)?.family;
  return family === 'documents' || family === 'documents.kind';
}
