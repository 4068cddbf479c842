import type { PeopleDefinition } from '../contract/people';
import type { Store } from '../contract/store';
import { DOCUMENT_COUNTS } from './count-facts';
import { documentsOfPeople } from './labelled-people';
import { labelSql } from './label-sql';
import { attributeBitmask, type AttributeBitmask } from '../measures/attributes/attribute-bitmask';
import {
  countedAttributes,
  type PersonAttribute,
  personAttributes,
} from '../measures/attributes/person-attributes';
import type { TotalsContext } from './totals-context';

/** Units with one label, one number of documents of their person, and one set of bits. */
export interface Pattern {
  label: number;
  /** Documents of the person in all; 1 where people were drawn. */
  documents: number;
  words: number[];
  units: number;
}

/** Everything that the units of a draw have. */
export interface Patterns {
  rows: Pattern[];
  bits: AttributeBitmask;
  counts: Map<string, string[]>;
}

/** What each person, or each document of a person, has: patterns of bits by label and number of documents. */
export async function patternsOf(
  context: TotalsContext,
  main: PeopleDefinition,
  byDocuments: boolean,
): Promise<Patterns> {
  const { store, fields, caseFile, labelling } = context;
  const carriers = [...new Set(main.keys.map(({ kind }) => kind))];
  const documents = Object.fromEntries(store.manifest.kinds.map((kind) => [kind.id, kind.documents]));
  const attributes = personAttributes({ fields, caseFile, documents }).filter((attribute) =>
    carriers.includes(attribute.kind),
  );
  const bits = attributeBitmask(attributes);
  const zeros = bits.words.map((word) => `0 as ${word}`);
  const branches = carriers.flatMap((kind) => {
    const people = documentsOfPeople(store, main, kind);
    if (people === null) return [];
    const own = attributes.filter((attribute) => attribute.kind === kind);
    return [
      `select ${['_doc', 'person', ...zeros].join(', ')} from (${people})`,
      ...[...new Set(own.map((attribute) => attribute.table))].map((table) =>
        rowsOf(store, { kind, table, people, bits, own }),
      ),
    ].map((rows) => {
      const labels = labelSql(store, kind, labelling);
      return `select labelled.label, rows_of_people.* from (${rows}) as rows_of_people
        join (${labels}) as labelled using (_doc)`;
    });
  });
  const unit = byDocuments ? '_doc' : 'person';
  const ored = bits.words.map((word) => `bit_or(${word}) as ${word}`);
  const grouped = `select ${[`${unit} as unit`, 'min(person) as person', 'max(label) as label', ...ored].join(', ')}
    from (${branches.join(' union all ')}) group by ${unit}`;
  const m = byDocuments ? 'cast(counts.m as integer)' : '1';
  const counts = byDocuments ? `join ${DOCUMENT_COUNTS} as counts using (person)` : '';
  const keys = ['label', 'm', ...bits.words];
  const found = await store.engine.numbers(
    `select ${keys.join(', ')}, count(*) from (
       select ${[`label`, `${m} as m`, ...bits.words].join(', ')} from (${grouped}) as units ${counts}
     ) group by ${keys.join(', ')}`,
  );
  const rows = found
    .filter(([label]) => label !== null)
    .map(([label, m, ...rest]): Pattern => {
      const units = rest.pop() ?? 0;
      return { label: label ?? 0, documents: m ?? 1, words: rest.map((word) => word ?? 0), units };
    });
  return { rows, bits, counts: countedAttributes({ fields, caseFile }) };
}

function rowsOf(
  store: Store,
  at: { kind: string; table: string; people: string; bits: AttributeBitmask; own: PersonAttribute[] },
): string {
  const words = at.bits.columns(
    at.kind,
    at.own.filter((attribute) => attribute.table === at.table),
  );
  return `select people._doc, people.person, ${words} from (${at.people}) as people
    join ${store.source(at.table)} as rows_of_documents using (_doc)`;
}
