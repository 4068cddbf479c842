import type { CaseFile } from '../contract/case';
import type { Counted } from '../contract/evidence';
import type { Field } from '../contract/field';
import type { People } from '../contract/people';
import type { Store } from '../contract/store';
import { countPeople } from './count-people';
import { count } from './counted';
import { emailMeasures } from './email-measures';
import { countsOf, marksOf } from './marks';
import { peopleMeasures } from './people-measures';
import { personKeySql } from '../people/person-key-sql';
import { thingMeasures } from './thing-measures';

/** What {@link countMeasures} goes over. */
export interface MeasureContext {
  store: Store;
  fields: Field[];
  people: People;
  /** null: no case; its sets of values are not counted. */
  caseFile: CaseFile | null;
  /** Kind id → the case's name for it, or the kit's label. */
  kindNames: Record<string, string>;
  /** Categories that are counted even where they do not occur: those that claims speak of. */
  categories?: string[];
}

/**
 * Counts every measure that applies, once, from the clean store: documents, people under each definition, people with
 * each category, groups, shares, devices, tokens. Windows come from the case (`windows`), not from here.
 *
 * @returns exact counts in the input, with the unit in which each would have had to be drawn
 */
export async function countMeasures(context: MeasureContext): Promise<Counted[]> {
  const { store, fields, people, caseFile, categories = [] } = context;
  const documents = Object.fromEntries(store.manifest.kinds.map((kind) => [kind.id, kind.documents]));
  const main = people.main;
  const byMark = main
    ? await countPeople({
        store,
        marks: marksOf({ fields, caseFile, documents }),
        counts: countsOf({ fields, caseFile }),
        personKey: (kind) => personKeySql(store, main, kind),
        keyPaths: main.keys.flatMap(({ kind, path }) => store.find(kind, path) ?? []),
      })
    : null;
  return [
    ...documentMeasures(context),
    ...people.definitions.map((definition) =>
      count(definition.id, definition.definition, definition.count, {
        unit: definition.unit,
        under: main?.id ?? null,
        drawnAs: definition.id,
        ...(definition.range && { range: definition.range }),
      }),
    ),
    ...(await emailMeasures(store, fields)),
    ...(main && byMark ? peopleMeasures({ main, byMark, fields, caseFile, categories }) : []),
    ...(await thingMeasures(store, fields, categories)),
  ];
}

function documentMeasures({ store, kindNames }: MeasureContext): Counted[] {
  const { manifest } = store;
  return [
    count('documents', 'Documents', manifest.documents, { unit: 'documents', drawnAs: 'documents' }),
    ...manifest.kinds.map(({ id, documents }) => {
      const name = kindNames[id] ?? id;
      const rest = { unit: 'documents', of: 'documents', drawnAs: 'documents' };
      return count(`documents.kind:${name}`, `Documents of kind ${name}`, documents, rest);
    }),
  ];
}
