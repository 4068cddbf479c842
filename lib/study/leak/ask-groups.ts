import { categoriesIn } from '../../contract/categories';
import { AnalysisError } from '../../contract/errors';
import type { Field } from '../../contract/field';
import type { PeopleDefinition } from '../../contract/people';
import type { Store } from '../../contract/store';
import { categoriesOf } from '../../fields/categories-of';
import { countGroups } from '../../measures/groups/count-groups';
import type { GroupedPaths, Period } from '../../measures/groups/group-path';
import { PERIODS } from '../../measures/groups/group-path';
import { type GroupRow, groupsAnswer } from '../../publish/answers/groups-answer';
import { IDENTIFYING_CATEGORIES } from '../../publish/gate/identifying-categories';
import type { Answer } from '../../publish/notebook/answer';
import { categoryTitle } from '../../words/names/category-names';
import * as words from '../../words/results/group-words';
import { type NamedFields, namedFields } from './named-fields';

/** The records behind a leak, open to be asked. */
export interface OpenRecords {
  store: Store;
  fields: readonly Field[];
  /** The way by which people are counted; null where nothing tells them apart. */
  main: PeopleDefinition | null;
  /** Names of the kinds of document, by id. */
  kinds: ReadonlyMap<string, string>;
  /** Names that the case knows. */
  known: readonly string[];
  /** The fields are columns that a first line names. */
  hasHeader: boolean;
  /** IANA zone in which days begin. */
  zone: string;
  synthetic: boolean;
}

/** How people are counted by value. */
export interface GroupsOptions {
  /** Times are grouped by the day, week (ISO 8601), month or year in which they lie. */
  by?: Period;
}

/**
 * People by the value that they have at a path or in a category, or by pairs of two.
 *
 * @param names one path or category, or two
 * @throws NAME_UNKNOWN, FIELD_AMBIGUOUS, FIELD_WITHOUT_PEOPLE, NO_PERSON_KEY, QUESTION_INVALID
 */
export async function askGroups(
  records: OpenRecords,
  names: readonly string[],
  { by }: GroupsOptions = {},
): Promise<Answer<GroupRow>> {
  const { store, main, fields, zone, synthetic } = records;
  const asked = names.map((name) => namedFields(name, fields, records));
  // The same answer in whichever order two things are named: two that hide other groups would give some of them back.
  const all = [...asked].sort((a, b) => (placesOf(a) < placesOf(b) ? -1 : 1));
  if (main === null) throw new AnalysisError('NO_PERSON_KEY');
  const things = all.map((thing) => withPeople(thing, main));
  requireSense(things, by);
  const periods = things.map((thing) => (by !== undefined && isTime(thing) ? by : null));
  const [first, second = null] = things.map(({ fields: own }, i): GroupedPaths => ({
    entries: own.map(({ entry }) => entry),
    period: periods[i] ?? null,
  }));
  if (!first) throw new AnalysisError('QUESTION_INVALID', { rule: words.NOTHING_NAMED });
  const kindsOf = ({ entries }: GroupedPaths) => entries.map(({ kind }) => kind);
  const together =
    second && kindsOf(first).some((kind) => kindsOf(second).includes(kind)) ? 'document' : 'person';
  const counted = await countGroups({ store, main, first, second, together, zone });
  try {
    return await groupsAnswer(counted, {
      things: things.map((thing, i) => ({
        ...thing,
        period: periods[i] ?? null,
        secret: secretOf(thing) !== null,
      })),
      swapped: all[0] !== asked[0],
      notes: notesOn(records, { things, all, together, timed: by !== undefined }),
      synthetic,
    });
  } finally {
    await counted.close();
  }
}

/** Where a thing stands: the same text for the same fields. */
function placesOf({ fields }: NamedFields): string {
  return fields.map(({ entry }) => `${entry.kind}: ${entry.path}`).join();
}

/** Without the fields of documents that name no person. */
function withPeople(thing: NamedFields, main: PeopleDefinition): NamedFields {
  const fields = thing.fields.filter(
    ({ entry }) => entry.column !== null && main.keys.some(({ kind }) => kind === entry.kind),
  );
  if (fields.length === 0) throw new AnalysisError('FIELD_WITHOUT_PEOPLE', { argument: thing.title });
  return { ...thing, fields };
}

function requireSense(things: readonly NamedFields[], by: string | undefined): void {
  const refuse = (rule: string) => new AnalysisError('QUESTION_INVALID', { rule });
  const [first, second] = things;
  if (second && first?.fields.every((field) => second.fields.includes(field))) throw refuse(words.SAME_TWICE);
  if (by === undefined) return;
  if (!PERIODS.some((period) => period === by)) throw refuse(words.unknownPeriod(by));
  if (!things.some(isTime)) throw refuse(words.noTimeIn(things.map(({ title }) => title)));
}

function isTime({ fields }: NamedFields): boolean {
  return fields.some((field) => categoriesOf(field).includes('timestamp'));
}

/** The category of which no value is told; null where values can be. */
function secretOf({ fields }: NamedFields): string | null {
  const secret = new Set<string>([...IDENTIFYING_CATEGORIES, ...categoriesIn('credentials')]);
  return fields.flatMap(categoriesOf).find((category) => secret.has(category)) ?? null;
}

function notesOn(
  { main, zone }: OpenRecords,
  asked: {
    things: readonly NamedFields[];
    all: readonly NamedFields[];
    together: 'document' | 'person';
    timed: boolean;
  },
): string[] {
  const { things, all, together, timed } = asked;
  const disputed = things.some(({ fields }) => fields.some((field) => categoriesOf(field).length > 1));
  return [
    ...(main ? [words.countedAs(main.unit, main.definition)] : []),
    ...(things.length > 1 ? [words.TOGETHER[together]] : []),
    ...things
      .flatMap((thing) => secretOf(thing) ?? [])
      .map((category) => words.neverShown(categoryTitle(category))),
    ...(timed ? [words.zoneNote(zone)] : things.some(isTime) ? [words.TIMES_NOTE] : []),
    ...(disputed ? [words.DISPUTED_NOTE] : []),
    ...(things.some((thing, i) => thing.fields.length < (all[i]?.fields.length ?? 0))
      ? [words.KINDS_LEFT_OUT]
      : []),
  ];
}
