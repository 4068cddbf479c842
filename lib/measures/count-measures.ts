import type { CaseFile } from '../contract/case';
import type { Counted } from '../contract/evidence';
import type { Field } from '../contract/field';
import { parseMeasureId } from '../contract/measure-id';
import type { CountedPeople } from '../contract/people';
import type { Store } from '../contract/store';
import type { CloudProvider } from '../contract/taxonomy';
import type { FoundPeople } from '../people/find-people';
import { type Nobodys, nobodysByAttribute } from './account/nobodys';
import { countDefinitions } from './count-definitions';
import { countOf } from './count-of';
import { emailMeasures } from './email-measures';
import { hostMeasures } from './host-measures';
import { tokensAfter } from './tokens-after';
import { sharedPeople } from './shared-people';
import { recordDates } from './record-dates';
import { repeatedDocuments } from './repeated-documents';
import { possibleInstants } from './zone-time';
import { ownerlessMeasures } from './ownerless-measures';
import { peopleByAttribute } from './attributes/people-by-attribute';
import { peopleMeasures } from './people-measures';
import { thingMeasures } from './thing-measures';

/** What {@link countMeasures} goes over. */
export interface MeasureContext {
  store: Store;
  fields: Field[];
  people: FoundPeople;
  /** null: no case; its sets of values are not counted. */
  caseFile: CaseFile | null;
  /** Kind id → the case's name for it, or the kit's label. */
  kindNames: Record<string, string>;
  /** Categories that are counted even where they do not occur: those that claims speak of. */
  categories?: string[];
  /** Ids of measures that claims name: those with parameters are counted only where one does. */
  asked?: readonly string[];
  /** For `hosts.provider:P`; defaults to none. */
  providers?: readonly CloudProvider[];
  /** Parts of two captures, where the input is two. */
  captures?: [number[], number[]] | null;
}

/** What was counted in an input. */
export interface MeasuredInput {
  people: CountedPeople;
  /** Every measure that applies, people under each definition among them. */
  counted: Counted[];
  /** By what people have: the documents that hold it and name nobody. */
  nobodys: ReadonlyMap<string, Nobodys>;
}

/**
 * Counts every measure that applies, once, from the clean store: documents, people under each definition, people with
 * each category, groups, shares, devices, tokens. Windows come from the case (`windows`), not from here.
 *
 * @returns exact counts in the input, with the unit in which each would have had to be drawn
 */
export async function countMeasures(context: MeasureContext): Promise<MeasuredInput> {
  const { store, fields, caseFile, categories = [], providers = [] } = context;
  const attributes = await peopleByAttribute(context, context.people.main);
  const people = await countDefinitions(store, context.people, attributes.all);
  const nobodys = await nobodysByAttribute(context, context.people.main);
  const { main } = people;
  const repeated = caseFile ? await repeatedDocuments(store) : null;
  const counted = [
    ...documentMeasures(context, repeated),
    ...people.definitions.map((definition) =>
      countOf({ family: definition.id }, definition.count, {
        title: definition.definition,
        under: main?.id ?? null,
        ...(definition.range && { range: definition.range }),
      }),
    ),
    ...(await emailMeasures(store, fields)),
    ...(main
      ? peopleMeasures({ main, byAttribute: attributes.with, fields, caseFile, categories })
      : ownerlessMeasures(nobodys)),
    ...(await thingMeasures(store, fields, categories)),
    ...(await hostMeasures(store, fields, providers)),
    ...(repeated ? [countOf({ family: 'documents.twice' }, sum(repeated.values()))] : []),
    ...(caseFile ? await caseMeasures(context) : []),
  ];
  return { people, counted, nobodys };
}

/** What only a case asks for: each costs a pass of its own. */
async function caseMeasures(context: MeasureContext): Promise<Counted[]> {
  const { store, fields, asked = [] } = context;
  const ids = asked.flatMap((id) => parseMeasureId(id) ?? []);
  const instants = ids.flatMap((id) => (id.family === 'tokens.alive-after' ? [id.parameter] : []));
  const resets = (context.caseFile?.reset ?? []).map((reset) =>
    new Date(possibleInstants(reset, context.caseFile?.zone ?? 'UTC').to + 1).toISOString(),
  );
  return [
    ...(await recordDates(store, fields)),
    ...(await tokensAfter(store, fields, [...new Set([...instants, ...resets])])),
    ...(await sharedPeople(
      ids.filter((id) => id.family === 'overlap' || id.family === 'union'),
      context,
    )),
  ];
}

function documentMeasures(
  { store, kindNames }: MeasureContext,
  repeated: ReadonlyMap<string, number> | null,
): Counted[] {
  const { manifest } = store;
  const again = (number: number) => (number > 0 ? { repeated: number } : {});
  return [
    countOf({ family: 'documents' }, manifest.documents, again(sum(repeated?.values() ?? []))),
    ...manifest.kinds.map(({ id, documents }) => {
      const name = kindNames[id] ?? id;
      const details = { words: [name], ...again(repeated?.get(id) ?? 0) };
      return countOf({ family: 'documents.kind', parameter: name }, documents, details);
    }),
  ];
}

function sum(numbers: Iterable<number>): number {
  return [...numbers].reduce((all, each) => all + each, 0);
}
