import type { CaseFile } from '../contract/case';
import type { Category } from '../contract/categories';
import type { Field } from '../contract/field';
import { parseMeasureId } from '../contract/measure-id';
import type { People } from '../contract/people';
import type { Store } from '../contract/store';
import { categoriesOf } from '../fields/categories-of';
import { filledSql } from '../people/filled-sql';
import { personKeySql } from '../people/person-key-sql';
import { textsSql } from './distinct-texts';
import { emailSources } from './email-measures';
import type { PersonAttribute } from './attributes/person-attributes';
import { attributeOf, countedAttributes, personAttributes } from './attributes/person-attributes';

/** A record that somebody may have to look at: the first that shows a person, or a token, to be there. */
export interface DecidingRecord {
  kind: string;
  document: number;
  /** From 0. */
  part: number;
  /** From 1. */
  line: number;
  /** Paths of its kind that made it count. */
  paths: string[];
}

/** What {@link decidingRecords} goes over. */
export interface DecidingContext {
  store: Store;
  fields: Field[];
  people: People;
  caseFile: CaseFile | null;
  /** At most so many, in the order of the input; defaults to 1,000. */
  limit?: number;
}

/**
 * The records that a count of people, tokens or addresses rests on, one for each of them, so that confirmed records are confirmed
 * people. Only positions come out of the engine.
 *
 * @returns empty where the measure rests on no such records, or nothing was found
 */
export async function decidingRecords(measure: string, context: DecidingContext): Promise<DecidingRecord[]> {
  const id = parseMeasureId(measure);
  if (id?.family === 'people.share-only') return sharedRecords(context, 'only');
  if (id?.family === 'people.emails-others') return sharedRecords(context, 'any');
  if (id?.family === 'people.emails-mentioned') return sharedRecords(context, 'mentioned');
  if (id?.family === 'tokens.with') return tokenRecords(id.parameter, context);
  const attribute = attributeOf(measure);
  return attribute === null ? [] : peopleRecords(countedAttributes(context).get(attribute) ?? [], context);
}

async function peopleRecords(ids: string[], context: DecidingContext): Promise<DecidingRecord[]> {
  const { store, people, limit = 1000 } = context;
  const { main } = people;
  if (main === null) return [];
  const documents = Object.fromEntries(store.manifest.kinds.map((kind) => [kind.id, kind.documents]));
  const attributes = personAttributes({ ...context, documents }).filter((attribute) =>
    ids.includes(attribute.id),
  );
  const found = attributes.flatMap((attribute, i) => {
    const key = personKeySql(store, main, attribute.kind);
    if (key === null) return [];
    const rows = `select _doc from ${store.source(attribute.table)} where ${attribute.condition}`;
    return [
      `select ${key.key} as person, _doc, ${i} as attribute from ${key.from} where ${key.key} <> '' and _doc in (${rows})`,
    ];
  });
  if (found.length === 0) return [];
  const rows = await store.engine.numbers(
    `select _doc, min(attribute) from (${found.join(' union all ')})
     where _doc in (select min(_doc) from (${found.join(' union all ')}) group by person)
     group by _doc order by _doc limit ${limit}`,
  );
  const kinds = rows.map(([document, attribute]) => ({
    document: document ?? 0,
    kind: attributes[attribute ?? 0]?.kind ?? '',
  }));
  return placed(kinds, {
    ...context,
    holds: (field) => attributes.some((attribute) => isOf(attribute, field)),
  });
}

async function tokenRecords(category: Category, context: DecidingContext): Promise<DecidingRecord[]> {
  const { store, fields, limit = 1000 } = context;
  const held = fields.filter(
    (field) => categoriesOf(field).some((each) => each === category) && field.entry.column !== null,
  );
  if (held.length === 0) return [];
  const texts = held.map(
    ({ entry }, i) =>
      `select ${entry.column} as token, _doc, ${i} as field from ${store.source(entry.table)} where ${filledSql(entry)}`,
  );
  const rows = await store.engine.numbers(
    `select min(_doc), arg_min(field, _doc) from (${texts.join(' union all ')}) group by token order by 1 limit ${limit}`,
  );
  const kinds = rows.map(([document, field]) => ({
    document: document ?? 0,
    kind: held[field ?? 0]?.entry.kind ?? '',
  }));
  return placed(kinds, { ...context, holds: (field) => held.includes(field) });
}

/**
 * The first document with each address of somebody else.
 *
 * @param which all of them, only those that are nobody's own, or those that texts mention
 */
async function sharedRecords(
  context: DecidingContext,
  which: 'any' | 'only' | 'mentioned',
): Promise<DecidingRecord[]> {
  const { store, fields, limit = 1000 } = context;
  const sources = await emailSources(store, fields);
  const { own } = sources;
  const others = which === 'mentioned' ? sources.mentioned : sources.others;
  const texts = textsSql(store, others, (place) => `, _doc, ${place} as field`);
  if (texts === null) return [];
  const known = which === 'only' ? textsSql(store, own) : null;
  const rows = await store.engine.numbers(
    `select min(_doc), arg_min(field, _doc) from (${texts})
     ${known === null ? '' : `where text not in (${known})`} group by text order by 1 limit ${limit}`,
  );
  const kinds = rows.map(([document, field]) => ({
    document: document ?? 0,
    kind: others[field ?? 0]?.entry.kind ?? '',
  }));
  const entries = new Set(others.map(({ entry }) => entry));
  return placed(kinds, { ...context, holds: ({ entry }) => entries.has(entry) });
}

function isOf(attribute: PersonAttribute, { entry }: Field): boolean {
  return (
    attribute.kind === entry.kind &&
    attribute.table === entry.table &&
    attribute.condition === filledSql(entry)
  );
}

/** Where documents stand in the input. */
async function placed(
  records: { document: number; kind: string }[],
  { store, fields, holds }: DecidingContext & { holds: (field: Field) => boolean },
): Promise<DecidingRecord[]> {
  const places = new Map<number, [number, number]>();
  for (const kind of new Set(records.map((record) => record.kind))) {
    const own = records.filter((record) => record.kind === kind).map(({ document }) => document);
    const rows = await store.engine.numbers(
      `select _doc, _part, _line from ${store.source(kind)} where _doc in (${own.join(', ')})`,
    );
    for (const [document, part, line] of rows) places.set(document ?? 0, [part ?? 0, line ?? 1]);
  }
  return records.map(({ document, kind }) => {
    const [part, line] = places.get(document) ?? [0, 1];
    const paths = fields.filter((field) => field.entry.kind === kind && holds(field));
    return { kind, document, part, line, paths: paths.map(({ entry }) => entry.path) };
  });
}
